"""Rules about what is listed as not covered: nothing there is covered after all, and each name stands once."""

from collections.abc import Iterator

from massage_atlas.diagnostics import Code, Diagnostic
from massage_atlas.library import Key
from massage_atlas.records.base import Record
from massage_atlas.records.decode import nearest
from massage_atlas.records.links import TOPICS
from massage_atlas.rules.context import Context


def covered_already(context: Context) -> Iterator[Diagnostic]:
    """What a record names, even as another name or a misspelling, is covered, and is not listed as missing."""
    listed = context.library.not_covered
    if listed is None:
        return
    owners: dict[str, Key] = {}
    for key, entry in context.library.entries.items():
        for name in _names(entry.record) if entry.record is not None else ():
            owners.setdefault(_folded(name), key)
    first: dict[str, str] = {}
    for number, thing in enumerate(listed.things):
        for loc, name in thing.names.items():
            place = listed.document.positions.value(("things", number, *loc))
            owner = owners.get(_folded(name))
            if owner is not None:
                message = f"'{name}' is listed as not covered, and {owner} covers it"
                help_ = "take the name out of this list, or out of the record"
                notes = (("the record", context.place(owner)),)
                yield Diagnostic(Code.COVERED_ALREADY, message, place, help_, notes)
            other = first.setdefault(_folded(name), thing.id)
            if other != thing.id:
                message = f"'{name}' is a name of '{other}' too"
                yield Diagnostic(Code.REPEATED_NAME, message, place, "leave it with one of the two")


def not_covered_see(context: Context) -> Iterator[Diagnostic]:
    """What is offered instead exists."""
    listed = context.library.not_covered
    known = sorted({key.id for key in context.library.entries if key.kind in TOPICS})
    for number, thing in enumerate(listed.things if listed else ()):
        for place, id_ in enumerate(thing.see):
            if listed is not None and id_ not in known:
                at = listed.document.positions.value(("things", number, "see", place))
                yield Diagnostic(
                    Code.UNKNOWN_REFERENCE, f"there is no record '{id_}' to see instead", at, nearest(id_, known)
                )


def _names(record: Record) -> Iterator[str]:
    yield record.title
    for field in ("aka", "lay", "misspellings"):
        yield from getattr(record, field, ())


def _folded(name: str) -> str:
    """Write a name so that capitals, hyphens and spaces make no difference."""
    return " ".join(name.casefold().replace("-", " ").split())
