"""The list of reading grades: how hard each page was to read when that was agreed to. None gets worse unseen."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from massage_atlas.language.client_text import ClientText
from massage_atlas.language.grade import grade
from massage_atlas.source.text import rows

FILE = "content/reading-grades.csv"
"""Where the list lies, relative to the project's folder."""

HARDEST = 8.0
"""The highest grade a page for clients may have."""

WORSE = 0.5
"""By how much a page may be harder than the list says."""

_HEAD = ("page", "grade")


@dataclass(frozen=True)
class Graded:
    """A line of the list."""

    line: int
    page: str
    """The page's address, without a slash at its end."""
    grade: float


def grades(pages: Mapping[str, Iterable[ClientText]]) -> dict[str, float]:
    """Give the grade of every page that has enough words for one, by address."""
    found = {page: grade(one for text in texts for one in text.sentences) for page, texts in sorted(pages.items())}
    return {page: value for page, value in found.items() if value is not None}


def written(current: Mapping[str, float]) -> str:
    """Give the list's text for the pages as they are."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(_HEAD)
    table.writerows((page, f"{value:.1f}") for page, value in sorted(current.items()))
    return out.getvalue()


def read(text: str) -> Iterator[Graded]:
    """Read a list's text; a line that is not one is passed over, and its page then counts as missing."""
    for line, row in rows(text):
        if len(row) == len(_HEAD) and _is_number(row[1]):
            yield Graded(line, row[0], float(row[1]))


def _is_number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdecimal()
