"""Inside MkDocs: a strict build passes on the real library, and a broken record never stops a server."""

import re
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands import BROKEN, ROOT, SMALL, command, environment, parsed, ran, real_day, run, small_project, tree

pytestmark = pytest.mark.engine


def test_a_strict_build_of_the_real_library_passes(tmp_path):
    """`mkdocs build --strict` has nothing to warn of."""
    said = ran(
        "mkdocs", "build", "--strict", "-d", tmp_path / "site", cwd=ROOT, env=environment(SOURCE_DATE_EPOCH=real_day())
    )
    assert [] == [line for line in said.splitlines() if line.startswith(("WARNING", "ERROR"))]
    assert (tmp_path / "site/index.html").is_file()


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("[[no-such-record]]", "there is no record 'no-such-record'"),
        ("[gone](gone.md)", "'gone.md' is written as a file's address"),
        ("[here](#no-such-part)", "#no-such-part"),
        ("![](gone.png)", "gone.png"),
    ],
)
@pytest.mark.parametrize("name", ["mkdocs", "atlas"])
def test_a_strict_build_fails_on_a_broken_link_in_a_guide(link, words, name, tmp_path):
    """Whether it leads to a record, a page, an anchor or a picture; the message names it, and nothing is published."""
    project = small_project(tmp_path / "project")
    guide = project / "content/guides/your-visit.md"
    guide.write_text(f"{guide.read_text(encoding='utf-8')}\nSee {link}.\n", encoding="utf-8")
    failed = run(name, "build", "--strict", "-d", tmp_path / "site", cwd=project)
    assert 1 == failed.returncode, failed.stdout
    assert words in failed.stdout
    assert "your-visit.md" in failed.stdout
    assert "Traceback" not in failed.stdout
    assert ["project"] == [path.name for path in tmp_path.iterdir()]


def test_a_broken_guide_head_fails_the_build(tmp_path):
    """A guide whose head is broken is named with its line."""
    project = small_project(tmp_path / "project")
    guide = project / "content/guides/your-visit.md"
    guide.write_text(guide.read_text(encoding="utf-8").replace("review: draft", "review: drafd"), encoding="utf-8")
    failed = run("mkdocs", "build", "-d", tmp_path / "site", cwd=project)
    assert 1 == failed.returncode, failed.stdout
    assert "content/guides/your-visit.md:6:9" in failed.stdout


def test_a_file_where_a_record_has_its_page_is_reported(tmp_path):
    """A published file cannot stand in the place of a record's page without anybody noticing."""
    project = small_project(tmp_path / "project")
    (project / "content/index.md").write_text("# Mine\n", encoding="utf-8")
    failed = run("mkdocs", "build", "--strict", "-d", tmp_path / "site", cwd=project)
    assert 1 == failed.returncode, failed.stdout
    assert "index.md" in failed.stdout


def test_a_projects_own_robots_file_stands(tmp_path):
    """A clinic that has rules of its own for search engines keeps them, in a build and in an export."""
    project = small_project(tmp_path / "project")
    (project / "content/robots.txt").write_text("User-agent: *\nDisallow: /\n", encoding="utf-8")
    ran("mkdocs", "build", "--strict", "--quiet", "-d", tmp_path / "site", cwd=project)
    ran("atlas", "export", tmp_path / "out", "--url", "https://clinic.test/", cwd=project)
    for file in (tmp_path / "site/robots.txt", tmp_path / "out/docs/robots.txt"):
        assert "User-agent: *\nDisallow: /\n" == file.read_text(encoding="utf-8")


def test_a_build_without_an_address_says_what_it_leaves_out(tmp_path):
    """One line, in both commands, that says how to have it; with an address there is none."""
    project = small_project(tmp_path / "project")
    for args in (("atlas", "build"), ("mkdocs", "build")):
        said = ran(*args, "-d", tmp_path / "site", cwd=project)
        assert 1 == said.count("No address is set, so these are left out: sitemap.xml, the feeds"), args
    said = ran("atlas", "build", "-d", tmp_path / "site", "--url", "https://clinic.test/", cwd=project)
    assert "No address is set" not in said


def test_a_project_without_the_plugin_is_told(tmp_path):
    """`atlas build` names the plugin that mkdocs.yml lacks."""
    project = small_project(tmp_path / "project")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("  - massage_atlas", "  - search"), encoding="utf-8")
    for args in (("build",), ("export", tmp_path / "out")):
        failed = run("atlas", *args, cwd=project)
        assert 1 == failed.returncode, failed.stdout
        assert "mkdocs.yml does not name the plugin 'massage_atlas'" in failed.stdout
        assert "Traceback" not in failed.stdout


def test_records_are_not_published_as_files(small_site):
    """No YAML file, and nothing of the theme below ours, is part of the site."""
    files = [path for path in tree(small_site) if not path.endswith("/")]
    assert [] == [path for path in files if path.endswith((".yml", ".md", ".jinja")) or "bundle" in path]
    assert [] == [path for path in files if path.startswith(("assets/javascripts/", "assets/stylesheets/"))]
    assert (SMALL / "content/assets/note.txt").read_bytes() == (small_site / "assets/note.txt").read_bytes()


@pytest.fixture(params=["atlas", "mkdocs"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A project that is served, and the address of its server."""
    project = small_project(tmp_path / "project")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (tmp_path / "log").open("w", encoding="utf-8")
    running = subprocess.Popen(
        command(request.param, "serve", "-a", f"127.0.0.1:{port}"),
        cwd=project,
        env=environment(),
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        yield project, f"http://127.0.0.1:{port}/"
    finally:
        running.kill()
        running.wait()
        log.close()


def get(url: str) -> str:
    """Fetch a page; nothing while there is no server."""
    try:
        with urllib.request.urlopen(url, timeout=20) as page:
            return str(page.read().decode())
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""


def wait_for(url: str, words: str) -> str:
    """Fetch a page until it says something, and give the words of its text in one line."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        said = " ".join(parsed(get(url)).words)
        if words in said:
            return said
        time.sleep(0.1)
    raise AssertionError(f"{url} does not say '{words}'; it says: {said}")


@pytest.mark.slow
def test_a_broken_record_shows_its_problems_while_served(server):
    """Its own page says what is wrong, the other pages stay; when it is mended, the page is back."""
    project, url = server
    broken = project / BROKEN
    good = broken.read_text(encoding="utf-8")
    page = f"{url}{BROKEN.removesuffix('.yml')}/"
    wait_for(page, "Muscle is lifted")

    broken.write_text(good.replace("family: kneading", "family: kneeding"), encoding="utf-8")
    said = wait_for(page, "This record cannot be shown yet.")
    line = 1 + good[: good.index("family:")].count("\n")
    assert f"{BROKEN}:{line}:9 unknown-word : 'kneeding' is not a word for 'family'" in said
    assert re.search(r"a known name close to this is 'kneading'", said)
    wait_for(f"{url}techniques/stroking/", "Flat hands slide over the skin.")
    wait_for(f"{url}conditions/back-pain/", "Pain between the ribs and the hips.")

    broken.write_bytes(good.encode() + b"\xff")
    wait_for(page, "byte 0xff is not UTF-8 text")

    broken.write_text(good, encoding="utf-8")
    wait_for(page, "Muscle is lifted")
