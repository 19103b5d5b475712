"""What stands under the verdict of a pair in the search: when to get help, whom to ask, and what to leave alone."""

import datetime
import json
from collections.abc import Callable

import pytest
from chromium import Opened
from playwright.sync_api import Route
from real_site import Site
from searching import ask, opened

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("deep tissue dvt", "Get medical help today."),
        ("petrissage very high blood pressure", "Call now."),
    ],
)
def test_a_pair_says_when_to_get_help(query: str, expected: str, site: Site, open_page: Open) -> None:
    page = opened(open_page(site.url).page)
    ask(page, query)
    assert expected == page.inner_text(".search-pair .urgency")


def test_a_pair_says_whom_to_ask_and_what_to_leave_alone(site: Site, open_page: Open) -> None:
    page = opened(open_page(site.url).page)
    ask(page, "deep tissue whiplash")
    said = page.inner_text(".search-pair")
    assert "Ask " in said and "Leave alone: neck." in said and "The rest may be possible" not in said


def test_what_is_possible_is_said_as_that(site: Site, open_page: Open) -> None:
    """Beside "do not have this", a bare "light strokes" would read as part of the warning."""
    page = opened(open_page(site.url).page)
    ask(page, "deep tissue blood thinner")
    said = page.inner_text(".search-pair")
    assert "Do not have this" in said and " What is possible: Light" in said


@pytest.mark.parametrize(("old", "expected"), [("none", "adapt"), ("frail-or-unsteady", "ask-first")])
def test_a_pair_wears_out_with_what_its_fact_brings(old: str, expected: str, site: Site, open_page: Open) -> None:
    """The condition itself is fresh; what it brings was checked too long ago."""

    def aged(route: Route) -> None:
        text = route.fetch().text()
        call, start, data = text.partition(",")
        facts = json.loads(data.rstrip().removesuffix(");"))
        for id_ in facts:
            if id_ == old:
                facts[id_]["closes"] = "2020-01-01"
        route.fulfill(body=f"{call}{start}{json.dumps(facts)});", content_type="text/javascript")

    page = open_page(site.url).page
    page.clock.set_fixed_time(datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC))
    page.route("**/assets/search/facts-*.js", aged)
    ask(opened(page), "petrissage parkinsons")
    assert expected == page.get_attribute(".search-pair .badge", "data-verdict")
