"""What a record says stays text: in MkDocs and in other engines it never becomes page or program.

Every text of the small project is replaced by hostile text. What is refused must be refused at its own line; what is
accepted must give pages with the very elements, attributes and links of pages made from harmless text.
"""

import copy
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from commands import SMALL, Html, html_pages, ran, resolved, small_project
from massage_atlas.diagnostics import Report
from massage_atlas.records import KINDS
from projects import TODAY, check, lines, record_of, values_of
from record_values import as_yaml

pytestmark = pytest.mark.engine

HOSTILE = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    '" onclick="alert(1)" \' onmouseover=\'alert(1)',
    "{{ 1300+37 }} {% raw %} {# x #} ${1300+37} {%- if",
    "</h1></section></div></article></main></body><b>x",
    "# **bold** *em* `code` [x](javascript:alert(1)) ![y](https://evil.test/y.png)",
    "&lt;script&gt; &#x3C;b&#62; &copy; & &&amp;",
    "- x | y { #id .class onclick=alert(1) } {: onclick=alert(1) }",
    "javascript:alert(1) <https://evil.test> https://evil.test <a@evil.test>",
    "--- !!! note ]]> <!-- <?php --> *[x]: y [^1] ^[z] $(x) \\",
    '\'; DROP TABLE x; -- "\\" \\n %3Cscript%3E',
    "{{ 1300+37 }} {% raw %}",
    'plain "quotes" & an ampersand, javascript:alert(1) or {: onclick=x }',
]


def texts(value: Any, put: Callable[[Any], None]) -> Iterator[tuple[str, Callable[[Any], None]]]:
    """Give every text inside a value, with what puts another in its place."""
    if isinstance(value, str):
        yield value, put
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, item in steps:
        yield from texts(item, lambda new, step=step: value.__setitem__(step, new))


def written(kind: str, values: dict[str, Any]) -> str:
    """Write a record with one line a text."""
    name = KINDS[kind].folder.count("/") + 1
    return f"# yaml-language-server: $schema={'../' * name}schemas/{kind}.schema.json\n{as_yaml(values)}"


def hostile_and_harmless(kind: str, text: str, first: int) -> tuple[str, str, int]:
    """Replace every text of a record that takes another one; give a hostile record, a harmless one and the count."""
    hostile, count = values_of(text), first
    harmless = copy.deepcopy(hostile)
    for (old, put), (_, put_harmless) in zip(
        texts(hostile, lambda _: None), texts(harmless, lambda _: None), strict=True
    ):
        for turn in range(len(HOSTILE)):
            text = HOSTILE[(count + turn) % len(HOSTILE)]
            put(f"{text} {count}")
            report = Report()
            if record_of(kind, written(kind, hostile), report):
                put_harmless(f"{'- ' * text.startswith('- ')}harmless {count}")  # a list is welcome where it is one
                break
            assert {"record.yml"} == {found.place.path for found in report}
            assert all(found.place.line > 1 for found in report)
        else:
            put(old)
        count += 1
    return written(kind, hostile), written(kind, harmless), count


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A project that says hostile things wherever it may, and one that says harmless things in the same places."""
    folder = tmp_path_factory.mktemp("hostile")
    hostile, harmless = small_project(folder / "hostile"), small_project(folder / "harmless")
    count = replaced = 0
    for kind in KINDS.values():
        for file in sorted((SMALL / kind.folder).glob("*.yml")):
            before = count
            bad, good, count = hostile_and_harmless(kind.name, file.read_text(encoding="utf-8"), count)
            replaced += good.count("harmless")
            assert count > before
            for project, text in ((hostile, bad), (harmless, good)):
                (project / file.relative_to(SMALL)).write_text(text, encoding="utf-8")
    guide = "content/guides/your-visit.md"
    for project, words in ((hostile, HOSTILE), (harmless, ["harmless", "text"])):
        text = (SMALL / guide).read_text(encoding="utf-8")
        for key, word in zip(("title", "description"), (words[0], words[-1]), strict=True):
            line = next(line for line in text.split("\n") if line.startswith(f"{key}:"))
            text = text.replace(line, as_yaml({key: word}).strip())
        (project / guide).write_text(text, encoding="utf-8")
        assert [] == [line for line in lines(check(project, TODAY)) if "error[" in line]
    assert replaced > 150
    return hostile, harmless


@pytest.fixture(scope="module", params=["atlas", "zensical", "properdocs"])
def sites(request: pytest.FixtureRequest, projects: tuple[Path, Path]) -> tuple[dict[str, Html], dict[str, Html]]:
    """The pages of both, built by one engine."""
    found = []
    for project in projects:
        folder = project.with_name(f"{project.name}-{request.param}")
        if request.param == "atlas":
            ran("atlas", "build", "-d", folder / "site", cwd=project)
        else:
            ran("atlas", "export", folder, cwd=project)
            ran(request.param, "build", cwd=folder)
        found.append(dict(html_pages(folder / "site")))
    return found[0], found[1]


NAMES = "a-z/"
"""The list of all names: it says once what two records have in common, so it is longer where no two are alike."""


def test_hostile_text_adds_nothing_to_a_page(sites):
    """The site has the same elements with the same attributes, and the same links, as with harmless text."""
    hostile, harmless = sites
    assert list(harmless) == list(hostile)
    for page in sorted(set(harmless) - {NAMES}):
        assert shapes({page: harmless[page]}) == shapes({page: hostile[page]}), page
    elements = [{shape[0] for shape in shapes({NAMES: pages[NAMES]})} for pages in sites]
    assert elements[1] == elements[0]
    assert addresses(harmless) == addresses(hostile)


def shapes(pages: dict[str, Html]) -> Counter[tuple[str, ...]]:
    """Count the start tags of a site by their name and the names of their attributes."""
    return Counter((one.tag, *sorted(one.attributes)) for page in pages.values() for one in page.elements)


def addresses(pages: dict[str, Html]) -> Counter[str]:
    """Count the places that a site links to or loads from."""
    return Counter(
        resolved(url, one.attributes[name])
        for url, page in pages.items()
        for one in page.elements
        for name in ("href", "src", "action", "data", "srcset", "style")
        if name in one.attributes and one.tag != "base"
    )


def test_hostile_text_is_shown_as_written(sites):
    """Readers see the characters themselves: nothing is computed, cut, or marked up."""
    hostile, _ = sites
    words = {" ".join(" ".join(page.words).split()) for page in hostile.values()}
    shown = [text for text in HOSTILE if any(" ".join(text.split()) in said for said in words)]
    assert HOSTILE == shown
    assert not any(str(1300 + 37) in said for said in words)
