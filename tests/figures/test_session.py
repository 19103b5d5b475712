"""The bar of a session plan is as wide as its minutes, and counts as its list does."""

import re
from itertools import pairwise

import pytest
from boxes import reached
from hypothesis import given
from hypothesis import strategies as st

from massage_atlas.figures import session_bars
from massage_atlas.pages.figure import session_view
from massage_atlas.pages.rendering import environment
from massage_atlas.records.approach import Approach

PARTS = re.compile(r'd="M([\d.]+) 46H([\d.]+)V72H')


def widths(bar):
    """Give how wide each part of a lying bar is."""
    return [float(end) - float(begin) for begin, end in PARTS.findall(bar.ink)]


def test_parts_are_as_wide_as_their_minutes():
    """Twice the minutes are twice the width, over the whole bar."""
    lying, _ = session_bars([(5, 10), (20, 20), None, (1, 5)])
    part = widths(lying)

    assert 3 == len(part)
    assert pytest.approx([2 * part[0], part[0] / 2], abs=0.3) == [part[1], part[2]]


def test_a_step_without_minutes_keeps_its_number():
    """The numbers are those of the list of all steps."""
    for bar in session_bars([(5, 10), None, (20, 20)]):
        assert ["1", "3"] == [label.text for label in bar.labels if label.numbered]


def test_a_plan_without_minutes_has_no_bar():
    """There is nothing to measure."""
    assert () == session_bars([None, (0, 0)])


def test_the_bar_of_every_session_states_all_its_minutes(library):
    """Both forms have a part for each timed step, and the words below have the sum."""
    for id_, record in library.records(Approach):
        timed = [step.minutes for step in record.plan if step.minutes]
        low, high = sum(one.low for one in timed), sum(one.high for one in timed)
        text = str(environment().globals["draw"].session(session_view(record)))

        assert f"In all: {low:g} to {high:g} minutes." in text, id_
        assert len(timed) == len(PARTS.findall(text)), id_
        assert 2 * len(timed) == text.count("<circle"), id_
        assert sorted(set(re.findall(r'id="([^"]+)"', text))) == ["session-lying", "session-standing"], id_


_span = st.tuples(st.integers(0, 200), st.integers(0, 200)).map(sorted).map(tuple)


@given(st.lists(st.one_of(st.none(), _span), max_size=14))
def test_the_bar_stays_on_its_paper(minutes):
    """Numbers lie beside each other and inside, however short a step is."""
    for bar in session_bars(minutes):
        numbers = [label.x if bar.lying else label.y for label in bar.labels if label.numbered]

        assert [] == [p for p in reached(bar.ink) if not (0 <= p[0] <= bar.width and 0 <= p[1] <= bar.height)]
        assert all(later - earlier >= 26 for earlier, later in pairwise(numbers))
        assert all(12 <= one <= (bar.width if bar.lying else bar.height) - 12 for one in numbers)
