"""What a real browser asks for, complains of and shows, on one page of each kind."""

from collections.abc import Callable

import pytest
from chromium import Opened
from playwright.sync_api import Page
from real_site import KINDS, POLICY, Site

pytestmark = pytest.mark.browser

FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]"

Open = Callable[..., Opened]

UNSEEN_FOCUS = f"""() => [...document.querySelectorAll('{FOCUSABLE}')].filter(element => {{
  if (!element.checkVisibility()) return false;
  element.focus({{focusVisible: true}});
  const style = getComputedStyle(element), box = element.getBoundingClientRect();
  const line = element instanceof SVGElement ? [style.stroke, style.strokeWidth] : [];
  const drawn = line.length && line[0] !== 'none' && parseFloat(line[1]) >= 3;
  const ring = drawn || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
  const seen = box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0 && box.top < innerHeight;
  return !(document.activeElement === element && ring && seen);
}}).map(element => element.outerHTML.slice(0, 120))"""

FOCUSED = "() => document.activeElement === document.body ? '' : document.activeElement.outerHTML"

WIDER_SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important}
                     p {margin-block-end: 2em !important}`);
  document.adoptedStyleSheets = [sheet];
}"""

JUMPS = """() => new Promise(resolve => {
  const jumps = [];
  new PerformanceObserver(list => jumps.push(...list.getEntries())).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => resolve(jumps.reduce((sum, one) => sum + one.value, 0)), 150);
})"""

SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_no_other_host_and_complains_of_nothing(kind: str, site: Site, open_page: Open) -> None:
    """The server sends the strictest policy, so whatever stands inline or elsewhere would be a complaint."""
    opened = open_page(site.url + KINDS[kind])
    allowed = ["Failed to load resource: the server responded with a status of 404 (Not Found)"]
    assert [one for one in opened.requests if not one.startswith(site.url)] == []
    assert opened.errors == (allowed if kind == "not found" else [])
    assert opened.page.context.cookies() == []
    assert opened.page.evaluate("() => getComputedStyle(document.querySelector('.skip')).position") == "absolute"


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_jumps_while_a_page_loads(kind: str, width: int, site: Site, open_page: Open) -> None:
    """A link that moves under a thumb is a wrong tap; scripts add only what has its place already."""
    page = open_page(site.url + KINDS[kind], viewport={"width": width, "height": 844}).page
    assert page.evaluate(JUMPS) < 0.01


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_scrolls_sideways_on_a_small_phone(kind: str, site: Site, open_page: Open) -> None:
    """Neither as it is, nor with the text spacing a reader may set, nor with text of twice and a half the size."""
    page = open_page(site.url + KINDS[kind], viewport={"width": 320, "height": 640}).page
    assert page.evaluate(SIDEWAYS) <= 0
    page.evaluate(WIDER_SPACING)
    assert page.evaluate(SIDEWAYS) <= 0
    page.reload()
    page.set_viewport_size({"width": 1280, "height": 800})
    page.evaluate("() => { document.documentElement.style.fontSize = '250%' }")
    assert page.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_has_the_focus_shows_it(kind: str, site: Site, open_page: Open) -> None:
    page = open_page(site.url + KINDS[kind]).page
    assert page.evaluate(UNSEEN_FOCUS) == []


REACHED = "one => one.checkVisibility() && (one.type !== 'radio' || one.checked)"
"""What is shown can be reached; of one choice among several, the one that is made."""


def test_the_keyboard_reaches_everything_in_order_and_gets_out_again(site: Site, open_page: Open) -> None:
    page = open_page(site.url + KINDS["technique"]).page
    expected = page.evaluate(
        f"() => [...document.querySelectorAll('{FOCUSABLE}')].filter({REACHED}).map(one => one.outerHTML)"
    )
    assert list(_walk(page, len(expected) + 1)) == [*expected, ""]


def test_the_first_stop_of_the_keyboard_skips_to_the_text(site: Site, open_page: Open) -> None:
    page = open_page(site.url + KINDS["technique"]).page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


def _walk(page: Page, stops: int) -> list[str]:
    seen = []
    for _ in range(stops):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUSED).replace(' aria-describedby="word-tip"', ""))  # said while it has focus
    return seen


def test_the_policy_in_these_tests_is_one_that_bites(site: Site, open_page: Open) -> None:
    opened = open_page(site.url)
    opened.page.evaluate("() => document.body.setAttribute('style', 'color: red')")
    opened.page.wait_for_timeout(50)
    assert any(POLICY in error for error in opened.errors)


def test_a_wrong_address_at_any_depth_leads_on(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}a/wrong/address.html").page
    page.click(".site-name a")
    assert page.url == site.url
    assert page.text_content("h1") == "Know before you go"
