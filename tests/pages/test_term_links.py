"""A word of the glossary is a link where a reader first meets it: in running text, once, and nowhere else."""

import re
from collections.abc import Mapping
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from massage_atlas.pages.term_links import Glossary, TermLinks
from massage_atlas.pages.term_links_in_markdown import linked_markdown
from projects import linked, write

TERM = """checked: 2026-01-10
updated: 2026-01-10
review: draft
name: {name}
{more}plain: What it means.
say: WORD
"""

TERMS = {
    "acute": ("Acute", ""),
    "case-report": ("Case report", ""),
    "doctors-note": ("Doctor's note", ""),
    "dvt": ("Deep vein thrombosis", "aka:\n  - DVT\n"),
    "joint": ("Joint", "link_as: []\n"),
    "muscle-strain": ("Strain", "aka:\n  - pulled muscle\nlink_as:\n  - muscle strain\n"),
    "sciatica": ("Sciatica", ""),
    "nerve-root-pain": ("Nerve root pain", "aka:\n  - sciatica\n"),
    "side-lying": ("Side-lying", ""),
    "thrombosis": ("Thrombosis", ""),
}

FROM = "techniques/kneading/"


@pytest.fixture(scope="module")
def glossary(tmp_path_factory: pytest.TempPathFactory) -> Glossary:
    """Ten words: with other names, an abbreviation, an apostrophe, a hyphen, one inside another, and limits."""
    root = tmp_path_factory.mktemp("words")
    files: Mapping[str, str | None] = {
        "content/terms/stroke.yml": None,
        **{f"content/terms/{id_}.yml": TERM.format(name=name, more=more) for id_, (name, more) in TERMS.items()},
    }
    return Glossary(linked(write(root, files)))


def shown(html: str) -> str:
    """Write links to terms as `[words=id]`."""
    return re.sub(
        r'<a class="atlas-term" href="[^"]*" data-term="([^"]*)">(.*?)</a>', r"[\2=\1]", html, flags=re.DOTALL
    )


def link(glossary: Glossary, html: str, audience: str = "", url: str = FROM) -> str:
    return shown(TermLinks(glossary, url).html(html, audience))


def test_only_the_first_use_is_linked(glossary: Glossary) -> None:
    """By name, whatever the capitals, and in the order of reading."""
    html = "<p>ACUTE pain is acute.</p><p>Acute.</p>"
    assert "<p>[ACUTE=acute] pain is acute.</p><p>Acute.</p>" == link(glossary, html)


def test_the_link_leads_to_the_word(glossary: Glossary) -> None:
    """Relative to the page, so that it holds wherever the site is put."""
    expected = '<p><a class="atlas-term" href="../../terms/a/#word-acute" data-term="acute">acute</a></p>'
    assert expected == TermLinks(glossary, FROM).html("<p>acute</p>")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two case reports and a case report", "two [case reports=case-report] and a case report"),
        ("case\nreport", "[case\nreport=case-report]"),
        ("lowercase report, case reporting", "lowercase report, case reporting"),
        ("subacute, acute-on-chronic, pre-acute", "subacute, acute-on-chronic, pre-acute"),
        ("side-lying", "[side-lying=side-lying]"),
        ("a DVT, not a dvt", "a [DVT=dvt], not a dvt"),
        ("dvt alone", "dvt alone"),
        ("deep vein thrombosis, then thrombosis", "[deep vein thrombosis=dvt], then [thrombosis=thrombosis]"),
        ("doctor&#39;s note", "[doctor&#39;s note=doctors-note]"),
        ("doctor\u2019s note", "[doctor\u2019s note=doctors-note]"),
        ("doctor's note", "[doctor's note=doctors-note]"),
        ("a joint, two joints", "a joint, two joints"),
        ("strain, a muscle strain, a pulled muscle", "strain, a [muscle strain=muscle-strain], a pulled muscle"),
        ("sciatica and nerve root pain", "[sciatica=sciatica] and [nerve root pain=nerve-root-pain]"),
        ("see https://example.org/acute", "see https://example.org/acute"),
        ("&acute; &lt;acute&gt;", "&acute; &lt;[acute=acute]&gt;"),
    ],
)
def test_what_counts_as_the_word(glossary: Glossary, text: str, expected: str) -> None:
    """Whole words, plurals, abbreviations as written; a longer word before a shorter one, a name before other names."""
    assert f"<p>{expected}</p>" == link(glossary, f"<p>{text}</p>")


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Acute</h2>",
        '<h3 id="x">An <em>acute</em> thing</h3>',
        '<a href="../acute/">acute</a>',
        '<a href="../acute/"><span>acute</span> pain</a>',
        "<button>acute</button>",
        "<label>acute <input> acute</label>",
        "<form><p>acute</p></form>",
        "<summary>acute</summary>",
        "<table><thead><tr><th>acute</th></tr></thead></table>",
        "<caption>acute</caption>",
        '<span class="badge badge-avoid"><svg><text>acute</text></svg>acute</span>',
        "<code>acute</code>",
        '<p class="aka">Also called: acute.</p>',
        '<ul class="links names"><li><a href="x/">X</a> <span class="note">Acute x</span></li></ul>',
        '<p class="review-line" data-due="2026-01-10">acute</p>',
        '<dl class="facts"><div><dt>Acute</dt></div></dl>',
        '<ol><li class="source">acute</li></ol>',
        '<div class="end"><div><p>acute</p></div></div>',
        "<nav><ul><li>acute</li></ul></nav>",
        '<p data-x="1" hidden>acute</p>',
        '<span data-says="adapt">acute</span>',
        '<img alt="acute">',
        '<p title="acute" class="acute" data-hidden="acute"></p>',
    ],
)
def test_nothing_is_linked_where_no_text_runs(glossary: Glossary, html: str) -> None:
    """In headings, links, controls, labels, badges, pictures, code and lists of names; the text after has the link."""
    assert f"{html}<p>[acute=acute]</p>" == link(glossary, f"{html}<p>acute</p>")


