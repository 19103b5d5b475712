"""Rules about what a page may claim, and on what it rests."""

from collections.abc import Iterator

from massage_atlas.diagnostics import Code, Diagnostic
from massage_atlas.records.base import Sourced
from massage_atlas.records.fields import blocks_of
from massage_atlas.records.findings import Finding
from massage_atlas.records.reference import Reference
from massage_atlas.records.vocabulary import Basis
from massage_atlas.rules.context import Context

_NEED_NONE = {Basis.CONVENTION, Basis.EXPERT}


def unsupported_benefit(context: Context) -> Iterator[Diagnostic]:
    """A benefit names at least one piece of literature that somebody has seen."""
    unseen = unseen_references(context)
    for key, entry in context.library.entries.items():
        for loc, finding in blocks_of(entry.record, Finding):
            if unseen.issuperset(finding.references):
                message = f"what is said about '{finding.outcome}' rests only on references that nobody has checked"
                help_ = "add a reference whose 'confirmed' is not 'memory', or remove the statement"
                yield context.found(Code.UNSUPPORTED_BENEFIT, message, key, (*loc, "references"), help_)


def basis_without_reference(context: Context) -> Iterator[Diagnostic]:
    """A statement that claims trials, a guideline or reports behind it names one that somebody has seen."""
    unseen = unseen_references(context)
    for key, entry in context.library.entries.items():
        for loc, stated in blocks_of(entry.record, Sourced):
            if stated.basis not in _NEED_NONE and unseen.issuperset(stated.references):
                yield context.found(
                    Code.BASIS_WITHOUT_REFERENCE,
                    f"'basis: {stated.basis}' stands here without a checked reference",
                    key,
                    (*loc, "basis"),
                    "add the reference, or write 'basis: convention'",
                )


def unseen_references(context: Context) -> set[str]:
    """Give the literature that nobody has checked; a missing or broken record is reported as that, not here again."""
    return {id_ for id_, reference in context.library.records(Reference) if not reference.supports}
