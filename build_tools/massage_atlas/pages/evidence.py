"""What studies found, and where sources disagree, ready for the fixed sentences of the templates."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from massage_atlas.pages.writer import LinkView, Writer
from massage_atlas.records.base import Sourced
from massage_atlas.records.findings import NOT_NOTED, Benefit, Disagreement, Finding, Taught
from massage_atlas.records.reference import Reference
from massage_atlas.records.vocabulary import Basis, Certainty, Direction
from massage_atlas.records.weight import WEIGHTS

_STEPS = tuple(reversed(Certainty))
"""From the least sure to the surest."""


@dataclass(frozen=True)
class FindingView:
    """What studies found about one outcome."""

    outcome: str
    comparator: str
    horizon: str
    direction: Direction
    certainty: Certainty
    steps: int
    """How many of the four steps of certainty are filled."""
    studies: str
    """How many of which kind the source gathered; empty where it does not say."""
    rests_on: str
    """How many of our sources of which kind it rests on: `2 systematic reviews, 1 randomised trial`."""
    cites: Markup
    note: Markup
    with_: tuple[LinkView, ...]
    """The techniques and styles that were studied, or the condition they were studied for."""

    @property
    def leaves_out_comparator(self) -> bool:
        """Tell whether its fixed sentence does not say what massage was compared with."""
        unsure = self.certainty is Certainty.VERY_LOW and self.direction is not Direction.MIXED
        return unsure or self.comparator == NOT_NOTED

    @property
    def leaves_out_horizon(self) -> bool:
        """Tell whether its fixed sentence does not say for how long."""
        unsure = self.certainty is Certainty.VERY_LOW or self.direction in (Direction.HARMS, Direction.MIXED)
        return unsure or self.horizon == NOT_NOTED


@dataclass(frozen=True)
class VoiceView:
    """What one source says where sources disagree."""

    who: str
    year: int | None
    says: Markup
    cites: Markup


@dataclass(frozen=True)
class DisagreementView:
    """A question on which good sources contradict each other."""

    question: str
    voices: tuple[VoiceView, ...]


@dataclass(frozen=True)
class TaughtView:
    """What schools teach, beside what studies show."""

    taught: Markup
    shown: Markup
    cites: Markup


@dataclass(frozen=True)
class KnownView:
    """How we know a statement."""

    basis: Basis
    cites: Markup


def finding_view(writer: Writer, finding: Finding, with_: Sequence[LinkView] = ()) -> FindingView:
    """Make a finding ready to print."""
    if isinstance(finding, Benefit) and not with_:
        with_ = (*writer.links("technique", finding.techniques), *writer.links("approach", finding.approaches))
    studies = finding.studies
    words = ""
    if studies:
        words = WEIGHTS[studies.kind].counted(studies.number)
        words += f", {studies.people:,} people" if studies.people else ""
    return FindingView(
        finding.outcome,
        finding.comparator,
        finding.horizon,
        finding.direction,
        finding.certainty,
        _STEPS.index(finding.certainty) + 1,
        words,
        _rests_on(writer, finding),
        writer.cite(finding.references),
        writer.text(finding.note),
        tuple(with_),
    )


def _rests_on(writer: Writer, finding: Finding) -> str:
    """Count the sources by kind, the strongest first; one that nobody has seen carries nothing and is not counted."""
    found = (writer.library.record(Reference, id_) for id_ in finding.references)
    counts = Counter(one.type for one in found if one is not None and one.supports)
    return ", ".join(WEIGHTS[kind].counted(counts[kind]) for kind in WEIGHTS if counts[kind])


def findings(writer: Writer, found: Sequence[Finding]) -> tuple[FindingView, ...]:
    """Make several findings ready to print."""
    return tuple(finding_view(writer, one) for one in found)


def disagreements(writer: Writer, found: Sequence[Disagreement]) -> tuple[DisagreementView, ...]:
    """Make disagreements ready to print."""
    return tuple(
        DisagreementView(
            one.question,
            tuple(VoiceView(v.who, v.year, writer.text(v.says), writer.cite(v.references)) for v in one.positions),
        )
        for one in found
    )


def taught(writer: Writer, found: Sequence[Taught]) -> tuple[TaughtView, ...]:
    """Make the pairs of taught and shown ready to print."""
    return tuple(TaughtView(writer.text(t.taught), writer.text(t.shown), writer.cite(t.references)) for t in found)


def known(writer: Writer, stated: Sourced) -> KnownView:
    """Say how we know a statement."""
    return KnownView(stated.basis, writer.cite(stated.references))
