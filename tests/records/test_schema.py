"""The models as JSON Schema, for editors."""

import json

import jsonschema
import pytest

from massage_atlas.diagnostics import Report
from massage_atlas.records import KINDS
from massage_atlas.records.decode import decode
from massage_atlas.records.schema import schema_file, schemas
from massage_atlas.source import read_document, read_text, record_files
from projects import BASE, ROOT, SAMPLES, changed


def validator(kind):
    return jsonschema.Draft202012Validator(json.loads(schemas()[schema_file(KINDS[kind])]))


def errors(kind, text):
    document = read_document(text, "x.yml", Report())
    assert document is not None
    return [error.message for error in validator(kind).iter_errors(document.value)]


def test_the_schemas_in_the_repository_are_fresh():
    """`atlas schema` was run after the last change of a model."""
    committed = {file.relative_to(ROOT).as_posix(): file.read_text() for file in sorted((ROOT / "schemas").iterdir())}

    assert dict(sorted(schemas().items())) == committed


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one(kind):
    """What we write is JSON Schema itself."""
    jsonschema.Draft202012Validator.check_schema(json.loads(schemas()[schema_file(KINDS[kind])]))


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_takes_the_sample_and_refuses_an_unknown_key(kind):
    """An editor says what the check says."""
    text = BASE[SAMPLES[kind]]

    assert [] == errors(kind, text)
    assert ["Additional properties are not allowed ('colour' was unexpected)"] == errors(kind, text + "colour: blue\n")


@pytest.mark.parametrize("area", ["site", "[back, site]"])
def test_the_schema_knows_both_ways_to_write_an_area(area):
    """`at: site` is as right in the editor as `at: [site]`."""
    path = "content/contraindications/fever.yml"

    assert [] == errors("contraindication", changed(path, {"level: absolute": f"level: local\n    at: {area}"}))


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_of_the_library_follows_its_schema(kind):
    """A record that the check takes shows no error in an editor."""
    schema = validator(kind)
    found = []
    for file in record_files(ROOT / KINDS[kind].folder, ROOT, Report()):
        text = read_text(file.file, file.path, Report())
        document = read_document(text, file.path, Report()) if text else None
        if document is not None and decode(KINDS[kind].model, document, Report()) is not None:
            found += [f"{file.path}: {error.message}" for error in schema.iter_errors(document.value)]

    assert [] == found
