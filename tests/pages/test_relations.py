"""Every relation of the real library shows on both of its pages, under its label."""

from collections import defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from commands import ROOT, real_day
from massage_atlas.build import Site, build_site
from massage_atlas.library import Key, Link
from massage_atlas.pages.addresses import address
from massage_atlas.pages.markdown import to_markdown
from massage_atlas.records import KINDS
from massage_atlas.today import today
from projects import lines


class Relations(HTMLParser):
    """What a page says: all its links, and those that stand under a label: in a `dd` after its `dt`, or in a `b`."""

    def __init__(self) -> None:
        super().__init__()
        self.by_label: defaultdict[str, set[str]] = defaultdict(set)
        self.all: set[str] = set()
        self.label = ""
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("dt", "dd", "b"):
            self.inside = tag
            self.label = self.label if tag == "dd" else ""
        href = dict(attrs).get("href")
        if tag == "a" and href:
            self.all.add(href)
            if self.inside in ("dd", "b"):
                self.by_label[self.label.strip()].add(href)

    def handle_endtag(self, tag: str) -> None:
        if tag == self.inside:
            self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside in ("dt", "b"):
            self.label += data


@pytest.fixture(scope="module")
def site() -> Site:
    """The real library with all its pages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", real_day())
        made = build_site(ROOT, today())
    assert [] == lines(made.report)
    return made


@pytest.fixture(scope="module")
def read(site: Site) -> dict[str, Relations]:
    """What each page says, by address; a word of the glossary has its own part of its letter's page."""
    found = {}
    for url, text in _texts(site):
        found[url] = Relations()
        found[url].feed(text)
    return found


def _texts(site: Site) -> Iterator[tuple[str, str]]:
    for page in site.pages:
        text = to_markdown(page)
        yield page.url, text
        first, *words = text.split('<h2 id="word-')
        assert first
        for word in words:
            id_, _, rest = word.partition('"')
            yield f"{page.url}#word-{id_}", rest
    yield from ((url, guide.markdown) for url, guide in site.guides.items())


def _links(site: Site, *, cites: bool = False, mention: bool = False) -> list[Link]:
    found = [one for one in site.library.links if one.cites is cites and (one.mention and not cites) is mention]
    assert len(found) > 200
    return found


def _href(site: Site, here: Key, there: Key) -> str:
    """Give the link that one page has to another, written anew and not as the pages write it."""
    source, target = address(here).partition("#")[0], address(there)
    if source and target.startswith(f"{source}#"):
        return target.removeprefix(source)
    return "../" * source.count("/") + target


def _plain(here: Key, href: str) -> str:
    """Write a relative link from the root of the site, as `_href` does."""
    source = address(here).partition("#")[0]
    if href.startswith(("#", "https:", "mailto:", "tel:")):
        return href
    parts = source.rstrip("/").split("/")
    way, mark, anchor = href.partition("#")
    for step in way.rstrip("/").split("/"):
        parts = parts[:-1] if step == ".." else parts if step in (".", "") else [*parts, step]
    target = "/".join(parts) + "/" if parts else ""
    return "../" * source.count("/") + target + mark + anchor


def _shown(here: Key, hrefs: set[str]) -> set[str]:
    return {_plain(here, href) for href in hrefs}


def test_a_relation_shows_on_the_page_that_states_it(site, read):
    """Under the relation's forward label, with a link to the other page."""
    missing = []
    for one in _links(site):
        page = read[address(one.source)]
        if _href(site, one.source, one.target) not in _shown(one.source, page.by_label[one.labels.forward]):
            missing.append(f"{one.source} --{one.labels.forward}--> {one.target}")
    assert [] == missing


def test_a_relation_shows_on_the_page_it_leads_to(site, read):
    """Under the relation's backward label, with a link to the page that states it."""
    missing = []
    for one in _links(site):
        page = read[address(one.target)]
        if _href(site, one.target, one.source) not in _shown(one.target, page.by_label[one.labels.back]):
            missing.append(f"{one.target} --{one.labels.back}--> {one.source}")
    assert [] == missing


def test_a_link_in_a_text_shows_on_both_pages(site, read):
    """The text has the link; the other page names the text's page under "Mentioned in" or a closer relation."""
    missing = []
    for one in _links(site, mention=True):
        if _href(site, one.source, one.target) not in _shown(one.source, read[address(one.source)].all):
            missing.append(f"{one.source} has no link to {one.target}")
        labelled = set().union(*read[address(one.target)].by_label.values())
        if _href(site, one.target, one.source) not in _shown(one.target, labelled):
            missing.append(f"{one.target} does not name {one.source}")
    assert [] == missing


def test_a_citation_shows_on_both_pages(site, read):
    """The page links to the page of the reference, which links back under "Cited by"."""
    missing = []
    for one in _links(site, cites=True):
        source = one.source if one.source.kind != "term" else Key("guide", address(one.source).partition("#")[0][:-1])
        if _href(site, source, one.target) not in _shown(source, read[address(source)].all):
            missing.append(f"{one.source} does not cite {one.target}")
        if _href(site, one.target, one.source) not in _shown(one.target, read[address(one.target)].all):
            missing.append(f"{one.target} does not say that {one.source} cites it")
    assert [] == missing


def test_every_record_has_a_page(site):
    """Of its own, or for a word a part of its letter's page; and every page but the lists shows a record."""
    pages = {page.url for page in site.pages}
    assert {address(key).partition("#")[0] for key in site.library.entries} <= pages
    own = {page.key for page in site.pages if page.key}
    assert {key for key in site.library.entries if key.kind != "term"} == own
    assert {f"{key.id}/" for key in site.library.guides} == set(site.guides)


def test_the_navigation_holds_no_record(site):
    """Sections and guides only; a record is found in its list and beside its neighbours."""
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    named = set(_paths(config["nav"]))
    assert {"index.md", *(f"{kind.url}/index.md" for kind in KINDS.values())} <= named
    assert set() == named & {page.source_path for page in site.pages if page.key}
    lists = {page.source_path for page in site.pages if not page.key} | {f"{id_}.md" for _, id_ in site.library.guides}
    assert named <= lists
    assert not any(Path(path).parent.name in "abcdefghijklmnopqrstuvwxyz0" for path in named if "/" in path)


def _paths(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    for part in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _paths(part)
