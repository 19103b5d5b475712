"""Makes up right values for any kind of record, from its model, and writes values as YAML."""

import datetime
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import yaml
from hypothesis import strategies as st
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from massage_atlas.records.base import Range
from massage_atlas.records.contraindication import Rule
from massage_atlas.records.fields import key_of
from massage_atlas.records.links import ID_PATTERN
from massage_atlas.records.prose import Line, Prose
from massage_atlas.records.technique import Technique
from massage_atlas.records.vocabulary import Vocabulary

WORDS = [
    "pain",
    "*soft*",
    "**firm**",
    "[[stroking]]",
    "[[kneading|so]]",
    "(slow)",
    "1.5",
    "é",
    "no",
    "a:",
    "'b'",
    '"c"',
]
_names = st.lists(
    st.sampled_from(["Kneading", "no", "1:30", "012", "~", "über", "x: y", "#1", "- a", "!b", "日本"])
).map(lambda words: " ".join(["Name", *words][:9]))
_texts = {
    ID_PATTERN: st.sampled_from(["kneading", "a", "b-2", "no", "012", "1e3"]),
    r"^\S(.*\S)?$": _names,
    r"^10\.[0-9]{4,9}/[^\s<>\"'\\]+$": st.sampled_from(["10.1000/x", "10.12345/a(b)c;d"]),
    r"^[0-9]{1,9}$": st.sampled_from(["1", "012345678"]),
}
_lines = st.lists(st.sampled_from(WORDS), min_size=1, max_size=20).map(" ".join)
_prose = st.lists(st.one_of(_lines, _lines.map(lambda line: f"- {line}\n- two")), min_size=1, max_size=3).map(
    "\n\n".join
)
_dates = st.dates(min_value=datetime.date(2000, 1, 1)).map(lambda day: day.isoformat())


def values(model: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    """Make up the values of a block, as a file would hold them, with any of the keys that may be left out."""
    needed, others = {}, {}
    for name, field in model.model_fields.items():
        group = needed if field.is_required() else others
        group[key_of(name, field)] = _of(field.annotation, list(field.metadata))
    return st.fixed_dictionaries(needed, optional=others).map(lambda block: _fitting(model, block))


def _of(annotation: Any, metadata: list[Any]) -> st.SearchStrategy[Any]:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        inner = [part for one in args[1:] for part in (one.metadata if isinstance(one, FieldInfo) else [one])]
        return _of(args[0], [*inner, *metadata])
    if origin in (Union, UnionType):
        return _of(next(part for part in args if part is not type(None)), metadata)
    if origin is tuple:
        least = next((one.min_length for one in metadata if hasattr(one, "min_length")), 0)
        return st.lists(_of(args[0], []), min_size=least, max_size=max(2, least))
    if annotation is str:
        pattern = next((one.pattern for one in metadata if getattr(one, "pattern", None)), None)
        address = any(hasattr(one, "func") for one in metadata)
        return _texts[pattern] if pattern else st.just("https://example.org/a?b=c") if address else _names
    if annotation is int:
        return st.integers(1900, 2100)
    if annotation is float:
        return st.sampled_from([0, 1, 2.5, 30, 0.25])
    if annotation is bool:
        return st.booleans()
    if issubclass(annotation, Vocabulary):
        return st.sampled_from([word.value for word in annotation])
    if issubclass(annotation, BaseModel):
        return values(annotation)
    if issubclass(annotation, Prose):
        return _lines if issubclass(annotation, Line) else _prose
    return _dates


def _fitting(model: type[BaseModel], block: dict[str, Any]) -> dict[str, Any]:
    """Mend values that cannot stand together."""
    if issubclass(model, Range) and block["low"] > block["high"]:
        block["low"], block["high"] = block["high"], block["low"]
    if issubclass(model, Rule) and block["level"] == "emergency":
        block["urgency"] = "today"
    if issubclass(model, Technique) and "figure" in block:
        block["figure"] |= {"motion": block["attributes"]["motion"][0], "contact": "palm"}
        block["attributes"]["tool"].append("hands")
    if "doi" in block:
        block.pop("doi_unverified", None)
    if block.get("review"):
        block["review"] = "signed" if "signature" in block else "draft"
    return block


class _Quoted(yaml.SafeDumper):
    """Writes all text in double quotes."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Quoted.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


def as_yaml(value: Any) -> str:
    """Write values as YAML in which all text is in quotes."""
    return yaml.dump(value, Dumper=_Quoted, allow_unicode=True, width=10**9, sort_keys=False)
