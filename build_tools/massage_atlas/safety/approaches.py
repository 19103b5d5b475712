"""The verdict for a style of massage: judged by its steps, so that a plan survives when only some of them drop out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from massage_atlas.records.vocabulary import Level, Verdict
from massage_atlas.safety.facts import Fact
from massage_atlas.safety.model import SafetyModel
from massage_atlas.safety.resolver import Result, resolve
from massage_atlas.safety.verdicts import STRICTEST_FIRST

_OUT = (Verdict.EMERGENCY, Verdict.AVOID)


@dataclass(frozen=True)
class PlannedStep:
    """A hands-on step of a plan: what is done, and where; no regions means anywhere."""

    techniques: tuple[str, ...]
    regions: tuple[str, ...] = ()


@dataclass(frozen=True)
class StepResult:
    """What becomes of a step."""

    out: tuple[str, ...]
    """Techniques that are left out of it."""
    changed: tuple[str, ...]
    """Techniques that stay with changes, or that nobody has looked at."""
    kept: tuple[str, ...]
    """Techniques that stay as they are."""

    @property
    def left_out(self) -> bool:
        """Tell whether nothing of the step remains."""
        return not self.changed and not self.kept


@dataclass(frozen=True)
class PlanResult:
    """The verdict for a plan, and what becomes of each of its hands-on steps."""

    verdict: Verdict
    steps: tuple[StepResult, ...]
    any_massage: bool
    """Whether every massage is out, whatever the plan: an emergency, or a rule about all techniques everywhere."""


def judge(model: SafetyModel, steps: Sequence[PlannedStep], facts: Iterable[Fact]) -> PlanResult:
    """Judge a plan for a set of facts.

    With changes, when only steps or techniques drop out; "do not have this" only when a rule stops every massage, or no
    step remains. A plan without hands-on steps was not checked.
    """
    held = tuple(facts)
    judged = [(step, {id_: _worst(model, id_, held, step.regions) for id_ in step.techniques}) for step in steps]
    results = tuple(_step(found) for _, found in judged)
    everything = [result for _, found in judged for result in found.values() if result is not None]
    any_massage = any(_stops_everything(model, result) for result in everything)
    return PlanResult(_verdict(results, everything, any_massage=any_massage), results, any_massage)


def _worst(model: SafetyModel, technique: str, facts: tuple[Fact, ...], regions: tuple[str, ...]) -> Result | None:
    """Give the strictest result among the step's regions; None when the technique is used on none of them."""
    found = [resolve(model, technique, facts, region) for region in regions or (None,)]
    used = [result for result in found if result.verdict is not None]
    return min(used, key=_rank, default=None)


def _rank(result: Result) -> int:
    assert result.verdict is not None
    return STRICTEST_FIRST.index(result.verdict)


def _step(found: dict[str, Result | None]) -> StepResult:
    verdicts = {id_: result.verdict for id_, result in found.items() if result is not None}
    return StepResult(
        tuple(id_ for id_, verdict in verdicts.items() if verdict in _OUT),
        tuple(id_ for id_, verdict in verdicts.items() if verdict not in (*_OUT, Verdict.NO_WARNING)),
        tuple(id_ for id_, verdict in verdicts.items() if verdict is Verdict.NO_WARNING),
    )


def _verdict(steps: tuple[StepResult, ...], results: list[Result], *, any_massage: bool) -> Verdict:
    if not results:
        return Verdict.NOT_CHECKED
    if any(result.verdict is Verdict.EMERGENCY for result in results):
        return Verdict.EMERGENCY
    if any_massage or all(step.left_out for step in steps):
        return Verdict.AVOID
    worst = min((result for result in results if result.verdict not in _OUT), key=_rank).verdict
    assert worst is not None
    if any(step.out for step in steps) and STRICTEST_FIRST.index(worst) > STRICTEST_FIRST.index(Verdict.ADAPT):
        return Verdict.ADAPT
    return worst


def _stops_everything(model: SafetyModel, result: Result) -> bool:
    """Tell whether a rule holds that forbids every massage, anywhere on the body."""
    if result.verdict is Verdict.EMERGENCY:
        return True
    rules = (model.rules[reason.rule] for reason in result.reasons if reason.verdict is Verdict.AVOID)
    return any(
        rule.level is Level.ABSOLUTE and rule.at is None and rule.techniques >= set(model.techniques) for rule in rules
    )
