"""Where on the body something holds: regions as sets of bits, so that "inside", "overlaps" and "apart" are one step."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

Mask: TypeAlias = int
"""A part of the body: one bit a region. A region's mask holds its own bit and those of every smaller area in it."""


class Areas:
    """The tree of body areas."""

    def __init__(self, parents: Mapping[str, str | None]) -> None:
        """Take each region with the larger one it belongs to; a parent that is not a region counts as none."""
        self.ids = tuple(sorted(parents))
        bits = {id_: 1 << number for number, id_ in enumerate(self.ids)}
        masks = dict(bits)
        for id_ in self.ids:
            above, seen = parents[id_], {id_}
            while above in bits and above not in seen:
                masks[above] |= bits[id_]
                seen.add(above)
                above = parents[above]
        self._masks = masks

    def mask(self, ids: Iterable[str]) -> Mask:
        """Give the part of the body that these regions cover together; unknown ids cover nothing."""
        covered = 0
        for id_ in ids:
            covered |= self._masks.get(id_, 0)
        return covered

    def __getitem__(self, id_: str) -> Mask:
        """Give the part of the body that one region covers.

        Raises:
            KeyError: when there is no such region.
        """
        return self._masks[id_]
