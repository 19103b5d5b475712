"""Pictures of pages for a person to look at: phone and desktop, in each scheme, and the page as it is printed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import product
from pathlib import Path

from chromium import SCHEMES
from playwright.sync_api import Browser
from states import State

SIZES = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 900}}
"""How large the windows are, in pixels."""

_STYLE = "body{font:1rem sans-serif} div{display:flex;gap:1rem;overflow-x:auto;align-items:start} img{border:1px solid}"


def take(browser: Browser, site: str, states: Mapping[str, State], folder: Path) -> None:
    """Write a picture of each page in each size and scheme, and an `index.html` that shows them side by side.

    Args:
        browser: Takes the pictures.
        site: The address of the site.
        states: Each page and what is done there first, by the name its pictures get.
        folder: Where the pictures are written; it is made if it is not there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for size, scheme in product(SIZES, SCHEMES):
        for name, state in states.items():
            page = browser.new_page(viewport=SIZES[size])  # which has kept nothing of what was done before
            page.emulate_media(**SCHEMES[scheme])
            page.goto(site + state.address)
            state.do(page)
            page.screenshot(path=folder / _file(name, size, scheme), full_page=state.whole)
            page.close()
    (folder / "index.html").write_text("\n".join(_index(states)) + "\n", encoding="utf-8")


def _file(name: str, size: str, scheme: str) -> str:
    return f"{'-'.join(re.findall('[a-z]+', name))}-{size}-{scheme}.png"


def _index(names: Iterable[str]) -> Iterator[str]:
    yield f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Screenshots</title><style>{_STYLE}</style>'
    for name in names:
        pictures = (
            f'<img src="{_file(name, size, scheme)}" width="{SIZES[size]["width"] // 2}" alt="{size}, {scheme}">'
            for size, scheme in product(SIZES, SCHEMES)
        )
        yield f"<h2>{escape(name)}</h2><div>{''.join(pictures)}</div>"
