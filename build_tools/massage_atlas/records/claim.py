"""A claim: something people say about massage, judged."""

from typing import ClassVar

from pydantic import Field

from massage_atlas.records.base import Answer, Name, Record, Sourced
from massage_atlas.records.links import TopicRef
from massage_atlas.records.readers import ClientLine, ClientProse, QuotedLine, StudyQuote
from massage_atlas.records.vocabulary import Stamp


class Claim(Record, Sourced):
    """Something people say about massage, judged."""

    kind: ClassVar[str] = "claim"
    title_key: ClassVar[str] = "question"

    question: Name
    """The claim as a question; never the claim as a statement."""
    said: tuple[Name, ...] = Field(min_length=1)
    """How people say it."""
    stamp: Stamp
    """How it was judged."""
    answer: Answer
    """The true answer, in at most 40 words."""
    found: ClientProse
    """What studies found."""
    why_said: QuotedLine
    """Why people say it."""
    use: ClientLine
    """What a client can do with the answer."""
    exam: StudyQuote
    """What an exam may expect, for students."""
    about: tuple[TopicRef, ...] = ()
    """Records it is about."""
