"""The home page: doors for each reader, what people book, where it hurts, and one claim with its answer."""

import datetime
from dataclasses import dataclass

from markupsafe import Markup

from massage_atlas.library import Key, Library
from massage_atlas.pages.body_map import body_map
from massage_atlas.pages.page import Page, Section
from massage_atlas.pages.rendering import Heading, block_sections, fragment
from massage_atlas.pages.writer import LinkView, Writer
from massage_atlas.records.approach import Approach
from massage_atlas.records.base import Record
from massage_atlas.records.claim import Claim
from massage_atlas.records.condition import Condition
from massage_atlas.records.region import Region

_SHOWN = 12
_VISIT = Key("guide", "guides/your-appointment")
_CLINICS = Key("guide", "about/for-clinics")
_TRUST = tuple(
    Key("guide", id_) for id_ in ("guides/how-we-grade-evidence", "about/who-wrote-this", "about/editorial-policy")
)
_DESCRIPTION = "Plain facts about massage: what helps, what to change, when to wait."
_HEADINGS = (
    Heading("areas", "Where does it hurt?"),
    Heading("booked", "What people book"),
    Heading("conditions", "Health conditions"),
    Heading("true-or-not", "True or not?"),
    Heading("know", "How we know"),
)

_TRIES = (
    ("blood thinner", Key("contraindication", "anticoagulants")),
    ("pregnant", Key("contraindication", "pregnancy")),
    ("sore calf", Key("region", "calf")),
)


@dataclass(frozen=True)
class ClaimCard:
    """One claim with its answer."""

    link: LinkView
    stamp: str
    answer: Markup


@dataclass(frozen=True)
class HomeView:
    """The home page."""

    doors: tuple[LinkView, ...]
    visit: LinkView | None
    """What happens at an appointment."""
    help: str
    a_z: str
    tries: tuple[LinkView, ...]
    """What one may search for, each with the page it leads to."""
    approaches: tuple[LinkView, ...]
    all_approaches: LinkView
    conditions: tuple[LinkView, ...]
    all_conditions: LinkView
    map: Markup
    """The body map with its list; empty where a project has no drawing."""
    regions: tuple[LinkView, ...]
    all_regions: LinkView
    claim: ClaimCard | None
    all_claims: LinkView
    know: tuple[LinkView, ...]


def home_page(library: Library, updated: datetime.date) -> Page:
    """Make the home page from what the library holds."""
    writer = Writer(library, "")
    regions = [id_ for id_, region in library.records(Region) if region.parent is None]
    view = HomeView(
        doors=_doors(writer),
        visit=writer.link(_VISIT) if _VISIT in library.guides and library.sheet else None,
        help=writer.href("get-help/#after-a-massage"),
        a_z=writer.href("a-z/"),
        tries=tuple(LinkView(writer.link(key).href, words) for words, key in _TRIES if key in library.entries),
        approaches=writer.links("approach", _most_named(library, Approach, _SHOWN)),
        all_approaches=LinkView(writer.href("approaches/"), "All types of massage"),
        conditions=writer.links("condition", _most_named(library, Condition, _SHOWN)),
        all_conditions=LinkView(writer.href("conditions/"), "All conditions, A to Z and by body area"),
        map=body_map(writer),
        regions=writer.links("region", regions[:_SHOWN]),
        all_regions=LinkView(writer.href("regions/"), "All body areas"),
        claim=_claim(writer),
        all_claims=LinkView(writer.href("claims/"), "All claims"),
        know=_know(writer),
    )
    sections = (
        Section("top", "", fragment("home.html.jinja", "top", v=view)),
        *block_sections("home.html.jinja", _HEADINGS, v=view),
        Section("end", "", fragment("home.html.jinja", "end")),
    )
    return Page("", "Massage Atlas", _DESCRIPTION, sections, updated)


def _doors(writer: Writer) -> tuple[LinkView, ...]:
    """Give a door to each reader, to pages that exist."""
    doors = []
    if writer.library.sheet is not None and writer.library.sheet.sheet is not None:
        note = Markup("Make a sheet for your therapist")
        doors.append(LinkView(writer.href("sheet/"), "I have a massage soon", note))
    elif _VISIT in writer.library.guides:
        note = Markup("What happens, what to say, and how to stop it")
        doors.append(LinkView(writer.link(_VISIT).href, "I have a massage soon", note))
    doors.append(
        LinkView(writer.href("study/"), "I am studying", Markup("Techniques with numbers, steps and evidence"))
    )
    if _CLINICS in writer.library.guides:
        note = Markup("Put these pages on your own website")
        doors.append(LinkView(writer.link(_CLINICS).href, "I run a clinic", note))
    return tuple(doors)


def _most_named(library: Library, model: type[Record], count: int) -> list[str]:
    """Give the ids of the records that most others name, by title: what a reader is likeliest to look for."""
    keys = sorted((Key(model.kind, id_) for id_, _ in library.records(model)), key=lambda key: -_named(library, key))
    return [key.id for key in sorted(keys[:count], key=lambda key: library.title(key).casefold())]


def _named(library: Library, key: Key) -> int:
    return len(library.incoming.get(key, ()))


def _claim(writer: Writer) -> ClaimCard | None:
    for id_ in _most_named(writer.library, Claim, 1):
        claim = writer.library.record(Claim, id_)
        assert claim is not None
        return ClaimCard(writer.link(Key("claim", id_)), claim.stamp.label, writer.text(claim.answer))
    return None


def _know(writer: Writer) -> tuple[LinkView, ...]:
    guides = [writer.link(key) for key in _TRUST if key in writer.library.guides]
    made = (
        ("what-is-not-known/", "What is not known"),
        ("state/", "State of this library"),
        ("references/", "All sources"),
    )
    return (*guides, *(LinkView(writer.href(url), words) for url, words in made))
