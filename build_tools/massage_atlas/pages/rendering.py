"""Renders a view through its template into a page: one block of the template for each section."""

from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from massage_atlas.library import Key
from massage_atlas.pages.frame import FootView, HeadView
from massage_atlas.pages.page import Page, Section
from massage_atlas.records.base import Record
from massage_atlas.records.freshness import closes, due


@dataclass(frozen=True)
class Heading:
    """A section that a kind of page can have."""

    id: str
    """Its anchor; the template's block has the same name, with `_` for `-`."""
    title: str
    """Its fixed words."""
    audience: str = ""
    """`client` or `study` when only one of them needs it."""


@dataclass(frozen=True)
class RecordView:
    """What the page of any record shows."""

    template: ClassVar[str]
    headings: ClassVar[tuple[Heading, ...]]

    head: HeadView
    foot: FootView

    @property
    def description(self) -> str:
        """One or two plain sentences, for search engines and previews; no two pages have the same."""
        return self.head.short.striptags()


@cache
def environment() -> Environment:
    """Make the template engine: everything is escaped, and a value a view does not have is an error."""
    env = Environment(
        loader=PackageLoader("massage_atlas", "pages/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    env.install_null_translations(newstyle=True)  # type: ignore[attr-defined] # added by the i18n extension
    env.globals["m"] = env.get_template("macros.html.jinja").module
    env.globals["draw"] = env.get_template("figures.html.jinja").module
    return env


def shared(macro: str, *values: Any) -> Markup:
    """Render one of the small parts that several pages share, for what is made outside a template."""
    return Markup(getattr(environment().globals["m"], macro)(*values))  # noqa: S704 - the template escaped it


def render(view: RecordView, url: str, key: Key, record: Record) -> Page:
    """Render a record's view into its page; a section whose block comes out empty is left out."""
    own = block_sections(view.template, view.headings, v=view)
    for_both = {"client", "study"} <= {section.audience for section in own}
    sections = [
        Section("top", "", fragment("frame.html.jinja", "head", v=view.head, for_both=for_both)),
        *own,
        Section("end", "", fragment("frame.html.jinja", "foot", v=view.foot)),
    ]
    return Page(url, record.title, view.description, tuple(sections), record.updated, due(record), closes(record), key)


def block_sections(template: str, headings: tuple[Heading, ...], **values: Any) -> list[Section]:
    """Render one block for each heading, in their order."""
    found = []
    for heading in headings:
        html = fragment(template, heading.id.replace("-", "_"), **values)
        if html:
            found.append(Section(heading.id, heading.title, html, heading.audience))
    return found


def fragment(template: str, block: str, **values: Any) -> Markup:
    """Render one block of a template; blank lines go, so that an engine takes the result as one piece."""
    loaded = environment().get_template(template)
    text = "".join(loaded.blocks[block](loaded.new_context(values)))
    return Markup("\n".join(line for line in text.split("\n") if line.strip()))  # noqa: S704 - the template escaped it
