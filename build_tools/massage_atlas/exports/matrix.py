"""Every verdict of the library in one table, as CSV or JSON."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from massage_atlas.safety import SafetyModel, resolve
from massage_atlas.safety.table import every_fact

COLUMNS = ("technique", "fact", "variant", "phase", "verdict", "urgency", "areas", "reasons")
"""What a row holds; `areas` and `reasons` are lists."""


def rows(model: SafetyModel) -> Iterator[dict[str, Any]]:
    """Give one row for each technique and each fact, in each form and stage, in order."""
    for technique in sorted(model.techniques):
        for fact in (None, *every_fact(model)):
            result = resolve(model, technique, (fact,) if fact else ())
            if result.verdict is not None:
                yield {
                    "technique": technique,
                    "fact": fact.id if fact else "",
                    "variant": (fact.variant if fact else None) or "",
                    "phase": (fact.phase if fact else None) or "",
                    "verdict": result.verdict.value,
                    "urgency": result.urgency.value if result.urgency else "",
                    "areas": list(result.areas),
                    "reasons": [f"{one.rule.id}#{one.rule.number + 1}" for one in result.reasons],
                }


def as_csv(model: SafetyModel) -> str:
    """Write the table as CSV; lists are separated by spaces."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows(model):
        writer.writerow(" ".join(value) if isinstance(value, list) else value for value in row.values())
    return out.getvalue()


def as_json(model: SafetyModel) -> str:
    """Write the table as JSON: the columns, then one list a row."""
    table = [list(row.values()) for row in rows(model)]
    return json.dumps({"columns": COLUMNS, "rows": table}, ensure_ascii=False, separators=(",", ":")) + "\n"


FORMS = {"csv": as_csv, "json": as_json}
"""The forms by the word `--format` takes."""
