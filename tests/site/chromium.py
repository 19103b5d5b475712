"""Finds a Chromium and starts it; where there is none it says so, and never lets a test pass unseen."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""What the browser is called on the systems people have."""

ARGUMENTS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking")

SCHEMES = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "light", "forced_colors": "active"},
}
"""The ways a page is coloured, as Playwright's options for a page: the reader's two schemes, and the system's own."""


class NoBrowser(Exception):
    """There is no Chromium, and none can be had."""


class Opened:
    """A tab, with all it has asked for and all it has complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.errors: list[str] = []
        """Errors in the console; a broken content security policy is one."""
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a browser.

    Raises:
        NoBrowser: with a sentence for the person at the terminal.
    """
    with sync_playwright() as playwright:
        program = find(Path(playwright.chromium.executable_path))
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


def find(own: Path) -> Path:
    """Give the system's Chromium, else Playwright's own, else (as root on Debian or Ubuntu) a fresh one.

    Raises:
        NoBrowser: when there is none of them.
    """
    found = _installed() or (own if own.is_file() else None) or _install()
    if found is None:
        raise NoBrowser(
            "The browser tests need Chromium, and none was found: install chromium or google-chrome, "
            "or run 'playwright install chromium'."
        )
    return found


def _installed() -> Path | None:
    return next((Path(program) for name in NAMES if (program := shutil.which(name))), None)


def _install() -> Path | None:
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", "chromium", "fonts-dejavu-core"]):
        subprocess.run(
            ["apt-get", "-q", *arguments],
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            check=False,
        )
    return _installed()
