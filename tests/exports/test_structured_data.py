"""What pages say to programs: made from the records, as careful as the page, and inert in its script element."""

import json

import pytest

from massage_atlas.build import build_site
from massage_atlas.exports.heads import LONGEST, shortened
from massage_atlas.exports.imprint import Imprint
from massage_atlas.exports.structured_data import in_script
from projects import BASE, TODAY, lines, write

IMPRINT = Imprint("A & B clinic", "Words.", "https://clinic.test/massage/")
REFERENCE = "content/references/smith-2020.yml"
TECHNIQUE = "techniques/kneading.yml"


def built(root, changes=None, imprint=IMPRINT):
    """Build the base with some files changed."""
    site = build_site(write(root, changes), TODAY, imprint=imprint)
    assert [] == [line for line in lines(site.report) if "error" in line]
    return site


def data(site, url):
    """Give the block of one page."""
    return json.loads(site.heads[url].data)


def every(value, name):
    """Give what stands under a name, anywhere inside."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from [inner] if key == name else []
            yield from every(inner, name)
    for inner in value if isinstance(value, list) else ():
        yield from every(inner, name)


@pytest.mark.parametrize(
    ("url", "page", "subject"),
    [
        ("techniques/kneading/", "MedicalWebPage", "MedicalTherapy"),
        ("conditions/back-pain/", "MedicalWebPage", "MedicalCondition"),
        ("contraindications/fever/", "MedicalWebPage", "MedicalContraindication"),
        ("approaches/classic/", "MedicalWebPage", "MedicalTherapy"),
        ("regions/back/", "MedicalWebPage", "AnatomicalStructure"),
        ("structures/trapezius/", "MedicalWebPage", "Muscle"),
        ("references/smith-2020/", "WebPage", "ScholarlyArticle"),
        ("terms/s/", "WebPage", "DefinedTermSet"),
    ],
)
def test_each_kind_says_what_it_is_about(url, page, subject, tmp_path):
    """The page's own type, and the type of the thing it tells of."""
    block = data(built(tmp_path), url)

    assert (page, subject) == (block["@type"], block.get("about", block.get("mainEntity"))["@type"])


def test_a_draft_names_no_reviewer(tmp_path):
    """No review is claimed, and the state of the text is said."""
    block = data(built(tmp_path), "techniques/kneading/")

    assert "Draft: No health worker has signed it." == block["creativeWorkStatus"]
    assert {"reviewedBy", "lastReviewed"}.isdisjoint(block)


SIGNED = """\
review: signed
signature:
  name: Robin Example
  role: Physiotherapist
  date: DAY
  next: 2027-01-01
"""


@pytest.mark.parametrize(("day", "said"), [("2026-05-01", True), ("2020-01-01", False)])
def test_a_review_is_named_only_for_the_text_that_was_signed(day, said, tmp_path):
    """A text that changed after it was signed claims no review."""
    text = BASE[TECHNIQUE].replace("review: draft\n", SIGNED.replace("DAY", day))
    block = data(built(tmp_path, {TECHNIQUE: text}), "techniques/kneading/")

    assert said == ("reviewedBy" in block)
    assert (day if said else None) == block.get("lastReviewed")
    assert said == ("The text has changed since." not in block["creativeWorkStatus"])
    if said:
        assert {"@type": "Person", "name": "Robin Example", "jobTitle": "Physiotherapist"} == block["reviewedBy"]


def test_every_address_is_whole(tmp_path):
    """The way from the home page to this one, each step with its full address."""
    block = data(built(tmp_path), "techniques/kneading/")
    steps = block["breadcrumb"]["itemListElement"]

    assert [1, 2, 3] == [step["position"] for step in steps]
    assert [IMPRINT.url + path for path in ("", "techniques/", "techniques/kneading/")] == [
        step["item"]["@id"] for step in steps
    ]
    assert IMPRINT.url + "techniques/kneading/" == block["url"]


def test_without_an_address_there_is_none(tmp_path):
    """What needs the site's address is left out, and nothing is half an address."""
    site = built(tmp_path, imprint=Imprint("A"))

    for url, head in site.heads.items():
        block = json.loads(head.data)
        assert "breadcrumb" not in block, url
        assert [] == [one for name in ("url", "@id") for one in every(block, name)], url


@pytest.mark.parametrize(
    ("doi", "known"),
    [
        ("doi: 10.1000/example", ["https://doi.org/10.1000/example", "https://example.org/smith"]),
        ("doi_unverified: 10.1000/x", []),
    ],
)
def test_only_literature_that_somebody_has_seen_is_cited(doi, known, tmp_path):
    """A source whose identifier nobody has checked supports nothing, for programs too."""
    text = BASE[REFERENCE].replace("doi: 10.1000/example", doi)
    site = build_site(write(tmp_path, {REFERENCE: text}), TODAY, imprint=IMPRINT)
    cited = [one for head in site.heads.values() for one in every(json.loads(head.data), "citation")]

    assert bool(known) == any(cited)
    assert known == sorted({address for one in every(cited, "sameAs") for address in one})


def test_no_text_can_end_the_script_element():
    """The marks of HTML stand as escapes that JSON reads back."""
    words = "</script><!-- <script> & \u2028"
    text = in_script({"@type": "Thing", "name": words})

    assert [] == [mark for mark in "<>&\u2028" if mark in text]
    assert words == json.loads(text)["name"]


def test_two_pages_of_one_name_have_two_titles(tmp_path):
    """The kind is said where a technique is called what another page is called too."""
    technique = BASE[TECHNIQUE]
    name = next(line for line in technique.splitlines() if line.startswith("name: "))
    other = next(line for line in BASE["conditions/back-pain.yml"].splitlines() if line.startswith("name: "))
    site = built(tmp_path, {TECHNIQUE: technique.replace(name, other)})
    words = other.removeprefix("name: ").strip('"')

    assert f"{words} (technique)" == site.heads["techniques/kneading/"].name
    assert f"{words} (health condition) - A & B clinic" == site.heads["conditions/back-pain/"].title
    titles = [head.title.casefold() for head in site.heads.values()]
    assert len(titles) == len(set(titles))


def test_a_long_description_loses_whole_sentences():
    """A verdict at its beginning is never cut."""
    sentences = [f"Sentence number {number} says something about massage." for number in range(20)]

    assert " ".join(sentences[:6]) == shortened(" ".join(sentences))
    assert len(shortened("word " * 100)) <= LONGEST
    assert shortened("word " * 100).endswith("word…")
