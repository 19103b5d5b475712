"""The commands about verdicts: explain, matrix, lock, review-pack."""

import csv
import io
import json
import re
import textwrap

import pytest
import yaml
from click.testing import CliRunner

from commands import DAY, SMALL, real_day, real_project, small_project
from massage_atlas.cli import FINE, MISUSE, PROBLEMS, main
from massage_atlas.exports.matrix import COLUMNS
from massage_atlas.library import Key
from massage_atlas.records.base import Sourced
from massage_atlas.records.fields import blocks_of
from massage_atlas.records.findings import Finding
from massage_atlas.records.prose import Prose
from massage_atlas.records.reference import Reference
from massage_atlas.safety import Fact, resolve, safety_model
from massage_atlas.safety.lock import FILE
from massage_atlas.safety.table import every_fact
from projects import linked

BOXES = "     [ ] agree   [ ] change   [ ] unsure"


@pytest.fixture(scope="module")
def small():
    """The small project's library and model."""
    library = linked(SMALL)
    return library, safety_model(library)


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project of its own for a test, on a fixed day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    return small_project(tmp_path / "project")


@pytest.fixture
def atlas(project):
    """Calls the command in the project."""
    return lambda *args: CliRunner().invoke(main, ["-C", str(project), *args])


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """A copy of the real library, and the command in it on a day when its checks are fresh."""
    folder = real_project(tmp_path_factory.mktemp("real"))
    env = {"SOURCE_DATE_EPOCH": real_day()}
    library = linked(folder)
    return folder, library, lambda *args: CliRunner(env=env).invoke(main, ["-C", str(folder), *args])


def values(result):
    assert FINE == result.exit_code, result.output
    return json.loads(result.output)


# atlas explain


def test_explain_names_the_verdict_and_the_rule_behind_it(project, atlas):
    """The headline, what else to show, and for each rule its place, its reason and how we know."""
    result = atlas("explain", "kneading", "fever")

    assert FINE == result.exit_code
    lines = result.output.splitlines()
    assert "kneading, with fever" == lines[0]
    assert "  verdict: avoid (Do not have this)" == lines[1]
    assert "  because of fever#1 -> avoid" in lines
    place = lines[lines.index("  because of fever#1 -> avoid") + 1].strip()
    path, line, column = place.split(":")
    text = (project / path).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert text[int(column) - 1 :].startswith("level: ")
    assert any(one.strip().startswith("why: ") and "(from fever)" in one for one in lines)
    assert any(one.strip().startswith("how we know: ") for one in lines)


def test_explain_says_what_was_not_checked(atlas):
    """Silence is not a pass, and the words say so."""
    result = atlas("explain", "stroking", "back-pain")

    assert "verdict: not-checked" in result.output
    assert "  not checked: a healthy adult. That does not mean it is safe." in result.output.splitlines()


def test_explain_without_facts_is_about_a_healthy_adult(atlas):
    """Nothing ticked is a question too."""
    assert "kneading, with nothing ticked" == atlas("explain", "kneading").output.splitlines()[0]


def test_explain_as_json_is_what_the_resolver_says(small, atlas):
    """Every part of the result, with the words of the rules."""
    _, model = small
    for written in ([], ["fever"], ["skin-infection", "back-pain"], ["numb-saddle"]):
        for region in (None, *model.areas.ids):
            result = resolve(model, "kneading", [Fact.parse(one) for one in written], region)
            given = values(atlas("explain", "kneading", *written, "--json", *(["--region", region] if region else [])))

            assert (written, region) == (given["facts"], given["region"])
            assert (result.verdict or "not-applicable") == given["verdict"]
            assert result.urgency == given["urgency"]
            assert list(result.areas) == given["areas"]
            assert [str(one) for one in result.not_checked] == given["not_checked"]
            assert [f"{key.id}#{key.number + 1}" for key in result.elsewhere] == given["elsewhere"]
            assert list(result.spare) == given["spare"]
            reasons = [(f"{one.rule.id}#{one.rule.number + 1}", one.verdict.value) for one in result.reasons]
            assert reasons == [(one["rule"], one["verdict"]) for one in given["reasons"]]


