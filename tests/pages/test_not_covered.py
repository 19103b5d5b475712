"""What people ask for and no record covers is answered with the fixed words, and never with silence or a promise."""

import html
import re
from pathlib import Path

import pytest

from massage_atlas.build import Site, build_site
from massage_atlas.pages.addresses import relative
from massage_atlas.pages.not_covered import URL
from massage_atlas.records.vocabulary import Verdict
from massage_atlas.today import today
from projects import BASE, ROOT, TODAY, check, lines, write

LIST = "content/not-covered.yml"


@pytest.fixture(scope="module")
def real() -> Site:
    return build_site(ROOT, today())


def entries(site: Site) -> dict[str, str]:
    """Give the HTML of each entry of the page by its anchor."""
    page = next(page for page in site.pages if page.url == URL)
    things = next(section.html for section in page.sections if section.id == "things")
    return dict(re.findall(r'<li id="([a-z0-9-]+)">(.*?)</li>', things, re.DOTALL))


def listed(folder: Path, *things: str, basis: str = "convention") -> list[str]:
    """Give what is said of a list with these things."""
    text = f"basis: {basis}\nthings:\n" + "".join(f"  - {one}\n" for one in things)
    return [line.partition(" (help")[0] for line in lines(check(write(folder, {LIST: text})))]


def test_each_thing_is_answered_with_the_fixed_words(real):
    """Badge and whole line stand with each of them, so that no badge is read by itself."""
    things = real.library.not_covered.things
    found = entries(real)
    assert 30 <= len(things)
    assert [one.id for one in real.library.not_covered.in_order] == list(found)
    for one in things:
        said = html.unescape(re.sub(r"<[^>]+>", "", found[one.id]))  # its words may link to the glossary
        assert 'data-verdict="not-checked"' in found[one.id], one.id
        assert Verdict.NOT_CHECKED.meaning in said, one.id
        assert [] == [name for name in (one.name, *one.aka) if name not in said], one.id
        assert [] == [name for name in one.misspellings if re.search(rf"\b{re.escape(name)}\b", said)], one.id


def test_each_thing_leads_to_what_is_nearest(real):
    """A name under `see` is a link, to each page of that id."""
    found = entries(real)
    for one in real.library.not_covered.things:
        links = re.findall(r'href="([^"]+)"', found[one.id])
        for id_ in one.see:
            assert any(link.endswith(f"/{id_}/") for link in links), (one.id, id_)


def test_no_thing_is_said_to_do_anything(real):
    """What it is, in words of everyday use; an effect needs a record with sources."""
    claims = re.compile(
        r"\b(?:helps?|heals?|cures?|relax\w*|reliev\w*|relief|improves?|reduces?|detox\w*|safe|benefits?|eases?)\b"
    )
    whole = " ".join(one.what.words() for one in real.library.not_covered.things)
    assert [] == claims.findall(whole)


def test_the_page_stands_in_the_navigation():
    """It is found from every page."""
    assert f"{URL}index.md" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert "../not-covered/" == relative("terms/", URL)


def test_a_project_without_a_list_has_no_page(tmp_path):
    """The page is there when there is something to say."""
    site = build_site(write(tmp_path), TODAY)
    assert site.library.not_covered is None
    assert [] == [page.url for page in site.pages if page.url == URL]


@pytest.mark.parametrize("name", ["Kneading", "KNEADING", "petri-ssage", "squeezing and lifting", "pettrisage"])
def test_what_a_record_names_is_covered(name, tmp_path):
    """Its name, another name, a word of the people and a misspelling count, whatever capitals and hyphens."""
    path = "techniques/kneading.yml"
    more = "aka: [petri ssage]\nlay: [Squeezing and lifting]\nmisspellings: [pettrisage]\n"
    write(tmp_path, {path: BASE[path].replace("name: Kneading\n", f"name: Kneading\n{more}")})
    (tmp_path / LIST).write_text(f"basis: convention\nthings:\n  - {{id: x, name: Y, aka: [{name}], what: Z.}}\n")
    found = [line.partition(" (help")[0] for line in lines(check(tmp_path))]
    says = f"'{name}' is listed as not covered, and technique/kneading covers it"
    assert [f"{LIST}:3:28: error[covered-already]: {says}"] == found


def test_a_list_claims_no_study(tmp_path):
    """Only custom stands behind a list of names."""
    found = listed(tmp_path, "{id: x, name: Other, what: A thing.}", basis="trial")
    assert [
        f"{LIST}:1:1: error[inconsistent]: a list of names rests on custom; what was studied needs a record of its own"
    ] == found


def test_a_thing_stands_once_and_its_line_holds_no_link(tmp_path):
    """An anchor leads to one place, and links stand under `see`."""
    thing = "{id: x, name: One, what: A thing.}"
    assert ["'x' stands twice"] == [one[-len("'x' stands twice") :] for one in listed(tmp_path / "a", thing, thing)]
    linked = listed(tmp_path / "b", "{id: x, name: One, what: 'See [[kneading]].'}")
    assert ["'what' holds no links; name records under 'see'"] == [one.partition("]: ")[2] for one in linked]
