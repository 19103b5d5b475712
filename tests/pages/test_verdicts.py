"""Every verdict on every page is the resolver's, and nothing near one reads as a pass."""

import datetime
import re
from collections import Counter

import pytest

from commands import ROOT, real_day
from massage_atlas.build import build_site
from massage_atlas.library import Key
from massage_atlas.library.areas import look_alikes
from massage_atlas.pages.frame import Frame, nearby, strip
from massage_atlas.pages.places import region_view
from massage_atlas.pages.rendering import environment
from massage_atlas.pages.writer import Writer
from massage_atlas.records.approach import Approach
from massage_atlas.records.contraindication import Contraindication
from massage_atlas.records.region import Region
from massage_atlas.records.vocabulary import Verdict
from massage_atlas.safety import Fact, resolve, safety_model
from massage_atlas.safety.approaches import PlannedStep, judge

BADGE = re.compile(r'data-verdict="([^"]+)"(?: data-technique="([^"]+)" data-fact="([^"]+)")?')


@pytest.fixture(scope="module")
def site():
    return build_site(ROOT, datetime.datetime.fromtimestamp(int(real_day()), datetime.UTC).date())


@pytest.fixture(scope="module")
def model(site):
    return safety_model(site.library)


def badges(site):
    for page in site.pages:
        for section in page.sections:
            for verdict, technique, fact in BADGE.findall(section.html):
                yield page.url, verdict, technique, fact


def test_every_verdict_of_a_pair_is_computed(site, model):
    """Technique, condition and matrix pages show what the resolver says for that very pair."""
    pairs = [one for one in badges(site) if one[2]]
    assert len(pairs) > 3_000
    wrong = [one for one in pairs if resolve(model, one[2], (Fact.parse(one[3]),)).verdict.value != one[1]]
    assert [] == wrong


def test_every_condition_answers_for_every_technique(site, model):
    """The page of a condition has an anchor and a verdict for each technique that is used there."""
    for page in site.pages:
        if page.key is not None and page.key.kind == "condition":
            html = "".join(section.html for section in page.sections)
            fact = (Fact(page.key.id),)
            expected = {id_ for id_ in model.techniques if resolve(model, id_, fact).verdict is not None}
            assert expected == set(re.findall(r'id="with-([^"]+)"', html)), page.url


def test_the_matrix_holds_every_health_matter_once_in_its_group(site, model):
    """All facts but signs have a row, at most 200 on a page, and each row an answer for each technique used there."""
    pages = [page for page in site.pages if page.url.startswith("matrix/") and page.url != "matrix/"]
    seen = set()
    for page in pages:
        html = "".join(section.html for section in page.sections)
        assert html.count("<tr>") - 1 <= 200
        seen |= {fact for _, _, fact in BADGE.findall(html)}
    signs = {id_ for id_, one in site.library.records(Contraindication) if one.fact_kind.value == "sign"}
    assert set(model.facts) - signs == seen - {""}


def test_the_call_line_names_the_numbers_of_the_file(site):
    """What every page says to call is what the file of numbers holds."""
    numbers = [f"{one.emergency} {one.place}" for one in site.library.numbers.numbers]
    assert f"your emergency number ({', '.join(numbers)})" == str(environment().globals["m"].call_line())


def test_every_badge_says_its_words(site):
    """A badge carries the fixed words of its verdict, and only a verdict's."""
    words = {verdict.value: verdict.label for verdict in Verdict}
    for page in site.pages:
        for section in page.sections:
            for verdict, text in re.findall(r'data-verdict="([^"]+)".*?</span>([^<]+)</span>', section.html, re.DOTALL):
                assert words[verdict] == text.strip(), page.url


def test_a_short_answer_begins_with_its_verdict(site, model):
    """The first sentence is made from the verdict most techniques have; with it the answer has at most 35 words."""
    seen = Counter()
    for page in site.pages:
        if page.key is None or page.key.kind not in ("condition", "contraindication"):
            continue
        html = re.search(r'<p class="short">(.*?)</p>', page.sections[0].html, re.DOTALL).group(1)
        words = " ".join(re.sub(r"<[^>]+>", "", html).split())
        first, seen_as = _first_sentence(model, page.key.id)
        seen[seen_as] += 1
        assert words.startswith(first), page.url
        assert len(words.split()) <= 35, page.url
    assert {"everyone", "some forms", *(one.value for one in Verdict if one is not Verdict.NO_WARNING)} <= set(seen)