def test_every_rule_of_the_real_library_is_found_at_its_place(real):
    """Deep work with every fact at once: each file is there, and the rule that fires begins at that line and column."""
    folder, library, atlas = real
    model = safety_model(library)
    facts = [id_ for id_, known in model.facts.items() if known.rules]
    given = values(atlas("explain", "deep-tissue", *facts, "--json"))
    named = {reason["rule"].partition("#")[0] for reason in given["reasons"]}
    assert {id_ for id_ in facts if any("deep-tissue" in rule.techniques for rule in model.facts[id_].rules)} == named
    for reason in given["reasons"]:
        path, line, column = reason["place"].split(":")
        record, _, number = reason["rule"].partition("#")
        assert path == f"content/contraindications/{record}.yml"
        text = (folder / path).read_text(encoding="utf-8")
        after = "\n".join(text.split("\n")[int(line) - 1 :])[int(column) - 1 :]
        rule = library.entries[Key("contraindication", record)].record.rules[int(number) - 1]
        wanted = yaml.safe_load(text)["rules"][int(number) - 1]
        written = yaml.safe_load(
            textwrap.dedent(" " * (int(column) - 1) + re.split(r"\n(?:[a-z]| *- level)", after)[0])
        )
        assert wanted == written
        assert (rule.why.words(), rule.basis.value) == (reason["why"], reason["basis"])


def test_explain_takes_a_form_a_stage_a_site_and_a_region(real):
    """`FACT:VARIANT/PHASE@SITE`: each of them can make the answer milder, and never stricter."""
    _, _, atlas = real
    suspected = values(atlas("explain", "effleurage", "dvt:suspected", "--region", "shoulder", "--json"))
    treated = values(atlas("explain", "effleurage", "dvt:treated@calf", "--region", "shoulder", "--json"))

    assert ("avoid", "today") == (suspected["verdict"], suspected["urgency"])
    assert "ask-first" == treated["verdict"]
    assert "dvt#2" in treated["elsewhere"]
    staged = values(atlas("explain", "effleurage", "pregnancy:uncomplicated/middle", "--json"))
    assert ["pregnancy:uncomplicated/middle"] == staged["facts"]


def test_explain_says_where_a_technique_is_not_used(small, project, atlas):
    """Not a verdict, and no badge: a sentence."""
    back = (project / "content/regions/back.yml").read_text(encoding="utf-8")
    (project / "content/regions/foot.yml").write_text(back.replace("name: Back", "name: Foot"), encoding="utf-8")
    (project / "content/body-map.yml").unlink()
    file = project / "techniques/stroking.yml"
    file.write_text(file.read_text(encoding="utf-8") + "regions: [back]\n", encoding="utf-8")
    given = values(atlas("explain", "stroking", "--region", "foot", "--json"))

    assert ("not-applicable", "This technique is not used on foot.") == (given["verdict"], given["label"])


@pytest.mark.parametrize(
    ("args", "help_"),
    [
        (["kneadng"], "there is no technique 'kneadng'; a known name close to this is 'kneading'"),
        (["kneading", "fevr"], "there is no fact 'fevr'; a known name close to this is 'fever'"),
        (["kneading", "fever:hot"], "there is no variant of fever 'hot'"),
        (["kneading", "back-pain/old"], "there is no phase of back-pain 'old'"),
        (["kneading", "fever@bak"], "there is no region 'bak'; a known name close to this is 'back'"),
        (["kneading", "--region", "bak"], "there is no region 'bak'; a known name close to this is 'back'"),
        (["kneading", "Fever!"], "'Fever!' is not written as id:variant/phase@site"),
        ([], "Missing argument 'TECHNIQUE'"),
    ],
)
def test_explain_helps_with_what_it_does_not_know(atlas, args, help_):
    """A wrong word is never answered with a verdict: exit code 2, and the nearest name."""
    result = atlas("explain", *args)

    assert MISUSE == result.exit_code
    assert help_ in " ".join(result.output.split())
    assert "verdict" not in result.output


