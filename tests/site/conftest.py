"""One build, one server and one browser for all tests of the built site."""

from collections.abc import Callable, Iterator

import pytest
from chromium import Opened, chromium
from playwright.sync_api import Browser
from real_site import Site, built_and_served


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The project's own site, served at the address it was built for."""
    with built_and_served(tmp_path_factory.mktemp("www")) as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    with chromium() as browser:
        yield browser


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Opened]]:
    """Opens an address in a fresh profile, with Playwright's options for one."""
    contexts = []

    def open_page(url: str, **options: object) -> Opened:
        context = browser.new_context(**options)
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.goto(url)
        return opened

    yield open_page
    for context in contexts:
        context.close()
