"""How a short answer begins: one sentence made from the verdicts of its record, never typed by hand."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from markupsafe import Markup

from massage_atlas.library import Library
from massage_atlas.pages.rendering import shared
from massage_atlas.pages.wearing import brought, wears_out
from massage_atlas.records.vocabulary import Verdict
from massage_atlas.safety import STRICTEST_FIRST, Fact, SafetyModel, resolve


class Scope(Enum):
    """What the verdict of an answer holds for."""

    ALL = "all"
    """Every technique."""
    MOST = "most"
    """Most techniques."""
    SOME_FORMS = "some-forms"
    """Some forms of the fact; others are milder."""
    EVERYONE = "everyone"
    """Nobody is asked: the rules of the record always hold."""


@dataclass(frozen=True)
class Answer:
    """The verdict a page begins with, and what it holds for."""

    verdict: Verdict
    scope: Scope
    share: int = 0
    """How many techniques have it."""
    judged: int = 0
    """How many techniques have any verdict with it."""


def answer(model: SafetyModel, id_: str) -> Answer:
    """Give the verdict that most techniques have with a fact; of forms that differ, the strictest one's."""
    known = model.facts.get(id_)
    if known is None:
        return Answer(most(rule.verdict for rule in model.standing if rule.key.id == id_), Scope.EVERYONE)
    forms = [_verdicts(model, Fact(id_, variant)) for variant in known.variants or (None,)]
    found = [most(verdicts) for verdicts in forms]
    if len(set(found)) > 1:
        return Answer(min(found, key=STRICTEST_FIRST.index), Scope.SOME_FORMS)
    scope = Scope.ALL if all(set(verdicts) == {found[0]} for verdicts in forms) else Scope.MOST
    return Answer(found[0], scope, forms[0].count(found[0]), len(forms[0]))


def most(verdicts: Iterable[Verdict]) -> Verdict:
    """Give the verdict that is most common; of two that are as common, the stricter one."""
    counts = Counter(verdicts)
    return min(counts, key=lambda one: (-counts[one], STRICTEST_FIRST.index(one)), default=Verdict.NOT_CHECKED)


def short_answer(library: Library, model: SafetyModel, id_: str, text: Markup) -> Markup:
    """Begin the short answer of a record with the sentence its verdicts make, which wears out as they do."""
    closes = wears_out(library, model.techniques, brought(model, Fact(id_)))
    return Markup("{} {}").format(shared("first", answer(model, id_), closes), text)


def _verdicts(model: SafetyModel, fact: Fact) -> list[Verdict]:
    found = (resolve(model, technique, (fact,)).verdict for technique in model.techniques)
    return [verdict for verdict in found if verdict is not None]