# atlas matrix


def matrix(atlas, form):
    result = atlas("matrix", "--format", form)
    assert FINE == result.exit_code, result.output
    if form == "json":
        table = json.loads(result.output)
        assert list(COLUMNS) == table["columns"]
        return [dict(zip(COLUMNS, row, strict=True)) for row in table["rows"]]
    rows = list(csv.DictReader(io.StringIO(result.output)))
    return [{**row, "areas": row["areas"].split(), "reasons": row["reasons"].split()} for row in rows]


def test_the_matrix_is_the_same_in_every_form(atlas):
    """CSV and JSON hold the same rows in the same order; CSV is the default."""
    assert matrix(atlas, "csv") == matrix(atlas, "json")
    assert atlas("matrix").output == atlas("matrix", "--format", "csv").output
    assert MISUSE == atlas("matrix", "--format", "xml").exit_code


def test_every_verdict_of_the_matrix_is_the_resolvers(real):
    """Every technique with every fact, in each form and stage, and with none; nothing is left out."""
    _, library, atlas = real
    model = safety_model(library)
    rows = matrix(atlas, "json")

    expected = [
        (technique, str(fact or "")) for technique in sorted(model.techniques) for fact in (None, *every_fact(model))
    ]
    found = []
    for row in rows:
        fact = Fact(row["fact"], row["variant"] or None, row["phase"] or None) if row["fact"] else None
        result = resolve(model, row["technique"], (fact,) if fact else ())
        found.append((row["technique"], str(fact or "")))
        assert (result.verdict.value, result.urgency or "") == (row["verdict"], row["urgency"]), row
        assert (list(result.areas), [f"{one.rule.id}#{one.rule.number + 1}" for one in result.reasons]) == (
            row["areas"],
            row["reasons"],
        ), row
    assert expected == found


# atlas lock


def test_lock_writes_once_and_then_has_nothing_to_write(project, atlas):
    """The second time it says so, and the file is the same."""
    first = atlas("lock")
    text = (project / FILE).read_bytes()
    second = atlas("lock")

    pairs = text.count(b"\n") - 1
    assert (FINE, f"{pairs} pairs in {FILE}\n") == (first.exit_code, first.output)
    assert (FINE, f"{pairs} pairs in {FILE}, as before\n") == (second.exit_code, second.output)
    assert text == (project / FILE).read_bytes()
    assert FINE == atlas("check", "--strict").exit_code


def test_lock_can_be_renewed_when_a_verdict_became_milder(project, atlas):
    """A softened verdict stops the check and the build, but not the commands that show and agree to it."""
    atlas("lock")
    file = project / "content/contraindications/fever.yml"
    before = file.read_text(encoding="utf-8")
    file.write_text(
        re.sub(r"level: absolute\n", "level: precaution\n    do_instead: Wait.\n", before), encoding="utf-8"
    )

    assert PROBLEMS == atlas("check").exit_code
    assert "verdict-softened" in atlas("check").output
    assert FINE == atlas("explain", "kneading", "fever").exit_code
    assert FINE == atlas("lock").exit_code
    assert FINE == atlas("check").exit_code


@pytest.mark.parametrize("args", [["explain", "kneading"], ["matrix"], ["lock"], ["review-pack", "fever"]])
def test_a_broken_record_stops_every_verdict(project, atlas, args):
    """Exit code 1, the place of the first problem, and what to do; no lock is written."""
    file = project / "conditions/back-pain.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("signs:", "sings:"), encoding="utf-8")
    result = atlas(*args)

    assert PROBLEMS == result.exit_code
    assert re.search(r"^Error: conditions/back-pain\.yml:\d+:\d+: .*; run 'atlas check' first$", result.output, re.M)
    assert not (project / FILE).exists()


