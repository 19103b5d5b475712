"""The whole table: verdict and areas of every technique with every fact, in every place, in about a microsecond each.

`resolve` tells the whole story of one case. This walks all of them, and works out each different question once: for one
fact, techniques that the same rules reach, at the same place, have the same answer.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from massage_atlas.library import Key, Library
from massage_atlas.records.condition import Condition
from massage_atlas.records.contraindication import Contraindication
from massage_atlas.records.vocabulary import ContraindicationKind, Verdict
from massage_atlas.safety.areas import Mask
from massage_atlas.safety.facts import Fact
from massage_atlas.safety.model import SafetyModel, SafetyRule
from massage_atlas.safety.resolver import area, cut, effect, everything, looked_at, named, rules_of
from massage_atlas.safety.verdicts import STRICTEST_FIRST

_RANK = {verdict: rank for rank, verdict in enumerate(STRICTEST_FIRST)}


class Cell(NamedTuple):
    """One answer of the table."""

    technique: str
    fact: Fact | None
    """None for a healthy adult."""
    region: str | None
    verdict: Verdict | None
    areas: tuple[str, ...]


_ASKED = (ContraindicationKind.DISEASE, ContraindicationKind.STATE, ContraindicationKind.MEDICINE)


def matters(library: Library) -> tuple[Key, ...]:
    """Give the health matters a technique is held against, each once: no signs, and nothing that holds for everyone."""
    conditions = [Key("condition", id_) for id_, _ in library.records(Condition)]
    known = {key.id for key in conditions}
    facts = [id_ for id_, one in library.records(Contraindication) if one.fact_kind in _ASKED and id_ not in known]
    return (*conditions, *(Key("contraindication", id_) for id_ in facts))


class _Candidate(NamedTuple):
    """A rule that the facts bring, whatever the technique."""

    rule: SafetyRule
    owner: int
    """Which of the held facts it belongs to."""
    area: Mask | None
    named: tuple[str, ...]


def every_fact(model: SafetyModel) -> Iterator[Fact]:
    """Give every fact of a library: as it stands, in each form, and in each stage."""
    for id_, known in sorted(model.facts.items()):
        yield Fact(id_)
        yield from (Fact(id_, variant=variant) for variant in known.variants)
        yield from (Fact(id_, phase=phase) for phase in known.phases)


def table(model: SafetyModel, facts: Iterable[Fact | None], regions: Sequence[str | None] = (None,)) -> Iterator[Cell]:
    """Give the verdict and the areas for every technique with each fact, asked for at each region.

    The answers are those of `resolve`, which tests hold. Techniques come in order of their ids.
    """
    asked = [(region, model.areas[region] if region is not None else None) for region in regions]
    places = {
        id_: [(region, mask, cut(mask, technique.regions)) for region, mask in asked]
        for id_, technique in sorted(model.techniques.items())
    }
    for fact in facts:
        held = everything(model, (fact,) if fact is not None else ())
        candidates = [
            _Candidate(rule, owner, area(model, rule, one), named(rule, one))
            for owner, one in enumerate(held)
            for rule in rules_of(model, one, held)
        ]
        known: dict[tuple[object, ...], tuple[Verdict | None, tuple[str, ...]]] = {}
        for id_, where in places.items():
            reaching = tuple(n for n, one in enumerate(candidates) if id_ in one.rule.techniques)
            seen = tuple(n for n, one in enumerate(held) if looked_at(model, one, id_))
            standing = tuple(n for n, rule in enumerate(model.standing) if id_ in rule.techniques)
            healthy = model.techniques[id_].looked_at
            kind = (reaching, seen, standing, healthy)
            for region, mask, place in where:
                question = (kind, mask is not None, place)
                answer = known.get(question)
                if answer is None:
                    rules = [candidates[n] for n in reaching]
                    always = [model.standing[n] for n in standing] if mask is not None and place else []
                    answer = _answer(rules, set(seen), len(held), always, healthy, place)
                    known[question] = answer
                yield Cell(id_, fact, region, *answer)


def _answer(
    candidates: Sequence[_Candidate],
    seen: set[int],
    facts: int,
    standing: Iterable[SafetyRule],
    healthy: bool,
    place: Mask | None,
) -> tuple[Verdict | None, tuple[str, ...]]:
    fired: list[tuple[Verdict, tuple[str, ...]]] = []
    answered = set(seen)
    for one in candidates:
        brought = effect(one.rule, one.area, place)
        if brought is not None:
            fired.append((brought, one.named))
        if brought is not None or not one.rule.together:
            answered.add(one.owner)
    for rule in standing:
        if place is not None and rule.at is not None and place & ~rule.at == 0:
            fired.append((rule.verdict, rule.at_ids))
    areas = tuple(sorted({id_ for brought, ids in fired if brought is Verdict.AVOID_AREA for id_ in ids}))
    worst = min((brought for brought, _ in fired), key=_RANK.__getitem__, default=None)
    if place == 0:
        return worst if worst in (Verdict.EMERGENCY, Verdict.AVOID) else None, areas
    if worst is not None:
        return worst, areas
    checked = healthy and len(answered) == facts
    return Verdict.NO_WARNING if checked else Verdict.NOT_CHECKED, areas
