"""Each step of the resolver, one small model at a time."""

import pytest
from small import model, rule

from massage_atlas.records.vocabulary import Urgency, Verdict
from massage_atlas.safety import HEALTHY_ADULT, Fact, RuleKey, resolve
from massage_atlas.safety.facts import Implication, Part, closed
from massage_atlas.safety.resolver import area, named
from massage_atlas.safety.table import table

F0 = Fact("f0")


def verdict(made, technique="press", facts=(F0,), region=None):
    return resolve(made, technique, facts, region).verdict


@pytest.mark.parametrize(
    ("level", "asks", "expected"),
    [
        ("emergency", False, Verdict.EMERGENCY),
        ("absolute", False, Verdict.AVOID),
        ("precaution", True, Verdict.ASK_FIRST),
        ("precaution", False, Verdict.ADAPT),
        ("local", False, Verdict.AVOID_AREA),
    ],
)
def test_a_level_brings_its_verdict(level, asks, expected):
    """Emergency, avoid, ask first, with changes, not on this area."""
    assert expected is verdict(model([rule(level, asks=asks, at=["calf"] if level == "local" else None)]))


@pytest.mark.parametrize(
    ("at", "region", "absolute", "local", "precaution"),
    [
        (["leg"], "calf", Verdict.AVOID, Verdict.AVOID_AREA, Verdict.ADAPT),  # asked inside the area
        (["calf"], "calf", Verdict.AVOID, Verdict.AVOID_AREA, Verdict.ADAPT),  # the area itself
        (["calf"], "leg", Verdict.AVOID_AREA, Verdict.AVOID_AREA, Verdict.ADAPT),  # the area lies in what is asked
        (["calf"], None, Verdict.AVOID_AREA, Verdict.AVOID_AREA, Verdict.ADAPT),  # nothing asked
        (["calf"], "arm", Verdict.NO_WARNING, Verdict.NO_WARNING, Verdict.NO_WARNING),  # apart
    ],
)
def test_place_decides_between_the_rule_and_its_area(at, region, absolute, local, precaution):
    """Inside: the level's verdict; overlap: the area alone, a precaution holds; apart: silent, and checked there."""
    for level, expected in (("absolute", absolute), ("local", local), ("precaution", precaution)):
        result = resolve(model([rule(level, at=at)]), "press", [F0], region)
        assert expected is result.verdict
        assert ((RuleKey("f0", 0),) if region == "arm" else ()) == result.elsewhere


def test_an_area_is_named_where_it_alone_is_left_out():
    """`areas` holds what to leave alone, and only that."""
    assert ("calf",) == resolve(model([rule(at=["calf"])]), "press", [F0], "leg").areas
    assert () == resolve(model([rule(at=["calf"])]), "press", [F0], "calf").areas
    assert () == resolve(model([rule("precaution", at=["calf"])]), "press", [F0], "leg").areas


def test_only_a_rule_about_the_site_names_the_site():
    """A rule with areas of its own names those, wherever the trouble is."""
    assert ("calf",) == resolve(model([rule(at=["calf"])]), "press", [Fact("f0", site="elbow")]).areas
    assert (None, ()) == (area(model(), rule(site=True), None), named(rule(site=True), None))


def test_an_emergency_holds_wherever_the_massage_is():
    """Emergencies ignore regions."""
    assert Verdict.EMERGENCY is verdict(model([rule("emergency", at=["calf"])]), region="arm")


def test_a_technique_with_regions_of_its_own_is_judged_there():
    """Nothing asked: where the technique is used; asked elsewhere: it is not used there, unless all massage is out."""
    assert Verdict.AVOID is verdict(model([rule(at=["leg"])]), "leg-work")
    assert Verdict.AVOID_AREA is verdict(model([rule(at=["calf"])]), "leg-work")
    assert None is verdict(model([rule("precaution")]), "leg-work", region="arm")
    assert None is verdict(model([rule("local", at=["arm"])]), "leg-work", region="arm")
    assert Verdict.AVOID is verdict(model([rule()]), "leg-work", region="arm")
    assert Verdict.EMERGENCY is verdict(model([rule("emergency")]), "leg-work", region="arm")


def test_a_site_that_is_not_said_is_taken_to_be_here():
    """Unknown site: as if the massage were on it; a known one counts as an area, beside any that are named."""
    made = model([rule(site=True)])
    assert Verdict.AVOID is verdict(made, region="arm")
    assert Verdict.AVOID is verdict(made)
    assert Verdict.NO_WARNING is verdict(made, facts=[Fact("f0", site="calf")], region="arm")
    assert Verdict.AVOID is verdict(made, facts=[Fact("f0", site="calf")], region="calf")
    assert ("calf",) == resolve(made, "press", [Fact("f0", site="calf")], "leg").areas
    both = model([rule(site=True, at=["neck"])])
    assert Verdict.AVOID is verdict(both, facts=[Fact("f0", site="calf")], region="neck")
    assert ("calf", "neck") == resolve(both, "press", [Fact("f0", site="calf")]).areas


