"""A record's text becomes plain values; the parts of YAML that hide or surprise are refused."""

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from massage_atlas.diagnostics import Report
from massage_atlas.source import nodes, read_document
from projects import BASE, codes, lines, values_of


def read(text):
    report = Report()
    return read_document(text, "x.yml", report), report


@pytest.fixture(params=["C", "Python"])
def parser(request, monkeypatch):
    """Run a test with both parsers: the one in C is not there on every computer."""
    if request.param == "Python":
        monkeypatch.setattr(nodes, "Nodes", nodes.PureNodes)
    return request.param


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        *((word, word) for word in ("no", "No", "on", "off", "yes", "y", "1:30", "012", "0x10", "0o7", "1e3", "1_000")),
        *((word, word) for word in ("2026-01-10", ".5", "1.", ".inf", ".nan", "+-1", "=", "1.2.3", "٣", "TRue")),
        ("true", True),
        ("FALSE", False),
        ("~", None),
        ("null", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("2.50", 2.5),
        ("-0.5", -0.5),
        ("'12'", "12"),
        ('"true"', "true"),
        ("'~'", "~"),
        ("'!text'", "!text"),
        ("!text'"[1:], "text'"),
        ("9999999999999999999999", "9999999999999999999999"),
    ],
)
def test_scalars_mean_what_they_look_like(parser, written, expected):
    """Only true, false, null and decimal numbers are more than text."""
    assert {"key": expected} == values_of(f"key: {written}\n")


BOMB = "a: &a [x, x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        (BOMB, "anchor-or-alias", "x.yml:1:4"),
        ("a: *b\n", "anchor-or-alias", "x.yml:1:4"),
        ("a: &b c\n", "anchor-or-alias", "x.yml:1:4"),
        ("a: [&b c]\n", "anchor-or-alias", "x.yml:1:5"),
        ("&b a: c\n", "anchor-or-alias", "x.yml:1:1"),
        ("a: {b: c,<<: {d: e}}\n", "merge-key", "x.yml:1:10"),
        ("a: !!python/object/apply:os.system [ls]\n", "tag", "x.yml:1:37"),
        ("a: !!binary aGk=\n", "tag", "x.yml:1:4"),
        ("a: !mine b\n", "tag", "x.yml:1:4"),
        ("a: ! b\n", "tag", "x.yml:1:4"),
        ("a: ! '12'\n", "tag", "x.yml:1:4"),
        ("a: !!set {b}\n", "tag", "x.yml:1:11"),
        ("a: 1\na: 2\n", "duplicate-key", "x.yml:2:1"),
        ("a: {b: 1, b: 2}\n", "duplicate-key", "x.yml:1:11"),
        ("a: 1\n'a': 2\n", "duplicate-key", "x.yml:2:1"),
        ("? [a]\n: b\n", "key-type", "x.yml:1:4"),
        ("a: b\n---\na: c\n", "second-document", "x.yml:2:1"),
        ("- a\n- b\n", "wrong-type", "x.yml:1:3"),
        ("just words\n", "wrong-type", "x.yml:1:1"),
        ("# nothing\n", "empty-file", "x.yml:1:1"),
        ("a: " + "[" * 100_000, "deep-nesting", "x.yml:1:23"),
        ("a: " + "{" * 100_000, "deep-nesting", "x.yml:1:23"),
        ("- " * 5_000 + "a", "deep-nesting", "x.yml:1:41"),
        ("\n".join(" " * n + "a:" for n in range(400)), "deep-nesting", "x.yml:21:21"),
        ("\n".join(" " * n + "- a:" for n in range(0, 400, 2)), "deep-nesting", "x.yml:11:21"),
        ("? " * 5_000 + "a", "deep-nesting", "x.yml:1:41"),
        ('a: "x \\u202e y"\n', "control-character", "x.yml:1:4"),
        ('a: "x \\0 y"\n', "control-character", "x.yml:1:4"),
        ('a: "\\e[31m"\n', "control-character", "x.yml:1:4"),
        ('"a\\u200b": b\n', "control-character", "x.yml:1:1"),
        ("a: b: c\n", "yaml-syntax", "x.yml:1:5"),
        ("a: 'b\n", "yaml-syntax", "x.yml:1:4"),
        ("a: [b\n", "yaml-syntax", "x.yml:1:4"),
        ("a: @b\n", "yaml-syntax", "x.yml:1:4"),
        ("a: %b\n", "yaml-syntax", "x.yml:1:4"),
        ("a:\n\t- b\n", "yaml-syntax", "x.yml:2:1"),
        ("%TAG ! tag:x,2000:\n---\na: !b c\n", "tag", "x.yml:3:4"),
    ],
)
def test_hidden_or_surprising_yaml_is_refused(parser, text, code, place):
    """Each is refused in good time, with a sentence, at the place where it stands, whichever parser reads it."""
    began = time.perf_counter()
    _, report = read(text)
    first = next(iter(report))

    assert (code, place) == (first.code.value, str(first.place))
    assert time.perf_counter() - began < 5


