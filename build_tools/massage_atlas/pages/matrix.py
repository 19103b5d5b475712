"""The matrix: every health matter with every technique family, one page a group, complete without any script."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from massage_atlas.library import Key, Library
from massage_atlas.library.areas import top_region
from massage_atlas.pages.addresses import LONGEST_LIST
from massage_atlas.pages.page import Page, Section
from massage_atlas.pages.rendering import fragment
from massage_atlas.pages.wearing import brought, wears_out
from massage_atlas.pages.writer import LinkView, Writer
from massage_atlas.records.condition import Condition
from massage_atlas.records.contraindication import Contraindication
from massage_atlas.records.freshness import in_words
from massage_atlas.records.region import Region
from massage_atlas.records.technique import Technique
from massage_atlas.records.vocabulary import ContraindicationKind, Family, Verdict
from massage_atlas.safety import STRICTEST_FIRST, Fact, SafetyModel
from massage_atlas.safety.table import matters, table

URL = "matrix/"
"""The address of the matrix."""

_TITLE = "All answers in one table"
_SHORT = "Each health matter with each family of techniques: what our rules say, strictest first."


@dataclass(frozen=True)
class Answer:
    """The verdict of one technique in a row."""

    technique: str
    name: str
    verdict: Verdict
    href: str
    """To the chain of reasons."""
    closes: datetime.date | None
    """After which day nobody should rely on it."""


@dataclass(frozen=True)
class Cell:
    """What a family's techniques come to: the strictest of them, and each one."""

    verdict: Verdict
    mixed: bool
    """Whether members differ."""
    answers: tuple[Answer, ...]

    @property
    def closes(self) -> datetime.date | None:
        """Give the first day on which one of its answers wears out."""
        return min((one.closes for one in self.answers if one.closes), default=None)


@dataclass(frozen=True)
class MatrixRow:
    """A health matter."""

    fact: str
    link: LinkView
    cells: tuple[Cell | None, ...]
    """One for each family; None when no technique of it is used there."""


@dataclass(frozen=True)
class MatrixView:
    """One page of the matrix."""

    title: str
    crumbs: tuple[LinkView, ...]
    families: tuple[Family, ...]
    rows: tuple[MatrixRow, ...]
    date: str
    scripts: tuple[str, ...]
    sheet: str
    """The address of the appointment sheet; empty when there is none."""
    legend: tuple[Verdict, ...] = STRICTEST_FIRST


@dataclass(frozen=True)
class MatrixIndexView:
    """The front page of the matrix."""

    title: str
    short: str
    crumbs: tuple[LinkView, ...]
    groups: tuple[LinkView, ...]
    files: tuple[LinkView, ...]
    sheet: str


def matrix_pages(library: Library, model: SafetyModel, updated: datetime.date) -> Iterator[Page]:
    """Make the front page, and one page for each body area, for states and illnesses, and for medicines."""
    groups = list(_groups(library))
    if not groups or not model.techniques:
        return
    writer = Writer(library, URL)
    files = tuple(LinkView(writer.href(f"{URL}{name}"), text) for name, text in FILES.items())
    links = tuple(LinkView(writer.href(f"{URL}{id_}/"), title) for id_, title, _ in groups)
    view = MatrixIndexView(_TITLE, _SHORT, _crumbs(writer), links, files, _sheet(writer))
    sections = (Section(id_, "", fragment("matrix.html.jinja", id_, v=view)) for id_ in ("front", "end"))
    yield Page(URL, _TITLE, _SHORT, tuple(sections), updated)
    for id_, title, keys in groups:
        yield _page(library, model, id_, title, keys, updated)


FILES = {"verdicts.csv": "The whole table as CSV", "verdicts.json": "The whole table as JSON"}
"""The files beside the matrix, and what their links say."""


