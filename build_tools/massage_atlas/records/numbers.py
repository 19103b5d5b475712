"""The numbers to call in an emergency, from one file: each with the official page it was read on, and when."""

import datetime
from typing import Annotated

from pydantic import Field

from massage_atlas.records.base import Block, Name

FILE = "content/numbers.yml"
"""Where they lie, relative to the project's folder."""

_Number = Annotated[str, Field(pattern=r"^[0-9][0-9 ]{1,18}$")]


class PlaceNumbers(Block):
    """The numbers of one place."""

    place: Name
    """Where they hold, as it reads after the number: `in the UK`."""
    emergency: _Number
    """The number for an emergency."""
    advice: _Number | None = None
    """The number for medical advice that cannot wait, where there is one."""
    advice_name: Name | None = None
    """What that service is called."""
    source: Annotated[str, Field(pattern=r"^https?://[^\s<>\"']+$", max_length=500)]
    """The official page."""
    from_: Name = Field(alias="from")
    """Whose page it is."""
    read: datetime.date
    """When somebody read it there."""


class Numbers(Block):
    """All of them."""

    numbers: tuple[PlaceNumbers, ...] = Field(min_length=1)
    """In the order they are named."""
