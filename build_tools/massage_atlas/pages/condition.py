"""The page of a condition."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from massage_atlas.library import Key
from massage_atlas.pages import evidence
from massage_atlas.pages.answers import short_answer
from massage_atlas.pages.body_map import small_map
from massage_atlas.pages.evidence import DisagreementView, FindingView, KnownView
from massage_atlas.pages.frame import Frame, by_urgency, strip
from massage_atlas.pages.looks import LookView, looks
from massage_atlas.pages.rendering import Heading, RecordView
from massage_atlas.pages.verdicts import MassageWithView, massage_with
from massage_atlas.pages.writer import LinkView, Writer
from massage_atlas.records.condition import Condition
from massage_atlas.records.contraindication import Contraindication
from massage_atlas.records.vocabulary import Urgency
from massage_atlas.safety import Fact


@dataclass(frozen=True)
class UseView:
    """A technique that is used here."""

    link: LinkView
    how: Markup


@dataclass(frozen=True)
class CardView:
    """An urgency card: what to do, and when."""

    urgency: Urgency
    signs: tuple[LinkView, ...]
    reasons: tuple[Markup, ...]


@dataclass(frozen=True)
class SaidView:
    """A sentence with how we know it."""

    says: Markup
    known: KnownView


@dataclass(frozen=True)
class ConditionView(RecordView):
    """The page of a condition."""

    template: ClassVar[str] = "condition.html.jinja"
    headings: ClassVar[tuple[Heading, ...]] = (
        Heading("about", "What it is", "client"),
        Heading("where", "Where on the body"),
        Heading("massage", "Massage with this condition: what to change"),
        Heading("tell", "What to tell your therapist"),
        Heading("helps", "Does it help?"),
        Heading("self-care", "What you can do yourself"),
        Heading("help", "When to get help"),
        Heading("questions", "Questions to ask"),
        Heading("study", "For students: the picture", "study"),
        Heading("phases", "Stages", "study"),
        Heading("dose", "How studies did it", "study"),
        Heading("assessment", "Assessment", "study"),
        Heading("choice", "Choosing techniques", "study"),
        Heading("looks", "Techniques that were looked at", "study"),
        Heading("codes", "Codes", "study"),
    )

    plain: Markup
    study: Markup
    signs: tuple[Markup, ...]
    where: Markup
    """A small map of the areas it is found in."""
    approach: Markup
    massage: MassageWithView
    uses: tuple[UseView, ...]
    changes: tuple[LinkView, ...]
    no_massage: str
    tell: tuple[Markup, ...]
    findings: tuple[FindingView, ...]
    disagreements: tuple[DisagreementView, ...]
    self_care: tuple[SaidView, ...]
    cards: tuple[CardView, ...]
    questions: tuple[Markup, ...]
    phases: tuple[tuple[str, Markup], ...]
    dose: SaidView | None
    assessment: Markup
    choice: Markup
    looks: tuple[LookView, ...]
    codes: tuple[tuple[str, str, str], ...]


def view(frame: Frame, writer: Writer, key: Key, record: Condition) -> ConditionView:
    """Make a condition ready to print."""
    massage = massage_with(writer, frame.model, Fact(key.id))
    short = short_answer(writer.library, frame.model, key.id, writer.text(record.short))
    head = frame.head(writer, record, key, short, strip=strip(writer, record.red_flags))
    dose = record.dose
    return ConditionView(
        head=head,
        plain=writer.text(record.plain),
        signs=writer.texts(record.signs),
        where=small_map(writer, record.regions, "Felt or treated here:"),
        approach=writer.text(record.approach),
        massage=massage,
        uses=tuple(
            UseView(writer.link(Key("technique", use.technique)), writer.text(use.how)) for use in record.techniques
        ),
        changes=_changes(writer, key),
        no_massage=writer.href("contraindications/#emergency"),
        tell=writer.texts(record.tell),
        findings=evidence.findings(writer, record.benefits),
        disagreements=evidence.disagreements(writer, record.disagreements),
        self_care=tuple(SaidView(writer.text(one.says), evidence.known(writer, one)) for one in record.self_care),
        cards=_cards(writer, record),
        questions=writer.texts(record.questions),
        study=writer.text(record.study),
        phases=tuple((phase.name, writer.text(phase.note)) for phase in record.phases),
        dose=SaidView(writer.text(dose.says), evidence.known(writer, dose)) if dose else None,
        assessment=writer.text(record.assessment),
        choice=writer.text(record.choice),
        looks=looks(writer, record.fits, {phase.id: phase.name for phase in record.phases}),
        codes=tuple((code.system.label, code.code, code.label) for code in record.codes),
        foot=frame.foot(writer, record, key),
    )


def _changes(writer: Writer, key: Key) -> tuple[LinkView, ...]:
    """Give the facts this condition is or brings with it, each with the first thing to know."""
    found = []
    for id_, fact in writer.library.records(Contraindication):
        if id_ == key.id or any(part.fact == key.id for part in fact.implied_by):
            found.append(writer.link(Key("contraindication", id_), note=fact.short))
    return tuple(found)


def _cards(writer: Writer, record: Condition) -> tuple[CardView, ...]:
    signs = dict(by_urgency(writer.library, record.red_flags))
    cards = []
    for urgency in Urgency:
        links = writer.links("contraindication", signs.get(urgency, ()))
        reasons = tuple(writer.text(advice.sign) for advice in record.doctor if advice.urgency is urgency)
        if links or reasons:
            cards.append(CardView(urgency, links, reasons))
    return tuple(cards)
