"""What programs find first: everything may be read, and how a verdict is to be quoted."""

import re
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from massage_atlas.build import build_site
from massage_atlas.exports.imprint import Imprint
from massage_atlas.records.vocabulary import Verdict
from projects import BASE, TODAY, write

URL = "https://clinic.test/massage/"
NAME = "techniques/kneading.yml"


def files(root, url=URL, changes=None):
    """Build the base, and give it and its text files."""
    site = build_site(write(root, changes), TODAY, imprint=Imprint("A & B", "Plain facts.", url))
    return site, site.files


def test_robots_may_read_everything_and_find_the_sitemap(tmp_path):
    """Nothing is closed, and the sitemap is named by its whole address."""
    rules = files(tmp_path)[1]["robots.txt"]

    found = RobotFileParser()
    found.parse(rules.splitlines())
    assert found.can_fetch("AnyBot", f"{URL}conditions/back-pain/")
    assert [f"{URL}sitemap.xml"] == found.site_maps()


def test_without_an_address_no_sitemap_is_named(tmp_path):
    """The rules hold still, and no picture is there for nobody to find."""
    made = files(tmp_path, "")[1]

    assert "User-agent: *\nAllow: /\n" == made["robots.txt"]
    assert "assets/card.png" not in made
    assert "https://" not in made["llms.txt"]


def test_llms_has_the_form_that_programs_expect(tmp_path):
    """A name, a summary, and lists of links under headings, each with what stands there."""
    site, made = files(tmp_path)
    lines = made["llms.txt"].splitlines()

    assert ["# A & B"] == [line for line in lines if line.startswith("# ")]
    assert [2] == [number for number, line in enumerate(lines) if line.startswith("> ")]
    first = next(number for number, line in enumerate(lines) if line.startswith("## "))
    form = re.compile(rf"- \[.+\]\({URL}\S*\): \S.*|## \S.*|")
    assert [] == [line for line in lines[first:] if not form.fullmatch(line)]
    known = {urljoin(URL, path) for path in (*site.heads, *made)}
    linked = re.findall(r"\]\((\S+)\)", made["llms.txt"])
    assert [] == [link for link in linked if link not in known]
    assert URL + "techniques/kneading/" in linked and URL + "assets/safety.json" in linked


def test_llms_says_how_a_verdict_is_quoted_and_that_nobody_signed(tmp_path):
    """Every verdict with its full meaning, the warning, and the state of the texts, counted."""
    text = files(tmp_path)[1]["llms.txt"]

    assert [] == [one for one in Verdict if f"- {one.label}: {one.meaning}" not in text.splitlines()]
    assert "does not replace a health worker" in text
    assert re.search(r"All [0-9]+ records are drafts: no health worker has signed them\.", text)


def test_a_name_with_brackets_stays_one_link(tmp_path):
    """Marks of Markdown in a name mean nothing."""
    text = BASE[NAME]
    name = next(line for line in text.splitlines() if line.startswith("name: "))
    made = files(tmp_path, changes={NAME: text.replace(name, 'name: "A [b](c) d"')})[1]

    assert rf"- [A \[b\](c) d]({URL}techniques/kneading/): " in made["llms.txt"]
