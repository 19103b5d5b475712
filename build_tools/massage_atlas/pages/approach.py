"""The page of an approach."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from massage_atlas.library import Key
from massage_atlas.pages import evidence
from massage_atlas.pages.body_map import small_map
from massage_atlas.pages.condition import SaidView
from massage_atlas.pages.evidence import DisagreementView, FindingView
from massage_atlas.pages.figure import SessionView, session_view
from massage_atlas.pages.frame import Frame
from massage_atlas.pages.rendering import Heading, RecordView
from massage_atlas.pages.spans import time_span
from massage_atlas.pages.verdicts import PlanView, plan_view
from massage_atlas.pages.writer import LinkView, Writer
from massage_atlas.records.approach import Approach
from massage_atlas.records.condition import Condition


@dataclass(frozen=True)
class PlanStepView:
    """A step of the session."""

    name: str
    stage: str
    minutes: str
    happens: Markup
    why: Markup
    techniques: tuple[LinkView, ...]
    regions: tuple[LinkView, ...]


@dataclass(frozen=True)
class ApproachView(RecordView):
    """The page of an approach."""

    template: ClassVar[str] = "approach.html.jinja"
    headings: ClassVar[tuple[Heading, ...]] = (
        Heading("for-whom", "Who it is for"),
        Heading("about", "In plain words", "client"),
        Heading("session", "What happens, step by step"),
        Heading("where", "Where they work"),
        Heading("changes", "What is left out or changed, and for whom"),
        Heading("goals", "What it aims at, and what it cannot do"),
        Heading("helps", "Does it help?"),
        Heading("visits", "How many visits"),
        Heading("training", "Who may give it, and what to ask"),
        Heading("wear", "What to wear, what stays covered"),
        Heading("effort", "Effort and cost to you"),
        Heading("paper", "Prescriptions and insurers"),
        Heading("aftercare", "Afterwards"),
        Heading("questions", "Questions to ask before you book"),
        Heading("study", "For students", "study"),
        Heading("order", "Technique order, with reasons", "study"),
    )

    plain: Markup
    study: Markup
    for_whom: Markup
    conditions: tuple[LinkView, ...]
    goals: tuple[Markup, ...]
    limits: tuple[Markup, ...]
    plan: tuple[PlanStepView, ...]
    session: SessionView | None
    where: Markup
    """A small map of the areas its steps name."""
    with_facts: PlanView
    no_massage: str
    findings: tuple[FindingView, ...]
    disagreements: tuple[DisagreementView, ...]
    visits: SaidView
    given_by: Markup
    training: tuple[Markup, ...]
    wear: Markup
    effort: tuple[Markup, ...]
    paper: Markup
    aftercare: tuple[Markup, ...]
    questions: tuple[Markup, ...]


def view(frame: Frame, writer: Writer, key: Key, record: Approach) -> ApproachView:
    """Make an approach ready to print."""
    head = frame.head(writer, record, key, writer.text(record.short))
    return ApproachView(
        head=head,
        plain=writer.text(record.plain),
        for_whom=writer.text(record.for_whom),
        conditions=writer.links("condition", record.conditions),
        plan=tuple(
            PlanStepView(
                step.name,
                step.stage.label,
                time_span(step.minutes) if step.minutes else "",
                writer.text(step.happens),
                writer.text(step.why),
                writer.links("technique", step.techniques),
                writer.links("region", step.regions),
            )
            for step in record.plan
        ),
        session=session_view(record),
        where=small_map(writer, (id_ for step in record.plan for id_ in step.regions), "Worked on:"),
        with_facts=plan_view(writer, frame.model, record),
        no_massage=writer.href("contraindications/#emergency"),
        goals=writer.texts(record.goals),
        limits=writer.texts(record.limits),
        findings=_findings(writer, key),
        disagreements=evidence.disagreements(writer, record.disagreements),
        visits=SaidView(writer.text(record.visits.says), evidence.known(writer, record.visits)),
        given_by=writer.text(record.given_by),
        training=writer.texts(record.training),
        wear=writer.text(record.wear),
        effort=writer.texts(record.effort),
        paper=writer.text(record.paper),
        aftercare=writer.texts(record.aftercare),
        questions=writer.texts(record.questions),
        study=writer.text(record.study),
        foot=frame.foot(writer, record, key),
    )


def _findings(writer: Writer, key: Key) -> tuple[FindingView, ...]:
    """Give what conditions record about this approach."""
    return tuple(
        evidence.finding_view(writer, benefit, (writer.link(Key("condition", id_)),))
        for id_, condition in writer.library.records(Condition)
        for benefit in condition.benefits
        if key.id in benefit.approaches
    )
