"""Lists: in the order of their kind, never longer than a reader can use, and neighbours that know each other."""

import re
from pathlib import Path

import pytest

from massage_atlas.build import Site, build_site
from massage_atlas.library import Key
from massage_atlas.pages.addresses import LONGEST_LIST, letter, relative
from massage_atlas.pages.frame import nearby
from massage_atlas.pages.markdown import to_markdown
from massage_atlas.pages.page import Page
from projects import BASE, SAMPLES, TODAY, write

MANY = 450


def copies(kind: str, names: list[str]) -> dict[str, str]:
    """Make records of one kind that differ in id and name."""
    folder = SAMPLES[kind].rpartition("/")[0]
    text = BASE[SAMPLES[kind]]
    return {
        f"{folder}/made-{number}.yml": re.sub(r"^(name|title): .*$", rf"\1: {name}", text, count=1, flags=re.MULTILINE)
        for number, name in enumerate(names)
    }


def body(page: Page) -> str:
    """Give a page without its head and foot."""
    return "".join(section.html for section in page.sections if section.id not in ("top", "end"))


def rows(page: Page) -> int:
    """Count the rows of a page's lists and tables; what stands inside a row of a table is no row."""
    html = re.sub("<thead.*?</thead>", "", body(page), flags=re.DOTALL)
    return html.count("<tr") or html.count("<li>")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A project with many structures, 250 of them under one letter, many references, and exactly 200 regions."""
    changes = {
        **copies("structure", [f"{'M' if number < 250 else 'Nerve'} {number:03}" for number in range(MANY)]),
        **copies("reference", [f"Study {number:03}" for number in range(MANY)]),
        **copies("region", [f"Area {number:03}" for number in range(LONGEST_LIST - 1)]),
        **copies("condition", [f"Pain {number:03}" for number in range(LONGEST_LIST + 1)]),
    }
    site = build_site(write(tmp_path_factory.mktemp("large"), changes), TODAY)
    assert not site.report.failed()
    return site


def page(site: Site, url: str) -> Page:
    """Give one page."""
    return next(page for page in site.pages if page.url == url)


def test_no_list_is_longer_than_200_rows(large):
    """Not one page of the site, whatever the number of records."""
    assert 200 == LONGEST_LIST
    lists = [page for page in large.pages if not page.key]
    assert LONGEST_LIST == max(map(rows, lists))
    assert [] == [page.url for page in lists if rows(page) > LONGEST_LIST]


def test_no_record_page_grows_with_the_number_of_records(large):
    """A region with hundreds of structures names 200 of them under one label and says how many more there are."""
    back = to_markdown(page(large, "regions/back/"))
    here = re.search(r"<dt>What lies here</dt><dd>(.*?)</dd>", back, re.DOTALL)
    assert here
    assert LONGEST_LIST == here[1].count("<a ")
    assert f"and {MANY + 1 - LONGEST_LIST} more" in here[1]


@pytest.mark.parametrize(("kind", "url"), [("structure", "structures/"), ("reference", "references/")])
def test_a_long_list_is_split_by_letter(large, kind, url):
    """The letters' pages together hold every record once, and the list leads to each of them."""
    parts = [page for page in large.pages if page.url.startswith(f"{url}a-z/") and page.url != f"{url}a-z/"]
    links = [link for page in parts for link in re.findall(r'<li>.*?<a href="([^"]+)"', body(page))]
    ids = sorted(link.rstrip("/").rpartition("/")[2] for link in links)
    assert sorted(key.id for key in large.library.entries if key.kind == kind) == ids
    for way in parts:
        assert f'href="{relative(url, way.url)}"' in to_markdown(page(large, url))
        assert f'href="{relative(f"{url}a-z/", way.url)}"' in to_markdown(page(large, f"{url}a-z/"))
    assert f'href="{relative(url, f"{url}a-z/")}"' in to_markdown(page(large, url))


