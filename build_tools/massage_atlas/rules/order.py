"""Rules about how records hang together."""

from collections.abc import Iterator

from massage_atlas.diagnostics import Code, Diagnostic
from massage_atlas.library import Key
from massage_atlas.library.linking import cycle
from massage_atlas.library.orphans import orphans
from massage_atlas.records import KINDS
from massage_atlas.records.condition import Condition
from massage_atlas.records.contraindication import Contraindication, FactPart, Origin, Rule
from massage_atlas.records.fields import blocks_of
from massage_atlas.records.scope import Fit, Unless
from massage_atlas.rules.context import Context

_ORDERS = {
    ("technique", "sequence.after"): "come after each other",
    ("region", "parent"): "are part of each other",
    ("contraindication", "implied_by.fact"): "bring each other with them",
}


def cyclic_order(context: Context) -> Iterator[Diagnostic]:
    """What comes after, belongs to, or brings with it, must not lead back to itself."""
    for (kind, relation), words in _ORDERS.items():
        links = [one for one in context.library.links if one.source.kind == kind and one.relation == relation]
        edges: dict[str, list[str]] = {}
        for one in links:
            edges.setdefault(one.source.id, []).append(one.target.id)
        circle = cycle(edges)
        if circle:
            first = next(one for one in links if (one.source.id, one.target.id) == (circle[0], circle[1]))
            yield context.found(
                Code.CYCLIC_ORDER,
                f"these records {words} in a circle: {' -> '.join(circle)}",
                first.source,
                first.loc,
                "remove one of these links",
            )


def orphan(context: Context) -> Iterator[Diagnostic]:
    """A record that no other page leads to will not be found by its readers."""
    library = context.library
    if any(entry.document is None for entry in library.entries.values()):
        return  # a file that cannot be read may hold the way that seems to be missing
    for key in orphans(library):
        help_ = "cite it, or remove it" if key.kind == "reference" else f"name it in another record, or link [[{key}]]"
        yield context.found(Code.ORPHAN, f"no other page leads to {key.kind} '{key.id}'", key, (), help_)


def repeated_name(context: Context) -> Iterator[Diagnostic]:
    """Two pages of one kind under the same name cannot be told apart in any list."""
    for kind in KINDS.values():
        first: dict[str, str] = {}
        for id_, record in context.library.records(kind.model):
            folded = record.title.casefold()
            if folded in first and kind.name != "reference":
                help_ = "give one of them a more exact name"
                message = f"'{record.title}' is the name of '{first[folded]}' too"
                loc = (_title_key(record.title_key),)
                yield context.found(Code.REPEATED_NAME, message, Key(kind.name, id_), loc, help_)
            first.setdefault(folded, id_)


def _title_key(name: str) -> str:
    return name.removesuffix("_text")


def unknown_part(context: Context) -> Iterator[Diagnostic]:
    """A variant or phase that a rule names is one that its record defines."""
    library = context.library
    records = [
        *((Key("contraindication", id_), record) for id_, record in library.records(Contraindication)),
        *((Key("condition", id_), record) for id_, record in library.records(Condition)),
    ]
    for key, record in records:
        variants, phases = _variants(context, key.id), _phases(context, key.id)
        parts: list[tuple[tuple[str | int, ...], Rule | Fit]] = [*blocks_of(record, Rule), *blocks_of(record, Fit)]
        for at, part in parts:
            yield from _known(context, key, (*at, "variants"), part.variants, variants, Code.UNKNOWN_VARIANT)
            yield from _known(context, key, (*at, "phases"), part.phases, phases, Code.UNKNOWN_PHASE)
        for at, unless in blocks_of(record, Unless):
            yield from _known(context, key, (*at, "phases"), unless.phases, phases, Code.UNKNOWN_PHASE)
        for at, named in blocks_of(record, FactPart):
            one, known = _one(named.variant), _variants(context, named.fact)
            yield from _known(context, key, (*at, "variant"), one, known, Code.UNKNOWN_VARIANT)
            one, known = _one(named.phase), _phases(context, named.fact)
            yield from _known(context, key, (*at, "phase"), one, known, Code.UNKNOWN_PHASE)
        for at, origin in blocks_of(record, Origin):
            yield from _known(context, key, (*at, "brings"), _one(origin.brings), variants, Code.UNKNOWN_VARIANT)


def _one(word: str | None) -> tuple[str, ...]:
    return (word,) if word is not None else ()


def _variants(context: Context, fact: str) -> set[str]:
    record = context.library.record(Contraindication, fact)
    return {variant.id for variant in record.variants} if record else set()


def _phases(context: Context, fact: str) -> set[str]:
    condition = context.library.record(Condition, fact)
    return {phase.id for phase in condition.phases} if condition else set()


def _known(
    context: Context, key: Key, loc: tuple[str | int, ...], used: tuple[str, ...], known: set[str], code: Code
) -> Iterator[Diagnostic]:
    word = "phase" if code is Code.UNKNOWN_PHASE else "variant"
    for number, one in enumerate(used):
        if one not in known:
            help_ = f"the {word}s here are {', '.join(sorted(known))}" if known else f"define its {word}s first"
            place: tuple[str | int, ...] = (*loc, number) if loc[-1] in ("variants", "phases") else loc
            yield context.found(code, f"there is no {word} '{one}' here", key, place, help_)
