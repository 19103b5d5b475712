"""A text is taken apart into the sentences a reader hears, each at its place."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_atlas.language.sentences import sentences

TITLES = {"kneading": "kneading (petrissage)", "smith-2020": ""}


def spoken(text):
    return [" ".join(one.words) for one in sentences(text, TITLES.__getitem__)]


LIST = "Tell them:\n\n- your pain\n- your age,\n  if you like\n2. the rest"
TABLE = "| Name | What |\n|---|:--|\n| [[kneading\\|so]] | It is slow. It is firm. |"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two? Three! Four", ["One.", "Two?", "Three!", "Four"]),
        ("It takes 1.5 minutes. Rest.", ["It takes 1.5 minutes.", "Rest."]),
        ("Use oil, e.g. Arnica, or none. Rest.", ["Use oil, e.g. Arnica, or none.", "Rest."]),
        ("Ask Dr. Smith. Rest.", ["Ask Dr. Smith.", "Rest."]),
        ('He said "stop." Then he left.', ['He said "stop."', "Then he left."]),
        ("One line\nand the next.\n\nA new block", ["One line and the next.", "A new block"]),
        (LIST, ["Tell them:", "your pain", "your age, if you like", "the rest"]),
        (TABLE, ["Name", "What", "so", "It is slow.", "It is firm."]),
        ("Feel [[kneading]] or [[kneading|rolling]].", ["Feel kneading (petrissage) or rolling."]),
        ("It helped [[smith-2020]]. Rest.", ["It helped", "Rest."]),
        ("See [the *page*](https://example.org/a.b), **now**.", ["See the page, now."]),
        ("# A heading\nText.\n\n```\ncode. Code.\n```\n\n<div>\n", ["Text."]),
        ("A self-made - and slow - stroke.", ["A self-made and slow stroke."]),
        ("***", []),
        ("", []),
    ],
)
def test_sentences(text, expected):
    """Ends of sentences, blocks, items, cells and links are those a reader hears."""
    assert expected == spoken(text)


@given(st.lists(st.sampled_from([*"aB1.!? \n-|*#`[]()", "[[kneading]]", "- ", "\n\n", "```", "e.g. "])).map("".join))
def test_sentences_stand_where_they_say(text):
    """Each sentence is a stretch of its text, after the one before it, and none is without a word."""
    end = 0
    for one in sentences(text, TITLES.__getitem__):
        assert one.start >= end
        end = one.start + len(one.source)
        assert one.source == text[one.start : end]
        assert any(map(str.isalnum, one.source))


@given(st.lists(st.sampled_from(["pain", "so.", "Rest!", "(slow)", "e.g.", "1.5"])).map(" ".join))
def test_no_word_is_lost(text):
    """The words of all sentences are the words of the text."""
    assert text.split() == [word for one in sentences(text, TITLES.__getitem__) for word in one.words]


@pytest.mark.parametrize(
    "piece", ["[", "[[", "(", "*", "_", "|", "| a", ".", '."', "- ", "`", "\\|", "a.\n", "[a](", "[a](b){"]
)
def test_hostile_texts_are_answered_at_once(piece):
    """No text makes the search for sentences slow."""
    started = time.process_time()
    assert all(one.words is not None for one in sentences(piece * (100_000 // len(piece)), str))
    assert time.process_time() - started < 2
