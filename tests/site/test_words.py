"""A word of the glossary says what it means where it stands: to a mouse, a keyboard, a finger, and without scripts."""

from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from chromium import Opened
from judging import axe
from playwright.sync_api import Page, expect
from real_site import Site

pytestmark = pytest.mark.browser

PAGE = "conditions/sciatica/"
WORD = "a.atlas-term:visible"
BOX = ".word-box"

Open = Callable[..., Opened]

OUTSIDE = """() => {
  const box = document.querySelector('.word-box').getBoundingClientRect();
  const root = document.documentElement;
  return [box.left < 0, box.right > root.clientWidth, box.top + scrollY < 0];
}"""
SIDEWAYS = "() => document.documentElement.scrollWidth"


def _meaning(page: Page, number: int = 0) -> str:
    """Give what the list at the foot says about a linked word: its name, a colon, and what it means."""
    term = page.locator(WORD).nth(number).get_attribute("data-term")
    parts = page.locator(f'[data-means="{term}"] > *').all_text_contents()
    return ": ".join(parts)


def _shows(page: Page, number: int = 0) -> None:
    """The text is there, by its role, and the word says that it describes it."""
    tip = page.get_by_role("tooltip")
    expect(tip).to_be_visible()
    expect(tip).to_have_text(_meaning(page, number))
    assert page.locator(WORD).nth(number).get_attribute("aria-describedby") == tip.get_attribute("id")


def _hidden(page: Page) -> None:
    expect(page.locator(BOX)).to_be_hidden()
    assert page.locator("[aria-describedby=word-tip]").count() == 0


def test_hover_shows_it_and_the_pointer_may_move_onto_it(site: Site, open_page: Open) -> None:
    page = open_page(site.url + PAGE).page
    _hidden(page)
    page.locator(WORD).first.hover()
    _shows(page)
    assert page.locator(f"{BOX} a").is_hidden(), "a click follows the word itself"
    page.locator(BOX).hover()
    page.wait_for_timeout(500)
    _shows(page)
    page.locator("h1").hover()
    _hidden(page)


def test_another_word_takes_its_place(site: Site, open_page: Open) -> None:
    page = open_page(site.url + PAGE).page
    page.locator(WORD).first.hover()
    page.locator(WORD).nth(1).hover()
    _shows(page, 1)
    assert page.locator("[aria-describedby=word-tip]").count() == 1


