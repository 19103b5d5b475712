"""What studies found: outcome, comparison, time, direction, certainty and sources, wherever a finding stands."""

import html
import re

import pytest

from massage_atlas.build import Site, build_site
from massage_atlas.records.condition import Condition
from massage_atlas.records.findings import Finding
from massage_atlas.records.reference import Reference
from massage_atlas.records.technique import Technique
from massage_atlas.records.vocabulary import Certainty, Direction
from massage_atlas.records.weight import WEIGHTS
from massage_atlas.today import today
from projects import ROOT

BEGINS = {
    (Direction.HELPS, Certainty.HIGH): "Massage helps with",
    (Direction.HELPS, Certainty.MODERATE): "Massage probably helps with",
    (Direction.HELPS, Certainty.LOW): "Massage may help with",
    (Direction.HELPS, Certainty.VERY_LOW): "We do not know if massage helps with",
    (Direction.NO_DIFFERENCE, Certainty.LOW): "Massage may make no difference to",
    (Direction.NO_DIFFERENCE, Certainty.VERY_LOW): "We do not know if massage makes a difference to",
    (Direction.MIXED, Certainty.LOW): "Studies disagree about",
    (Direction.MIXED, Certainty.VERY_LOW): "Studies disagree about",
}
"""How the fixed sentence of each pair begins that the library has."""


@pytest.fixture(scope="module")
def real() -> Site:
    return build_site(ROOT, today())


@pytest.fixture(scope="module")
def sections(real) -> dict[str, str]:
    """Give "Does it help?" of each page that has it."""
    return {page.url: one.html for page in real.pages for one in page.sections if one.id == "helps"}


def paragraphs(section: str) -> list[tuple[str, str, str]]:
    """Give direction, certainty and text of each finding of a section."""
    found = re.findall(r'<p class="finding" data-direction="([^"]+)" data-certainty="([^"]+)">(.*?)</p>', section, re.S)
    return [(one, two, " ".join(html.unescape(re.sub(r"<[^>]+>", "", text)).split())) for one, two, text in found]


def placed(site: Site) -> list[tuple[str, Finding]]:
    """Give every finding with the address of each page it stands on."""
    found = [(f"techniques/{id_}/", one) for id_, record in site.library.records(Technique) for one in record.findings]
    for id_, condition in site.library.records(Condition):
        for one in condition.benefits:
            urls = (f"conditions/{id_}/", *(f"techniques/{technique}/" for technique in one.techniques))
            found += [(url, one) for url in urls]
    return found


def test_every_finding_says_all_of_it_on_every_page(real, sections):
    """Technique page and condition page show the same: nothing that bounds a finding is left out on either."""
    references = dict(real.library.records(Reference))
    found = placed(real)
    assert len(found) > 200
    for url, finding in found:
        key = (finding.direction.value, finding.certainty.value)
        mine = [text for *is_key, text in paragraphs(sections[url]) if tuple(is_key) == key]
        kinds = [references[id_].type for id_ in finding.references if references[id_].supports]
        counts = ", ".join(WEIGHTS[kind].counted(kinds.count(kind)) for kind in WEIGHTS if kind in kinds)
        said = [
            f"{BEGINS[finding.direction, finding.certainty]} {finding.outcome}",
            finding.comparator,
            finding.horizon,
            f"How sure: {finding.certainty.label}, step ",
            f"Our sources: {counts}.",
        ]
        if finding.studies:
            said.append(f"Studied in: {WEIGHTS[finding.studies.kind].counted(finding.studies.number)}")
        assert any(all(words in text for words in said) for text in mine), (url, said)


def test_every_finding_is_followed_by_the_numbers_of_its_sources(real, sections):
    """Each reference of a finding is one of the numbered links behind its sentence."""
    for url, section in sections.items():
        for text in re.findall(r'<p class="finding".*?</p>', section, re.S) if url.startswith(("tech", "cond")) else ():
            assert re.search(r'<sup class="cite"><a href="[^"]+"', text), (url, text)


def test_each_outcome_is_said_once_on_a_page(real, sections):
    """As many paragraphs as findings: none is merged with another, none is lost."""
    for id_, condition in real.library.records(Condition):
        assert len(condition.benefits) == len(paragraphs(sections[f"conditions/{id_}/"])), id_


def test_a_verdict_and_a_benefit_are_never_one_mark(real):
    """No badge stands inside a finding, and no certainty inside the verdict of a pair or a rule."""
    for page in real.pages:
        whole = "".join(section.html for section in page.sections)
        for finding in re.findall(r'<p class="finding".*?</p>', whole, re.S):
            assert "data-verdict" not in finding, page.url
        for pair in re.findall(r'<p class="pair".*?</p>', whole, re.S):
            assert "data-certainty" not in pair and "How sure" not in pair, page.url
        helps = [section.html for section in page.sections if section.id == "helps"]
        assert [] == [one for one in helps if "badge" in one], page.url
