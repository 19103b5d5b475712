"""Rules about how a record is kept: its first line and its dates."""

from collections.abc import Iterator

from massage_atlas.diagnostics import Code, Diagnostic, Place
from massage_atlas.library import Key
from massage_atlas.records.base import Record
from massage_atlas.records.freshness import due, in_words
from massage_atlas.records.schema import schema_line
from massage_atlas.rules.context import Context


def schema_first(context: Context) -> Iterator[Diagnostic]:
    """The first line points editors at the schema, so that they complete and explain the keys."""
    for entry in context.library.entries.values():
        if entry.document is None:
            continue
        wanted = schema_line(entry.kind)
        first = entry.document.positions.text.split("\n", 1)[0]
        if first.rstrip() != wanted:
            place = Place(entry.path, 1, 1, max(1, len(first)))
            yield Diagnostic(
                Code.SCHEMA_LINE, "the first line does not name the schema", place, f"begin with '{wanted}'"
            )


def dates(context: Context) -> Iterator[Diagnostic]:
    """No date lies in the future, and a record is checked on or after the day its text last changed."""
    for key, record in _dated(context):
        for field in ("checked", "updated"):
            if getattr(record, field) > context.today:
                message = f"'{field}' is {getattr(record, field)}, which is still to come"
                yield Diagnostic(Code.FUTURE_DATE, message, _place(context, key, field), "write the day it was done")
        if record.checked < record.updated:
            message = f"it was checked on {record.checked} and changed after that, on {record.updated}"
            help_ = "compare the text with its sources again, then set 'checked' to that day"
            yield Diagnostic(Code.DATE_ORDER, message, _place(context, key, "checked"), help_)


def check_overdue(context: Context) -> Iterator[Diagnostic]:
    """A record is compared with its sources again before its check wears out."""
    for key, record in _dated(context):
        until = due(record)
        if context.today > until:
            message = f"it had to be compared with its sources again by {in_words(until)}"
            help_ = "compare it, then set 'checked' to that day"
            yield Diagnostic(Code.CHECK_OVERDUE, message, _place(context, key, "checked"), help_)


def _dated(context: Context) -> Iterator[tuple[Key, Record]]:
    for key, entry in context.library.entries.items():
        if entry.record is not None:
            yield key, entry.record
    for key, guide in context.library.guides.items():
        if guide.guide is not None:
            yield key, guide.guide


def _place(context: Context, key: Key, field: str) -> Place:
    if key in context.library.guides:
        return context.library.guides[key].positions.value((field,))
    return context.place(key, (field,))
