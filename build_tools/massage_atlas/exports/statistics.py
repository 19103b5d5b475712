"""The counts of the library, with how many warnings a page carries and how hard it is to read."""

from collections.abc import Iterable, Mapping
from statistics import median
from typing import Any

from massage_atlas.language.client_text import client_texts
from massage_atlas.language.grades import HARDEST, grades
from massage_atlas.library import Library
from massage_atlas.pages.page import Page
from massage_atlas.records.vocabulary import Urgency
from massage_atlas.statistics import Statistics

_EXEMPT = {"get-help/"}
"""The page that is about emergencies, and has a card for each of its parts."""


def with_pages(counted: Statistics, library: Library, pages: Iterable[Page]) -> dict[str, Any]:
    """Give the counts of a library, and what its pages add: warnings, and grades."""
    loudest = warnings(pages)
    hard = grades(client_texts(library))
    return {
        **counted.values,
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
