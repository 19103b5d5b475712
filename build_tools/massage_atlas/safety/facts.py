"""What a client says is true for them, and what that brings with it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

_WRITTEN = re.compile(
    r"(?P<id>[a-z0-9-]+)(?::(?P<variant>[a-z0-9-]+))?(?:/(?P<phase>[a-z0-9-]+))?(?:@(?P<site>[a-z0-9-]+))?"
)


@dataclass(frozen=True)
class Fact:
    """A condition or contraindication that holds for a client. What is not said counts as everything it could be."""

    id: str
    variant: str | None = None
    """Which form of it, for example `treated`."""
    phase: str | None = None
    """Which stage of it, for example `acute`."""
    site: str | None = None
    """The region where the trouble is."""

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read a fact as `id:variant/phase@site`, each part but the id optional.

        Raises:
            ValueError: when it is not written so.
        """
        found = _WRITTEN.fullmatch(written)
        if found is None:
            raise ValueError(f"'{written}' is not written as id:variant/phase@site")
        return cls(**found.groupdict())

    def __str__(self) -> str:
        """Write it as `id:variant/phase@site`."""
        parts = ((":", self.variant), ("/", self.phase), ("@", self.site))
        return self.id + "".join(f"{mark}{part}" for mark, part in parts if part is not None)


@dataclass(frozen=True)
class Part:
    """A fact, or one form or stage of it, as a rule or an implication names it."""

    id: str
    variant: str | None = None
    phase: str | None = None

    def holds(self, fact: Fact) -> bool:
        """Tell whether a fact is this; a form or stage that was not said counts as this one."""
        return (
            fact.id == self.id
            and (self.variant is None or fact.variant is None or fact.variant == self.variant)
            and (self.phase is None or fact.phase is None or fact.phase == self.phase)
        )


@dataclass(frozen=True)
class Implication:
    """One fact that brings another with it."""

    when: Part
    then: str
    """The id of the fact it brings; it has the same site, and no stage."""
    variant: str | None = None
    """The form of the fact it brings; None when it could be any."""


def closed(facts: Iterable[Fact], implications: Iterable[Implication]) -> frozenset[Fact]:
    """Add what the facts bring with them, and what that brings, until nothing is new."""
    held = set(facts)
    fresh = list(held)
    rules = tuple(implications)
    while fresh:
        fact = fresh.pop()
        for rule in rules:
            if rule.when.holds(fact):
                brought = Fact(rule.then, rule.variant, site=fact.site)
                if brought not in held:
                    held.add(brought)
                    fresh.append(brought)
    return frozenset(held)
