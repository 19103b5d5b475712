"""The command `atlas`: what each part does, says and returns."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from commands import DAY, ROOT, SMALL, run, small_project
from massage_atlas.cli import main
from massage_atlas.diagnostics.drawing import FORMS
from massage_atlas.records import KINDS
from massage_atlas.records.schema import schemas

Atlas = Callable[..., Result]
WARNED = ("content/terms/rub.yml", "# yaml-language-server: $schema=../../schemas/term.schema.json", "# Rubbing")
"""Makes one warning: the first line does not name the schema."""
BROKEN = ("techniques/kneading.yml", "family: kneading", "family: kneeding")
"""Makes one error, in a record that many others name."""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of its own for a test, on a fixed day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    return small_project(tmp_path / "project")


@pytest.fixture
def atlas(project: Path) -> Atlas:
    """Calls the command in the project."""
    return lambda *args: CliRunner().invoke(main, ["-C", str(project), *map(str, args)])


def change(project: Path, path: str, old: str, new: str) -> None:
    """Replace words of a record that stand in it once."""
    text = (project / path).read_text(encoding="utf-8")
    assert 1 == text.count(old)
    (project / path).write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("epoch", ["yesterday", "1e9", "9" * 20])
def test_a_day_that_is_none_is_named(atlas, monkeypatch, epoch):
    """A build's day comes from outside: a wrong one gets a sentence, as every wrong input does."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = atlas("check")
    assert 2 == result.exit_code
    assert f"SOURCE_DATE_EPOCH is '{epoch}', and must be a count of seconds since 1970" in result.output


def test_check_is_silent_when_all_is_well(atlas):
    """No news is good news."""
    for args in ((), ("--strict",)):
        result = atlas("check", *args)
        assert (0, "") == (result.exit_code, result.output)


def test_check_fails_on_an_error(project, atlas):
    """Exit code 1, the frame, and the count."""
    change(project, *BROKEN)
    result = atlas("check")
    assert 1 == result.exit_code
    assert "error[unknown-word]: 'kneeding' is not a word for 'family'" in result.output
    assert result.output.endswith("1 error\n")


def test_check_fails_on_a_warning_only_when_strict(project, atlas):
    """A warning is shown and forgiven, unless --strict says otherwise."""
    change(project, *WARNED)
    for args, code in (((), 0), (("--strict",), 1)):
        result = atlas("check", *args)
        assert code == result.exit_code
        assert "warning[schema-line]" in result.output
        assert result.output.endswith("1 warning\n")


def test_check_speaks_each_form(project, atlas):
    """Frames, lines, annotations and JSON name the same problem at the same place."""
    change(project, *BROKEN)
    line = 1 + (SMALL / BROKEN[0]).read_text(encoding="utf-8").split("family:")[0].count("\n")
    said = {form: atlas("check", "--format", form).output for form in FORMS}
    assert f" --> {BROKEN[0]}:{line}:9\n" in said["frames"]
    assert said["lines"].startswith(f"{BROKEN[0]}:{line}:9: error[unknown-word]: ")
    assert said["github"].startswith(f"::error file={BROKEN[0]},line={line},col=9,")
    (found,) = json.loads(said["json"])["diagnostics"]
    assert (BROKEN[0], line, 9, "unknown-word") == (found["path"], found["line"], found["column"], found["code"])
    assert json.loads(atlas("check", "--format", "json").output)["count"] == {"error": 1, "warning": 0}


def test_json_is_json_when_all_is_well(atlas):
    """A program gets an answer that it can read, also when there is nothing to say."""
    assert {"diagnostics": [], "count": {"error": 0, "warning": 0}} == json.loads(
        atlas("check", "--format", "json").output
    )


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("check", "--format", "xml"), "'xml' is not one of 'frames', 'lines', 'github', 'json'"),
        (("chek",), "No such command 'chek'"),
        (("export",), "Missing argument 'FOLDER'"),
        (("new", "technic", "x"), "'technic' is not one of 'technique'"),
        (("new", "technique"), "Missing argument 'ID'"),
        (("build", "--fast"), "No such option"),
    ],
)
def test_wrong_use_is_told_apart(atlas, args, words):
    """Exit code 2 and a sentence that says what is right."""
    result = atlas(*args)
    assert 2 == result.exit_code
    assert words in result.output


def test_without_a_project_the_command_says_where_to_go(tmp_path):
    """A folder without mkdocs.yml is not a project."""
    result = CliRunner().invoke(main, ["-C", str(tmp_path), "check"])
    assert 2 == result.exit_code
    assert "there is no mkdocs.yml in" in result.output
    assert "go to the project's folder, or name it with -C" in result.output
    assert 2 == CliRunner().invoke(main, ["-C", str(tmp_path / "gone"), "check"]).exit_code


