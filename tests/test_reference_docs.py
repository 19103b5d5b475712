"""The reference says what the code says: every key, every fixed word, every command."""

import re
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

import click
import pytest
from pydantic import BaseModel

from markdown_files import DOCS, row_keys, sections
from massage_atlas import cli
from massage_atlas.diagnostics.drawing import FORMS
from massage_atlas.records import KINDS, figure, vocabulary
from massage_atlas.records.fields import key_of
from massage_atlas.records.guide import Guide
from massage_atlas.records.schema import PROJECT_FILES
from massage_atlas.records.vocabulary import Vocabulary

KIND_SECTIONS = sections(DOCS / "reference/record-kinds.md")
WORD_SECTIONS = sections(DOCS / "reference/vocabulary.md")
FILE_SECTIONS = sections(DOCS / "reference/project-files.md")
COMMAND_SECTIONS = sections(DOCS / "reference/commands.md")

MODELS = {name: kind.model for name, kind in KINDS.items()} | {"guide": Guide}
VOCABULARIES = [
    one
    for module in (vocabulary, figure)
    for one in vars(module).values()
    if isinstance(one, type)
    and issubclass(one, Vocabulary)
    and one.__module__ == module.__name__
    and one is not Vocabulary
]


def title_of(model):
    """Give the heading of a block or vocabulary: its class name as words."""
    return re.sub(r"(?<!^)([A-Z])", lambda found: f" {found[1].lower()}", model.__name__)


def keys_of(model):
    return [key_of(name, field) for name, field in model.model_fields.items()]


def blocks_in(annotation):
    """Give the blocks that a field can hold."""
    if get_origin(annotation) in (Annotated, Union, UnionType, tuple):
        return [block for part in get_args(annotation) for block in blocks_in(part)]
    is_block = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return [annotation] if is_block else []


def blocks_of(model, found=None):
    """Give every block that stands anywhere in a model."""
    found = found if found is not None else []
    for field in model.model_fields.values():
        for block in blocks_in(field.annotation):
            if block not in found:
                found.append(block)
                blocks_of(block, found)
    return found


BLOCKS = sorted({block for model in MODELS.values() for block in blocks_of(model)}, key=title_of)
FILE_BLOCKS = sorted(
    {block for model, _ in PROJECT_FILES.values() for block in blocks_of(model)} - set(BLOCKS), key=title_of
)
FILE_HEADINGS = [
    (name, len(marks))
    for marks, name in re.findall(
        r"^(##+) (.+)$", (DOCS / "reference/project-files.md").read_text(encoding="utf-8"), re.MULTILINE
    )
]


@pytest.mark.parametrize("kind", MODELS)
def test_every_key_of_a_kind_is_in_its_section(kind):
    """Each kind's table has a row for every key of its model, and none for a key that is gone."""
    assert sorted(keys_of(MODELS[kind])) == sorted(row_keys(KIND_SECTIONS[kind]))


@pytest.mark.parametrize("block", BLOCKS, ids=title_of)
def test_every_key_of_a_block_is_in_its_section(block):
    """Each block's table has a row for every key of its model, and none for a key that is gone."""
    assert sorted(keys_of(block)) == sorted(row_keys(KIND_SECTIONS[title_of(block)]))


def test_every_file_a_project_has_once_has_a_section():
    """The reference has a section for each file, and for none that is gone; each block of a file stands under it."""
    files = [name for name, level in FILE_HEADINGS if level == 2]
    own = {title_of(block) for block in FILE_BLOCKS}

    assert sorted(PROJECT_FILES) == sorted(files)
    assert sorted(own) == sorted(name for name, level in FILE_HEADINGS if level == 3)


@pytest.mark.parametrize("name", PROJECT_FILES)
def test_every_key_of_a_file_is_in_its_section(name):
    """The table of a file has a row for every key, and none for a key that is gone."""
    assert sorted(keys_of(PROJECT_FILES[name][0])) == sorted(row_keys(FILE_SECTIONS[name]))


@pytest.mark.parametrize("block", FILE_BLOCKS, ids=title_of)
def test_every_key_of_a_block_of_a_file_is_in_its_section(block):
    """The same for each block that only such a file has."""
    assert sorted(keys_of(block)) == sorted(row_keys(FILE_SECTIONS[title_of(block)]))


@pytest.mark.parametrize("kind", MODELS)
def test_a_key_is_marked_as_needed_when_the_model_needs_it(kind):
    """The column Needed says yes for the keys that a record cannot do without, and for no others."""
    needed = [key_of(name, field) for name, field in MODELS[kind].model_fields.items() if field.is_required()]
    said = re.findall(r"^\| `([^`]+)` \|[^\n]*?\| yes \|", KIND_SECTIONS[kind], re.MULTILINE)

    assert sorted(needed) == sorted(said)


@pytest.mark.parametrize("words", VOCABULARIES, ids=title_of)
def test_every_word_of_a_vocabulary_is_in_its_section(words):
    """Each list of fixed words is there in full, in its own order."""
    assert [word.value for word in words] == row_keys(WORD_SECTIONS[title_of(words)])


@pytest.mark.parametrize("words", VOCABULARIES, ids=title_of)
def test_every_label_of_a_vocabulary_is_in_its_section(words):
    """Beside each word stands the label that readers see."""
    missing = [one.value for one in words if f"| `{one.value}` | {one.label} |" not in WORD_SECTIONS[title_of(words)]]

    assert [] == missing


def test_every_command_has_a_section():
    """Each command is described under its name, and no command that is gone."""
    headings = [title for title in COMMAND_SECTIONS if title.startswith("atlas ")]

    assert sorted(f"atlas {name}" for name in cli.main.commands) == sorted(headings)


@pytest.mark.parametrize("name", ["", *cli.main.commands])
def test_every_option_and_argument_of_a_command_is_in_its_section(name):
    """Each way to write each option is there, and each argument by the name that help shows."""
    command = cli.main.commands[name] if name else cli.main
    section = COMMAND_SECTIONS[f"atlas {name}".strip()]
    written = []
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            written += [*parameter.opts, *parameter.secondary_opts]
        else:
            written.append((parameter.metavar or parameter.name).upper())

    assert [] == [one for one in written if not re.search(rf"`{re.escape(one)}[` ]", section)]


def test_every_exit_code_is_documented():
    """The table of exit codes has the codes that the commands give."""
    found = re.findall(r"^\| (\d+) \|", COMMAND_SECTIONS["Exit codes"], re.MULTILINE)

    assert [str(code) for code in (cli.FINE, cli.PROBLEMS, cli.MISUSE)] == found


def test_every_form_of_a_report_is_documented():
    """The table of forms has every word that `--format` takes."""
    assert list(FORMS) == row_keys(COMMAND_SECTIONS["Forms"])


@pytest.mark.parametrize("kind", KINDS)
def test_the_kinds_that_new_takes_are_named(kind):
    """A kind that can be begun is named where the command is described."""
    assert f"`{kind}`" in COMMAND_SECTIONS["atlas new"]
