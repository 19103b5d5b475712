"""What the library holds and lacks, and how old it is: counted once, for the command and for the site's own page."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from massage_atlas.library import Library
from massage_atlas.library.orphans import orphans
from massage_atlas.records import KINDS
from massage_atlas.records.base import Record, Sourced
from massage_atlas.records.contraindication import Contraindication, Rule
from massage_atlas.records.fields import blocks_of
from massage_atlas.records.findings import Finding
from massage_atlas.records.freshness import due
from massage_atlas.records.reference import Reference
from massage_atlas.records.technique import Technique
from massage_atlas.records.vocabulary import (
    Basis,
    Certainty,
    Confirmed,
    Direction,
    ReviewState,
    StudyKind,
    Verdict,
    Vocabulary,
)
from massage_atlas.safety import Fact, SafetyModel
from massage_atlas.safety.table import every_fact, matters, table


@dataclass(frozen=True)
class Statistics:
    """The counts, each under the name it has in `atlas stats --json`."""

    counted_on: str
    """The day they were counted for."""
    records: Mapping[str, int]
    """Records by kind."""
    guides: int
    """Hand-written pages."""
    not_covered: int
    """Things that people ask for and no record is about."""
    relations: int
    """Links between records."""
    citations: int
    """Times that a record or guide names a piece of literature."""
    references: Mapping[str, Mapping[str, int]]
    """Literature by kind of study, and by how far we checked it."""
    unseen: int
    """Literature that supports nothing alone: from memory, or with an identifier that nobody has checked."""
    benefits: Mapping[str, Mapping[str, int]]
    """What studies found about an outcome, by how sure it is and by which way it points."""
    statements: Mapping[str, int]
    """Statements that say how we know them, and those of them that name no source."""
    rules: Mapping[str, Mapping[str, int]]
    """Safety rules by how we know them."""
    verdicts: Mapping[str, int]
    """Verdicts of each technique with each fact, in each form and stage, and with none."""
    pairs: Mapping[str, int]
    """Techniques with health matters as they stand: those with an answer, and those nobody has checked."""
    unreviewed: int
    """Pages and words that no health worker has signed."""
    overdue: int
    """Pages and words that are past the day of their next check."""
    pages_without_figure: int
    """Techniques that no drawing shows."""
    orphans: int
    """Records that no other page leads to."""
    checked: Mapping[str, str]
    """The oldest and the newest day on which a record was compared with its sources."""
    due: Mapping[str, int]
    """How many are to be checked again in each month."""

    @property
    def values(self) -> dict[str, Any]:
        """Give the counts as plain values."""
        return asdict(self)


def statistics(library: Library, model: SafetyModel, today: datetime.date) -> Statistics:
    """Count the library as on one day."""
    dated = list(_dated(library))
    references = [reference for _, reference in library.records(Reference)]
    findings = [one for entry in library.entries.values() for _, one in blocks_of(entry.record, Finding)]
    stated = [one for entry in library.entries.values() for _, one in blocks_of(entry.record, Sourced)]
    rules = [rule for _, record in library.records(Contraindication) for _, rule in blocks_of(record, Rule)]
    cells = Counter(cell.verdict for cell in table(model, (None, *every_fact(model))))
    pairs = Counter(
        cell.verdict is Verdict.NOT_CHECKED
        for cell in table(model, [Fact(key.id) for key in matters(library)])
        if cell.verdict is not None
    )
    days = sorted(record.checked for record in dated)
    months = Counter(f"{due(record):%Y-%m}" for record in dated)
    return Statistics(
        counted_on=today.isoformat(),
        records={kind.name: sum(1 for _ in library.records(kind.model)) for kind in KINDS.values()},
        guides=len(library.guides),
        not_covered=len(library.not_covered.things) if library.not_covered else 0,
        relations=sum(not one.cites for one in library.links),
        citations=sum(one.cites for one in library.links),
        references={
            "by_kind": _by(StudyKind, (one.type for one in references)),
            "by_check": _by(Confirmed, (one.confirmed for one in references)),
        },
        unseen=sum(not one.supports for one in references),
        benefits={
            "by_certainty": _by(Certainty, (one.certainty for one in findings)),
            "by_direction": _by(Direction, (one.direction for one in findings)),
        },
        statements={"all": len(stated), "without_source": sum(not one.references for one in stated)},
        rules={"by_basis": _by(Basis, (one.basis for one in rules))},
        verdicts={verdict.value: cells[verdict] for verdict in Verdict},
        pairs={"covered": pairs[False], "not_checked": pairs[True]},
        unreviewed=sum(record.review is ReviewState.DRAFT for record in dated),
        overdue=sum(today > due(record) for record in dated),
        pages_without_figure=sum(one.figure is None for _, one in library.records(Technique)),
        orphans=len(orphans(library)),
        checked={"oldest": days[0].isoformat(), "newest": days[-1].isoformat()} if days else {},
        due=dict(sorted(months.items())),
    )


def _by(words: type[Vocabulary], found: Iterable[Vocabulary]) -> dict[str, int]:
    """Count each fixed word, those that nothing has too."""
    counts = Counter(found)
    return {word.value: counts[word] for word in words}


def _dated(library: Library) -> Iterator[Record]:
    """Go through everything that has a day of its next check."""
    for entry in library.entries.values():
        if entry.record is not None:
            yield entry.record
    for guide in library.guides.values():
        if guide.guide is not None:
            yield guide.guide
