"""The gaps of a library: where studies are weak or missing, what rests on custom, what nobody has checked or seen."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from massage_atlas.library import Key, Library
from massage_atlas.records.condition import Condition
from massage_atlas.records.contraindication import Contraindication
from massage_atlas.records.findings import Finding
from massage_atlas.records.reference import Reference
from massage_atlas.records.technique import Technique
from massage_atlas.records.vocabulary import Basis, Certainty, Verdict
from massage_atlas.safety import Fact, SafetyModel, reached
from massage_atlas.safety.table import matters, table


@dataclass(frozen=True)
class Gap:
    """What is not known on one page."""

    page: Key
    words: tuple[str, ...] = ()
    """What it is, in plain text."""
    others: tuple[Key, ...] = ()
    """Or the pages it is about."""
    count: int = 0
    """Or how many of how many."""
    of: int = 0


@dataclass(frozen=True)
class Part:
    """One kind of gap."""

    id: str
    title: str
    lead: str
    """What it means for a reader, in plain words."""
    unit: str
    """What the number counts."""
    number: int
    groups: tuple[tuple[str, tuple[Gap, ...]], ...]
    """Gaps under their headings; a heading without any is left out."""


def parts(library: Library, model: SafetyModel) -> Iterator[Part]:
    """Find every kind of gap."""
    yield _weak(library)
    yield _unstudied(library)
    yield _customs(library)
    yield _unchecked(library, model)
    yield _unseen(library)


def _part(library: Library, id_: str, title: str, lead: str, unit: str, number: int, **groups: list[Gap]) -> Part:
    def by_name(one: Gap) -> tuple[str, Key]:
        return library.title(one.page).casefold(), one.page

    names = {name.replace("_", " "): tuple(sorted(gaps, key=by_name)) for name, gaps in groups.items()}
    return Part(id_, title, lead, unit, number, tuple((name, gaps) for name, gaps in names.items() if gaps))


def _weak(library: Library) -> Part:
    """Find the outcomes for which the certainty is very low."""
    found: dict[str, list[Gap]] = {"condition": [], "technique": []}
    number = 0
    records: list[tuple[Key, tuple[Finding, ...]]] = [
        *((Key("condition", id_), record.benefits) for id_, record in library.records(Condition)),
        *((Key("technique", id_), record.findings) for id_, record in library.records(Technique)),
    ]
    for key, findings in records:
        weak = [one for one in findings if one.certainty is Certainty.VERY_LOW]
        number += len(weak)
        if weak:
            found[key.kind].append(Gap(key, tuple(dict.fromkeys(one.outcome for one in weak))))
    return _part(
        library,
        "weak-studies",
        "Where studies are too few or too weak",
        "Someone studied these. The studies are so few or so weak that we do not know if massage helps.",
        "findings",
        number,
        Health_conditions=found["condition"],
        Techniques=found["technique"],
    )


def _unstudied(library: Library) -> Part:
    """Find the techniques that someone looked at for a condition, and for which no study is listed there."""
    gaps = []
    techniques = dict(library.records(Technique))
    for id_, condition in library.records(Condition):
        studied = {one for benefit in condition.benefits for one in benefit.techniques}
        given = [
            Key("technique", one)
            for one, technique in techniques.items()
            if one not in studied and any(reached(fit.to, one, technique) for fit in condition.fits)
        ]
        if given:
            gaps.append(Gap(Key("condition", id_), others=tuple(given)))
    return _part(
        library,
        "no-study",
        "Given, but not studied on its own",
        "Someone noted how these techniques are given for a condition. We list no study of just that technique for it; "
        "the page may list one of massage as a whole. No warning is not the same as help.",
        "pairs of a technique and a condition",
        sum(len(one.others) for one in gaps),
        Health_conditions=gaps,
    )


def _customs(library: Library) -> Part:
    """Find the safety rules that rest on custom only."""
    gaps = []
    for id_, record in library.records(Contraindication):
        count = sum(rule.basis is Basis.CONVENTION for rule in record.rules)
        if count:
            gaps.append(Gap(Key("contraindication", id_), count=count, of=len(record.rules)))
    return _part(
        library,
        "custom",
        "Safety rules that rest on custom",
        "Massage schools teach these rules, and no study has tested them. Keep to them all the same. Some can never be "
        "tested, because a test could hurt people.",
        "rules",
        sum(one.count for one in gaps),
        Rules_by_page=gaps,
    )


def _unchecked(library: Library, model: SafetyModel) -> Part:
    """Find the pairs that nobody has held against the rules, counted by each half of the pair."""
    keys = {key.id: key for key in matters(library)}
    cells = [one for one in table(model, [Fact(id_) for id_ in keys]) if one.verdict is not None]
    every = Counter(half for one in cells for half in _halves(one.technique, one.fact, keys))
    missing = [one for one in cells if one.verdict is Verdict.NOT_CHECKED]
    counts = Counter(half for one in missing for half in _halves(one.technique, one.fact, keys))
    found = {
        kind: [Gap(key, count=count, of=every[key]) for key, count in counts.items() if key.kind == kind]
        for kind in ("technique", "condition", "contraindication")
    }
    return _part(
        library,
        "not-checked",
        "Pairs that are not checked yet",
        "No one has looked at these pairs of a technique and a health matter yet. That does not mean they are safe. "
        "Ask your therapist or doctor.",
        "pairs",
        len(missing),
        By_technique=found["technique"],
        By_health_condition=found["condition"],
        By_other_health_matter=found["contraindication"],
    )


def _halves(technique: str, fact: Fact | None, keys: dict[str, Key]) -> tuple[Key, Key]:
    assert fact is not None  # the table was asked for facts only
    return Key("technique", technique), keys[fact.id]


def _unseen(library: Library) -> Part:
    """Find the literature that nobody has seen."""
    gaps = [Gap(Key("reference", id_)) for id_, one in library.records(Reference) if not one.supports]
    return _part(
        library,
        "not-seen",
        "Sources that nobody has seen yet",
        "We know of these sources from memory, or nobody has checked the identifier we have. We show them without a "
        "link. Nothing rests on one of them alone.",
        "sources",
        len(gaps),
        Sources=gaps,
    )