# atlas review-pack


def prose_of(value):
    """Give every text in a record, wherever it stands, with the block that says how we know it."""

    def inside(value, known):
        if isinstance(value, Prose):
            yield value, known
        elif isinstance(value, tuple):
            for item in value:
                yield from inside(item, known)
        elif hasattr(type(value), "model_fields"):
            own = value if isinstance(value, Sourced | Finding) else known
            for name in type(value).model_fields:
                yield from inside(getattr(value, name), own)

    return inside(value, None)


def statements(text):
    """Give the statements of a pack: number, words, and the lines below up to the boxes."""
    found = re.findall(r"^ *(\d+)\. (.*?)\n((?:     .*\n)+)", text, re.MULTILINE)
    return [(int(number), words, below.rstrip("\n").split("\n")) for number, words, below in found]


@pytest.mark.parametrize(
    "name",
    ["technique/petrissage", "condition/neck-pain", "dvt", "contraindication/pregnancy", "approach/medical-massage"],
)
def test_a_review_pack_has_every_statement_of_a_record_once(real, name):
    """Each text stands there once, numbered, with how we know it, its sources, and three boxes to tick."""
    _, library, atlas = real
    result = atlas("review-pack", name)
    assert FINE == result.exit_code, result.output
    record = library.entries[library.resolve(name)].record
    pack = statements(result.output)

    assert list(range(1, len(pack) + 1)) == [number for number, _, _ in pack]
    assert result.output.startswith(f"{record.title} (")
    texts = list(prose_of(record))
    assert len(texts) > 5
    for prose, known in texts:
        mine = [below for _, words, below in pack if words.endswith(f": {prose.words()}")]
        same = sum(other.words() == prose.words() for other, _ in texts)
        assert same == len(mine), prose.words()
        if known is None or same > 1:
            continue
        basis = [f"     How we know: {known.basis.label}"] if getattr(known, "basis", None) else []
        sources = [library.record(Reference, id_) for id_ in known.references]
        unseen = " (nobody has seen it yet: it supports nothing by itself)"
        named = [f"{one.short}. {one.title}{'' if one.supports else unseen}" for one in sources]
        expected = [*basis, *(f"     Source: {one}" for one in named), BOXES]
        assert expected == mine[0], prose.words()
    assert all(BOXES == below[-1] for _, _, below in pack)
    assert result.output.rstrip().splitlines()[-1].startswith("Name: ")


def test_a_review_pack_shows_levels_and_verdicts_of_rules(real):
    """What a clinician must judge first: how strict each rule is."""
    _, library, atlas = real
    record = library.entries[Key("contraindication", "dvt")].record
    output = atlas("review-pack", "dvt").output

    for number, rule in enumerate(record.rules, 1):
        assert f"rules {number} level: {rule.level.label}\n" in output
    assert len(record.rules) == len(list(blocks_of(record, type(record.rules[0]))))


@pytest.mark.parametrize(
    ("name", "help_"),
    [
        ("feverr", "'feverr' is not one record; a known name close to this is 'fever'"),
        ("stroke", "'stroke' is not one record"),
        ("technique/none", "'technique/none' is not one record"),
    ],
)
def test_a_review_pack_is_of_one_record(project, atlas, name, help_):
    """A name that no record has, or that two kinds have, is wrong use: the message offers names."""
    if name == "stroke":
        text = (project / "content/contraindications/fever.yml").read_text(encoding="utf-8")
        (project / "content/contraindications/stroke.yml").write_text(text.replace("name: Fever", "name: Stroke"))
        help_ = "'stroke' is not one record; contraindication/stroke or term/stroke"
    result = atlas("review-pack", name)

    assert MISUSE == result.exit_code
    assert help_ in " ".join(result.output.split())