def test_focus_shows_it_and_escape_closes_it_where_the_reader_is(site: Site, open_page: Open) -> None:
    """The focus stays on the word; the next word shows its own; Enter follows."""
    page = open_page(site.url + PAGE).page
    word = page.locator(WORD).first
    word.focus()
    _shows(page)
    page.keyboard.press("Escape")
    _hidden(page)
    expect(word).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    _shows(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/terms/**")


def test_leaving_a_word_by_keyboard_closes_it(site: Site, open_page: Open) -> None:
    page = open_page(site.url + PAGE).page
    page.locator(WORD).first.focus()
    page.locator("h1").evaluate("title => { title.tabIndex = -1; title.focus() }")
    _hidden(page)


def test_escape_closes_what_the_pointer_opened(site: Site, open_page: Open) -> None:
    page = open_page(site.url + PAGE).page
    page.locator(WORD).first.hover()
    page.keyboard.press("Escape")
    _hidden(page)
    page.wait_for_timeout(500)
    _hidden(page)


def test_the_first_tap_shows_it_and_the_second_follows(site: Site, open_page: Open) -> None:
    page = open_page(site.url + PAGE, has_touch=True, viewport={"width": 390, "height": 844}).page
    word = page.locator(WORD).first
    href = urljoin(page.url, word.get_attribute("href"))
    word.tap()
    _shows(page)
    more = page.locator(f"{BOX} a")
    expect(more).to_have_text("More about this word")
    assert more.evaluate("link => link.href") == href
    assert more.bounding_box()["height"] >= 44
    page.locator("h1").tap()
    _hidden(page)
    assert page.url == site.url + PAGE
    word.tap()
    _shows(page)
    word.tap()
    page.wait_for_url(href)


def test_a_tap_on_the_link_inside_follows(site: Site, open_page: Open) -> None:
    page = open_page(site.url + PAGE, has_touch=True).page
    page.locator(WORD).first.tap()
    page.locator(f"{BOX} a").tap()
    page.wait_for_url("**/terms/**")


@pytest.mark.parametrize("size", ["100%", "225%"])
@pytest.mark.parametrize("touch", [False, True])
def test_it_is_never_cut_off_on_the_narrowest_phone(size: str, touch: bool, site: Site, open_page: Open) -> None:
    """At 320 px, also with text twice as large, each word of a page is read whole without scrolling sideways."""
    page = open_page(f"{site.url}{PAGE}?for=students", viewport={"width": 320, "height": 640}, has_touch=touch).page
    page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
    page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true })")
    words = page.locator(WORD)
    assert words.count() > 3
    wide = page.evaluate(SIDEWAYS)
    for number in range(words.count()):
        words.nth(number).scroll_into_view_if_needed()
        if touch:
            words.nth(number).dispatch_event("pointerdown", {"pointerType": "touch", "bubbles": True})
            words.nth(number).dispatch_event("click")
        else:
            words.nth(number).focus()
        _shows(page, number)
        assert page.evaluate(OUTSIDE) == [False, False, False], _meaning(page, number)
        assert page.evaluate(SIDEWAYS) == wide, _meaning(page, number)


def test_axe_finds_nothing_while_it_is_open(site: Site, open_page: Open) -> None:
    page = open_page(site.url + PAGE).page
    page.locator(WORD).first.focus()
    assert list(axe(page)) == []
    _shows(page)


def test_axe_finds_nothing_after_a_tap(site: Site, open_page: Open) -> None:
    page = open_page(site.url + PAGE, has_touch=True).page
    page.locator(WORD).first.tap()
    expect(page.locator(f"{BOX} a")).to_be_visible()
    assert list(axe(page)) == []


def test_its_edge_is_seen_in_forced_colours_and_nothing_moves(site: Site, open_page: Open) -> None:
    page = open_page(site.url + PAGE, forced_colors="active").page
    page.locator(WORD).first.focus()
    style = page.eval_on_selector(
        BOX,
        "box => (({borderTopStyle, borderTopWidth, transitionDuration, animationName}) => "
        "[borderTopStyle, borderTopWidth, transitionDuration, animationName])(getComputedStyle(box))",
    )
    assert style == ["solid", "2px", "0s", "none"]


def test_on_paper_a_word_is_a_word(site: Site, open_page: Open) -> None:
    page = open_page(site.url + PAGE).page
    page.locator(WORD).first.focus()
    page.emulate_media(media="print")
    assert page.locator(BOX).is_hidden()
    assert page.locator(".words-here").is_hidden()
    assert page.eval_on_selector("a.atlas-term", "word => getComputedStyle(word).textDecorationLine") == "none"


def test_without_scripts_a_word_is_a_link_and_the_foot_explains_it(site: Site, open_page: Open) -> None:
    page = open_page(site.url + PAGE, java_script_enabled=False).page
    term = page.locator(WORD).first.get_attribute("data-term")
    page.locator(".words-here summary").click()
    expect(page.locator(f'[data-means="{term}"] dd')).to_be_visible()
    page.locator(WORD).first.click()
    page.wait_for_url(f"**/#word-{term}")


def test_the_glossary_leads_back_to_every_page_that_uses_a_word(site: Site, open_page: Open) -> None:
    page = open_page(site.url + PAGE).page
    page.locator(WORD).first.click()
    page.wait_for_url("**/terms/**")
    anchor = page.url.partition("#")[2]
    uses = page.locator(f".word:has(#{anchor}) + .word-uses")
    uses.locator("summary").click()
    expect(uses.get_by_role("link", name="Sciatica").first).to_be_visible()


@pytest.mark.parametrize(("who", "other"), [("clients", "study"), ("students", "client")])
def test_clients_and_students_each_meet_a_word_once(who: str, other: str, site: Site, open_page: Open) -> None:
    """Whichever text is shown, no word is a link twice, and what it means can be read."""
    for address in (PAGE, "techniques/petrissage/", "approaches/chair-massage/"):
        page = open_page(f"{site.url}{address}?for={who}").page
        page.eval_on_selector_all("main details", "all => all.forEach(one => { one.open = true })")
        shown = page.eval_on_selector_all(
            "a.atlas-term", "all => all.filter(one => one.checkVisibility()).map(one => one.dataset.term)"
        )
        assert shown
        assert sorted(set(shown)) == sorted(shown), address
        assert page.locator(f"[data-audience={other}]:visible").count() == 0
        page.locator(WORD).first.focus()
        _shows(page)


def test_nothing_goes_wrong_in_the_console(site: Site, open_page: Open) -> None:
    """Under the policy of a careful host, on a page with words and on one without."""
    for address in (PAGE, "about/privacy/"):
        opened = open_page(site.url + address)
        if opened.page.locator(WORD).count():
            opened.page.locator(WORD).first.hover()
        assert opened.errors == []
