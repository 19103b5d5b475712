"""An export builds without our plugin, in other engines, to the same addresses, ids and links."""

from pathlib import Path

import pytest

from commands import (
    ROOT,
    SMALL,
    URL,
    Html,
    broken_links,
    environment,
    html_pages,
    ids_and_links,
    ran,
    real_day,
    run,
    tree,
)

pytestmark = pytest.mark.engine

TODAY = environment(SOURCE_DATE_EPOCH=real_day())
ENGINES = {
    "zensical": ("build", "--strict", "--clean", "--config-file", "mkdocs.yml"),
    "properdocs": ("build", "--strict", "--quiet", "--config-file", "mkdocs.yml"),
}


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """Each engine in turn."""
    return str(request.param)


@pytest.fixture(scope="module")
def real_build(engine: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The export of the real library, built by one engine with all its warnings as errors."""
    return export_and_build(engine, ROOT, tmp_path_factory.mktemp(engine) / "export")


@pytest.fixture(scope="module")
def small_build(engine: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The export of the small project, built by one engine."""
    return export_and_build(engine, SMALL, tmp_path_factory.mktemp(engine) / "export")


def export_and_build(engine: str, project: Path, folder: Path) -> Path:
    """Export a project and build it."""
    env = TODAY if project == ROOT else environment()
    ran("atlas", "export", folder, "--url", URL, cwd=project, env=env)
    ran(engine, *ENGINES[engine], cwd=folder, env=env)
    return folder / "site"


@pytest.fixture(scope="module")
def ours(real_site: Path) -> dict[str, Html]:
    """The pages of our own build."""
    return dict(html_pages(real_site))


@pytest.fixture(scope="module")
def theirs(real_build: Path) -> dict[str, Html]:
    """The pages of the engine's build."""
    return dict(html_pages(real_build))


def test_the_same_addresses(ours, theirs):
    """Every page of ours is there, and no other; the page for wrong addresses is the engine's own."""
    assert len(ours) > 300
    assert list(ours) == list(theirs)


def test_the_same_ids_links_and_words(ours, theirs):
    """On every page the text has the same ids, the same links to the same places, and the same words, in order."""
    for url, page in ours.items():
        assert ids_and_links(url, page) == ids_and_links(url, theirs[url]), url
        assert page.words == theirs[url].words, url


def test_no_broken_links(real_build, theirs):
    """Every link inside the site leads to a page and an anchor that are there."""
    assert [] == broken_links(real_build, theirs)


def test_no_broken_links_in_our_own_build(real_site, ours):
    """The same for our own build."""
    assert [] == broken_links(real_site, ours)


def test_broken_links_are_seen(small_site):
    """What the tests above rely on: a missing page, a missing anchor and a way out of the site are found."""
    page = small_site / "techniques/kneading/index.html"
    good = page.read_text(encoding="utf-8")
    try:
        for href in ("../gone/", "../stroking/#gone", "#gone", "../../../gone/", "../../assets/gone.css"):
            page.write_text(good.replace("</main>", f'<a href="{href}">x</a></main>'), encoding="utf-8")
            assert [f"techniques/kneading/: {href}"] == broken_links(small_site, dict(html_pages(small_site)))
    finally:
        page.write_text(good, encoding="utf-8")
    assert [] == broken_links(small_site, dict(html_pages(small_site)))


def test_a_former_address_leads_on_in_our_build(small_site):
    """A former id has a page that leads to the record's address."""
    check_redirect(small_site)


def test_a_former_address_leads_on_in_an_export(small_build):
    """The same in every engine."""
    check_redirect(small_build)


def check_redirect(site: Path) -> None:
    """Hold that the page of a former id leads on, by itself and by a link."""
    page = dict(html_pages(site))["techniques/petrissage/"]
    refresh = [one.attributes["content"] for one in page.elements if "http-equiv" in one.attributes]
    assert ["0; url=../kneading/"] == refresh
    assert ["../kneading/"] == [one.attributes["href"] for one in page.elements if one.tag == "a"]
    assert (site / "techniques/kneading/index.html").is_file()


def test_names_are_shown_as_written(small_build):
    """Ampersands and quotes in the names of the site, of guides and of records reach the reader once escaped."""
    pages = dict(html_pages(small_build))
    assert 'Your visit & "you"' in " ".join(pages["guides/your-visit/"].words)
    assert 'Does massage wash out "toxins"?' in " ".join(pages["claims/toxins/"].words)
    assert "Kneading & stroking for <sore> backs." in " ".join(pages["references/smith-2020/"].words)


def test_assets_are_part_of_an_export(small_build):
    """Files that are published as they are come along; records do not."""
    assert (SMALL / "content/assets/note.txt").read_bytes() == (small_build / "assets/note.txt").read_bytes()
    assert [] == [path for path in tree(small_build) if path.endswith(".yml")]


def test_an_export_refuses_a_folder_of_somebody_else(tmp_path):
    """A folder that was not made by an export stays as it is, and the message says what to do."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/thesis.txt").write_text("years of work", encoding="utf-8")
    refused = run("atlas", "export", tmp_path / "mine", cwd=SMALL)
    assert 1 == refused.returncode
    assert "Error: the folder 'mine' holds files that Massage Atlas did not make" in refused.stdout
    assert "empty it, or choose another folder" in refused.stdout
    assert {"thesis.txt"} == set(tree(tmp_path / "mine"))
