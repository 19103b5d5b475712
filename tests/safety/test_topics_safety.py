"""Whatever the topic briefs warn of is answered by a rule: each item is a row of tests/data/topics_safety.tsv.

A row names a technique or condition, the item as the brief has it, what answers it (a rule as `record#number`, counted
from 1, or a record; one of several is enough), and the least verdict. `facts` is what a client with that item would
tick, `region` where the massage is asked for, `technique` the one it is about where a condition's item is about one.

Where the item is a reason to see a doctor that changes nothing about the massage, the answer is `doctor`, and `reason`
holds the words of the condition that say so. An item that is no fact about a client has no answer, and `reason` says
why.
"""

import csv

import pytest

from massage_atlas.library import Key
from massage_atlas.records.condition import Condition
from massage_atlas.records.contraindication import Contraindication
from massage_atlas.records.vocabulary import ContraindicationKind, Verdict
from massage_atlas.safety import STRICTEST_FIRST, Fact, resolve
from massage_atlas.safety.facts import closed
from projects import ROOT

COLUMNS = ["topic", "item", "answered_by", "least_verdict", "facts", "region", "technique", "reason"]


def read():
    with (ROOT / "tests/data/topics_safety.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


ROWS = read()
ANSWERED = [row for row in ROWS if row["answered_by"] not in ("", "doctor")]


def name(row):
    return f"{row['topic']}: {row['item']}"


def answers(row):
    """Give the rules and records that a row names, as (record, number) with None for any rule."""
    for one in row["answered_by"].split():
        record, _, number = one.partition("#")
        yield record, int(number) - 1 if number else None


def techniques(model, row):
    """Give the techniques a row is about: its own, or for a condition all, unless it names one."""
    if row["topic"] in model.techniques:
        return [row["topic"]]
    return [row["technique"]] if row["technique"] else sorted(model.techniques)


def test_the_table_is_complete_and_in_order(real_model, real_library):
    """Every technique and condition has rows, side by side, and no item stands twice."""
    assert [COLUMNS] == [list(row) for row in ROWS[:1]]
    topics = list(dict.fromkeys(row["topic"] for row in ROWS))
    assert sorted(topics) == sorted({*real_model.techniques, *(id_ for id_, _ in real_library.records(Condition))})
    assert [row["topic"] for row in ROWS] == [row["topic"] for topic in topics for row in ROWS if row["topic"] == topic]
    assert len(ROWS) == len({name(row) for row in ROWS})


@pytest.mark.parametrize("row", [row for row in ROWS if not row["answered_by"]], ids=name)
def test_an_item_without_an_answer_says_why(row):
    """Only what is no fact about a client may go without a rule."""
    assert row["reason"]
    assert "" == row["least_verdict"] == row["facts"]


@pytest.mark.parametrize("row", [row for row in ROWS if row["answered_by"] == "doctor"], ids=name)
def test_a_reason_to_see_a_doctor_is_one_of_the_condition(real_library, row):
    """The condition's page says it under "when to get help", in these words."""
    condition = real_library.record(Condition, row["topic"])

    assert row["reason"] in [one.sign.words() for one in condition.doctor]
    assert "" == row["least_verdict"] == row["facts"]


@pytest.mark.parametrize("row", ANSWERED, ids=name)
def test_item(real_model, real_library, row):
    """What answers it exists and belongs to the topic; with that fact it fires, and the verdict is strict enough."""
    assert not row["reason"]
    facts = [Fact.parse(written) for written in row["facts"].split()]
    for fact in facts:
        known = real_model.facts[fact.id]
        assert fact.variant in (None, *known.variants) and fact.phase in (None, *known.phases), str(fact)
    named = list(answers(row))
    for record, number in named:
        rules = real_library.record(Contraindication, record).rules
        assert number is None or number < len(rules)
        assert belongs(real_model, real_library, row, record, number)

    least = STRICTEST_FIRST.index(Verdict(row["least_verdict"]))
    for technique in techniques(real_model, row):
        result = resolve(real_model, technique, facts, row["region"] or None)
        if result.verdict is None:
            assert row["topic"] not in real_model.techniques
            continue
        assert STRICTEST_FIRST.index(result.verdict) <= least, (technique, result.verdict)
        fired = {(reason.rule.id, reason.rule.number) for reason in result.reasons}
        assert any(key in fired or (key[1] is None and key[0] in {id_ for id_, _ in fired}) for key in named), technique


def belongs(model, library, row, record, number):
    """Tell whether a rule reaches the technique, or the condition lists, brings or names its record."""
    topic = row["topic"]
    rules = [key for key in model.rules if key.id == record and number in (None, key.number)]
    if topic in model.techniques:
        return any(topic in model.rules[key].techniques for key in rules)
    condition = library.record(Condition, topic)
    contraindication = library.record(Contraindication, record)
    if contraindication.fact_kind is ContraindicationKind.SIGN:
        return record in condition.red_flags
    brought = {fact.id for fact in closed([Fact(topic)], model.implications)}
    with_it = {part.id for key in rules for part in model.rules[key].together}
    named = {
        link.target.id for link in library.outgoing[Key("condition", topic)] if link.target.kind == "contraindication"
    }
    standing = contraindication.fact_kind is ContraindicationKind.STANDING
    return record in brought or bool(with_it & {topic, *brought}) or record in named or standing
