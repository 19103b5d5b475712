"""What clients read is looked at in every file that holds some, and not in the records alone."""

import pytest

from massage_atlas.build import build_site
from massage_atlas.language.client_text import client_texts
from massage_atlas.records import KINDS
from projects import ROOT, TODAY, check, codes, write

NOT_COVERED = "basis: convention\nthings:\n  - {id: hot-stones, name: Hot stones, what: WORDS}\n"
CORRECTIONS = (
    "corrections:\n  - {id: first, date: 2026-05-01, change: first, title: The list begins, says: Fine., now: WORDS}\n"
)
FILES = {"content/not-covered.yml": NOT_COVERED, "content/safety-corrections.yml": CORRECTIONS}


@pytest.mark.parametrize(
    ("path", "words", "expected"),
    [
        ("content/not-covered.yml", "Heated stones cure pain.", ["promise"]),
        ("content/not-covered.yml", "Heated stones lie on the skin.", []),
        ("content/safety-corrections.yml", "It is safe for everyone.", ["promise"]),
        ("content/safety-corrections.yml", "A day" + " and a day" * 10 + ".", ["long-sentence", "reading-grade"]),
        ("content/safety-corrections.yml", "A day" + " and a day" * 7 + ".", ["long-safety-sentence"]),
        ("content/safety-corrections.yml", "We say it in fewer words now.", []),
    ],
)
def test_the_rules_hold_beside_the_records_too(tmp_path, path, words, expected):
    """A promise, a sentence that is too long and one about a danger that is long are named; plain words are not."""
    report = check(write(tmp_path, {path: FILES[path].replace("WORDS", words)}))

    assert expected == codes(report)


def test_a_list_beside_the_records_has_a_grade(tmp_path):
    """Words that are too hard are named in the list of what is not covered."""
    hard = "Therapeutic manipulation mobilises muscular structures progressively and rhythmically. "
    things = "".join(f"  - {{id: a{n}, name: Thing {n}, what: {hard}}}\n" for n in range(4))
    report = check(write(tmp_path, {"content/not-covered.yml": f"basis: convention\nthings:\n{things}"}))

    assert ["reading-grade"] == codes(report)


def test_no_file_with_texts_for_clients_is_left_out():
    """Each schema outside of the kinds of record that marks a text for clients has a page whose texts are looked at."""
    marked = {
        file.name.removesuffix(".schema.json")
        for file in (ROOT / "schemas").glob("*.json")
        if '"x-readers": "clients"' in file.read_text(encoding="utf-8")
    }
    pages = client_texts(build_site(ROOT, today=TODAY).library)

    assert {"not-covered", "safety-corrections", "sheet"} == marked - set(KINDS)
    assert marked - set(KINDS) <= {page for page, texts in pages.items() if texts}