def _page(
    library: Library, model: SafetyModel, id_: str, title: str, keys: Sequence[Key], updated: datetime.date
) -> Page:
    writer = Writer(library, f"{URL}{id_}/")
    crumbs = (*_crumbs(writer), LinkView(writer.href(URL), _TITLE))
    families = [family for family in Family if any(one.family is family for _, one in library.records(Technique))]
    rows = tuple(_row(writer, model, key, families) for key in keys)
    scripts = (writer.href("assets/filters.js"),)
    view = MatrixView(title, crumbs, tuple(families), rows, in_words(updated), scripts, _sheet(writer))
    sections = tuple(Section(part, "", fragment("matrix.html.jinja", part, v=view)) for part in ("grid", "end"))
    return Page(f"{URL}{id_}/", f"{_TITLE}: {title}", f"{title}: {_SHORT}", sections, updated)


def _sheet(writer: Writer) -> str:
    return writer.href("sheet/") if writer.library.sheet and writer.library.sheet.sheet else ""


def _crumbs(writer: Writer) -> tuple[LinkView, ...]:
    return LinkView(writer.href(""), "Home"), LinkView(writer.href("contraindications/"), "When not to")


def _row(writer: Writer, model: SafetyModel, key: Key, families: Sequence[Family]) -> MatrixRow:
    members: defaultdict[Family, list[Answer]] = defaultdict(list)
    facts = brought(model, Fact(key.id))
    for cell in table(model, (Fact(key.id),)):
        technique = writer.library.record(Technique, cell.technique)
        if technique is not None and cell.verdict is not None:
            until = wears_out(writer.library, (cell.technique,), facts)
            anchor = f"conditions/{key.id}/#with-{cell.technique}"
            target = anchor if key.kind == "condition" else f"contraindications/{key.id}/#rules"
            answer = Answer(cell.technique, technique.name, cell.verdict, writer.href(target), until)
            members[technique.family].append(answer)
    return MatrixRow(key.id, writer.link(key), tuple(_cell(members[family]) for family in families))


def _cell(answers: list[Answer]) -> Cell | None:
    if not answers:
        return None
    ordered = sorted(answers, key=lambda one: (STRICTEST_FIRST.index(one.verdict), one.name))
    return Cell(ordered[0].verdict, len({one.verdict for one in answers}) > 1, tuple(ordered))


def _groups(library: Library) -> Iterator[tuple[str, str, list[Key]]]:
    """Put conditions under the body area they are found in, and the other facts under what they are."""
    regions = dict(library.records(Region))
    by_area: defaultdict[str, list[Key]] = defaultdict(list)
    for id_, condition in library.records(Condition):
        tops = dict.fromkeys(top_region(regions, one) for one in condition.regions if one in regions) or {"": None}
        for top in tops:
            by_area[top].append(Key("condition", id_))
    for top in sorted(by_area, key=lambda one: (one == "", one)):
        title = regions[top].name if top else "Conditions of no one area"
        yield from _parts(library, f"area-{top}" if top else "no-area", title, by_area[top])
    facts: defaultdict[bool, list[Key]] = defaultdict(list)
    for key in matters(library):
        record = library.record(Contraindication, key.id) if key.kind == "contraindication" else None
        if record is not None:
            facts[record.fact_kind is ContraindicationKind.MEDICINE].append(key)
    yield from _parts(library, "states", "States and illnesses", facts[False])
    yield from _parts(library, "medicines", "Medicines", facts[True])


def _parts(library: Library, id_: str, title: str, keys: list[Key]) -> Iterator[tuple[str, str, list[Key]]]:
    """Cut a long group into pages of at most the allowed number of rows."""
    ordered = sorted(keys, key=lambda key: (library.title(key).casefold(), key))
    for part, first in enumerate(range(0, len(ordered), LONGEST_LIST), 1):
        suffix = f"-{part}" if part > 1 else ""
        yield f"{id_}{suffix}", f"{title}{suffix.replace('-', ' ')}", ordered[first : first + LONGEST_LIST]
