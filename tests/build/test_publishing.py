"""A finished build takes the old one's place in one step, and nothing that was not made here is ever replaced."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from commands import beside, tree
from massage_atlas import publishing
from massage_atlas.publishing import MARKER, NotOurFolder, Staging, exchange_by_renames, refuse_foreign, staged


def publish(target: Path, text: str) -> None:
    """Build a site of one page."""
    with staged(target) as fresh:
        (fresh / "index.html").write_text(text, encoding="utf-8")


def content(target: Path) -> dict[str, str]:
    """Give the texts of a site's files, without the marker."""
    return {path.name: path.read_text(encoding="utf-8") for path in target.iterdir() if path.name != MARKER}


def names(folder: Path) -> list[str]:
    """Give the names of what is in a folder."""
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where a site is built, with nothing there yet."""
    return tmp_path / "site"


@pytest.fixture(params=["at once", "by renames"])
def any_system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test on a system that can exchange folders in one step, and on one that cannot."""
    if request.param == "by renames":
        monkeypatch.setattr(publishing, "_exchanged_at_once", lambda fresh, target: False)


def test_a_first_build_makes_the_folder(target):
    """Where nothing stood, the build stands, with its marker and nothing beside it."""
    publish(target, "one")
    assert {"index.html": "one"} == content(target)
    assert (target / MARKER).is_file()
    assert ["site"] == names(target.parent)


def test_folders_above_the_target_are_made(tmp_path):
    """A place that does not exist yet is made, whatever its depth."""
    publish(tmp_path / "a/b/site", "one")
    assert {"index.html": "one"} == content(tmp_path / "a/b/site")


@pytest.mark.usefixtures("any_system")
def test_a_build_replaces_all_of_the_old_one(target):
    """Files that the new build does not have are gone; nothing is left beside it."""
    with staged(target) as fresh:
        (fresh / "old.html").write_text("old", encoding="utf-8")
    publish(target, "new")
    assert {"index.html": "new"} == content(target)
    assert ["site"] == names(target.parent)
    publish(target, "newer")
    assert {"index.html": "newer"} == content(target)


def test_others_can_read_the_site(target):
    """A web server of another user can read what was built."""
    publish(target, "one")
    assert 0o755 == stat.S_IMODE(target.stat().st_mode)


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt(), ValueError("x")])
def test_an_error_while_writing_leaves_the_old_site(target, error):
    """A full disk, Ctrl-C or a bug: the old site stays byte for byte, and nothing is left beside it."""
    publish(target, "old")
    before = tree(target)
    with pytest.raises(type(error)), staged(target) as fresh:
        (fresh / "index.html").write_text("half", encoding="utf-8")
        raise error
    assert before == tree(target)
    assert ["site"] == names(target.parent)


def test_an_exchange_that_fails_leaves_the_old_site(target, monkeypatch):
    """When the folders cannot change places, the old one is where it was, and the fresh one goes."""
    publish(target, "old")
    monkeypatch.setattr(publishing, "_exchanged_at_once", lambda fresh, target: False)
    rename = Path.rename

    def full(self: Path, to: Path) -> Path:
        if self.name.startswith(".site.new-"):
            raise OSError(28, "No space left on device")
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(OSError, match="No space"):
        publish(target, "new")
    assert {"index.html": "old"} == content(target)
    assert ["site"] == names(target.parent)


def test_exchange_by_renames_swaps_two_folders(tmp_path):
    """Each folder ends where the other was."""
    fresh, target = tmp_path / ".site.new-x", tmp_path / "site"
    for folder, text in ((fresh, "new"), (target, "old")):
        folder.mkdir()
        (folder / "index.html").write_text(text, encoding="utf-8")
    exchange_by_renames(fresh, target)
    assert ({"index.html": "new"}, {"index.html": "old"}) == (content(target), content(fresh))
    assert [".site.new-x", "site"] == names(tmp_path)


