"""Values become records, and what does not fit is said in words for a therapist, at its own place."""

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from massage_atlas.diagnostics import Report
from massage_atlas.records import KINDS
from massage_atlas.records.fields import block_at, leaves
from projects import BASE, ROOT, SAMPLES, changed, codes, lines, record_of, values_of
from record_values import as_yaml, values

MACHINE_WORDS = re.compile(
    r"mapping|NoneType|Traceback|pydantic|\b(dict|tuple|None|str|int|float)\b|JSON|valid (string|number)|Input should",
)


def problems(path, changes):
    report = Report()
    kind = next(kind for kind, sample in SAMPLES.items() if sample == path)
    record_of(kind, changed(path, changes), report)
    return lines(report)


@pytest.mark.parametrize("kind", KINDS)
def test_a_right_record_is_read_whole(kind):
    """The sample of each kind fits its model without a word."""
    report = Report()
    record = record_of(kind, BASE[SAMPLES[kind]], report)

    assert [] == lines(report)
    assert kind == record.kind


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])
@given(data=st.data())
def test_what_is_dumped_is_read_back(kind, data):
    """A record written out as a file and read again is the same record."""
    report = Report()
    record = record_of(kind, as_yaml(data.draw(values(KINDS[kind].model))), report)
    assert [] == lines(report)
    dumped = json.loads(record.model_dump_json(by_alias=True, exclude_defaults=True))

    assert record == record_of(kind, as_yaml(dumped), report)


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        ("techniques/kneading.yml", "name: Kneading", "name: 7", "5:7: error[wrong-type]: 'name' needs text"),
        ("techniques/kneading.yml", "name: Kneading", "name: [a]", "5:8: error[wrong-type]: 'name' needs text"),
        ("techniques/kneading.yml", "name: Kneading", "name: {a: b}", "5:8: error[wrong-type]: 'name' needs text"),
        ("techniques/kneading.yml", "name: Kneading", "name: true", "5:7: error[wrong-type]: 'name' needs text"),
        ("techniques/kneading.yml", "name: Kneading", "name: ' a'", "5:7: error[wrong-form]"),
        (
            "techniques/kneading.yml",
            "felt: A firm, slow squeeze.",
            "felt: 3",
            "17:7: error[wrong-type]: 'felt' needs text",
        ),
        ("techniques/kneading.yml", "felt: A firm, slow squeeze.", "felt: ' '", "17:1: error[empty-value]"),
        (
            "techniques/kneading.yml",
            "low: 1,",
            "low: [1],",
            "20:16: error[wrong-type]: 'low' needs a number, and this is a list",
        ),
        ("techniques/kneading.yml", "low: 1,", "low: '1',", "20:15: error[wrong-type]: 'low' needs a number"),
        (
            "techniques/kneading.yml",
            "motion: [knead]",
            "motion: knead",
            "13:11: error[wrong-type]: 'motion' needs a list",
        ),
        (
            "techniques/kneading.yml",
            "- do: Lift the muscle.",
            "- Lift",
            "26:5: error[wrong-type]: this item needs a block of",
        ),
        ("techniques/kneading.yml", "family: kneading", "family: squeezing", "10:9: error[unknown-word]: 'squeezing'"),
        (
            "techniques/kneading.yml",
            "checked: 2026-01-10",
            "checked: 2026",
            "2:10: error[wrong-type]: 'checked' needs a date",
        ),
        ("techniques/kneading.yml", "checked: 2026-01-10", "checked: 10/1/26", "2:10: error[bad-date]: '10/1/26'"),
        ("techniques/kneading.yml", "checked: 2026-01-10", "checked: 2026-13-01", "2:10: error[bad-date]"),
        ("techniques/kneading.yml", "checked: 2026-01-10", "checked: 2026-01-10T12:00", "2:10: error[bad-date]"),
        (
            "content/references/smith-2020.yml",
            "year: 2020",
            "year: 2020.5",
            "7:7: error[wrong-type]: 'year' needs a whole number",
        ),
        (
            "content/references/smith-2020.yml",
            "year: 2020",
            "year: '2020'",
            "7:7: error[wrong-type]: 'year' needs a whole number",
        ),
        ("content/references/smith-2020.yml", "authors: [Smith A]", "authors: []", "6:10: error[out-of-range]"),
        (
            "content/references/smith-2020.yml",
            "url: https://example.org/smith",
            "url: example.org",
            "11:6: error[bad-url]",
        ),
        (
            "content/references/smith-2020.yml",
            "url: https://example.org/smith",
            "url: https://a@b.org",
            "11:6: error[bad-url]",
        ),
        (
            "content/references/smith-2020.yml",
            "url: https://example.org/smith",
            "url: https://b.org:x/",
            "11:6: error[bad-url]",
        ),
        (
            "conditions/back-pain.yml",
            "tell: [Where it hurts.]",
            "tell: [a, b, c, d]",
            "26:8: error[out-of-range]: 'tell' needs at most 3 items",
        ),
        ("content/contraindications/fever.yml", "level: absolute", "level: emergency", "14:5: error[inconsistent]"),
    ],
)
def test_what_does_not_fit_is_named_at_its_place(path, old, new, expected):
    """One wrong value gives one problem, at the line and column of that value."""
    found = problems(path, {old: new})

    assert 1 == len(found), found
    assert found[0].startswith(f"record.yml:{expected}"), found


