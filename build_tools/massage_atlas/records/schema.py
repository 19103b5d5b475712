"""Writes the models as JSON Schema, which gives authors completion and hovers in their editor."""

import json
from collections.abc import Mapping

from massage_atlas.records.base import Block
from massage_atlas.records.body_map import BodyMap
from massage_atlas.records.corrections import Corrections
from massage_atlas.records.kinds import KINDS, Kind
from massage_atlas.records.medicines import Medicines
from massage_atlas.records.not_covered import NotCoveredThings
from massage_atlas.records.numbers import Numbers
from massage_atlas.records.search_words import SearchWords
from massage_atlas.records.sheet import Sheet

FOLDER = "schemas"
"""Where the schemas lie, relative to the project's folder."""

PROJECT_FILES: Mapping[str, tuple[type[Block], str]] = {
    "body-map": (BodyMap, "Body map"),
    "medicines": (Medicines, "Medicines"),
    "not-covered": (NotCoveredThings, "Not covered yet"),
    "numbers": (Numbers, "Numbers to call"),
    "safety-corrections": (Corrections, "Safety corrections"),
    "search": (SearchWords, "Words of the search"),
    "sheet": (Sheet, "Appointment sheet"),
}
"""The files of `content/` that a project has once, by name: what each holds, and what it is called."""


def schema_file(kind: Kind) -> str:
    """Give the path of a kind's schema, relative to the project's folder."""
    return f"{FOLDER}/{kind.name}.schema.json"


def schema_line(kind: Kind) -> str:
    """Give the first line of every record of a kind: it points an editor at the schema."""
    up = "../" * (kind.folder.count("/") + 1)
    return f"# yaml-language-server: $schema={up}{schema_file(kind)}"


def schemas() -> dict[str, str]:
    """Give every schema file by its path."""
    records = {schema_file(kind): _schema(kind.model, kind.label) for kind in KINDS.values()}
    return records | {f"{FOLDER}/{name}.schema.json": _schema(*one) for name, one in PROJECT_FILES.items()}


def _schema(model: type[Block], title: str) -> str:
    schema = model.model_json_schema(by_alias=True, mode="validation")
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": title}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
