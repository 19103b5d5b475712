"""What comes out of a printer."""

import re
from collections.abc import Callable

import pytest
from chromium import Opened
from real_site import Site

pytestmark = pytest.mark.browser


def test_the_card_for_the_day_is_one_sheet_of_paper(site: Site, open_page: Callable[..., Opened]) -> None:
    pdf = open_page(site.url + "visit/card/").page.pdf(prefer_css_page_size=True)
    assert 1 == len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_on_paper_help_comes_first_and_nothing_is_closed(site: Site, open_page: Callable[..., Opened]) -> None:
    """The full help cards stand above all other parts, closed parts are open, and controls are gone."""
    page = open_page(site.url + "conditions/sciatica/").page
    page.emulate_media(media="print")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    tops = page.evaluate("() => [...document.querySelectorAll('main .page > h2')].map(h => [h.id, h.offsetTop])")
    shown = sorted((top, id_) for id_, top in tops if top)
    assert "help" == shown[0][1]
    assert 0 == page.locator("main details:not([open])").count()
    for control in (".menu-button", ".get-help", ".lens", ".print-button", ".contents", ".crumbs"):
        assert not any(one.is_visible() for one in page.locator(control).all()), control
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert 0 < page.locator("main details:not([open])").count()


def test_paper_says_which_version_and_where_it_comes_from(site: Site, open_page: Callable[..., Opened]) -> None:
    """The address stands in words and as a square of dots; both are for paper only."""
    page = open_page(site.url + "conditions/sciatica/").page
    assert not page.locator(".printed").is_visible()
    page.emulate_media(media="print")
    assert "conditions/sciatica/" in page.inner_text(".printed")
    assert page.locator(".printed svg").is_visible()
