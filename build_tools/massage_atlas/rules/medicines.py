"""Rules about the medicines: each leads to a record, and each name to one medicine."""

from collections.abc import Iterator

from massage_atlas.diagnostics import Code, Diagnostic
from massage_atlas.records.decode import nearest
from massage_atlas.rules.context import Context


def medicine_means(context: Context) -> Iterator[Diagnostic]:
    """What a medicine means for a massage is said by a record that exists."""
    listed = context.library.medicines
    known = [key.id for key in context.library.entries if key.kind == "contraindication"]
    for number, one in enumerate(listed.medicines if listed else ()):
        if listed is not None and one.means not in known:
            place = listed.document.positions.value(("medicines", number, "means"))
            help_ = nearest(one.means, known) or f"'atlas new contraindication {one.means}' begins a new one"
            yield Diagnostic(Code.UNKNOWN_REFERENCE, f"there is no contraindication '{one.means}'", place, help_)


def medicine_names(context: Context) -> Iterator[Diagnostic]:
    """A name, a brand or a misspelling leads to one medicine, so that nobody is sent to the wrong page."""
    listed = context.library.medicines
    first: dict[str, str] = {}
    for number, one in enumerate(listed.medicines if listed else ()):
        for name in (one.name, *one.brands, *one.misspellings):
            owner = first.setdefault(name.casefold(), one.name)
            if listed is not None and owner != one.name:
                place = listed.document.positions.value(("medicines", number, "name"))
                message = f"'{name}' is a name of '{owner}' too"
                yield Diagnostic(Code.REPEATED_NAME, message, place, "leave it with one of the two")
