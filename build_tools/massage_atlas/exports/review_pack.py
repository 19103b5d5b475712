"""A record statement by statement, for a clinician who has neither YAML nor Git."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from massage_atlas.library import Key, Library
from massage_atlas.records.base import Sourced
from massage_atlas.records.fields import key_of
from massage_atlas.records.findings import Finding
from massage_atlas.records.prose import Prose
from massage_atlas.records.reference import Reference
from massage_atlas.records.vocabulary import Vocabulary

_SKIPPED = {"checked", "updated", "review", "signature", "former_ids", "references", "basis"}


def review_pack(library: Library, key: Key) -> str:
    """Write every statement of a record with its number, its basis, its sources and three boxes to tick.

    Raises:
        KeyError: when there is no such record, or it is broken.
    """
    record = library.entries[key].record
    if record is None:
        raise KeyError(key)
    lines = [
        f"{record.title} ({key})",
        f"Text last changed {record.updated}, compared with its sources {record.checked}.",
    ]
    lines += ["Tick one box for each statement. Write what should change beside it.", ""]
    for number, (where, text, known) in enumerate(_statements(record, ""), 1):
        lines += [f"{number:3}. {where}: {text}"]
        lines += [f"     {words}" for words in _known(library, known)]
        lines += ["     [ ] agree   [ ] change   [ ] unsure", ""]
    lines += ["Name: ______________________  Role: ______________________  Date: ______________", ""]
    return "\n".join(lines)


def _statements(block: BaseModel, path: str) -> Iterator[tuple[str, str, BaseModel | None]]:
    """Give each text of a block with where it stands and the block that says how we know it."""
    known = block if isinstance(block, Sourced | Finding) else None
    for name, field in type(block).model_fields.items():
        if name not in _SKIPPED:
            where = f"{path} {key_of(name, field)}".strip().replace("_", " ")
            yield from _values(getattr(block, name), where, known)


def _values(value: Any, where: str, known: BaseModel | None) -> Iterator[tuple[str, str, BaseModel | None]]:
    if isinstance(value, BaseModel):
        yield from ((place, text, inner or known) for place, text, inner in _statements(value, where))
    elif isinstance(value, tuple):
        if value and all(isinstance(item, str) for item in value):
            yield where, ", ".join(item.label if isinstance(item, Vocabulary) else str(item) for item in value), known
        else:
            for number, item in enumerate(value, 1):
                yield from _values(item, f"{where} {number}", known)
    elif isinstance(value, Prose):
        yield where, value.words(), known
    elif isinstance(value, Vocabulary):
        yield where, value.label, known
    elif value is not None and not isinstance(value, bool):
        yield where, str(value), known


def _known(library: Library, known: BaseModel | None) -> Iterator[str]:
    basis = getattr(known, "basis", None)
    if basis is not None:
        yield f"How we know: {basis.label}"
    for id_ in getattr(known, "references", ()):
        reference = library.record(Reference, id_)
        if reference is not None:
            unseen = "" if reference.supports else " (nobody has seen it yet: it supports nothing by itself)"
            yield f"Source: {reference.short}. {reference.title}{unseen}"
