"""Verdicts on pages: always the resolver's, with the pair they are for, the reason, and what is possible."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from massage_atlas.library import Key
from massage_atlas.pages.answers import most
from massage_atlas.pages.wearing import brought, wears_out
from massage_atlas.pages.writer import NOTHING, LinkView, Writer
from massage_atlas.records.approach import Approach
from massage_atlas.records.condition import Condition
from massage_atlas.records.contraindication import Contraindication
from massage_atlas.records.technique import Technique
from massage_atlas.records.vocabulary import ContraindicationKind, Urgency, Verdict
from massage_atlas.safety import (
    STRICTEST_FIRST,
    Fact,
    Reason,
    Result,
    RuleKey,
    SafetyModel,
    resolve,
    rule_of,
    through,
)
from massage_atlas.safety.approaches import PlannedStep, judge

_ASKED = (ContraindicationKind.DISEASE, ContraindicationKind.MEDICINE, ContraindicationKind.STATE)
_NO_RULE = (Verdict.NO_WARNING, Verdict.NOT_CHECKED)


@dataclass(frozen=True)
class PairView:
    """The verdict of one technique with one fact."""

    verdict: Verdict
    technique: str
    fact: str
    link: LinkView
    """The page of the other half of the pair."""
    why: Markup
    through: str
    """Why the strictest rule reaches this technique; empty when it is about every massage."""
    instead: tuple[Markup, ...]
    ask: tuple[Markup, ...]
    areas: tuple[LinkView, ...]
    urgency: Urgency | None
    closes: datetime.date | None
    """After which day nobody should rely on it."""


@dataclass(frozen=True)
class SameView:
    """Pairs with the same verdict; what that verdict means is said once, above them."""

    verdict: Verdict
    pairs: tuple[PairView, ...]
    closes: datetime.date | None
    """After which day nobody should rely on the first of them that wears out."""


@dataclass(frozen=True)
class MassageWithView:
    """Massage with a condition: what holds for most techniques, then only what differs, then all."""

    most: Verdict
    exceptions: tuple[SameView, ...]
    """The strictest first."""
    not_checked: tuple[PairView, ...]
    every: tuple[SameView, ...]
    stages: tuple[tuple[str, Verdict], ...]
    """The stages and forms whose answer differs from that for the condition as a whole, with theirs."""
    closes: datetime.date | None
    """After which day nobody should rely on what holds for most."""


def pair_view(writer: Writer, model: SafetyModel, technique: str, fact: Fact, link: LinkView) -> PairView | None:
    """Make the verdict of a pair ready to print; None when the technique is not used there."""
    result = resolve(model, technique, (fact,))
    if result.verdict is None:
        return None
    return _pair(writer, model, technique, fact, link, result, result.reasons[0] if result.reasons else None)


def _pair(
    writer: Writer,
    model: SafetyModel,
    technique: str,
    fact: Fact,
    link: LinkView,
    result: Result,
    reason: Reason | None,
) -> PairView:
    library = writer.library
    record = library.record(Technique, technique)
    rule = rule_of(library, reason.rule) if reason else None
    assert result.verdict is not None
    return PairView(
        result.verdict,
        technique,
        str(fact),
        link,
        writer.text(rule.why) if rule else NOTHING,
        through(rule.to, technique, record) if rule and record else "",
        _texts(writer, result.adaptations, "do_instead"),
        _texts(writer, result.ask_whom, "ask_whom"),
        writer.links("region", result.areas),
        result.urgency,
        wears_out(library, (technique,), brought(model, fact)),
    )


def _texts(writer: Writer, keys: Iterable[RuleKey], field: str) -> tuple[Markup, ...]:
    found = (getattr(rule_of(writer.library, key), field) for key in keys)
    return tuple(dict.fromkeys(writer.text(text) for text in found if text is not None))


def special_rules(writer: Writer, model: SafetyModel, technique: str) -> tuple[PairView, ...]:
    """Give the facts with which this technique is judged more strictly than just any massage, the strictest first."""
    found = []
    for id_, record in writer.library.records(Contraindication):
        if record.fact_kind not in _ASKED:
            continue
        fact = Fact(id_)
        result = resolve(model, technique, (fact,))
        reason = next((one for one in result.reasons if one.verdict is result.verdict), None)
        about = writer.library.record(Technique, technique)
        if reason is None or about is None or not through(rule_of(writer.library, reason.rule).to, technique, about):
            continue
        link = writer.link(Key("contraindication", id_))
        found.append(_pair(writer, model, technique, fact, link, result, reason))
    return tuple(sorted(found, key=_strictest_first))


@dataclass(frozen=True)
class PlanChangeView:
    """What becomes of a plan with one fact."""

    fact: LinkView
    verdict: Verdict
    out: tuple[LinkView, ...]
    partly: tuple[LinkView, ...]
    """Left out in some steps of the plan only."""
    changed: tuple[LinkView, ...]
    kept: tuple[LinkView, ...]
    closes: datetime.date | None
    """After which day nobody should rely on it."""


@dataclass(frozen=True)
class WholePlanView:
    """The facts with which nothing drops out of a plan, and all of it has one verdict."""

    verdict: Verdict
    facts: tuple[LinkView, ...]
    closes: datetime.date | None
    """After which day nobody should rely on the first of them that wears out."""


@dataclass(frozen=True)
class PlanView:
    """What becomes of a plan, fact by fact, the strictest first."""

    changes: tuple[PlanChangeView, ...]
    """With these a technique drops out."""
    whole: tuple[WholePlanView, ...]
    """With these all techniques stay, with changes or after a question."""


def plan_view(writer: Writer, model: SafetyModel, record: Approach) -> PlanView:
    """Judge a plan with each fact that may be asked about.

    Facts that stop every massage, whatever the plan, are left to the page that lists them.
    """
    steps = [PlannedStep(step.techniques, step.regions) for step in record.plan if step.techniques]
    techniques = {id_ for step in steps for id_ in step.techniques}
    regions = {id_ for step in steps for id_ in step.regions}
    if not (techniques <= set(model.techniques) and regions <= set(model.areas.ids)):
        return PlanView((), ())  # one of them has a problem and no page yet, and nobody can judge the rest without it
    found = []
    whole: dict[Verdict, list[tuple[LinkView, datetime.date | None]]] = {}
    for id_, fact in writer.library.records(Contraindication):
        if fact.fact_kind not in _ASKED:
            continue
        result = judge(model, steps, (Fact(id_),))
        out = _once(step.out for step in result.steps)
        if result.any_massage or result.verdict in _NO_RULE:
            continue
        link = writer.link(Key("contraindication", id_))
        closes = wears_out(writer.library, techniques, brought(model, Fact(id_)))
        if not out:
            whole.setdefault(result.verdict, []).append((link, closes))
            continue
        changed = _once(step.changed for step in result.steps)
        kept = _once(step.kept for step in result.steps)
        found.append(
            PlanChangeView(
                link,
                result.verdict,
                writer.links("technique", (one for one in out if one not in changed)),
                writer.links("technique", (one for one in out if one in changed)),
                writer.links("technique", (one for one in changed if one not in out)),
                writer.links("technique", kept),
                closes,
            )
        )
    return PlanView(
        tuple(sorted(found, key=lambda one: (STRICTEST_FIRST.index(one.verdict), one.fact.text.casefold()))),
        tuple(_whole(verdict, whole[verdict]) for verdict in STRICTEST_FIRST if verdict in whole),
    )


def _whole(verdict: Verdict, facts: list[tuple[LinkView, datetime.date | None]]) -> WholePlanView:
    links = sorted((link for link, _ in facts), key=lambda link: link.text.casefold())
    return WholePlanView(verdict, tuple(links), min((day for _, day in facts if day is not None), default=None))


def _once(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id_ for group in groups for id_ in group))


def massage_with(writer: Writer, model: SafetyModel, fact: Fact) -> MassageWithView:
    """Make the verdicts of every technique with one fact ready to print."""
    views = [
        view
        for id_, _ in writer.library.records(Technique)
        if (view := pair_view(writer, model, id_, fact, writer.link(Key("technique", id_)))) is not None
    ]
    most_have = most([view.verdict for view in views])
    differ = [view for view in views if view.verdict is not most_have]
    return MassageWithView(
        most_have,
        _alike(view for view in differ if view.verdict is not Verdict.NOT_CHECKED),
        tuple(view for view in differ if view.verdict is Verdict.NOT_CHECKED),
        _alike(views),
        tuple(_stages(writer, model, fact.id, most_have)),
        wears_out(writer.library, model.techniques, brought(model, fact)),
    )


def _stages(writer: Writer, model: SafetyModel, id_: str, whole: Verdict) -> Iterator[tuple[str, Verdict]]:
    condition = writer.library.record(Condition, id_)
    contraindication = writer.library.record(Contraindication, id_)
    named = [(one.name, Fact(id_, phase=one.id)) for one in condition.phases] if condition else []
    named += [(one.name, Fact(id_, variant=one.id)) for one in contraindication.variants] if contraindication else []
    for name, fact in named:
        found = [resolve(model, technique, (fact,)).verdict for technique in model.techniques]
        here = most(verdict for verdict in found if verdict is not None)
        if here is not whole:
            yield name, here


def _alike(views: Iterable[PairView]) -> tuple[SameView, ...]:
    groups = groupby(sorted(views, key=_strictest_first), key=lambda one: one.verdict)
    alike = ((verdict, tuple(group)) for verdict, group in groups)
    return tuple(
        SameView(verdict, group, min((one.closes for one in group if one.closes), default=None))
        for verdict, group in alike
    )


def _strictest_first(view: PairView) -> tuple[int, str]:
    return STRICTEST_FIRST.index(view.verdict), view.link.text.casefold()
