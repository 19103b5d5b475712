"""The lock holds every verdict as it was agreed to, and notices when one becomes milder."""

import csv
import re
import shutil

import pytest
import small
import yaml
from click.testing import CliRunner

from commands import real_day, real_project
from massage_atlas.cli import main
from massage_atlas.library import Key
from massage_atlas.records.contraindication import Contraindication
from massage_atlas.records.vocabulary import Verdict
from massage_atlas.safety import Fact, SafetyModel, resolve
from massage_atlas.safety.lock import FILE, Locked, current, read, softened, stale, written
from massage_atlas.safety.table import every_fact
from projects import ROOT


def warned(*levels, **more):
    """Make a model whose first fact has rules of these levels for everything but leg work."""
    made = [
        small.rule(level, ("f0", number), to=["press", "stroke"], urgency="today" if level == "emergency" else None)
        for number, level in enumerate(levels)
    ]
    return small.model(made, **more)


def without(model, technique=None, fact=None):
    """Give the same model without a technique or a fact."""
    return SafetyModel(
        {id_: one for id_, one in model.techniques.items() if id_ != technique},
        {id_: one for id_, one in model.facts.items() if id_ != fact},
        model.standing,
        model.implications,
        model.areas,
    )


def milder(old, new):
    """Give the pairs that the second model has milder than the first one's lock, with their verdicts now."""
    return {(one.locked.technique, one.locked.fact): one.now for one in softened(new, read(written(old)))}


def test_what_is_written_is_read_again():
    """Every pair has one line with its verdict and the rule behind it, counted from 1; none is lost on the way."""
    made = warned("precaution", "absolute")
    locked = read(written(made))

    assert current(made) == {(one.technique, one.fact): Verdict(one.verdict) for one in locked}
    assert len(made.techniques) * (1 + sum(1 for _ in every_fact(made))) == len(locked)
    assert list(range(2, len(locked) + 2)) == [one.line for one in locked]
    by_pair = {(one.technique, one.fact): one for one in locked}
    assert ("avoid", "f0#2") == (by_pair["press", "f0:old"].verdict, by_pair["press", "f0:old"].because)
    assert ("no-warning", "") == (
        by_pair["press", "(healthy adult)"].verdict,
        by_pair["press", "(healthy adult)"].because,
    )
    assert "press with f0:old" == by_pair["press", "f0:old"].pair


def test_the_lock_of_the_real_library_is_read_again(real_model):
    """Forms and stages of facts come back as they were written."""
    locked = read(written(real_model))

    assert current(real_model) == {(one.technique, one.fact): Verdict(one.verdict) for one in locked}
    facts = {str(Fact.parse(one.fact)) for one in locked if not one.fact.startswith("(")}
    assert {str(fact) for fact in every_fact(real_model)} == facts
    assert not any(softened(real_model, locked)) and not stale(real_model, locked)


def test_a_line_that_is_not_one_counts_as_missing():
    """A damaged lock is stale, not a crash."""
    made = warned("absolute")
    damaged = written(made).replace("press,f0,avoid,f0#1\n", "press,f0\n")

    assert len(read(written(made))) - 1 == len(read(damaged))
    assert stale(made, read(damaged))
    assert [] == list(softened(made, read(damaged)))


def test_a_quotation_mark_that_nothing_closes_ends_the_list():
    """All that follows counts as missing, also where the reader of tables gives up on a field so long."""
    line = "press,f0,avoid,f0#1\n"
    for rest in (line, line * 10_000):
        assert [3] == [one.line for one in read(f'technique,fact,verdict,because\n\n{line}"{rest}')]


@pytest.mark.parametrize(
    ("old", "new", "now"),
    [
        (["absolute"], [], Verdict.NOT_CHECKED),  # the only rule is gone
        (["absolute", "precaution"], ["precaution"], Verdict.ADAPT),  # the stricter of two is gone
        (["absolute"], ["precaution"], Verdict.ADAPT),  # its level was lowered
        (["emergency"], ["absolute"], Verdict.AVOID),
        (["local"], ["precaution"], Verdict.ADAPT),
    ],
)
def test_a_milder_verdict_is_softened(old, new, now):
    """Each pair the rule was about is named with its verdict now, in every form and stage of the fact."""
    found = milder(warned(*old), warned(*new))

    forms = {"f0", "f0:old", "f0:new", "f0/acute", "f0/calm"}
    assert {(technique, form): now for technique in ("press", "stroke") for form in forms} == found


