"""Resolves every link of every record and guide, and finds the way back."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from massage_atlas.diagnostics import Code, Place, Report
from massage_atlas.library.graph import Key, Library, Link
from massage_atlas.library.reading import Entry, GuideEntry
from massage_atlas.library.relations import MENTION
from massage_atlas.records import KINDS
from massage_atlas.records.decode import nearest
from massage_atlas.records.fields import Leaf, leaves, values_at
from massage_atlas.records.links import ID_PATTERN, RefTo
from massage_atlas.records.prose import GUIDE_LINK, RECORD_LINK
from massage_atlas.source import Positions
from massage_atlas.source.text import place_at

_FEW = 2
_FILE_LINK = re.compile(r"(?<!\!)\[[^\]\n]{0,200}\]\((?!https:|mailto:|tel:|#)([^)\s]*)\)")


def link(entries: Sequence[Entry], guides: Sequence[GuideEntry], report: Report) -> Library:
    """Build the graph; report every link that leads nowhere, to two places, or to the wrong kind of record.

    Links are read from the values as written, so a record with a problem elsewhere still has its links checked.
    """
    by_key = {Key(entry.kind.name, entry.id): entry for entry in entries}
    guide_by_key = {Key("guide", guide.id): guide for guide in guides}
    former = _former(by_key, report)
    linker = _Linker([*by_key, *guide_by_key], former, report)
    links = [found for key, entry in by_key.items() for found in linker.of_record(key, entry)]
    links += [found for key, guide in guide_by_key.items() for found in linker.of_guide(key, guide)]
    return Library(
        by_key,
        guide_by_key,
        tuple(links),
        linker.names,
        former,
        outgoing=_grouped((one.source, one) for one in links),
        incoming=_grouped((one.target, one) for one in links),
    )


def _grouped(pairs: Iterable[tuple[Key, Link]]) -> dict[Key, tuple[Link, ...]]:
    groups: defaultdict[Key, list[Link]] = defaultdict(list)
    for key, one in pairs:
        groups[key].append(one)
    return {key: tuple(group) for key, group in groups.items()}


def _former(by_key: Mapping[Key, Entry], report: Report) -> dict[Key, Key]:
    former: dict[Key, Key] = {}
    for key, entry in by_key.items():
        values = entry.document.value if entry.document else {}
        for loc, old in values_at(values, ("former_ids", "*")):
            if not isinstance(old, str) or entry.document is None:
                continue
            was = Key(key.kind, old)
            owner = was if was in by_key else former.get(was)
            if owner is not None:
                place = entry.document.positions.value(loc)
                message = (
                    f"'{old}' is still the id of a record" if owner == was else f"'{old}' leads to {owner} already"
                )
                report.add(Code.FORMER_ID_TAKEN, message, place, "an address can lead to one page only")
            else:
                former[was] = key
    return former


class _Linker:
    """Looks up what links are written as."""

    def __init__(self, keys: Iterable[Key], former: Mapping[Key, Key], report: Report) -> None:
        self.report = report
        self.former = former
        self.ids: defaultdict[str, dict[str, Key]] = defaultdict(dict)
        names: defaultdict[str, list[Key]] = defaultdict(list)
        for key in keys:
            self.ids[key.kind][key.id] = key
            names[key.id].append(key)
            names[str(key)].append(key)
        self.names = {name: tuple(found) for name, found in names.items()}

    def of_record(self, key: Key, entry: Entry) -> Iterator[Link]:
        if entry.document is None:
            return
        positions = entry.document.positions
        seen: dict[tuple[str, tuple[str | int, ...]], set[str]] = defaultdict(set)
        for leaf in leaves(entry.kind.model):
            for loc, value in values_at(entry.document.value, leaf.path):
                if not isinstance(value, str):
                    continue
                if leaf.prose:
                    yield from self._mentions(key, value, positions, loc)
                elif leaf.ref is not None and value not in leaf.ref.words and re.fullmatch(ID_PATTERN, value):
                    listed = seen[leaf.name, loc[:-1]] if isinstance(loc[-1], int) else set()
                    yield from self._reference(key, leaf, leaf.ref, value, positions, loc, listed)

    def _reference(
        self,
        key: Key,
        leaf: Leaf,
        ref: RefTo,
        value: str,
        positions: Positions,
        loc: tuple[str | int, ...],
        listed: set[str],
    ) -> Iterator[Link]:
        targets = [self.ids[kind][value] for kind in ref.kinds if value in self.ids[kind]]
        place = positions.value
        if not targets:
            self.report.add(Code.UNKNOWN_REFERENCE, *self._unknown(value, ref.kinds, place(loc)))
        elif value in listed:
            self.report.add(
                Code.REPEATED_REFERENCE, f"'{value}' stands twice in this list", place(loc), "keep one of them"
            )
        elif targets == [key]:
            self.report.add(
                Code.SELF_REFERENCE, f"'{value}' names this record itself", place(loc), "name another record"
            )
        else:
            listed.add(value)
            yield from (Link(key, leaf.name, target, loc) for target in targets if target != key)

    def _unknown(self, value: str, kinds: tuple[str, ...], place: Place) -> tuple[str, Place, str]:
        """Give message, place and help for an id that no record of these kinds has."""
        wanted = " or ".join(kinds) if len(kinds) <= _FEW else "record"
        for kind in kinds:
            if (now := self.former.get(Key(kind, value))) is not None:
                return f"'{value}' is the former id of a {kind}", place, f"its id is now '{now.id}'"
        elsewhere = [key for key in self.names.get(value, ()) if key.kind not in kinds]
        if elsewhere:
            return f"'{value}' is a {elsewhere[0].kind}", place, f"this key takes the id of a {wanted}"
        help_ = nearest(value, [id_ for kind in kinds for id_ in self.ids[kind]])
        offer = f"'atlas new {kinds[0] if len(kinds) <= _FEW else 'KIND'} {value}' begins a new one"
        return f"there is no {wanted} '{value}'", place, f"{help_}; {offer}" if help_ else offer

    def _mentions(self, key: Key, text: str, positions: Positions, loc: tuple[str | int, ...]) -> Iterator[Link]:
        counts: defaultdict[str, int] = defaultdict(int)
        for found in RECORD_LINK.finditer(text):
            needle = found.group()
            occurrence = counts[needle]
            counts[needle] += 1
            target = self._one(found[1].strip())
            if isinstance(target, Key):
                if target != key:
                    yield Link(key, MENTION, target, loc)
                continue
            code, message, help_ = target
            self.report.add(code, message, positions.inside(loc, needle, occurrence), help_)

    def _one(self, written: str) -> Key | tuple[Code, str, str]:
        """Give the page a link in a text means, or code, message and help when it is not one page."""
        found = self.names.get(written, ())
        if len(found) == 1:
            return found[0]
        if found:
            offers = " or ".join(f"[[{key}]]" for key in found)
            return Code.AMBIGUOUS_LINK, f"'{written}' is the id of {len(found)} records", f"write {offers}"
        kind, _, id_ = written.rpartition("/")
        if (now := self.former.get(Key(kind, id_))) or (now := self._any_former(written)):
            return Code.UNKNOWN_REFERENCE, f"'{written}' is a former id", f"write [[{now}]]"
        help_ = nearest(written, self.names)
        kinds = ", ".join([*KINDS, "guide"])
        return (
            Code.UNKNOWN_REFERENCE,
            f"there is no record '{written}'",
            help_ or f"a link is [[id]] or [[kind/id]]; the kinds are {kinds}",
        )

    def _any_former(self, id_: str) -> Key | None:
        return next((now for was, now in self.former.items() if was.id == id_), None)

    def of_guide(self, key: Key, guide: GuideEntry) -> Iterator[Link]:
        def place(found: re.Match[str], group: int = 0) -> Place:
            at = place_at(guide.body, found.start(group), guide.path, len(found.group(group)))
            return Place(guide.path, at.line + guide.first_line - 1, at.column, at.length)

        for found in GUIDE_LINK.finditer(guide.body):
            target = self._one(found[1].strip())
            if isinstance(target, Key):
                if target != key:
                    yield Link(key, MENTION, target)
            else:
                code, message, help_ = target
                self.report.add(code, message, place(found), help_)
        for found in _FILE_LINK.finditer(guide.body):
            self.report.add(
                Code.GUIDE_LINK,
                f"'{found[1]}' is written as a file's address",
                place(found, 1),
                "write [[kind/id]] or [[guide/its-address]], so that the link is checked and follows the page",
            )


def cycle(edges: Mapping[str, Sequence[str]]) -> list[str] | None:
    """Give the ids of one circle in a graph of ids, first id repeated at the end; None when there is none."""
    done: set[str] = set()
    for start in sorted(edges):
        trail: list[str] = []
        stack: list[tuple[str, Iterator[Any]]] = [(start, iter(edges[start]))] if start not in done else []
        trail += [start] if stack else []
        while stack:
            node, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                done.add(node)
                stack.pop()
                trail.pop()
            elif following in trail:
                return [*trail[trail.index(following) :], following]
            elif following not in done:
                trail.append(following)
                stack.append((following, iter(edges.get(following, ()))))
    return None
