"""Rules about what clients read: plain, in short sentences, without promises."""

import re
from collections.abc import Iterator

from massage_atlas.diagnostics import Code, Diagnostic, Place
from massage_atlas.language.client_text import ClientText
from massage_atlas.language.grade import hardness
from massage_atlas.language.grades import FILE, HARDEST, WORSE
from massage_atlas.language.sentences import Sentence
from massage_atlas.rules.context import Context

LONGEST = 30
"""The most words of a sentence."""

LONG = 20
"""From more words on, a sentence is long: a page has few of them, and a warning none."""

_SHARE = 4
"""At most one sentence in so many is long."""

_EASIER = "make two sentences of a long one, and put the everyday word in place of the term"

_NOT = re.compile(
    r"\b(?:no|not|n't|cannot|never|nothing|nobody|none|neither|nor|without|whether|if|unlikely)\b|n't\b", re.IGNORECASE
)
_PROMISES = {
    stem: re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for stem, words in {
        "cur": r"cur(?:es?|ed|ing)\b|cure-all",
        "guarantee": r"guarantee[sd]?\b",
        "detox": r"detox\w*",
        "mirac": r"miracles?\b|miraculous\w*",
        "safe": r"safe and effective|(?:perfectly|completely|totally|entirely) safe\b|safe for (?:all|every)\w*",
        "risk": r"risk-free|free of risks?\b|(?:no|without) risks?\b",
        "side effects": r"(?:no|without) side effects",
        "100": r"100 ?(?:%|per ?cent\b)",
        "works": r"(?:always|really) works\b|works for every\w*",
        "instant": r"instant(?:ly)? (?:relief|relieve\w*)",
        "proven": r"(?:clinically|scientifically) proven",
    }.items()
}
"""What nobody can promise, by letters that stand in each of its forms: a text without them need not be searched."""

_MARKED = re.compile(r"\"[^\"\n]*\"|\u201c[^\u201d\n]*\u201d|(?<!\w)'[^'\n]*'(?!\w)")


def reading_grade(context: Context) -> Iterator[Diagnostic]:
    """A page for clients can be read after eight years of school."""
    for page, value in context.grades.items():
        if value > HARDEST:
            first, *others = _hardest(context.client_texts[page])
            yield Diagnostic(
                Code.READING_GRADE,
                f"the page's reading grade is {value:.1f}, and at most {HARDEST:g} is plain enough",
                first,
                _EASIER,
                tuple(("also hard to read", place) for place in others),
            )


def reading_grade_worse(context: Context) -> Iterator[Diagnostic]:
    """A page for clients stays as easy to read as it was."""
    for one in context.graded or ():
        now = context.grades.get(one.page)
        if now is not None and round(now - one.grade, 1) > WORSE:
            first, *others = _hardest(context.client_texts[one.page])
            yield Diagnostic(
                Code.READING_GRADE_WORSE,
                f"the page's reading grade was {one.grade:.1f} and is {now:.1f}",
                first,
                f"{_EASIER}; when it has to be so, run 'atlas grades' and say why in the commit",
                (("agreed to here", Place(FILE, one.line)), *(("also hard to read", place) for place in others)),
            )


def grades_stale(context: Context) -> Iterator[Diagnostic]:
    """The list of grades has every page that has a grade, and no other."""
    library = context.library
    broken = any(one.record is None for one in library.entries.values())
    if context.graded is None or broken or any(one.guide is None for one in library.guides.values()):
        return  # what cannot be read has no grade today, and has been reported
    help_ = "run 'atlas grades' and commit the list"
    listed = {one.page for one in context.graded}
    for one in context.graded:
        if one.page not in context.grades:
            yield Diagnostic(Code.GRADES_STALE, f"there is no page '{one.page}' to grade", Place(FILE, one.line), help_)
    missing = [page for page in context.grades if page not in listed]
    if missing:
        others = f", and {len(missing) - 1} more are not" if len(missing) > 1 else ""
        message = f"the page '{missing[0]}' is not in the list{others}"
        yield Diagnostic(Code.GRADES_STALE, message, Place(FILE), help_)


def sentence_length(context: Context) -> Iterator[Diagnostic]:
    """Sentences are short, and those about a danger are the shortest."""
    for texts in context.client_texts.values():
        long = []
        for text in texts:
            for sentence in text.sentences:
                count = len(sentence.words)
                if count <= LONG:
                    continue
                place = text.place(sentence.start, sentence.source)
                long.append(place)
                if count > LONGEST:
                    message = f"a sentence of {count} words, and at most {LONGEST} can be kept in mind"
                    yield Diagnostic(Code.LONG_SENTENCE, message, place, "make two sentences or a list of it")
                elif text.read_by.warns:
                    message = f"a sentence about a danger has {count} words, and at most {LONG} are understood at once"
                    yield Diagnostic(Code.LONG_SAFETY_SENTENCE, message, place, "say what to do first, then why")
        every = sum(len(text.sentences) for text in texts)
        if len(long) > 1 and len(long) * _SHARE > every:
            yield Diagnostic(
                Code.MANY_LONG_SENTENCES,
                f"{len(long)} of {every} sentences on this page have more than {LONG} words",
                long[0],
                "shorten them until it is one in four or fewer",
                tuple(("also long", place) for place in long[1:4]),
            )


def promise(context: Context) -> Iterator[Diagnostic]:
    """Nothing is promised; what others promise stands in marks or where a record reports it."""
    for text in (one for texts in context.client_texts.values() for one in texts):
        lower = text.source.lower() if not text.read_by.quotes else ""
        for pattern in (pattern for stem, pattern in _PROMISES.items() if stem in lower):
            for sentence in text.sentences if pattern.search(text.source) else ():
                yield from _promised(text, sentence, pattern)


def _promised(text: ClientText, sentence: Sentence, pattern: re.Pattern[str]) -> Iterator[Diagnostic]:
    quoted = [found.span() for found in _MARKED.finditer(sentence.source)]
    for found in pattern.finditer(sentence.source):
        in_marks = any(first <= found.start() < last for first, last in quoted)
        if not in_marks and not _NOT.search(sentence.source, 0, found.start()):
            yield Diagnostic(
                Code.PROMISE,
                f"'{found.group()}' promises what nobody can promise",
                text.place(sentence.start + found.start(), found.group()),
                "say what studies found, or that it may help",
            )


def _hardest(texts: tuple[ClientText, ...]) -> list[Place]:
    """Give the places of the three sentences that make a page hard, the hardest first."""
    found = [(text, sentence) for text in texts for sentence in text.sentences]
    found.sort(key=lambda pair: -hardness(pair[1]))
    return [text.place(sentence.start, sentence.source) for text, sentence in found[:3]]
