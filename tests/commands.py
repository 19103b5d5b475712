"""Builds projects as people do, with the real commands, and reads what came out."""

import datetime
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from projects import ROOT

SMALL = ROOT / "tests/data/golden/project"
"""A project with one or two records of each kind."""

DAY = "1780272000"
"""1 June 2026 as SOURCE_DATE_EPOCH: after every date in the small project, before its checks wear out."""

BROKEN = "techniques/kneading.yml"
"""The record that tests break."""

HOST = "https://atlas.test/"
URL = f"{HOST}massage/"
"""Where the built sites pretend to be."""


def small_project(folder: Path) -> Path:
    """Copy the small project."""
    return shutil.copytree(SMALL, folder)


def real_project(folder: Path) -> Path:
    """Copy what the real site is made of."""
    for name in ("techniques", "conditions", "content"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


@cache
def real_day(later: int = 0) -> str:
    """Give the day on which the newest check of the real library was done, or some days later, as SOURCE_DATE_EPOCH.

    Tests of the real library then say the same next year.
    """
    texts = (file.read_text(encoding="utf-8") for file in ROOT.glob("[ct]*/**/*.*") if file.suffix in (".yml", ".md"))
    newest = max(
        day for text in texts for day in re.findall(r"^(?:checked|updated): ([0-9-]{10})$", text, re.MULTILINE)
    )
    moment = datetime.datetime.fromisoformat(f"{newest}T12:00:00+00:00") + datetime.timedelta(later)
    return str(int(moment.timestamp()))


def environment(**changes: str) -> dict[str, str]:
    """Give the environment of a build: the same for all, but for what a test changes."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH", "HOME", "TMPDIR")}
    return {**kept, "SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", **changes}


def command(name: str, *args: str | Path) -> list[str]:
    """Give the command line of one of the programs that are installed beside this Python."""
    return [str(Path(sys.executable).with_name(name)), *map(str, args)]


def run(
    name: str, *args: str | Path, cwd: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end; output and errors come back together."""
    return subprocess.run(
        command(name, *args),
        cwd=cwd,
        env=dict(env) if env is not None else environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
        check=False,
    )


def ran(name: str, *args: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> str:
    """Run a program that has to succeed, and give what it said."""
    done = run(name, *args, cwd=cwd, env=env)
    assert 0 == done.returncode, done.stdout
    return done.stdout


def tree(folder: Path) -> dict[str, str]:
    """Give every file of a folder, by path, with a hash of its bytes; folders end in a slash."""
    return {
        path.relative_to(folder).as_posix() + ("/" if path.is_dir() else ""): ""
        if path.is_dir()
        else hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
    }


def beside(target: Path) -> list[str]:
    """Give what builds have left beside a site."""
    return sorted(path.name for path in target.parent.glob(f".{target.name}.*"))


@dataclass
class Element:
    """A start tag."""

    tag: str
    attributes: dict[str, str]
    in_text: bool


@dataclass
class Html(HTMLParser):
    """A page: its start tags in order, and the words of its own text, without what the skeleton has around it."""

    elements: list[Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    begun: int = 0
    """How many elements are open around the text, that of the text included; 0 outside of it."""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append(Element(tag, attributes, bool(self.begun)))
        if tag not in _VOID:
            self.open.append(tag)
            if not self.begun and (tag == "article" or attributes.get("class") == "page"):
                self.begun = len(self.open)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass
            if len(self.open) < self.begun:
                self.begun = 0

    def handle_data(self, data: str) -> None:
        if self.begun and data.strip() and "script" not in self.open:
            self.words.append(" ".join(data.split()))


_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def parsed(text: str) -> Html:
    """Read a page."""
    page = Html()
    page.feed(text)
    page.close()
    return page


def html_pages(site: Path) -> Iterator[tuple[str, Html]]:
    """Read every page of a site but the one for wrong addresses, by its address relative to the site."""
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        if path != "404.html":
            yield path.removesuffix("index.html"), parsed(file.read_text(encoding="utf-8"))


def ids_and_links(url: str, page: Html) -> list[tuple[str, str]]:
    """Give the ids and the resolved links inside a page's text, in order; `__...` are the engine's own."""
    found = []
    for element in page.elements:
        if not element.in_text:
            continue
        id_ = element.attributes.get("id", "")
        if id_ and not id_.startswith("__"):
            found.append(("id", id_))
        if element.tag == "a" and "href" in element.attributes:
            found.append(("link", resolved(url, element.attributes["href"])))
    return found


def resolved(url: str, href: str) -> str:
    """Give where a link leads: an address relative to the site, or a whole one when it leads elsewhere."""
    return urljoin(f"{URL}{url}", href).removeprefix(URL)


def broken_links(site: Path, pages: Mapping[str, Html]) -> list[str]:
    """Give every link inside the site that leads to no file, or to no anchor of its page."""
    ids = {
        url: {one.attributes["id"] for one in page.elements if "id" in one.attributes} for url, page in pages.items()
    }
    broken, known = [], set()
    for url, page in pages.items():
        for element in page.elements:
            for name in ("href", "src"):
                target, mark = urldefrag(resolved(url, element.attributes.get(name, "#")))
                if (target, mark) in known or (":" in target and not target.startswith(HOST)):
                    continue
                file = site / unquote(target)
                is_there = (file / "index.html").is_file() if target in pages or file.is_dir() else file.is_file()
                if not is_there or (mark and not mark.startswith("__") and mark not in ids.get(target, {mark})):
                    broken.append(f"{url}: {element.attributes[name]}")
                else:
                    known.add((target, mark))
    return broken
