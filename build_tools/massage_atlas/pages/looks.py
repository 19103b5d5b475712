"""Recorded looks: which techniques someone held against all rules for a fact, and how they are given then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from massage_atlas.pages import evidence
from massage_atlas.pages.evidence import KnownView
from massage_atlas.pages.writer import LinkView, Writer
from massage_atlas.records.freshness import in_words
from massage_atlas.records.scope import Fit
from massage_atlas.safety.reach import words


@dataclass(frozen=True)
class LookView:
    """A recorded look, ready to print."""

    techniques: tuple[LinkView, ...]
    ways: tuple[str, ...]
    """Families and attributes through which it reaches techniques."""
    when: tuple[str, ...]
    """Forms and stages of the fact it is about; empty for all."""
    how: Markup
    known: KnownView
    checked: str


def looks(writer: Writer, fits: Sequence[Fit], names: Mapping[str, str]) -> tuple[LookView, ...]:
    """Make the looks of a record ready to print; `names` has the words for its forms and stages."""
    return tuple(
        LookView(
            writer.links("technique", fit.to.techniques),
            (*(family.label.lower() for family in fit.to.families), *words(fit.to.attributes)),
            tuple(names.get(id_, id_.replace("-", " ")) for id_ in (*fit.variants, *fit.phases)),
            writer.text(fit.how),
            evidence.known(writer, fit),
            in_words(fit.checked),
        )
        for fit in fits
    )
