"""Text fields become safe HTML once, the same by the short way and by the parser."""

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from massage_atlas.diagnostics import Report
from massage_atlas.records import prose
from massage_atlas.records.prose import Line, Prose, RecordLink
from projects import changed, lines, record_of

ALLOWED = {
    **{tag: set() for tag in ("p", "em", "strong", "ul", "li", "table", "thead", "tbody", "tr", "td")},
    "ol": {"start"},
    "th": {"scope"},
    "a": {"href", "title"},
}


class Tags(HTMLParser):
    """Holds every tag of a page against those that are allowed, and that each is closed where it should be."""

    def __init__(self, html):
        super().__init__()
        self.open = []
        self.feed(html)
        self.close()
        assert [] == self.open

    def handle_starttag(self, tag, attrs):
        assert tag in ALLOWED, tag
        assert {name for name, _ in attrs} <= ALLOWED[tag], attrs
        for name, value in attrs:
            assert name != "href" or re.match(r"https://|mailto:|tel:", value), value
        assert tag != "a" or "a" not in self.open, "a link in a link"
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert tag == self.open.pop()

    def handle_startendtag(self, tag, attrs):
        assert (tag, attrs) == ("br", [])

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")

    handle_decl = handle_pi = unknown_decl = handle_comment


def converted(kind, source):
    """Give the HTML of a text, or the codes of what is wrong with it."""
    try:
        return kind(source).html(lambda link: f"({link.target})")
    except PydanticCustomError as error:
        return [found.code.value for found in error.context["problems"]]


PLAIN_PIECES = [
    *(
        "word",
        "Ünïcödé",
        "日本",
        "don't",
        '"so"',
        "a.b",
        "1.5 kg",
        "x:y",
        "{{ 7 }}",
        "{% raw %}",
        "$x$",
        "@x",
        "^2",
        "50%",
    ),
    *(
        "\n",
        "\n\n",
        "\n\n\n",
        " ",
        "  ",
        "\t",
        "\u00a0",
        "\u3000",
        ".",
        ",",
        "(",
        ")",
        "2.",
        "3)",
        "-",
        "#",
        "=",
        "+",
        "'",
    ),
]
PIECES = [
    *PLAIN_PIECES,
    *("\n ", "\n    ", "*", "**", "_", "[", "]", "[[a]]", "[[a|b]]", "](https://e.org)", "<", ">", "<b>", "&", "&amp;"),
    *(
        "\\",
        "`",
        "!",
        "![",
        "|",
        "|--|",
        "~",
        "# ",
        "- ",
        "+ ",
        "1. ",
        "1) ",
        "> ",
        "---",
        "===",
        "```",
        "https://e.org",
    ),
    *("<!--", "<script>", "[x](javascript:x)", "onclick=x", "[r]: https://e.org", "{: onclick=x }", "</p>", "<?x"),
]
PLAIN_TEXTS = st.lists(st.sampled_from(PLAIN_PIECES), min_size=1, max_size=14).map("".join)
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.text(alphabet="ab \n*[]-.!", max_size=40)
)


@settings(max_examples=500)
@given(PLAIN_TEXTS, st.booleans())
def test_the_short_way_gives_what_the_parser_gives(source, inline):
    """A text without markup has the same HTML and the same problems whichever way it takes."""
    source = source.strip("\n")
    assume(source.strip() and not prose._MARKUP.search(source) and not (inline and "\n" in source))
    parts, problems = prose.parsed_html(source, inline=inline)

    assert ((prose.plain_html(source, inline=inline),), ()) == (parts, problems)


@pytest.mark.parametrize("source", ["One.", "One\ntwo.", 'One.\n\nTwo\'s 1.5 kg.\n\n\nThree {{ 7 }} = 3: "so", (x).'])
@pytest.mark.parametrize("inline", [True, False])
def test_plain_texts_do_take_the_short_way(source, inline):
    """The property above is about texts that exist."""
    assert not prose._MARKUP.search(source)
    assert ((prose.plain_html(source, inline=inline),), ()) == prose.parsed_html(source, inline=inline)


@settings(max_examples=400)
@given(TEXTS, st.sampled_from([Prose, Line]))
def test_no_text_makes_a_tag_that_is_not_allowed(source, kind):
    """Whatever is written, the HTML has only known tags and attributes, each closed, or there are problems."""
    result = converted(kind, source)
    if isinstance(result, str):
        Tags(result)
    else:
        assert all(code.startswith("prose-") for code in result)


