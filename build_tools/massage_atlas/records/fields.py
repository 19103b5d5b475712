"""Reads the models themselves: where in a record do links, texts and blocks stand?"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from massage_atlas.records.links import RefTo
from massage_atlas.records.prose import Prose
from massage_atlas.records.readers import WrittenFor

EACH = "*"
"""Stands in a path for every item of a list."""


@dataclass(frozen=True)
class Leaf:
    """A kind of place in a record: the keys that lead to it, and what stands there."""

    path: tuple[str, ...]
    """Keys from the root; `*` for every item of a list."""
    ref: RefTo | None
    """The kinds of record it names, when it names one."""
    prose: bool
    """Whether it is a text that may hold links."""
    read_by: WrittenFor | None = None
    """Who reads it, when it is a text."""

    @property
    def name(self) -> str:
        """Give the path without list items, as the relation table writes it: `rules.to.techniques`."""
        return ".".join(step for step in self.path if step != EACH)


@cache
def leaves(model: type[BaseModel]) -> tuple[Leaf, ...]:
    """Give every link and every text of a model, in the order they are written in it; a name is not a text."""
    return tuple(_leaves(model, ()))


def _leaves(model: type[BaseModel], path: tuple[str, ...]) -> Iterator[Leaf]:
    for name, field in model.model_fields.items():
        yield from _inside(field.annotation, list(field.metadata), (*path, key_of(name, field)))


def _inside(annotation: Any, metadata: list[Any], path: tuple[str, ...]) -> Iterator[Leaf]:
    ref = next((one for one in metadata if isinstance(one, RefTo)), None)
    if ref is not None:
        yield Leaf(path, ref, prose=False)
        return
    read_by = next((one for one in metadata if isinstance(one, WrittenFor)), None)
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _inside(args[0], list(args[1:]), path)
    elif origin in (Union, UnionType):
        for part in args:
            yield from _inside(part, metadata, path)
    elif origin is tuple:
        yield from _inside(args[0], [], (*path, EACH))
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from _leaves(annotation, path)
    elif isinstance(annotation, type) and issubclass(annotation, Prose):
        yield Leaf(path, None, prose=True, read_by=read_by)
    elif annotation is str and read_by is not None:
        yield Leaf(path, None, prose=False, read_by=read_by)


def key_of(name: str, field: FieldInfo) -> str:
    """Give the key a field has in a file, which differs where Python has taken the word."""
    return field.alias or name


def values_at(
    value: Any, path: tuple[str, ...], done: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Give what a record's plain values hold at a leaf's path, each with its place; what is missing is passed over."""
    if not path:
        yield done, value
    elif path[0] == EACH:
        if isinstance(value, list):
            for number, item in enumerate(value):
                yield from values_at(item, path[1:], (*done, number))
        elif isinstance(value, str):
            yield from values_at(value, path[1:], done)
    elif isinstance(value, dict) and path[0] in value:
        yield from values_at(value[path[0]], path[1:], (*done, path[0]))


def block_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> type[BaseModel] | None:
    """Give the model of the block that stands at a place of a record; None when something else stands there."""
    current: Any = model
    for step in loc:
        if isinstance(step, int):
            continue
        if not (isinstance(current, type) and issubclass(current, BaseModel)):
            return None
        field = next((f for n, f in current.model_fields.items() if key_of(n, f) == step), None)
        current = _block_in(field.annotation) if field else None
    return current if isinstance(current, type) and issubclass(current, BaseModel) else None


def _block_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type):
        return annotation if issubclass(annotation, BaseModel) else None
    return next((block for part in get_args(annotation) if (block := _block_in(part)) is not None), None)


B = TypeVar("B", bound=BaseModel)


def blocks_of(
    value: Any, wanted: type[B], loc: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], B]]:
    """Give every block of one type in a record, the record itself included, with its place."""
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from blocks_of(item, wanted, (*loc, number))
    elif isinstance(value, BaseModel):
        if isinstance(value, wanted):
            yield loc, value
        for name, key in _block_fields(type(value)):
            yield from blocks_of(getattr(value, name), wanted, (*loc, key))


@cache
def _block_fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Give the fields that can hold blocks, each with its key in a file."""
    return tuple(
        (name, key_of(name, field))
        for name, field in model.model_fields.items()
        if _block_in(field.annotation) is not None
    )
