"""Makes up a library of any size: records of each kind, long and linked like real ones, with nothing wrong in them."""

import datetime
import re
import textwrap
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import yaml

from massage_atlas.records import KINDS
from massage_atlas.records.schema import schema_line

SAMPLES = Path(__file__).parent.parent / "tests/data/diagnostics/_base"
"""One right record of each kind, which the made ones are longer copies of."""

SIZE = 5_300
"""How many bytes a record has at least; the last paragraph brings it to 5.5 kB on average, like the real ones."""

PARTS = {
    "technique": 12,
    "condition": 30,
    "contraindication": 16,
    "approach": 5,
    "region": 5,
    "structure": 10,
    "claim": 5,
    "reference": 17,
}
"""How many records of each kind there are in a hundred. Terms are short, and left out."""

_SENTENCES = (
    "The hands stay on the skin and move slowly while the person breathes out.",
    "Most people say that it feels warm, and that the muscle lets go after a while.",
    "Nobody has tested this on its own, so how sure we are stays low.",
    "Ask for a number from 0 to 10, and stay at 5 or below for the whole visit.",
    "It is given two or three times a week at first, and less often after that.",
)
_MARKED = "It should feel strong but *good*."
"""Stands once in each record: real ones have even less emphasis."""
_TEXT = {"claim": "found", "reference": "finding"}
_LINKED = {
    "technique": (("related", "technique", 2), ("references", "reference", 2)),
    "condition": (("related", "condition", 2), ("references", "reference", 2)),
    "contraindication": (("related", "contraindication", 3), ("references", "reference", 3)),
    "approach": (("related", "approach", 2), ("references", "reference", 2)),
    "region": (("references", "reference", 6),),
    "structure": (("related", "structure", 4), ("references", "reference", 2)),
    "claim": (("about", "structure", 6), ("references", "reference", 2)),
    "reference": (),
}
"""Keys that get more links: to which kind, and how many."""


def write_library(root: Path, number: int, today: datetime.date) -> int:
    """Write a project with this many records and give the bytes of all of them."""
    counts = {kind: max(8, number * part // 100) for kind, part in PARTS.items()}
    counts["condition"] += number - sum(counts.values())
    samples = {kind: _samples(kind) for kind in counts}
    size = 0
    for kind, wanted in counts.items():
        for one in range(wanted):
            text = _record(kind, one, counts, samples[kind][one % len(samples[kind])], today)
            file = root / KINDS[kind].folder / f"{kind}-{one}.yml"
            file.parent.mkdir(parents=True, exist_ok=True)
            size += file.write_bytes(text.encode())
    (root / "mkdocs.yml").write_text(
        "site_name: Made\ndocs_dir: content\ntheme: {name: material, font: false}\nplugins: [massage_atlas]\n"
        "markdown_extensions: [attr_list, tables]\nnav: [{Home: index.md}]\n",
        encoding="utf-8",
    )
    return size


def _samples(kind: str) -> list[str]:
    """Give right records of a kind, with a made id in place of every id; of contraindications the second is a sign."""
    ids = {file.stem: other.name for other in KINDS.values() for file in (SAMPLES / other.folder).glob("*.yml")}
    known = re.compile(rf"(?<![\w-])(?<!family: )(?<!side: )({'|'.join(ids)})(?![\w:-])")
    texts = (file.read_text(encoding="utf-8") for file in sorted((SAMPLES / KINDS[kind].folder).glob("*.yml")))
    return [known.sub(lambda found: f"{ids[found[1]]}-@", text) for text in texts]


def _record(kind: str, number: int, counts: dict[str, int], sample: str, today: datetime.date) -> str:
    def pick(other: str) -> Iterator[str]:
        """Give ids of a kind, other ones for each record, and never the record's own."""
        for step in count(1):
            id_ = f"{other}-{(number * 7 + step) % counts[other]}"
            if id_ != f"{kind}-{number}":
                yield id_

    values = yaml.load(sample, yaml.BaseLoader)
    values = _with_ids(values, {other: pick(other) for other in counts})
    values |= {"checked": today.isoformat(), "updated": today.isoformat()}
    name = "title" if kind == "reference" else "question" if kind == "claim" else "name"
    values[name] = f"{values[name].rstrip('?')} {number}" + "?" * (kind == "claim")
    if "red_flags" in values:
        values["red_flags"] = [f"contraindication-{number * 2 % counts['contraindication'] | 1}"]
    if "sequence" in values:
        values["sequence"]["after"] = [f"technique-{one}" for one in range(max(0, number - 2), number)]
    for key, other, wanted in _LINKED[kind]:
        ids = pick(other)
        values[key] = [next(ids) for _ in range(min(wanted, counts[other] - 1))]
    field = _TEXT.get(kind, "study")
    linked = pick("technique" if kind != "technique" else "condition")
    paragraphs = [_MARKED]
    while len(_dump(kind, values)) < SIZE:
        said = [_SENTENCES[(number + len(paragraphs) + step) % len(_SENTENCES)] for step in range(5)]
        said += [f"It goes with [[{next(linked)}]]."] if len(paragraphs) <= 3 else []
        paragraphs.append("\n".join(textwrap.wrap(" ".join(said), 110)))
        half = len(paragraphs) // 2
        values[field] = "\n\n".join(paragraphs[half:])
        if "plain" in values and half and kind != "claim":
            values["plain"] = "\n\n".join(paragraphs[:half])
    return _dump(kind, values)


def _with_ids(value: object, ids: dict[str, Iterator[str]]) -> object:
    """Put real ids in the places that a sample names."""
    if isinstance(value, dict):
        return {key: _with_ids(part, ids) for key, part in value.items()}
    if isinstance(value, list):
        return [_with_ids(part, ids) for part in value]
    if isinstance(value, str):
        return re.sub(r"\b([a-z]+)-@", lambda found: next(ids[found[1]]) if found[1] in ids else "technique-0", value)
    return value


class _Lines(yaml.SafeDumper):
    """Writes long texts as authors do, in lines of their own."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    number = re.fullmatch(r"\d+(\.\d+)?", text)
    tag = ("float" if "." in text else "int") if number else "str"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{tag}", text, "|" if "\n" in text else None)


_Lines.add_representer(str, _text)


def _dump(kind: str, values: dict[str, object]) -> str:
    text = yaml.dump(values, Dumper=_Lines, allow_unicode=True, sort_keys=False, width=100)
    return f"{schema_line(KINDS[kind])}\n{text}"
