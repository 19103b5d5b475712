"""The appointment sheet in a real browser: by keyboard, on a small phone, on paper, without scripts, and forgetful."""

import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import yaml
from chromium import Opened
from judging import axe
from playwright.sync_api import Browser, Page
from real_site import ROOT, Site, served, text

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]

SHOWN = '[data-do="make"]'
STORED = """async () => [localStorage.length, sessionStorage.length, document.cookie,
  (await indexedDB.databases()).length, (await caches.keys()).length, history.length]"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
QUESTIONS = [
    question
    for group in yaml.safe_load((ROOT / "content/sheet.yml").read_text("utf-8"))["groups"]
    for question in group["questions"]
]


def _sheet(open_page: Open, site: Site, *ticks: str, **options: object) -> Opened:
    """Open the sheet and tick boxes by their value."""
    opened = open_page(f"{site.url}sheet/", **options)
    for tick in ticks:
        _tick(opened.page, tick)
    return opened


def _tick(page: Page, value: str) -> None:
    """Tick a box; a group's own boxes are named as `group/none`."""
    group, _, last = value.rpartition("/")
    page.check(f'[name="{group}"][value="{last}"]' if group else f'.sheet-form [data-facts][value="{last}"]')


def _show(page: Page) -> None:
    page.click(SHOWN)


def _part(page: Page, name: str) -> str:
    """Give what a group of the sheet says; empty when it is not shown."""
    part = page.locator(f'#sheet [data-part="{name}"]')
    return " ".join((part.text_content() or "").split()) if part.get_attribute("hidden") is None else ""


def test_there_are_25_questions_and_each_has_a_box(site: Site, open_page: Open) -> None:
    page = _sheet(open_page, site).page
    boxes = page.locator(".sheet-questions > .answer > .tick > input")
    assert boxes.count() == len(QUESTIONS) == 25
    assert page.locator(".sheet-questions > .answer > .tick > span").all_text_contents() == [
        " ".join(question["words"].split()) for question in QUESTIONS
    ]
    assert page.locator(".follow:visible").count() == 0


def test_what_is_asked_under_a_box_shows_only_when_it_is_ticked(site: Site, open_page: Open) -> None:
    page = _sheet(open_page, site, "clot").page
    assert page.locator(".follow:visible legend").all_text_contents()[0] == "Which is true?"
    page.uncheck('[value="clot"]')
    assert page.locator(".follow:visible").count() == 0


def test_none_of_these_and_not_sure_shut_out_the_ticks_of_their_group_only(site: Site, open_page: Open) -> None:
    page = _sheet(open_page, site, "one-leg", "operation", "now/none").page
    assert not page.is_checked('[value="one-leg"]')
    assert page.is_checked('[value="operation"]')
    _tick(page, "now/unsure")
    assert not page.is_checked('[name="now"][value="none"]')
    _tick(page, "one-leg")
    assert not page.is_checked('[name="now"][value="unsure"]')


def test_an_emergency_comes_first_and_folds_what_is_for_later(site: Site, open_page: Open) -> None:
    page = _sheet(open_page, site, "chest-or-breath", "blood-thinner").page
    _show(page)
    assert "Stop here. Do not go to your massage." in _part(page, "help")
    assert "signs of a heart attack" in _part(page, "help")
    assert not page.locator('[data-part="tell"]').is_visible()
    page.click("text=More, for later")
    assert page.locator('[data-part="tell"]').is_visible()
    assert "Do not stop, skip or change a medicine because of a massage." in page.locator("#sheet").inner_text()


def test_a_clot_stops_a_shoulder_rub_and_is_urgent(site: Site, open_page: Open) -> None:
    page = _sheet(open_page, site, "one-leg", "where/shoulder").page
    _show(page)
    assert "Get medical help today." in _part(page, "wait")


