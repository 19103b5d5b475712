"""Get help: an ordinary page, one tap from everywhere, with the signs by body part and three parts of its own."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from markupsafe import Markup

from massage_atlas.library import Key, Library
from massage_atlas.library.areas import top_region
from massage_atlas.pages.frame import by_urgency
from massage_atlas.pages.page import Page, Section
from massage_atlas.pages.rendering import Heading, block_sections, fragment
from massage_atlas.pages.writer import LinkView, SourceView, Writer
from massage_atlas.records.contraindication import Contraindication
from massage_atlas.records.freshness import in_words
from massage_atlas.records.region import Region
from massage_atlas.records.vocabulary import ContraindicationKind, Urgency

URL = "get-help/"
"""The address of the page."""

_TITLE = "Get help"
_SHORT = "Signs that need help now or today, and what to do after a massage that went wrong."
_HEADINGS = (
    Heading("now", "Signs, by body part"),
    Heading("after-a-massage", "Something feels wrong after a massage"),
    Heading("feeling-unsafe", "Feeling unsafe with a therapist"),
    Heading("thoughts-of-harm", "Thoughts of harming yourself"),
    Heading("numbers", "Numbers to call"),
)
AFTER_NOW = (
    *("heart-attack", "pulmonary-embolism", "stroke-tia", "cervical-artery-dissection", "thunderclap-headache"),
    *("cauda-equina", "rhabdomyolysis", "compartment-syndrome"),
)
"""Signs after a massage that cannot wait."""
AFTER_TODAY = ("leg-clot-signs", "neurological-deficit", "suspected-fracture", "undiagnosed-pain")
"""Signs after a massage that need help on the same day."""
SORENESS = ("cambron-2007-side-effects", "carnes-2010-manual-therapy-events")
"""What shows how often people are sore after a massage, and for how long."""
_HARM = "self-harm-thoughts"
PARTS = {_HARM: f"{URL}#thoughts-of-harm", "no-consent": f"{URL}#feeling-unsafe"}
"""Records whose help stands in a part of its own: somebody who searches for them is led there first."""


@dataclass(frozen=True)
class SignView:
    """A sign, and what to do about it."""

    link: LinkView
    short: Markup


@dataclass(frozen=True)
class BodyPartView:
    """The signs of one part of the body, by what to do about them."""

    name: str
    cards: tuple[tuple[Urgency, tuple[SignView, ...]], ...]


@dataclass(frozen=True)
class NumberView:
    """The numbers of one place."""

    place: str
    emergency: str
    advice: str
    source: str
    whose: str
    read: str


@dataclass(frozen=True)
class HelpView:
    """The page."""

    title: str
    short: str
    crumbs: tuple[LinkView, ...]
    areas: tuple[BodyPartView, ...]
    after_now: tuple[LinkView, ...]
    after_today: tuple[LinkView, ...]
    soreness: Markup
    harm: SignView | None
    harm_text: Markup
    numbers: tuple[NumberView, ...]
    sources: tuple[SourceView, ...]


def help_page(library: Library, updated: datetime.date) -> Page | None:
    """Make the page; None when the library has no signs."""
    signs = [id_ for id_, one in library.records(Contraindication) if one.fact_kind is ContraindicationKind.SIGN]
    if not signs:
        return None
    writer = Writer(library, URL)
    harm = library.record(Contraindication, _HARM)
    view = HelpView(
        _TITLE,
        _SHORT,
        (LinkView(writer.href(""), "Home"),),
        _areas(writer, [id_ for id_ in signs if id_ != _HARM]),
        writer.links("contraindication", AFTER_NOW),
        writer.links("contraindication", AFTER_TODAY),
        writer.cite(id_ for id_ in SORENESS if Key("reference", id_) in library.entries),
        _sign(writer, _HARM) if harm else None,
        writer.text(harm.plain) if harm else Markup(""),
        _numbers(library),
        writer.sources(),
    )
    body = block_sections("get_help.html.jinja", _HEADINGS, v=view)
    parts = tuple(LinkView(f"#{section.id}", section.title) for section in body[1:])
    sections = (
        Section("top", "", fragment("get_help.html.jinja", "top", v=view, parts=parts)),
        *body,
        Section("end", "", fragment("get_help.html.jinja", "end", v=view)),
    )
    return Page(URL, _TITLE, _SHORT, sections, updated)


def _areas(writer: Writer, signs: list[str]) -> tuple[BodyPartView, ...]:
    """Put each sign under the largest body areas that name it as a look-alike; the rest under the whole body."""
    regions = dict(writer.library.records(Region))
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for id_, region in regions.items():
        for sign in region.first_check:
            found[regions[top_region(regions, id_)].name][sign] = None
    placed = {sign for members in found.values() for sign in members}
    parts = [(name, [sign for sign in signs if sign in members]) for name, members in sorted(found.items())]
    parts.append(("Anywhere", [sign for sign in signs if sign not in placed]))
    return tuple(
        BodyPartView(
            name,
            tuple(
                (urgency, tuple(_sign(writer, id_) for id_ in members))
                for urgency, members in by_urgency(writer.library, ids)
            ),
        )
        for name, ids in parts
        if ids
    )


def _sign(writer: Writer, id_: str) -> SignView:
    record = writer.library.record(Contraindication, id_)
    return SignView(writer.link(Key("contraindication", id_)), writer.text(record.short if record else None))


def _numbers(library: Library) -> tuple[NumberView, ...]:
    return tuple(
        NumberView(
            one.place,
            one.emergency,
            f"{one.advice} ({one.advice_name})" if one.advice and one.advice_name else one.advice or "",
            one.source,
            one.from_,
            in_words(one.read),
        )
        for one in (library.numbers.numbers if library.numbers else ())
    )
