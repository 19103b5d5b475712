"""What stands on every page: one title, one address, who it is for, who checked it, and the way on."""

import gzip
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, fromstring

import pytest
import yaml
from real_site import ROOT, Site, build, text

RECORDS = {
    "techniques": "techniques",
    "conditions": "conditions",
    "contraindications": "content/contraindications",
    "approaches": "content/approaches",
    "regions": "content/regions",
    "structures": "content/structures",
    "claims": "content/claims",
    "references": "content/references",
}
"""The kinds whose records have a page each: first part of the address, and folder of the files."""

BOTH, STUDY, NEITHER = {"client", "study"}, {"study"}, set()

AUDIENCES = {
    "techniques": [BOTH],
    "conditions": [BOTH],
    "contraindications": [BOTH, STUDY],  # a sign's own words are the card that everyone sees
    "approaches": [BOTH],
    "regions": [BOTH],
    "structures": [BOTH],
    "claims": [STUDY],
    "references": [NEITHER, STUDY],  # what a study found is told in its own terms
}

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, Element]:
    return {address: site.page(address) for address in site.addresses}


def _files(kind: str) -> Iterator[tuple[str, Path]]:
    for file in sorted((ROOT / RECORDS[kind]).glob("*.yml")):
        yield f"{kind}/{file.stem}/", file


def _links(site: Site, address: str, part: Element) -> list[str]:
    """Give the addresses a part of a page leads to, relative to the site."""
    links = [urljoin(site.url + address, link.get("href", "")) for link in part.iter("a")]
    return [link.removeprefix(site.url) for link in links]


def _with_class(page: Element, name: str) -> Element:
    return next(one for one in page.iter() if name in one.get("class", "").split())


def test_every_record_has_its_page(pages: dict[str, Element]) -> None:
    assert {address for kind in RECORDS for address, _ in _files(kind)} <= set(pages)


def test_each_page_has_one_heading_of_the_first_level(pages: dict[str, Element]) -> None:
    assert {address: count for address, page in pages.items() if (count := len(list(page.iter("h1")))) != 1} == {}


