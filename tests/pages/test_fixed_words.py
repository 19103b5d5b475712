"""The fixed words of pages fit what stands beside them: what a list parts, who reads it, and what rests on custom."""

import html
import re

import pytest
from markupsafe import Markup

from massage_atlas.build import Site, build_site
from massage_atlas.pages.evidence import KnownView
from massage_atlas.pages.rendering import environment
from massage_atlas.records.vocabulary import Basis
from massage_atlas.today import today
from projects import ROOT

CUSTOM = "A custom in massage schools. No study has tested it."


@pytest.fixture(scope="module")
def real() -> Site:
    return build_site(ROOT, today())


def told(part: str) -> str:
    """Give the text of some HTML in one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", part)).split())


def sections(site: Site, kind: str, id_: str) -> list[str]:
    """Give one section of every page of a kind."""
    pages = (page for page in site.pages if page.key is not None and page.key.kind == kind)
    return [told(one.html) for page in pages for one in page.sections if one.id == id_]


def known(basis: Basis, custom: str = "") -> str:
    return told(str(environment().globals["m"].known(KnownView(basis, Markup("")), custom)))


def test_custom_is_said_in_words_that_fit():
    """A rule has the fixed words; another statement brings its own for custom, and for nothing else."""
    assert f"How we know: {CUSTOM}" == known(Basis.CONVENTION)
    assert "How we know: Common advice." == known(Basis.CONVENTION, "Common advice.")
    assert "How we know: Tested in trials." == known(Basis.TRIAL, "Common advice.")


@pytest.mark.parametrize(("kind", "id_"), [("condition", "self-care"), ("claim", "found")])
def test_self_care_and_claims_are_no_custom_of_schools(real, kind, id_):
    """What you do yourself, and what studies found, is not called a custom in massage schools."""
    found = sections(real, kind, id_)
    assert len(found) > 40
    assert [] == [text for text in found if CUSTOM in text]


def test_a_rule_keeps_the_fixed_words(real):
    """How we know a safety rule is said in the same words everywhere."""
    assert any(CUSTOM in text for text in sections(real, "contraindication", "rules"))


def test_how_long_a_rule_holds_is_not_said_twice(real):
    """The label fits "until", "as long as" and "wait until"."""
    found = sections(real, "contraindication", "rules")
    assert any("How long: As long as" in text for text in found)
    assert [] == [text for text in found if "Until: " in text]


def test_one_minute_is_one_minute(real):
    """The minutes of a step are counted as people say them."""
    found = sections(real, "approach", "session")
    assert any(", 1 minute " in text for text in found)
    assert [] == [text for text in found if re.search(r"\b1 minutes\b(?<!to 1 minutes)", text)]


def test_a_technique_is_in_one_list_of_a_plan(real):
    """What is left out in one step and changed in another is not said to be both."""
    for text in sections(real, "approach", "changes"):
        for part in re.split(r"(?=Left out: )", text):
            out, changed = (re.search(rf"{label}: (.*?)\.", part) for label in ("Left out", "Changed, or to ask about"))
            if out and changed:
                assert not set(out[1].split(" ; ")) & set(changed[1].split(" ; ")), part


def test_a_question_inside_a_sentence_has_no_mark_of_its_own(real):
    """A link to a claim ends as the sentence does."""
    texts = [told(one.html) for page in real.pages for one in page.sections]
    assert [] == [text for text in texts if re.search(r"\? ?\.(?!\.)", text)]


def test_clients_see_the_words_of_their_own_text(real):
    """A word that only the text for students uses is listed for students."""
    page = next(page for page in real.pages if page.url == "structures/eyeballs/")
    words = next(one.html for one in page.sections if one.id == "words-here")
    study = next(one.html for one in page.sections if one.id == "study")

    assert 'data-term="prone"' in study
    assert re.search(r'<div class="words-here" data-audience="study"|data-means="prone" data-audience="study"', words)
