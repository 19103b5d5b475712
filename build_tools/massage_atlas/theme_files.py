"""The style sheet and the scripts a browser loads: parts of one idea each, joined into a few files.

A page needs one style sheet and one deferred script. The appointment sheet adds one script, and so do the lists
that can be filtered: the big table and the literature.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

_PARTS = Path(__file__).parent / "theme_parts"

STYLES = "assets/atlas.css"
"""Where the style sheet is published."""

SCRIPT = "assets/atlas.js"
"""Where the script of every page is published."""

HEAD_SCRIPT = "assets/head.js"
"""Where the script is published that runs before a page is painted."""

_SCRIPTS = {
    HEAD_SCRIPT: "head",
    SCRIPT: "site",
    "assets/resolver.js": "resolver",
    "assets/sheet.js": "sheet",
    "assets/filters.js": "filters",
    "assets/search.js": "search",
}


def theme_files(*, skeleton: bool) -> dict[str, str]:
    """Give each file's path in the site and its text, the parts in order of their names.

    Args:
        skeleton: Whether the styles of our own page skeleton are in; not where another theme frames the pages.
    """
    styles = ("page", "skeleton") if skeleton else ("page",)
    sheet = "\n".join(text for one in styles for text in _parts(f"styles/{one}", "*.css"))
    scripts = {path: "\n".join(_parts(f"scripts/{folder}", "*.js")) for path, folder in _SCRIPTS.items()}
    return {STYLES: sheet, **{path: text for path, text in scripts.items() if text}}


@cache
def _parts(folder: str, pattern: str) -> tuple[str, ...]:
    return tuple(_read(folder, pattern))


def _read(folder: str, pattern: str) -> Iterator[str]:
    for file in sorted((_PARTS / folder).glob(pattern)):
        yield file.read_text(encoding="utf-8")