def test_no_level_of_heading_is_left_out(pages: dict[str, Element]) -> None:
    for address, page in pages.items():
        levels = [int(one.tag[1]) for one in page.iter() if one.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1, address
        assert all(after <= before + 1 for before, after in pairwise(levels)), address


def test_everything_on_a_page_stands_in_a_landmark(pages: dict[str, Element]) -> None:
    """The link that skips the head stands in the head too; outside is only what is printed and never on a screen."""
    for address, page in pages.items():
        body = next(page.iter("body"))
        outside = [one.get("class") for one in body if one.tag not in ("header", "main", "footer")]
        assert outside == ["printed"], address


def test_nothing_but_links_and_controls_takes_the_focus_of_the_keyboard(pages: dict[str, Element]) -> None:
    """What scrolls sideways holds links, and so needs no stop of its own."""
    stops = {(address, one.tag) for address, page in pages.items() for one in page.iter() if one.get("tabindex") == "0"}
    assert stops == set()


def test_every_group_of_controls_has_a_name_that_is_seen(pages: dict[str, Element]) -> None:
    for address, page in pages.items():
        for group in page.iter("fieldset"):
            assert group[0].tag == "legend" and "hidden" not in group[0].get("class", "").split(), address


@pytest.mark.parametrize("what", ["title", "description"])
def test_titles_and_descriptions_are_there_and_unique(what: str, pages: dict[str, Element]) -> None:
    found = Counter(_title(page) if what == "title" else _description(page) for page in pages.values())
    assert [(value, count) for value, count in found.items() if count > 1 or not value] == []


def _title(page: Element) -> str:
    (title,) = next(page.iter("head")).iter("title")
    return text(title)


def _description(page: Element) -> str:
    (description,) = (one.get("content", "") for one in page.iter("meta") if one.get("name") == "description")
    return description


def test_each_page_names_its_own_address(site: Site, pages: dict[str, Element]) -> None:
    for address, page in pages.items():
        named = [one.get("href") for one in page.iter("link") if one.get("rel") == "canonical"]
        assert named == ([] if address == "404.html" else [site.url + address])


def test_no_record_stands_in_the_navigation(site: Site, pages: dict[str, Element]) -> None:
    for address, page in pages.items():
        parts = (_with_class(page, "site-header"), _with_class(page, "site-footer"))
        for link in [link for part in parts for link in _links(site, address, part)]:
            place = link.partition("#")[0]
            assert link == f"{address}#content" or place.count("/") < 2 or place.startswith(("guides/", "about/")), (
                address,
                link,
            )


@pytest.mark.parametrize("kind", RECORDS)
def test_sections_say_whom_they_are_for(kind: str, pages: dict[str, Element]) -> None:
    for address, _ in _files(kind):
        said = {one.get("data-audience") for one in pages[address].iter() if one.get("data-audience")}
        assert said in AUDIENCES[kind], address


@pytest.mark.parametrize("kind", RECORDS)
def test_each_record_ends_with_who_checked_it_licence_source_disclaimer_and_neighbours(
    kind: str, pages: dict[str, Element]
) -> None:
    for address, file in _files(kind):
        heading, review, licence, printing, disclaimer, nearby = list(_with_class(pages[address], "end"))[-6:]
        state = text(_with_class(pages[address], "review-line"))
        assert heading.get("id") == "review", address
        assert state and text(review).startswith(state), address
        assert "Check again by" in text(review), address
        assert "CC BY 4.0" in text(licence), address
        assert file.relative_to(ROOT).as_posix() in text(licence), address
        assert "Print this page" == text(printing), address
        assert text(disclaimer).startswith("This page teaches. It does not know you."), address
        assert nearby.tag == "nav", address


@pytest.mark.parametrize("kind", RECORDS)
def test_next_leads_through_all_pages_of_a_kind_and_previous_back(
    kind: str, site: Site, pages: dict[str, Element]
) -> None:
    records = {address for address, _ in _files(kind)}
    ways = {way: _neighbours(site, pages, records, way) for way in ("next", "prev")}
    assert {after: before for before, after in ways["next"].items()} == ways["prev"]
    (address,) = records - set(ways["prev"])
    seen = [address]
    while address := ways["next"].get(address, ""):
        seen.append(address)
    assert sorted(seen) == sorted(records)


def _neighbours(site: Site, pages: dict[str, Element], addresses: set[str], way: str) -> dict[str, str]:
    return {
        address: urljoin(site.url + address, link.get("href", "")).removeprefix(site.url)
        for address in addresses
        for link in _with_class(pages[address], "nearby").iter("a")
        if link.get("rel") == way
    }


def test_each_word_says_who_checked_it_and_where_it_comes_from(pages: dict[str, Element]) -> None:
    words = {}
    for address, page in pages.items():
        if address.startswith("terms/") and address != "terms/":
            words |= {one.find("h2").get("id"): text(one) for one in page.iter("div") if one.get("class") == "word"}
    files = {f"word-{file.stem}": file for file in (ROOT / "content/terms").glob("*.yml")}
    assert set(words) == set(files)
    for id_, said in words.items():
        assert "Check again by" in said, id_
        assert f"Source file: {files[id_].relative_to(ROOT).as_posix()}" in said, id_


def test_every_page_has_the_disclaimer_or_is_the_one_for_wrong_addresses(pages: dict[str, Element]) -> None:
    without = [
        address for address, page in pages.items() if "This page teaches. It does not know you." not in text(page)
    ]
    assert without == ["404.html"]


def test_the_sitemap_names_every_page_once(site: Site) -> None:
    content = (site.folder / "sitemap.xml").read_bytes()
    named = [one.text for one in fromstring(content).iter(f"{SITEMAP}loc")]
    assert sorted(named) == [site.url + address for address in site.addresses if address != "404.html"]
    assert gzip.decompress((site.folder / "sitemap.xml.gz").read_bytes()) == content


def test_the_sitemap_says_when_a_record_changed(site: Site) -> None:
    entries = fromstring((site.folder / "sitemap.xml").read_bytes()).iter(f"{SITEMAP}url")
    said = {one.findtext(f"{SITEMAP}loc"): one.findtext(f"{SITEMAP}lastmod") for one in entries}
    assert all(said.values())
    for address, file in (one for kind in RECORDS for one in _files(kind)):
        assert said[site.url + address] == str(yaml.safe_load(file.read_text("utf-8"))["updated"]), address


def test_without_an_address_what_needs_one_is_left_out_and_the_build_says_so(tmp_path: Path) -> None:
    said = build(tmp_path / "site", "")
    (line,) = (line for line in said.splitlines() if line.startswith("No address is set"))
    assert "sitemap.xml" in line and "feeds" in line and "site_url" in line
    assert [file.name for file in (tmp_path / "site").iterdir() if file.suffix in (".xml", ".gz")] == []
    assert not (tmp_path / "site/assets/card.png").exists()
    page = Site(tmp_path / "site", "").page("techniques/petrissage/")
    assert [one for one in page.iter("link") if one.get("rel") in ("canonical", "alternate")] == []
    assert [one for one in page.iter("meta") if one.get("property") in ("og:url", "og:image")] == []
    (block,) = (one.text or "" for one in page.iter("script") if one.get("type") == "application/ld+json")
    assert '"name"' in block and '"url"' not in block and "BreadcrumbList" not in block
