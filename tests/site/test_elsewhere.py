"""The site also works where browsers allow least: from a disk, inside a sandboxed frame, and without scripts."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import brotli
import pytest
from chromium import Opened
from real_site import KINDS, Site, served

pytestmark = pytest.mark.browser

PLACED = {kind: address for kind, address in KINDS.items() if kind != "not found"}

HELPED = {"sheet": ".sheet-form .badge", "matrix": ".matrix .badge", "sources": ".rows li"}
"""Kinds of page that a script does more for than freshness, and where their words stand."""

DATA_BLOCK = "application/ld+json"
"""The one type of script element that is no script: browsers never run it, and no policy refuses it."""

EARLY = "assets/head.js"
"""The one script that is not deferred: it sets what the first drawing of a page depends on."""

FIRST_VIEW = 64 * 1024
"""How many bytes the first view of a site may ask for, compressed."""

REQUESTS = 6
"""How many requests it may take."""

STYLED = "() => getComputedStyle(document.querySelector('.skip')).position === 'absolute'"

Open = Callable[..., Opened]


@pytest.mark.parametrize("kind", PLACED)
def test_a_page_opened_from_a_disk_has_its_styles_and_its_links(kind: str, site: Site, open_page: Open) -> None:
    """Without a server a link to a page opens its folder, which has to hold that page."""
    opened = open_page((site.folder / PLACED[kind] / "index.html").as_uri())
    assert opened.errors == []
    assert opened.page.evaluate(STYLED)
    links = opened.page.eval_on_selector_all(
        "a[href]",
        "links => links.map(link => link.href.baseVal ? new URL(link.href.baseVal, location).href : link.href)",
    )
    files = {Path(unquote(urlsplit(urldefrag(link).url).path)) for link in links if link.startswith("file:")}
    named = {file for file in files if file.is_file()}
    assert [file for file in files - named if not (file / "index.html").is_file()] == []


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
        frame.wait_for_url(f"{site.url}get-help/")
        assert opened.errors == []


@pytest.mark.parametrize("kind", [kind for kind in PLACED if kind not in HELPED])
def test_a_page_says_the_same_without_scripts(kind: str, site: Site, open_page: Open) -> None:
    """But for the search, in whose place stands the list of all names, and for what chooses and prints a text."""
    page = open_page(site.url + PLACED[kind]).page
    page.evaluate("() => delete document.documentElement.dataset.lens")
    page.evaluate("() => document.querySelectorAll('.lens, .print-button').forEach(one => one.remove())")
    with_scripts = page.inner_text("body")
    without = open_page(site.url + PLACED[kind], java_script_enabled=False).page.inner_text("body")
    assert without.replace("\nA-Z\n", "\nSearch\n", 1) == with_scripts
    assert len(without) > 200


@pytest.mark.parametrize("kind", HELPED)
def test_scripts_only_sort_what_a_page_says_without_them(kind: str, site: Site, open_page: Open) -> None:
    """The sheet's advice, the matrix's whole table and the list of all sources are in the page itself."""
    without = open_page(site.url + PLACED[kind], java_script_enabled=False).page
    found = without.locator(HELPED[kind]).count()
    assert found > 20
    assert found == open_page(site.url + PLACED[kind]).page.locator(HELPED[kind]).count()


def test_scripts_are_our_own_deferred_files_and_nothing_stands_inline(site: Site) -> None:
    for address in site.addresses:
        for element in site.page(address).iter():
            assert element.tag != "style" and "style" not in element.attrib, address
            assert not [name for name in element.attrib if name.startswith("on")], address
            if element.tag == "script" and element.get("type") == DATA_BLOCK:
                assert set(element.attrib) == {"type"} and json.loads(element.text or ""), address
            elif element.tag == "script":
                source = urljoin(site.url + address, element.get("src", ""))
                assert source.startswith(f"{site.url}assets/"), (address, source)
                assert (site.folder / source.removeprefix(site.url)).is_file(), (address, source)
                assert ("defer" in element.attrib) == (source != f"{site.url}{EARLY}"), (address, source)
                assert not element.text, (address, source)
                assert element.get("type") is None, "classic scripts also run where modules may not"


def test_each_page_loads_only_the_scripts_it_needs(site: Site) -> None:
    loaded = {
        address: [
            one.get("src", "").rpartition("/")[2]
            for one in site.page(address).iter("script")
            if one.get("type") != DATA_BLOCK
        ]
        for address in site.addresses
    }
    assert loaded.pop("sheet/") == ["head.js", "atlas.js", "sheet.js"]
    for address, names in loaded.items():
        is_table = address.startswith("matrix/") and address != "matrix/"
        own = ["filters.js"] if is_table or address == "references/" else []
        assert names == ["head.js", "atlas.js", *own], address


def test_the_first_view_of_a_page_is_small(site: Site) -> None:
    """At most 64 kB as Brotli sends it, in at most six requests, on every page."""
    sizes: dict[Path, int] = {}
    for address in site.addresses:
        linked = [
            part.get("src") or part.get("href", "")
            for part in site.page(address).iter()
            if part.get("src") or (part.tag == "link" and part.get("rel") in ("stylesheet", "icon"))
        ]
        place = address if address.endswith("/") or not address else ""
        page = site.folder / (f"{place}index.html" if place == address else address)
        files = [page, *((site.folder / urljoin(site.url + place, one).removeprefix(site.url)) for one in linked)]
        for file in files:
            if file not in sizes:
                sizes[file] = len(brotli.compress(file.read_bytes()))
        assert len(files) <= REQUESTS, (address, linked)
        assert sum(sizes[file] for file in files) <= FIRST_VIEW, (address, {str(one): sizes[one] for one in files})
