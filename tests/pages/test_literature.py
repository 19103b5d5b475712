"""The literature: the list of all, a page for each kind of study, and what each kind may carry."""

import re

import pytest

from massage_atlas.build import Site, build_site
from massage_atlas.pages.addresses import LONGEST_LIST
from massage_atlas.pages.literature import KIND_URL, URL
from massage_atlas.pages.markdown import to_markdown
from massage_atlas.records.reference import Reference
from massage_atlas.records.vocabulary import Certainty, StudyKind
from massage_atlas.records.weight import WEIGHTS
from massage_atlas.today import today
from projects import BASE, ROOT, SAMPLES, TODAY, check, codes, write

ROW = re.compile(r'<li data-kind="([a-z-]+)" data-year="(\d+)"><a href="([^"]+)/">')


@pytest.fixture(scope="module")
def real() -> Site:
    return build_site(ROOT, today())


@pytest.fixture(scope="module")
def long(tmp_path_factory) -> Site:
    """A project with more sources than fit on one page, all of one kind but one."""
    text = BASE[SAMPLES["reference"]]
    made = {
        f"content/references/made-{n}.yml": text.replace("year: 2020", f"year: {1900 + n % 120}").replace(
            "type: rct", "type: cohort" if n == 0 else "type: rct"
        )
        for n in range(LONGEST_LIST + 50)
    }
    return build_site(write(tmp_path_factory.mktemp("long"), made), TODAY)


def rows(site: Site, url: str) -> list[tuple[str, str, str]]:
    """Give kind, year and id of each source on a page, in order."""
    html = to_markdown(next(page for page in site.pages if page.url == url))
    return [(kind, year, href.rpartition("/")[2]) for kind, year, href in ROW.findall(html)]


def test_every_kind_of_study_has_a_weight():
    """In the order of the fixed words, and each says what it cannot show."""
    assert list(StudyKind) == list(WEIGHTS)
    ranks = [list(Certainty).index(one.surest) for one in WEIGHTS.values()]
    assert {0, 1, 2, 3} == set(ranks)
    assert all("cannot" in one.cannot for one in WEIGHTS.values())


@pytest.mark.parametrize(("number", "words"), [(1, "1 Cochrane review"), (2, "2 Cochrane reviews")])
def test_kinds_are_counted_in_words(number, words):
    """A name keeps its capital inside a sentence."""
    assert words == WEIGHTS[StudyKind.COCHRANE_REVIEW].counted(number)


@pytest.mark.parametrize("kind", StudyKind)
def test_a_page_says_what_the_check_holds(kind, real, tmp_path):
    """The most that a kind can carry by its page is the most that the check lets through."""
    surest = WEIGHTS[kind].surest
    path, condition = SAMPLES["reference"], SAMPLES["condition"]
    for certainty in Certainty:
        text = re.sub(r"certainty: \S+", f"certainty: {certainty.value}", BASE[condition])
        files = {path: BASE[path].replace("type: rct", f"type: {kind.value}"), condition: text}
        files["techniques/kneading.yml"] = re.sub(
            r"certainty: \S+", "certainty: very-low", BASE["techniques/kneading.yml"]
        )
        allowed = list(Certainty).index(certainty) >= list(Certainty).index(surest)
        assert allowed == ("certainty-too-strong" not in codes(check(write(tmp_path / certainty.value, files))))
    page = to_markdown(next(page for page in real.pages if page.url == f"{KIND_URL}{kind.value}/"))
    said = {"high": "surest words", "moderate": "probably helps", "low": "may help", "very-low": "do not know"}
    assert said[surest.value] in page


def test_the_list_holds_every_source_once_by_kind(real):
    """The list of all has each source under its kind, the newest first, and leads to the page of that kind."""
    found = rows(real, URL)
    known = dict(real.library.records(Reference))
    assert sorted(known) == sorted(id_ for _, _, id_ in found)
    assert all((kind, year) == (known[id_].type.value, str(known[id_].year)) for kind, year, id_ in found)
    for kind in StudyKind:
        years = [int(year) for one, year, _ in found if one == kind.value]
        assert sorted(years, reverse=True) == years
        assert [one for one in found if one[0] == kind.value] == rows(real, f"{KIND_URL}{kind.value}/")


def test_the_filters_offer_what_there_is(real):
    """Each kind and each year of the list; without a script they are not there."""
    html = to_markdown(next(page for page in real.pages if page.url == URL))
    found = rows(real, URL)
    assert sorted({year for _, year, _ in found}, reverse=True) == re.findall(r'<option value="(\d+)">', html)
    assert {kind for kind, _, _ in found} == set(re.findall(r'<option value="([a-z-]+)">', html))
    assert '<fieldset class="filters" hidden data-of="sources">' in html
    for kind in {kind for kind, _, _ in found}:
        assert f'<a href="kind/{kind}/">' in html


def test_a_long_list_is_split_by_kind(long):
    """More than 200 sources stand on the pages of their kinds, and a kind with more than 200 has a second page."""
    assert [] == rows(long, URL)
    index = to_markdown(next(page for page in long.pages if page.url == URL))
    assert "filters" not in index
    parts = [rows(long, f"{KIND_URL}rct/"), rows(long, f"{KIND_URL}rct-2/")]
    assert [LONGEST_LIST, 50] == [len(one) for one in parts]
    assert 'href="../rct-2/"' in to_markdown(next(page for page in long.pages if page.url == f"{KIND_URL}rct/"))
    every = [id_ for one in [*parts, rows(long, f"{KIND_URL}cohort/")] for _, _, id_ in one]
    assert sorted(id_ for id_, _ in long.library.records(Reference)) == sorted(every)
