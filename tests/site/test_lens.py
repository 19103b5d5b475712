"""A page shows its text for clients or for students; what is about safety belongs to both."""

from collections.abc import Callable

import pytest
from chromium import Opened
from playwright.sync_api import Page, expect
from real_site import Site

pytestmark = pytest.mark.browser

PAGE = "conditions/sciatica/"
FOR_CLIENTS, FOR_STUDENTS, FOR_BOTH = "h2#about", "h2#assessment", "h2#massage"


def _shown(page: Page) -> list[str]:
    return [one for one in (FOR_CLIENTS, FOR_STUDENTS, FOR_BOTH) if page.locator(one).is_visible()]


def test_a_page_is_for_clients_first(site: Site, open_page: Callable[..., Opened]) -> None:
    page = open_page(site.url + PAGE).page
    assert [FOR_CLIENTS, FOR_BOTH] == _shown(page)
    assert page.get_by_label("Clients").is_checked()
    assert None is page.evaluate("() => localStorage.getItem('atlas-lens')")


def test_students_see_their_text_here_and_on_the_next_page(site: Site, open_page: Callable[..., Opened]) -> None:
    """The choice is kept in the browser, stands in the address, and is said aloud; focus stays."""
    page = open_page(site.url + PAGE).page
    page.get_by_label("Students").check()
    assert [FOR_STUDENTS, FOR_BOTH] == _shown(page)
    assert page.url.endswith("?for=students")
    assert "students" in page.inner_text(".lens [role='status']")
    assert "study" == page.evaluate("() => document.activeElement.value")
    page.goto(site.url + "techniques/petrissage/")
    assert page.get_by_label("Students").is_checked()
    page.get_by_label("Clients").check()
    assert None is page.evaluate("() => localStorage.getItem('atlas-lens')")


def test_a_shared_address_shows_what_it_names(site: Site, open_page: Callable[..., Opened]) -> None:
    page = open_page(f"{site.url}{PAGE}?for=students").page
    assert [FOR_STUDENTS, FOR_BOTH] == _shown(page)
    assert None is page.evaluate("() => localStorage.getItem('atlas-lens')")


def test_a_link_into_the_other_text_shows_it(site: Site, open_page: Callable[..., Opened]) -> None:
    page = open_page(f"{site.url}{PAGE}#assessment").page
    expect(page.locator(FOR_STUDENTS)).to_be_in_viewport()


def test_the_lens_never_changes_what_is_about_safety(site: Site, open_page: Callable[..., Opened]) -> None:
    """Badges, urgency cards and the strip are the same for both."""
    for address in (PAGE, "techniques/deep-tissue/", "contraindications/dvt/", "approaches/pregnancy-massage/"):
        seen = []
        for choice in ("clients", "students"):
            page = open_page(f"{site.url}{address}?for={choice}").page
            seen.append(
                page.eval_on_selector_all(
                    "main :is(.badge, .strip, .card)",
                    "all => all.filter(one => one.checkVisibility()).map(one => one.textContent)",
                )
            )
        assert seen[0] == seen[1], address
        assert seen[0], address


def test_without_scripts_both_texts_stand(site: Site, open_page: Callable[..., Opened]) -> None:
    page = open_page(f"{site.url}{PAGE}?for=students", java_script_enabled=False).page
    assert [FOR_CLIENTS, FOR_STUDENTS, FOR_BOTH] == _shown(page)
    assert not page.locator(".lens").is_visible()
