"""Reads the everyday words behind the search."""

from pathlib import Path

from massage_atlas.diagnostics import Report
from massage_atlas.records.decode import decode
from massage_atlas.records.search_words import FILE, SearchWords
from massage_atlas.source import read_document, read_text


def read_search_words(root: Path, report: Report) -> SearchWords:
    """Read them; empty when a project has none, or they cannot be read."""
    file = root / FILE
    text = read_text(file, FILE, report) if file.is_file() else None
    document = read_document(text, FILE, report) if text is not None else None
    value = decode(SearchWords, document, report) if document is not None else None
    return value or SearchWords()
