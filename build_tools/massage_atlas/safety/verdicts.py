"""From the level of a rule to the verdict readers see."""

from massage_atlas.records.contraindication import Rule
from massage_atlas.records.vocabulary import Level, Verdict

STRICTEST_FIRST = tuple(Verdict)
"""Every verdict, the strictest first; `NOT_CHECKED` stands before `NO_WARNING`, since silence is not a pass."""


def verdict(rule: Rule) -> Verdict:
    """Give the verdict that a rule brings where it holds."""
    if rule.level is Level.PRECAUTION:
        return Verdict.ASK_FIRST if rule.ask_whom is not None else Verdict.ADAPT
    return {Level.EMERGENCY: Verdict.EMERGENCY, Level.ABSOLUTE: Verdict.AVOID, Level.LOCAL: Verdict.AVOID_AREA}[
        rule.level
    ]
