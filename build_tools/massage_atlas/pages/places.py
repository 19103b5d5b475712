"""The pages of regions and structures: areas of the body, and what lies under them."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from massage_atlas.library import Key, Link
from massage_atlas.library.areas import look_alikes
from massage_atlas.pages.body_map import small_map
from massage_atlas.pages.frame import Frame, StripLine, every_sign
from massage_atlas.pages.rendering import Heading, RecordView
from massage_atlas.pages.writer import LinkView, Writer
from massage_atlas.records.region import Region
from massage_atlas.records.structure import Structure


@dataclass(frozen=True)
class RegionView(RecordView):
    """The page of a body area."""

    template: ClassVar[str] = "region.html.jinja"
    headings: ClassVar[tuple[Heading, ...]] = (
        Heading("first-check", "First, check"),
        Heading("care", "Touch with care here"),
        Heading("consent", "Ask before touching"),
        Heading("about", "In plain words", "client"),
        Heading("where", "Where it is"),
        Heading("conditions", "What people have here"),
        Heading("therapists", "What therapists do here"),
        Heading("study", "For students: what lies here", "study"),
    )

    plain: Markup
    study: Markup
    anatomical: str
    side: str
    parent: LinkView | None
    parts: tuple[LinkView, ...]
    checks: tuple[StripLine, ...]
    care: tuple[tuple[LinkView, Markup], ...]
    consent: Markup
    where: Markup
    """A small map with the area marked."""
    conditions: tuple[LinkView, ...]
    techniques: tuple[LinkView, ...]
    approaches: tuple[LinkView, ...]
    structures: tuple[LinkView, ...]


@dataclass(frozen=True)
class StructureView(RecordView):
    """The page of a muscle, nerve, vessel, joint or other part of the body."""

    template: ClassVar[str] = "structure.html.jinja"
    headings: ClassVar[tuple[Heading, ...]] = (
        Heading("about", "In plain words", "client"),
        Heading("where", "Where it lies"),
        Heading("care", "Where to take care"),
        Heading("used", "Techniques used on it"),
        Heading("study", "For students", "study"),
    )

    plain: Markup
    study: Markup
    kind: str
    regions: tuple[LinkView, ...]
    care: tuple[LinkView, ...]
    techniques: tuple[LinkView, ...]
    conditions: tuple[LinkView, ...]


def region_view(frame: Frame, writer: Writer, key: Key, record: Region) -> RegionView:
    """Make a region ready to print."""
    head = frame.head(writer, record, key, writer.text(record.short))
    incoming = writer.library.incoming.get(key, ())
    return RegionView(
        head=head,
        anatomical=record.anatomical,
        side=record.side.label,
        parent=writer.link(Key("region", record.parent)) if record.parent else None,
        parts=_sources(writer, incoming, "parent"),
        checks=every_sign(writer, look_alikes(dict(writer.library.records(Region)) | {key.id: record}, key.id)),
        care=tuple((writer.link(Key("structure", e.structure)), writer.text(e.why)) for e in record.endangerment),
        consent=writer.text(record.consent),
        plain=writer.text(record.plain),
        where=small_map(writer, (key.id,), "Marked:"),
        conditions=_sources(writer, incoming, "regions", "condition"),
        techniques=_sources(writer, incoming, "regions", "technique"),
        approaches=_sources(writer, incoming, "plan.regions"),
        structures=_sources(writer, incoming, "regions", "structure"),
        study=writer.text(record.study),
        foot=frame.foot(writer, record, key),
    )


def structure_view(frame: Frame, writer: Writer, key: Key, record: Structure) -> StructureView:
    """Make a structure ready to print."""
    head = frame.head(writer, record, key, writer.text(record.short))
    incoming = writer.library.incoming.get(key, ())
    return StructureView(
        head=head,
        plain=writer.text(record.plain),
        kind=record.structure_kind.label,
        regions=writer.links("region", record.regions),
        care=_sources(writer, incoming, "endangerment.structure"),
        techniques=_sources(writer, incoming, "targets.structure"),
        conditions=_sources(writer, incoming, "structures", "condition"),
        study=writer.text(record.study),
        foot=frame.foot(writer, record, key),
    )


def _sources(writer: Writer, incoming: tuple[Link, ...], relation: str, kind: str = "") -> tuple[LinkView, ...]:
    """Give the pages that state a relation to this one, each once, by name."""
    found = {one.source: None for one in incoming if one.relation == relation and kind in ("", one.source.kind)}
    return tuple(sorted((writer.link(key) for key in found), key=lambda one: one.text.casefold()))