def test_four_precautions_are_all_listed_and_refuse_nothing(site: Site, open_page: Open) -> None:
    page = _sheet(open_page, site, "long-trip", "thin-bones", "blood-thinner", "steroids").page
    _show(page)
    assert (_part(page, "help"), _part(page, "wait")) == ("", "")
    told = _part(page, "tell")
    for words in ("Higher risk of a blood clot", "Thin bones", "Blood thinner", "Thin or fragile skin"):
        assert words in told, words
    assert "Leave out" in told and "Deep massage" in told


def test_a_place_never_makes_anything_milder(site: Site, open_page: Open) -> None:
    page = _sheet(open_page, site, "skin").page
    page.check('[value="sore"]')
    _show(page)
    before = _part(page, "wait") + _part(page, "spare")
    assert "Open wound" in before
    page.check('.sheet-where [value="head"]')
    assert "Open wound" in _part(page, "wait") + _part(page, "spare")


def test_a_form_that_is_not_said_counts_as_the_strictest_and_is_named(site: Site, open_page: Open) -> None:
    page = _sheet(open_page, site, "clot").page
    _show(page)
    assert "Blood clot in a deep vein" in _part(page, "wait")
    assert "You did not say which, so we took the strictest: Blood clot" in _part(page, "unchecked")
    page.check('[name="clot-dvt"][value="past"]')
    assert _part(page, "wait") == ""
    assert "took the strictest" not in _part(page, "unchecked")


def test_groups_left_empty_are_named_and_answered_ones_are_not(site: Site, open_page: Open) -> None:
    page = _sheet(open_page, site, "long-trip", "now/none", "touch/unsure").page
    _show(page)
    said = _part(page, "unchecked")
    assert "You did not answer: Your health; Medicines, and today; Pregnancy and birth." in said
    assert "You are not sure about: Touch." in said
    assert "That does not mean they are safe." in said


def test_nothing_ticked_is_no_yes(site: Site, open_page: Open) -> None:
    page = _sheet(open_page, site).page
    _show(page)
    said = page.locator("#sheet").inner_text()
    assert (
        said.count("You ticked nothing, so there is nothing to show. This does not mean massage is safe for you.") == 1
    )
    assert page.locator("#sheet .sheet-group:visible h3").all_inner_texts() == ["What we did not check"]


def test_a_medicine_is_found_by_brand_a_misspelling_and_an_illness_by_its_everyday_name(
    site: Site, open_page: Open
) -> None:
    page = _sheet(open_page, site).page
    for query, name in (("Eliquis", "Blood thinner"), ("warfrin", "Blood thinner"), ("worn knee", "Knee")):
        page.fill("#finder", query)
        assert name in page.locator(".found").inner_text(), query
    page.check(".found input")
    assert page.locator(".chosen .answer").count() == 1
    page.fill("#finder", "qqqq")
    assert "That does not mean it is safe." in page.locator("[data-found]").inner_text()
    _show(page)
    assert page.locator('#sheet [data-part="tell"], #sheet [data-part="unchecked"]').first.is_visible()


def test_every_fact_of_the_library_can_be_found(site: Site, open_page: Open) -> None:
    """Each state, illness, medicine, sign and condition answers to its own name."""
    page = _sheet(open_page, site).page
    missed = page.evaluate("""() => {
      const missed = [];
      atlas.load("safety", data => Object.entries(data.facts).forEach(([id, fact]) => {
        const field = document.getElementById("finder");
        field.value = fact.name;
        field.dispatchEvent(new Event("input", {bubbles: true}));
        if (!document.querySelector(`.found input[value="${id}"]`)) missed.push(id);
      }));
      return missed;
    }""")
    assert missed == []


def test_how_long_is_asked_in_the_words_of_the_condition(site: Site, open_page: Open) -> None:
    page = _sheet(open_page, site).page
    page.fill("#finder", "neck pain")
    page.check('.found input[value="neck-pain"]')
    assert "Less than six weeks" in page.locator('[data-stage="neck-pain"]').inner_text()
    page.uncheck('.chosen input[value="neck-pain"]')
    assert page.locator("[data-stage]").count() == 0


