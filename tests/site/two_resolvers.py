"""The builder's resolver and the one of a reader's browser, side by side on the same cases."""

import json
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

import massage_atlas
from massage_atlas.exports.browser_safety import browser_safety, files
from massage_atlas.library import Library
from massage_atlas.safety import Fact, Result, RuleKey, SafetyModel, resolve, safety_model

SCRIPTS = Path(massage_atlas.__file__).parent / "theme_parts" / "scripts"
AT_ONCE = 4000

ANSWER = """cases => {
  const name = rule => `${rule.id}#${rule.number + 1}`;
  return cases.map(([technique, facts, region]) => {
    const one = resolve(technique, facts.map(atlas.facts.parse), region);
    return JSON.stringify([
      one.verdict, one.reasons.map(r => [name(r.rule), r.verdict, r.fact, r.areas]), one.areas,
      one.adaptations.map(name), one.ask_whom.map(name), one.urgency,
      one.not_checked, one.elsewhere.map(name), one.spare,
    ]);
  });
}"""

Case = tuple[str, tuple[Fact, ...], str | None]
"""A technique, what is ticked, and the region asked for."""


def answering(page: Page, library: Library) -> Callable[[list[Case]], list[str]]:
    """Give an empty page of a real Chromium the two scripts and a library's data, and nothing else."""
    for script in ("site/10-atlas.js", "resolver/10-resolver.js"):
        page.add_script_tag(content=(SCRIPTS / script).read_text("utf-8"))
    page.add_script_tag(content=files(browser_safety(library, safety_model(library)))["assets/sheet.js"])
    page.evaluate("() => atlas.load('safety', data => { window.resolve = atlas.resolver(data) })")

    def answer(cases: list[Case]) -> list[str]:
        written = [[technique, [str(fact) for fact in facts], region] for technique, facts, region in cases]
        starts = range(0, len(written), AT_ONCE)
        return [one for at in starts for one in page.evaluate(ANSWER, written[at : at + AT_ONCE])]

    return answer


def ours(model: SafetyModel, case: Case) -> str:
    """Give the builder's result in the same form."""
    result: Result = resolve(model, *case)

    def named(keys: tuple[RuleKey, ...]) -> list[str]:
        return [f"{key.id}#{key.number + 1}" for key in keys]

    reasons = [
        [*named((one.rule,)), one.verdict.value, str(one.fact) if one.fact else None, list(one.areas)]
        for one in result.reasons
    ]
    values: list[Any] = [
        result.verdict.value if result.verdict else None,
        reasons,
        list(result.areas),
        named(result.adaptations),
        named(result.ask_whom),
        result.urgency.value if result.urgency else None,
        [str(fact) for fact in result.not_checked],
        named(result.elsewhere),
        list(result.spare),
    ]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def assert_equal(model: SafetyModel, theirs: Callable[[list[Case]], list[str]], cases: list[Case]) -> None:
    """Hold that both say the same: headline, unions and reasons."""
    for case, answer in zip(cases, theirs(cases), strict=True):
        assert answer == ours(model, case), case


def forms(model: SafetyModel, id_: str) -> Iterator[Fact]:
    """Give a fact in every form and stage, said or not."""
    known = model.facts[id_]
    yield from (Fact(id_, variant, phase) for variant, phase in product((None, *known.variants), (None, *known.phases)))
