"""Hand-written guides: their head and foot are made like a record's, their text stays Markdown for the engine."""

import datetime
from dataclasses import dataclass

from markupsafe import Markup

from massage_atlas.library import Key, Library
from massage_atlas.pages.frame import EditLink, RelatedView, ReviewView, related, review_view
from massage_atlas.pages.markdown import front_matter, inert
from massage_atlas.pages.rendering import fragment
from massage_atlas.pages.writer import LinkView, SourceView, Writer
from massage_atlas.records.prose import GUIDE_LINK, RecordLink


@dataclass(frozen=True)
class GuideView:
    """What stands around the text of a guide."""

    title: str
    description: Markup
    crumbs: tuple[LinkView, ...]
    review: ReviewView
    related: tuple[RelatedView, ...]
    sources: tuple[SourceView, ...]
    path: str
    edit: str | None


@dataclass(frozen=True)
class GuidePage:
    """A guide with its links resolved, ready for an engine."""

    title: str
    """Plain text; whoever prints it escapes it."""
    description: str
    """Plain text."""
    updated: datetime.date
    head: str
    """What stands above the text, as HTML."""
    body: str
    """The text, as Markdown."""
    foot: str
    """What stands below the text, as HTML."""

    @property
    def markdown(self) -> str:
        """Give head, text and foot, without front matter."""
        return f"{self.head}\n\n{self.body}\n\n{self.foot}\n"

    @property
    def file(self) -> str:
        """Give the whole Markdown file."""
        return f"{front_matter(self.title, self.description)}\n{self.markdown}"


def guide_page(library: Library, key: Key, edit: EditLink) -> GuidePage | None:
    """Make a guide ready for an engine; None when its head is broken."""
    entry = library.guides[key]
    guide = entry.guide
    if guide is None:
        return None
    writer = Writer(library, f"{key.id}/")
    body = GUIDE_LINK.sub(lambda found: inert(writer.inline(RecordLink(found[1].strip(), found[2]))), entry.body)
    view = GuideView(
        guide.title,
        writer.text(guide.description),
        (LinkView(writer.href(""), "Home"),),
        review_view(guide),
        tuple(related(writer, key)),
        writer.sources(),
        entry.path,
        edit(entry.path),
    )
    head, foot = (fragment("guide.html.jinja", part, v=view) for part in ("head", "foot"))
    description = str(view.description.striptags())
    return GuidePage(guide.title, description, guide.updated, head, body.strip(), foot)