def test_a_rule_says_where_it_holds_as_a_list_or_as_the_word_site():
    """Both ways of writing an area are read as a list of ids."""
    path = "content/contraindications/fever.yml"
    for written, expected in (("[back]", ("back",)), ("[back, site]", ("back", "site")), ("site", ("site",))):
        record = record_of("contraindication", changed(path, {"level: absolute": f"level: local\n    at: {written}"}))
        assert expected == record.rules[0].at


def test_an_unknown_key_in_a_block_is_offered_the_keys_of_that_block():
    """Help names the nearest key of the same block, not of the record."""
    found = problems("techniques/kneading.yml", {"duration:": "durration:"})

    assert [
        "record.yml:18:1: error[missing-key]: the key 'duration' is missing (help: duration: The time, in minutes.)",
        "record.yml:21:3: error[unknown-key]: unknown key 'durration' (help: a known name close to this is 'duration')",
    ] == sorted(found)


ANYTHING = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-5, 10**12), st.floats(0, 5), st.sampled_from(["", "x", "no", "a b\nc"])
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(st.sampled_from(["low", "x", "do"]), inner)),
    max_leaves=4,
)


def spots(value, path=()):
    """Give the path of every value inside a value."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*path, key)
        yield from spots(inner, (*path, key))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_message_is_in_the_words_of_machines(kind, data):
    """Whatever stands where something else belongs, the message and the help are in plain words and have a place."""
    value = values_of(BASE[SAMPLES[kind]])
    path = data.draw(st.sampled_from(list(spots(value))))
    inner = value
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = data.draw(ANYTHING)
    report = Report()
    text = as_yaml(value)
    record = record_of(kind, text, report)

    assert (record is None) == bool(codes(report))
    for found in report:
        assert not MACHINE_WORDS.search(found.message), found.message
        assert not MACHINE_WORDS.search(found.help.partition(": ")[0]), found.help
        assert 1 <= found.place.line <= text.count("\n") + 1


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_key_is_explained(kind):
    """Each field of each block has a sentence: it is the author's help, hover and reference."""

    def unexplained(model):
        for name, field in model.model_fields.items():
            if not (field.description or "").strip().endswith((".", '".')):
                yield f"{model.__name__}.{name}"
        for leaf in leaves(model):
            block = block_at(model, leaf.path[:-1])
            if block is not None and block is not model:
                yield from unexplained(block)

    assert [] == sorted(set(unexplained(kind.model)))


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_record_of_the_library_that_is_read_names_its_own_kind(kind):
    """The folder of a kind is where its records lie."""
    assert kind.folder.split("/")[-1] == kind.url
    assert (ROOT / "schemas" / f"{kind.name}.schema.json").is_file()
