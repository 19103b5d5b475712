"""Massage Atlas: from reviewed YAML records to a cross-linked site about massage."""

__version__ = "0.1.0"
