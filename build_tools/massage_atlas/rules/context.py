"""What a rule may look at, and what a rule is."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from massage_atlas.diagnostics import Code, Diagnostic, Place
from massage_atlas.language.client_text import ClientText, client_texts
from massage_atlas.language.grades import Graded, grades
from massage_atlas.library import Key, Library
from massage_atlas.safety import SafetyModel, safety_model
from massage_atlas.safety.lock import Locked


@dataclass(frozen=True)
class Context:
    """The linked library, and the day for which it is checked."""

    library: Library
    today: datetime.date
    locked: tuple[Locked, ...] | None = None
    """The verdicts that were agreed to; None when the project has no lock."""

    graded: tuple[Graded, ...] | None = None
    """How hard each page was to read when that was last agreed to; None when the project has no such list."""

    @cached_property
    def client_texts(self) -> dict[str, tuple[ClientText, ...]]:
        """Give what clients read on each page, gathered once for all rules."""
        return client_texts(self.library)

    @cached_property
    def grades(self) -> dict[str, float]:
        """Give how hard each page is to read, worked out once for all rules."""
        return grades(self.client_texts)

    @cached_property
    def model(self) -> SafetyModel:
        """Give the safety records, worked out once for all rules."""
        return safety_model(self.library)

    def found(
        self,
        code: Code,
        message: str,
        key: Key,
        loc: tuple[str | int, ...] = (),
        help: str = "",
        notes: tuple[tuple[str, Place], ...] = (),
    ) -> Diagnostic:
        """Make a problem that stands at a place of a record; notes name the places it contradicts."""
        return Diagnostic(code, message, self.place(key, loc), help, notes)

    def place(self, key: Key, loc: tuple[str | int, ...] = ()) -> Place:
        """Give the place of a value in a record's file."""
        entry = self.library.entries[key]
        return entry.document.positions.value(loc) if entry.document else Place(entry.path)


Rule: TypeAlias = Callable[[Context], Iterator[Diagnostic]]
"""A rule looks at the whole library and gives what is wrong, in any order."""
