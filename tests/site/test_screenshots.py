"""The pictures for a person to look at are there, and show what they are named after."""

import struct
from pathlib import Path

import pytest
from chromium import SCHEMES
from playwright.sync_api import Browser
from real_site import KINDS, Site
from screenshots import SIZES, take
from states import State

pytestmark = pytest.mark.browser


def test_a_page_has_a_picture_in_each_size_and_scheme(site: Site, browser: Browser, tmp_path: Path) -> None:
    """As wide as the window, as long as the page, and no two alike."""
    take(browser, site.url, {"not covered": State(KINDS["not covered"])}, tmp_path)
    pictures = {
        (size, scheme): (tmp_path / f"not-covered-{size}-{scheme}.png").read_bytes()
        for size in SIZES
        for scheme in SCHEMES
    }
    assert 6 == len(set(pictures.values())) == len(list(tmp_path.glob("*.png")))
    for (size, _), picture in pictures.items():
        width, height = struct.unpack(">II", picture[16:24])
        assert SIZES[size]["width"] == width
        assert SIZES[size]["height"] < height
    shown = (tmp_path / "index.html").read_text("utf-8")
    assert [name for name in sorted(file.name for file in tmp_path.glob("*.png")) if name not in shown] == []
