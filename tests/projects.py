"""Makes small projects for tests: a base of one right record a kind, and what a test changes in it."""

import datetime
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from massage_atlas.build import check_site
from massage_atlas.diagnostics import Report
from massage_atlas.diagnostics.drawing import draw
from massage_atlas.library import Library, link, read_guides, read_records
from massage_atlas.records import KINDS
from massage_atlas.records.decode import decode
from massage_atlas.source import read_document, read_text

ROOT = Path(__file__).parent.parent
BASE_FOLDER = ROOT / "tests/data/diagnostics/_base"
BASE = {
    file.relative_to(BASE_FOLDER).as_posix(): file.read_text(encoding="utf-8")
    for file in sorted(BASE_FOLDER.rglob("*.*"))
}
"""The files of a project in which nothing is wrong: path to text."""

TODAY = datetime.date(2026, 6, 1)

SAMPLES = {
    "technique": "techniques/kneading.yml",
    "condition": "conditions/back-pain.yml",
    "contraindication": "content/contraindications/fever.yml",
    "approach": "content/approaches/classic.yml",
    "region": "content/regions/back.yml",
    "structure": "content/structures/trapezius.yml",
    "claim": "content/claims/toxins.yml",
    "term": "content/terms/stroke.yml",
    "reference": "content/references/smith-2020.yml",
}
"""A right record of each kind, by its path in the base."""


def write(root: Path, changes: Mapping[str, Any] | None = None) -> Path:
    """Write the base with some files changed; a file is its text, None to leave it out, or a block of one key.

    The keys are `change` (words in the base file to replace), `hex` (bytes), `link` (where a symlink leads), `fifo`,
    `folder` and `repeat` (a text and how often it is written).
    """
    for path, content in {**BASE, **(changes or {})}.items():
        if content is None:
            continue
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            file.write_bytes(content.encode())
        elif "change" in content:
            file.write_bytes(changed(path, content["change"]).encode())
        elif "hex" in content:
            file.write_bytes(bytes.fromhex(content["hex"]))
        elif "repeat" in content:
            text, times = content["repeat"]
            file.write_text(text * times, encoding="utf-8")
        elif "link" in content:
            file.symlink_to(content["link"])
        elif "fifo" in content:
            os.mkfifo(file)
        elif "folder" in content:
            file.mkdir()
        else:
            raise ValueError(f"{path}: {content}")
    return root


def changed(path: str, replacements: Mapping[str, str]) -> str:
    """Give a base file's text with some words replaced, each of which must stand in it exactly once."""
    text = BASE[path]
    for old, new in replacements.items():
        assert 1 == text.count(old), f"'{old}' stands {text.count(old)} times in {path}"
        text = text.replace(old, new)
    return text


def check(root: Path, today: datetime.date = TODAY) -> Report:
    """Give every problem of a project."""
    return check_site(root, today)[1]


def linked(root: Path, report: Report | None = None) -> Library:
    """Give the linked library of a project."""
    report = report if report is not None else Report()
    return link(read_records(root, report), read_guides(root, report), report)


def lines(report: Report) -> list[str]:
    """Give the problems as lines, in order."""
    return draw(report, "lines").splitlines()


def codes(report: Report) -> list[str]:
    """Give the codes of the problems, in order."""
    return [found.code.value for found in report]


def record_of(kind: str, text: str, report: Report | None = None) -> Any:
    """Read one record from text; None when something is wrong with it."""
    report = report if report is not None else Report()
    document = read_document(text, "record.yml", report)
    return decode(KINDS[kind].model, document, report) if document else None


def values_of(text: str) -> Any:
    """Read a text that is right, and give its plain values."""
    report = Report()
    document = read_document(text, "record.yml", report)
    assert [] == lines(report)
    assert document is not None
    return document.value


def text_of(file: Path, data: bytes) -> tuple[str | None, Report]:
    """Write bytes into a file and read them as a record's text."""
    file.write_bytes(data)
    report = Report()
    return read_text(file, file.name, report), report
