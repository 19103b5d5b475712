"""axe finds nothing on any kind of page, by WCAG 2.2 A and AA and good practice, in every scheme, wide and narrow."""

from collections.abc import Callable

import pytest
from chromium import Opened
from judging import axe
from real_site import KINDS, Site
from states import STATES, unfold

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_with_every_part_of_a_page_open(
    kind: str, site: Site, open_page: Callable[..., Opened]
) -> None:
    page = open_page(site.url + KINDS[kind]).page
    unfold(page)
    assert list(axe(page)) == []


@pytest.mark.parametrize("name", [name for name, state in STATES.items() if state.do is not unfold])
def test_axe_finds_nothing_in_what_a_reader_has_done(name: str, site: Site, open_page: Callable[..., Opened]) -> None:
    opened = open_page(site.url + STATES[name].address)
    STATES[name].do(opened.page)
    assert list(axe(opened.page)) == []
    assert opened.errors == []
