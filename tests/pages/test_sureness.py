"""How sure studies make us is shown by steps, a shape and words, and never looks like a verdict."""

import re

import pytest

from massage_atlas.library import Library
from massage_atlas.pages.evidence import finding_view
from massage_atlas.pages.rendering import environment
from massage_atlas.records.findings import NOT_NOTED, Finding
from massage_atlas.records.vocabulary import Certainty, Direction, StudyKind


class NoSources:
    """A writer with nothing to cite."""

    library = Library({}, {}, (), {}, {})

    def cite(self, ids):
        return ""

    def text(self, prose):
        return ""


def shown(direction=Direction.HELPS, certainty=Certainty.LOW, **more):
    values = {"outcome": "pain", "comparator": "rest", "horizon": "an hour", "references": ("x-2020",)}
    finding = Finding(direction=direction, certainty=certainty, **{**values, **more})
    return str(environment().globals["m"].finding(finding_view(NoSources(), finding)))


def drawing(html):
    return re.search(r"<svg.*?</svg>", html, re.DOTALL)[0]


@pytest.mark.parametrize(("certainty", "steps"), [(one, step) for step, one in enumerate(reversed(Certainty), 1)])
def test_the_filled_steps_are_the_certainty(certainty, steps):
    """Very low is one of four, high all four; the words say the same."""
    html = shown(certainty=certainty)

    assert steps == drawing(html).count('fill="currentColor"')
    assert 4 == len(re.findall(r"h18V25Z", drawing(html)))
    assert f"How sure: {certainty.label}, step {steps} of 4." in html


def test_each_direction_has_its_own_shape_and_words():
    """What points up, down, nowhere or both ways can be told without colour."""
    every = {direction: shown(direction) for direction in Direction}

    assert len(Direction) == len({drawing(html) for html in every.values()})
    assert ["help", "no difference", "harm", "mixed results"] == [
        re.search(r"Studies point to: ([a-z ]+)\.", html)[1] for html in every.values()
    ]


def test_weak_studies_point_with_a_broken_line():
    """When we do not know, the arrow does not look as if we did."""
    weak, strong = shown(certainty=Certainty.VERY_LOW), shown(certainty=Certainty.HIGH)

    assert "Weak studies point to: help." in weak
    assert "<g stroke-dasharray" in drawing(weak)
    assert "<g stroke-dasharray" not in drawing(strong)


def test_the_numbers_stand_in_the_text():
    """How many studies and people, or that nobody noted it."""
    assert "Studied in: 3 randomised trials, 1,012 people." in shown(
        studies={"kind": StudyKind.RCT, "number": 3, "people": 1012}
    )
    assert "Studies and people behind this alone: not noted here." in shown()


def test_it_is_no_verdict():
    """No badge, no tick, no colour of its own; a screen reader hears the words only."""
    html = shown()

    assert not re.search(r'badge|data-verdict|class="shape"|✓|#[0-9a-f]{3}', html)
    assert 'aria-hidden="true"' in drawing(html)


def test_what_is_not_noted_is_left_out_of_the_sentence_and_said_below():
    """A comparison or a time that nobody noted makes the sentence shorter, and the line below names the gap."""
    noted, neither = shown(), shown(comparator=NOT_NOTED, horizon=NOT_NOTED)

    assert "Massage may help with pain, compared with rest, for about an hour." in noted
    assert "not noted here" not in noted.partition("Studies and people")[0]
    assert "Massage may help with pain." in neither
    assert "Compared with: not noted here. How long: not noted here." in neither
    assert "Studies disagree about pain." in shown(direction=Direction.MIXED, comparator=NOT_NOTED)
