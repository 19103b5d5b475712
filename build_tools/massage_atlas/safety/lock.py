"""The lock: every pair's verdict as it was agreed to, so that none becomes milder without anyone saying so."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from massage_atlas.records.vocabulary import Verdict
from massage_atlas.safety.facts import Fact
from massage_atlas.safety.model import SafetyModel
from massage_atlas.safety.resolver import resolve
from massage_atlas.safety.table import every_fact, table
from massage_atlas.safety.verdicts import STRICTEST_FIRST
from massage_atlas.source.text import rows

FILE = "content/safety.lock.csv"
"""Where the lock lies, relative to the project's folder."""

_HEAD = ("technique", "fact", "verdict", "because")
_NOBODY = "(healthy adult)"


@dataclass(frozen=True)
class Locked:
    """A line of the lock."""

    line: int
    technique: str
    fact: str
    """As `Fact` writes it; `(healthy adult)` for nobody's facts."""
    verdict: str
    because: str
    """The rule behind the verdict, as `id#number` counted from 1; empty where no rule fires."""

    @property
    def pair(self) -> str:
        """Name the pair in words."""
        return f"{self.technique} with {self.fact}"


@dataclass(frozen=True)
class Softened:
    """A pair whose verdict is milder than the lock says."""

    locked: Locked
    now: Verdict | None
    """None when the pair is gone."""


def written(model: SafetyModel) -> str:
    """Give the lock's text for the library as it is."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEAD)
    for technique, fact, verdict in _pairs(model):
        writer.writerow((technique, str(fact or _NOBODY), verdict.value, _because(model, technique, fact)))
    return out.getvalue()


def read(text: str) -> list[Locked]:
    """Read a lock's text; a line that is not one is passed over, and its pair then counts as missing."""
    return [Locked(line, *row) for line, row in rows(text) if len(row) == len(_HEAD)]


def softened(model: SafetyModel, locked: list[Locked]) -> Iterator[Softened]:
    """Give every pair whose verdict is milder than the lock's, or that is gone."""
    rank = {verdict.value: number for number, verdict in enumerate(STRICTEST_FIRST)}
    now = current(model)
    for line in locked:
        verdict = now.get((line.technique, line.fact))
        if verdict is None or rank[verdict.value] > rank.get(line.verdict, -1):
            yield Softened(line, verdict)


def stale(model: SafetyModel, locked: list[Locked]) -> bool:
    """Tell whether the lock lacks a pair, or has one that became stricter: `atlas lock` then has something to write."""
    agreed = {(line.technique, line.fact): line.verdict for line in locked}
    return agreed != {pair: verdict.value for pair, verdict in current(model).items()}


def current(model: SafetyModel) -> Mapping[tuple[str, str], Verdict]:
    """Give every pair's verdict as it is now."""
    return {(technique, str(fact or _NOBODY)): verdict for technique, fact, verdict in _pairs(model)}


def _pairs(model: SafetyModel) -> Iterator[tuple[str, Fact | None, Verdict]]:
    cells = table(model, (None, *every_fact(model)))
    found = [(cell.technique, cell.fact, cell.verdict) for cell in cells if cell.verdict is not None]
    yield from sorted(found, key=lambda row: (row[0], str(row[1] or "")))


def _because(model: SafetyModel, technique: str, fact: Fact | None) -> str:
    reasons = resolve(model, technique, (fact,) if fact else ()).reasons
    return f"{reasons[0].rule.id}#{reasons[0].rule.number + 1}" if reasons else ""