@pytest.mark.parametrize("renames", [0, 1, 2, 3])
def test_a_kill_between_renames_is_mended_by_the_next_build(target, renames):
    """However far the renames came, one whole site is there after the next build, even one that writes nothing."""
    publish(target, "old")
    script = f"""
import os, pathlib, shutil, sys
from massage_atlas import publishing
rename, left = pathlib.Path.rename, [{renames}]
def until_killed(self, to):
    if not left[0]:
        os._exit(9)
    done = rename(self, to)
    left[0] -= 1
    return done
pathlib.Path.rename = until_killed
shutil.rmtree = lambda *_, **__: os._exit(9)
publishing._exchanged_at_once = lambda fresh, target: False
staging = publishing.Staging(pathlib.Path(sys.argv[1]))
(staging.folder / "index.html").write_text("new")
staging.publish()
"""
    assert 9 == subprocess.run([sys.executable, "-c", script, target], check=False).returncode
    assert ["site"] != names(target.parent)

    Staging(target).discard()
    assert {"index.html": "new" if renames > 1 else "old"} == content(target)
    assert ["site"] == names(target.parent)


def test_a_folder_beside_the_site_that_was_not_made_here_is_left_alone(target):
    """Only what a build moved aside goes back or away; a person's folder of that name is neither."""
    aside = target.with_name(".site.old")
    aside.mkdir()
    (aside / "letter.txt").write_text("mine", encoding="utf-8")
    for text in ("one", "two"):
        publish(target, text)
        assert {"index.html": text} == content(target)
        assert {"letter.txt": "mine"} == content(aside)


def test_leftovers_of_killed_builds_are_cleared(target):
    """The folders of builds that are no longer running go at the next build, with or without a marker."""
    publish(target, "old")
    for name, marked in ((".site.new-abc", True), (".site.new-def", False)):
        folder = target.with_name(name)
        folder.mkdir()
        (folder / "half.html").write_text("half", encoding="utf-8")
        if marked:
            (folder / MARKER).touch()
    publish(target, "new")
    assert ["site"] == names(target.parent)


def test_the_folder_of_a_living_build_is_left_alone(target):
    """A build in another process keeps its folder while it runs, and loses it when it was killed."""
    script = (
        "import sys, time; from pathlib import Path; from massage_atlas.publishing import Staging;"
        "staging = Staging(Path(sys.argv[1])); print(staging.folder, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", script, target], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        folder = Path(other.stdout.readline().strip())
        try:
            publish(target, "mine")
            assert folder.is_dir()
        finally:
            other.kill()
    publish(target, "mine again")
    assert not folder.exists()


def test_two_builds_in_one_process_both_publish(target):
    """The one that ends last stays; both had a folder of their own."""
    first, second = Staging(target), Staging(target)
    for staging, text in ((first, "first"), (second, "second")):
        (staging.folder / "index.html").write_text(text, encoding="utf-8")
    first.publish()
    assert {"index.html": "first"} == content(target)
    second.publish()
    assert {"index.html": "second"} == content(target)
    assert [] == beside(target)


def test_a_foreign_folder_is_refused(target):
    """A folder with files that were not made here is never touched, and the message names it."""
    target.mkdir()
    (target / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(NotOurFolder, match="the folder 'site' holds files that Massage Atlas did not make"):
        Staging(target)
    assert {"thesis.txt": "years of work"} == content(target)
    assert ["site"] == names(target.parent)


def test_a_folder_that_becomes_foreign_during_the_build_is_refused(target):
    """Files that somebody puts into the empty target while a build runs are not lost."""
    with pytest.raises(NotOurFolder), staged(target) as fresh:
        (fresh / "index.html").write_text("new", encoding="utf-8")
        target.mkdir()
        (target / "thesis.txt").write_text("years of work", encoding="utf-8")
    assert {"thesis.txt": "years of work"} == content(target)
    assert ["site"] == names(target.parent)


def test_a_file_is_refused(target):
    """A file of that name stays."""
    target.write_text("mine", encoding="utf-8")
    with pytest.raises(NotOurFolder, match="'site' is not a folder"):
        Staging(target)
    assert "mine" == target.read_text(encoding="utf-8")


@pytest.mark.parametrize("exists", [True, False])
def test_a_shortcut_is_refused(target, exists):
    """A symbolic link stays, wherever it leads."""
    other = target.with_name("other")
    if exists:
        other.mkdir()
    target.symlink_to(other)
    with pytest.raises(NotOurFolder, match="'site' is not a folder"):
        Staging(target)
    assert target.is_symlink()


def test_an_empty_folder_is_accepted(target):
    """A folder that somebody has prepared is used."""
    target.mkdir()
    refuse_foreign(target)
    publish(target, "one")
    assert {"index.html": "one"} == content(target)
