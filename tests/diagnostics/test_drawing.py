"""The four forms of a report, and what can never get into any of them."""

import json
from pathlib import Path

import pytest

from massage_atlas.diagnostics import Code, Place, Report
from massage_atlas.diagnostics.drawing import FORMS, draw, summary
from projects import check, write

GOLDEN = Path(__file__).parent.parent / "data/drawing"

CHANGES = {
    "content/terms/stroke.yml": {"change": {"say: STROHK": "say: STROHK\nname: Strokes"}},
    "content/regions/back.yml": {"change": {"The part you lie on.": f"{'On ' * 60}<b>and</b>{' on' * 60}."}},
    "techniques/kneading.yml": {"change": {"family:": "related: [stroking, strking]\nfamily:"}},
    "content/guides/your-visit.md": {"change": {"[[stroking]]": "[50%, really](stroking.md)"}},
}


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("form", FORMS)
def test_form(form, colour, tmp_path, renew):
    """Each form is as the golden file has it; only frames have colours."""
    drawn = draw(check(write(tmp_path, CHANGES)), form, colour=colour)
    golden = GOLDEN / f"{form}{'-in-colour' if colour and form == 'frames' else ''}.txt"
    if renew:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(drawn.replace("\x1b", "<ESC>"), encoding="utf-8")

    assert golden.read_text(encoding="utf-8") == drawn.replace("\x1b", "<ESC>")
    assert ("\x1b" in drawn) == (colour and form == "frames")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("evil", ["\x1b[2J", "\x9b2J", "\x07", "\u202e", "\r", "\n::error::forged\n", "\ud800", "\x00"])
def test_content_cannot_drive_a_terminal(form, evil):
    """A control or direction character in a name, a message, a help or a line never reaches the output."""
    report = Report()
    report.texts[f"a{evil}.yml"] = f"name: x{evil}y\n"
    place = Place(f"a{evil}.yml", 1, 7, 2)
    report.add(Code.UNKNOWN_KEY, f"unknown{evil} key", place, f"help{evil}", [("here", place)])
    drawn = draw(report, form)

    assert all(char.isprintable() or char == "\n" for char in drawn)
    assert "\n::error::forged" not in drawn
    drawn.encode()


def test_json_is_for_programs():
    """The JSON form has every part of a problem, and the counts."""
    report = Report()
    report.add(Code.ORPHAN, "lonely ü", Place("a.yml", 2, 3, 4), "link it", [("note", Place("b.yml"))])

    expected = {
        "diagnostics": [
            {
                "code": "orphan",
                "severity": "warning",
                "message": "lonely ü",
                "help": "link it",
                "path": "a.yml",
                "line": 2,
                "column": 3,
                "length": 4,
                "notes": [{"message": "note", "path": "b.yml", "line": 1, "column": 1, "length": 1}],
            }
        ],
        "count": {"error": 0, "warning": 1},
    }
    assert expected == json.loads(draw(report, "json"))


@pytest.mark.parametrize(
    ("found", "words", "failed", "strict"),
    [
        ([], "no problems found", False, False),
        ([Code.ORPHAN], "1 warning", False, True),
        ([Code.TAG], "1 error", True, True),
        ([Code.TAG, Code.TAG, Code.ORPHAN], "1 error, 1 warning", True, True),
        ([Code.TAG, Code.BAD_URL], "2 errors", True, True),
    ],
)
def test_problems_are_counted_once(found, words, failed, strict):
    """Equal problems count once; errors fail a check, warnings only a strict one."""
    report = Report()
    for code in found:
        report.add(code, "x", Place("a"))

    assert words == summary(report)
    assert (failed, strict) == (report.failed(), report.failed(strict=True))


def test_problems_come_in_the_order_of_the_files():
    """By file, line and column, whatever the order in which they were found."""
    report = Report()
    for place in (Place("b", 1), Place("a", 10), Place("a", 9, 2), Place("a", 9, 1)):
        report.add(Code.TAG, "x", place)

    assert ["a:9:1", "a:9:2", "a:10:1", "b:1:1"] == [str(found.place) for found in report]