@pytest.mark.parametrize(("gone", "count"), [({"technique": "press"}, 21), ({"fact": "f0"}, 15)])
def test_a_pair_that_is_gone_is_softened(gone, count):
    """A technique or fact that left the library takes its warnings with it: all of its pairs are named."""
    made = warned("absolute")
    found = milder(made, without(made, **gone))

    assert {None} == set(found.values())
    assert count == len(found)


def test_losing_a_recorded_look_is_not_softening():
    """From "no warning found" to "not checked yet" is the careful way."""
    made = small.model(fits=[["press"]])

    assert {} == milder(made, small.model())
    assert {("press", form) for form in ("f0", "f0:old", "f0:new", "f0/acute", "f0/calm")} == set(
        milder(small.model(), made)
    )


@pytest.mark.parametrize("new", [["absolute", "emergency"], ["emergency"]])
def test_a_stricter_verdict_makes_the_lock_stale(new):
    """It is no danger, but has to be agreed to, or nobody would see it go."""
    made = warned(*new)

    assert {} == milder(warned("absolute"), made)
    assert stale(made, read(written(warned("absolute"))))


def test_a_new_pair_makes_the_lock_stale():
    """A technique or fact that the lock does not know cannot have become milder."""
    made = warned("absolute")
    before = without(without(made, technique="press"), fact="f3")

    assert {} == milder(before, made)
    assert stale(made, read(written(before)))
    assert not stale(made, read(written(made)))


def test_a_word_that_is_no_verdict_is_never_agreed_to():
    """A lock that somebody mistyped does not let anything pass."""
    made = warned("absolute")

    assert [Verdict.AVOID] == [one.now for one in softened(made, [Locked(2, "press", "f0", "fine", "")])]


def test_the_reason_is_the_strictest_rule():
    """`because` names the rule that decides, not the first of the record."""
    made = small.model([small.rule("precaution", ("f0", 0)), small.rule("emergency", ("f0", 1), urgency="today")])

    assert {"f0#2"} == {one.because for one in read(written(made)) if one.fact == "f0"}


# On a copy of the real library


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A copy of the real library with a fresh lock."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", real_day())
    folder = tmp_path / "project"
    folder.mkdir()
    real_project(folder)
    assert 0 == atlas(folder, "lock").exit_code
    return folder


def atlas(folder, *args):
    return CliRunner().invoke(main, ["-C", str(folder), *args])


def problems(folder):
    """Give what a check says, as (place, code, message), and its exit code; literature may have lost its reader."""
    result = atlas(folder, "check", "--format", "lines")
    found = re.findall(r"^(\S+:\d+):\d+: \w+\[([a-z-]+)\]: (.*)$", result.output, re.MULTILINE)
    return [one for one in found if one[1] != "orphan"], result.exit_code


def lone_rule(library, model):
    """Give a technique, a fact and the one rule behind their verdict, without which nothing would be known.

    The fact's record has other rules, so that it still is one without this rule, and no recorded looks.
    """
    owners = {id_: one for id_, one in library.records(Contraindication) if len(one.rules) > 1 and not one.fits}
    for id_ in owners:
        if Key("condition", id_) in library.entries:
            continue
        for technique in sorted(model.techniques):
            result = resolve(model, technique, [Fact(id_)])
            if (
                len(result.reasons) == 1
                and result.reasons[0].rule.id == id_
                and result.reasons[0].verdict in (Verdict.AVOID, Verdict.AVOID_AREA, Verdict.ASK_FIRST, Verdict.ADAPT)
                and not (result.elsewhere or result.not_checked)
            ):
                return technique, id_, result.reasons[0]
    raise AssertionError("no pair of the library rests on one rule")


