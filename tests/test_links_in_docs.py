"""Documentation that leads to nowhere is worse than none."""

from urllib.parse import unquote

import pytest

from markdown_files import DOCS, ROOT, anchors, links

FILES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_relative_link_leads_to_a_file_and_heading(file):
    """A link to a file of the project names one that is there, and a heading that it has."""
    broken = []
    for link in links(file):
        if link.startswith(("http:", "https:", "mailto:")):
            continue
        path, _, fragment = unquote(link).partition("#")
        target = (file.parent / path).resolve() if path else file
        headings = anchors(target) if target.suffix == ".md" and target.is_file() else set()
        if not target.exists() or not target.is_relative_to(ROOT) or (fragment and fragment not in headings):
            broken.append(link)

    assert [] == broken


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_link_to_an_outside_page_is_unencrypted(file):
    """A link that leaves the project uses https; a local address may not."""
    local = "http://127.0.0.1:"

    assert [] == [link for link in links(file) if link.startswith("http:") and not link.startswith(local)]


def test_every_page_of_the_documentation_is_in_its_index():
    """Whoever opens the index finds every other page from there."""
    index = DOCS / "README.md"
    listed = {(index.parent / link.partition("#")[0]).resolve() for link in links(index)}

    assert sorted(file for file in FILES if file.is_relative_to(DOCS) and file != index) == sorted(
        file for file in listed if file.suffix == ".md"
    )
