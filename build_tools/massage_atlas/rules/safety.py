"""Rules about the safety records themselves; what follows from them for a person is computed elsewhere."""

from collections.abc import Iterator

from massage_atlas.diagnostics import Code, Diagnostic
from massage_atlas.library import Key
from massage_atlas.records.condition import Condition
from massage_atlas.records.contraindication import Contraindication
from massage_atlas.records.region import Region
from massage_atlas.records.vocabulary import Basis, ContraindicationKind, Level
from massage_atlas.rules.context import Context
from massage_atlas.rules.evidence import unseen_references


def red_flag_kind(context: Context) -> Iterator[Diagnostic]:
    """What a condition or an area tells people to look out for is a sign: something happening now."""
    library = context.library
    listed = [(Key("condition", id_), "red_flags", record.red_flags) for id_, record in library.records(Condition)]
    listed += [(Key("region", id_), "first_check", record.first_check) for id_, record in library.records(Region)]
    for key, field, ids in listed:
        for number, id_ in enumerate(ids):
            flag = library.record(Contraindication, id_)
            if flag is not None and flag.fact_kind is not ContraindicationKind.SIGN:
                help_ = "name the sign a person would notice; illnesses belong under rules"
                yield context.found(Code.RED_FLAG_KIND, f"'{id_}' is not a sign", key, (field, number), help_)


def sign_urgency(context: Context) -> Iterator[Diagnostic]:
    """A sign is answered the same whatever the massage: each of its rules says how urgent it is, for all of them."""
    for id_, record in context.library.records(Contraindication):
        if record.fact_kind is not ContraindicationKind.SIGN:
            continue
        for number, rule in enumerate(record.rules):
            key, loc = Key("contraindication", id_), ("rules", number)
            if rule.urgency is None:
                help_ = "add urgency: call-now, today or before-visit"
                yield context.found(Code.SIGN_URGENCY, "a sign's rule does not say how urgent it is", key, loc, help_)
            for field, value in (("to", rule.to), ("at", rule.at)):
                if value:
                    message = f"a sign's rule holds for every massage, so it has no '{field}'"
                    yield context.found(Code.SIGN_URGENCY, message, key, (*loc, field), f"remove '{field}'")


def missing_instead(context: Context) -> Iterator[Diagnostic]:
    """A rule milder than "do not" leaves something possible, and must say what."""
    for id_, record in context.library.records(Contraindication):
        for number, rule in enumerate(record.rules):
            if rule.level in (Level.LOCAL, Level.PRECAUTION) and rule.do_instead is None:
                message = f"a rule of level {rule.level} does not say what is possible instead"
                loc = ("rules", number)
                yield context.found(
                    Code.MISSING_INSTEAD, message, Key("contraindication", id_), loc, "add 'do_instead'"
                )


def emergency_support(context: Context) -> Iterator[Diagnostic]:
    """An emergency that rests on custom alone says why acting on it is safe."""
    unseen = unseen_references(context)
    for id_, record in context.library.records(Contraindication):
        for number, rule in enumerate(record.rules):
            supported = not unseen.issuperset(rule.references) and rule.basis is not Basis.CONVENTION
            if rule.level is Level.EMERGENCY and not supported and rule.convention_accepted is None:
                help_ = "add a checked reference with its basis, or 'convention_accepted' with one sentence why"
                message = "this emergency rests on custom alone"
                yield context.found(
                    Code.EMERGENCY_SUPPORT, message, Key("contraindication", id_), ("rules", number), help_
                )