def test_a_lone_half_of_a_character_is_refused(parser):
    """An escape for half a character can stand in no page and in no JSON."""
    document, report = read('a: "\\ud800"\n')

    assert codes(report) in (["control-character"], ["yaml-syntax"])
    assert document is None or document.value == {"a": "\ufffd"}


def test_twenty_levels_are_allowed(parser):
    """The limit itself is allowed: the outermost block and nineteen lists in it."""
    assert {"a": [[[[[[[[[[[[[[[[[[["b"]]]]]]]]]]]]]]]]]]]} == values_of(f"a: {'[' * 19}b{']' * 19}\n")


def test_brackets_in_text_are_not_nesting(parser):
    """A text with thousands of brackets in quotes is only text."""
    text = "[" * 20_000

    assert {"a": text} == values_of(f"a: '{text}'\n")


def test_what_can_be_read_is_read_beside_what_cannot(parser):
    """One bad value does not hide the others, so that all problems come at once."""
    document, report = read("a: 1\na: 2\nb: !c d\ne: f\n")

    assert document is not None
    assert {"a": 1, "b": "d", "e": "f"} == document.value
    assert ["duplicate-key", "tag"] == codes(report)


@pytest.mark.parametrize("path", [path for path in BASE if path.endswith(".yml")])
def test_both_parsers_read_the_same(path, monkeypatch):
    """The parser in Python gives the same values at the same places as the one in C."""

    def seen():
        document, report = read(BASE[path])
        assert document is not None
        places = [str(document.positions.value((key,))) for key in document.value]
        return document.value, places, lines(report)

    in_c = seen()
    monkeypatch.setattr(nodes, "Nodes", nodes.PureNodes)

    assert yaml.__with_libyaml__
    assert in_c == seen()


words = st.text(st.characters(blacklist_categories=("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")), max_size=30)
values = st.recursive(
    st.one_of(words, st.integers(-(10**15), 10**15), st.booleans(), st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(words, inner, max_size=4)),
    max_leaves=12,
)


@given(st.dictionaries(words.filter(lambda word: word != "<<"), values, min_size=1, max_size=4))
def test_what_is_dumped_in_quotes_is_read_back(value):
    """Quoted text stays text whatever it looks like; numbers, true, false and null keep their type."""

    class Quoted(yaml.SafeDumper):
        """Writes all text in double quotes."""

        def ignore_aliases(self, data):
            return True

    Quoted.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))

    assert value == values_of(yaml.dump(value, Dumper=Quoted, allow_unicode=True, width=10**9))


@given(st.text(max_size=200))
def test_no_text_at_all_makes_the_reader_fail(text):
    """Whatever a file holds, there is a document or a diagnostic, and never an exception."""
    document, report = read(text)

    assert document is not None or codes(report)


def test_the_parser_in_python_is_never_laxer(monkeypatch):
    """The one known difference: the parser in Python refuses a question mark inside a list in brackets."""
    text = "a: [How long?]\n"
    assert {"a": ["How long?"]} == values_of(text)
    monkeypatch.setattr(nodes, "Nodes", nodes.PureNodes)
    document, report = read(text)

    assert document is None
    assert ["yaml-syntax"] == codes(report)
