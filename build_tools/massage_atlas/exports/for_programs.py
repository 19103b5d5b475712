"""Every file beside the pages that programs read: the verdicts, the feeds, and what they look for first."""

from collections.abc import Mapping, Sequence

from massage_atlas.exports import browser_safety, search
from massage_atlas.exports.card import CARD, card
from massage_atlas.exports.feeds import TITLES, feeds
from massage_atlas.exports.heads import Head
from massage_atlas.exports.imprint import Imprint
from massage_atlas.exports.matrix import FORMS
from massage_atlas.exports.signposts import MODELS, ROBOTS, llms, robots
from massage_atlas.library import Library
from massage_atlas.pages.findable import Findable
from massage_atlas.pages.matrix import URL as MATRIX
from massage_atlas.safety import safety_model

_HOLDS = {
    f"{MATRIX}verdicts.json": "every verdict: technique, fact, form and stage, with the rules behind it",
    f"{MATRIX}verdicts.csv": "the same as a table",
    browser_safety.JSON: "the safety rules with their words, from which all verdicts follow",
    **{path: f"feed: {title.lower()}" for path, title in TITLES.items()},
}
"""What each file that a program would ask for holds."""


def files_for_programs(
    library: Library, found: Sequence[Findable], heads: Mapping[str, Head], imprint: Imprint
) -> dict[str, str | bytes]:
    """Give each file by its address.

    Args:
        library: The records.
        found: What the search finds.
        heads: Every page and guide, by address; a library without any has no files.
        imprint: What the site is called, and where it will stand.
    """
    if "" not in heads:
        return {}
    data = {**_verdicts(library, found), **feeds(library, heads, imprint)}
    holds = {path: words for path, words in _HOLDS.items() if path in data}
    picture = {CARD: card()} if imprint.url else {}
    return {**data, ROBOTS: robots(imprint), MODELS: llms(library, heads, holds, imprint), **picture}


def _verdicts(library: Library, found: Sequence[Findable]) -> dict[str, str]:
    """Give the verdicts as data, for programs and spreadsheets, and the index of the search."""
    model = safety_model(library)
    if not model.techniques:
        return {}
    tables = {f"{MATRIX}verdicts.{form}": write(model) for form, write in FORMS.items()}
    value = browser_safety.browser_safety(library, model)
    return {**tables, **browser_safety.files(value), **search.files(library, model, value, found)}
