"""The safety graph as one value for a browser: reach and closure are done, so that a filter and a max remain."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from massage_atlas.library import Library
from massage_atlas.records.base import Named, Record
from massage_atlas.records.condition import Condition
from massage_atlas.records.contraindication import Contraindication
from massage_atlas.records.freshness import closes
from massage_atlas.records.prose import Prose
from massage_atlas.records.region import Region
from massage_atlas.records.technique import Technique
from massage_atlas.records.vocabulary import Level, Urgency
from massage_atlas.safety import HEALTHY_ADULT, STRICTEST_FIRST, Fact, SafetyModel, rule_of
from massage_atlas.safety.areas import Mask
from massage_atlas.safety.facts import Part, closed
from massage_atlas.safety.model import SafetyFact, SafetyFit, SafetyRule

JSON = "assets/safety.json"
"""Where programs find it."""

SCRIPT = "assets/sheet.js"
"""Where our own sheet finds it, before its code: a page opened from a disk may not ask for JSON."""


def files(value: Mapping[str, Any]) -> dict[str, str]:
    """Give both forms of the value, by address."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return {JSON: f"{text}\n", SCRIPT: f'atlas.data("safety",{text});\n'}


def browser_safety(library: Library, model: SafetyModel) -> dict[str, Any]:
    """Give the whole value. What is empty is left out; `to` is left out for a rule about every technique."""
    ids = sorted(model.techniques)
    return {
        "verdicts": [one.value for one in STRICTEST_FIRST],
        "urgencies": [one.value for one in Urgency],
        "labels": {one.value: one.label for one in (*STRICTEST_FIRST, *Urgency)},
        "healthy_adult": str(HEALTHY_ADULT),
        "regions": {id_: _region(library, model, id_) for id_ in model.areas.ids},
        "techniques": {id_: _technique(library, model, id_) for id_ in ids},
        "facts": {id_: _fact(library, model, id_, ids) for id_ in sorted(model.facts)},
        "standing": [_rule(library, model, one, ids, standing=True) for one in model.standing],
    }


def _region(library: Library, model: SafetyModel, id_: str) -> dict[str, Any]:
    region = library.record(Region, id_)
    assert region is not None
    return _slim({"name": region.name, "parent": region.parent, "covers": _ids(model, model.areas[id_])})


def _technique(library: Library, model: SafetyModel, id_: str) -> dict[str, Any]:
    record, has = library.record(Technique, id_), model.techniques[id_]
    assert record is not None
    regions = None if has.regions is None else _ids(model, has.regions)
    named = {"name": record.name, "closes": closes(record).isoformat(), "looked": has.looked_at}
    return named if regions is None else {**named, "regions": regions}


def _fact(library: Library, model: SafetyModel, id_: str, techniques: list[str]) -> dict[str, Any]:
    known = model.facts[id_]
    contraindication = library.record(Contraindication, id_)
    condition = library.record(Condition, id_)
    records: list[Named] = [one for one in (contraindication, condition) if one is not None]
    medicines = library.medicines.of(id_) if library.medicines else ()
    names = dict.fromkeys(name for one in records for name in (one.name, *one.aka, *one.lay))
    names.pop(records[0].name)
    names |= dict.fromkeys(name for one in medicines for name in (one.name, *one.brands))
    misspelt = dict.fromkeys(name for one in records for name in one.misspellings)
    misspelt |= dict.fromkeys(name for one in medicines for name in one.misspellings)
    return _slim(
        {
            "name": records[0].name,
            "names": list(names),
            "misspelt": list(misspelt),
            "kind": contraindication.fact_kind.value if contraindication else "condition",
            "closes": min(map(_closes, records)),
            "variants": [[one.id, one.name] for one in contraindication.variants] if contraindication else [],
            "phases": [[one.id, one.name] for one in condition.phases] if condition else [],
            "site": any(rule.at_site for rule in known.rules),
            "brings": dict(_brings(model, id_, known)),
            "rules": [_rule(library, model, one, techniques) for one in known.rules],
            "fits": [_fit(one, techniques) for one in known.fits],
        }
    )


def _closes(record: Record) -> str:
    return closes(record).isoformat()


def _brings(model: SafetyModel, id_: str, known: SafetyFact) -> Iterator[tuple[str, list[str]]]:
    """Give all that a fact brings with it, for each form and stage; a site is handed on by the reader of this."""
    for variant in (None, *known.variants):
        for phase in (None, *known.phases):
            fact = Fact(id_, variant, phase)
            brought = sorted(str(one) for one in closed((fact,), model.implications) - {fact})
            if brought:
                yield f"{variant or ''}/{phase or ''}", brought


def _fit(fit: SafetyFit, techniques: list[str]) -> dict[str, Any]:
    return _slim(
        {"to": _reach(fit.techniques, techniques), "variants": sorted(fit.variants), "phases": sorted(fit.phases)},
        keep=("to",),
    )


def _rule(
    library: Library, model: SafetyModel, rule: SafetyRule, techniques: list[str], *, standing: bool = False
) -> dict[str, Any]:
    words = rule_of(library, rule.key)
    placed = rule.at is not None and (standing or rule.level is not Level.EMERGENCY)
    return _slim(
        {
            "id": rule.key.id,
            "number": rule.key.number,
            "verdict": rule.verdict.value,
            "to": _reach(rule.techniques, techniques),
            "variants": sorted(rule.variants),
            "phases": sorted(rule.phases),
            "except_phases": sorted(rule.except_phases),
            "with": [_part(one) for one in rule.together],
            "at": _ids(model, rule.at or 0) if placed else None,
            "named": list(rule.at_ids),
            "at_site": rule.at_site,
            "except_regions": _ids(model, rule.except_regions),
            "local": rule.level in (Level.ABSOLUTE, Level.LOCAL),
            "urgency": rule.urgency.value if rule.urgency else None,
            "why": _words(words.why),
            "do_instead": _words(words.do_instead),
            "ask_whom": _words(words.ask_whom),
            "until": _words(words.until),
        },
        keep=("number", "at", "to"),
    )


def _reach(reached: frozenset[str], techniques: list[str]) -> list[str] | None:
    return None if len(reached) == len(techniques) else [id_ for id_ in techniques if id_ in reached]


def _part(part: Part) -> str:
    return str(Fact(part.id, part.variant, part.phase))


def _ids(model: SafetyModel, mask: Mask) -> list[str]:
    """Give every region of a part of the body, each smaller area by name."""
    return [id_ for number, id_ in enumerate(model.areas.ids) if mask >> number & 1]


def _words(prose: Prose | None) -> str | None:
    return prose.words() if prose is not None else None


def _slim(values: Mapping[str, Any], keep: Iterable[str] = ()) -> dict[str, Any]:
    """Leave out what says nothing; an empty list that is kept means "none", where a missing one means "all"."""
    return {key: one for key, one in values.items() if one or (key in keep and one is not None)}