@pytest.mark.parametrize("kind", ["technique", "condition", "contraindication"])
def test_a_new_record_fails_only_where_something_is_to_be_filled_in(project, atlas, kind):
    """Everything it is told is that a value is empty, or that no page leads to it yet."""
    result = atlas("new", kind, "my-own")
    path = f"{KINDS[kind].folder}/my-own.yml"
    assert 0 == result.exit_code
    assert result.output.startswith(f"{path} is made. Fill in what is empty")
    checked = atlas("check", "--format", "json")
    assert 1 == checked.exit_code
    found = json.loads(checked.output)["diagnostics"]
    assert {path} == {one["path"] for one in found}
    assert {"empty-value", "orphan"} == {one["code"] for one in found} | {"orphan"}
    empty = (project / path).read_text(encoding="utf-8").split("\n")
    for one in found:
        assert empty[one["line"] - 1].rstrip().endswith((":", "-")) or one["code"] == "orphan", one


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_begun(project, atlas, kind):
    """The first line names the schema, and each key that must be filled in has its explanation above it."""
    assert 0 == atlas("new", kind, "my-own").exit_code
    text = (project / KINDS[kind].folder / "my-own.yml").read_text(encoding="utf-8")
    assert re.match(rf"# yaml-language-server: \$schema=(\.\./)+schemas/{kind}\.schema\.json\n", text)
    assert re.search(r"^checked: 2026-06-01$", text, re.MULTILINE)
    assert re.search(r"^review: draft$", text, re.MULTILINE)


def test_a_record_that_is_there_is_not_replaced(project, atlas):
    """An id that is taken is refused, and the file stays."""
    before = (project / "techniques/kneading.yml").read_bytes()
    result = atlas("new", "technique", "kneading")
    assert 1 == result.exit_code
    assert "Error: techniques/kneading.yml is there already\n" == result.output
    assert before == (project / "techniques/kneading.yml").read_bytes()


@pytest.mark.parametrize(
    ("id_", "offer"),
    [
        ("Hot Stones", "'hot-stones' can"),
        ("hot_stones", "'hot-stones' can"),
        ("hot--stones", "'hot-stones' can"),
        ("../escape", "'escape' can"),
        ("hot/stones", "'hot-stones' can"),
        ("über", "'ber' can"),
        ("a" * 200, "can"),
        ("index", "choose a longer name"),
        ("con", "Windows cannot store a file of this name"),
    ],
)
def test_a_name_that_cannot_be_an_id_is_refused(project, atlas, id_, offer):
    """With the reason and, where one is near, a name that can; nothing is written."""
    before = sorted(project.parent.rglob("*"))
    result = atlas("new", "technique", id_)
    assert 2 == result.exit_code
    assert offer in " ".join(result.output.split())
    assert before == sorted(project.parent.rglob("*"))


def test_schemas_are_written_and_checked(project, atlas):
    """`schema` writes what is stale and nothing else; `schema --check` names it and writes nothing."""
    stale = atlas("schema", "--check")
    assert 1 == stale.exit_code
    assert "schemas/technique.schema.json" in stale.output
    assert not (project / "schemas").exists()
    assert f"{len(schemas())} schemas written\n" == atlas("schema").output
    fresh = atlas("schema", "--check")
    assert (0, "schemas are up to date\n") == (fresh.exit_code, fresh.output)
    (project / "schemas/term.schema.json").write_text("{}", encoding="utf-8")
    assert (
        "Error: schemas/term.schema.json is not up to date; run 'atlas schema'\n" == atlas("schema", "--check").output
    )
    assert "1 schemas written\n" == atlas("schema").output


def test_the_committed_schemas_are_fresh():
    """Editors and models say the same."""
    result = CliRunner().invoke(main, ["-C", str(ROOT), "schema", "--check"])
    assert (0, "schemas are up to date\n") == (result.exit_code, result.output)


@pytest.mark.engine
def test_build_ends_with_one_line(project, atlas, tmp_path):
    """Pages, links, warnings and seconds; the target is where -d says, for the address that --url says."""
    change(project, *WARNED)
    result = atlas("build", "-d", tmp_path / "out", "--url", "https://atlas.test/m/")
    assert 0 == result.exit_code, result.output
    assert "warning[schema-line]" in result.output
    assert re.fullmatch(r"\d+ pages, \d+ links, 1 warnings, \d+\.\d seconds", result.output.splitlines()[-1])
    assert int(result.output.splitlines()[-1].split()[0]) == len(
        [path for path in (tmp_path / "out").rglob("index.html") if "petrissage" not in path.parts]
    )
    home = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://atlas.test/m/">' in home
    assert "https://atlas.test/m/techniques/kneading/" in (tmp_path / "out/sitemap.xml").read_text(encoding="utf-8")
    assert not (project / "site").exists()


