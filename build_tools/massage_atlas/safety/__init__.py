"""The safety graph: the verdict for a technique and a set of facts, with its reasons."""

from massage_atlas.safety.facts import Fact
from massage_atlas.safety.model import RuleKey, SafetyModel, rule_of, safety_model
from massage_atlas.safety.reach import reached, through
from massage_atlas.safety.resolver import HEALTHY_ADULT, Reason, Result, resolve
from massage_atlas.safety.verdicts import STRICTEST_FIRST, verdict

__all__ = [
    "HEALTHY_ADULT",
    "STRICTEST_FIRST",
    "Fact",
    "Reason",
    "Result",
    "RuleKey",
    "SafetyModel",
    "reached",
    "resolve",
    "rule_of",
    "safety_model",
    "through",
    "verdict",
]