def _first_sentence(model, id_):
    """Say what an answer must begin with, and what for."""
    if id_ not in model.facts:
        return "This holds for every massage.", "everyone"
    variants = model.facts[id_].variants or (None,)
    each = [_most(model, Fact(id_, variant)) for variant in variants]
    strictest = min(each, key=list(Verdict).index)
    if len(set(each)) > 1 and strictest is Verdict.EMERGENCY:
        return "This can be an emergency.", strictest.value
    if len(set(each)) > 1:
        return f"It depends. The strictest answer: {strictest.label.lower()}.", "some forms"
    if strictest is Verdict.NOT_CHECKED:
        found = [resolve(model, one, (Fact(id_, variants[0]),)).verdict for one in model.techniques]
        share, judged = found.count(strictest), len(found) - found.count(None)
        return f"Nobody has checked {share} of {judged} techniques yet.", strictest.value
    return FIRST[strictest], strictest.value


def _most(model, fact):
    counts = Counter(resolve(model, id_, (fact,)).verdict for id_ in model.techniques)
    del counts[None]
    return min(counts, key=lambda one: (-counts[one], list(Verdict).index(one)))


FIRST = {
    Verdict.EMERGENCY: "Do not have a massage now.",
    Verdict.AVOID: "For now, do not have ",
    Verdict.ASK_FIRST: "Ask before any massage.",
    Verdict.AVOID_AREA: "One area is left alone.",
    Verdict.ADAPT: "Massage needs changes.",
    Verdict.NO_WARNING: "We found no rule against most massage.",
}


def test_an_approach_names_every_fact_that_stops_its_plan(site, model):
    """Also where nothing of the plan is left; only what stops every massage is left to the page it links to."""
    stopped = 0
    for id_, record in site.library.records(Approach):
        html = "".join(one.html for page in site.pages if page.key == Key("approach", id_) for one in page.sections)
        steps = [PlannedStep(step.techniques, step.regions) for step in record.plan if step.techniques]
        for fact, one in site.library.records(Contraindication):
            if one.fact_kind.value in ("sign", "standing"):
                continue
            result = judge(model, steps, (Fact(fact),))
            if result.verdict is Verdict.AVOID and not result.any_massage:
                stopped += 1
                row = rf'contraindications/{fact}/">[^<]*</a>: <span class="badge badge-avoid"'
                assert re.search(row, html), (id_, fact)
    assert stopped


def test_an_approach_names_every_fact_that_changes_its_plan(site, model):
    """Also where every technique stays: each fact stands beside the verdict that the resolver gives the plan."""
    row = re.compile(r'<li><p class="pair"><span class="badge badge-([a-z-]+)".*?</li>', re.DOTALL)
    changed = 0
    for id_, record in site.library.records(Approach):
        html = "".join(one.html for page in site.pages if page.key == Key("approach", id_) for one in page.sections)
        told = {
            fact: one[1]
            for one in row.finditer(html)
            for fact in re.findall(r'contraindications/([a-z0-9-]+)/"', one[0])
        }
        steps = [PlannedStep(step.techniques, step.regions) for step in record.plan if step.techniques]
        for fact, one in site.library.records(Contraindication):
            result = judge(model, steps, (Fact(fact),))
            asked = one.fact_kind.value not in ("sign", "standing") and not result.any_massage
            ruled = result.verdict not in (Verdict.NO_WARNING, Verdict.NOT_CHECKED)
            if asked and ruled and not any(step.out for step in result.steps):
                changed += 1
                assert result.verdict.value == told.get(fact), (id_, fact)
    assert changed


def test_a_full_card_leaves_no_sign_out(site):
    """Every red flag of a condition and look-alike of an area is on its page, whatever the strip has room for."""
    regions = dict(site.library.records(Region))
    for page in site.pages:
        record = site.library.entries[page.key].record if page.key in site.library.entries else None
        signs = look_alikes(regions, page.key.id) if isinstance(record, Region) else getattr(record, "red_flags", ())
        html = "".join(one.html for one in page.sections if one.id in ("help", "first-check"))
        assert [] == [id_ for id_ in signs if f"contraindications/{id_}/" not in html], page.url


def test_a_card_has_room_for_every_sign_and_a_strip_says_how_many_more(site):
    """However many signs: the card of an area names them all, the strip names two a level and counts the rest."""
    signs = [id_ for id_, one in site.library.records(Contraindication) if one.fact_kind.value == "sign"]
    key = Key("region", "neck")
    record = site.library.record(Region, "neck").model_copy(update={"first_check": tuple(signs)})
    frame = Frame(site.library, nearby(site.library), lambda path: None, safety_model(site.library))
    shown = region_view(frame, Writer(site.library, "regions/neck/"), key, record).checks
    assert len(signs) == sum(len(line.signs) for line in shown)
    short = strip(Writer(site.library, "regions/neck/"), signs)
    assert len(signs) == sum(len(line.signs) + line.more for line in short)
    assert {2} == {len(line.signs) for line in short if line.more}
