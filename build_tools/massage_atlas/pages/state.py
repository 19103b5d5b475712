"""The state of the library: the same counts as `atlas stats`, for readers, with what is due next."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from massage_atlas.library import Key, Library
from massage_atlas.pages.page import Page, Section
from massage_atlas.pages.rendering import fragment
from massage_atlas.pages.writer import LinkView, Writer
from massage_atlas.records import KINDS
from massage_atlas.records.freshness import in_words
from massage_atlas.records.vocabulary import Basis, Certainty, Confirmed, Direction, StudyKind, Verdict, Vocabulary
from massage_atlas.records.weight import WEIGHTS
from massage_atlas.statistics import Statistics

URL = "state/"
"""The address of the page."""

TITLE = "State of this library"
"""The words that name the page."""

_SHORT = "What this site holds, who has checked it, how old it is, and what is still missing."
_TEMPLATE = "state.html.jinja"
_CLEARER = {"contraindication": "Reasons to wait with a massage, or to change it", "claim": "Claims: true or not?"}
"""Kinds whose heading does not read well before a number."""


@dataclass(frozen=True)
class CountView:
    """A number with what it counts."""

    path: str
    """Where it stands in `atlas stats --json`: `references.by_kind.rct`."""
    label: str
    value: str


@dataclass(frozen=True)
class StateView:
    """The page."""

    title: str
    short: str
    crumbs: tuple[LinkView, ...]
    counted_on: str
    signed: int
    """How many pages and words a health worker has signed."""
    all: int
    unreviewed: int
    unknown: LinkView
    report: LinkView | None
    """How to report a mistake."""


def state_page(library: Library, counted: Statistics, updated: datetime.date) -> Page:
    """Make the page from the library's counts."""
    writer = Writer(library, URL)
    mistake = Key("guide", "about/report-a-mistake")
    dated = sum(counted.due.values())
    view = StateView(
        TITLE,
        _SHORT,
        (LinkView(writer.href(""), "Home"),),
        in_words(datetime.date.fromisoformat(counted.counted_on)),
        dated - counted.unreviewed,
        dated,
        counted.unreviewed,
        LinkView(writer.href("what-is-not-known/"), "What is not known"),
        writer.link(mistake) if mistake in library.guides else None,
    )
    sections = [Section("top", "", fragment(_TEMPLATE, "top", v=view))]
    for id_, title, note, counts in _tables(counted):
        sections.append(Section(id_, title, fragment(_TEMPLATE, "counts", note=note, counts=counts)))
    sections.append(Section("more", "What to do with this", fragment(_TEMPLATE, "more", v=view)))
    sections.append(Section("end", "", fragment(_TEMPLATE, "end")))
    return Page(URL, TITLE, _SHORT, tuple(sections), updated)


_Table = tuple[str, str, str, tuple[CountView, ...]]


def _tables(counted: Statistics) -> tuple[_Table, ...]:
    """Put every count under the heading its readers look for."""
    values = counted.values
    plurals = {kind.name: kind.plural for kind in KINDS.values()} | _CLEARER
    kinds = {kind.value: WEIGHTS[kind].heading for kind in StudyKind}
    checked = {"checked.oldest": "The oldest check", "checked.newest": "The newest check"}
    return (
        (
            "checks",
            "Who checked it, and when",
            "Each page is compared with its sources again by a fixed day. After that day the page says so by itself.",
            (
                _one("unreviewed", "Pages and words that are drafts", values),
                _one("overdue", "Past the day of the next check", values),
                *(
                    CountView(path, label, in_words(datetime.date.fromisoformat(_at(values, path))))
                    for path, label in checked.items()
                    if counted.checked
                ),
            ),
        ),
        ("due", "What is due next", "How many are to be checked again in each month.", _months(counted)),
        (
            "holds",
            "What it holds",
            "",
            (
                *_many("records", plurals, values),
                _one("guides", "Guides", values),
                _one("relations", "Links between pages", values),
                _one("citations", "Times that a page names a source", values),
            ),
        ),
        (
            "evidence",
            "What studies found",
            "Each finding counts once by how sure it is, and once by which way it points.",
            (
                *_many("benefits.by_certainty", _words(Certainty, "How sure: {}"), values),
                *_many("benefits.by_direction", _words(Direction, "Studies say: {}"), values),
            ),
        ),
        (
            "sources",
            "What it rests on",
            "A source that was only remembered supports nothing by itself.",
            (
                *_many("references.by_kind", kinds, values),
                *_many("references.by_check", _words(Confirmed, "Our check: {}"), values),
                _one("unseen", "Sources that support nothing by themselves yet", values),
                _one("statements.all", "Statements that say how we know them", values),
                _one("statements.without_source", "Of these, without a source", values),
            ),
        ),
        (
            "safety",
            "Safety rules and verdicts",
            "A verdict is about one technique with one health matter, in each of its forms and stages.",
            (
                *_many("rules.by_basis", _words(Basis, "Rules: {}"), values),
                *_many("verdicts", _words(Verdict, "Verdict: {}"), values),
                _one("pairs.covered", "Techniques with health matters that have an answer", values),
                _one("pairs.not_checked", "Techniques with health matters that are not checked yet", values),
            ),
        ),
        (
            "lacks",
            "What it lacks",
            "",
            (
                _one("not_covered", "Things people ask for that have no page yet", values),
                _one("pages_without_figure", "Techniques without a drawing", values),
                _one("orphans", "Pages that no other page leads to", values),
            ),
        ),
    )


def _at(values: Mapping[str, object], path: str) -> str:
    value: object = values
    for step in path.split("."):
        assert isinstance(value, Mapping)
        value = value[step]
    return f"{value:,}" if isinstance(value, int) else str(value)


def _one(path: str, label: str, values: Mapping[str, object]) -> CountView:
    return CountView(path, label, _at(values, path))


def _many(path: str, labels: Mapping[str, str], values: Mapping[str, object]) -> tuple[CountView, ...]:
    return tuple(_one(f"{path}.{key}", label, values) for key, label in labels.items())


def _words(words: type[Vocabulary], form: str) -> dict[str, str]:
    return {word.value: form.format(word.label) for word in words}


def _months(counted: Statistics) -> tuple[CountView, ...]:
    return tuple(
        CountView(f"due.{month}", in_words(datetime.date.fromisoformat(f"{month}-01")).partition(" ")[2], f"{count:,}")
        for month, count in counted.due.items()
    )
