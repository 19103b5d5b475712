"""The schema: one module a record kind. A model is the one place that says what a record holds."""

from massage_atlas.records.kinds import KINDS, Kind

__all__ = ["KINDS", "Kind"]
