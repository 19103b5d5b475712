"""The laws every verdict obeys, on thousands of models drawn at random and on the real library."""

from dataclasses import replace

import pytest
import small
from hypothesis import given, settings
from hypothesis import strategies as st

from massage_atlas.records.vocabulary import Verdict
from massage_atlas.safety import STRICTEST_FIRST, Fact, resolve

_ORDER = {verdict: rank for rank, verdict in enumerate(STRICTEST_FIRST)}


def no_milder(first, second):
    """Tell whether the second of two verdicts is at least as strict; "not used there" is outside the order."""
    return first.verdict is None or second.verdict is None or _ORDER[second.verdict] <= _ORDER[first.verdict]


def assert_grows(fewer, more):
    """Hold the law of added facts for two results."""
    assert no_milder(fewer, more)
    assert fewer.verdict is None or more.verdict is not None
    assert set(fewer.areas) <= set(more.areas)
    assert set(fewer.adaptations) <= set(more.adaptations)
    assert set(fewer.ask_whom) <= set(more.ask_whom)
    assert set(fewer.reasons) <= set(more.reasons)
    answered = {reason.fact for reason in more.reasons} | {None}
    for fact in fewer.not_checked:
        assert fact in more.not_checked or fact in answered


@settings(max_examples=300, deadline=None)
@given(small.models(), small.techniques, small.fact_sets, small.fact_sets, small.regions)
def test_a_fact_added_never_makes_anything_milder(model, technique, facts, others, region):
    """F1 within F2: the verdict of F2 is as strict or stricter, and areas, changes and questions only grow."""
    assert_grows(resolve(model, technique, facts, region), resolve(model, technique, facts | others, region))


@settings(max_examples=100, deadline=None)
@given(small.models(), small.techniques, st.lists(small.facts, max_size=5), st.randoms(), small.regions)
def test_the_order_of_facts_changes_nothing(model, technique, facts, random, region):
    """Facts are a set: any order, and any repetition, gives the same result."""
    shuffled = [*facts, *facts]
    random.shuffle(shuffled)
    assert resolve(model, technique, facts, region) == resolve(model, technique, shuffled, region)


@settings(max_examples=300, deadline=None)
@given(small.models(), small.techniques, small.fact_sets, small.facts, small.regions, small.parts)
def test_saying_more_about_a_fact_is_never_stricter(model, technique, facts, fact, region, part):
    """A form, a stage or a site that is said gives a verdict no stricter than leaving it unsaid."""
    unsaid = resolve(model, technique, facts | {replace(fact, **{part: None})}, region)
    said = resolve(model, technique, (facts - {replace(fact, **{part: None})}) | {fact}, region)
    if replace(fact, **{part: None}) in facts:
        return
    assert no_milder(said, unsaid)


@settings(max_examples=100, deadline=None)
@given(small.models(), small.techniques, small.fact_sets, small.regions)
def test_every_question_has_an_answer_and_every_answer_a_reason(model, technique, facts, region):
    """The resolver is total; a pass stands only where nothing is unchecked, a warning only on a rule that fires."""
    result = resolve(model, technique, facts, region)
    if result.verdict is Verdict.NO_WARNING:
        assert () == result.reasons == result.not_checked
    elif result.verdict is Verdict.NOT_CHECKED:
        assert () == result.reasons and result.not_checked
    elif result.verdict is not None:
        assert result.verdict is result.reasons[0].verdict
    assert {reason.rule for reason in result.reasons} <= set(model.rules)


@pytest.fixture(scope="module")
def real_facts(real_model):
    """Every fact of the library, plain, in each form and in each stage."""
    found = []
    for id_, known in real_model.facts.items():
        found += [Fact(id_), *(Fact(id_, v) for v in known.variants), *(Fact(id_, None, p) for p in known.phases)]
    return found


@settings(max_examples=500, deadline=None)
@given(st.data())
def test_the_laws_hold_for_the_real_library(real_model, real_facts, data):
    """The same laws, for the records we ship."""
    pick = st.sampled_from
    technique = data.draw(pick(sorted(real_model.techniques)))
    region = data.draw(st.none() | pick(real_model.areas.ids))
    sites = st.none() | pick(real_model.areas.ids)
    fact = st.builds(lambda one, site: replace(one, site=site), pick(real_facts), sites)
    few, more = data.draw(st.frozensets(fact, max_size=3)), data.draw(st.frozensets(fact, max_size=3))
    fewer = resolve(real_model, technique, few, region)
    assert_grows(fewer, resolve(real_model, technique, few | more, region))
    for one in few:
        unsaid = resolve(real_model, technique, (few - {one}) | {Fact(one.id)}, region)
        assert no_milder(fewer, unsaid)
