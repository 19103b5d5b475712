"""The table gives the same answers as the resolver, one by one."""

import itertools

import small
from hypothesis import given, settings
from hypothesis import strategies as st

from massage_atlas.safety import Fact, resolve
from massage_atlas.safety.table import every_fact, table


def assert_equal(model, facts, regions):
    cells = list(table(model, facts, regions))
    assert len(cells) == len(facts) * len(regions) * len(model.techniques)
    for cell in cells:
        result = resolve(model, cell.technique, (cell.fact,) if cell.fact else (), cell.region)
        assert (result.verdict, result.areas) == (cell.verdict, cell.areas), cell


@settings(max_examples=150, deadline=None)
@given(small.models(), st.lists(st.none() | small.facts, min_size=1, max_size=3))
def test_any_model_gives_the_same_answers(model, facts):
    """Verdict and areas of the table are those of `resolve`, in every region."""
    assert_equal(model, facts, [None, *small.PARENTS])


def test_the_real_library_gives_the_same_answers(real_model):
    """Every technique, fact, form and stage; a part of the regions and sites, which the drawn models cover in full."""
    facts = list(every_fact(real_model))
    assert_equal(real_model, [None, *facts], [None, "neck", "calf"])
    sites = itertools.cycle(real_model.areas.ids)
    assert_equal(real_model, [Fact(f.id, f.variant, f.phase, next(sites)) for f in facts], [None, "leg"])
