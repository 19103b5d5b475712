"""The types of a field that names another record: the kind is part of the type, where readers of a model find it."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


@dataclass(frozen=True)
class RefTo:
    """Marks a text field as the id of a record of one of these kinds.

    With several kinds the id may belong to any of them, or to all: `pregnancy` is a condition and a contraindication,
    and one fact.
    """

    kinds: tuple[str, ...]
    words: tuple[str, ...] = ()
    """Words that may stand there instead of an id."""


_Id: TypeAlias = Annotated[str, Field(pattern=ID_PATTERN, max_length=80)]

TechniqueRef: TypeAlias = Annotated[_Id, RefTo(("technique",))]
ConditionRef: TypeAlias = Annotated[_Id, RefTo(("condition",))]
ContraindicationRef: TypeAlias = Annotated[_Id, RefTo(("contraindication",))]
FactRef: TypeAlias = Annotated[_Id, RefTo(("condition", "contraindication"))]
ApproachRef: TypeAlias = Annotated[_Id, RefTo(("approach",))]
RegionRef: TypeAlias = Annotated[_Id, RefTo(("region",))]
StructureRef: TypeAlias = Annotated[_Id, RefTo(("structure",))]
TermRef: TypeAlias = Annotated[_Id, RefTo(("term",))]
ReferenceRef: TypeAlias = Annotated[_Id, RefTo(("reference",))]
TOPICS = ("technique", "condition", "contraindication", "approach", "region", "structure")
"""The kinds that are about massage or the body, and not about words or literature."""
TopicRef: TypeAlias = Annotated[_Id, RefTo(TOPICS)]
"""Anything a claim can be about."""


def _site_alone(value: Any) -> Any:
    return ("site",) if value == "site" else tuple(value) if isinstance(value, list) else value


Area: TypeAlias = Annotated[
    tuple[Annotated[_Id, RefTo(("region",), words=("site",))], ...],
    BeforeValidator(_site_alone, json_schema_input_type=Literal["site"] | list[str]),
]
"""Where a rule holds: region ids, or the word `site` for the place where the trouble is."""
