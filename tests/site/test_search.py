"""The search finds what people mean, and knows danger by what they say."""

import gzip
import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from chromium import Opened
from judging import axe
from real_site import ROOT, Site
from searching import SLIPS, ask, opened, queries, slipped

from massage_atlas.build import check_site
from massage_atlas.records.contraindication import Contraindication
from massage_atlas.safety import Fact, resolve, safety_model
from massage_atlas.today import today

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]

LOOKED_FOR = (
    "name",
    "alias",
    "lay",
    "misspelling",
    "form",
    "synonym",
    "brand",
    "question",
    "guide",
    "area",
    "not covered",
)
DRAWN = 100
SEED = 20261121
FIRST_QUERY = 64_000
"""How many bytes the first query may load."""
OPENER = 2_000


def test_the_list_has_enough_of_each_kind() -> None:
    assert len(queries(*LOOKED_FOR)) >= 80
    assert len(queries("emergency")) >= 40
    assert len(queries("harmless")) >= 40


def test_what_people_look_for_is_in_the_first_three(site: Site, open_page: Open) -> None:
    """Names, aliases, lay words, slips, forms, synonyms, brands, questions and guides."""
    page = opened(open_page(site.url).page)
    wanted = queries(*LOOKED_FOR)
    missed = [one.text for one in wanted if not ask(page, one.text).leads_to(one.expected)]
    assert len(missed) <= 0.05 * len(wanted), missed


def test_no_emergency_in_lay_words_is_missed(site: Site, open_page: Open) -> None:
    """Each opens the help card, which leads to the right sign or part of Get help."""
    page = opened(open_page(site.url).page)
    missed = {}
    for one in queries("emergency"):
        urgent = ask(page, one.text).urgent
        parts = {"self-harm-thoughts": "thoughts-of-harm", "no-consent": "feeling-unsafe"}
        if not any(parts.get(want, want) in href for want in one.expected for href in urgent):
            missed[one.text] = urgent
    assert {} == missed


def test_every_saying_of_a_record_opens_its_own_card(site: Site, open_page: Open) -> None:
    """Typed as it is written; another card may stand beside it, since a saying can fit two."""
    library, _ = check_site(ROOT, today())
    page = opened(open_page(site.url).page)
    page.evaluate("() => new Promise(done => atlas.load('search', () => atlas.load('search/core', done)))")
    sayings = [(id_, one.replace("_", " ")) for id_, sign in library.records(Contraindication) for one in sign.said]
    sayings += [("", one.replace("_", " ")) for one in library.search_words.help]
    assert len(sayings) > 300
    missed = page.evaluate(
        """sayings => new Promise(done => atlas.load('search/core', core => {
        const cards = atlas.cards(core);
        done(sayings.filter(([id, text]) => !cards.find(text).help.length));
        }))""",
        sayings,
    )
    assert [] == missed


def test_harmless_words_raise_no_card(site: Site, open_page: Open) -> None:
    page = opened(open_page(site.url).page)
    found = {one.text: ask(page, one.text) for one in queries("harmless")}
    assert [] == [text for text, one in found.items() if one.urgent or one.check][2:]


def test_a_number_raises_a_card_only_as_a_reading_or_as_weeks_of_a_pregnancy(site: Site, open_page: Open) -> None:
    page = opened(open_page(site.url).page)
    danger = ("bp 185/125", "blood sugar 2.1", "took 30 tablets", "headache at 30 weeks", "blood pressure is 210")
    missed = [text for text in danger if not ask(page, text).urgent]
    harmless = ("bp 120/80", "blood sugar 5.2", "blood sugar 2 hours after", "headache for 6 weeks", "took 2 tablets")
    raised = [text for text in (*harmless, "headache 6 weeks ago", "took 30 minutes") if ask(page, text).urgent]
    assert ([], []) == (missed, raised)


def test_one_typed_word_meets_one_word_of_a_saying(site: Site, open_page: Open) -> None:
    """The blood of blood pressure is no nosebleed, and a known word is no slip of another."""
    page = opened(open_page(site.url).page)
    assert [] == ask(page, "is massage possible with high blood pressure").urgent
    assert [] != ask(page, "high blood pressure and a nosebleed").urgent
    assert [] != ask(page, "a tightened feeling round my chest").urgent


