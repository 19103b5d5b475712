"""Rules about content that contradicts itself: it does not build."""

import re
from collections.abc import Iterator

from massage_atlas.diagnostics import Code, Diagnostic, Place
from massage_atlas.library import Key
from massage_atlas.records.claim import Claim
from massage_atlas.records.condition import Condition
from massage_atlas.records.contraindication import Contraindication
from massage_atlas.records.fields import blocks_of, leaves, values_at
from massage_atlas.records.findings import Finding
from massage_atlas.records.reference import Reference
from massage_atlas.records.vocabulary import (
    Certainty,
    ContraindicationKind,
    Direction,
    Level,
    Stamp,
    Verdict,
)
from massage_atlas.records.weight import WEIGHTS
from massage_atlas.rules.context import Context
from massage_atlas.safety import Fact, resolve
from massage_atlas.source.text import place_at

KEEP_TAKING = "Do not stop, skip or change a medicine because of a massage."
"""The sentence every medicine's page carries."""

_SUREST_FIRST = tuple(Certainty)

_BANS = re.compile(
    r"\b(?:(?:avoid|never have|do not have|don't have|must not have|should not have|cannot have)"
    r" (?:a |any |this |deep )?massage"
    r"|(?:do not|don't|never|must not|should not) (?:massage|knead|rub|press|tap|stroke)\b"
    r"|(?:should|must) not be massaged|no massage (?:if|with|for|when|on|at)\b"
    r"|massage is (?:not allowed|forbidden|banned)|(?:is|are) contraindicated|contraindicated (?:in|for|with)\b)",
    re.IGNORECASE,
)
_AS_RULE = "make it a rule of a contraindication, and link that record here"

_FALSE = {Stamp.UNSUPPORTED, Stamp.OUTDATED, Stamp.UNSAFE}
_SHORTEST_CLAIM = 4


def certainty_too_strong(context: Context) -> Iterator[Diagnostic]:
    """A finding is never surer than the strongest piece of literature that stands behind it."""
    known = dict(context.library.records(Reference))
    for key, entry in context.library.entries.items():
        for loc, finding in blocks_of(entry.record, Finding):
            if not known.keys() >= set(finding.references):
                continue  # a reference that is missing or broken has been reported as that
            allowed = {id_: WEIGHTS[known[id_].type].surest for id_ in finding.references if known[id_].supports}
            strongest = min(allowed, key=lambda id_: _SUREST_FIRST.index(allowed[id_]), default=None)
            if strongest is None or finding.certainty is allowed[strongest]:
                continue
            if _SUREST_FIRST.index(finding.certainty) < _SUREST_FIRST.index(allowed[strongest]):
                message = f"'{finding.certainty}' is more than its references allow"
                help_ = f"write '{allowed[strongest]}', or add a stronger reference"
                notes = (("the strongest of them", context.place(Key("reference", strongest), ("type",))),)
                yield context.found(Code.CERTAINTY_TOO_STRONG, message, key, (*loc, "certainty"), help_, notes)


def benefit_against_verdict(context: Context) -> Iterator[Diagnostic]:
    """No benefit is claimed for a technique that the rules say not to have with the condition, at any stage of it."""
    for id_, condition in context.library.records(Condition):
        stages: list[str | None] = [phase.id for phase in condition.phases] or [None]
        for number, benefit in enumerate(condition.benefits):
            if benefit.direction is not Direction.HELPS:
                continue
            for technique in (one for one in benefit.techniques if one in context.model.techniques):
                results = [resolve(context.model, technique, (Fact(id_, phase=stage),)) for stage in stages]
                if all(one.verdict in (Verdict.EMERGENCY, Verdict.AVOID) for one in results):
                    rule = results[0].reasons[0].rule
                    where = context.place(Key("contraindication", rule.id), ("rules", rule.number))
                    yield Diagnostic(
                        Code.BENEFIT_AGAINST_VERDICT,
                        f"'{technique}' is said to help with '{id_}', and a rule says not to have it then",
                        context.place(Key("condition", id_), ("benefits", number)),
                        "one of the two is wrong: mend the rule's reach, or take the technique out",
                        (("the rule", where),),
                    )


