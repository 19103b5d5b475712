"""The index that the site's own search reads, made from the records: a small core, and shards that load when needed."""

from massage_atlas.exports.search.files import JSON, files

__all__ = ["JSON", "files"]
