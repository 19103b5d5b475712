"""A technique's drawing says what its record says, in lines, in numbers and in a list of words."""

import re
import zlib

import pytest
from boxes import reached
from hypothesis import given as whatever
from hypothesis import settings
from hypothesis import strategies as st
from pydantic import ValidationError

from massage_atlas.figures import plate
from massage_atlas.figures.layers import DEPTHS
from massage_atlas.figures.rhythm import beat
from massage_atlas.pages.figure import plate_view
from massage_atlas.pages.rendering import environment
from massage_atlas.pages.spans import time_span
from massage_atlas.pages.writer import Writer
from massage_atlas.records.figure import Figure, FigureContact, FigurePlace, FigureReach, FigureWay
from massage_atlas.records.technique import Practice, Technique
from massage_atlas.records.vocabulary import Motion, Pressure, RateUnit, Tool

SCALE = re.compile(r"0 (s|min)|[\d.]+")


def drawn(library):
    return {id_: plate(record) for id_, record in library.records(Technique)}


def html(library, record):
    return str(environment().globals["draw"].plate(plate_view(Writer(library, "techniques/x/"), record)))


def listed(text):
    """Give the items of the list beside a drawing, as words."""
    return [re.sub(r"<[^>]+>", "", item) for item in re.findall(r"<li>(.*?)</li>", text, re.DOTALL)]


def test_every_technique_has_its_own_drawing(library):
    """None is without, and no two are alike, whatever they are called."""
    plates = drawn(library)
    lines = {id_: (one.ink, one.labels) for id_, one in plates.items()}

    assert [] == [id_ for id_, one in plates.items() if one is None]
    assert len(plates) == len(set(lines.values())) >= 24


def test_the_numbers_in_circles_are_those_of_the_list(library):
    """One item for each circle, in order."""
    for id_, record in library.records(Technique):
        circles = [label.text for label in plate(record).labels if label.numbered]

        assert [str(number) for number in range(1, len(listed(html(library, record))) + 1)] == circles, id_


def test_what_is_written_over_the_beat_is_of_the_record_and_in_the_list(library):
    """A number of the drawing that is no mark of a scale is one of the record, and the list says it too."""
    for id_, record in library.records(Technique):
        practice = record.practice
        ranges = [one for one in (practice.rate, practice.hold_seconds) if one]
        expected = {f"{end:g}" for one in ranges for end in (one.low, one.high)}
        if not ranges:
            seconds = 60 if practice.duration.low < 1 else 1
            expected = {f"{end * seconds:g}" for end in (practice.duration.low, practice.duration.high)}
        rows = [row.words for row in beat(practice).rows]
        shown = {number for words in rows for number in re.findall(r"[\d.]+", words)}
        labels = [label.text for label in plate(record).labels if not label.numbered]
        last = listed(html(library, record))[-1]

        assert expected == shown, id_
        assert set(rows) <= set(labels), id_
        assert ranges or f"{time_span(practice.duration)} for" in last, id_
        assert all(re.search(rf"\b{one}\b", last) for one in (expected if ranges else ())), id_


def test_every_other_word_on_the_drawing_is_a_layer_or_a_scale(library):
    """Nothing is written that the list does not explain."""
    for id_, record in library.records(Technique):
        rows = [row.words for row in beat(record.practice).rows]
        others = [one.text for one in plate(record).labels if not one.numbered and one.text not in rows]

        assert ["skin", "fat", "muscle", "bone"] == [one for one in others if not SCALE.fullmatch(one)], id_


def test_depth_is_that_of_the_pressure_in_the_record(library):
    """From the shallowest to the deepest degree of pressure; the list has the same two numbers."""
    for id_, record in library.records(Technique):
        low = min(DEPTHS[one][0] for one in record.attributes.pressure)
        high = max(DEPTHS[one][1] for one in record.attributes.pressure)

        assert (low, high) == plate(record).depth, id_
        assert f"That is {low} to {high} in the drawing" in listed(html(library, record))[2], id_


def test_custom_is_called_custom(library):
    """Numbers that no study tested say so beside the drawing, and others do not."""
    record = next(one for _, one in library.records(Technique) if one.practice.basis.value == "convention")
    tested = record.model_copy(update={"practice": record.practice.model_copy(update={"basis": "trial"})})

    assert "by custom" in listed(html(library, record))[-1]
    assert "by custom" not in listed(html(library, tested))[-1]


