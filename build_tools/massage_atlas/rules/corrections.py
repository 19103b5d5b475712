"""Rules about the safety corrections: each is told once, has happened, and names what exists or existed."""

from collections.abc import Iterator

from massage_atlas.diagnostics import Code, Diagnostic
from massage_atlas.library import Key
from massage_atlas.records.decode import nearest
from massage_atlas.rules.context import Context


def correction_ids(context: Context) -> Iterator[Diagnostic]:
    """Each correction has an id of its own: a feed reader takes two of one id for the same one."""
    listed = context.library.corrections
    seen: set[str] = set()
    for number, one in enumerate(listed.corrections if listed else ()):
        if listed is not None and one.id in seen:
            place = listed.document.positions.value(("corrections", number, "id"))
            yield Diagnostic(Code.REPEATED_NAME, f"'{one.id}' is another correction's id", place, "give it its own")
        seen.add(one.id)


def correction_dates(context: Context) -> Iterator[Diagnostic]:
    """A correction is listed when it was published, not before."""
    listed = context.library.corrections
    for number, one in enumerate(listed.corrections if listed else ()):
        if listed is not None and one.date > context.today:
            place = listed.document.positions.value(("corrections", number, "date"))
            message = f"'date' is {one.date}, which is still to come"
            yield Diagnostic(Code.FUTURE_DATE, message, place, "write the day it was published")


def corrected_records(context: Context) -> Iterator[Diagnostic]:
    """Every record that a correction names is there, or was there under a former id."""
    listed = context.library.corrections
    known = {str(key) for key in (*context.library.entries, *context.library.former)}
    for number, one in enumerate(listed.corrections if listed else ()):
        for position, written in enumerate(one.records):
            if listed is not None and written not in known:
                place = listed.document.positions.value(("corrections", number, "records", position))
                kind, _, id_ = written.partition("/")
                ids = [key.id for key in context.library.entries if key.kind == kind]
                near = nearest(str(Key(kind, id_)), [f"{kind}/{other}" for other in ids])
                yield Diagnostic(Code.UNKNOWN_REFERENCE, f"there is no record '{written}'", place, near)


def correction_links(context: Context) -> Iterator[Diagnostic]:
    """Every link in the words of a correction leads to one page."""
    listed = context.library.corrections
    for number, one in enumerate(listed.corrections if listed else ()):
        for name, prose in (("says", one.says), ("before", one.before), ("now", one.now)):
            for link in prose.links() if prose else ():
                if listed is not None and context.library.resolve(link.target) is None:
                    place = listed.document.positions.value(("corrections", number, name))
                    help_ = nearest(link.target, context.library.names)
                    yield Diagnostic(Code.UNKNOWN_REFERENCE, f"'{link.target}' is not one page", place, help_)
