"""What `atlas stats` counts: each number by another way than the program's own."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from massage_atlas.build import Site, build_site
from massage_atlas.cli import main
from massage_atlas.library import Key
from massage_atlas.library.orphans import orphans
from massage_atlas.pages.addresses import address, relative
from massage_atlas.safety import safety_model
from massage_atlas.statistics import statistics
from massage_atlas.today import today
from projects import BASE, ROOT, TODAY, write

FOLDERS = ("techniques", "conditions", "content/contraindications", "content/approaches", "content/claims")


@pytest.fixture(scope="module")
def real() -> Site:
    return build_site(ROOT, today())


@pytest.fixture(scope="module")
def counted(real) -> dict:
    return json.loads(CliRunner().invoke(main, ["-C", str(ROOT), "stats", "--json"]).output)


@pytest.fixture(scope="module")
def blocks() -> list[tuple[str, dict]]:
    """Give every block of keys in every record, as written, with the folder of its file."""
    return [
        (folder, block)
        for folder in (*FOLDERS, "content/regions", "content/structures", "content/terms", "content/references")
        for file in sorted((ROOT / folder).glob("*.yml"))
        for block in inside(yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader))
    ]


def inside(value):
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from inside(one)
    elif isinstance(value, list):
        for one in value:
            yield from inside(one)


def test_benefits_are_counted_as_they_are_written(counted, blocks):
    """Each finding of a condition or a technique counts once on both axes."""
    found = [block for _, block in blocks if "certainty" in block and "direction" in block]
    for axis in ("certainty", "direction"):
        expected = Counter(block[axis] for block in found)
        assert dict(expected) == {word: count for word, count in counted["benefits"][f"by_{axis}"].items() if count}
    assert ["high", "moderate", "low", "very-low"] == list(counted["benefits"]["by_certainty"])


def test_statements_and_rules_are_counted_as_they_are_written(counted, blocks):
    """What says how we know it is a statement; a safety rule is one that has a level."""
    stated = [block for _, block in blocks if "basis" in block]
    assert len(stated) == counted["statements"]["all"]
    assert sum(not block.get("references") for block in stated) == counted["statements"]["without_source"]
    rules = Counter(block["basis"] for folder, block in blocks if folder == FOLDERS[2] and "level" in block)
    assert dict(rules) == {word: count for word, count in counted["rules"]["by_basis"].items() if count}


def test_references_are_counted_as_they_are_written(counted):
    """By kind of study, and by how far we checked that they exist."""
    texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "content/references").glob("*.yml"))]
    for key, name in (("type", "by_kind"), ("confirmed", "by_check")):
        expected = Counter(re.search(rf"^{key}: (\S+)$", text, re.MULTILINE)[1] for text in texts)
        assert dict(expected) == {word: count for word, count in counted["references"][name].items() if count}


def test_pairs_are_those_of_the_matrix(real, counted):
    """What the table of all answers shows as "Not checked yet" is what is counted, each health matter once."""
    found = {}
    for page in real.pages:
        if page.url.startswith("matrix/"):
            html = "".join(section.html for section in page.sections)
            pairs = re.findall(r'data-verdict="([a-z-]+)" data-technique="([a-z-]+)" data-fact="([a-z-]+)"', html)
            found |= {(technique, fact): verdict for verdict, technique, fact in pairs}
    open_ = sum(verdict == "not-checked" for verdict in found.values())
    assert {"covered": len(found) - open_, "not_checked": open_} == counted["pairs"]


def test_dates_are_those_of_the_records(real, counted):
    """Months of the next check add up to everything that has one; guides count too."""
    dated = len([1 for entry in real.library.entries.values() if entry.record]) + counted["guides"]
    assert dated == sum(counted["due"].values())
    assert list(counted["due"]) == sorted(counted["due"])
    assert dated == counted["unreviewed"]
    assert today().isoformat() == counted["counted_on"]


def test_what_is_past_its_day_is_overdue(real):
    """Counted for a later day, the records of the months before it are overdue."""
    model = safety_model(real.library)
    first, last = (f"{month}-28" for month in (min(statistics_of(real).due), max(statistics_of(real).due)))
    year, month, day = map(int, first.split("-"))
    later = today().replace(year=year, month=month, day=day)
    assert statistics_of(real).due[first[:7]] == statistics(real.library, model, later).overdue
    assert last > first


def statistics_of(site: Site):
    return statistics(site.library, safety_model(site.library), today())


def test_an_orphan_is_what_no_other_page_links_to(real):
    """Every record that a page besides the lists leads to is none, and every other one is."""
    linked = set()
    for page in real.pages:
        if page.key is None and not page.url.startswith("terms/"):
            continue
        html = "".join(section.html for section in page.sections if section.id not in ("siblings", "nearby"))
        html = re.sub(r'<nav class="nearby".*?</nav>|<h2 id="siblings">.*?</ul>', "", html, flags=re.DOTALL)
        hrefs = set(re.findall(r'href="([^"]+)"', html))
        linked |= {key for key in real.library.entries if key != page.key and relative(page.url, address(key)) in hrefs}
    guides = {one.target for guide in real.library.guides for one in real.library.outgoing.get(guide, ())}
    expected = sorted(set(real.library.entries) - linked - guides)
    assert expected == sorted(orphans(real.library))


def test_a_record_alone_is_an_orphan(tmp_path):
    """A structure that no record names and that names none is counted; its page stands in a list only."""
    alone = re.sub(r"^name: .*$", "name: Alone", BASE["content/structures/trapezius.yml"], count=1, flags=re.MULTILINE)
    alone = re.sub(r"^regions: .*\n", "", alone, flags=re.MULTILINE)
    site = build_site(write(tmp_path, {"content/structures/alone.yml": alone}), TODAY)
    assert (Key("structure", "alone"),) == orphans(site.library)
    assert 1 == statistics(site.library, safety_model(site.library), TODAY).orphans


def test_the_terminal_shows_every_number(counted):
    """The same counts, as words."""
    text = CliRunner().invoke(main, ["-C", str(ROOT), "stats"]).output
    assert f"not checked: {counted['pairs']['not_checked']:,}\n" in text
    assert f"counted on: {counted['counted_on']}\n" in text
    whole = {name: value for name, value in counted.items() if name != "reading_grade"}  # said in one line of its own
    numbers = [number for block in inside(whole) for number in block.values() if isinstance(number, int)]
    assert [] == [number for number in numbers if f": {number:,}\n" not in text]


def test_a_project_of_nothing_is_counted(tmp_path: Path):
    """No record, no date, no number but nought."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Empty\n", encoding="utf-8")
    site = build_site(tmp_path, TODAY)
    values = statistics(site.library, safety_model(site.library), TODAY)
    assert {} == values.checked
    assert 0 == values.unreviewed
