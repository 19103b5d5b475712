"""The page of a reference."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from massage_atlas.library import Key
from massage_atlas.pages.frame import Frame, RelatedView, cited_by
from massage_atlas.pages.rendering import Heading, RecordView
from massage_atlas.pages.writer import SourceView, Writer, source_view
from massage_atlas.records.reference import Reference


@dataclass(frozen=True)
class ReferenceView(RecordView):
    """The page of a reference."""

    template: ClassVar[str] = "reference.html.jinja"
    headings: ClassVar[tuple[Heading, ...]] = (
        Heading("found", "What it says", "study"),
        Heading("details", "Details"),
        Heading("cited-by", "Cited by"),
    )

    finding: Markup
    source: SourceView
    authors: tuple[str, ...]
    weight: str
    confirmed: str
    finding_basis: str
    unverified: str
    """An identifier nobody has checked, shown as text."""
    note: Markup
    cited_by: tuple[RelatedView, ...]

    @property
    def description(self) -> str:
        """Name the study: the short answer of two studies by the same people in one year is the same."""
        return f"{super().description} {self.head.title}"


def view(frame: Frame, writer: Writer, key: Key, record: Reference) -> ReferenceView:
    """Make a reference ready to print."""
    short = Markup("{}. {}.").format(record.short, record.type.label)
    return ReferenceView(
        head=frame.head(writer, record, key, short),
        finding=writer.text(record.finding),
        source=source_view(record, ""),
        authors=record.authors,
        weight=record.type.meaning,
        confirmed=record.confirmed.label if record.supports else "Not yet checked",
        finding_basis=record.finding_basis.label,
        unverified="" if record.supports else record.doi_unverified or record.doi or record.url or "",
        note=writer.text(record.note),
        cited_by=tuple(cited_by(writer, key)),
        foot=frame.foot(writer, record, key),
    )