def test_a_drawing_has_one_name_and_no_style_of_its_own(library):
    """A screen reader says its title once; the site's policy allows no style attribute."""
    for id_, record in library.records(Technique):
        text = html(library, record)

        assert 1 == text.count("<title") == text.count('role="img"') == text.count('aria-labelledby="plate-title"'), id_
        assert not re.search(r"style|#[0-9a-f]{3}|url\(|href=|<script", text), id_


def test_a_drawing_is_light(library):
    """At most 4 kB on the wire."""
    heavy = {id_: len(zlib.compress(html(library, one).encode(), 9)) for id_, one in library.records(Technique)}

    assert {} == {id_: size for id_, size in heavy.items() if size > 4096}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"motion": Motion.ROLL}, "the figure shows 'roll', which 'attributes.motion' does not name"),
        ({"contact": FigureContact.ROLLER}, "'attributes.tool' does not name 'ball-or-roller'"),
    ],
)
def test_a_drawing_cannot_show_what_the_technique_is_not(kneading, changed, words):
    """Safety rules reach a technique through its attributes, so a drawing shows nothing beyond them."""
    values = {name: getattr(kneading, name) for name in Technique.model_fields}

    with pytest.raises(ValidationError, match=re.escape(words)):
        Technique(**values | {"figure": kneading.figure.model_copy(update=changed)})


def outside(drawing):
    """Give what of a drawing does not lie on its paper."""
    points = [p for p in reached(drawing.ink) if not (-0.1 <= p[0] <= 320.1 and -0.1 <= p[1] <= drawing.height + 0.1)]
    return points + [one for one in drawing.labels if not (0 <= one.x <= 320 and 8 <= one.y <= drawing.height)]


@pytest.mark.parametrize("place", FigurePlace)
def test_every_contact_on_every_place_stays_on_its_paper(kneading, place):
    """Each contact goes each way, each distance and with each motion inside the view box."""
    cases = [(Motion.GLIDE, way, reach) for way in FigureWay for reach in FigureReach]
    cases += [(motion, FigureWay.DOWN, FigureReach.SPOT) for motion in Motion]
    for contact in FigureContact:
        for motion, way, reach in cases:
            figure = Figure(place=place, contact=contact, motion=motion, way=way, reach=reach)

            assert [] == outside(plate(kneading.model_copy(update={"figure": figure}))), figure


_some = st.sampled_from([0, 0.01, 0.2, 0.5, 1, 3, 7.5, 10, 90, 300, 5000])
_ranges = st.tuples(_some, _some).map(lambda ends: {"low": min(ends), "high": max(ends)})
_practices = st.fixed_dictionaries(
    {"duration": _ranges.map(lambda one: one | {"per": "spot"})},
    optional={
        "rate": st.tuples(_ranges, st.sampled_from(RateUnit)).map(lambda both: both[0] | {"unit": both[1]}),
        "hold_seconds": _ranges,
    },
)


@settings(max_examples=300, deadline=None)
@whatever(
    place=st.sampled_from(FigurePlace),
    contact=st.sampled_from(FigureContact),
    motions=st.lists(st.sampled_from(Motion), min_size=1, max_size=8, unique=True),
    way=st.sampled_from(FigureWay),
    reach=st.sampled_from(FigureReach),
    pressure=st.lists(st.sampled_from(Pressure), min_size=1, unique=True),
    practice=_practices,
)
def test_whatever_a_record_says_the_drawing_stays_on_its_paper(
    kneading, place, contact, motions, way, reach, pressure, practice
):
    """Every combination of words and numbers gives well-formed lines inside the view box, and words inside it too."""
    said = kneading.practice
    numbers = {"basis": "convention", "direction": said.direction, "clothing": said.clothing, "lubricant": "none"}
    figure = Figure(place=place, contact=contact, motion=motions[0], way=way, reach=reach)
    attributes = kneading.attributes.model_copy(
        update={"motion": tuple(motions), "tool": tuple(Tool), "pressure": tuple(pressure)}
    )
    given = Practice.model_validate(numbers | practice, strict=False)
    made = plate(kneading.model_copy(update={"figure": figure, "attributes": attributes, "practice": given}))

    assert [] == outside(made)
    assert not re.search(r"nan|inf|\de", made.ink)
