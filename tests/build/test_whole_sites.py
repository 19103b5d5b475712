"""Readers only ever meet a whole site: after a kill at any moment, with two builds at once, with a broken record."""

import random
import re
import subprocess
import time
from pathlib import Path

import pytest

from commands import BROKEN, SMALL, beside, command, environment, ran, run, small_project, tree
from massage_atlas.mkdocs_plugin import run_build

KILLS = 20
NEED_AN_ADDRESS = {"sitemap.xml", "sitemap.xml.gz", "assets/card.png", "changes.xml", "safety.xml"}
BUILDS = {"atlas": ("atlas", "build"), "mkdocs": ("mkdocs", "build", "--quiet")}


def change(project: Path, number: int) -> None:
    """Make the next site differ from the last one, on a page that is written early and on one that is written late."""
    for path, words in (("conditions/neck-pain.yml", "It is common"), ("content/claims/toxins.yml", "It sounds clean")):
        file = project / path
        text = re.sub(rf"{words}[^.]*\.", f"{words} {number}.", file.read_text(encoding="utf-8"))
        file.write_text(text, encoding="utf-8")


def kill_while_writing(name: str, project: Path, part: float, writing: float) -> bool:
    """Begin a build, and kill it when it has spent a part of its usual time on writing; tell whether it was killed."""
    with subprocess.Popen(
        command(*BUILDS[name]), cwd=project, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as build:
        while build.poll() is None and not beside(project / "site"):
            time.sleep(0.002)
        time.sleep(part * writing)
        build.kill()
        return build.wait() == -9


@pytest.mark.engine
@pytest.mark.slow
@pytest.mark.parametrize("name", BUILDS)
def test_a_killed_build_leaves_a_whole_site(name, tmp_path, monkeypatch):
    """kill -9 at 20 moments: the site is byte for byte the old or the new one, and the next build clears up."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", environment()["SOURCE_DATE_EPOCH"])
    project = small_project(tmp_path / "project")
    site = project / "site"
    ran(*BUILDS[name], cwd=project)
    begun = time.monotonic()
    run_build(project, None, None, False, lambda done, total: None)
    writing = time.monotonic() - begun
    moments = random.Random(20)
    killed = halfway = 0
    for number in range(KILLS):
        old = tree(site)
        change(project, number)
        killed += kill_while_writing(name, project, moments.uniform(0, 1.1), writing)
        after = tree(site)
        halfway += bool(beside(site))

        run_build(project, None, None, False, lambda done, total: None)
        new = tree(site)
        assert old != new
        assert after in (old, new)
        assert [] == beside(site)
    assert killed > KILLS // 2, f"only {killed} builds were killed before they ended"
    assert halfway > KILLS // 4, f"only {halfway} builds were killed while they wrote"


@pytest.mark.engine
@pytest.mark.parametrize("name", BUILDS)
@pytest.mark.parametrize("there", [True, False], ids=["over a site", "for the first time"])
def test_two_builds_at_once_both_succeed(name, there, tmp_path, small_site):
    """Both end well, the site is whole, and nothing is left beside it."""
    del small_site
    project = small_project(tmp_path / "project")
    if there:
        ran(*BUILDS[name], cwd=project)
        change(project, 1)
    builds = [
        subprocess.Popen(
            command(*BUILDS[name]), cwd=project, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        for _ in range(2)
    ]
    for build in builds:
        output, _ = build.communicate(timeout=60)
        assert 0 == build.returncode, output.decode()
    assert [] == beside(project / "site")
    ran("atlas", "build", "-d", tmp_path / "alone", cwd=project)
    assert tree(tmp_path / "alone") == tree(project / "site")


@pytest.mark.engine
@pytest.mark.parametrize("name", BUILDS)
def test_one_bad_byte_fails_the_build(name, tmp_path, small_site):
    """A build of a record with one bad byte names file, line and column, exits with 1, and leaves the site alone."""
    project = small_project(tmp_path / "project")
    site = project / "site"
    ran("atlas", "export", "site", cwd=project)  # stands for a good site: made by us, and quickly
    old = tree(site)
    good = (project / BROKEN).read_bytes()
    first, found, rest = good.partition(b"squeezed")
    assert found
    (project / BROKEN).write_bytes(first + b"sq\xffeezed" + rest)

    failed = run(*BUILDS[name], cwd=project)
    line, column = first.count(b"\n") + 1, len(first) - first.rfind(b"\n") + 2
    assert 1 == failed.returncode, failed.stdout
    assert f"{BROKEN}:{line}:{column}" in failed.stdout
    assert "byte 0xff is not UTF-8 text" in failed.stdout
    assert "Traceback" not in failed.stdout
    assert old == tree(site)
    assert [] == beside(site)


@pytest.mark.engine
def test_a_build_refuses_a_folder_of_somebody_else(tmp_path):
    """The message says why and what to do; there is no traceback, and the folder is as it was."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/thesis.txt").write_text("years of work", encoding="utf-8")
    for build in (("atlas", "build"), ("mkdocs", "build")):
        refused = run(*build, "-d", tmp_path / "mine", cwd=SMALL)
        assert 1 == refused.returncode, refused.stdout
        assert "the folder 'mine' holds files that Massage Atlas did not make" in refused.stdout
        assert "Traceback" not in refused.stdout
    assert ["thesis.txt"] == [path.name for path in (tmp_path / "mine").iterdir()]


@pytest.mark.engine
def test_a_target_elsewhere(tmp_path, small_site):
    """With -d the site, and the folder it is written in, stand elsewhere; the project stays as it was."""
    project = small_project(tmp_path / "project")
    before = tree(project)
    ran("mkdocs", "build", "--quiet", "-d", tmp_path / "far/away", cwd=project)
    ran("atlas", "-C", project, "build", "-d", "near", cwd=tmp_path)
    assert before == tree(project)
    assert tree(tmp_path / "near") == tree(tmp_path / "far/away")
    assert ["far", "near", "project"] == sorted(path.name for path in tmp_path.iterdir())
    assert set(tree(small_site)) - NEED_AN_ADDRESS == set(tree(tmp_path / "near"))
