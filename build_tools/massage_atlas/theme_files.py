"""The style sheet and the scripts a browser loads: parts of one idea each, joined into a few files.

A page needs one style sheet and one deferred script. The appointment sheet adds one script, and so do the lists
that can be filtered: the big table and the literature. What is sent has no comments and no spaces for the eye.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

_PARTS = Path(__file__).parent / "theme_parts"

STYLES = "assets/atlas.css"
"""Where the style sheet is published."""

SCRIPT = "assets/atlas.js"
"""Where the script of every page is published."""

HEAD_SCRIPT = "assets/head.js"
"""Where the script is published that runs before a page is painted."""

_SCRIPTS = {
    HEAD_SCRIPT: ("head",),
    SCRIPT: ("site",),
    "assets/resolver.js": ("resolver",),
    "assets/sheet.js": ("resolver", "sheet"),
    "assets/filters.js": ("filters",),
    "assets/search.js": ("search",),
}


def with_theme(made: Mapping[str, str | bytes], *, skeleton: bool) -> dict[str, str | bytes]:
    """Give each file's path in the site and its content: what was made from the records, and what a browser loads.

    A script that is made from the records, as the sheet's rules are, stands before the parts that read it.

    Args:
        made: Files made from the records, by their paths in the site.
        skeleton: Whether the styles of our own page skeleton are in; not where another theme frames the pages.
    """
    styles = ("page", "skeleton") if skeleton else ("page",)
    scripts = {path: jsmin(_joined(folders, "scripts", "*.js")) for path, folders in _SCRIPTS.items()}
    behind = {path: _text(made.get(path, "")) + f"{text}\n" for path, text in scripts.items()}
    return {**made, STYLES: f"{cssmin(_joined(styles, 'styles', '*.css'))}\n", **behind}


def _text(content: str | bytes) -> str:
    return content if isinstance(content, str) else content.decode()


def _joined(folders: tuple[str, ...], kind: str, pattern: str) -> str:
    return "\n".join(text for folder in folders for text in _parts(f"{kind}/{folder}", pattern))


@cache
def _parts(folder: str, pattern: str) -> tuple[str, ...]:
    return tuple(_read(folder, pattern))


def _read(folder: str, pattern: str) -> Iterator[str]:
    for file in sorted((_PARTS / folder).glob(pattern)):
        yield file.read_text(encoding="utf-8")
