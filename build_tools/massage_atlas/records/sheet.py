"""The appointment sheet: the questions a client answers, and the facts that each answer means."""

from collections.abc import Iterator
from typing import ClassVar, Self

from pydantic import Field, model_validator

from massage_atlas.records.base import Block, Name, Record, SafetyName, ShortAnswer, Slug, inconsistent
from massage_atlas.records.contraindication import FactPart
from massage_atlas.records.links import TechniqueRef
from massage_atlas.records.vocabulary import QuestionGroup


class Answer(Block):
    """Something a client can tick."""

    id: Slug
    """The word for it in the page; each stands once."""
    words: SafetyName
    """What the client reads."""
    facts: tuple[FactPart, ...] = ()
    """What a tick means; a form or stage that is not named is asked for under the tick."""
    forms: SafetyName | None = None
    """The words above the forms of its facts, in place of the usual ones."""
    stages: SafetyName | None = None
    """The words above the stages of its facts, when they are asked right here and not further down."""


class FollowUp(Block):
    """A question under a tick."""

    id: Slug
    """The word for it in the page; each stands once."""
    ask: SafetyName
    """What the client reads above the answers."""
    one: bool = False
    """Whether one answer shuts out the others."""
    answers: tuple[Answer, ...] = Field(min_length=2)
    """What can be ticked."""


class Question(Answer):
    """One of the questions that show at first."""

    which: FollowUp | None = None
    """Which of several things it is: until one is ticked, it counts as all of them."""
    also: tuple[FollowUp, ...] = ()
    """What may come with it: until one is ticked, it counts as none, and the sheet says that it was not answered."""

    @model_validator(mode="after")
    def _means_something(self) -> Self:
        if bool(self.facts) == (self.which is not None):
            raise inconsistent("a question has 'facts', or 'which' with answers that have them")
        return self


class Group(Block):
    """Questions that stand together."""

    id: QuestionGroup
    """The part of the sheet."""
    words: SafetyName
    """Its heading."""
    questions: tuple[Question, ...] = Field(min_length=1)
    """Its questions, in order."""


class Sheet(Record):
    """The appointment sheet."""

    kind: ClassVar[str] = "sheet"
    title_key: ClassVar[str] = "title_text"
    safety: ClassVar[bool] = True

    title_text: Name = Field(alias="title")
    """The words that name the page."""
    description: ShortAnswer
    """The first thing to know, in at most 35 words."""
    technique: TechniqueRef
    """The gentle massage by which the sheet sorts what was ticked."""
    who: tuple[Answer, ...] = Field(min_length=2)
    """For whom the massage is."""
    groups: tuple[Group, ...] = Field(min_length=1)
    """The groups of questions, in order."""

    @model_validator(mode="after")
    def _each_id_once(self) -> Self:
        ids = [*(one.id for one in self.who), *(id_ for group in self.groups for id_ in _ids(group))]
        twice = sorted({id_ for id_ in ids if ids.count(id_) > 1})
        if twice:
            raise inconsistent(f"the id '{twice[0]}' stands twice")
        return self


def _ids(group: Group) -> Iterator[str]:
    for question in group.questions:
        yield question.id
        for follow_up in (*((question.which,) if question.which else ()), *question.also):
            yield follow_up.id
            yield from (one.id for one in follow_up.answers)