def test_a_sentence_in_the_place_of_a_label_is_text(glossary: Glossary) -> None:
    """Mistakes stand in the same element as labels, and say so."""
    html = '<dl class="pairs"><dt class="sentence">{}</dt><dd hidden="until-found" data-hidden="">acute</dd></dl>'
    assert html.format("Too [acute=acute].") == link(glossary, html.format("Too acute."))


def test_a_word_is_not_linked_on_its_own_page(glossary: Glossary) -> None:
    """All words of a letter share a page."""
    assert "<p>acute, [sciatica=sciatica]</p>" == link(glossary, "<p>acute, sciatica</p>", url="terms/a/")


HAND = '<a class="atlas-term" href="../../terms/a/#word-acute" data-term="acute">{}</a>'


def test_a_link_by_hand_is_the_link_when_it_comes_first(glossary: Glossary) -> None:
    html = f"<p>{HAND.format('new')}</p><p>acute</p>"
    assert html == TermLinks(glossary, FROM).html(html)


def test_a_link_by_hand_becomes_words_when_it_comes_later(glossary: Glossary) -> None:
    """The first use is the linked one; other words in the plain text are still found."""
    html = f"<p>acute</p><p>{HAND.format('new <em>sciatica</em>')} pain</p>"
    assert "<p>[acute=acute]</p><p>new <em>[sciatica=sciatica]</em> pain</p>" == link(glossary, html)


def test_a_link_by_hand_in_a_heading_becomes_words(glossary: Glossary) -> None:
    assert "<h3>new pain</h3><p>[acute=acute]</p>" == link(glossary, f"<h3>{HAND.format('new')} pain</h3><p>acute</p>")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["", "client", "study"], [True, False, False]),
        (["client", "study"], [True, True]),
        (["client", "client"], [True, False]),
        (["client", "", "study"], [True, False, True]),
        (["study", "", "client", "study"], [True, False, True, False]),
    ],
)
def test_each_reader_meets_a_link_once(glossary: Glossary, parts: list[str], expected: list[bool]) -> None:
    """Text for both counts for both; text for clients and text for students count apart; nobody meets a link twice."""
    links = TermLinks(glossary, FROM)
    sections = [shown(links.html("<p>acute</p>", audience)) for audience in parts]
    assert expected == ["acute=acute" in section for section in sections]
    inside = TermLinks(glossary, FROM)
    html = "".join(f'<p data-audience="{audience}">acute</p>' if audience else "<p>acute</p>" for audience in parts)
    assert sections == re.findall(r"<p>.*?</p>", re.sub(r' data-audience="\w+"', "", shown(inside.html(html))))


