"""When a verdict wears out: it is as old as the oldest check among the records it comes from."""

import datetime
from collections.abc import Iterable

from massage_atlas.library import Library
from massage_atlas.records.base import Record
from massage_atlas.records.condition import Condition
from massage_atlas.records.contraindication import Contraindication
from massage_atlas.records.freshness import closes
from massage_atlas.records.technique import Technique
from massage_atlas.safety import Fact, SafetyModel
from massage_atlas.safety.resolver import everything


def brought(model: SafetyModel, fact: Fact) -> tuple[str, ...]:
    """Give the ids of a fact and of all it brings with it: the verdict rests on each of their records."""
    return tuple(dict.fromkeys(one.id for one in everything(model, (fact,))))


def wears_out(library: Library, techniques: Iterable[str], facts: Iterable[str]) -> datetime.date | None:
    """Give the day after which nobody should rely on a verdict about these techniques and facts."""
    records: list[Record | None] = [library.record(Technique, id_) for id_ in techniques]
    for id_ in facts:
        records += [library.record(Condition, id_), library.record(Contraindication, id_)]
    return min((closes(record) for record in records if record is not None), default=None)
