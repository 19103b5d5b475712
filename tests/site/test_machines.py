"""What programs read of the built site agrees with what people read."""

import json
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
import yaml
from chromium import Opened
from real_site import ROOT, Site, text

ATOM = "{http://www.w3.org/2005/Atom}"
DATA_BLOCK = "application/ld+json"
TYPES = {
    "techniques": {"MedicalTherapy"},
    "conditions": {"MedicalCondition"},
    "contraindications": {"MedicalContraindication"},
    "approaches": {"MedicalTherapy"},
    "regions": {"AnatomicalStructure"},
    "structures": {"AnatomicalStructure", "Muscle", "Nerve", "Vessel", "Joint", "Bone"},
    "references": {"ScholarlyArticle", "Report", "WebPage"},
}
"""What a record's page is about, by the first part of its address."""


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, Element]:
    return {address: site.page(address) for address in site.addresses if address != "404.html"}


@pytest.fixture(scope="module")
def blocks(pages: dict[str, Element]) -> dict[str, Any]:
    """Each page's one block of data."""
    found = {}
    for address, page in pages.items():
        (block,) = (one for one in page.iter("script") if one.get("type") == DATA_BLOCK)
        found[address] = json.loads(block.text or "")
    return found


def _metas(page: Element, kind: str = "property") -> dict[str, str]:
    return {one.get(kind, ""): one.get("content", "") for one in page.iter("meta") if one.get(kind)}


def _of(blocks: dict[str, Any], kind: str) -> dict[str, Any]:
    """Give the blocks of a kind's records."""
    lists = f"{kind}/kind/"
    return {
        url: block
        for url, block in blocks.items()
        if url.startswith(f"{kind}/") and url.count("/") == 2 and url != lists
    }


@pytest.mark.parametrize("kind", TYPES)
def test_each_record_says_what_it_is_about(kind: str, blocks: dict[str, Any]) -> None:
    found = _of(blocks, kind)
    assert len(found) > 20 or kind == "approaches"
    for address, block in found.items():
        assert block["@type"] == ("WebPage" if kind == "references" else "MedicalWebPage"), address
        assert block["mainEntity" if kind == "references" else "about"]["@type"] in TYPES[kind], address


def test_every_block_names_its_own_page(site: Site, blocks: dict[str, Any]) -> None:
    assert {address: block["url"] for address, block in blocks.items()} == {
        address: site.url + address for address in blocks
    }


def test_every_block_is_free_licensed_and_says_the_description(
    pages: dict[str, Element], blocks: dict[str, Any]
) -> None:
    for address, block in blocks.items():
        said = _metas(pages[address], "name")["description"]
        assert block["description"] == said and 0 < len(said) <= 300, address
        assert block["license"] == "https://creativecommons.org/licenses/by/4.0/", address
        assert block["isAccessibleForFree"] is True, address


def test_the_breadcrumbs_are_those_of_the_page(pages: dict[str, Element], blocks: dict[str, Any]) -> None:
    """The steps before the page itself are the ones that people see, in their order."""
    for address, block in blocks.items():
        if address:
            steps = [step["name"] for step in block["breadcrumb"]["itemListElement"]]
            (seen,) = (one for one in pages[address].iter("nav") if one.get("class") == "crumbs")
            assert steps[:-1] == [text(link) for link in seen.iter("a")], address


def test_a_review_is_named_only_where_the_page_names_it(pages: dict[str, Element], blocks: dict[str, Any]) -> None:
    for address, block in blocks.items():
        said = "Checked by" in text(pages[address])
        assert ("reviewedBy" in block) == said == ("lastReviewed" in block), address


def test_a_verdict_in_a_description_is_the_one_the_page_begins_with(
    pages: dict[str, Element], blocks: dict[str, Any]
) -> None:
    for kind in ("conditions", "contraindications"):
        for address, block in _of(blocks, kind).items():
            (short,) = (one for one in pages[address].iter("p") if one.get("class") == "short")
            assert text(short).startswith(block["description"]), address


def test_no_block_states_what_a_verdict_would_have_to_say(blocks: dict[str, Any]) -> None:
    words = {"contraindication", "possibleTreatment", "seriousAdverseOutcome", "claimReviewed", "reviewRating"}
    assert [address for address, block in blocks.items() if words & set(_keys(block))] == []


def _keys(value: Any) -> set[str]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return (set(value) if isinstance(value, dict) else set()).union(*map(_keys, inner))


def test_every_word_of_the_glossary_is_defined(blocks: dict[str, Any]) -> None:
    sets = [block["mainEntity"] for block in blocks.values() if "hasDefinedTerm" in block.get("mainEntity", {})]
    names = [term["name"] for one in sets for term in one["hasDefinedTerm"]]
    files = sorted((ROOT / "content/terms").glob("*.yml"))
    assert sorted(names) == sorted(yaml.safe_load(file.read_text("utf-8"))["name"] for file in files)


def test_each_page_has_a_preview_of_its_own(site: Site, pages: dict[str, Element]) -> None:
    for address, page in pages.items():
        said = _metas(page)
        assert said["og:url"] == site.url + address
        assert said["og:description"] == _metas(page, "name")["description"]
        assert said["og:type"] == ("article" if address else "website")
        assert said["og:image"] == f"{site.url}assets/card.png" and said["og:image:alt"]
        assert _metas(page, "name")["twitter:card"] == "summary_large_image"
    assert len({_metas(page)["og:title"] for page in pages.values()}) == len(pages)
    assert (site.folder / "assets/card.png").read_bytes().startswith(b"\x89PNG")


def test_every_page_leads_to_the_feeds_and_the_corrections(site: Site) -> None:
    for address in site.addresses:
        page = site.page(address)
        feeds = [one.get("href", "") for one in page.iter("link") if one.get("type") == "application/atom+xml"]
        assert [feed.rpartition("/")[2] for feed in feeds] == ["changes.xml", "safety.xml"], address
        links = [one.get("href", "") for one in page.iter("a")]
        assert [link for link in feeds if link not in links] == [], address
        assert any(link.endswith("safety-corrections/") for link in links) or address == "safety-corrections/", address


@pytest.mark.parametrize("path", ["changes.xml", "safety.xml"])
def test_every_entry_of_a_feed_leads_to_a_page(path: str, site: Site, pages: dict[str, Element]) -> None:
    feed = fromstring((site.folder / path).read_bytes())
    links = [one.get("href", "") for one in feed.iter(f"{ATOM}link") if one.get("rel") == "alternate"]
    assert len(links) > 1
    assert [link for link in links if link.removeprefix(site.url).partition("#")[0] not in pages] == []


def test_robots_name_the_sitemap_and_llms_leads_to_pages(site: Site, pages: dict[str, Element]) -> None:
    assert f"Sitemap: {site.url}sitemap.xml" in (site.folder / "robots.txt").read_text("utf-8").splitlines()
    named = (site.folder / "llms.txt").read_text("utf-8")
    wanted = [
        url for kind in ("techniques", "conditions", "contraindications") for url in pages if url.startswith(kind)
    ]
    assert [url for url in wanted if f"]({site.url}{url}): " not in named and url.count("/") == 2] == []


@pytest.mark.browser
def test_the_browser_neither_runs_nor_refuses_the_block(site: Site, open_page: Callable[..., Opened]) -> None:
    """Under `default-src 'self'` it is there as data, and no violation is reported."""
    opened = open_page(f"{site.url}conditions/neck-pain/")
    assert opened.page.evaluate(f"() => JSON.parse(document.querySelector('[type=\"{DATA_BLOCK}\"]').text).name")
    assert opened.errors == []
