"""The feeds hold what RFC 4287 asks for, and one entry for each change on its day."""

import re
from xml.etree.ElementTree import fromstring

import pytest

from massage_atlas.build import build_site
from massage_atlas.exports.feeds import LONGEST
from massage_atlas.exports.imprint import Imprint
from projects import BASE, TODAY, write

ATOM = "{http://www.w3.org/2005/Atom}"
URL = "https://clinic.test/massage/"
CORRECTIONS = """\
corrections:
  - {id: begins, date: 2026-01-10, change: first, title: The list begins, says: Nothing yet.}
  - id: fever
    date: 2026-02-01
    change: stricter
    title: Fever & "chills"
    says: With [[contraindication/fever|a fever]], wait.
    before: Ask first.
    records: [contraindication/fever]
"""


def feeds(root, url=URL, changes=None):
    """Build the base with corrections, and give its feeds as trees."""
    files = {"content/safety-corrections.yml": CORRECTIONS, **(changes or {})}
    site = build_site(write(root, files), TODAY, imprint=Imprint("A & B", "", url))
    return {path: fromstring(text) for path, text in site.files.items() if path.endswith(".xml")}


def said(entry, name):
    """Give the text of an entry's part."""
    return entry.findtext(f"{ATOM}{name}")


def links(part, rel):
    """Give where the links of one relation lead."""
    return [link.get("href") for link in part.findall(f"{ATOM}link") if link.get("rel") == rel]


@pytest.mark.parametrize("path", ["changes.xml", "safety.xml"])
def test_a_feed_has_all_that_readers_need(path, tmp_path):
    """Feed and entries have id, title, day and address; the newest stands first, and no id twice."""
    feed = feeds(tmp_path)[path]
    entries = feed.findall(f"{ATOM}entry")
    moments = [said(entry, "updated") for entry in entries]

    assert [URL + path] == links(feed, "self") == [said(feed, "id")]
    assert said(feed, "title").endswith(" - A & B") and "A & B" == feed.findtext(f"{ATOM}author/{ATOM}name")
    assert moments == sorted(moments, reverse=True)
    assert said(feed, "updated") == moments[0]
    ids = [said(entry, "id") for entry in entries]
    assert len(ids) == len(set(ids)) > 1
    form = r"tag:clinic\.test,20[0-9-]{8}:massage/[a-z-]+/[a-z0-9-/]+"
    assert [] == [id_ for id_ in ids if not re.fullmatch(form, id_)]
    for entry in entries:
        assert said(entry, "title") and said(entry, "summary")
        assert [True] == [link.startswith(URL) for link in links(entry, "alternate")]


def test_a_record_that_changes_again_is_a_new_entry(tmp_path):
    """Its id holds the day, and it stands first."""
    text = BASE["content/claims/toxins.yml"]
    day = re.search(r"updated: (\S+)", text)[1]
    newer = text.replace(f"updated: {day}", "updated: 2026-05-30").replace(f"checked: {day}", "checked: 2026-05-30")
    first = feeds(tmp_path, changes={"content/claims/toxins.yml": newer})["changes.xml"].find(f"{ATOM}entry")

    assert "tag:clinic.test,2026-05-30:massage/claim/toxins" == said(first, "id")
    assert ["claim", "draft"] == sorted(one.get("term") for one in first.findall(f"{ATOM}category"))


def test_a_correction_says_what_was_and_what_changed(tmp_path):
    """The words before, and the pages that changed by their whole address."""
    first = feeds(tmp_path)["safety.xml"].find(f"{ATOM}entry")

    assert 'Stricter: Fever & "chills"' == said(first, "title")
    assert "With a fever, wait. Before: Ask first." == said(first, "summary")
    assert [f"{URL}contraindications/fever/"] == links(first, "related")
    assert [f"{URL}safety-corrections/#fever"] == links(first, "alternate")


def test_a_long_library_has_a_short_feed(tmp_path):
    """Nothing in a feed grows with the number of records."""
    one = BASE["content/terms/stroke.yml"]
    name = re.search(r"^name: .*$", one, re.MULTILINE)[0]
    many = {f"content/terms/w{number}.yml": one.replace(name, f"name: Word {number}") for number in range(LONGEST + 5)}

    assert LONGEST == len(feeds(tmp_path, changes=many)["changes.xml"].findall(f"{ATOM}entry"))


def test_without_an_address_there_is_no_feed(tmp_path):
    """Ids and links need to know where the site stands."""
    assert {} == feeds(tmp_path, "")
