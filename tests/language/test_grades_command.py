"""The list of reading grades, from `atlas grades` to what `atlas check` and `atlas stats` say of it."""

import json

import pytest
from click.testing import CliRunner

from commands import DAY, small_project
from massage_atlas.cli import FINE, PROBLEMS, main
from massage_atlas.language.grades import FILE

EASY = "It is slow and it is soft. " * 6
HARD = "The practitioner mobilises muscular structures progressively, rhythmically, and therapeutically. "


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    folder = small_project(tmp_path / "project")
    add(folder, EASY)
    return folder


@pytest.fixture
def atlas(project):
    """Run a command there; give its exit code and what it printed."""

    def run(*args):
        result = CliRunner().invoke(main, ["-C", str(project), *args])
        return result.exit_code, result.output

    return run


def add(project, words):
    """Write more into a text for clients."""
    file = project / "techniques/stroking.yml"
    text = file.read_text(encoding="utf-8")
    assert 1 == text.count("\nplain: ")
    file.write_text(text.replace("\nplain: ", f"\nplain: {words}"), encoding="utf-8")


def test_grades_writes_once_and_then_has_nothing_to_write(project, atlas):
    """The list is the same each time, sorted by page, and has the guides too."""
    code, said = atlas("grades")
    pages = [line.split(",")[0] for line in (project / FILE).read_text(encoding="utf-8").splitlines()[1:]]

    assert (FINE, f"{len(pages)} pages in {FILE}\n") == (code, said)
    assert sorted(pages) == pages
    assert "techniques/stroking" in pages
    assert (FINE, f"{len(pages)} pages in {FILE}, as before\n") == atlas("grades")


def test_without_a_list_only_the_limit_holds(project, atlas):
    """A project that never agreed to grades is not asked for them."""
    add(project, HARD)

    assert (FINE, "") == atlas("check", "--strict")


def test_a_page_that_got_harder_fails_until_that_is_agreed_to(project, atlas):
    """The check names the hard sentence and the line of the list; `atlas grades` names the page."""
    atlas("grades")
    add(project, HARD)
    code, said = atlas("check")

    assert PROBLEMS == code
    assert "error[reading-grade-worse]" in said
    assert f"::: {FILE}:" in said
    code, said = atlas("grades")
    assert FINE == code
    assert said.startswith("techniques/stroking: ")
    assert (FINE, "") == atlas("check", "--strict")


def test_a_page_that_got_easier_is_fine(project, atlas):
    """The list may lag behind what became better."""
    add(project, HARD)
    atlas("grades")
    file = project / "techniques/stroking.yml"
    file.write_text(file.read_text(encoding="utf-8").replace(HARD, "It is slow. "), encoding="utf-8")

    assert (FINE, "") == atlas("check", "--strict")


def test_a_broken_record_is_neither_missing_nor_gone(project, atlas):
    """While a record cannot be read, its own problem is the only one."""
    atlas("grades")
    file = project / "techniques/stroking.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("family:", "kin:"), encoding="utf-8")
    _, said = atlas("check", "--format", "lines")

    assert "unknown-key" in said
    assert "grades-stale" not in said


def test_stats_tell_how_hard_the_pages_are(project, atlas):
    """The middle, the hardest by name, and those above the limit; the same as JSON."""
    _, said = atlas("stats")
    assert "\nreading grade: median " in said
    assert "\npages over grade: none\n" in said
    add(project, HARD * 9)
    _, said = atlas("stats")
    grade = json.loads(atlas("stats", "--json")[1])

    assert f", highest {grade['reading_grade']['highest']:.1f} (techniques/stroking)\n" in said
    assert "\npages over grade: techniques/stroking\n" in said
    assert ["techniques/stroking"] == grade["pages_over_grade"]
