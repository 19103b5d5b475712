"""Records that no other page leads to, besides the list of their kind."""

from massage_atlas.library.graph import Key, Library


def orphans(library: Library) -> tuple[Key, ...]:
    """Give the records that readers find only in a list.

    A relation shows on both pages, so a record that names another is reached from there. A piece of literature shows
    only where it is cited.
    """
    return tuple(key for key in library.entries if not _ways(library, key))


def _ways(library: Library, key: Key) -> list[Key]:
    ways = [one.source for one in library.incoming.get(key, ())]
    if key.kind != "reference":
        ways += [one.target for one in library.outgoing.get(key, ()) if not one.cites]
    return ways
