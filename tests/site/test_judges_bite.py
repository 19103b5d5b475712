"""A judge that never finds anything judges nothing: each finds the fault that was put in front of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from chromium import Opened
from judging import Finding, axe, lychee, lychee_elsewhere, nu

PAGE = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body>{}</body></html>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site with a broken link, a broken fragment, a link that only works at its address, and a text too pale."""
    site = tmp_path / "www" / "massage"
    (site / "other").mkdir(parents=True)
    links = (
        '<a href="other/">good</a> <a href="gone/">gone</a> <a href="other/#gone">gone</a> <a href="/massage/">x</a>'
    )
    pale = '<p style="color: #aaa; background: #fff">Too pale to read</p>'
    (site / "index.html").write_text(PAGE.format(f"<main><h1>Title</h1>{links}{pale}<p><div>No</div></p></main>"))
    (site / "other" / "index.html").write_text(PAGE.format("<main><h1>Other</h1></main>"))
    (site / "404.html").write_text(PAGE.format('<a href="/massage/nowhere/">x</a>'))
    return site


def _what(findings: list[Finding]) -> str:
    return "\n".join(str(one) for one in findings)


def test_nu_finds_an_element_in_the_wrong_place(folder: Path) -> None:
    assert "No “p” element in scope" in _what(nu(folder))


def test_lychee_finds_broken_links_and_fragments(folder: Path) -> None:
    findings = lychee(folder, "http://127.0.0.1:1/massage/")
    assert [one.page for one in findings] == ["404.html", "index.html", "index.html"]
    assert "other#gone: Cannot find fragment" in _what(findings)


def test_lychee_finds_links_that_only_work_at_the_address(folder: Path) -> None:
    findings = lychee_elsewhere(folder)
    assert [one.page for one in findings] == ["index.html"] * 3
    assert "Cannot resolve root-relative link '/massage/'" in _what(findings)


@pytest.mark.browser
def test_axe_finds_text_too_pale_to_read(folder: Path, open_page: Callable[..., Opened]) -> None:
    findings = list(axe(open_page((folder / "index.html").as_uri()).page))
    views = [one.what for one in findings if "Too pale to read" in one.what]
    assert [view.partition(":")[0] for view in views] == [
        "color-contrast (light, 1280 px)",
        "color-contrast (dark, 1280 px)",
        "color-contrast (forced, 1280 px)",
        "color-contrast (light, 320 px)",
        "color-contrast (dark, 320 px)",
        "color-contrast (forced, 320 px)",
    ]
