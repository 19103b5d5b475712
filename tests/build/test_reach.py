"""Every page of the built site is found by following links from home, and no record lies deep."""

from collections import deque
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urldefrag

import pytest
import yaml

from commands import ROOT, Html, html_pages, resolved

CLICKS = 3
"""The most clicks from home to a record."""


@pytest.fixture(scope="module")
def pages(real_site: Path) -> dict[str, Html]:
    return dict(html_pages(real_site))


@pytest.fixture(scope="module")
def clicks(pages: Mapping[str, Html]) -> dict[str, int]:
    """How many clicks each page lies from home; the links of header and foot count like any others."""
    found, waiting = {"": 0}, deque([""])
    while waiting:
        url = waiting.popleft()
        for element in pages[url].elements:
            target = urldefrag(resolved(url, element.attributes.get("href", "#")))[0]
            if element.tag == "a" and target in pages and target not in found:
                found[target] = found[url] + 1
                waiting.append(target)
    return found


@pytest.mark.engine
def test_every_page_is_reached_from_home(pages, clicks):
    """No page is there for search engines only; a former address leads on by itself."""
    redirects = {
        url
        for url, page in pages.items()
        if any(one.tag == "meta" and "refresh" in one.attributes.values() for one in page.elements)
    }
    assert set() == set(pages) - set(clicks) - redirects
    assert len(clicks) > 500


@pytest.mark.engine
def test_every_record_is_within_three_clicks(clicks):
    """Whatever its kind: home, a list, its letter at most, and the record."""
    deep = {url: count for url, count in clicks.items() if count > CLICKS}
    assert {} == deep


@pytest.mark.engine
def test_a_word_is_within_three_clicks_at_its_letter(pages, clicks):
    """A word of the glossary has no page of its own: its letter's page has its anchor."""
    for file in sorted((ROOT / "content/terms").glob("*.yml")):
        letter = f"terms/{file.stem[0]}/"
        assert clicks[letter] <= CLICKS
        assert f"word-{file.stem}" in {one.attributes.get("id") for one in pages[letter].elements}


@pytest.mark.engine
@pytest.mark.parametrize("url", ["what-is-not-known/", "state/", "about/report-a-mistake/", "about/privacy/"])
def test_the_foot_of_every_page_leads_to_what_a_reader_may_doubt(url, pages, clicks):
    """What is not known, the state of the library and how to report a mistake are one click away everywhere."""
    without = [
        page
        for page, html in pages.items()
        if page in clicks
        and not any(resolved(page, one.attributes.get("href", "")) == url for one in html.elements if one.tag == "a")
    ]
    assert [] == without


@pytest.mark.engine
def test_what_the_navigation_names_exists(pages):
    """Every entry of mkdocs.yml is a page."""

    def paths(part):
        if isinstance(part, str):
            yield part
        for one in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
            yield from paths(one)

    nav = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    urls = [
        path.removesuffix("index.md") if path.endswith("index.md") else f"{path.removesuffix('.md')}/"
        for path in paths(nav)
    ]
    assert [] == [url for url in urls if url not in pages]
