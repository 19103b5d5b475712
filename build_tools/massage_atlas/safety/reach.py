"""Which techniques a rule is about, and through what it reaches them."""

from collections.abc import Iterator

from massage_atlas.records.scope import Attributes, Reach
from massage_atlas.records.technique import Technique
from massage_atlas.records.vocabulary import Motion, Pressure, Tool, Vocabulary

_PHRASES = {Pressure: "{} pressure", Motion: "{}", Tool: "{}"}


def reached(reach: Reach | None, id_: str, technique: Technique) -> bool:
    """Tell whether a rule is about a technique; nothing written means all."""
    return reach is None or any(True for _ in _ways(reach, id_, technique)) or _says_nothing(reach)


def through(reach: Reach | None, id_: str, technique: Technique) -> str:
    """Say why a rule reaches a technique, to follow "because": empty when it holds for every massage."""
    return next(_ways(reach, id_, technique), "") if reach is not None else ""


def words(attributes: Attributes | None) -> tuple[str, ...]:
    """Give attribute words as readers see them: `deep pressure`, `a powered device`."""
    if attributes is None:
        return ()
    return tuple(
        _phrase(word)
        for group in (attributes.pressure, attributes.motion, attributes.tool, attributes.heat)
        for word in group
    )


def _phrase(word: Vocabulary) -> str:
    return _PHRASES.get(type(word), "{}").format(word.label)


def _says_nothing(reach: Reach) -> bool:
    return not (reach.techniques or reach.families or reach.attributes)


def _ways(reach: Reach, id_: str, technique: Technique) -> Iterator[str]:
    if id_ in reach.techniques:
        yield "the rule names this technique"
    if technique.family in reach.families:
        yield f"it is one of the techniques called {technique.family.label.lower()}"
    if reach.attributes is not None:
        wanted, has = reach.attributes, technique.attributes
        for field in type(wanted).model_fields:
            for word in getattr(wanted, field):
                if word in getattr(has, field):
                    yield f"this technique uses {_phrase(word)}"
