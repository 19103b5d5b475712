"""The appointment sheet: questions to tick, and what follows for a gentle massage, also without any script."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from massage_atlas.library import Library
from massage_atlas.pages.frame import ReviewView, review_view
from massage_atlas.pages.page import Page, Section
from massage_atlas.pages.rendering import fragment
from massage_atlas.pages.writer import LinkView, Writer
from massage_atlas.records.condition import Condition
from massage_atlas.records.contraindication import Contraindication
from massage_atlas.records.freshness import closes, due
from massage_atlas.records.prose import Prose
from massage_atlas.records.region import Region
from massage_atlas.records.sheet import Answer, FollowUp, Question
from massage_atlas.records.vocabulary import ContraindicationKind, Urgency, Verdict
from massage_atlas.safety import Fact, SafetyModel, resolve, rule_of

URL = "sheet/"
"""The address of the sheet."""

_SCRIPT = "assets/sheet.js"
"""The rules, and what reads the ticks and fills the sheet."""


@dataclass(frozen=True)
class AdviceView:
    """What follows from an answer for a gentle massage, in a line or two."""

    verdict: Verdict
    urgency: Urgency | None
    instead: tuple[str, ...]
    ask: tuple[str, ...]
    until: tuple[str, ...]


@dataclass(frozen=True)
class PartView:
    """A form or stage of a fact, as an answer."""

    id: str
    words: str
    advice: AdviceView | None


@dataclass(frozen=True)
class PartsView:
    """The forms or the stages of one fact, under its tick."""

    fact: str
    ask: str
    parts: tuple[PartView, ...]


@dataclass(frozen=True)
class AnswerView:
    """Something to tick, with what is asked under it."""

    id: str
    words: str
    facts: str
    """As the script reads them: `dvt:treated clot-risk`."""
    medicine: bool
    advice: AdviceView | None
    """None where there is nothing to say before the question under it is answered."""
    forms: tuple[PartsView, ...]
    stages: tuple[PartsView, ...]
    which: "FollowUpView | None" = None
    also: tuple["FollowUpView", ...] = ()


@dataclass(frozen=True)
class FollowUpView:
    """A question under a tick."""

    id: str
    ask: str
    one: bool
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True)
class GroupView:
    """Questions that stand together."""

    id: str
    words: str
    questions: tuple[AnswerView, ...]


@dataclass(frozen=True)
class AreaView:
    """A body area to choose, with the smaller ones in it."""

    id: str
    name: str
    parts: tuple["AreaView", ...] = ()


@dataclass(frozen=True)
class SheetView:
    """The whole page."""

    title: str
    short: Markup
    crumbs: tuple[LinkView, ...]
    review: ReviewView
    technique: str
    help: str
    who: tuple[AnswerView, ...]
    groups: tuple[GroupView, ...]
    areas: tuple[AreaView, ...]
    index: LinkView
    script: str


def sheet_page(library: Library, model: SafetyModel) -> Page | None:
    """Make the page; None when a project has no questions, or not the technique they go by."""
    sheet = library.sheet.sheet if library.sheet else None
    if sheet is None or sheet.technique not in model.techniques:
        return None
    writer = Writer(library, URL)
    maker = _Maker(library, model, sheet.technique)
    view = SheetView(
        sheet.title,
        writer.text(sheet.description),
        (LinkView(writer.href(""), "Home"),),
        review_view(sheet),
        sheet.technique,
        writer.href("get-help/"),
        tuple(maker.answer(one) for one in sheet.who),
        tuple(
            GroupView(group.id.value, group.words, tuple(maker.question(one) for one in group.questions))
            for group in sheet.groups
        ),
        _areas(library, None),
        LinkView(writer.href("contraindications/"), "When not to have a massage, A to Z"),
        writer.href(_SCRIPT),
    )
    sections = tuple(
        Section(part, "", fragment("sheet.html.jinja", part, v=view)) for part in ("top", "form", "answer", "end")
    )
    description = sheet.description.words()
    return Page(URL, sheet.title, description, sections, sheet.updated, due(sheet), closes(sheet))


def _areas(library: Library, parent: str | None) -> tuple[AreaView, ...]:
    """Give the areas of one level by name; smaller ones of the next level stand inside, with no third."""
    found = [(id_, one) for id_, one in library.records(Region) if one.parent == parent]
    return tuple(
        AreaView(id_, one.name, _areas(library, id_)) for id_, one in sorted(found, key=lambda pair: pair[1].name)
    )


@dataclass(frozen=True)
class _Maker:
    """Makes questions ready to print, each with the advice of the resolver."""

    library: Library
    model: SafetyModel
    technique: str

    def question(self, one: Question) -> AnswerView:
        return self.answer(
            one,
            which=self._follow_up(one.which) if one.which else None,
            also=tuple(self._follow_up(each) for each in one.also),
        )

    def _follow_up(self, one: FollowUp) -> FollowUpView:
        return FollowUpView(one.id, one.ask, one.one, tuple(self.answer(each) for each in one.answers))

    def answer(self, one: Answer, which: FollowUpView | None = None, also: tuple[FollowUpView, ...] = ()) -> AnswerView:
        facts = [Fact(part.fact, part.variant, part.phase) for part in one.facts]
        forms = tuple(
            view
            for fact in facts
            if fact.variant is None and (view := self._forms(fact.id, one.forms or "Which is true?")).parts
        )
        stages = tuple(
            view
            for fact in facts
            if one.stages is not None and fact.phase is None and (view := self._stages(fact.id, one.stages)).parts
        )
        return AnswerView(
            one.id,
            one.words,
            " ".join(str(fact) for fact in facts),
            any(self._is_medicine(fact.id) for fact in facts),
            self._advice(facts) if facts and not forms else None,
            forms,
            stages,
            which,
            also,
        )

    def _forms(self, id_: str, ask: str) -> PartsView:
        record = self.library.record(Contraindication, id_)
        found = [(Fact(id_, variant=one.id), one.id, one.name) for one in record.variants] if record else []
        return PartsView(id_, ask, tuple(PartView(part, name, self._advice([fact])) for fact, part, name in found))

    def _stages(self, id_: str, ask: str) -> PartsView:
        record = self.library.record(Condition, id_)
        found = [(Fact(id_, phase=one.id), one.id, one.name) for one in record.phases] if record else []
        return PartsView(id_, ask, tuple(PartView(part, name, self._advice([fact])) for fact, part, name in found))

    def _is_medicine(self, id_: str) -> bool:
        record = self.library.record(Contraindication, id_)
        return record is not None and record.fact_kind is ContraindicationKind.MEDICINE

    def _advice(self, facts: Sequence[Fact]) -> AdviceView | None:
        result = resolve(self.model, self.technique, facts)
        if result.verdict is None:
            return None
        rules = [rule_of(self.library, key) for key in dict.fromkeys(one.rule for one in result.reasons)]
        return AdviceView(
            result.verdict,
            result.urgency,
            _words([rule.do_instead for rule in rules]),
            _words([rule.ask_whom for rule in rules]),
            _words([rule.until for rule in rules]),
        )


def _words(texts: Sequence[Prose | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.words() for text in texts if text is not None))
