"""The site never clears anyone: no word, mark or colour on any page says that a massage is all right."""

import colorsys
import re

import pytest
from real_site import Site, text

FIXED = (
    "or if massage is safe for you",
    "That does not mean it is safe",
    "This does not mean massage is safe for you.",
)
"""The sentences that may say the word, because they deny it."""

CLEARING = re.compile(
    r"safe for you|perfectly safe|it is safe\b|all clear|(?:good|great) news|\b(?:OK|fine) to\b|[\u2705\u2713\u2714]",
    re.IGNORECASE,
)

COLOUR = re.compile(
    r"#(?:[0-9a-f]{6}|[0-9a-f]{3})\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\([^)]*\)", re.IGNORECASE
)
GREEN_NAME = re.compile(r"\b(?:\w*green|lime|olive|teal|chartreuse)\b", re.IGNORECASE)


def _clearing(said: str) -> list[str]:
    for denial in FIXED:
        said = said.replace(denial, "")
    return [said[max(0, one.start() - 40) : one.end() + 40] for one in CLEARING.finditer(said)]


def _is_green(colour: str) -> bool:
    digits = colour.removeprefix("#")
    assert colour.startswith("#"), f"colours are written as #rrggbb, so that they can be checked: {colour}"
    pairs = [digit * 2 for digit in digits] if len(digits) == 3 else [digits[at : at + 2] for at in (0, 2, 4)]
    hue, lightness, saturation = colorsys.rgb_to_hls(*(int(pair, 16) / 255 for pair in pairs))
    return 70 <= hue * 360 <= 175 and saturation > 0.15 and 0.05 < lightness < 0.97


def test_no_page_says_that_a_massage_is_all_right(site: Site) -> None:
    found = {address: clear for address in site.addresses if (clear := _clearing(text(site.page(address))))}
    assert found == {}


def test_nothing_is_green(site: Site) -> None:
    sources = [*site.folder.rglob("*.css"), *site.folder.rglob("*.svg")]
    assert len(sources) >= 2
    for file in sources:
        said = re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL)
        assert [one for one in COLOUR.findall(said) if _is_green(one)] == [], file.name
        assert GREEN_NAME.findall(said) == [], file.name


def test_no_drawing_in_a_page_brings_a_colour_of_its_own(site: Site) -> None:
    """A mark takes the colour of its words; only the sign in the solid triangle is white, and the map has patterns."""
    paints = {
        element.get(name)
        for address in site.addresses
        for element in site.page(address).iter()
        for name in ("fill", "stroke")
        if element.get(name)
    }
    assert paints == {"currentColor", "none", "#fff", "url(#map-ask)", "url(#map-care)"}


@pytest.mark.parametrize(
    "said", ["This is safe for you.", "Good news: go.", "It is OK to go", "\u2713", "Do not, but it is safe"]
)
def test_clearing_words_are_found(said: str) -> None:
    assert _clearing(said)


@pytest.mark.parametrize("said", [*FIXED, "Book tomorrow", "You may ask"])
def test_other_words_are_left_alone(said: str) -> None:
    assert _clearing(said) == []


@pytest.mark.parametrize(
    ("colour", "green"), [("#2e7d32", True), ("#0f0", True), ("#1d4e89", False), ("#fbfaf6", False)]
)
def test_green_is_known(colour: str, green: bool) -> None:
    assert _is_green(colour) is green