def test_a_body_part_and_pain_open_what_to_check_first(site: Site, open_page: Open) -> None:
    """One card, before the results, and never beside the help card."""
    page = opened(open_page(site.url).page)
    for one in queries("check"):
        found = ask(page, one.text)
        assert [one.expected[0].replace("-", " ")] == [found.check], one.text
        assert [] == found.urgent, one.text
        assert found.text.startswith(f"First, check your {found.check}."), one.text


def test_names_drawn_by_chance_and_mistyped_are_found(site: Site, open_page: Open) -> None:
    """A hundred names and aliases as they stand, and each with one of ten slips in turn."""
    page = opened(open_page(site.url).page)
    drawn = _drawn(site.folder)
    missed: list[tuple[str, str, str]] = []
    tried: Counter[str] = Counter()
    chance = random.Random(SEED)
    for number, (name, urls) in enumerate(drawn):
        slip = SLIPS[number % len(SLIPS)]
        for how, typed in (("as it is", name), (slip, slipped(name, slip, chance))):
            tried[how] += typed != name or how == "as it is"
            if not ask(page, typed).leads_to(urls):
                missed.append((how, typed, urls[0]))
    assert len(missed) <= 0.05 * 2 * len(drawn), missed
    assert [] == [slip for slip in SLIPS if not tried[slip]]


def _drawn(folder: Path) -> list[tuple[str, tuple[str, ...]]]:
    """Draw names that people could type, each with every page that has it."""
    things = json.loads((folder / "assets/search.json").read_text("utf-8"))
    pages: dict[str, list[str]] = {}
    for one in things:
        if one["group"] not in ("Sources", "This site", "True or not?", "Your visit", "Study"):
            for name in one["names"]:
                pages.setdefault(name.lower(), []).append(one["url"])
    names = sorted(name for name in pages if len(name) <= 40 and max(map(len, name.split())) >= 6 and "(" not in name)
    return [(name, tuple(pages[name])) for name in random.Random(SEED).sample(names, DRAWN)]


def test_a_pair_is_answered_as_the_builder_does(site: Site, open_page: Open) -> None:
    """The verdict, with both sides named; nothing is said where one side is missing."""
    library, _ = check_site(ROOT, today())
    model = safety_model(library)
    page = opened(open_page(site.url).page)
    for one in queries("pair"):
        found = ask(page, one.text).verdicts
        if one.expected == ("-",):
            assert [] == found, one.text
            continue
        _, technique, fact = one.expected[0].split(" ")
        expected = resolve(model, technique, (Fact(fact),), None).verdict
        assert expected is not None
        assert [(expected.value, technique, fact)] == [(v["verdict"], v["technique"], v["fact"]) for v in found], (
            one.text
        )
    for alone in ("deep tissue", "blood thinner", "petrissage", "diabetes"):
        assert [] == ask(page, alone).verdicts


def test_a_medicine_says_what_it_is(site: Site, open_page: Open) -> None:
    page = opened(open_page(site.url).page)
    assert "\u201cEliquis\u201d is apixaban, a blood thinner." in ask(page, "eliquis").text
    assert "Warfarin is a blood thinner." in ask(page, "warfarin").text


def test_a_result_says_why_it_was_found(site: Site, open_page: Open) -> None:
    page = opened(open_page(site.url).page)
    assert "Found because \u201cworn knee\u201d is another name." in ask(page, "worn knee").text


def test_an_empty_search_says_that_it_clears_nobody(site: Site, open_page: Open) -> None:
    page = opened(open_page(site.url).page)
    found = ask(page, "xqzzvw")
    assert [] == found.results
    assert found.text.startswith("We found nothing for \u201cxqzzvw\u201d. That does not mean it is safe.")
    assert page.locator(".search-results a[href$='a-z/']").is_visible()


def test_it_opens_by_button_slash_and_control_k_and_gives_the_focus_back(site: Site, open_page: Open) -> None:
    page = open_page(site.url + "techniques/petrissage/").page
    button = page.locator(".search-button")
    for open_ in (button.click, lambda: page.keyboard.press("/"), lambda: page.keyboard.press("Control+k")):
        button.focus()
        open_()
        assert "atlas-query" == page.evaluate("() => document.activeElement.id")
        assert "" == page.input_value("#atlas-query")
        page.keyboard.press("Escape")
        assert not page.locator("dialog.search").is_visible()
        assert page.evaluate("() => document.activeElement.className") == "search-button"


def test_a_slash_in_a_field_is_a_slash(site: Site, open_page: Open) -> None:
    page = open_page(site.url).page
    page.focus("#page-query")
    page.keyboard.type("a/b")
    assert "a/b" == page.input_value("#page-query")


