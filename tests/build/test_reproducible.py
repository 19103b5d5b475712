"""The same records give the same bytes: anywhere, on any day, for anyone."""

from pathlib import Path

import pytest

from commands import DAY, SMALL, URL, environment, ran, real_day, real_project, small_project, tree

pytestmark = pytest.mark.engine
LATER = str(int(DAY) + 200 * 24 * 3600)


def build(target: Path, cwd: Path = SMALL, **changes: str) -> dict[str, str]:
    """Build a project, and give every file of the site."""
    ran("atlas", "build", "-d", target, "--url", URL, cwd=cwd, env=environment(**changes))
    return tree(target)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"TZ": "Pacific/Kiritimati"},
        {"TZ": "America/Los_Angeles"},
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "2"},
        {"SOURCE_DATE_EPOCH": LATER},
    ],
    ids=lambda changes: " ".join(f"{name}={value}" for name, value in changes.items()) or "once more",
)
def test_a_build_depends_on_the_records_alone(changes, small_site, tmp_path):
    """Locale, time zone, hash seed and day change no byte, in no file and no file's name."""
    assert tree(small_site) == build(tmp_path / "site", **changes)


def test_a_build_does_not_depend_on_the_place(small_site, tmp_path):
    """A copy of the project at another path gives the same, built from another folder."""
    project = small_project(tmp_path / "a much longer name, with spaces")
    ran("atlas", "-C", project, "build", "-d", tmp_path / "site", "--url", URL, cwd=tmp_path)
    assert tree(small_site) == tree(tmp_path / "site")


def test_plain_mkdocs_gives_the_same(small_site, tmp_path):
    """`mkdocs build` makes the site that `atlas build` makes."""
    project = small_project(tmp_path / "project")
    config = project / "mkdocs.yml"
    config.write_text(f"site_url: {URL}\n{config.read_text(encoding='utf-8')}", encoding="utf-8")
    ran("mkdocs", "build", "--quiet", "-d", tmp_path / "site", cwd=project)
    assert tree(small_site) == tree(tmp_path / "site")


def test_windows_line_ends_give_the_same(small_site, tmp_path):
    """A checkout with CRLF gives the same pages."""
    project = small_project(tmp_path / "project")
    for file in project.rglob("*.*"):
        if file.suffix in (".yml", ".md"):
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert tree(small_site) == build(tmp_path / "site", project)


def test_the_real_site_twice(real_site, tmp_path):
    """All of the real library: another path, locale, time zone, hash seed and day at once."""
    project = real_project(tmp_path / "project")
    there = {"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": real_day(40)}
    assert tree(real_site) == build(tmp_path / "site", project, **there)


def test_the_export_twice(tmp_path):
    """An export is the same bytes too, whatever stood there before."""
    project = small_project(tmp_path / "project")
    ran("atlas", "export", tmp_path / "one", "--url", URL, cwd=SMALL)
    ran("atlas", "export", tmp_path / "two", cwd=project)
    there = environment(LC_ALL="C", TZ="Pacific/Kiritimati", PYTHONHASHSEED="7", SOURCE_DATE_EPOCH=LATER)
    ran("atlas", "export", tmp_path / "two", "--url", URL, cwd=project, env=there)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
