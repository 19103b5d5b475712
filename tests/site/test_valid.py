"""The HTML of every page is valid, and every link and fragment leads somewhere, wherever the site lies."""

import shutil
from pathlib import Path

from judging import lychee, lychee_elsewhere, nu
from real_site import Site


def test_every_page_is_valid_html_without_a_warning(site: Site) -> None:
    assert nu(site.folder) == []


def test_every_link_works_at_the_address_the_site_was_built_for(site: Site) -> None:
    assert lychee(site.folder, site.url) == []


def test_every_link_works_when_the_folder_lies_somewhere_else(site: Site, tmp_path: Path) -> None:
    assert lychee_elsewhere(Path(shutil.copytree(site.folder, tmp_path / "another" / "name"))) == []
