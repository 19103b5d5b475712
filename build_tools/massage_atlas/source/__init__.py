"""Text on disk becomes values with positions; what cannot be trusted is refused with a sentence."""

from massage_atlas.source.documents import Document, read_document
from massage_atlas.source.folders import RecordFile, own_file, record_files
from massage_atlas.source.positions import Positions
from massage_atlas.source.text import read_text

__all__ = ["Document", "Positions", "RecordFile", "own_file", "read_document", "read_text", "record_files"]
