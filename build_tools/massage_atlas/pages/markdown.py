"""The plain way out: a page as a Markdown file that any engine builds to the same address, ids and links."""

import json

from markupsafe import Markup, escape

from massage_atlas.pages.page import Page, Section

_MARKS = str.maketrans({mark: f"&#{ord(mark)};" for mark in "\\`*_[]{}|~^$"})


def to_markdown(page: Page) -> str:
    """Give a page as Markdown: an escaped head, fixed headings with ids, and each section as one block of HTML.

    Nothing a record says means anything to the engine: names stand escaped in the head and in headings, all else stands
    inside blocks.
    """
    return "\n".join([front_matter(page.title, page.description), *(_section(one) for one in page.sections)])


def front_matter(title: str, description: str) -> str:
    """Give the head of a Markdown page. Engines print the title as HTML, so it is escaped here."""
    values = {"title": title, "description": description}
    lines = [f"{key}: {json.dumps(str(escape(value)), ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join(["---", *lines, "---", ""])


def inert(html: str) -> str:
    """Write safe HTML so that Markdown finds no mark of its own in it: each stands as an entity, and shows the same."""
    return html.translate(_MARKS)


def _section(section: Section) -> str:
    if not section.title:
        return f"{section.html}\n"
    audience = f' data-audience="{section.audience}"' if section.audience else ""
    html = Markup('<div class="part"{}>\n{}\n</div>').format(Markup(audience), section.html)  # noqa: S704 - fixed
    return f"## {inert(escape(section.title))} {{ #{section.id}{audience} }}\n\n{html}\n"
