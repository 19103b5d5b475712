"""One verdict with the chain of records behind it, as text or as JSON."""

from collections.abc import Iterable, Iterator
from typing import Any

from massage_atlas.library import Key, Library
from massage_atlas.safety import HEALTHY_ADULT, Fact, Result, RuleKey, rule_of


def place_of(library: Library, key: RuleKey) -> str:
    """Give the `file:line:column` at which a rule stands."""
    entry = library.entries[Key("contraindication", key.id)]
    if entry.document is None:
        return entry.path
    return str(entry.document.positions.value(("rules", key.number)))


def explained(
    library: Library, technique: str, facts: Iterable[Fact], region: str | None, result: Result
) -> dict[str, Any]:
    """Give everything about one verdict as plain values."""

    def said(keys: Iterable[RuleKey], field: str) -> list[str]:
        texts = (getattr(rule_of(library, key), field) for key in keys)
        return list(dict.fromkeys(text.words() for text in texts if text is not None))

    return {
        "technique": technique,
        "facts": [str(fact) for fact in facts],
        "region": region,
        "verdict": result.verdict.value if result.verdict else "not-applicable",
        "label": result.verdict.label if result.verdict else f"This technique is not used on {region}.",
        "urgency": result.urgency.value if result.urgency else None,
        "areas": list(result.areas),
        "adaptations": said(result.adaptations, "do_instead"),
        "ask_whom": said(result.ask_whom, "ask_whom"),
        "not_checked": [str(fact) for fact in result.not_checked],
        "elsewhere": [_name(key) for key in result.elsewhere],
        "spare": list(result.spare),
        "reasons": [
            {
                "rule": _name(reason.rule),
                "verdict": reason.verdict.value,
                "fact": str(reason.fact) if reason.fact else None,
                "areas": list(reason.areas),
                "why": rule_of(library, reason.rule).why.words(),
                "basis": rule_of(library, reason.rule).basis.value,
                "references": list(rule_of(library, reason.rule).references),
                "place": place_of(library, reason.rule),
            }
            for reason in result.reasons
        ],
    }


def in_text(values: dict[str, Any]) -> str:
    """Write an explanation for a terminal."""
    return "\n".join(_lines(values)) + "\n"


def _lines(values: dict[str, Any]) -> Iterator[str]:
    facts = ", ".join(values["facts"]) or "nothing ticked"
    where = f" on {values['region']}" if values["region"] else ""
    yield f"{values['technique']}{where}, with {facts}"
    yield f"  verdict: {values['verdict']} ({values['label']})"
    if values["urgency"]:
        yield f"  urgency: {values['urgency']}"
    for field, words in (
        ("areas", "leave alone"),
        ("adaptations", "instead"),
        ("ask_whom", "ask"),
        ("spare", "spare"),
        ("elsewhere", "holds elsewhere"),
    ):
        if values[field]:
            yield f"  {words}: {'; '.join(values[field])}"
    if values["not_checked"]:
        names = ("a healthy adult" if name == str(HEALTHY_ADULT) else name for name in values["not_checked"])
        yield f"  not checked: {', '.join(names)}. That does not mean it is safe."
    for reason in values["reasons"]:
        yield f"  because of {reason['rule']} -> {reason['verdict']}"
        yield f"    {reason['place']}"
        brought = f" (from {reason['fact']})" if reason["fact"] else " (holds for everyone)"
        areas = f" at {', '.join(reason['areas'])}" if reason["areas"] else ""
        yield f"    why: {reason['why']}{brought}{areas}"
        sources = f": {', '.join(reason['references'])}" if reason["references"] else ""
        yield f"    how we know: {reason['basis']}{sources}"


def _name(key: RuleKey) -> str:
    return f"{key.id}#{key.number + 1}"
