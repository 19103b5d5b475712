"""The library as a graph that no longer changes: records by key, links out of each, links into each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from massage_atlas.library.body_map import BodyMapEntry
from massage_atlas.library.corrections import CorrectionList
from massage_atlas.library.medicines import MedicineList
from massage_atlas.library.not_covered import NotCoveredList
from massage_atlas.library.reading import Entry, GuideEntry
from massage_atlas.library.relations import MENTION, Labels, labels
from massage_atlas.library.sheet import SheetEntry
from massage_atlas.records.base import Record
from massage_atlas.records.numbers import Numbers
from massage_atlas.records.search_words import SearchWords

R = TypeVar("R", bound=Record)


class Key(NamedTuple):
    """Names a page: the kind of record, and its id. A guide has the kind `guide`."""

    kind: str
    id: str

    def __str__(self) -> str:
        """Give it as a link is written."""
        return f"{self.kind}/{self.id}"


@dataclass(frozen=True)
class Link:
    """One record or guide names another."""

    source: Key
    relation: str
    """The key it stands under, without list numbers: `rules.to.techniques`; `text` for a link inside a text."""
    target: Key
    loc: tuple[str | int, ...] = ()
    """Where it stands in the record."""

    @property
    def labels(self) -> Labels:
        """Give the relation's names on both pages."""
        return labels(self.source.kind, self.relation)

    @property
    def cites(self) -> bool:
        """Tell whether it names a piece of literature, which pages show as a numbered source."""
        return self.target.kind == "reference"

    @property
    def mention(self) -> bool:
        """Tell whether it stands inside a text."""
        return self.relation == MENTION


@dataclass(frozen=True)
class Library:
    """Every record and guide, and every link between them."""

    entries: Mapping[Key, Entry]
    guides: Mapping[Key, GuideEntry]
    links: tuple[Link, ...]
    names: Mapping[str, tuple[Key, ...]]
    """What a link may be written as, an id or `kind/id`, and the pages that answer to it."""
    former: Mapping[Key, Key]
    """Former ids, and where they lead now."""
    numbers: Numbers | None = None
    """The numbers to call in an emergency, by place."""
    outgoing: Mapping[Key, tuple[Link, ...]] = field(default_factory=dict)
    incoming: Mapping[Key, tuple[Link, ...]] = field(default_factory=dict)
    sheet: SheetEntry | None = None
    """The questions of the appointment sheet; None when a project has none."""
    corrections: CorrectionList | None = None
    """What changed in the warnings; None when a project keeps no list."""
    medicines: MedicineList | None = None
    """Medicines by name, and the records they lead to; None when a project has none."""
    body_map: BodyMapEntry | None = None
    """The drawing of the body; None when a project has none."""
    not_covered: NotCoveredList | None = None
    """What people ask for and no record covers; None when a project lists nothing."""
    search_words: SearchWords = field(default_factory=SearchWords)
    """The everyday words behind the search; empty when a project has none."""

    def records(self, model: type[R]) -> Iterator[tuple[str, R]]:
        """Go through the records of one kind that fit their model, by id."""
        for key, entry in self.entries.items():
            if key.kind == model.kind and isinstance(entry.record, model):
                yield key.id, entry.record

    def record(self, model: type[R], id_: str) -> R | None:
        """Give one record; None when there is none or it is broken."""
        entry = self.entries.get(Key(model.kind, id_))
        return entry.record if entry is not None and isinstance(entry.record, model) else None

    def title(self, key: Key) -> str:
        """Give the words that name a page; the id when its record is broken."""
        if key in self.guides:
            guide = self.guides[key].guide
            return guide.title if guide else key.id
        record = self.entries[key].record if key in self.entries else None
        return record.title if record else key.id

    def inline_name(self, key: Key) -> str:
        """Give a page's name as it reads inside a sentence: its first letter small, unless it is an abbreviation.

        A claim asks a question, whose mark would stand before the end of the sentence around it.
        """
        name = self.title(key).removesuffix("?")
        return name if name[1:2].isupper() or key.kind == "guide" else name[:1].lower() + name[1:]

    def resolve(self, written: str) -> Key | None:
        """Give the one page that a link inside a text means; None when there is none, or more than one."""
        found = self.names.get(written, ())
        return found[0] if len(found) == 1 else None