def test_the_count_is_announced(site: Site, open_page: Open) -> None:
    page = opened(open_page(site.url).page)
    found = ask(page, "sore calf massage")
    said = f"{len(found.results)} result{'s' * (len(found.results) != 1)}, 1 warning"
    page.wait_for_function("text => document.querySelector('.search [role=status]').textContent === text", arg=said)


def test_results_can_be_walked_by_keyboard_and_lead_on(site: Site, open_page: Open) -> None:
    """Links in a list; following one closes the search and keeps nothing in the address."""
    page = opened(open_page(site.url).page)
    ask(page, "sciatica")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.dataset.atlasResult") == "conditions/sciatica/"
    page.keyboard.press("Enter")
    page.wait_for_url(site.url + "conditions/sciatica/")


def test_the_field_of_the_home_page_and_its_suggestions_open_the_search(site: Site, open_page: Open) -> None:
    page = open_page(site.url).page
    page.fill("#page-query", "sciatica")
    page.press("#page-query", "Enter")
    page.wait_for_selector("[data-atlas-result='conditions/sciatica/']")
    assert site.url == page.url
    page.keyboard.press("Escape")
    page.click("[data-search='blood thinner']")
    page.wait_for_selector("[data-atlas-result='contraindications/anticoagulants/']")
    assert site.url == page.url


def test_nothing_loads_before_the_first_key_and_little_after_it(site: Site, open_page: Open) -> None:
    """Measured as gzip sends it, which is more than Brotli would."""
    worst: dict[str, int] = {}
    for text in ("petrisage", "sore lower back", "deep tissue blood thinner", "can I have a massage with a cold"):
        tab = open_page(site.url)
        before = len(tab.requests)
        opened(tab.page)
        assert [] == [url for url in tab.requests[before:] if not url.endswith("icon.svg")]
        ask(tab.page, text)
        asked = [url for url in tab.requests[before:] if not url.endswith("icon.svg")]
        files = [site.folder / url.removeprefix(site.url) for url in asked]
        worst[text] = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)
        assert [] == tab.errors
    assert {} == {text: size for text, size in worst.items() if size > FIRST_QUERY}


def test_the_opener_is_small() -> None:
    parts = ROOT / "build_tools/massage_atlas/theme_parts/scripts/site"
    assert len(gzip.compress((parts / "40-search.js").read_bytes(), 9)) < OPENER


def test_it_works_in_a_sandbox_and_from_a_disk(site: Site, open_page: Open) -> None:
    """No origin, no storage, no fetch: the same results."""
    page = open_page(site.url).page
    page.evaluate(
        """url => { document.body.innerHTML = ''; const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', 'allow-scripts'); frame.src = url; document.body.append(frame) }""",
        site.url + "conditions/neck-pain/",
    )
    frame = page.frame_locator("iframe")
    frame.locator(".search-button").click()
    frame.locator("#atlas-query").fill("petrisage")
    frame.locator("[data-atlas-result='techniques/petrissage/']").wait_for()

    disk = open_page((site.folder / "conditions/neck-pain/index.html").as_uri())
    assert ask(opened(disk.page), "petrisage").leads_to(("techniques/petrissage/index.html",))
    assert [] == disk.errors


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_is_shown(scheme: str, site: Site, open_page: Open) -> None:
    """A pair, a card, and a list of kinds."""
    page = opened(open_page(site.url, color_scheme=scheme, viewport={"width": 320, "height": 800}).page)
    for text in ("deep tissue blood thinner", "crushing feeling in my chest", "pregnancy", "xqzzvw"):
        ask(page, text)
        assert list(axe(page)) == []
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_without_scripts_a_link_leads_to_every_name(site: Site, open_page: Open) -> None:
    page = open_page(site.url + "conditions/neck-pain/", java_script_enabled=False).page
    assert not page.locator(".search-button").is_visible()
    page.click(".search-list")
    page.click(".letters a:text-is('E')")
    assert page.locator("a:text-is('Eliquis')").get_attribute("href").endswith("contraindications/anticoagulants/")


def test_every_name_stands_in_the_list(site: Site) -> None:
    """Names, aliases, lay words and medicines; misspellings are never shown."""
    text = " ".join(file.read_text("utf-8") for file in sorted((site.folder / "a-z").rglob("*.html")))
    for said in ("Worn knee", "Sciatica", "Apixaban", "Gua sha", "Privacy"):
        assert f">{said}<" in text, said
    assert ">Siatica<" not in text
