"""Rules about the appointment sheet: each answer means something the library knows."""

from collections.abc import Iterator

from massage_atlas.diagnostics import Code, Diagnostic
from massage_atlas.library.sheet import SheetEntry
from massage_atlas.records.condition import Condition
from massage_atlas.records.contraindication import Contraindication, FactPart
from massage_atlas.records.decode import nearest
from massage_atlas.records.fields import blocks_of
from massage_atlas.records.technique import Technique
from massage_atlas.rules.context import Context


def sheet_answers(context: Context) -> Iterator[Diagnostic]:
    """Every fact, form and stage that an answer names exists, and so does the technique the sheet goes by."""
    entry = context.library.sheet
    if entry is None or entry.sheet is None:
        return
    techniques = [id_ for id_, _ in context.library.records(Technique)]
    if entry.sheet.technique not in techniques:
        yield _unknown(entry, ("technique",), "technique", entry.sheet.technique, techniques)
    conditions, contraindications = (
        {key.id for key in context.library.entries if key.kind == kind} for kind in ("condition", "contraindication")
    )
    for loc, part in blocks_of(entry.sheet, FactPart):
        if part.fact not in conditions | contraindications:
            yield _unknown(
                entry, (*loc, "fact"), "condition or contraindication", part.fact, conditions | contraindications
            )
            continue
        condition = context.library.record(Condition, part.fact)
        contraindication = context.library.record(Contraindication, part.fact)
        variants = [one.id for one in contraindication.variants] if contraindication else []
        phases = [one.id for one in condition.phases] if condition else []
        broken = (condition is None and part.fact in conditions) or (
            contraindication is None and part.fact in contraindications
        )
        for word, said, known, code in (
            ("variant", part.variant, variants, Code.UNKNOWN_VARIANT),
            ("phase", part.phase, phases, Code.UNKNOWN_PHASE),
        ):
            if said is not None and said not in known and not broken:
                help_ = f"the {word}s there are {', '.join(known)}" if known else f"it has no {word}s"
                place = entry.document.positions.value((*loc, word))
                yield Diagnostic(code, f"'{part.fact}' has no {word} '{said}'", place, help_)


def _unknown(
    entry: SheetEntry, loc: tuple[str | int, ...], kind: str, id_: str, known: list[str] | set[str]
) -> Diagnostic:
    place = entry.document.positions.value(loc)
    return Diagnostic(Code.UNKNOWN_REFERENCE, f"there is no {kind} '{id_}'", place, nearest(id_, sorted(known)))
