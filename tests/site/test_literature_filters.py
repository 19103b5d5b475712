"""The list of all sources, filtered by kind and year: by keyboard, kept in the address, counted aloud."""

from collections.abc import Callable

import pytest
from chromium import Opened
from real_site import Site

pytestmark = pytest.mark.browser

ROWS = "li[data-kind]"


def test_filters_show_only_what_was_chosen(site: Site, open_page: Callable[..., Opened]) -> None:
    opened = open_page(f"{site.url}references/")
    page = opened.page
    total = page.locator(ROWS).count()
    status = page.locator(".filters [role=status]")
    assert status.inner_text() == f"{total} of {total} sources"
    page.select_option("[name=kind]", "rct")
    shown = page.locator(f"{ROWS}:visible")
    assert 0 < shown.count() < total
    assert {row.get_attribute("data-kind") for row in shown.all()} == {"rct"}
    assert status.inner_text() == f"{shown.count()} of {total} sources"
    assert page.locator(".part:visible, h2[id=guideline]:visible").count() == 1
    assert "kind=rct" in page.url
    page.click(".filters button")
    page.wait_for_function("() => !location.search")
    assert page.locator(f"{ROWS}:visible").count() == total
    assert opened.errors == []


def test_an_address_keeps_the_choice(site: Site, open_page: Callable[..., Opened]) -> None:
    page = open_page(f"{site.url}references/").page
    year = page.locator(ROWS).first.get_attribute("data-year")
    page = open_page(f"{site.url}references/?year={year}&kind=none#rct").page
    shown = page.locator(f"{ROWS}:visible").all()
    assert {row.get_attribute("data-year") for row in shown} == {year}
    assert page.input_value("[name=kind]") == ""
    page.focus("[name=kind]")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("() => location.search.includes('kind=')")
    assert f"year={year}" in page.url and page.url.endswith("#rct")


def test_without_scripts_all_sources_and_the_pages_of_kinds_are_there(
    site: Site, open_page: Callable[..., Opened]
) -> None:
    page = open_page(f"{site.url}references/", java_script_enabled=False).page
    assert page.locator(".filters").is_hidden()
    assert page.locator(f"{ROWS}:visible").count() == page.locator(ROWS).count() > 100
    assert page.locator('a[href="kind/rct/"]').first.is_visible()
