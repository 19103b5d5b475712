"""The part of the index that every query needs: the help cards, what to check first, and the everyday words."""

from collections.abc import Iterator, Sequence
from typing import Any

from massage_atlas.exports.search.wording import WORDS
from massage_atlas.library import Key, Library
from massage_atlas.library.areas import look_alikes
from massage_atlas.pages.findable import Findable, Group, parts_of
from massage_atlas.pages.frame import worst_urgency
from massage_atlas.pages.get_help import PARTS
from massage_atlas.pages.rendering import shared
from massage_atlas.records.contraindication import Contraindication
from massage_atlas.records.region import Region
from massage_atlas.records.vocabulary import ContraindicationKind, Verdict

_LISTED = 12
"""How many things that are not covered are named when nothing is found."""


def core(library: Library, things: Sequence[Findable]) -> dict[str, Any]:
    """Give it; pages are named by their place among all things, and described in the blocks."""
    numbers = {one.key: number for number, one in enumerate(things) if one.key is not None}
    said = library.search_words
    return {
        "groups": [group.title for group in Group],
        "group": [next((n for n, one in enumerate(things) if one.group >= group), len(things)) for group in Group],
        "same": [list(group) for group in said.same],
        "joined": {one.word: one.parts for one in said.joined},
        "readings": [
            {"beside": list(one.beside), "from": one.lowest, "to": one.highest, "weeks": one.weeks, "means": one.means}
            for one in said.readings
        ],
        "pain": list(said.pain),
        "past": list(said.past),
        "harmless": list(said.harmless),
        "skip": list(said.skip),
        "common": list(said.common),
        "help": list(said.help),
        "signs": list(_signs(library, numbers)),
        "checks": list(_checks(library, numbers)),
        "badges": {one.value: shared("badge", one).strip() for one in Verdict},
        "labels": {one.value: one.label.lower() for one in Verdict},
        "words": WORDS,
        "what": {one.means: one.what for one in library.medicines.groups} if library.medicines else {},
        "uncovered": [[one.title, one.url] for one in things if one.group is Group.NOT_COVERED][:_LISTED],
        "meanings": {one.value: one.meaning for one in Verdict},
        "call": shared("call_line"),
    }


def _signs(library: Library, numbers: dict[Key, int]) -> Iterator[dict[str, Any]]:
    """Give every record that says how people tell of it when it happens: what to do, where, and in which words."""
    for id_, record in library.records(Contraindication):
        if record.said and (number := numbers.get(Key("contraindication", id_))) is not None:
            urgency = worst_urgency(record)
            is_sign = record.fact_kind is ContraindicationKind.SIGN
            yield {
                "page": number,
                "urgency": urgency.value if urgency else "",
                "part": PARTS.get(id_, ""),
                "said": list(record.said),
                "names": [*_names(record)] if is_sign else [],
            }


def _names(record: Contraindication) -> Iterator[str]:
    yield from parts_of(record.name) or (record.name,)
    yield from (*record.aka, *record.lay, *record.misspellings)


def _checks(library: Library, numbers: dict[Key, int]) -> Iterator[dict[str, Any]]:
    """Give every area with look-alikes to rule out: its names, and the signs."""
    regions = dict(library.records(Region))
    for id_, region in regions.items():
        signs = [numbers[key] for one in look_alikes(regions, id_) if (key := Key("contraindication", one)) in numbers]
        if signs:
            name = region.name.partition(" (")[0].lower()
            called = [region.name.partition(" (")[0], *parts_of(region.name)[1:], *region.aka, *region.lay]
            yield {"page": numbers[Key("region", id_)], "name": name, "called": called, "signs": signs}