def test_a_child_brings_its_own_sentence(site: Site, open_page: Open) -> None:
    page = _sheet(open_page, site, "who/child").page
    _show(page)
    assert "A parent or carer stays in the room." in page.locator("#sheet").inner_text()


def test_by_keyboard_alone(site: Site, open_page: Open) -> None:
    """Tab to a box, tick it with Space, go on to the button, read the sheet, show it, come back, and clear it."""
    page = open_page(f"{site.url}sheet/").page

    def reach(selector: str) -> None:
        for _ in range(150):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(selector)

    reach('[value="one-leg"]')
    page.keyboard.press("Space")
    reach('[value="blood-thinner"]')
    page.keyboard.press("Space")
    reach(SHOWN)
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "your-sheet"
    page.wait_for_function("() => document.querySelector('[data-status]').textContent")
    assert page.text_content("[data-status]") == ("Your sheet: 1 do not have a massage, 1 tell your therapist")
    reach('[data-do="show"]')
    page.keyboard.press("Enter")
    assert page.locator("dialog h2").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()
    assert page.evaluate("() => document.activeElement.dataset.do") == "show"
    reach('#sheet [data-do="clear"]')
    page.keyboard.press("Enter")
    assert not page.locator("#sheet").is_visible()
    assert page.locator(".sheet-form :checked:not(option)").count() == 0


def test_a_change_is_announced_once(site: Site, open_page: Open) -> None:
    page = _sheet(open_page, site, "one-leg").page
    _show(page)
    page.evaluate("""() => {
      window.told = [];
      const status = document.querySelector("[data-status]");
      const watch = new MutationObserver(() => told.push(status.textContent));
      watch.observe(status, {childList: true, characterData: true, subtree: true});
    }""")
    _tick(page, "blood-thinner")
    _tick(page, "operation")
    page.wait_for_function("() => told.length")
    page.wait_for_timeout(900)
    assert len(page.evaluate("() => told")) == 1
    assert page.get_attribute("[data-status]", "role") == "status"


def test_it_keeps_nothing_sends_nothing_and_its_address_says_nothing(site: Site, open_page: Open) -> None:
    opened = open_page(f"{site.url}sheet/")
    page = opened.page
    page.wait_for_load_state("networkidle")
    before, asked = page.evaluate(STORED), len(opened.requests)
    for tick in ("cancer", "blood-thinner", "pregnant", "chest-or-breath", "where/back"):
        _tick(page, tick)
    page.fill("#finder", "Eliquis")
    _show(page)
    page.click('[data-do="copy"]')
    page.click('[data-do="show"]')
    page.wait_for_timeout(900)
    assert opened.requests[asked:] == []
    assert page.evaluate(STORED) == before
    assert before[:5] == [0, 0, "", 0, 0]
    assert page.url == f"{site.url}sheet/"
    assert opened.errors == []


def test_the_back_button_shows_it_empty(site: Site, open_page: Open) -> None:
    page = _sheet(open_page, site, "chest-or-breath", "cancer").page
    page.fill("#finder", "Eliquis")
    _show(page)
    page.click(".site-name a")
    page.go_back()
    assert page.url == f"{site.url}sheet/"
    assert page.locator(".sheet-form :checked:not(option)").count() == 0
    assert page.input_value("#finder") == ""
    assert not page.locator("#sheet").is_visible()
    assert page.locator("#sheet li:visible").count() == 0


@pytest.mark.parametrize("ticks", [("chest-or-breath", "blood-thinner", "pregnant"), ("one-leg", "cancer", "skin")])
def test_three_ticks_print_on_one_sheet_with_the_strictest_first(
    ticks: tuple[str, ...], site: Site, open_page: Open
) -> None:
    page = _sheet(open_page, site, *ticks).page
    _show(page)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", print_background=True))) == 1
    page.emulate_media(media="print")
    headings = page.locator("#sheet h3:visible").all_inner_texts()
    assert headings[0] == ("Get help now" if ticks[0] == "chest-or-breath" else "Do not have a massage for now")
    assert not page.locator(".sheet-form").is_visible()
    assert not page.locator(".site-header").is_visible()


