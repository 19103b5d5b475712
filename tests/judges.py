"""Builds the site and lets the Nu checker, lychee and axe judge every page of it: `make judges`.

axe sees each page with every part open, in light, dark and forced colours, at 1280 and at 320 pixels. Prints counts,
then each finding; exits 1 on any.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "site"))

from chromium import SCHEMES, NoBrowser, chromium
from judging import WIDTHS, Finding, axe, lychee, lychee_elsewhere, nu
from real_site import Site, built_and_served
from states import unfold


def main() -> int:
    """Judge everything; give the exit code."""
    with tempfile.TemporaryDirectory() as folder, built_and_served(Path(folder)) as site:
        pages = len(site.addresses)
        print(f"{pages} pages at {site.url}")
        findings = [
            *_timed("Nu", f"{pages} pages", lambda: nu(site.folder)),
            *_timed("lychee", "at its address", lambda: lychee(site.folder, site.url)),
            *_timed("lychee", "anywhere else", lambda: lychee_elsewhere(site.folder)),
            *_timed("axe", f"{pages * len(SCHEMES) * len(WIDTHS)} views", lambda: _axe_everywhere(site)),
        ]
    for finding in findings:
        print(finding)
    print(f"{len(findings)} findings")
    return 1 if findings else 0


def _timed(judge: str, of: str, look: Callable[[], list[Finding]]) -> list[Finding]:
    started = time.monotonic()
    findings = look()
    print(f"{judge}, {of}: {len(findings)} findings, {time.monotonic() - started:.0f} seconds", flush=True)
    return findings


def _axe_everywhere(site: Site) -> list[Finding]:
    """Look at every page with a browser for each processor."""
    urls = [site.url + address for address in site.addresses]
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        shares = pool.map(_axe_at, [urls[first::workers] for first in range(workers)])
        return [finding for share in shares for finding in share]


def _axe_at(urls: list[str]) -> list[Finding]:
    findings = []
    with chromium() as browser:
        page = browser.new_page()
        for url in urls:
            page.goto(url)
            unfold(page)
            findings += axe(page)
    return findings


if __name__ == "__main__":
    try:
        sys.exit(main())
    except NoBrowser as error:
        sys.exit(str(error))
