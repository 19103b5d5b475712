"""The verdict for a technique and a set of facts, with every reason: pure, total, and the same on every surface.

Each step is one of the points of docs/explanation/safety-model.md. Where the model leaves a choice, the more careful
reading is taken, and said there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from massage_atlas.records.vocabulary import Level, Urgency, Verdict
from massage_atlas.safety.areas import Mask
from massage_atlas.safety.facts import Fact, closed
from massage_atlas.safety.model import RuleKey, SafetyModel, SafetyRule
from massage_atlas.safety.verdicts import STRICTEST_FIRST

HEALTHY_ADULT = Fact("healthy-adult")
"""Stands in `not_checked` when nobody recorded a look at the technique for someone with none of the facts."""

_RANK = {verdict: rank for rank, verdict in enumerate(STRICTEST_FIRST)}
_URGENCIES = tuple(Urgency)


class Reason(NamedTuple):
    """A rule that fires, and what it brings here."""

    rule: RuleKey
    verdict: Verdict
    fact: Fact | None
    """The fact it follows from; None for a standing rule."""
    areas: tuple[str, ...]
    """The areas it is about; empty for the whole body, or where the site was not said."""


@dataclass(frozen=True)
class Result:
    """The verdict, and everything that has to be shown with it."""

    verdict: Verdict | None
    """The headline; None when the technique is not used on the region asked for, and nothing forbids it anywhere."""
    reasons: tuple[Reason, ...]
    """Every rule that fires, the strictest first."""
    areas: tuple[str, ...]
    """Areas to leave alone."""
    adaptations: tuple[RuleKey, ...]
    """Rules that say what is possible instead."""
    ask_whom: tuple[RuleKey, ...]
    """Rules that say who can clear them."""
    urgency: Urgency | None
    """What to do about one's health: the worst of all rules that fire."""
    not_checked: tuple[Fact, ...]
    """Facts that no rule answers and nobody looked at."""
    elsewhere: tuple[RuleKey, ...]
    """Rules that hold only on other parts of the body."""
    spare: tuple[str, ...]
    """Areas that everyone leaves alone with this technique."""


def resolve(model: SafetyModel, technique: str, facts: Iterable[Fact] = (), region: str | None = None) -> Result:
    """Give the verdict for a technique, a set of facts, and the region where the massage is asked for.

    Args:
        model: The library's safety records.
        technique: The id of a technique.
        facts: What holds for the client; ids the library does not know count as not checked.
        region: The id of a region; None for anywhere.

    Raises:
        KeyError: when the library has no such technique, or no such region.
    """
    has = model.techniques[technique]
    asked = model.areas[region] if region is not None else None
    where = cut(asked, has.regions)
    held = everything(model, facts)
    reasons: list[Reason] = []
    elsewhere: set[RuleKey] = set()
    not_checked = [] if has.looked_at else [HEALTHY_ADULT]
    for fact in held:
        answered = False
        for rule in rules_of(model, fact, held):
            if technique not in rule.techniques:
                continue
            brought = effect(rule, area(model, rule, fact), where)
            if brought is not None:
                reasons.append(Reason(rule.key, brought, fact, named(rule, fact)))
                answered = True
            else:
                elsewhere.add(rule.key)
                # A combination that is silent here answers nothing: a second fact must not bring a pass.
                answered = answered or not rule.together
        if not answered and not looked_at(model, fact, technique):
            not_checked.append(fact)
    spare = standing(model, technique, asked, where, reasons)
    return _result(model, reasons, tuple(not_checked), elsewhere, spare, apart=where == 0)


def everything(model: SafetyModel, facts: Iterable[Fact]) -> list[Fact]:
    """Give the facts with all that they bring with them, in one order."""
    return sorted(closed((_known(model, fact) for fact in facts), model.implications), key=str)


def _known(model: SafetyModel, fact: Fact) -> Fact:
    """Take a form or stage that the library does not know as not said, which is the strictest."""
    record = model.facts.get(fact.id)
    variants, phases = (record.variants, record.phases) if record else ((), ())
    return Fact(
        fact.id,
        fact.variant if fact.variant in variants else None,
        fact.phase if fact.phase in phases else None,
        fact.site,
    )


def cut(asked: Mask | None, own: Mask | None) -> Mask | None:
    """Give where the massage would be: the region asked for, cut with the technique's own; None for anywhere."""
    if asked is None or own is None:
        return own if asked is None else asked
    return asked & own