def test_a_rule_is_about_its_techniques_only():
    """A technique the rule does not reach is not checked by it."""
    made = model([rule(to=["press"])])
    assert Verdict.AVOID is verdict(made, "press")
    assert Verdict.NOT_CHECKED is verdict(made, "stroke")


@pytest.mark.parametrize("part", ["variant", "phase"])
def test_a_form_or_stage_narrows_a_rule_only_when_it_is_said(part):
    """Unsaid, or unheard of, counts as every form and stage."""
    mine, other = {"variant": ("old", "new"), "phase": ("acute", "calm")}[part]
    made = model([rule(**{f"{part}s": [mine]})], fits=[["press"]])
    assert Verdict.AVOID is verdict(made)
    assert Verdict.AVOID is verdict(made, facts=[Fact("f0", **{part: mine})])
    assert Verdict.AVOID is verdict(made, facts=[Fact("f0", **{part: "unheard-of"})])
    assert Verdict.NO_WARNING is verdict(made, facts=[Fact("f0", **{part: other})])


def test_a_combination_needs_its_other_fact():
    """`with`: the danger exists only together; silent by place it answers nothing."""
    made = model([rule(together=[Part("f1", "old", "acute")])])
    assert Verdict.NOT_CHECKED is verdict(made)
    assert Verdict.AVOID is verdict(made, facts=[F0, Fact("f1")])
    assert Verdict.AVOID is verdict(made, facts=[F0, Fact("f1", "old", "acute")])
    assert Verdict.NOT_CHECKED is verdict(made, facts=[F0, Fact("f1", "new")])
    assert Verdict.NOT_CHECKED is verdict(made, facts=[F0, Fact("f1", None, "calm")])
    away = resolve(model([rule(at=["calf"], together=[Part("f1")])]), "press", [F0, Fact("f1")], "arm")
    assert (F0, Fact("f1")) == away.not_checked
    answered = model([rule("precaution"), rule(key=("f0", 1), at=["calf"], together=[Part("f1")])])
    assert (Fact("f1"),) == resolve(answered, "press", [F0, Fact("f1")], "arm").not_checked


def test_a_part_without_a_form_or_stage_is_the_whole_fact():
    """A rule or implication that names neither means all of them, whatever the client said."""
    for fact in (Fact("f1"), Fact("f1", "old"), Fact("f1", None, "acute"), Fact("f1", "old", "acute", "calf")):
        assert Part("f1").holds(fact)
    assert not Part("f1").holds(Fact("f2"))
    assert Verdict.AVOID is verdict(model([rule()]), facts=[Fact("f0", "old", "acute")])


def test_exceptions_are_areas_and_stages():
    """A rule does not hold when the massage is only in an excepted area, or the stage said is excepted."""
    made = model([rule(except_regions=["leg"])], fits=[["press", "leg-work"]])
    assert Verdict.NO_WARNING is verdict(made, region="calf")
    assert Verdict.AVOID is verdict(made, region="arm")
    assert Verdict.AVOID is verdict(made)
    assert Verdict.NO_WARNING is verdict(made, "leg-work")
    assert Verdict.AVOID is verdict(made, "leg-work", region="arm")
    staged = model([rule(except_phases=["calm"])], fits=[["press"]])
    assert Verdict.NO_WARNING is verdict(staged, facts=[Fact("f0", None, "calm")])
    assert Verdict.AVOID is verdict(staged, facts=[Fact("f0", None, "acute")])
    assert Verdict.AVOID is verdict(staged)


def test_a_pass_is_a_statement():
    """No warning needs a recorded look at every fact, and at the healthy adult."""
    assert Verdict.NOT_CHECKED is verdict(model())
    assert Verdict.NO_WARNING is verdict(model(fits=[["press"]]))
    assert Verdict.NOT_CHECKED is verdict(model(fits=[["stroke"]]))
    assert Verdict.NO_WARNING is verdict(model(), facts=[])
    unseen = resolve(model(looked_at=False, fits=[["press"]]), "press", [F0])
    assert (Verdict.NOT_CHECKED, (HEALTHY_ADULT,)) == (unseen.verdict, unseen.not_checked)
    assert (Fact("unheard-of"),) == resolve(model(), "press", [Fact("unheard-of")]).not_checked


def test_a_look_can_be_for_one_form_or_stage_only():
    """Such a look passes that form or stage when it is said, and nothing else."""
    for part, mine, other in (("variant", "old", "new"), ("phase", "acute", "calm")):
        made = model(fits=[["press"]], **{f"fit_{part}s": [mine]})
        assert Verdict.NO_WARNING is verdict(made, facts=[Fact("f0", **{part: mine})])
        assert Verdict.NOT_CHECKED is verdict(made, facts=[Fact("f0", **{part: other})])
        assert Verdict.NOT_CHECKED is verdict(made)


