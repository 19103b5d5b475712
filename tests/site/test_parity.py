"""The resolver of a reader's browser says what the builder's says: the whole library, and thousands of fact sets."""

import datetime
import random
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from real_site import ROOT
from two_resolvers import Case, answering, assert_equal, forms

from massage_atlas.build import check_site
from massage_atlas.safety import Fact, SafetyModel, safety_model
from projects import BASE, write

pytestmark = pytest.mark.browser

SETS = 6000


@pytest.fixture(scope="module")
def model() -> SafetyModel:
    library, _ = check_site(ROOT, datetime.date(2026, 11, 21))
    return safety_model(library)


@pytest.fixture(scope="module")
def theirs(browser: Browser) -> Iterator[Callable[[list[Case]], list[str]]]:
    """Answers a list of cases by the real library's data."""
    library, _ = check_site(ROOT, datetime.date(2026, 11, 21))
    page = browser.new_page()
    yield answering(page, library)
    page.close()


def test_each_technique_with_each_fact_form_and_stage(
    model: SafetyModel, theirs: Callable[[list[Case]], list[str]]
) -> None:
    """Each pair as it stands, then with a site, with a region, and with both, drawn from a fixed seed."""
    draw = random.Random(15)
    places = model.areas.ids
    cases: list[Case] = []
    for technique, id_ in product(sorted(model.techniques), sorted(model.facts)):
        for fact in forms(model, id_):
            placed = Fact(fact.id, fact.variant, fact.phase, draw.choice(places))
            cases += [
                (technique, (fact,), None),
                (technique, (placed,), draw.choice((None, placed.site, *places))),
                (technique, (fact,), draw.choice(places)),
            ]
    assert len(cases) > 10_000
    assert_equal(model, theirs, cases)


def test_each_technique_in_each_region_with_nothing_ticked(
    model: SafetyModel, theirs: Callable[[list[Case]], list[str]]
) -> None:
    cases: list[Case] = [
        (one, (), region) for one, region in product(sorted(model.techniques), (None, *model.areas.ids))
    ]
    assert_equal(model, theirs, cases)


def test_thousands_of_fact_sets(model: SafetyModel, theirs: Callable[[list[Case]], list[str]]) -> None:
    """Two to six facts at once, some of them unheard of, some in forms that do not exist."""
    draw = random.Random(2026)
    known = [fact for id_ in sorted(model.facts) for fact in forms(model, id_)]
    strange = [Fact("unheard-of"), Fact("dvt", "unheard-of"), Fact("pregnancy", None, "unheard-of")]
    places = (None, *model.areas.ids)
    cases: list[Case] = []
    for _ in range(SETS):
        facts = draw.sample(known, draw.randint(2, 6)) + draw.sample(strange, draw.choice((0, 0, 0, 1)))
        placed = tuple(Fact(one.id, one.variant, one.phase, draw.choice((None, *places))) for one in facts)
        cases.append((draw.choice(sorted(model.techniques)), placed, draw.choice(places)))
    assert_equal(model, theirs, cases)


SILENT = """
  - level: precaution
    with: [{fact: numb-saddle}]
    at: [back]
    basis: expert
    why: A danger that exists only together.
    do_instead: Something else.
  - level: local
    at: [back]
    unless: {phases: [old], regions: [spine], why: It has healed.}
    basis: expert
    why: A place.
    do_instead: Another place."""


def test_what_the_real_library_has_no_case_of(browser: Browser, tmp_path: Path) -> None:
    """A combination that is silent because of its place answers nothing, and stages and areas are excepted."""
    rule = "  - level: absolute\n    basis: expert\n    why: The body needs rest.\n"
    region = (
        BASE["content/regions/back.yml"].replace("Back", "{}").replace("Dorsum", "{}").replace("The back", "A part")
    )
    phases = "phases:\n  - {id: old, name: Old}\n"
    root = write(
        tmp_path,
        {
            "content/contraindications/back-pain.yml": BASE["content/contraindications/fever.yml"]
            .replace("name: Fever", "name: Back pain")
            .replace("variants:\n  - id: high\n    name: Over 39 degrees\n", "")
            .partition("rules:")[0]
            + f"rules:{SILENT}\n",
            "content/contraindications/fever.yml": BASE["content/contraindications/fever.yml"].replace(rule, ""),
            "content/regions/arm.yml": region.format("Arm", "Brachium"),
            "content/regions/spine.yml": region.format("Spine", "Columna") + "parent: back\n",
            "conditions/back-pain.yml": BASE["conditions/back-pain.yml"].replace("phases:\n", phases, 1),
        },
    )
    library, _ = check_site(root, datetime.date(2026, 6, 1))
    model = safety_model(library)
    assert len(model.facts["back-pain"].rules) == 2
    assert "old" in model.facts["back-pain"].phases
    page = browser.new_page()
    facts = [*forms(model, "back-pain"), *forms(model, "numb-saddle"), *forms(model, "fever")]
    pairs = [tuple({one, other}) for one, other in product(facts, facts)]
    regions = (None, "arm", "back", "spine")
    cases: list[Case] = list(product(sorted(model.techniques), pairs, regions))
    assert_equal(model, answering(page, library), cases)
    page.close()
