"""A new record to fill in fails the check only where something must be filled in."""

import re

import pytest

from massage_atlas.diagnostics import Report
from massage_atlas.records import KINDS
from massage_atlas.records.schema import schema_line
from massage_atlas.records.skeleton import skeleton
from projects import BASE, SAMPLES, TODAY, codes, lines, record_of

FILLED = {
    "level": "precaution",
    "low": "1",
    "high": "2",
    "year": "2020",
    "regions": "back",
    "attributes": "{pressure: [light]}",
}


def filled(kind):
    """Fill in a skeleton as a person would: the first of the fixed words, and the same short text everywhere else."""
    words = {}
    word = key = ""
    lines_ = skeleton(KINDS[kind], TODAY).splitlines()
    for number, line in enumerate(lines_):
        found = re.match(r"\s*(?:# )?(?:- )?([a-z_]+):", line)
        if offered := re.match(r"\s*# One of: ([^,.]+)", line):
            word = offered[1]
        elif found:
            key = found[1]
            words[key] = word or words.get(key, "")
            word = ""
        if (
            not line.lstrip().startswith("#")
            and line.endswith((":", "-"))
            and not holds_more(line, lines_[number + 1 :])
        ):
            lines_[number] = f"{line} {FILLED.get(key) or words[key] or 'text'}"
    return "\n".join(lines_) + "\n"


def holds_more(line, rest):
    """Tell whether a list or a block follows below a key."""
    below = next((one for one in rest if one.strip() and not one.lstrip().startswith("#")), "")
    return line.endswith(":") and len(below) - len(below.lstrip()) > len(line) - len(line.lstrip(" -"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_skeleton_lacks_only_what_must_be_filled_in(kind):
    """Every problem of a fresh skeleton is a value that is not there yet, on a line of its own."""
    report = Report()
    text = skeleton(KINDS[kind], TODAY)
    record_of(kind, text, report)

    assert {"empty-value"} == set(codes(report))
    assert len(codes(report)) == len({found.place.line for found in report})
    assert text.startswith(schema_line(KINDS[kind]) + "\n")


@pytest.mark.parametrize("kind", KINDS)
def test_a_filled_skeleton_is_a_record(kind):
    """Once every empty place has a value of its kind, nothing is wrong with it."""
    report = Report()

    assert record_of(kind, filled(kind), report) is not None, lines(report)


@pytest.mark.parametrize("kind", KINDS)
def test_a_skeleton_names_every_key(kind):
    """The keys that may be left out stand there as comments, each explained."""
    text = skeleton(KINDS[kind], TODAY)
    for key in KINDS[kind].model.model_json_schema(by_alias=True)["properties"]:
        assert re.search(rf"^(# )?{key}:", text, re.MULTILINE), key
    assert BASE[SAMPLES[kind]].split("\n", 1)[0] == text.split("\n", 1)[0]
