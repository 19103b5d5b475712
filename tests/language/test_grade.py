"""The grade of a text is the one that textstat gives, and a page's grade is that of all its texts."""

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_atlas.language.grade import LEAST_WORDS, grade, hardness, syllables
from massage_atlas.language.grades import Graded, read, written
from massage_atlas.language.sentences import sentences

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it tells that its way of reading its own files is old
    from textstat import textstat

WORDS = [
    "massage",
    "don't",
    "self-care",
    "therapist's",
    "idea",
    "muscle",
    "you",
    "anticoagulant",
    "(client)",
    "feet,",
    "30",
]
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=3, max_size=12).map(lambda words: "The " + " ".join(words) + ".")


def grade_of(text):
    return grade(sentences(text, str))


@given(st.sampled_from(WORDS))
def test_syllables_are_those_of_textstat(word):
    """Each word has the syllables that the judge counts."""
    assert textstat.syllable_count(word) == syllables(word)


@given(st.lists(SENTENCE, min_size=10, max_size=20).map(" ".join))
def test_the_grade_is_that_of_textstat(text):
    """It is the formula with the judge's own counts; the judge rounds the averages before it applies it."""
    words, count = textstat.lexicon_count(text), textstat.sentence_count(text)
    exact = 0.39 * words / count + 11.8 * textstat.syllable_count(text) / words - 15.59

    assert pytest.approx(exact, abs=0.051) == grade_of(text)
    assert pytest.approx(textstat.flesch_kincaid_grade(text), abs=0.7) == grade_of(text)


def test_a_short_text_has_no_grade():
    """One long word would decide it."""
    assert grade_of("Anticoagulants. " * (LEAST_WORDS - 1)) is None
    assert grade_of("Anticoagulants. " * LEAST_WORDS) is not None


def test_items_are_sentences():
    """A list is as easy as its items, with or without stops."""
    with_stops = "Tell us this:\n\n" + "- you take a blood thinner.\n" * 10

    assert grade_of(with_stops) == grade_of(with_stops.replace("thinner.", "thinner"))


def test_the_hardest_sentence_is_long_or_of_long_words():
    """For naming what makes a page hard, a word alone counts for nothing, however long."""
    plain, terms, long, word = (
        hardness(next(iter(sentences(text, str))))
        for text in ("It is slow.", "Practitioners elevate musculature.", f"It is {'so ' * 40}slow.", "Anticoagulants.")
    )

    assert plain < word < long < terms


def test_the_list_of_grades_is_read_as_it_was_written():
    """Sorted by page; a line that is none is passed over."""
    text = written({"b/two": 3.0, "a/one": -0.3})

    assert "page,grade\na/one,-0.3\nb/two,3.0\n" == text
    assert [Graded(2, "a/one", -0.3), Graded(3, "b/two", 3.0)] == list(read(text))
    assert [] == list(read("page,grade\n,\na,b\na,1,2\nlone\na,--1\na,1.2.3\n"))
