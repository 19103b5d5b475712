"""Who reads a text: the mark on a field that schemas, pages and the rules about language all go by."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, TypeAlias

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema

from massage_atlas.records.prose import Line, Prose


class Readers(StrEnum):
    """For whom a text is written."""

    CLIENTS = "clients"
    """Everybody; pages show it outside of what is for students, and its language is checked."""
    STUDENTS = "students"
    """People who learn the trade; it may use the terms."""


@dataclass(frozen=True)
class WrittenFor:
    """Marks a field as a text for these readers."""

    readers: Readers
    warns: bool = False
    """Whether it says what to do about a danger; its sentences have to be the shortest."""
    quotes: bool = False
    """Whether it reports what others say, and is not our own statement."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Tell editors and other programs too."""
        return {**handler(schema), "x-readers": self.readers.value}


BY_CLIENTS = WrittenFor(Readers.CLIENTS)
BY_CLIENTS_IN_DANGER = WrittenFor(Readers.CLIENTS, warns=True)

ClientLine: TypeAlias = Annotated[Line, BY_CLIENTS]
"""A line that clients read."""

ClientProse: TypeAlias = Annotated[Prose, BY_CLIENTS]
"""A text that clients read."""

SafetyLine: TypeAlias = Annotated[Line, BY_CLIENTS_IN_DANGER]
"""A line that tells clients what to do about a danger."""

QuotedLine: TypeAlias = Annotated[Line, WrittenFor(Readers.CLIENTS, quotes=True)]
"""A line that tells clients what others say or may be asked."""

StudyLine: TypeAlias = Annotated[Line, WrittenFor(Readers.STUDENTS)]
"""A line for students."""

StudyProse: TypeAlias = Annotated[Prose, WrittenFor(Readers.STUDENTS)]
"""A text for students."""

StudyQuote: TypeAlias = Annotated[Line, WrittenFor(Readers.STUDENTS, quotes=True)]
"""A line that tells students what others say."""
