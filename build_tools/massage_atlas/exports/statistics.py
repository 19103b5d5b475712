"""What the library holds and what it lacks, how many warnings a page carries, and how hard it is to read."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from statistics import median
from typing import Any

from massage_atlas.diagnostics import Code, Report
from massage_atlas.language.client_text import client_texts
from massage_atlas.language.grades import HARDEST, grades
from massage_atlas.library import Library
from massage_atlas.pages.page import Page
from massage_atlas.records import KINDS
from massage_atlas.records.freshness import due
from massage_atlas.records.reference import Reference
from massage_atlas.records.technique import Technique
from massage_atlas.records.vocabulary import ReviewState, Urgency, Verdict
from massage_atlas.safety import SafetyModel
from massage_atlas.safety.table import every_fact, table

_EXEMPT = {"get-help/"}
"""The page that is about emergencies, and has a card for each of its parts."""


def statistics(
    library: Library, model: SafetyModel, pages: Iterable[Page], report: Report, today: datetime.date
) -> dict[str, Any]:
    """Count the library: records, relations, references, verdicts, care, warnings, and grades."""
    records = [entry.record for entry in library.entries.values() if entry.record is not None]
    references = [reference for _, reference in library.records(Reference)]
    cells = Counter(cell.verdict for cell in table(model, (None, *every_fact(model))))
    codes = Counter(found.code for found in report)
    loudest = warnings(pages)
    hard = grades(client_texts(library))
    return {
        "records": {kind.name: sum(1 for _ in library.records(kind.model)) for kind in KINDS.values()},
        "guides": len(library.guides),
        "relations": sum(not one.cites for one in library.links),
        "citations": sum(one.cites for one in library.links),
        "references": {
            "by_kind": dict(sorted(Counter(one.type.value for one in references).items())),
            "by_check": dict(sorted(Counter(one.confirmed.value for one in references).items())),
        },
        "verdicts": {verdict.value: cells[verdict] for verdict in Verdict},
        "unreviewed": sum(record.review is ReviewState.DRAFT for record in records),
        "overdue": sum(today > due(record) for record in records),
        "pages_without_figure": sum(one.figure is None for _, one in library.records(Technique)),
        "orphans": codes[Code.ORPHAN],
        "warnings_per_page": {
            "most": max((sum(one.values()) for one in loudest.values()), default=0),
            "over_budget": over_budget(loudest),
        },
        "reading_grade": reading(hard),
        "pages_over_grade": sorted(page for page, grade in hard.items() if grade > HARDEST),
    }


def reading(hard: Mapping[str, float]) -> dict[str, Any]:
    """Give how hard the pages are to read: the middle one, and the hardest with its name."""
    worst = max(hard, key=lambda page: (hard[page], page), default="")
    middle = round(median(hard.values()), 1) if hard else 0.0
    return {"median": middle, "highest": hard.get(worst, 0.0), "page": worst, "graded": len(hard)}


def warnings(pages: Iterable[Page]) -> dict[str, dict[str, int]]:
    """Count on each page the urgency strips, and the full cards of each level."""
    found = {}
    for page in pages:
        html = "".join(section.html for section in page.sections)
        cards = {urgency.value: html.count(f'class="card card-{urgency.value}"') for urgency in Urgency}
        found[page.url] = {"strip": html.count('class="strip"'), **cards}
    return found


def over_budget(counts: Mapping[str, Mapping[str, int]]) -> list[str]:
    """Give the pages that cry wolf: more than one strip, or more than one full card of a level."""
    return sorted(
        url for url, one in counts.items() if url not in _EXEMPT and any(number > 1 for number in one.values())
    )


def _in_one_line(grade: Mapping[str, Any]) -> str:
    return f"median {grade['median']:.1f}, highest {grade['highest']:.1f} ({grade['page'] or 'no page'})"


def in_text(values: Mapping[str, Any]) -> str:
    """Write the counts for a terminal."""
    lines: list[str] = []

    def write(value: Any, indent: str, name: str) -> None:
        if isinstance(value, Mapping):
            lines.append(f"{indent}{name.replace('_', ' ')}")
            for key, inner in value.items():
                write(inner, f"{indent}  ", key)
        else:
            shown = (
                ", ".join(value) or "none"
                if isinstance(value, list)
                else value
                if isinstance(value, str)
                else f"{value:,}"
            )
            lines.append(f"{indent}{name.replace('_', ' ')}: {shown}")

    for name, value in values.items():
        write(_in_one_line(value) if name == "reading_grade" else value, "", name)
    return "\n".join(lines) + "\n"
