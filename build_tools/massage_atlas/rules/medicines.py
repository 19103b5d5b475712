"""Rules about the medicines: each leads to a record, each name to one medicine, and each group is told once."""

from collections.abc import Iterator

from massage_atlas.diagnostics import Code, Diagnostic
from massage_atlas.records.decode import nearest
from massage_atlas.rules.context import Context


def medicine_means(context: Context) -> Iterator[Diagnostic]:
    """What a medicine, or a group of them, means for a massage is said by a record that exists."""
    listed = context.library.medicines
    if listed is None:
        return
    known = [key.id for key in context.library.entries if key.kind == "contraindication"]
    named = [(("medicines", number), one.means) for number, one in enumerate(listed.medicines)]
    named += [(("groups", number), one.means) for number, one in enumerate(listed.groups)]
    for loc, means in named:
        if means not in known:
            place = listed.document.positions.value((*loc, "means"))
            help_ = nearest(means, known) or f"'atlas new contraindication {means}' begins a new one"
            yield Diagnostic(Code.UNKNOWN_REFERENCE, f"there is no contraindication '{means}'", place, help_)


def medicine_groups(context: Context) -> Iterator[Diagnostic]:
    """What the medicines of one record are is said once, so that no reader is told two things."""
    listed = context.library.medicines
    first: set[str] = set()
    for number, one in enumerate(listed.groups if listed else ()):
        if listed is not None and one.means in first:
            place = listed.document.positions.value(("groups", number, "means"))
            message = f"'{one.means}' stands twice in 'groups'"
            yield Diagnostic(Code.REPEATED_REFERENCE, message, place, "keep one of them")
        first.add(one.means)


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
