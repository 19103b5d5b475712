"""The body map in a real browser: by keyboard, by ear, on a small phone, in forced colours, and on paper."""

from collections.abc import Callable

import pytest
from chromium import Opened
from judging import axe
from playwright.sync_api import Page
from real_site import Site

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]

LINKS = ".map-regions a"
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
FOCUSED = "() => document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.trim()"
SHOWN_NAMES = """() => [...document.querySelectorAll('.map-regions text')]
  .filter(text => getComputedStyle(text).visibility === 'visible').map(text => text.textContent)"""


def names(page: Page) -> list[str]:
    return page.eval_on_selector_all(LINKS, "links => links.map(link => link.getAttribute('aria-label'))")


def look(page: Page, selector: str, what: str) -> str:
    return page.evaluate(f"selector => getComputedStyle(document.querySelector(selector)).{what}", selector)


def test_tab_goes_through_the_map_in_order_and_shows_each_name(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}regions/").page
    expected = names(page)
    assert len(expected) == 33
    page.focus('[name="map-side"]:checked')
    for name in expected:
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED) == name
        assert page.evaluate(SHOWN_NAMES) == [name]
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.value") == "care"


def test_a_focused_area_has_a_ring_and_enter_follows_its_link(site: Site, open_page: Open) -> None:
    for options in ({}, {"color_scheme": "dark"}, {"forced_colors": "active"}):
        page = open_page(f"{site.url}regions/", **options).page
        calf = f'{LINKS}[href="calf/"]'
        rest = [look(page, f"{calf} path", what) for what in ("stroke", "strokeWidth", "fill")]
        page.keyboard.press("Tab")
        page.focus(calf)
        assert look(page, calf, "strokeWidth") == "5px"
        assert all(
            was != look(page, f"{calf} path", what)
            for was, what in zip(rest, ("stroke", "strokeWidth", "fill"), strict=True)
        )
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}regions/calf/")


def test_the_picture_can_be_skipped(site: Site, open_page: Open) -> None:
    for address in ("regions/", ""):
        page = open_page(site.url + address).page
        page.click(".map-skip a")
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.closest('.body-map svg')") is None
        assert "/regions/" in page.evaluate("() => document.activeElement.href")


def test_each_name_is_announced_once_in_the_picture(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}regions/").page
    heard = page.locator(".map-picture").aria_snapshot()
    for name in names(page):
        assert heard.count(f'link "{name}"') == 1, name
        assert heard.count(f"text: {name}\n") == 0, name
    small = open_page(f"{site.url}conditions/neck-pain/").page.locator(".where-map").aria_snapshot()
    assert small.count('link "Neck"') == 1
    assert small.count("link ") == 2


def test_the_pointer_finds_the_smallest_area(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}regions/", viewport={"width": 1280, "height": 1000}).page
    for name, side in {
        "eyes": "front",
        "breast": "front",
        "spine": "back",
        "knee": "front",
        "inner-thigh": "front",
        "kidney-area": "back",
    }.items():
        page.locator(".map-picture").scroll_into_view_if_needed()
        found = page.evaluate(
            """id => { const path = document.getElementById(id), box = path.getBBox();
              const at = new DOMPoint(0, 0), to = path.getScreenCTM();
              for (let step = 0; step < 400; step += 1) {
                at.x = box.x + box.width * ((step % 20) + 0.5) / 20;
                at.y = box.y + box.height * (Math.floor(step / 20) + 0.5) / 20;
                if (path.isPointInFill(at)) break;
              }
              const on = at.matrixTransform(to);
              return document.elementFromPoint(on.x, on.y)?.closest('a')?.getAttribute('href'); }""",
            f"map-{side}-{name}",
        )
        assert found == f"{name}/"


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("address", ["regions/", "", "conditions/neck-pain/", "regions/leg/"])
def test_nothing_scrolls_sideways_on_a_phone(address: str, width: int, site: Site, open_page: Open) -> None:
    page = open_page(site.url + address, viewport={"width": width, "height": 800}).page
    assert page.evaluate(SIDEWAYS) == 0
    if page.locator(".body-map").count():
        for side in ("front", "back"):
            page.check(f'[name="map-side"][value="{side}"]')
            assert page.evaluate(SIDEWAYS) == 0


def test_one_side_fills_the_width_and_keeps_the_other_out_of_the_keyboards_way(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}regions/", viewport={"width": 320, "height": 800}).page
    frame = page.locator(".map-frame").bounding_box()
    page.check('[name="map-side"][value="back"]')
    hand = page.locator("#map-back-upper-back").bounding_box()
    assert frame is not None
    assert hand is not None
    assert frame["x"] <= hand["x"]
    assert hand["x"] + hand["width"] <= frame["x"] + frame["width"]
    shown = page.eval_on_selector_all(
        LINKS, "links => links.filter(link => link.checkVisibility()).map(one => one.getAttribute('href'))"
    )
    assert {"belly/", "chest/", "knee-back/"} & set(shown) == {"knee-back/"}


@pytest.mark.parametrize("side", ["front", "back"])
def test_what_one_side_leaves_out_lies_over_nothing_beside_the_picture(side: str, site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}regions/", viewport={"width": 1280, "height": 800}).page
    page.check(f'[name="map-side"][value="{side}"]')
    frame = page.locator(".map-frame").bounding_box()
    assert frame is not None
    boxes = [link.bounding_box() for link in page.locator(LINKS).all() if link.is_visible()]
    assert len(boxes) > 15
    for box in boxes:
        assert box is not None
        assert box["x"] >= frame["x"] - 1
        assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 1


def test_layers_show_without_a_script(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}regions/", java_script_enabled=False).page
    assert not page.locator(".map-layer-care").is_visible()
    page.check('[value="care"]')
    assert page.locator(".map-layer-care use").first.is_visible()
    assert not page.locator(".map-layer-ask use").first.is_visible()


def test_on_paper_the_picture_stands_without_its_controls(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}regions/").page
    page.emulate_media(media="print")
    assert page.locator(".map-picture").is_visible()
    assert not page.locator(".map-layers").is_visible()


def test_axe_finds_nothing_with_every_layer_and_an_area_in_focus(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}regions/").page
    page.check('[value="care"]')
    page.check('[value="ask"]')
    page.keyboard.press("Tab")
    page.focus(f'{LINKS}[href="chest/"]')
    assert list(axe(page)) == []
