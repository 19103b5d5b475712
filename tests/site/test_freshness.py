"""A site that nobody looks after grows careful by the reader's own clock: on a page, on the sheet, in the matrix."""

import datetime
from collections.abc import Callable

import pytest
from chromium import Opened
from playwright.sync_api import Browser, Page
from real_site import Site

pytestmark = pytest.mark.browser

CONDITION, SIGN, MATRIX = "conditions/carpal-tunnel/", "contraindications/leg-clot-signs/", "matrix/medicines/"
MILDER = ("avoid-area", "adapt", "no-warning", "not-checked")
PLAN = "approaches/oncology-massage/"
MILD_WORDS = (
    "No warning found",
    "We looked",
    "We found no rule",
    "With changes",
    "massage need changes",
    "Massage needs changes",
)
ASK = "Ask your therapist or doctor"

OpenAt = Callable[[str, datetime.date], Page]


@pytest.fixture
def open_at(site: Site, open_page: Callable[..., Opened], browser: Browser) -> OpenAt:
    """Opens a page on another day."""
    del open_page

    def open_at(address: str, day: datetime.date) -> Page:
        page = browser.new_context().new_page()
        page.clock.set_fixed_time(datetime.datetime.combine(day, datetime.time(12), datetime.UTC))
        page.goto(site.url + address)
        return page

    return open_at


def _day(site: Site, address: str, name: str) -> datetime.date:
    line = next(one for one in site.page(address).iter() if one.get(f"data-{name}"))
    return datetime.date.fromisoformat(line.get(f"data-{name}", ""))


def _days(site: Site, address: str) -> set[datetime.date]:
    """Give every day on which something on a page closes."""
    days = (one.get("data-closes") for one in site.page(address).iter())
    return {datetime.date.fromisoformat(day) for day in days if day}


def _verdicts(page: Page, inside: str = "main") -> list[str]:
    return page.eval_on_selector_all(
        f"{inside} .badge[data-verdict]", "all => all.filter(b => !b.closest('.legend')).map(b => b.dataset.verdict)"
    )


def test_on_its_last_day_a_page_says_nothing(site: Site, open_at: OpenAt) -> None:
    page = open_at(CONDITION, _day(site, CONDITION, "due"))
    assert "Draft. No health worker has signed" in page.inner_text(".review-line")
    assert set(_verdicts(page)) & set(MILDER)


def test_past_its_check_date_a_page_says_so_and_keeps_its_verdicts(site: Site, open_at: OpenAt) -> None:
    due = _day(site, CONDITION, "due")
    page = open_at(CONDITION, due + datetime.timedelta(1))
    date = f"{due.day} {due:%B} {due.year}"
    assert page.inner_text(".review-line") == (f"This page is past its check date ({date}). Do not rely on it. {ASK}.")
    assert set(_verdicts(page)) & set(MILDER)


@pytest.mark.parametrize("address", [CONDITION, "conditions/stroke-recovery/", "techniques/petrissage/", PLAN])
def test_past_the_hard_limit_every_milder_verdict_becomes_ask(address: str, site: Site, open_at: OpenAt) -> None:
    last = max(_days(site, address))
    before = _verdicts(open_at(address, min(_days(site, address))))
    page = open_at(address, last + datetime.timedelta(1))
    assert _verdicts(page) == ["ask-first" if one in MILDER else one for one in before]
    assert set(before) & {*MILDER, "avoid"}
    assert set(page.locator(".badge[data-was]").all_text_contents()) <= {f"Verdict: {ASK}"}
    for said in MILD_WORDS:
        assert said not in page.inner_text("main"), said


def test_red_flags_and_urgency_cards_stay_as_they_are(site: Site, open_at: OpenAt) -> None:
    for address in (CONDITION, SIGN):
        last = _day(site, address, "closes")
        before, after = (open_at(address, last + datetime.timedelta(days)) for days in (0, 1))
        for part in (".strip", ".card"):
            assert before.locator(part).all_inner_texts() == after.locator(part).all_inner_texts()
    stricter = [one for one in _verdicts(before) if one not in MILDER]
    assert [one for one in _verdicts(after) if one not in MILDER][: len(stricter)] == stricter


def test_the_matrix_closes_by_its_records(site: Site, open_at: OpenAt) -> None:
    days = _days(site, MATRIX)
    assert set(_verdicts(open_at(MATRIX, min(days)), ".matrix")) & set(MILDER)
    page = open_at(MATRIX, max(days) + datetime.timedelta(1))
    assert set(_verdicts(page, ".matrix")) <= {"emergency", "avoid", "ask-first"}
    assert page.locator(".legend .badge[data-was]").count() == 0
    hidden = page.locator(".matrix [data-label]:not(td)").all_text_contents()
    assert {one for one in hidden if "changes" in one or "warning" in one or "area" in one} == set()


def test_the_sheet_asks_where_its_rules_are_too_old(site: Site, open_at: OpenAt) -> None:
    last = _day(site, "sheet/", "closes")
    parts: dict[int, dict[str, str]] = {}
    for days in (0, 1):
        page = open_at("sheet/", last + datetime.timedelta(days))
        for value in ("one-leg", "thin-bones"):
            page.check(f'[data-facts][value="{value}"]')
        page.click('[data-do="make"]')
        parts[days] = {
            name: page.locator(f'#sheet [data-part="{name}"]').inner_text() for name in ("wait", "ask", "tell")
        }
    assert parts[0]["wait"] == parts[1]["wait"]
    assert "Thin bones" in parts[0]["tell"] and "Thin bones" not in parts[0]["ask"]
    assert "Thin bones" in parts[1]["ask"] and "your therapist or doctor" in parts[1]["ask"]
    assert "Thin bones" not in parts[1]["tell"]


def test_an_overdue_sheet_says_so_on_the_sheet_itself(site: Site, open_at: OpenAt) -> None:
    page = open_at("sheet/", _day(site, "sheet/", "due") + datetime.timedelta(1))
    page.check('[value="one-leg"]')
    page.click('[data-do="make"]')
    assert "past its check date" in page.inner_text("#sheet")


@pytest.mark.parametrize("query", ["", "?verdict=avoid", "?family=pressure", "?differences=1"])
def test_the_filters_of_the_matrix_are_kept_in_the_address(
    query: str, site: Site, open_page: Callable[..., Opened]
) -> None:
    opened = open_page(f"{site.url}{MATRIX}{query}")
    page = opened.page
    shown = page.locator(".matrix tbody tr:visible").count()
    page.select_option("[name=verdict]", "adapt")
    assert "verdict=adapt" in page.url
    page.click(".filters button")
    page.wait_for_function("() => !location.search")
    assert page.locator(".matrix tbody tr:visible").count() >= shown
    assert opened.errors == []
