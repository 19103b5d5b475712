"""The page of a contraindication."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from massage_atlas.library import Key
from massage_atlas.pages import evidence
from massage_atlas.pages.answers import short_answer
from massage_atlas.pages.evidence import KnownView, VoiceView
from massage_atlas.pages.frame import Frame, worst_urgency
from massage_atlas.pages.looks import LookView, looks
from massage_atlas.pages.rendering import Heading, RecordView
from massage_atlas.pages.writer import LinkView, Writer
from massage_atlas.records.contraindication import Contraindication, Rule
from massage_atlas.records.scope import Reach
from massage_atlas.records.vocabulary import ContraindicationKind, Level, Urgency, Verdict
from massage_atlas.safety import STRICTEST_FIRST, verdict
from massage_atlas.safety.reach import words


@dataclass(frozen=True)
class RuleView:
    """A rule, ready to print as a card."""

    verdict: Verdict
    urgency: Urgency | None
    when: tuple[str, ...]
    """Forms and stages of the fact it is about; empty for all."""
    together: tuple[LinkView, ...]
    """Facts that must also hold."""
    techniques: tuple[LinkView, ...]
    ways: str
    """Families and attributes through which it reaches techniques; empty when it names none."""
    areas: tuple[LinkView, ...]
    at_site: bool
    why: Markup
    instead: Markup
    ask_whom: Markup
    until: Markup
    unless: Markup
    known: KnownView
    accepted: Markup
    voices: tuple[VoiceView, ...]
    exam: str


@dataclass(frozen=True)
class ContraindicationView(RecordView):
    """The page of a contraindication."""

    template: ClassVar[str] = "contraindication.html.jinja"
    headings: ClassVar[tuple[Heading, ...]] = (
        Heading("signs", "What to look for"),
        Heading("rules", "What to do"),
        Heading("about", "In plain words", "client"),
        Heading("forms", "It depends which"),
        Heading("medicines", "Names of medicines it covers"),
        Heading("study", "For students", "study"),
        Heading("looks", "Techniques that were looked at", "study"),
        Heading("exam", "What your exam may call it", "study"),
    )

    plain: Markup
    study: Markup
    urgency: Urgency | None
    is_sign: bool
    is_medicine: bool
    medicines: tuple[tuple[str, str], ...]
    """Names of the medicines it covers, each with the names it is sold under."""
    forms: tuple[str, ...]
    rules: tuple[RuleView, ...]
    looks: tuple[LookView, ...]
    exam: tuple[str, ...]


def view(frame: Frame, writer: Writer, key: Key, record: Contraindication) -> ContraindicationView:
    """Make a contraindication ready to print."""
    rules = rule_views(writer, record)
    listed = writer.library.medicines
    short = short_answer(writer.library, frame.model, key.id, writer.text(record.short))
    head = frame.head(writer, record, key, short, verdict=rules[0].verdict if len(rules) == 1 else None)
    return ContraindicationView(
        head=head,
        plain=writer.text(record.plain),
        study=writer.text(record.study),
        urgency=worst_urgency(record),
        is_sign=record.fact_kind is ContraindicationKind.SIGN,
        is_medicine=record.fact_kind is ContraindicationKind.MEDICINE,
        medicines=tuple((one.name, ", ".join(one.brands)) for one in (listed.of(key.id) if listed else ())),
        forms=tuple(variant.name for variant in record.variants),
        rules=rules,
        looks=looks(writer, record.fits, {variant.id: variant.name for variant in record.variants}),
        exam=tuple(dict.fromkeys(rule.exam for rule in rules)),
        foot=frame.foot(writer, record, key),
    )


def rule_views(writer: Writer, record: Contraindication) -> tuple[RuleView, ...]:
    """Make the rules of a record ready to print, the strictest first."""
    names = {variant.id: variant.name for variant in record.variants}
    views = [_rule(writer, rule, names) for rule in record.rules]
    return tuple(sorted(views, key=lambda one: STRICTEST_FIRST.index(one.verdict)))


def _rule(writer: Writer, rule: Rule, names: dict[str, str]) -> RuleView:
    reach = rule.to or Reach()
    return RuleView(
        verdict=verdict(rule),
        urgency=rule.urgency,
        when=(*(names.get(id_, id_) for id_ in rule.variants), *(id_.replace("-", " ") for id_ in rule.phases)),
        together=tuple(
            writer.link(key)
            for part in rule.with_
            for key in writer.library.names.get(part.fact, ())
            if key.kind == "contraindication" or (key.kind == "condition" and len(writer.library.names[part.fact]) == 1)
        ),
        techniques=writer.links("technique", reach.techniques),
        ways=_either((*(family.label.lower() for family in reach.families), *words(reach.attributes))),
        areas=writer.links("region", (id_ for id_ in rule.at if id_ != "site")),
        at_site="site" in rule.at,
        why=writer.text(rule.why),
        instead=writer.text(rule.do_instead),
        ask_whom=writer.text(rule.ask_whom),
        until=writer.text(rule.until),
        unless=writer.text(rule.unless.why) if rule.unless else Markup(""),
        known=evidence.known(writer, rule),
        accepted=writer.text(rule.convention_accepted),
        voices=tuple(VoiceView(v.who, v.year, writer.text(v.says), writer.cite(v.references)) for v in rule.positions),
        exam={
            Level.EMERGENCY: "an emergency",
            Level.ABSOLUTE: "an absolute contraindication",
            Level.LOCAL: "a local contraindication",
            Level.PRECAUTION: "a relative contraindication or a precaution",
        }[rule.level],
    )


def _either(ways: tuple[str, ...]) -> str:
    """Say of several ways that any of them counts: `tapping, heat, or deep pressure`."""
    return " or ".join(ways) if len(ways) < 3 else f"{', '.join(ways[:-1])}, or {ways[-1]}"
