"""The pages of the small project, as Markdown, are what they were; a change shows as a diff of tests/data/golden."""

import datetime
import shutil
from pathlib import Path

from commands import DAY, SMALL
from massage_atlas.build import build_site
from massage_atlas.export_tree import export_tree
from massage_atlas.mkdocs_plugin import site_config
from massage_atlas.publishing import MARKER
from projects import lines

EXPECTED = SMALL.parent / "expected"
UNREAD = (".css", ".js", ".png")
TODAY = datetime.datetime.fromtimestamp(int(DAY), datetime.UTC).date()


def test_the_pages_are_as_they_were(tmp_path, renew):
    """Every file of an export; `pytest tests/pages --renew` writes them anew, for a person to look at the diff."""
    config = site_config(SMALL, "https://atlas.test/")
    site = build_site(SMALL, TODAY, config.edit, config.imprint)
    assert [] == lines(site.report)
    export_tree(site, config.values, SMALL, tmp_path / "export")
    if renew:
        shutil.rmtree(EXPECTED, ignore_errors=True)
        shutil.copytree(
            tmp_path / "export", EXPECTED, ignore=shutil.ignore_patterns(MARKER, *(f"*{one}" for one in UNREAD))
        )

    expected, actual = texts(EXPECTED), texts(tmp_path / "export")
    assert list(expected) == list(actual)
    for path, text in expected.items():
        assert text.splitlines() == actual[path].splitlines(), path
    assert expected == actual


def texts(folder: Path) -> dict[str, str]:
    """Give the text of every file in a folder, but for styles, scripts and pictures, which pages have no part in."""
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != MARKER and file.suffix not in UNREAD
    }