def cut_rule(file, document, number):
    """Take one rule out of a record's file, and leave all other lines as they are."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    begins = [document.positions.value(("rules", n)).line - 1 for n in range(len(document.value["rules"]))]
    last = next((n for n in range(begins[-1], len(lines)) if re.match(r"[a-z]", lines[n])), len(lines))
    end = [*begins, last][number + 1]
    file.write_text("".join(lines[: begins[number]] + lines[end:]), encoding="utf-8")


def verdict_in_lock(folder, technique, fact):
    with (folder / FILE).open(encoding="utf-8", newline="") as file:
        return next(row[2] for row in csv.reader(file) if row[:2] == [technique, fact])


def test_removing_the_only_rule_behind_a_verdict_is_noticed(project, real_library, real_model):
    """Check fails, names the pair and the old reason; renewed, the pair reads "not checked" unless someone looked."""
    technique, fact, reason = lone_rule(real_library, real_model)
    file = project / f"content/contraindications/{fact}.yml"
    assert reason.verdict.value == verdict_in_lock(project, technique, fact)
    assert ([], 0) == problems(project)

    cut_rule(file, real_library.entries[Key("contraindication", fact)].document, reason.rule.number)
    found, code = problems(project)

    assert 1 == code
    assert {"verdict-softened"} == {name for _, name, _ in found}
    mine = [(place, text) for place, _, text in found if text.startswith(f"{technique} with {fact} was ")]
    assert 1 == len(mine)
    assert f"was '{reason.verdict.value}' and is 'not-checked'" in mine[0][1]
    assert mine[0][0].startswith(f"content/contraindications/{fact}.yml:")
    framed = atlas(project, "check").output
    assert f"because of {fact}#{reason.rule.number + 1}" in framed
    assert re.search(rf"{re.escape(FILE)}:\d+", framed)

    assert 0 == atlas(project, "lock").exit_code
    assert ([], 0) == problems(project)
    assert "not-checked" == verdict_in_lock(project, technique, fact)

    look = {"to": {"techniques": [technique]}, "how": "Light.", "basis": "convention", "checked": "DAY"}
    checked = re.search(r"^checked: (\S+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    text = yaml.safe_dump({"fits": [look]}, sort_keys=False).replace("DAY", checked[1])
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")
    found, code = problems(project)

    assert 1 == code
    assert [f"{technique} with {fact} was 'not-checked' and is 'no-warning'"] == [
        text.partition(" (help")[0] for _, _, text in found if text.startswith(f"{technique} with {fact} was ")
    ]


def test_deleting_a_record_that_a_rule_needs_fails_at_that_line(project, real_library):
    """Whatever kind of record a rule names: when it is gone, the line that names it is reported."""
    needed = {}
    for link in real_library.links:
        if link.source.kind == "contraindication" and link.relation.startswith(("rules.", "implied_by.")):
            needed.setdefault((link.relation, link.target.kind), link)
    sources = {link.source for link in needed.values()}
    lost = {relation: link for relation, link in needed.items() if link.target not in sources}
    assert {"condition", "contraindication", "region", "reference"} <= {kind for _, kind in lost}
    for path in {real_library.entries[link.target].path for link in lost.values()}:
        (project / path).unlink()

    found, code = problems(project)

    assert 1 == code
    reported = {place for place, name, _ in found if name == "unknown-reference"}
    for link in lost.values():
        place = real_library.entries[link.source].document.positions.value(link.loc)
        assert f"{place.path}:{place.line}" in reported, link


def test_a_lock_is_not_written_from_broken_records(project):
    """A verdict from half a library would be worth nothing; the old lock stays."""
    before = (project / FILE).read_bytes()
    shutil.copy(project / "techniques/effleurage.yml", project / "techniques/new.yml")
    (project / "techniques/effleurage.yml").write_text("name: [", encoding="utf-8")
    result = atlas(project, "lock")

    assert 1 == result.exit_code
    assert "run 'atlas check' first" in result.output
    assert before == (project / FILE).read_bytes()


def test_this_project_has_a_lock():
    """Without one, nothing would notice a milder verdict."""
    assert (ROOT / FILE).is_file()
