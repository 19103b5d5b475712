"""Safety corrections are told once, have happened, name what exists, and stand on their own page."""

import pytest

from massage_atlas.build import build_site
from projects import TODAY, check, lines, write

FILE = "content/safety-corrections.yml"
LIST = """\
corrections:
  - id: old
    date: 2026-01-10
    change: first
    title: The list begins
    says: Nothing yet.
  - id: fever
    date: 2026-02-01
    change: stricter
    title: Fever
    says: Wait. See [[contraindication/fever]].
    records: [contraindication/fever]
"""


def problems(tmp_path, old="", new=""):
    """Give what is wrong with the list when some of its words are others."""
    assert old in LIST
    return lines(check(write(tmp_path, {FILE: LIST.replace(old, new, 1) if old else LIST})))


def test_a_right_list_is_right(tmp_path):
    """Nothing is reported."""
    assert [] == problems(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("id: fever", "id: old", f"{FILE}:7:9: error[repeated-name]: 'old' is another correction's id"),
        ("2026-02-01", "2027-02-01", f"{FILE}:8:11: error[future-date]: 'date' is 2027-02-01, which is still to come"),
        ("records: [", "records: [condition/fever, ", f"{FILE}:12:15: error[unknown-reference]: there is no record"),
        ("[[contraindication/fever]]", "[[feber]]", f"{FILE}:11:11: error[unknown-reference]: 'feber' is not one page"),
        ("    records: [contraindication/fever]\n", "", "names the 'records' that changed"),
        ("change: stricter", "change: harder", f"{FILE}:9:13: error[unknown-word]: 'harder'"),
    ],
)
def test_a_wrong_list_is_refused(old, new, problem, tmp_path):
    """Each problem is named at its place, and there is one of it."""
    (found,) = problems(tmp_path, old, new)

    assert problem in found


def test_the_page_shows_the_newest_first(tmp_path):
    """Each correction has its anchor, its day in words, and links to what changed."""
    site = build_site(write(tmp_path, {FILE: LIST}), TODAY)
    (page,) = [page for page in site.pages if page.url == "safety-corrections/"]
    html = "".join(section.html for section in page.sections)

    assert html.index('id="fever"') < html.index('id="old"')
    assert "1 February 2026" in html
    assert 'Pages that changed: <a href="../contraindications/fever/">' in html


def test_without_a_list_there_is_no_page(tmp_path):
    """A project that keeps none gets none."""
    assert [] == [page for page in build_site(write(tmp_path), TODAY).pages if "corrections" in page.url]
