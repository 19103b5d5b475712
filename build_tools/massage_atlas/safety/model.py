"""The safety records of a library in the form the resolver works on: every reach worked out, every area a mask."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from massage_atlas.library import Library
from massage_atlas.records.condition import Condition
from massage_atlas.records.contraindication import Contraindication, Rule
from massage_atlas.records.region import Region
from massage_atlas.records.scope import Fit, Reach, Unless
from massage_atlas.records.technique import Technique
from massage_atlas.records.vocabulary import ContraindicationKind, Level, Urgency, Verdict
from massage_atlas.safety.areas import Areas, Mask
from massage_atlas.safety.facts import Implication, Part
from massage_atlas.safety.reach import reached
from massage_atlas.safety.verdicts import verdict


class RuleKey(NamedTuple):
    """Names one rule: its contraindication, and its place in the record's list, from 0."""

    id: str
    number: int


@dataclass(frozen=True)
class SafetyRule:
    """A rule with its reach worked out."""

    key: RuleKey
    level: Level
    verdict: Verdict
    """What it brings where it holds."""
    techniques: frozenset[str]
    """The techniques it is about, those it excepts already taken out."""
    variants: frozenset[str]
    phases: frozenset[str]
    together: tuple[Part, ...]
    """Facts that must also hold."""
    at: Mask | None
    """Where it holds; None for the whole body. With `at_site`, the regions beside the site."""
    at_ids: tuple[str, ...]
    at_site: bool
    """Whether it holds where the trouble is."""
    except_regions: Mask
    except_phases: frozenset[str]
    urgency: Urgency | None
    adapts: bool
    """Whether it says what is possible instead."""
    asks: bool
    """Whether it says who can clear it."""


@dataclass(frozen=True)
class SafetyFit:
    """A recorded look: these techniques were held against a fact."""

    techniques: frozenset[str]
    variants: frozenset[str] = frozenset()
    """Only with these forms; empty for all."""
    phases: frozenset[str] = frozenset()
    """Only in these stages; empty for all."""


@dataclass(frozen=True)
class SafetyTechnique:
    """A technique as the resolver sees it."""

    regions: Mask | None
    """The only areas it is used on; None for anywhere."""
    looked_at: bool
    """Whether someone recorded a look at it for a healthy adult."""


@dataclass(frozen=True)
class SafetyFact:
    """Everything that follows from one fact: the rules of its contraindication, the looks of both its records."""

    rules: tuple[SafetyRule, ...]
    fits: tuple[SafetyFit, ...]
    variants: tuple[str, ...]
    phases: tuple[str, ...]


@dataclass(frozen=True)
class SafetyModel:
    """All of it."""

    techniques: Mapping[str, SafetyTechnique]
    facts: Mapping[str, SafetyFact]
    """By id; a condition and a contraindication of one id are one fact."""
    standing: tuple[SafetyRule, ...]
    """Rules that need no fact."""
    implications: tuple[Implication, ...]
    areas: Areas

    @cached_property
    def rules(self) -> Mapping[RuleKey, SafetyRule]:
        """Give every rule by its name."""
        return {
            rule.key: rule for rule in (*self.standing, *(rule for fact in self.facts.values() for rule in fact.rules))
        }


def rule_of(library: Library, key: RuleKey) -> Rule:
    """Give the rule that a name stands for, with its words.

    Raises:
        KeyError: when there is none.
    """
    record = library.record(Contraindication, key.id)
    if record is None or key.number >= len(record.rules):
        raise KeyError(key)
    return record.rules[key.number]


def safety_model(library: Library) -> SafetyModel:
    """Work out the safety records of a library."""
    techniques = dict(library.records(Technique))
    areas = Areas({id_: region.parent for id_, region in library.records(Region)})
    contraindications = dict(library.records(Contraindication))
    conditions = dict(library.records(Condition))
    compiled = {
        id_: tuple(_rule(RuleKey(id_, number), rule, techniques, areas) for number, rule in enumerate(record.rules))
        for id_, record in contraindications.items()
    }
    is_standing = {id_ for id_, one in contraindications.items() if one.fact_kind is ContraindicationKind.STANDING}
    return SafetyModel(
        techniques={
            id_: SafetyTechnique(areas.mask(one.regions) if one.regions else None, one.healthy_adult is not None)
            for id_, one in techniques.items()
        },
        facts={
            id_: _fact(conditions.get(id_), contraindications.get(id_), compiled.get(id_, ()), techniques)
            for id_ in sorted({*conditions, *contraindications} - is_standing)
        },
        standing=tuple(rule for id_ in sorted(is_standing) for rule in compiled[id_]),
        implications=tuple(
            Implication(Part(part.fact, part.variant, part.phase), id_, part.brings)
            for id_, record in sorted(contraindications.items())
            for part in record.implied_by
        ),
        areas=areas,
    )


def _fact(
    condition: Condition | None,
    contraindication: Contraindication | None,
    rules: tuple[SafetyRule, ...],
    techniques: Mapping[str, Technique],
) -> SafetyFact:
    fits = (*(condition.fits if condition else ()), *(contraindication.fits if contraindication else ()))
    return SafetyFact(
        rules,
        tuple(_fit(fit, techniques) for fit in fits),
        tuple(one.id for one in contraindication.variants) if contraindication else (),
        tuple(one.id for one in condition.phases) if condition else (),
    )


def _fit(fit: Fit, techniques: Mapping[str, Technique]) -> SafetyFit:
    return SafetyFit(_covered(fit.to, techniques), frozenset(fit.variants), frozenset(fit.phases))


def _covered(reach: Reach | None, techniques: Mapping[str, Technique]) -> frozenset[str]:
    return frozenset(id_ for id_, technique in techniques.items() if reached(reach, id_, technique))


def _rule(key: RuleKey, rule: Rule, techniques: Mapping[str, Technique], areas: Areas) -> SafetyRule:
    regions = tuple(id_ for id_ in rule.at if id_ != "site")
    unless = rule.unless
    return SafetyRule(
        key,
        rule.level,
        verdict(rule),
        _covered(rule.to, techniques) - _excepted(unless, techniques),
        frozenset(rule.variants),
        frozenset(rule.phases),
        tuple(Part(part.fact, part.variant, part.phase) for part in rule.with_),
        areas.mask(regions) if rule.at else None,
        regions,
        "site" in rule.at,
        areas.mask(unless.regions) if unless else 0,
        frozenset(unless.phases if unless else ()),
        rule.urgency,
        rule.do_instead is not None,
        rule.ask_whom is not None,
    )


def _excepted(unless: Unless | None, techniques: Mapping[str, Technique]) -> frozenset[str]:
    """Give the techniques that a rule excepts by name, family or attribute, apart from areas and stages."""
    if unless is None or not (unless.techniques or unless.families or unless.attributes):
        return frozenset()
    reach = Reach(techniques=unless.techniques, families=unless.families, attributes=unless.attributes)
    return _covered(reach, techniques)
