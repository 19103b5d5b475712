"""What must hold between records; each rule's good and bad case is data, here are the edges between them."""

import datetime
import inspect

import pytest

from massage_atlas.records import KINDS
from massage_atlas.records.freshness import closes, due, in_words
from massage_atlas.rules import RULES
from projects import BASE, changed, check, codes, lines, write


def test_every_rule_says_what_it_holds():
    """A rule is documentation too: its first line is a whole sentence."""
    for rule in RULES:
        assert (inspect.getdoc(rule) or "").split("\n")[0].endswith("."), rule.__name__


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("techniques/kneading.yml", "sequence:\n  after: [stroking]"),
        ("techniques/stroking.yml", "sequence:\n  after: [kneading]"),
    ],
)
def test_an_order_without_a_circle_is_fine(tmp_path, path, field):
    """Only the way back makes a circle, whichever of the two records states which order."""
    other = {"techniques/kneading.yml", "techniques/stroking.yml"} - {path}
    files = {path: changed(path, {"sequence:": field}) if path.endswith("stroking.yml") else BASE[path]}
    for one in other if path.endswith("stroking.yml") else ():
        files[one] = changed(one, {"  after: [stroking]\n": ""})

    assert [] == lines(check(write(tmp_path, files)))


def test_a_circle_of_regions_is_found(tmp_path):
    """An area cannot be a part of a part of itself."""
    back = changed("content/regions/back.yml", {"side: back": "side: back\nparent: low-back"})
    low = changed(
        "content/regions/back.yml", {"side: back": "side: back\nparent: back", "name: Back": "name: Low back"}
    )
    found = lines(check(write(tmp_path, {"content/regions/back.yml": back, "content/regions/low-back.yml": low})))

    assert 1 == len(found)
    assert "these records are part of each other in a circle: back -> low-back -> back" in found[0]


def test_a_broken_reference_is_reported_once(tmp_path):
    """A mistake in a piece of literature is not reported again at every statement that cites it."""
    path = "content/references/smith-2020.yml"
    report = check(write(tmp_path, {path: changed(path, {"type: rct": "type: trial"})}))

    assert ["unknown-word"] == codes(report)


def test_a_missing_reference_is_reported_as_missing(tmp_path):
    """Where no such record exists, nothing is said about whether anyone checked it."""
    report = check(write(tmp_path, {"content/references/smith-2020.yml": None}))

    assert {"unknown-reference"} == set(codes(report))


def test_an_unreadable_file_makes_no_orphans(tmp_path):
    """While a file cannot be read, nobody knows where its links lead."""
    report = check(write(tmp_path, {"techniques/kneading.yml": "a: 'b"}))

    assert ["yaml-syntax"] == codes(report)


def test_literature_that_was_only_remembered_supports_nothing(tmp_path):
    """A record whose source nobody saw carries no benefit, no basis and no emergency."""
    path = "content/references/smith-2020.yml"
    remembered = {"confirmed: doi-and-title": "confirmed: memory"}
    report = check(write(tmp_path, {path: changed(path, remembered)}))

    assert {"unsupported-benefit", "basis-without-reference", "emergency-support"} == set(codes(report))


@pytest.mark.parametrize(
    ("checked", "safety", "expected"),
    [
        ("2026-01-10", True, ("2027-01-10", "2027-07-10")),
        ("2026-01-10", False, ("2028-01-10", "2029-01-10")),
        ("2024-02-29", True, ("2025-02-28", "2025-08-29")),
        ("2025-08-31", True, ("2026-08-31", "2027-02-28")),
        ("2025-12-31", False, ("2027-12-31", "2028-12-31")),
    ],
)
def test_a_check_wears_out(checked, safety, expected):
    """A safety record is due after 12 months and closes after 18; another after 24 and 36; short months end earlier."""
    model = KINDS["technique" if safety else "term"].model
    record = model.model_construct(checked=datetime.date.fromisoformat(checked))

    assert expected == (str(due(record)), str(closes(record)))


def test_the_last_day_is_not_yet_overdue(tmp_path):
    """A check holds up to and with the day it is due."""
    root = write(tmp_path)

    assert [] == codes(check(root, datetime.date(2027, 1, 10)))
    assert {"check-overdue"} == set(codes(check(root, datetime.date(2027, 1, 11))))
    assert "21 November 2026" == in_words(datetime.date(2026, 11, 21))
