"""Measures the whole table of verdicts: 100 techniques, 500 facts, 20 regions, three rules a fact.

Prints the processor seconds that verdict and areas of a million cases take; reasons are worked out on demand and are
not counted.
"""

import random
import time

from massage_atlas.records.vocabulary import Level, Verdict
from massage_atlas.safety import Fact, RuleKey, SafetyModel
from massage_atlas.safety.areas import Areas
from massage_atlas.safety.facts import Implication, Part
from massage_atlas.safety.model import SafetyFact, SafetyFit, SafetyRule, SafetyTechnique
from massage_atlas.safety.table import table

TECHNIQUES, FACTS, REGIONS, RULES = 100, 500, 20, 3
GOAL = 3.0
"""The most processor seconds that the table may take."""

_VERDICTS = {Level.ABSOLUTE: Verdict.AVOID, Level.LOCAL: Verdict.AVOID_AREA, Level.PRECAUTION: Verdict.ADAPT}


def made_model(chance: random.Random) -> SafetyModel:
    """Make a model with forms, stages, areas, sites, combinations, looks and implications, as the library has."""
    regions = [f"r{n}" for n in range(REGIONS)]
    areas = Areas({id_: regions[n // 3 - 1] if n > 5 else None for n, id_ in enumerate(regions)})
    techniques = [f"t{n:03}" for n in range(TECHNIQUES)]
    ids = [f"f{n:03}" for n in range(FACTS)]

    def rule(id_: str, number: int, *, standing: bool = False) -> SafetyRule:
        level = chance.choice(list(_VERDICTS))
        at = chance.sample(regions, 1 if standing else chance.choice((0, 1, 2)))
        site = not standing and chance.random() < 0.2
        return SafetyRule(
            key=RuleKey(id_, number),
            level=level,
            verdict=_VERDICTS[level],
            techniques=frozenset(chance.sample(techniques, chance.choice((20, 60, TECHNIQUES)))),
            variants=frozenset(["old"] if chance.random() < 0.3 else []),
            phases=frozenset(["acute"] if chance.random() < 0.2 else []),
            together=(Part(chance.choice(ids)),) if chance.random() < 0.1 else (),
            at=areas.mask(at) if at or site else None,
            at_ids=tuple(at),
            at_site=site,
            except_regions=areas.mask(chance.sample(regions, 1)) if chance.random() < 0.1 else 0,
            except_phases=frozenset(),
            urgency=None,
            adapts=level is not Level.ABSOLUTE,
            asks=False,
        )

    facts = {
        id_: SafetyFact(
            tuple(rule(id_, n) for n in range(RULES)),
            (SafetyFit(frozenset(chance.sample(techniques, 30))),),
            ("old", "new"),
            ("acute", "calm"),
        )
        for id_ in ids
    }
    own = {id_: areas.mask(chance.sample(regions, 2)) if chance.random() < 0.1 else None for id_ in techniques}
    implications = tuple(Implication(Part(ids[n]), ids[n + 1]) for n in range(0, FACTS - 1, 10))
    standing = tuple(rule("standing", n, standing=True) for n in range(5))
    has = {id_: SafetyTechnique(mask, True) for id_, mask in own.items()}
    return SafetyModel(has, facts, standing, implications, areas)


def main() -> None:
    """Print what the table took."""
    model = made_model(random.Random(1))
    regions = list(model.areas.ids)
    begun = time.process_time()
    count = sum(1 for _ in table(model, [Fact(id_) for id_ in model.facts], regions))
    spent = time.process_time() - begun
    print(f"verdicts: {count:,} in {spent:.2f} s CPU")
    print(f"goal:     {GOAL:.2f} s CPU: {'met' if spent < GOAL else 'missed'}")


if __name__ == "__main__":
    main()
