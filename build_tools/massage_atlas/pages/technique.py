"""The page of a technique."""

from dataclasses import dataclass, replace
from typing import ClassVar

from markupsafe import Markup

from massage_atlas.library import Key
from massage_atlas.pages import evidence
from massage_atlas.pages.body_map import small_map
from massage_atlas.pages.evidence import DisagreementView, FindingView, KnownView, TaughtView
from massage_atlas.pages.figure import PlateView, plate_view
from massage_atlas.pages.frame import Frame
from massage_atlas.pages.rendering import Heading, RecordView
from massage_atlas.pages.spans import numbers, time_span
from massage_atlas.pages.verdicts import PairView, special_rules
from massage_atlas.pages.writer import LinkView, Writer
from massage_atlas.records.condition import Condition
from massage_atlas.records.technique import Technique
from massage_atlas.records.vocabulary import Vocabulary


@dataclass(frozen=True)
class FactView:
    """A row of the key facts card."""

    label: str
    value: Markup | str


@dataclass(frozen=True)
class StepView:
    """A step, or a mistake with what to do instead."""

    text: Markup
    second: Markup


@dataclass(frozen=True)
class TargetView:
    """A structure the technique is used on."""

    role: str
    link: LinkView


@dataclass(frozen=True)
class TechniqueView(RecordView):
    """The page of a technique."""

    template: ClassVar[str] = "technique.html.jinja"
    headings: ClassVar[tuple[Heading, ...]] = (
        Heading("about", "In plain words", "client"),
        Heading("feel", "What it feels like", "client"),
        Heading("facts", "Key facts"),
        Heading("where", "Where it is used"),
        Heading("think-twice", "Think twice if"),
        Heading("helps", "Does it help?"),
        Heading("study", "For students: what it is", "study"),
        Heading("steps", "Steps", "study"),
        Heading("errors", "Common errors", "study"),
        Heading("body-mechanics", "Body mechanics", "study"),
        Heading("order", "Order in a session", "study"),
        Heading("targets", "What it works on", "study"),
        Heading("healthy", "For a healthy adult", "study"),
        Heading("taught", "Taught in schools, shown in studies", "study"),
    )

    plain: Markup
    study: Markup
    felt: Markup
    suits: Markup
    facts: tuple[FactView, ...]
    plate: PlateView | None
    numbers: tuple[FactView, ...]
    where: Markup
    """A small map of the areas it is kept for."""
    known: KnownView
    warnings: tuple[PairView, ...]
    no_massage: str
    """The page that lists what stops every massage."""
    findings: tuple[FindingView, ...]
    for_conditions: tuple[tuple[LinkView, tuple[FindingView, ...]], ...]
    disagreements: tuple[DisagreementView, ...]
    steps: tuple[StepView, ...]
    errors: tuple[StepView, ...]
    body_mechanics: tuple[Markup, ...]
    after: tuple[LinkView, ...]
    before: tuple[LinkView, ...]
    order_note: Markup
    targets: tuple[TargetView, ...]
    healthy: tuple[Markup, KnownView] | None
    """How it is given to an adult with none of the facts we ask about."""
    taught: tuple[TaughtView, ...]


def view(frame: Frame, writer: Writer, key: Key, record: Technique) -> TechniqueView:
    """Make a technique ready to print."""
    head = frame.head(writer, record, key, writer.text(record.short))
    incoming = writer.library.incoming.get(key, ())
    healthy = record.healthy_adult
    return TechniqueView(
        head=head,
        plain=writer.text(record.plain),
        felt=writer.text(record.felt),
        suits=writer.text(record.suits),
        facts=_facts(writer, record),
        plate=plate_view(writer, record),
        where=small_map(writer, record.regions, "Used on:"),
        known=evidence.known(writer, record.practice),
        warnings=special_rules(writer, frame.model, key.id),
        no_massage=writer.href("contraindications/#emergency"),
        findings=evidence.findings(writer, record.findings),
        for_conditions=_for_conditions(writer, key),
        disagreements=evidence.disagreements(writer, record.disagreements),
        study=writer.text(record.study),
        numbers=_numbers(writer, record),
        steps=tuple(StepView(writer.text(step.do), writer.text(step.why)) for step in record.steps),
        errors=tuple(StepView(writer.text(one.error), writer.text(one.instead)) for one in record.errors),
        body_mechanics=writer.texts(record.body_mechanics),
        after=writer.links("technique", record.sequence.after),
        before=tuple(writer.link(one.source) for one in incoming if one.relation == "sequence.after"),
        order_note=writer.text(record.sequence.note),
        targets=tuple(
            TargetView(target.role.label, writer.link(Key("structure", target.structure))) for target in record.targets
        ),
        healthy=(writer.text(healthy.how), evidence.known(writer, healthy)) if healthy else None,
        taught=evidence.taught(writer, record.taught),
        foot=frame.foot(writer, record, key),
    )


def _facts(writer: Writer, record: Technique) -> tuple[FactView, ...]:
    attributes, practice = record.attributes, record.practice
    return (
        FactView("Pressure", _labels(attributes.pressure)),
        FactView("Time", f"{time_span(practice.duration)} for {practice.duration.per.label}"),
        FactView("Position", _labels(attributes.position)),
        FactView("With", _labels(attributes.tool)),
        FactView("Oil", practice.lubricant.label),
        FactView("Clothes", writer.text(practice.clothing)),
    )


def _numbers(writer: Writer, record: Technique) -> tuple[FactView, ...]:
    practice = record.practice
    rows = [
        FactView("Motion", _labels(record.attributes.motion)),
        FactView("Warmth", _labels(record.attributes.heat)),
    ]
    if practice.rate:
        rows.append(FactView("Rate", f"{numbers(practice.rate)} {practice.rate.unit.label}"))
    if practice.hold_seconds:
        rows.append(FactView("Hold", f"{numbers(practice.hold_seconds)} s"))
    if practice.repeats:
        rows.append(FactView("Repeats", numbers(practice.repeats)))
    rows.append(FactView("Duration", f"{time_span(practice.duration)}, {practice.duration.per.label}"))
    rows.append(FactView("Direction", writer.text(practice.direction)))
    if practice.note:
        rows.append(FactView("Note", writer.text(practice.note)))
    return tuple(rows)


def _labels(words: tuple[Vocabulary, ...]) -> str:
    return ", ".join(word.label for word in words)


def _for_conditions(writer: Writer, key: Key) -> tuple[tuple[LinkView, tuple[FindingView, ...]], ...]:
    rows = []
    for id_, condition in writer.library.records(Condition):
        benefits = [benefit for benefit in condition.benefits if key.id in benefit.techniques]
        if benefits:
            link = writer.link(Key("condition", id_))
            views = (evidence.finding_view(writer, benefit, (link,)) for benefit in benefits)
            rows.append((link, tuple(replace(view, with_=()) for view in views)))  # the heading names the condition
    return tuple(rows)
