"""axe finds nothing on any kind of page, by WCAG 2.2 A and AA and good practice, in every scheme, wide and narrow."""

from collections.abc import Callable

import pytest
from chromium import Opened
from judging import axe
from real_site import KINDS, Site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(kind: str, site: Site, open_page: Callable[..., Opened]) -> None:
    assert list(axe(open_page(site.url + KINDS[kind]).page)) == []
