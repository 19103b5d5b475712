"""A record that cannot be read never stops the others: its page says what is wrong with it."""

import datetime
from pathlib import Path

import pytest

from commands import DAY, SMALL, small_project
from massage_atlas.build import build_site
from massage_atlas.export_tree import export_tree
from massage_atlas.pages.addresses import address
from massage_atlas.pages.markdown import to_markdown
from projects import lines

TODAY = datetime.datetime.fromtimestamp(int(DAY), datetime.UTC).date()
RECORDS = sorted(
    file.relative_to(SMALL).as_posix() for file in SMALL.rglob("*.yml") if file.parent not in (SMALL, SMALL / "content")
)
WAYS = {
    "bad byte": lambda text: text.encode() + b"\xff",
    "unknown key": lambda text: text.encode() + b"no_such_key: yes\n",
    "empty": lambda text: b"",
    "nothing but a list": lambda text: b"- one\n",
    "gone": None,
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("path", RECORDS)
def test_one_broken_record(path, way, tmp_path):
    """Whichever record it is and however it is broken: the site is made, the report names the record, and every other
    record keeps its page."""
    project = small_project(tmp_path / "project")
    whole = build_site(project, TODAY)
    file = project / path
    if way == "gone":
        file.unlink()
    else:
        file.write_bytes(WAYS[way](file.read_text(encoding="utf-8")))

    site = build_site(project, TODAY)
    key = next(key for key, entry in whole.library.entries.items() if entry.path == path)
    own = address(key).partition("#")[0]
    pages = {page.url: to_markdown(page) for page in site.pages}
    records = {page.url for page in whole.pages if page.key and page.key != key}
    assert records <= set(pages)
    if way != "gone" and key.kind != "term":
        assert "This record cannot be shown yet. Nothing on this page is advice." in pages[own]
        assert f"<code>{path}:" in pages[own]
    if way != "gone":
        assert site.report.failed()
        assert [] != [line for line in lines(site.report) if line.startswith(f"{path}:")]
    export_tree(site, {"site_name": "x"}, project, tmp_path / "out")
    assert Path(tmp_path / "out/docs/index.md").is_file()
