"""The card for the day of a visit: before, during, after, what to say, and when to get help, on one sheet of paper."""

import datetime
from dataclasses import dataclass

from markupsafe import Markup

from massage_atlas.library import Key, Library
from massage_atlas.pages.get_help import AFTER_NOW, AFTER_TODAY, SORENESS
from massage_atlas.pages.page import Page, Section
from massage_atlas.pages.rendering import Heading, block_sections, fragment
from massage_atlas.pages.writer import LinkView, SourceView, Writer
from massage_atlas.records.vocabulary import QuestionGroup, Urgency

URL = "visit/card/"
"""The address of the page."""

_TITLE = "Card for the day"
_SHORT = "One page for your pocket: before, during and after, what to say, and when to get help."
_HEADINGS = (
    Heading("help", "When to get help"),
    Heading("before", "Before"),
    Heading("say", "Tell your therapist"),
    Heading("during", "During"),
    Heading("after", "After"),
)


@dataclass(frozen=True)
class DayCardView:
    """The card."""

    title: str
    short: str
    crumbs: tuple[LinkView, ...]
    sheet: LinkView
    signs: tuple[tuple[Urgency, tuple[LinkView, ...]], ...]
    """Signs after a massage, by what to do about them."""
    soreness: Markup
    say: tuple[tuple[str, tuple[str, ...]], ...]
    """What the appointment sheet asks about, by its groups."""
    sources: tuple[SourceView, ...]


def day_card(library: Library, updated: datetime.date) -> Page | None:
    """Make the card from the questions of the sheet and the signs of Get help; None without a sheet."""
    sheet = library.sheet.sheet if library.sheet else None
    if sheet is None:
        return None
    writer = Writer(library, URL)
    view = DayCardView(
        _TITLE,
        _SHORT,
        (LinkView(writer.href(""), "Home"), LinkView(writer.href("visit/"), "Your visit")),
        LinkView(writer.href("sheet/"), sheet.title),
        (
            (Urgency.CALL_NOW, writer.links("contraindication", AFTER_NOW)),
            (Urgency.TODAY, writer.links("contraindication", AFTER_TODAY)),
        ),
        writer.cite(id_ for id_ in SORENESS if Key("reference", id_) in library.entries),
        tuple(
            (group.words, tuple(question.words for question in group.questions))
            for group in sheet.groups
            if group.id is not QuestionGroup.NOW
        ),
        writer.sources(),
    )
    sections = (
        Section("top", "", fragment("day_card.html.jinja", "top", v=view)),
        *block_sections("day_card.html.jinja", _HEADINGS, v=view),
        Section("end", "", fragment("day_card.html.jinja", "end", v=view)),
    )
    return Page(URL, _TITLE, _SHORT, sections, updated)
