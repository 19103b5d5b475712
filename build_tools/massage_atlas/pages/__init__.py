"""One frozen view a page kind, one template, and the pages they make."""

from massage_atlas.pages.page import Page, Section

__all__ = ["Page", "Section"]