def test_a_long_letter_is_split_into_parts(large):
    """A letter with more than 200 names has a second page."""
    urls = [page.url for page in large.pages if page.url.startswith("structures/a-z/")]
    assert ["structures/a-z/m-2/", "structures/a-z/m/", "structures/a-z/n/", "structures/a-z/t/"] == sorted(urls)[1:]
    assert 200 == rows(page(large, "structures/a-z/m/"))
    assert 50 == rows(page(large, "structures/a-z/m-2/"))


def test_a_list_of_200_is_not_split(large):
    """The longest list that fits stays one page."""
    assert [] == [page.url for page in large.pages if page.url.startswith("regions/a-z/")]
    assert LONGEST_LIST == rows(page(large, "regions/"))


def test_a_short_list_has_every_record(large):
    """A kind with few records has them all on its one page."""
    techniques = to_markdown(page(large, "techniques/"))
    assert ["../techniques/kneading/", "../techniques/stroking/"] == sorted(
        f"../techniques/{id_}/" for id_ in ("kneading", "stroking") if f'href="{id_}/"' in techniques
    )


@pytest.mark.parametrize(
    ("source", "target", "link"),
    [
        ("", "", "./"),
        ("", "techniques/", "techniques/"),
        ("techniques/", "", "../"),
        ("techniques/", "techniques/", "./"),
        ("techniques/kneading/", "", "../../"),
        ("techniques/kneading/", "techniques/", "../"),
        ("techniques/kneading/", "techniques/stroking/", "../stroking/"),
        ("techniques/kneading/", "conditions/back-pain/", "../../conditions/back-pain/"),
        ("techniques/kneading/", "terms/s/#word-stroke", "../../terms/s/#word-stroke"),
        ("terms/s/", "terms/s/#word-stroke", "#word-stroke"),
        ("terms/", "assets/note.txt", "../assets/note.txt"),
        ("", "#top", "#top"),
    ],
)
def test_links_are_relative(source, target, link):
    """A link from page to page holds wherever the site is put."""
    assert link == relative(source, target)


@pytest.mark.parametrize(
    ("name", "listed"), [("Kneading", "k"), ("kneading", "k"), ("1:30", "0"), ("Ödem", "0"), ("", "0"), ("-", "0")]
)
def test_names_are_listed_under_their_letter(name, listed):
    """What does not begin with a letter from a to z is listed under 0."""
    assert listed == letter(name)


def test_neighbours_know_each_other(large):
    """The page before a page has it as its next one; a page is never its own neighbour."""
    places = nearby(large.library)
    for key, place in places.items():
        assert key not in (place.previous, place.next, *place.siblings)
        if place.next:
            assert key == places[place.next].previous
            assert key.kind == place.next.kind
        assert len(place.siblings) <= 12
    firsts = [key.kind for key, place in places.items() if place.previous is None]
    lasts = [key.kind for key, place in places.items() if place.next is None]
    assert sorted(set(firsts)) == sorted(firsts) == sorted(lasts)


def test_siblings_share_the_group(large):
    """Techniques of another family are not siblings, however near they stand."""
    places = nearby(large.library)
    assert () == places[Key("technique", "kneading")].siblings
    assert {"structure"} == {key.kind for key in places[Key("structure", "made-3")].siblings}
    assert Key("structure", "made-4") in places[Key("structure", "made-3")].siblings


def test_pages_name_their_neighbours(large):
    """Previous and next stand at the end of a page as links."""
    text = to_markdown(page(large, "structures/made-3/"))
    assert '<a rel="prev" href="../made-2/">' in text
    assert '<a rel="next" href="../made-4/">' in text


def test_paths_are_folders(large):
    """Every page is an index.md in a folder of its own, so that relative links mean the same in every engine."""
    assert [] == [page.url for page in large.pages if Path(page.source_path).name != "index.md"]
    assert len(large.pages) == len({page.url for page in large.pages})
