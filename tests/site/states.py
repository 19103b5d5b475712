"""What pages become in a reader's hands: parts opened, words looked up, danger typed, a sheet filled in."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page
from real_site import KINDS
from searching import ask, opened


@dataclass(frozen=True)
class State:
    """A page, and what a reader does there."""

    address: str
    """Of the page, in the site."""
    do: Callable[[Page], object] = lambda page: None
    whole: bool = True
    """Whether all of the page matters to the eye, and not only what the window shows."""


def unfold(page: Page) -> None:
    """Open every part of a page, and show the text for clients and the text for students together."""
    page.evaluate(
        """() => {
          delete document.documentElement.dataset.lens;
          document.querySelectorAll('details').forEach(part => { part.open = true });
        }"""
    )


def _searched(text: str) -> State:
    return State("", lambda page: ask(opened(page), text), whole=False)


def _ticked(*boxes: str) -> Callable[[Page], None]:
    def tick(page: Page) -> None:
        for box in boxes:
            page.check(f'.sheet-form [value="{box}"]:visible >> nth=0')

    return tick


def _asked(page: Page) -> None:
    """Tick what asks for more, and find a medicine by its brand."""
    _ticked("cancer", "pregnant", "blood-thinner", "thin-bones")(page)
    page.fill("#finder", "head")
    page.check(".found input >> nth=0")
    page.fill("#finder", "neck")
    page.locator(".found input").first.wait_for()


def _answered(page: Page) -> None:
    _ticked("one-leg", "cancer", "blood-thinner", "pregnant")(page)
    page.click('[data-do="make"]')
    page.click("text=More, for later")


def _handed_over(page: Page) -> None:
    _answered(page)
    page.click('[data-do="show"]')


def _menu(page: Page) -> None:
    """Open the sections, which are behind a button where there is no room for them."""
    button = page.locator(".menu-button")
    if button.is_visible():
        button.click()


def _marked(page: Page) -> None:
    page.check("[name=map-side][value=front]")
    for layer in page.locator("[name=map-layer]").all():
        layer.check()


def _filtered(page: Page) -> None:
    page.select_option("[name=verdict]", "adapt")
    page.locator(".matrix tbody tr:visible td summary").first.click()


STATES = {
    "menu": State(KINDS["condition"], _menu, whole=False),
    "search for a name": _searched("siatica"),
    "search for danger": _searched("chest pain and short of breath"),
    "search for an area": _searched("my knee hurts"),
    "search for a pair": _searched("cupping with warfarin"),
    "search for nothing": _searched("xylophone"),
    "word": State(KINDS["condition"], lambda page: page.locator("a.atlas-term:visible").first.focus(), whole=False),
    "marked map": State(KINDS["regions"], _marked),
    "filtered matrix": State(KINDS["matrix"], _filtered),
    "asked sheet": State(KINDS["sheet"], _asked),
    "answered sheet": State(KINDS["sheet"], _answered),
    "sheet for a therapist": State(KINDS["sheet"], _handed_over, whole=False),
    **{
        f"{kind}, for students": State(f"{KINDS[kind]}?for=students")
        for kind in ("technique", "condition", "sign", "approach", "region", "structure")
    },
    **{f"{kind}, unfolded": State(KINDS[kind], unfold) for kind in ("technique", "condition", "medicine", "approach")},
}
"""By name."""
