"""A problem as a value: what, where and what to do about it; collected in one place, drawn in another."""

from massage_atlas.diagnostics.codes import Code, Severity
from massage_atlas.diagnostics.problem import Diagnostic, Place, Report

__all__ = ["Code", "Diagnostic", "Place", "Report", "Severity"]
