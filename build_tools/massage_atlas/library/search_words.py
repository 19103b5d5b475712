"""Reads the everyday words behind the search."""

from pathlib import Path

from massage_atlas.diagnostics import Report
from massage_atlas.library.single import read_single
from massage_atlas.records.search_words import FILE, SearchWords


def read_search_words(root: Path, report: Report) -> SearchWords:
    """Read them; empty when a project has none, or they cannot be read."""
    read = read_single(SearchWords, FILE, root, report)
    return (read[1] if read else None) or SearchWords()
