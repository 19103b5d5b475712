"""Reads every record, guide and page of the manual, and names each word that is in no dictionary: part of `make lint`.

The words come from the package pyspellchecker, which knows American English, and from codespell's pairs of British and
American words. What both lack stands in tests/data/words.txt: the terms of the trade, names, and British words. The
American form of a British word is reported with the British one.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import codespell_lib
import yaml
from spellchecker import SpellChecker

from massage_atlas.diagnostics import Place
from massage_atlas.records import KINDS
from massage_atlas.records.fields import EACH, leaves
from massage_atlas.source.nodes import compose
from massage_atlas.source.text import place_at

ROOT = Path(__file__).parent.parent
OURS = "tests/data/words.txt"
"""Our own words, relative to the project's folder: sorted, one a line."""

NAMES = {
    *("aka", "lay", "misspellings", "brands", "say", "said", "former_ids"),  # other names, mistakes on purpose, sounds
    *("authors", "title", "journal", "doi", "doi_unverified", "url", "source", "from", "who"),  # what others wrote
    "code",
    "medicines",
}
"""Keys whose values are names, or are spelt by others."""

BOTH = {
    *("biased", "focused", "licensing"),
    *("check", "checks", "checked", "checking", "curb", "draft", "drafts", "inquiry", "license", "licensed", "meter"),
    *("meters", "mold", "practice", "practices", "program", "programs", "story", "stories", "tire", "tires", "tired"),
}
"""Words that are American for one British word, and British for another."""

_TURNS = {
    "our": "or",
    "aem": "em",
    "aed": "ed",
    "aes": "es",
    "oed": "ed",
    "oes": "es",
    "noea": "nea",
    "bre": "ber",
    "is(?=(?:e[ds]?|ing|ations?)$)": "iz",
    "ll(?=(?:ed|ing|er|ery)$)": "l",
}
"""How the letters of British words turn in American."""

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_NOT_WORDS = re.compile(
    r"World Health Organization|```.*?```|`[^`\n]*`|<!--.*?-->|</?[A-Za-z][^<>]*>"
    r"|\[\[[^\[\]|\\\n]*(?:\\?\||\]\])|\]\([^()\s]*\)"
    r"|\{[^{}\n]*\}|(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+|[\w-]*[/_.]\w[\w./-]*|\w*\d\w*",
    re.DOTALL,
)
_FIXED = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_ENDING = re.compile(r"['\u2019]s?$")


@dataclass(frozen=True)
class Words:
    """Every word that is right, and the right form of those that are American."""

    known: frozenset[str]
    british: Mapping[str, str]

    def problem(self, word: str) -> str:
        """Say what is wrong with a word; nothing when it is right."""
        bare = _ENDING.sub("", word.replace("\u2019", "'")).lower()
        if bare in self.british:
            return f"'{word}' is American: write '{self.british[bare]}'"
        if len(bare) == 1 or word.isupper() or bare in self.known or bare.replace("'", "") in self.known:
            return ""
        return f"'{word}' is in no dictionary"


def words() -> Words:
    """Put the dictionaries together."""
    ours = (ROOT / OURS).read_text(encoding="utf-8").split()
    pairs = Path(codespell_lib.__file__).parent / "data/dictionary_en-GB_to_en-US.txt"
    listed = dict(line.split("->") for line in pairs.read_text(encoding="utf-8").splitlines() if "->" in line)
    british = {american.strip(" ,"): word for word, american in listed.items()}
    ours_in_american = {re.sub(*turn, word): word for word in ours for turn in _TURNS.items()}
    right = {*ours, *listed}
    american = {**ours_in_american, **british}
    known = {*SpellChecker(language="en").word_frequency.words(), *right, *BOTH}
    return Words(frozenset(known), {one: to for one, to in american.items() if one not in right | BOTH})


def of_markdown(text: str) -> Iterator[tuple[int, str]]:
    """Give the words of a page in Markdown, each with where it stands; code, addresses and ids are none."""
    shown = _NOT_WORDS.sub(lambda found: re.sub(r"\S", " ", found.group()), text)
    return ((found.start(), found.group()) for found in _WORD.finditer(shown))


def of_record(text: str, ids: frozenset[tuple[str, ...]]) -> Iterator[tuple[int, str]]:
    """Give the words of a record's values, each with where it stands; ids and names are none."""
    return _of_node(compose(text), (), text, ids)


def _of_node(
    node: yaml.Node | None, path: tuple[str, ...], text: str, ids: frozenset[tuple[str, ...]]
) -> Iterator[tuple[int, str]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value not in NAMES:
                yield from _of_node(value, (*path, key.value), text, ids)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _of_node(item, (*path, EACH), text, ids)
    elif isinstance(node, yaml.ScalarNode) and path not in ids and not _FIXED.fullmatch(node.value):
        first = node.start_mark.index
        yield from ((first + at, word) for at, word in of_markdown(text[first : node.end_mark.index]))


def found_in(file: Path, right: Words) -> Iterator[tuple[Place, str]]:
    """Give the problems of one file."""
    text, path = file.read_text(encoding="utf-8"), file.relative_to(ROOT).as_posix()
    kind = next((one for one in KINDS.values() if one.folder == file.parent.relative_to(ROOT).as_posix()), None)
    ids = frozenset(leaf.path for leaf in leaves(kind.model) if leaf.ref) if kind else frozenset()
    for at, word in of_record(text, ids) if file.suffix == ".yml" else of_markdown(text):
        problem = right.problem(word)
        if problem:
            yield place_at(text, at, path, len(word)), problem


TYPED = "content/search.yml"
"""What people type into a search, right or wrong."""


def files() -> list[Path]:
    """Give every file that people read, in order."""
    folders = ("techniques", "conditions", "content", "docs")
    found = [file for name in folders for end in ("yml", "md") for file in (ROOT / name).rglob(f"*.{end}")]
    return sorted({*found, *ROOT.glob("*.md")} - {ROOT / TYPED})


def main() -> int:
    """Print each problem as editors read it; give the exit code."""
    ours = (ROOT / OURS).read_text(encoding="utf-8").split("\n")
    problems = [
        f"{OURS}:{number}:1: '{word}' comes before '{before}': keep the words sorted, each once"
        for number, (before, word) in enumerate(pairwise(ours[:-1]), 2)
        if word <= before
    ]
    right = words()
    problems += [f"{place}: {problem}" for file in files() for place, problem in found_in(file, right)]
    for one in problems:
        print(one)
    if problems:
        print(f"{len(problems)} problems; a word that is right goes into {OURS}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