def test_copied_text_says_what_the_sheet_says(site: Site, open_page: Open) -> None:
    page = _sheet(open_page, site, "one-leg", "blood-thinner").page
    _show(page)
    page.click('[data-do="copy"]')
    page.wait_for_function("() => document.querySelector('[data-told]').textContent")
    copied = page.input_value("#sheet textarea")
    assert copied.startswith("YOUR SHEET\n\nDO NOT HAVE A MASSAGE FOR NOW\n")
    assert "This sheet is not a check-up." in copied
    assert "Show my therapist" not in copied


def test_on_a_small_phone_nothing_runs_off(site: Site, open_page: Open) -> None:
    options = {"viewport": {"width": 320, "height": 640}}
    page = _sheet(open_page, site, "cancer", "pregnant", "pain-pee-lump", "where/leg", **options).page
    _show(page)
    assert page.evaluate(SIDEWAYS) <= 0
    page.click('[data-do="show"]')
    assert page.evaluate(SIDEWAYS) <= 0
    assert (
        page.evaluate("() => { const d = document.querySelector('dialog'); return d.scrollWidth - d.clientWidth }") <= 0
    )


def test_axe_finds_nothing_in_a_full_sheet(site: Site, open_page: Open) -> None:
    page = _sheet(open_page, site, "chest-or-breath", "one-leg", "cancer", "blood-thinner", "pregnant", "skin").page
    _show(page)
    page.click("text=More, for later")
    assert list(axe(page)) == []


def test_without_scripts_each_question_has_its_advice_beside_it(site: Site, open_page: Open) -> None:
    page = _sheet(open_page, site, java_script_enabled=False).page
    assert page.locator(".sheet-questions > .answer").count() == 25
    for question in page.locator(".sheet-questions > .answer").all():
        assert question.locator(".advice:visible").count() >= 1, question.inner_text()
    assert not page.locator("[data-script]").first.is_visible()
    assert not page.locator("#sheet").is_visible()
    assert "Get help now" in page.locator('.answer:has(> .tick > [value="chest-or-breath"])').inner_text()


def test_when_the_rules_cannot_be_had_each_question_has_its_advice_beside_it(site: Site, browser: Browser) -> None:
    """A form that never learnt the rules is the one on paper, not one that stays silent about a tick."""
    with closing(browser.new_context()) as context:
        context.route("**/assets/sheet.js", lambda route: route.abort())
        page = context.new_page()
        page.goto(f"{site.url}sheet/")
        page.locator('.answer:has(> .tick > [value="chest-or-breath"]) > .advice').first.wait_for(timeout=5000)
        assert 25 <= page.locator(".sheet-form .advice:visible").count()
        assert not page.locator("[data-script]").first.is_visible()


def test_it_works_from_a_disk(site: Site, open_page: Open) -> None:
    opened = open_page((site.folder / "sheet/index.html").as_uri())
    _tick(opened.page, "one-leg")
    _show(opened.page)
    assert "Get medical help today." in _part(opened.page, "wait")
    assert opened.errors == []


def test_it_works_in_a_sandboxed_frame_of_another_site(site: Site, open_page: Open, tmp_path: Path) -> None:
    frame = f'<iframe sandbox="allow-scripts" width="390" height="700" title="Sheet" src="{site.url}sheet/"></iframe>'
    (tmp_path / "index.html").write_text(f'<!doctype html><link rel="icon" href="data:,"><title>x</title>{frame}')
    with served(tmp_path) as origin:
        opened = open_page(origin)
        inside = opened.page.frames[1]
        inside.check('[data-facts][value="one-leg"]')
        inside.click(SHOWN)
        assert "Get medical help today." in inside.inner_text('#sheet [data-part="wait"]')
        assert opened.errors == []


def test_the_home_page_leads_to_it(site: Site) -> None:
    page = site.page("")
    (door,) = (one for one in page.iter("a") if text(one) == "I have a massage soon")
    assert door.get("href") == "sheet/"
    assert "Make a sheet for your therapist" in text(page)