GUIDE = """Acute at last? No: this is text, acute.

# Sciatica

Sciatica
--------

```
sciatica
```

    sciatica in code

| Sciatica | x |
|---|---|
| `sciatica` [sciatica](x.md) ![sciatica](y.png) [sciatica][1] | *case report* |

- A case

    report {: title="sciatica" } <b title="sciatica">Sciatica</b> and sciatica

[1]: https://example.org/sciatica "sciatica"
"""

GUIDE_LINKED = (
    GUIDE.replace("Acute at", "[Acute=acute] at")
    .replace("*case report*", "*[case report=case-report]*")
    .replace('<b title="sciatica">Sciatica</b>', '<b title="sciatica">[Sciatica=sciatica]</b>')
)


def test_a_guide_is_linked_in_its_markdown(glossary: Glossary) -> None:
    """Not in headings, heads of tables, code, links, pictures, attributes, definitions; words may break over lines."""
    assert GUIDE_LINKED == shown(linked_markdown(TermLinks(glossary, "guides/x/"), GUIDE))
    text = "- a\n  *case\n  report*\n"
    assert "- a\n  *[case\n  report=case-report]*\n" == shown(linked_markdown(TermLinks(glossary, "guides/x/"), text))


def test_a_guide_counts_its_links_by_hand(glossary: Glossary) -> None:
    text = f"New {HAND.format('pain')}, acute.\n\nAcute {HAND.format('again')}.\n"
    expected = "New [pain=acute], acute.\n\nAcute again.\n"
    assert expected == shown(linked_markdown(TermLinks(glossary, "guides/x/"), text))


class _Skeleton(HTMLParser):
    """All of a page but its links to terms: tags as they are, and text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.seen: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.seen.append(self.get_starttag_text() or tag)

    def handle_endtag(self, tag: str) -> None:
        self.seen.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_entityref(self, name: str) -> None:
        self.text += f"&{name}"

    def handle_charref(self, name: str) -> None:
        self.text += f"&#{name}"


def skeleton(html: str) -> tuple[list[str], str]:
    parser = _Skeleton()
    parser.feed(html)
    parser.close()
    return parser.seen, parser.text


# Left as it is by `fmt: skip`: one word to a line would hide what the list has.
_HOSTILE = st.lists(
    st.sampled_from(
        ["acute", "DVT", "case report", "doctor's note", '"', "'", "<", ">", "&", "&acute;", " ", "-", "</p>",
         "<script>", "onclick=", "{{ x }}", "\\1", "\u2028", "<a href='acute'>", "https://acute", "hidden",
         "]]>", "<!-- acute -->"]
    ),
    max_size=20,
).map("".join)  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.one_of(_HOSTILE, st.text(max_size=30)), min_size=1, max_size=4))
def test_hostile_text_gets_links_to_terms_and_nothing_else(glossary: Glossary, texts: list[str]) -> None:
    """Whatever a text says, taking the links out again gives what went in."""
    html = "".join(f'<p class="x" title="{escape(text)}">{escape(text)}<br><b>{escape(text)}</b></p>' for text in texts)
    done = TermLinks(glossary, FROM).html(html)
    plain = re.sub(
        r'<a class="atlas-term" href="\.\./\.\./terms/[a-z]/#word-[a-z-]+" data-term="[a-z-]+">([^<]*)</a>', r"\1", done
    )
    assert html == plain
    tags, text = skeleton(done)
    expected_tags, expected_text = skeleton(html)
    assert expected_text == text
    added = [tag for tag in tags if tag.startswith('<a class="atlas-term"')]
    assert len(expected_tags) + 2 * len(added) == len(tags)


def test_the_same_page_is_linked_the_same_way(glossary: Glossary, tmp_path: Path) -> None:
    """Also by another glossary that read its records in the other order."""
    files: dict[str, str | None] = {"content/terms/stroke.yml": None}
    files |= {
        f"content/terms/{id_}.yml": TERM.format(name=name, more=more) for id_, (name, more) in reversed(TERMS.items())
    }
    other = Glossary(linked(write(tmp_path, files)))
    html = "<p>Sciatica, nerve root pain, deep vein thrombosis, DVT, muscle strain, case reports.</p>"
    assert TermLinks(glossary, FROM).html(html) == TermLinks(other, FROM).html(html)
