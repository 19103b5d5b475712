"""How hard a text is to read: the school grade of Flesch and Kincaid.

Words, sentences and syllables are counted as the package textstat counts them, which asks pyphen for the syllables. It
is not used itself, because its import needs a setuptools that is out of date; a test holds that the counts agree.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from massage_atlas.language.sentences import Sentence

if TYPE_CHECKING:
    from pyphen import Pyphen

LEAST_WORDS = 30
"""A text with fewer words has no grade: one long word would decide it."""

_TOO_SHORT = 2
"""Pieces of so few words are headings or answers rather than sentences, and make nothing easier to read."""

_APOSTROPHE = re.compile(r"'(?![tsd]\b|ve\b|ll\b|re\b)")
_PUNCTUATION = re.compile(r"[^\w\s']")


def grade(text: Iterable[Sentence]) -> float | None:
    """Give the years of school a text needs, to one decimal; None when it is too short to say."""
    spoken = [one.words for one in text]
    words = [word for sentence in spoken for word in sentence]
    if len(words) < LEAST_WORDS:
        return None
    return round(_formula(words, max(1, sum(len(sentence) > _TOO_SHORT for sentence in spoken))), 1)


def hardness(sentence: Sentence) -> float:
    """Give the grade of one sentence, for naming the sentences that make a page hard; single words count for little."""
    return _formula(sentence.words, 1) if len(sentence.words) > _TOO_SHORT else 0.0


def _formula(words: Sequence[str], count: int) -> float:
    return 0.39 * len(words) / count + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@cache
def syllables(word: str) -> int:
    """Count the syllables of a word by the places where it may be hyphenated."""
    bare = _PUNCTUATION.sub("", _APOSTROPHE.sub('"', word.lower()))
    return len(_hyphenation().positions(bare)) + 1 if bare else 0


@cache
def _hyphenation() -> "Pyphen":
    # Read on first use: its patterns take longer to read than `atlas --help` takes altogether.
    from pyphen import Pyphen

    return Pyphen(lang="en_US")  # the patterns that textstat uses; those for British words find fewer
