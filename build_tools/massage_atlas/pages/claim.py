"""The page of a claim."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from massage_atlas.library import Key
from massage_atlas.pages import evidence
from massage_atlas.pages.evidence import KnownView
from massage_atlas.pages.frame import Frame
from massage_atlas.pages.rendering import Heading, RecordView
from massage_atlas.pages.writer import LinkView, Writer
from massage_atlas.records.claim import Claim


@dataclass(frozen=True)
class ClaimView(RecordView):
    """The page of a claim."""

    template: ClassVar[str] = "claim.html.jinja"
    headings: ClassVar[tuple[Heading, ...]] = (
        Heading("said", "How people say it"),
        Heading("found", "What studies found"),
        Heading("why", "Why people say it"),
        Heading("use", "What to do with it"),
        Heading("exam", "What an exam may expect", "study"),
    )

    said: tuple[str, ...]
    found: Markup
    known: KnownView
    why_said: Markup
    use: Markup
    exam: Markup
    about: tuple[LinkView, ...]


def view(frame: Frame, writer: Writer, key: Key, record: Claim) -> ClaimView:
    """Make a claim ready to print."""
    head = frame.head(writer, record, key, writer.text(record.answer), stamp=record.stamp.label)
    about = {one.target: None for one in writer.library.outgoing.get(key, ()) if one.relation == "about"}
    return ClaimView(
        head=head,
        said=record.said,
        found=writer.text(record.found),
        known=evidence.known(writer, record),
        why_said=writer.text(record.why_said),
        use=writer.text(record.use),
        exam=writer.text(record.exam),
        about=tuple(writer.link(target) for target in about),
        foot=frame.foot(writer, record, key),
    )
