"""The spelling check knows British words, our own, and what is no word of ours at all."""

import pytest

import spelling
from projects import ROOT

RECORD = """\
# yaml-language-server: $schema=../schemas/technique.schema.json
name: Kneeding (petrissage)
aka: [Petrisage, Kneding]
misspellings: [knedding]
family: kneading
targets:
  - structure: musle-of-the-back
plain: >-
  The masage of [[kneding]] or [[kneading|kneeding]]
  eases a tumor.
"""


@pytest.fixture(scope="module")
def right():
    return spelling.words()


@pytest.mark.parametrize(
    ("word", "problem"),
    [
        ("colour", ""),
        ("Organised", ""),
        ("oedema", ""),
        ("therapist's", ""),
        ("don\u2019t", ""),
        ("licensed", ""),
        ("NHS", ""),
        ("petrissage", ""),
        ("color", "'color' is American: write 'colour'"),
        ("Organized", "'Organized' is American: write 'organised'"),
        ("edema", "'edema' is American: write 'oedema'"),
        ("Tumors", "'Tumors' is American: write 'tumours'"),
        ("mobilization", "'mobilization' is American: write 'mobilisation'"),
        ("masage", "'masage' is in no dictionary"),
        ("strokeing", "'strokeing' is in no dictionary"),
    ],
)
def test_words(right, word, problem):
    """British is right, American is reported with the British word, and what nobody knows is reported too."""
    assert problem == right.problem(word)


def test_a_record_is_read_without_its_names_and_ids(right):
    """Words are found at their places; other names, mistakes on purpose, ids and where links lead are passed over."""
    found = [(at, word) for at, word in spelling.of_record(RECORD, frozenset()) if right.problem(word)]

    assert ["Kneeding", "masage", "kneeding", "tumor"] == [word for _, word in found]
    assert all(RECORD[at : at + len(word)] == word for at, word in found)


def test_ids_of_one_word_are_told_by_the_model():
    """An id looks like a word; the model knows that it is none."""
    record = "after: [kneding]\nname: kneding\n"

    assert [record.rindex("kneding")] == [at for at, _ in spelling.of_record(record, frozenset({("after", "*")}))]


@pytest.mark.parametrize(
    "text",
    [
        "`chek`",
        "```sh\nchek\n```",
        "<div class=chek>",
        "[to](chek.md)",
        "[[chek]]",
        "https://chek.example",
        "tests/chek.py",
        "{ .chek }",
        "World Health Organization",
        "h3ll0",
    ],
)
def test_code_and_addresses_are_no_words(right, text):
    """What a reader does not read as words is not looked up."""
    assert [] == [word for _, word in spelling.of_markdown(text) if right.problem(word)]


def test_our_words_are_needed():
    """A word of ours stands there because no dictionary has it: sorted, once, in small letters, and in use."""
    ours = (ROOT / spelling.OURS).read_text(encoding="utf-8").splitlines()
    used = {
        spelling._ENDING.sub("", word.replace("\u2019", "'")).lower()
        for file in spelling.files()
        for _, word in spelling.of_markdown(file.read_text(encoding="utf-8"))
    }

    assert sorted({one.lower() for one in ours}) == ours
    assert [] == [one for one in ours if one not in used]