@settings(max_examples=400)
@given(TEXTS)
def test_every_link_shows_and_every_link_that_shows_is_known(source):
    """The links that the library finds in a text are those a reader sees: no more, no fewer, in the same order."""
    try:
        text = Prose(source)
    except PydanticCustomError:
        return
    found = [(one[1].strip(), one[2].strip() if one[2] else None) for one in prose.RECORD_LINK.finditer(source)]

    assert found == [(link.target, link.label) for link in text.links()]
    assert "[[" not in text.html(lambda link: "")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<script>alert(1)</script>", ["prose-html", "prose-html"]),
        ("<img src=x onerror=alert(1)>", ["prose-html"]),
        ("a <!-- b --> c", ["prose-html"]),
        ("&#60;script&#62;", ["prose-html", "prose-html"]),
        ("<https://e.org>", ["prose-html"]),
        ("[x](javascript:alert(1))", ["prose-link"]),
        ("[x](JaVaScRiPt:alert(1))", ["prose-link"]),
        ("[x](data:text/html,hi)", ["prose-link"]),
        ("[x](vbscript:x)", ["prose-link"]),
        ("[x](//evil.example)", ["prose-link"]),
        ("[x](/techniques/)", ["prose-link"]),
        ("[x](../a.md)", ["prose-link"]),
        ("[x]()", ["prose-link"]),
        ("[x](https://a@evil.example/)", ["prose-link"]),
        ("[x](https://localhost/)", ["prose-link"]),
        ("[x]\n\n[x]: javascript:alert(1)", ["prose-link"]),
        ("![x](https://e.org/x.png)", ["prose-image"]),
        ("![x](javascript:alert(1))", ["prose-image"]),
        ("# Title", ["prose-markup"]),
        ("Title\n====", ["prose-markup"]),
        ("> quotation", ["prose-markup"]),
        ("a `code` b", ["prose-markup"]),
        ("```\ncode\n```", ["prose-markup"]),
        ("    code", ["prose-markup"]),
        ("a\n\n---\n\nb", ["prose-markup"]),
        ("x" * 2_001, ["prose-size"]),
        ("x\n" * 4_001, ["prose-size"]),
        ("|a|\n|-|\n" + "|b|\n" * 51, ["prose-size"]),
        ("|" * 20 + "\n" + "|-" * 19 + "|", ["prose-size"]),
        ("[[a", ["prose-link"]),
        ("[[a\nb]]", ["prose-link"]),
        ("\\[[a]]", ["prose-link"]),
        ("|a|b|\n|-|-|\n|[[a|b]]|c|", ["prose-link"]),
        ("[x](https://e.org/[[a]])", ["prose-link"]),
    ],
)
def test_what_may_not_stand_in_a_text_is_refused(source, expected):
    """Scripts, pictures, headings, code, foreign addresses and broken links are refused by name."""
    assert expected == converted(Prose, source)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ 7*7 }} {% for %} ${x} <%= x %", "<p>{{ 7*7 }} {% for %} ${x} &lt;%= x %</p>\n"),
        ('Pressure < 5 kg & "more" > 3', "<p>Pressure &lt; 5 kg &amp; &quot;more&quot; &gt; 3</p>\n"),
        ("a [link](https://e.org/x?a=b&c=d){: onclick=x }", None),
        ("*a* **b** _c_", "<p><em>a</em> <strong>b</strong> <em>c</em></p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("[[a]] and [[kind/b|so]]", "<p>(a) and (kind/b)</p>\n"),
        ("\\*a\\*", "<p>*a*</p>\n"),
        ("[c](mailto:a@e.org) [d](tel:+112)", '<p><a href="mailto:a@e.org">c</a> <a href="tel:+112">d</a></p>\n'),
    ],
)
def test_what_may_stand_in_a_text(source, expected):
    """Emphasis, lists and links become HTML; template code and attribute lists stay the text they are."""
    result = converted(Prose, source)
    expected = expected or '<p>a <a href="https://e.org/x?a=b&amp;c=d">link</a>{: onclick=x }</p>\n'

    assert expected == result


@pytest.mark.parametrize(
    "piece", ["[", "*", "[x](", "> ", "- ", "[[", "`a", "![", "<", "&", "\\", "|", "_a", "[](", "\n- "]
)
@pytest.mark.parametrize("size", [1_900, 7_900, 20_000])
def test_hostile_texts_are_answered_at_once(piece, size):
    """No text, however it nests, takes the time of a hundred records."""
    began = time.perf_counter()
    one = piece * (size // len(piece))
    result = converted(Prose, "\n".join(one[start : start + 1_900] for start in range(0, len(one), 1_900)))

    assert time.perf_counter() - began < 2
    assert size < 8_000 or result == ["prose-size"]


def test_a_line_is_one_paragraph():
    """A field for one sentence takes emphasis and links, and refuses lists and second lines."""
    assert "<em>a</em> (b)" == converted(Line, "*a* [[b]]")
    assert ["prose-markup"] == converted(Line, "a\nb")
    assert "- a" == converted(Line, "- a")


def test_links_are_values():
    """A link is its target and its words; the parts keep reading order."""
    assert [RecordLink("a", None), RecordLink("k/b", "so")] == list(Prose("x [[a]] y [[ k/b | so ]] z").links())


def test_words_are_what_a_reader_hears():
    """Marks are gone, links are their words, and punctuation stays where it was."""
    assert "a, b. c so" == Prose("*a*, [b](https://e.org/).\n\n- c [[x|so]]").words()
    assert '5 < 6 & "x"' == Line('5 < 6 & "x"').words()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("study: A <b>bold</b> word.", ["8:10", "8:17"]),
        ("study: |\n  One\n\n  two <b> and [x](http://e.org/)", ["11:7", "11:19"]),
        ("study: 'It''s [a](ftp://x) and [b](ftp://x)'", ["8:19", "8:36"]),
        ("study: >-\n  folded\n  # heading", []),
        ("study: |\n  # heading", ["9:3"]),
        ("study: See ![a](https://e.org/) ![b](https://e.org/)", ["8:12", "8:33"]),
    ],
)
def test_problems_in_a_text_stand_at_their_words(text, expected):
    """A problem inside a text has the line and column of the words that cause it, however the text is quoted."""
    report = Report()
    record_of("region", changed("content/regions/back.yml", {"study: From the neck to the hips.": text}), report)

    assert [f"record.yml:{place}" for place in expected] == [line.split(": ")[0] for line in lines(report)]
