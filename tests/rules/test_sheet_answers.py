"""The questions of the appointment sheet name what the library knows, and lead to all of it."""

import json

import yaml

from massage_atlas.build import build_site
from massage_atlas.records.contraindication import Contraindication
from massage_atlas.records.sheet import Sheet
from massage_atlas.records.vocabulary import ContraindicationKind, QuestionGroup
from projects import ROOT, TODAY, check, lines, write

SHEET = """\
title: Your sheet
description: One page to take to a massage.
checked: 2026-03-01
updated: 2026-03-01
review: draft
technique: kneading
who:
  - {id: me, words: Me}
  - {id: child, words: A child}
groups:
  - id: now
    words: Now
    questions:
      - id: ill
        words: Fever
        facts: [{fact: FACT}]
      - id: pain
        words: Pain
        which:
          id: pain-which
          ask: Which?
          answers:
            - {id: old-pain, words: An old one, facts: [{fact: back-pain}]}
            - {id: new-pain, words: A new one, facts: [{fact: back-pain}]}
"""


def problems(tmp_path, **changes):
    """Give what is wrong with the sheet when some of its words are others."""
    text = SHEET.replace("FACT", "fever")
    for old, new in changes.items():
        words = SHEET_WORDS[old]
        assert words in text
        text = text.replace(words, new, 1)
    return lines(check(write(tmp_path, {"content/sheet.yml": text})))


SHEET_WORDS = {
    "fact": "fact: fever",
    "technique": "technique: kneading",
    "answer": "fact: back-pain",
    "id": "id: pain\n",
}


def test_a_sheet_that_names_what_is_there_is_right(tmp_path):
    """Nothing is reported."""
    assert [] == problems(tmp_path)


def test_a_fact_nobody_knows_is_reported_at_its_line(tmp_path):
    """In a question and inside a follow-up."""
    (found,) = problems(tmp_path / "a", fact="fact: fevre")
    assert found.startswith("content/sheet.yml:16:24: error[unknown-reference]: there is no condition or contra")
    assert "close to this is 'fever'" in found
    (found,) = problems(tmp_path / "b", answer="fact: back-pane")
    assert found.startswith("content/sheet.yml:23:")


def test_a_form_or_stage_nobody_knows_is_reported(tmp_path):
    """Each with its own code."""
    (found,) = problems(tmp_path / "a", fact="fact: fever, variant: blue")
    assert "error[unknown-variant]: 'fever' has no variant 'blue'" in found
    (found,) = problems(tmp_path / "b", answer="fact: back-pain, phase: blue")
    assert "error[unknown-phase]: 'back-pain' has no phase 'blue'" in found


def test_a_technique_nobody_knows_is_reported(tmp_path):
    """The massage by which the sheet sorts has to exist."""
    (found,) = problems(tmp_path, technique="technique: kneeding")
    assert "content/sheet.yml:6:12: error[unknown-reference]: there is no technique 'kneeding'" in found


def test_an_id_that_stands_twice_is_reported(tmp_path):
    """Boxes are told apart by their ids."""
    assert any("error[inconsistent]: the id 'me' stands twice" in one for one in problems(tmp_path, id="id: me\n"))


def test_a_project_without_questions_has_no_sheet(tmp_path):
    """And nothing is wrong with it."""
    site = build_site(write(tmp_path), TODAY)
    assert [] == [page.url for page in site.pages if page.url == "sheet/"]


def test_a_sheet_with_problems_has_no_page(tmp_path):
    """A page that could mislead is left out; the report says why."""
    site = build_site(write(tmp_path, {"content/sheet.yml": "title: Half"}), TODAY)
    assert [] == [page.url for page in site.pages if page.url == "sheet/"]
    assert any("missing-key" in one and "content/sheet.yml" in one for one in lines(site.report))


def test_the_real_sheet_asks_in_the_words_of_each_group():
    """Six groups in order, 25 questions, each id once, each answer's fact spelled once a question."""
    sheet = Sheet.model_validate_json(
        json.dumps(yaml.safe_load((ROOT / "content/sheet.yml").read_text("utf-8")), default=str)
    )
    assert list(QuestionGroup) == [group.id for group in sheet.groups]
    assert [9, 3, 8, 3, 1, 1] == [len(group.questions) for group in sheet.groups]


def test_every_fact_of_the_real_library_is_asked_or_found():
    """What is not a question, a follow-up or brought by one is in the data that the search goes through."""
    site = build_site(ROOT, TODAY)
    known = json.loads(site.files["assets/safety.json"])["facts"]
    for id_, record in site.library.records(Contraindication):
        if record.fact_kind is not ContraindicationKind.STANDING:
            assert id_ in known, id_
            assert [one.id for one in record.variants] == [part for part, _ in known[id_].get("variants", [])], id_
            assert {*record.aka, *record.lay} <= set(known[id_]["names"]) | {record.name}, id_