@pytest.mark.engine
def test_a_strict_build_fails_on_a_warning(project, atlas, tmp_path):
    """The frame is shown once, and the last line says that nothing was built."""
    change(project, *WARNED)
    result = atlas("build", "--strict", "-d", tmp_path / "out")
    assert 1 == result.exit_code
    assert 1 == result.output.count("schema-line")
    assert result.output.endswith("Error: 1 warning; nothing was built, and the last good site is untouched\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.engine
@pytest.mark.parametrize("form", FORMS)
def test_a_build_speaks_each_form(project, atlas, form):
    """The problems of a failed build come in the form that was asked for, on the standard output."""
    change(project, *BROKEN)
    result = atlas("build", "--format", form)
    assert 1 == result.exit_code
    assert atlas("check", "--format", form).stdout == result.stdout


@pytest.mark.engine
def test_a_wrong_configuration_is_told_in_a_sentence(project, atlas):
    """What MkDocs cannot read is an error of the configuration, not a traceback."""
    for broken in ("site_name: [", "nothing: here\n", "site_name: x\nplugins: [no-such-plugin]\n"):
        (project / "mkdocs.yml").write_text(broken, encoding="utf-8")
        for args in (("build",), ("export", project / "out"), ("serve",)):
            result = atlas(*args)
            assert 1 == result.exit_code, result.output
            assert isinstance(result.exception, SystemExit), result.exception
            assert "Error: " in result.output


def test_export_counts_its_files(project, atlas, tmp_path):
    """The closing line counts what was written, and a second export replaces the first."""
    for _ in range(2):
        result = atlas("export", tmp_path / "out")
        assert 0 == result.exit_code, result.output
        written = [path for path in (tmp_path / "out").rglob("*") if path.is_file() and path.name != ".massage-atlas"]
        assert f"{len(written)} files in {tmp_path / 'out'}\n" == result.output


@pytest.mark.parametrize(
    ("place", "args"),
    [
        ("content/safety.lock.csv", ("lock",)),
        ("content/reading-grades.csv", ("grades",)),
        ("schemas", ("schema",)),
        ("techniques", ("new", "technique", "rubbing")),
        ("taken", ("export", "taken/export")),
        ("taken", ("build", "-d", "taken/site")),
    ],
)
def test_what_cannot_be_written_is_told_in_a_sentence(project, place, args):
    """A file stands where a folder belongs, or a folder where a file does."""
    shutil.rmtree(project / place, ignore_errors=True)
    if place.endswith(".csv"):
        (project / place).mkdir()
    else:
        (project / place).write_text("")
    told = run("atlas", *args, cwd=project)
    assert 1 == told.returncode
    assert "Traceback" not in told.stdout
    assert place.rpartition("/")[2] in told.stdout


@pytest.mark.parametrize("command", ["export", "build"])
def test_an_address_that_no_host_has_does_no_harm(project, atlas, command):
    """Feeds name a host in their ids; one that cannot be is written out as it is."""
    target = ("-d", str(project / "out")) if command == "build" else (str(project / "out"),)
    result = atlas(command, *target, "--url", "https://a..b/")
    assert 0 == result.exit_code, result.output
    assert list((project / "out").rglob("changes.xml"))


def test_nothing_is_counted_from_broken_records(project, atlas):
    """A count that leaves out a record with a problem would be read as all there is."""
    change(project, *BROKEN)
    result = atlas("stats")
    assert 1 == result.exit_code
    assert "run 'atlas check' first" in result.output


def test_nothing_is_exported_from_broken_records(project, atlas, tmp_path):
    """The problems are shown, and no folder is made."""
    change(project, *BROKEN)
    result = atlas("export", tmp_path / "out")
    assert 1 == result.exit_code
    assert "error[unknown-word]" in result.output
    assert result.output.endswith("Error: nothing was exported\n")
    assert not (tmp_path / "out").exists()


def test_help_teaches():
    """The first page names the first steps and the exit codes; every part says more than its name."""
    said = " ".join(CliRunner().invoke(main, ["--help"]).output.split())
    for words in ("atlas new technique", "atlas check", "Exit codes: 0 all is well, 1 something", "2 wrong use"):
        assert words in said
    for name, part in main.commands.items():
        own = CliRunner().invoke(main, ["-C", str(SMALL), name, "-h"])
        assert 0 == own.exit_code
        assert part.get_short_help_str(200).split(".")[0] in " ".join(own.output.split())
        assert re.search(rf"\b{name}\b", said)


@pytest.mark.parametrize(
    ("args", "code"), [(("check",), 0), (("check", "--format", "xml"), 2), (("--version",), 0), ((), 2)]
)
def test_the_installed_command_returns_its_codes(project, args, code):
    """The same in a real process."""
    assert code == run("atlas", *args, cwd=project).returncode


def test_the_installed_command_fails_without_a_traceback(project):
    """A broken record is the author's business, and is told in words."""
    change(project, *BROKEN)
    failed = run("atlas", "check", cwd=project)
    assert 1 == failed.returncode
    assert "Traceback" not in failed.stdout
    assert "\x1b" not in failed.stdout