def emergency_from_condition(context: Context) -> Iterator[Diagnostic]:
    """A condition never implies an emergency: signs are asked for, not assumed."""
    for id_, record in context.library.records(Contraindication):
        key = Key("contraindication", id_)
        emergencies = [
            (at, rule) for at, rule in enumerate(record.rules) if rule.level is Level.EMERGENCY and not rule.with_
        ]
        for number, origin in enumerate(record.implied_by):
            any_form = origin.brings is None
            brought = [at for at, one in emergencies if any_form or not one.variants or origin.brings in one.variants]
            if record.fact_kind is ContraindicationKind.SIGN or brought:
                named = [one for one in context.library.names.get(origin.fact, ()) if one in context.library.entries]
                yield context.found(
                    Code.EMERGENCY_FROM_CONDITION,
                    f"'{origin.fact}' brings '{id_}' with it, which is a sign or an emergency",
                    key,
                    ("implied_by", number),
                    "remove it, or say which form it 'brings'; signs belong under a condition's 'red_flags'",
                    (
                        *(("the emergency", context.place(key, ("rules", at))) for at in brought[:1]),
                        *(("what is said to bring it", context.place(one)) for one in named[:1]),
                    ),
                )


def unreachable_rule(context: Context) -> Iterator[Diagnostic]:
    """Every safety rule can be met by some technique, somewhere on the body; what always holds says where."""
    if any(key.kind == "technique" and entry.record is None for key, entry in context.library.entries.items()):
        return  # a technique that cannot be read may be the one that meets it
    for rule in context.model.rules.values():
        key, loc = Key("contraindication", rule.key.id), ("rules", rule.key.number)
        if rule in context.model.standing and not rule.at:
            message = "a rule that needs no fact is met where the massage is, and this one says no place"
            yield context.found(Code.UNREACHABLE_RULE, message, key, loc, "add 'at' with its areas")
            continue
        places = [context.model.techniques[id_].regions for id_ in rule.techniques]
        meets = [place is None or rule.at is None or rule.at_site or place & rule.at for place in places]
        if not any(meets):
            help_ = "name a technique, family or attribute that exists, or remove the rule"
            yield context.found(Code.UNREACHABLE_RULE, "no technique can meet this rule", key, loc, help_)


def medicine_sentence(context: Context) -> Iterator[Diagnostic]:
    """Each medicine's page says that it is not to be stopped because of a massage."""
    for id_, record in context.library.records(Contraindication):
        if record.fact_kind is ContraindicationKind.MEDICINE and KEEP_TAKING not in " ".join(
            record.plain.source.split()
        ):
            help_ = f"add: {KEEP_TAKING}"
            message = "the text for clients does not say to keep taking the medicine"
            yield context.found(Code.MEDICINE_SENTENCE, message, Key("contraindication", id_), ("plain",), help_)


def safety_in_prose(context: Context) -> Iterator[Diagnostic]:
    """Only contraindications say what not to do; elsewhere the words would be a second truth that no verdict knows."""
    for key, loc, text in _texts(context):
        if key.kind in ("contraindication", "reference", "claim"):
            continue
        found = _BANS.search(text)
        document = context.library.entries[key].document
        if found and document is not None:
            place = document.positions.inside(loc, found.group())
            yield Diagnostic(Code.SAFETY_IN_PROSE, f"'{found.group()}' says what not to do", place, _AS_RULE)
    for guide in context.library.guides.values():
        for found in _BANS.finditer(guide.body):
            at = place_at(guide.body, found.start(), guide.path, len(found.group()))
            place = Place(guide.path, at.line + guide.first_line - 1, at.column, at.length)
            yield Diagnostic(Code.SAFETY_IN_PROSE, f"'{found.group()}' says what not to do", place, _AS_RULE)


def claim_repeated(context: Context) -> Iterator[Diagnostic]:
    """What a claim page calls untrue is not said as a fact anywhere else."""
    said = [
        (" ".join(words.casefold().rstrip(".").split()), id_)
        for id_, claim in context.library.records(Claim)
        if claim.stamp in _FALSE
        for words in claim.said
        if len(words.split()) >= _SHORTEST_CLAIM
    ]
    for key, loc, text in _texts(context):
        if key.kind in ("claim", "reference"):
            continue
        plain = " ".join(text.casefold().split())
        for words, id_ in said:
            if words in plain:
                message = f"'{words}' is a claim that was judged not to be true"
                help_ = f"say what is true, or link [[claim/{id_}]]"
                notes = (("judged here", context.place(Key("claim", id_), ("stamp",))),)
                yield context.found(Code.CLAIM_REPEATED, message, key, loc, help_, notes)


def _texts(context: Context) -> Iterator[tuple[Key, tuple[str | int, ...], str]]:
    """Give every text of every record, but for those that report what others say."""
    for key, entry in context.library.entries.items():
        if entry.document is None:
            continue
        for leaf in leaves(entry.kind.model):
            if leaf.prose and not (leaf.read_by and leaf.read_by.quotes):
                for loc, value in values_at(entry.document.value, leaf.path):
                    if isinstance(value, str):
                        yield key, loc, value