def rules_of(model: SafetyModel, fact: Fact, held: Iterable[Fact]) -> Iterator[SafetyRule]:
    """Give the rules of a fact that are about this form and stage, and whose other facts hold too."""
    known = model.facts.get(fact.id)
    for rule in known.rules if known else ():
        if (
            (not rule.variants or fact.variant is None or fact.variant in rule.variants)
            and (not rule.phases or fact.phase is None or fact.phase in rule.phases)
            and (fact.phase is None or fact.phase not in rule.except_phases)
            and all(any(part.holds(other) for other in held) for part in rule.together)
        ):
            yield rule


def area(model: SafetyModel, rule: SafetyRule, fact: Fact | None) -> Mask | None:
    """Give where a rule holds; None for everywhere, which a site that nobody said counts as."""
    if rule.at is None or rule.level is Level.EMERGENCY:
        return None
    if rule.at_site:
        site = model.areas.mask((fact.site,)) if fact is not None and fact.site is not None else 0
        return rule.at | site if site else None
    return rule.at


def effect(rule: SafetyRule, area: Mask | None, where: Mask | None) -> Verdict | None:
    """Say what a rule brings where the massage would be; None when that is not its place."""
    if where and rule.except_regions and where & ~rule.except_regions == 0:
        return None
    if area is None:
        return rule.verdict
    if where is not None and where & area == 0:
        return None
    if rule.level is Level.PRECAUTION or (where is not None and where & ~area == 0):
        return rule.verdict
    return Verdict.AVOID_AREA


def named(rule: SafetyRule, fact: Fact | None) -> tuple[str, ...]:
    """Give the areas a rule is about, the site included when it was said."""
    site = (fact.site,) if rule.at_site and fact is not None and fact.site is not None else ()
    return (*rule.at_ids, *site)


def looked_at(model: SafetyModel, fact: Fact, technique: str) -> bool:
    """Tell whether someone recorded a look at this technique with this fact, in the form and stage that were said."""
    known = model.facts.get(fact.id)
    return known is not None and any(
        technique in fit.techniques
        and (not fit.variants or fact.variant in fit.variants)
        and (not fit.phases or fact.phase in fit.phases)
        for fit in known.fits
    )


def standing(
    model: SafetyModel, technique: str, asked: Mask | None, where: Mask | None, reasons: list[Reason]
) -> tuple[str, ...]:
    """Let standing rules fire where the region asked for lies inside their area; else name the areas to leave alone."""
    spare: dict[str, None] = {}
    for rule in model.standing:
        if technique not in rule.techniques or rule.at is None:
            continue
        if asked is not None and where is not None and where != 0 and where & ~rule.at == 0:
            reasons.append(Reason(rule.key, rule.verdict, None, rule.at_ids))
        elif where is None or where & rule.at:
            spare.update(dict.fromkeys(rule.at_ids))
    return tuple(spare)


def _result(
    model: SafetyModel,
    reasons: list[Reason],
    not_checked: tuple[Fact, ...],
    elsewhere: set[RuleKey],
    spare: tuple[str, ...],
    *,
    apart: bool,
) -> Result:
    ordered = tuple(sorted(set(reasons), key=lambda one: (_RANK[one.verdict], one.rule, str(one.fact))))
    fired = tuple(dict.fromkeys(one.rule for one in ordered))
    rules = model.rules
    said = {rules[key].urgency for key in fired}
    return Result(
        _headline(ordered, not_checked, apart=apart),
        ordered,
        tuple(sorted({area for one in ordered if one.verdict is Verdict.AVOID_AREA for area in one.areas})),
        tuple(sorted(key for key in fired if rules[key].adapts)),
        tuple(sorted(key for key in fired if rules[key].asks)),
        next((urgency for urgency in _URGENCIES if urgency in said), None),
        not_checked,
        tuple(sorted(elsewhere - set(fired))),
        spare,
    )


def _headline(reasons: tuple[Reason, ...], not_checked: tuple[Fact, ...], *, apart: bool) -> Verdict | None:
    """Give the strictest verdict. A place the technique is not used on has none, unless all massage is out."""
    worst = reasons[0].verdict if reasons else None
    if apart:
        return worst if worst in (Verdict.EMERGENCY, Verdict.AVOID) else None
    if worst is not None:
        return worst
    return Verdict.NOT_CHECKED if not_checked else Verdict.NO_WARNING
