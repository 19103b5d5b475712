"""What is not known, and the state of the library: the numbers of `atlas stats`, and lists that no page lets grow."""

import calendar
import html
import json
import re

import pytest
from click.testing import CliRunner

from massage_atlas.build import Site, build_site
from massage_atlas.cli import main
from massage_atlas.pages.addresses import LONGEST_LIST
from massage_atlas.pages.gaps import parts
from massage_atlas.pages.markdown import to_markdown
from massage_atlas.pages.page import Page
from massage_atlas.pages.state import URL as STATE
from massage_atlas.pages.unknown import URL
from massage_atlas.records.condition import Condition
from massage_atlas.records.freshness import in_words
from massage_atlas.records.vocabulary import Certainty
from massage_atlas.safety import safety_model
from massage_atlas.today import today
from projects import BASE, ROOT, SAMPLES, TODAY, write


@pytest.fixture(scope="module")
def real() -> Site:
    return build_site(ROOT, today())


@pytest.fixture(scope="module")
def counted(real) -> dict:
    """Give what `atlas stats` counts on the day of the library's last change, the day that its page counts by."""
    day = max(entry.record.updated for entry in real.library.entries.values())
    epoch = str(calendar.timegm(day.timetuple()))
    command = ["-C", str(ROOT), "stats", "--json"]
    return json.loads(CliRunner(env={"SOURCE_DATE_EPOCH": epoch}).invoke(main, command).output)


def page(site: Site, url: str) -> Page:
    return next(page for page in site.pages if page.url == url)


def shown(site: Site, url: str) -> dict[str, str]:
    """Give each number of a page by the name it carries."""
    return dict(re.findall(r'data-count="([^"]+)">([^<]*)<', to_markdown(page(site, url))))


def flat(values: dict, path: str = "") -> dict[str, object]:
    found = {}
    for key, value in values.items():
        name = f"{path}.{key}".strip(".")
        found |= flat(value, name) if isinstance(value, dict) else {name: value}
    return found


def test_the_state_page_shows_what_stats_counts(real, counted):
    """Every number of `atlas stats --json`, and no other; what is counted on the pages stands there only."""
    expected = {
        path: f"{value:,}" if isinstance(value, int) else in_words(today().fromisoformat(value))
        for path, value in flat(counted).items()
        if not path.startswith(("warnings_per_page", "reading_grade", "pages_over_grade"))
    }
    assert expected == shown(real, STATE)
    assert 40 < len(expected)


def test_the_state_page_says_that_nobody_signed(real):
    """The draft comes first; what is not known and how to report a mistake are one click away."""
    text = to_markdown(page(real, STATE))
    assert "Draft: no health worker has signed any page yet." in text
    assert 'href="../what-is-not-known/"' in text
    assert 'href="../about/report-a-mistake/"' in text


def test_a_signed_record_is_counted(tmp_path):
    """As soon as one page is signed, the page no longer says that none is."""
    path = SAMPLES["claim"]
    name = "signature: {name: A. Person, role: nurse, date: 2026-02-01, next: 2027-02-01}"
    site = build_site(write(tmp_path, {path: BASE[path].replace("review: draft", f"review: signed\n{name}")}), TODAY)
    text = to_markdown(page(site, STATE))
    assert "no health worker has signed any page" not in text
    assert "A health worker has signed 1 of " in text


def test_the_numbers_of_what_is_not_known_are_those_of_stats(real, counted):
    """Each part of the front page names as many as are counted."""
    numbers = {name: int(value.replace(",", "")) for name, value in shown(real, URL).items()}
    assert counted["benefits"]["by_certainty"]["very-low"] == numbers["weak-studies"]
    assert counted["rules"]["by_basis"]["convention"] == numbers["custom"]
    assert counted["pairs"]["not_checked"] == numbers["not-checked"]
    assert counted["unseen"] == numbers["not-seen"]
    assert counted["unreviewed"] == numbers["unreviewed"]


def test_the_lists_hold_what_is_counted(real):
    """Pairs add up by technique and by health matter; outcomes and rules are named on their pages."""
    found = {part.id: part for part in parts(real.library, safety_model(real.library))}
    pairs = dict(found["not-checked"].groups)
    by_technique = sum(one.count for one in pairs.pop("By technique"))
    assert found["not-checked"].number == by_technique == sum(one.count for gaps in pairs.values() for one in gaps)
    weak = html.unescape(re.sub(r"<[^>]+>", "", to_markdown(page(real, f"{URL}weak-studies/"))))
    for id_, condition in real.library.records(Condition):
        for benefit in condition.benefits:
            if benefit.certainty is Certainty.VERY_LOW:
                assert benefit.outcome in weak, id_


def test_a_benefit_takes_a_technique_off_the_list(tmp_path):
    """A technique that was looked at for a condition is listed until a benefit of that condition names it."""
    fits = "fits:\n  - {basis: convention, to: {techniques: [stroking]}, how: Gently., checked: 2026-01-10}\n"
    path = SAMPLES["condition"]
    files = {path: BASE[path] + fits if "\nfits:" not in BASE[path] else BASE[path]}
    site = build_site(write(tmp_path, files), TODAY)
    (part,) = [one for one in parts(site.library, safety_model(site.library)) if one.id == "no-study"]
    condition = site.library.record(Condition, "back-pain")
    studied = {one for benefit in condition.benefits for one in benefit.techniques}
    given = {key.id for _, gaps in part.groups for gap in gaps for key in gap.others}
    assert "stroking" in given
    assert set() == given & studied
    assert sum(len(gap.others) for _, gaps in part.groups for gap in gaps) == part.number


def test_no_list_of_gaps_grows_beyond_its_page(tmp_path):
    """More than 200 rows go on to a second page, which the first one leads to."""
    text = BASE[SAMPLES["reference"]].replace("confirmed: doi-and-title", "confirmed: memory")
    files = {f"content/references/made-{n:03}.yml": text for n in range(LONGEST_LIST + 5)}
    site = build_site(write(tmp_path, files), TODAY)
    rows = {url: to_markdown(page(site, url)).count("<li><a ") for url in (f"{URL}not-seen/", f"{URL}not-seen-2/")}
    crumbs = 2
    assert [LONGEST_LIST, 5] == [count - crumbs for count in rows.values()]
    assert 'href="../not-seen-2/"' in to_markdown(page(site, f"{URL}not-seen/"))


def test_a_custom_is_never_a_reason_to_ignore_a_rule(real):
    """Who reads that no study tested a rule reads in the same breath to keep to it."""
    text = to_markdown(page(real, f"{URL}custom/"))
    assert "Keep to them all the same." in text
