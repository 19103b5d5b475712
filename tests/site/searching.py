"""Types into the site's search as a reader does, and tells what came."""

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

QUERIES = Path(__file__).parents[1] / "data/search_queries.tsv"

_READ = """() => ({
  results: [...document.querySelectorAll('[data-atlas-result]')].map(one => one.dataset.atlasResult),
  twins: [...document.querySelectorAll('.search-results li:has(> [data-atlas-result])')]
    .map(one => [...one.querySelectorAll('a')].map(a => a.href)),
  urgent: [...document.querySelectorAll('[data-atlas-urgent] a')].map(one => one.getAttribute('href')),
  check: document.querySelector('[data-atlas-check]')?.dataset.atlasCheck || '',
  verdict: [...document.querySelectorAll('.search-pair [data-verdict]')].map(one => one.dataset),
  text: document.querySelector('.search-results').innerText,
})"""


@dataclass(frozen=True)
class Query:
    """A line of the list: what is typed, what kind of query it is, and what should come."""

    text: str
    kind: str
    expected: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """What the search shows."""

    results: list[str]
    """Addresses, in order."""
    urgent: list[str]
    """Links of the help card."""
    check: str
    """The area of the card "First, check"."""
    verdicts: list[dict[str, str]]
    text: str
    links: list[list[str]]
    """All links of each result, its merged page included."""

    def leads_to(self, expected: tuple[str, ...]) -> bool:
        """Tell whether one of the first three results leads to one of these addresses."""
        first = [url for links in self.links[:3] for url in links]
        return any(url.endswith("/" + one) for url in first for one in expected)


def queries(*kinds: str) -> list[Query]:
    """Give the list's queries of some kinds."""
    with QUERIES.open(encoding="utf-8") as lines:
        rows = [
            Query(q, kind, tuple(e.strip() for e in said.split(",") if e.strip())) for q, kind, said in _rows(lines)
        ]
    return [one for one in rows if one.kind in kinds]


def _rows(lines: object) -> Iterator[list[str]]:
    yield from [[*row, ""][:3] for row in csv.reader(lines, delimiter="\t")][1:]  # type: ignore[call-overload] # a text file


def opened(page: Page) -> Page:
    """Open the search by its button."""
    page.click(".search-button")
    return page


def ask(page: Page, text: str) -> Found:
    """Put a text into the field and wait until what is shown answers it."""
    page.evaluate(
        """text => { const field = document.getElementById('atlas-query'); field.value = text;
        field.dispatchEvent(new Event('input', {bubbles: true})) }""",
        text,
    )
    page.wait_for_function("text => document.querySelector('.search-results').dataset.query === text", arg=text)
    said = page.evaluate(_READ)
    return Found(said["results"], said["urgent"], said["check"], said["verdict"], said["text"], said["twins"])


SLIPS = ("lost", "doubled", "swapped", "wrong", "added", "first", "sound", "vowel", "joined", "parted")
"""The ways in which people mistype."""

_SOUNDS = (("ph", "f"), ("sc", "s"), ("ss", "s"), ("th", "t"), ("c", "k"), ("y", "i"), ("oe", "e"), ("ae", "e"))
_VOWELS = {"a": "e", "e": "i", "i": "e", "o": "u", "u": "o"}


def slipped(name: str, slip: str, chance: random.Random) -> str:
    """Mistype a name in one way; the name itself where that way has no place in it."""
    words = name.split(" ")
    at = max(range(len(words)), key=lambda number: len(words[number]))
    word = words[at]
    if len(word) < 6:
        return name
    place = chance.randrange(1, len(word) - 1)
    letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
    if slip == "joined":
        return name.replace(" ", "", 1)
    if slip == "sound":
        found = [(old, new) for old, new in _SOUNDS if old in word[1:]]
        wrong = word[0] + word[1:].replace(*found[0], 1) if found else word
    elif slip == "vowel":
        vowels = [number for number, one in enumerate(word) if number and one in _VOWELS]
        number = chance.choice(vowels or [0])
        wrong = word[:number] + _VOWELS.get(word[number], word[number]) + word[number + 1 :]
    else:
        wrong = {
            "lost": word[:place] + word[place + 1 :],
            "doubled": word[:place] + word[place] + word[place:],
            "swapped": word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :],
            "wrong": word[:place] + letter + word[place + 1 :],
            "added": word[:place] + letter + word[place:],
            "first": letter + word[1:],
            "parted": word[: len(word) // 2] + " " + word[len(word) // 2 :],
        }[slip]
    return " ".join([*words[:at], wrong, *words[at + 1 :]])
