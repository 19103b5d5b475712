"""Records as things of schema.org: what a page is about, and what it cites. No verdict is in here.

A list of things to leave alone, taken from its page, would read as complete: programs that want verdicts read the
whole table, `assets/safety.json`.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from markupsafe import Markup, escape

from massage_atlas.exports.imprint import Imprint
from massage_atlas.library import Key, Library
from massage_atlas.pages.addresses import address
from massage_atlas.records.approach import Approach
from massage_atlas.records.base import Named, Record
from massage_atlas.records.condition import Condition
from massage_atlas.records.prose import Prose, RecordLink
from massage_atlas.records.reference import Reference
from massage_atlas.records.region import Region
from massage_atlas.records.structure import Structure
from massage_atlas.records.technique import Technique
from massage_atlas.records.term import Term
from massage_atlas.records.vocabulary import StructureKind, StudyKind

Thing: TypeAlias = dict[str, Any]
"""A block of JSON-LD."""

TYPES = {
    "technique": "MedicalTherapy",
    "approach": "MedicalTherapy",
    "condition": "MedicalCondition",
    "contraindication": "MedicalContraindication",
    "region": "AnatomicalStructure",
    "structure": "AnatomicalStructure",
    "term": "DefinedTerm",
    "reference": "ScholarlyArticle",
}
"""What the record of a kind is in the words of schema.org. A claim is a sentence, and no thing of its own."""

_STRUCTURES = {
    StructureKind.MUSCLE: "Muscle",
    StructureKind.NERVE: "Nerve",
    StructureKind.VESSEL: "Vessel",
    StructureKind.JOINT: "Joint",
    StructureKind.BONE: "Bone",
}
_VOLUME = re.compile(r",? \d[\w():., -]*$")
_SOURCES = {StudyKind.AGENCY_PAGE: "WebPage", StudyKind.GUIDELINE: "Report"}


def slim(thing: Thing) -> Thing:
    """Leave out what says nothing."""
    return {name: value for name, value in thing.items() if value not in ("", None, [], {})}


def named(library: Library, key: Key, imprint: Imprint) -> Thing:
    """Give a record by type, name and address only, as another page mentions it."""
    record = library.entries[key].record
    return slim({"@type": _type(key, record), "name": library.title(key), "url": imprint.full(address(key))})


def about(library: Library, key: Key, imprint: Imprint) -> Thing:
    """Give all that is said of a record as a thing of its own."""
    record = library.entries[key].record
    thing = {**named(library, key, imprint), **dict(_details(library, record, imprint))}
    if isinstance(record, Named):
        thing["alternateName"] = list(dict.fromkeys((*record.aka, *record.lay)))
    return slim(thing)


def _type(key: Key, record: Record | None) -> str:
    match record:
        case Structure():
            return _STRUCTURES.get(record.structure_kind, TYPES[key.kind])
        case Reference():
            return _SOURCES.get(record.type, TYPES[key.kind])
    return TYPES[key.kind]


def _details(library: Library, record: Record | None, imprint: Imprint) -> Iterator[tuple[str, Any]]:
    def each(kind: str, ids: tuple[str, ...]) -> list[Thing]:
        keys = (Key(kind, id_) for id_ in ids)
        return [named(library, key, imprint) for key in keys if key in library.entries]

    match record:
        case Technique():
            yield "description", spoken(library, record.short)
            yield "bodyLocation", [library.title(Key("region", id_)) for id_ in record.regions]
        case Approach():
            yield "description", spoken(library, record.short)
        case Condition():
            yield "associatedAnatomy", each("structure", record.structures) or each("region", record.regions)
            yield (
                "signOrSymptom",
                [{"@type": "MedicalSymptom", "name": spoken(library, sign)} for sign in record.signs],
            )
            yield (
                "code",
                [
                    {"@type": "MedicalCode", "codeValue": one.code, "codingSystem": one.system.value, "name": one.label}
                    for one in record.codes
                ],
            )
        case Structure():
            yield "description", spoken(library, record.short)
            yield "bodyLocation", [library.title(Key("region", id_)) for id_ in record.regions]
        case Region():
            yield "bodyLocation", library.title(Key("region", record.parent)) if record.parent else ""
        case Term():
            yield "description", spoken(library, record.plain)
            yield "alternateName", list(record.aka)
        case Reference():
            yield from _literature(record)


def _literature(record: Reference) -> Iterator[tuple[str, Any]]:
    yield "creditText", ", ".join(record.authors)
    yield "datePublished", str(record.year)
    if record.type not in _SOURCES:
        yield "isPartOf", {"@type": "Periodical", "name": _VOLUME.sub("", record.journal)}
    if record.supports:
        pubmed = f"https://pubmed.ncbi.nlm.nih.gov/{record.pmid}/" if record.pmid else ""
        doi = f"https://doi.org/{record.doi}" if record.doi else ""
        yield "sameAs", [one for one in (doi, pubmed, record.url) if one]


def cited(library: Library, key: Key) -> list[Thing]:
    """Give the literature that a page rests on, without what nobody has seen: that supports nothing."""
    ids = dict.fromkeys(link.target.id for link in library.outgoing.get(key, ()) if link.cites)
    records = ((id_, library.record(Reference, id_)) for id_ in sorted(ids))
    return [
        slim({"@type": _type(Key("reference", id_), one), "name": one.title, **dict(_literature(one))})
        for id_, one in records
        if one is not None and one.supports
    ]


def spoken(library: Library, prose: Prose) -> str:
    """Give a text without marks: a link by its words, or by the name of its record; a source without its number."""
    return _plain(prose.html(_link_words(library)))


def _link_words(library: Library) -> Callable[[RecordLink], str]:
    def words(found: RecordLink) -> str:
        key = library.resolve(found.target)
        if key is None or found.label:
            return str(escape(found.label or found.target))
        return "" if key.kind == "reference" else str(escape(library.title(key)))

    return words


def _plain(html: str) -> str:
    return str(Markup(html).striptags())  # noqa: S704 - the marks go; what is left is text
