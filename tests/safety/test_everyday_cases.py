"""Cases everyone meets, on the library as it is: what a careful therapist would say must come out."""

import pytest
import yaml

from massage_atlas.safety import Fact, resolve
from projects import ROOT

CASES = yaml.safe_load((ROOT / "tests/data/safety/everyday.yml").read_text(encoding="utf-8"))
KEYS = {"says", "techniques", "facts", "region", "verdicts", "urgency", "because", "never", "areas", "instead"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_case(real_model, case):
    """The verdict, the urgency, and everything that has to be said with it."""
    assert set(case) <= KEYS
    facts = [Fact.parse(written) for written in case["facts"]]
    for fact in facts:
        known = real_model.facts[fact.id]
        assert fact.variant in (None, *known.variants) and fact.phase in (None, *known.phases), str(fact)
    techniques = sorted(real_model.techniques) if case["techniques"] == "all" else case["techniques"]
    for technique in techniques:
        result = resolve(real_model, technique, facts, case.get("region"))
        reasons = {reason.rule.id for reason in result.reasons}

        assert result.verdict in case["verdicts"] or (result.verdict is None and "region" in case), technique
        assert case.get("urgency") == result.urgency, technique
        assert set(case.get("because", ())) <= reasons, technique
        assert not set(case.get("never", ())) & reasons, technique
        assert set(case.get("areas", ())) <= set(result.areas), technique
        assert set(case.get("instead", ())) <= {key.id for key in result.adaptations}, technique


def test_no_case_stands_twice():
    """Each says something of its own."""
    says = [case["says"] for case in CASES]

    assert sorted(set(says)) == sorted(says)
