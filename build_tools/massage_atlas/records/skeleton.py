"""Writes a new record to fill in: every needed key with what belongs there, the others as comments."""

import datetime
import textwrap
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from massage_atlas.records.fields import key_of
from massage_atlas.records.kinds import Kind
from massage_atlas.records.schema import schema_line
from massage_atlas.records.vocabulary import Vocabulary

_WIDTH = 100


def skeleton(kind: Kind, today: datetime.date) -> str:
    """Give the text of a new record; `atlas check` fails on it only where something must be filled in."""
    head = [schema_line(kind), f"# A new {kind.name}. Fill in what is empty; delete the comments as you go."]
    return "\n".join([*head, "", *_block(kind.model, "", today, commented=False)]) + "\n"


def _block(model: type[BaseModel], indent: str, today: datetime.date, *, commented: bool) -> Iterator[str]:
    needed = [(name, field) for name, field in model.model_fields.items() if field.is_required()]
    others = [(name, field) for name, field in model.model_fields.items() if not field.is_required()]
    for name, field in needed:
        yield from _field(key_of(name, field), field, indent, today, commented=commented)
    for name, field in others:
        if not commented:
            yield from _comment(f"{_about(field)} (May be left out.)", indent)
            block, _, words = _shape(field.annotation)
            if words and block is None:
                yield from _comment(f"One of: {', '.join(words)}.", indent)
            yield f"{indent}# {key_of(name, field)}:"


def _field(key: str, field: FieldInfo, indent: str, today: datetime.date, *, commented: bool) -> Iterator[str]:
    yield from _comment(_about(field), indent)
    block, is_list, words = _shape(field.annotation)
    if key in ("checked", "updated"):
        yield f"{indent}{key}: {today.isoformat()}"
    elif key == "review":
        yield f"{indent}{key}: draft"
    elif block is not None:
        yield f"{indent}{key}:"
        inner = list(_block(block, "", today, commented=commented))
        if is_list:
            yield from _as_item(inner, indent)
            for _ in range(1, _least(field)):
                yield from _as_item([line for line in inner if not line.lstrip().startswith("#")], indent)
        else:
            yield from (f"{indent}  {line}".rstrip() for line in inner)
    else:
        if words:
            yield from _comment(f"One of: {', '.join(words)}.", indent)
        yield f"{indent}{key}:"
        yield from [f"{indent}  -"] * _least(field) if is_list else ()


def _least(field: FieldInfo) -> int:
    """Give how many items a list needs."""
    return next((one.min_length for one in field.metadata if hasattr(one, "min_length")), 1)


def _as_item(lines: list[str], indent: str) -> Iterator[str]:
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    for number, line in enumerate(lines):
        mark = "- " if number == first else "  "
        yield f"{indent}  {mark}{line}".rstrip()


def _comment(text: str, indent: str) -> Iterator[str]:
    for line in textwrap.wrap(text, _WIDTH - len(indent)):
        yield f"{indent}# {line}"


def _about(field: FieldInfo) -> str:
    return " ".join((field.description or "").split())


def _shape(annotation: Any) -> tuple[type[BaseModel] | None, bool, list[str]]:
    """Give the block an annotation holds, whether it is a list, and its fixed words."""
    if isinstance(annotation, type):
        if issubclass(annotation, BaseModel):
            return annotation, False, []
        return None, False, [word.value for word in annotation] if issubclass(annotation, Vocabulary) else []
    parts = [_shape(part) for part in get_args(annotation) if part not in (Ellipsis, PydanticUndefined)]
    block = next((block for block, _, _ in parts if block is not None), None)
    words = next((words for _, _, words in parts if words), [])
    return block, get_origin(annotation) is tuple or any(is_list for _, is_list, _ in parts), words
