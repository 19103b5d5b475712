"""Every kind of problem this tool can report: a stable word, how bad it is, and what it means in one sentence."""

from enum import StrEnum
from typing import Self


class Severity(StrEnum):
    """How bad a problem is."""

    ERROR = "error"
    """The site would say something wrong or be broken: nothing is built."""
    WARNING = "warning"
    """The site would be right but poorer than it should be: fails under `--strict`."""


class Code(StrEnum):
    """A kind of problem. The value is its published name, which never changes meaning.

    Each one has a section in `docs/reference/diagnostics.md` and a case under `tests/data/diagnostics/`.
    """

    severity: Severity
    summary: str

    def __new__(cls, word: str, severity: Severity, summary: str) -> Self:
        """Make the member equal to its word and carry the rest beside it."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.severity = severity
        member.summary = summary
        return member

    # Files: what lies in a record folder.
    FILE_NAME = "file-name", Severity.ERROR, "A record's file name is its id, and this one cannot be an id."
    RESERVED_NAME = "reserved-name", Severity.ERROR, "This file name means something else to the site or to a computer."
    NAME_CLASH = (
        "name-clash",
        Severity.ERROR,
        "Two file names differ only in capitals, which many computers cannot tell apart.",
    )
    WRONG_EXTENSION = "wrong-extension", Severity.ERROR, "A record's file name ends in .yml."
    STRAY_FILE = "stray-file", Severity.ERROR, "A record folder holds only records."
    STRAY_FOLDER = "stray-folder", Severity.ERROR, "A record folder has no folders in it."
    SPECIAL_FILE = "special-file", Severity.ERROR, "A record is an ordinary file."
    OUTSIDE_LINK = "outside-link", Severity.ERROR, "A shortcut must not lead out of the project."
    UNREADABLE_FILE = "unreadable-file", Severity.ERROR, "The computer would not let us read this file."

    # Text: what is in a file before anyone reads it as YAML.
    FILE_SIZE = "file-size", Severity.ERROR, "A record's file is larger than the limit."
    NOT_UTF8 = "not-utf8", Severity.ERROR, "A record's file must be UTF-8 text."
    CONTROL_CHARACTER = (
        "control-character",
        Severity.ERROR,
        "The text holds a character that cannot be seen and could mislead.",
    )
    MERGE_CONFLICT = "merge-conflict", Severity.ERROR, "Git left an unfinished merge in this file."
    EMPTY_FILE = "empty-file", Severity.ERROR, "The file holds no record."
    DEEP_NESTING = "deep-nesting", Severity.ERROR, "Blocks are nested deeper than any record needs."

    # YAML: how the text is written down.
    YAML_SYNTAX = "yaml-syntax", Severity.ERROR, "The file cannot be read as YAML."
    SECOND_DOCUMENT = "second-document", Severity.ERROR, "A file holds one record."
    ANCHOR_OR_ALIAS = "anchor-or-alias", Severity.ERROR, "YAML's copies ('&name', '*name') are not used in records."
    MERGE_KEY = "merge-key", Severity.ERROR, "YAML's '<<' is not used in records."
    TAG = "tag", Severity.ERROR, "YAML's '!type' is not used in records."
    DUPLICATE_KEY = "duplicate-key", Severity.ERROR, "The same key is written twice in one block."
    KEY_TYPE = "key-type", Severity.ERROR, "A key is plain text."

    # Shape: whether the record has the keys and values of its kind.
    UNKNOWN_KEY = "unknown-key", Severity.ERROR, "This kind of record has no such key."
    MISSING_KEY = "missing-key", Severity.ERROR, "A key that every record of this kind needs is not there."
    EMPTY_VALUE = "empty-value", Severity.ERROR, "A key is there, but nothing is filled in."
    WRONG_TYPE = "wrong-type", Severity.ERROR, "The value is of another type than the key needs."
    UNKNOWN_WORD = "unknown-word", Severity.ERROR, "The value is not one of the fixed words for this key."
    WRONG_FORM = "wrong-form", Severity.ERROR, "The value is not written in the form this key needs."
    TOO_LONG = "too-long", Severity.ERROR, "The text is longer than its place on the page allows."
    OUT_OF_RANGE = "out-of-range", Severity.ERROR, "The number or the list is outside what makes sense here."
    BAD_DATE = "bad-date", Severity.ERROR, "A date is written as year-month-day and exists in the calendar."
    BAD_URL = "bad-url", Severity.ERROR, "An address is not a complete https address."
    BAD_PATH = "bad-path", Severity.ERROR, "A line of the body map cannot be drawn as it is written."
    INCONSISTENT = "inconsistent", Severity.ERROR, "Two values of one block do not fit together."

    # Prose: what may stand in a text field.
    PROSE_HTML = "prose-html", Severity.ERROR, "Text fields hold no HTML."
    PROSE_IMAGE = "prose-image", Severity.ERROR, "Text fields hold no pictures."
    PROSE_LINK = "prose-link", Severity.ERROR, "A link leads to a record, or to an https, mailto or tel address."
    PROSE_MARKUP = (
        "prose-markup",
        Severity.ERROR,
        "Text fields know paragraphs, lists, emphasis, links and simple tables only.",
    )
    PROSE_SIZE = "prose-size", Severity.ERROR, "The text is beyond the limits that keep every build fast."

    # Links: what records say of each other.
    UNKNOWN_REFERENCE = "unknown-reference", Severity.ERROR, "No record of that kind has this id."
    AMBIGUOUS_LINK = "ambiguous-link", Severity.ERROR, "Records of two kinds have this id: say which is meant."
    SELF_REFERENCE = "self-reference", Severity.ERROR, "A record names itself where another record is meant."
    REPEATED_REFERENCE = "repeated-reference", Severity.ERROR, "A list names the same record twice."
    FORMER_ID_TAKEN = "former-id-taken", Severity.ERROR, "A former id is still, or again, somebody's id."
    CYCLIC_ORDER = "cyclic-order", Severity.ERROR, "Records that come after or belong to each other form a circle."
    UNKNOWN_PHASE = "unknown-phase", Severity.ERROR, "The condition named here has no such phase."
    UNKNOWN_VARIANT = "unknown-variant", Severity.ERROR, "The contraindication named here has no such variant."
    REPEATED_NAME = "repeated-name", Severity.ERROR, "Two records of one kind have the same name."
    COVERED_ALREADY = (
        "covered-already",
        Severity.ERROR,
        "Something is listed as not covered, and a record covers it.",
    )
    GUIDE_LINK = "guide-link", Severity.ERROR, "A guide links to other pages as [[kind/id]]."
    NO_SHAPE = "no-shape", Severity.ERROR, "A region cannot be found on the body map."
    ORPHAN = "orphan", Severity.WARNING, "No other page leads to this record."

    # Safety and evidence: what a page may claim.
    RED_FLAG_KIND = "red-flag-kind", Severity.ERROR, "A red flag is a sign: something that is happening now."
    SIGN_URGENCY = "sign-urgency", Severity.ERROR, "A sign's rules say how urgent it is, and hold for every massage."
    MISSING_INSTEAD = "missing-instead", Severity.ERROR, "A rule that leaves something possible says what."
    EMERGENCY_SUPPORT = (
        "emergency-support",
        Severity.WARNING,
        "An emergency rests on custom alone, and nobody wrote why acting on it is safe.",
    )
    UNSUPPORTED_BENEFIT = (
        "unsupported-benefit",
        Severity.ERROR,
        "A benefit rests only on references that nobody has checked.",
    )
    BASIS_WITHOUT_REFERENCE = (
        "basis-without-reference",
        Severity.ERROR,
        "A statement says that research stands behind it, but names none.",
    )
    CERTAINTY_TOO_STRONG = (
        "certainty-too-strong",
        Severity.ERROR,
        "A finding is said to be surer than its strongest reference allows.",
    )
    BENEFIT_AGAINST_VERDICT = (
        "benefit-against-verdict",
        Severity.ERROR,
        "A benefit is claimed for a massage that the safety rules say not to have.",
    )
    EMERGENCY_FROM_CONDITION = (
        "emergency-from-condition",
        Severity.ERROR,
        "Having a condition is taken for an emergency that is happening now.",
    )
    SAFETY_IN_PROSE = (
        "safety-in-prose",
        Severity.ERROR,
        "A text outside the contraindications says what not to do, where no verdict can see it.",
    )
    UNREACHABLE_RULE = "unreachable-rule", Severity.ERROR, "No technique can ever meet this safety rule."
    MEDICINE_SENTENCE = (
        "medicine-sentence",
        Severity.ERROR,
        "A medicine's page does not say that nobody should stop it because of a massage.",
    )
    CLAIM_REPEATED = (
        "claim-repeated",
        Severity.ERROR,
        "A claim that was judged not to be true stands elsewhere as if it were.",
    )
    VERDICT_SOFTENED = "verdict-softened", Severity.ERROR, "A verdict is milder than the one that was agreed to."
    LOCK_STALE = "lock-stale", Severity.WARNING, "The lock does not list every verdict as it is now."

    # Language: what clients read.
    READING_GRADE = "reading-grade", Severity.WARNING, "A page is too hard to read for the people it is for."
    READING_GRADE_WORSE = (
        "reading-grade-worse",
        Severity.ERROR,
        "A page has become harder to read than was agreed to.",
    )
    GRADES_STALE = "grades-stale", Severity.WARNING, "The list of reading grades does not have every page."
    LONG_SENTENCE = "long-sentence", Severity.ERROR, "A sentence for clients has more words than people keep in mind."
    MANY_LONG_SENTENCES = "many-long-sentences", Severity.WARNING, "Too many sentences of a page are long."
    LONG_SAFETY_SENTENCE = (
        "long-safety-sentence",
        Severity.WARNING,
        "A sentence about a danger is too long to be understood at once.",
    )
    PROMISE = "promise", Severity.ERROR, "A text for clients promises what nobody can promise."

    # House: how a record is kept.
    SCHEMA_LINE = (
        "schema-line",
        Severity.WARNING,
        "The first line does not tell editors which schema the record follows.",
    )
    FUTURE_DATE = "future-date", Severity.ERROR, "A date lies in the future."
    DATE_ORDER = "date-order", Severity.ERROR, "A record was checked or signed before it was last changed."
    CHECK_OVERDUE = (
        "check-overdue",
        Severity.WARNING,
        "The record is past the date by which it had to be compared with its sources again.",
    )
