"""A problem, the place it stands at, and the report that gathers all of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from massage_atlas.diagnostics.codes import Code, Severity


@dataclass(frozen=True, order=True)
class Place:
    """A stretch of characters in a file of the project."""

    path: str
    """The file, relative to the project's folder, with forward slashes."""
    line: int = 1
    """Line number; the first line is 1."""
    column: int = 1
    """Column in characters; the first column is 1."""
    length: int = 1
    """How many characters to underline, within one line; at least 1."""

    def __str__(self) -> str:
        """Give `file:line:column`, which editors and terminals turn into a link."""
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Diagnostic:
    """One problem in the content, in words for the person who writes records."""

    code: Code
    message: str
    """What is wrong, without a full stop."""
    place: Place
    help: str = ""
    """What to do about it; empty only when the message already says so."""
    notes: tuple[tuple[str, Place], ...] = ()
    """Other places that explain the problem, each with a few words."""

    @property
    def severity(self) -> Severity:
        """Give how bad it is, which its code decides."""
        return self.code.severity


@dataclass
class Report:
    """The problems found so far, and the text of the files they stand in.

    It is filled while records are read, linked and checked, and is the only thing that changes on the way.
    """

    diagnostics: list[Diagnostic] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    """Path to text, for drawing the line a problem stands in."""

    def add(
        self,
        code: Code,
        message: str,
        place: Place,
        help: str = "",
        notes: Iterable[tuple[str, Place]] = (),
    ) -> None:
        """Note one problem."""
        self.diagnostics.append(Diagnostic(code, message, place, help, tuple(notes)))

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Note several problems."""
        self.diagnostics.extend(diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        """Go through the problems by file, line and column, each once."""
        return iter(sorted(set(self.diagnostics), key=lambda found: (found.place, found.code, found.message)))

    def count(self, severity: Severity) -> int:
        """Count the different problems of one severity."""
        return sum(found.severity is severity for found in self)

    def failed(self, *, strict: bool = False) -> bool:
        """Tell whether a build must not be published: on any error, and when strict on any warning."""
        return bool(self.diagnostics) if strict else any(d.severity is Severity.ERROR for d in self.diagnostics)