def test_a_warning_does_not_hide_what_was_not_checked():
    """Beside a rule that fires, the other facts are still named."""
    result = resolve(model([rule("precaution")]), "press", [F0, Fact("f1")])
    assert (Verdict.ADAPT, (Fact("f1"),)) == (result.verdict, result.not_checked)


def test_everything_that_fires_is_listed_the_strictest_first():
    """Clearing the strictest rule leaves the others standing, so all are shown."""
    made = model(
        [
            rule("precaution", ("f0", 0), urgency="before-visit"),
            rule("precaution", ("f0", 1), asks=True, urgency="today"),
            rule("absolute", ("f0", 2)),
            rule("local", ("f0", 3), at=["calf"]),
        ]
    )
    result = resolve(made, "press", [F0])
    expected = [(2, Verdict.AVOID), (1, Verdict.ASK_FIRST), (3, Verdict.AVOID_AREA), (0, Verdict.ADAPT)]
    assert expected == [(reason.rule.number, reason.verdict) for reason in result.reasons]
    assert ("calf",) == result.areas
    assert (RuleKey("f0", 0), RuleKey("f0", 1), RuleKey("f0", 3)) == result.adaptations
    assert (RuleKey("f0", 1),) == result.ask_whom
    assert Urgency.TODAY is result.urgency


def test_standing_rules_fire_only_inside_their_area():
    """Asked inside: a verdict; asked around it, or nothing asked: a place to spare; asked apart: nothing."""
    made = model(standing=[rule("local", ("standing", 0), at=["knee-back"], to=["press", "leg-work"])])
    inside = resolve(made, "press", (), "knee-back")
    assert (Verdict.AVOID_AREA, ("knee-back",), ()) == (inside.verdict, inside.areas, inside.spare)
    for technique, region in (("press", "leg"), ("press", None), ("leg-work", None)):
        around = resolve(made, technique, (), region)
        assert (Verdict.NO_WARNING, ("knee-back",)) == (around.verdict, around.spare)
    assert (Verdict.NO_WARNING, ()) == (verdict(made, facts=[], region="arm"), resolve(made, "press", (), "arm").spare)
    assert (Verdict.NO_WARNING, ()) == (
        verdict(made, "stroke", [], "knee-back"),
        resolve(made, "stroke", (), "knee-back").spare,
    )
    assert None is verdict(made, "leg-work", [], "arm")
    whole = model(standing=[rule("absolute", ("standing", 0), at=["leg"])])
    assert (Verdict.NO_WARNING, ("leg",)) == (verdict(whole, "leg-work", []), resolve(whole, "leg-work").spare)
    assert None is verdict(whole, "leg-work", [], "arm")


def test_a_standing_rule_without_an_area_has_nowhere_to_fire():
    """`atlas check` refuses such a rule; until then it is no crash."""
    made = model(standing=[rule("absolute", ("standing", 0))])
    for region in (None, "arm"):
        result = resolve(made, "press", (), region)
        assert (Verdict.NO_WARNING, ()) == (result.verdict, result.spare)
        assert {Verdict.NO_WARNING} == {
            cell.verdict for cell in table(made, [None], [region]) if cell.technique == "press"
        }


def test_a_fact_brings_others_with_it():
    """Implications are followed to the end, keep the site, and need the form and stage they name."""
    chain = [Implication(Part("f1", None, "acute"), "f2"), Implication(Part("f2"), "f0")]
    held = closed([Fact("f1", None, None, "calf")], chain)
    assert {Fact("f1", None, None, "calf"), Fact("f2", site="calf"), Fact("f0", site="calf")} == held
    assert {Fact("f1", None, "calm")} == closed([Fact("f1", None, "calm")], chain)
    assert Verdict.AVOID is verdict(model([rule()], implications=chain), facts=[Fact("f1")])
    brings_one = [Implication(Part("f1"), "f0", "old")]
    assert {Fact("f1"), Fact("f0", "old")} == closed([Fact("f1")], brings_one)
    assert Verdict.NOT_CHECKED is verdict(model([rule(variants=["new"])], implications=brings_one), facts=[Fact("f1")])


def test_what_the_library_does_not_have_is_an_error_of_the_caller():
    """An unknown technique or region is not answered with a verdict."""
    with pytest.raises(KeyError):
        resolve(model(), "unheard-of")
    with pytest.raises(KeyError):
        resolve(model(), "press", (), "unheard-of")


@pytest.mark.parametrize("written", ["dvt", "dvt:treated", "pregnancy/late", "acute-injury@calf", "a:b/c@d"])
def test_a_fact_is_read_as_it_is_written(written):
    """`id:variant/phase@site`, and back."""
    assert written == str(Fact.parse(written))


@pytest.mark.parametrize("written", ["", "DVT", "a:b:c", "a@", "a b"])
def test_what_is_not_a_fact_is_refused(written):
    """The message says how one is written."""
    with pytest.raises(ValueError, match="id:variant/phase@site"):
        Fact.parse(written)
