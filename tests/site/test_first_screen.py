"""The first screen of a phone holds what a reader came for."""

from collections.abc import Callable

import pytest
from chromium import Opened
from real_site import Site

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}}
LOWEST = 660
"""Where the short answer ends at the latest, in pixels: a thumb's height above the browser's own bar."""

SECTIONS = ["Your visit", "Conditions", "Types of massage", "When not to", "True or not?", "Study", "For clinics"]
KINDS = ("techniques", "conditions", "contraindications", "approaches", "claims", "regions")


def test_badge_and_short_answer_are_on_the_first_screen(site: Site, open_page: Callable[..., Opened]) -> None:
    """Strip, badge and short answer end within reach, on every page of a kind that has them."""
    page = open_page(site.url, **PHONE).page
    for address in site.addresses:
        if address.split("/")[0] not in KINDS:
            continue
        page.goto(site.url + address)
        end = page.eval_on_selector(".top", _END)
        assert end <= LOWEST, (address, end)


_END = """top => Math.max(...[...top.querySelectorAll('.short, .badge, .stamp, .strip')]
  .map(one => one.getBoundingClientRect().bottom))"""


def test_with_text_twice_as_large_title_and_strip_begin_on_the_first_screen(
    site: Site, open_page: Callable[..., Opened]
) -> None:
    """Nothing is cut off sideways, and the strip begins above the fold."""
    page = open_page(site.url, **PHONE).page
    for address in ("conditions/chronic-primary-pain/", "conditions/tmd/", "conditions/chronic-low-back-pain/"):
        page.goto(site.url + address)
        page.evaluate("() => { document.documentElement.style.fontSize = '225%' }")
        assert page.eval_on_selector(".strip", "one => one.getBoundingClientRect().top") < 844, address
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 390, address


def test_the_header_is_low_on_a_phone(site: Site, open_page: Callable[..., Opened]) -> None:
    page = open_page(site.url, **PHONE).page
    assert page.eval_on_selector(".site-header", "one => one.getBoundingClientRect().height") <= 56


def test_the_menu_opens_and_closes_by_keyboard(site: Site, open_page: Callable[..., Opened]) -> None:
    """The sections stand behind a button that says whether it is open; Escape closes it and keeps the focus."""
    page = open_page(site.url, **PHONE).page
    button, nav = page.locator(".menu-button"), page.locator(".site-nav")
    assert not nav.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert nav.is_visible()
    assert "true" == button.get_attribute("aria-expanded")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not nav.is_visible()
    assert page.evaluate("() => document.activeElement.classList.contains('menu-button')")


def test_without_scripts_the_sections_stand_in_the_header(site: Site, open_page: Callable[..., Opened]) -> None:
    page = open_page(site.url, java_script_enabled=False, **PHONE).page
    assert page.locator(".site-nav").is_visible()
    assert not page.locator(".menu-button").is_visible()
    labels = [text.strip() for text in page.locator(".site-nav a").all_text_contents()]
    assert labels == [
        "Your visit",
        "Conditions",
        "Types of massage",
        "When not to",
        "True or not?",
        "Study",
        "For clinics",
    ]
