"""A plan is judged by its steps."""

import pytest
from small import model, rule

from massage_atlas.records.vocabulary import Verdict
from massage_atlas.safety import Fact
from massage_atlas.safety.approaches import PlannedStep, judge

F0 = (Fact("f0"),)
PRESS, STROKE = PlannedStep(("press",)), PlannedStep(("stroke",))
ALL_FIT = [["press", "stroke", "leg-work"]]


def verdict(made, *steps, facts=F0):
    return judge(made, steps, facts).verdict


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ([], Verdict.NO_WARNING),
        ([rule(to=["press"])], Verdict.ADAPT),  # one step drops out
        ([rule(to=["press", "stroke"])], Verdict.AVOID),  # no step remains
        ([rule()], Verdict.AVOID),  # a rule stops every massage
        ([rule("emergency")], Verdict.EMERGENCY),
        ([rule("precaution", asks=True)], Verdict.ASK_FIRST),
        ([rule("precaution")], Verdict.ADAPT),
        ([rule("local", at=["calf"])], Verdict.AVOID_AREA),
        ([rule(to=["press"]), rule("precaution", ("f0", 1), asks=True)], Verdict.ASK_FIRST),
    ],
)
def test_a_plan_is_as_strict_as_what_remains_of_it(rules, expected):
    """With changes when steps drop out; "do not have this" only when all massage is out, or nothing is left."""
    assert expected is verdict(model(rules, fits=ALL_FIT), PRESS, STROKE)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ([rule(to=["press", "stroke"])], False),  # nothing is left of this plan, and another may be had
        ([rule()], True),
        ([rule("emergency")], True),
        ([rule("precaution", asks=True)], False),
    ],
)
def test_what_stops_one_plan_is_told_from_what_stops_every_massage(rules, expected):
    """A page sends readers to the list of what stops every massage; what stops only its own plan stands on it."""
    assert expected is judge(model(rules, fits=ALL_FIT), [PRESS, STROKE], F0).any_massage


def test_each_technique_of_a_step_is_told_apart():
    """What is left out, what changes and what stays are named, step by step."""
    made = model([rule(to=["press"]), rule("precaution", ("f0", 1), to=["stroke"])], fits=[["leg-work"]])
    first, second = judge(made, [PlannedStep(("press", "stroke")), PlannedStep(("leg-work",))], F0).steps
    assert (("press",), ("stroke",), ()) == (first.out, first.changed, first.kept)
    assert ((), (), ("leg-work",)) == (second.out, second.changed, second.kept)
    assert (False, False) == (first.left_out, second.left_out)
    assert judge(made, [PRESS], F0).steps[0].left_out


def test_a_step_is_judged_where_it_is_done():
    """A rule on an area of the body leaves out a step that works there, and no other."""
    made = model([rule(at=["leg"])], fits=ALL_FIT)
    steps = [PlannedStep(("press",), ("calf",)), PlannedStep(("press",), ("arm",))]
    result = judge(made, steps, F0)
    assert (Verdict.ADAPT, True, False) == (result.verdict, result.steps[0].left_out, result.steps[1].left_out)


def test_a_plan_nobody_looked_at_is_no_pass():
    """Unchecked techniques make the plan unchecked; so does a plan without hands-on steps."""
    assert Verdict.NOT_CHECKED is verdict(model(), PRESS)
    assert Verdict.NOT_CHECKED is verdict(model())
    assert Verdict.NO_WARNING is verdict(model(), PRESS, facts=())
