"""Reads a file that a project has once, such as the questions of the appointment sheet."""

from pathlib import Path
from typing import TypeVar

from massage_atlas.diagnostics import Report
from massage_atlas.records.base import Block
from massage_atlas.records.decode import decode
from massage_atlas.source import Document, own_file, read_document, read_text

M = TypeVar("M", bound=Block)


def read_single(model: type[M], path: str, root: Path, report: Report) -> tuple[Document, M | None] | None:
    """Give a file as written, and its value when all of it fits; None when it is not there or cannot be read.

    Args:
        model: What the file has to fit.
        path: Where it lies, relative to the project's folder.
        root: The project's folder.
        report: Takes every problem.
    """
    file = own_file(root, path, report)
    text = read_text(file, path, report) if file is not None else None
    document = read_document(text, path, report) if text is not None else None
    return (document, decode(model, document, report)) if document is not None else None
