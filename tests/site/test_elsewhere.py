"""The site also works where browsers allow least: from a disk, inside a sandboxed frame, and without scripts."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from chromium import Opened
from real_site import KINDS, Site, served

pytestmark = pytest.mark.browser

PLACED = {kind: address for kind, address in KINDS.items() if kind != "not found"}

STYLED = "() => getComputedStyle(document.querySelector('.skip')).position === 'absolute'"

Open = Callable[..., Opened]


@pytest.mark.parametrize("kind", PLACED)
def test_a_page_opened_from_a_disk_has_its_styles_and_its_links(kind: str, site: Site, open_page: Open) -> None:
    """Without a server a link to a page opens its folder, which has to hold that page."""
    opened = open_page((site.folder / PLACED[kind] / "index.html").as_uri())
    assert opened.errors == []
    assert opened.page.evaluate(STYLED)
    links = opened.page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
    files = {Path(unquote(urlsplit(urldefrag(link).url).path)) for link in links if link.startswith("file:")}
    assert [file for file in files if not ((file / "index.html").is_file() or file.suffix == ".html")] == []


@pytest.mark.parametrize("kind", PLACED)
def test_a_page_in_a_sandboxed_frame_of_another_site_is_whole(
    kind: str, site: Site, open_page: Open, tmp_path: Path
) -> None:
    frame = f'<iframe sandbox="allow-scripts" width="390" height="700" title="Massage" src="{site.url}{PLACED[kind]}">'
    (tmp_path / "index.html").write_text(
        f'<!doctype html><link rel="icon" href="data:,"><title>x</title>{frame}</iframe>'
    )
    with served(tmp_path) as origin:
        opened = open_page(origin)
        frame = opened.page.frames[1]
        assert frame.evaluate("() => origin") == "null"
        assert frame.evaluate(STYLED)
        assert frame.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        frame.click(".get-help")
        frame.wait_for_url(f"{site.url}contraindications/#emergency")
        assert opened.errors == []


@pytest.mark.parametrize("kind", PLACED)
def test_a_page_says_the_same_without_scripts(kind: str, site: Site, open_page: Open) -> None:
    with_scripts = open_page(site.url + PLACED[kind]).page.inner_text("body")
    without = open_page(site.url + PLACED[kind], java_script_enabled=False).page.inner_text("body")
    assert without == with_scripts
    assert len(without) > 200


def test_no_page_has_a_script_or_a_handler(site: Site) -> None:
    """There is none yet; when there is one, it is an external, deferred, classic script."""
    found = [
        (address, element.tag, name)
        for address in site.addresses
        for element in site.page(address).iter()
        for name in [element.tag, *element.attrib]
        if name in ("script", "style") or name.startswith("on")
    ]
    assert found == []
