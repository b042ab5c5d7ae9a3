"""What holds and what does not: relations, the rules that they fall under, findings, coverage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import Literal, NamedTuple

from reportcheck.model.kept import Elsewhere
from reportcheck.model.meaning import Figure
from reportcheck.model.places import Location
from reportcheck.quantity import Interval
from reportcheck.records import record

Verdict = Literal["held", "doubtful", "broken"]
Confidence = Literal["high", "medium", "low"]
Severity = Literal["error", "warning", "note"]


@record(frozen=True, slots=True)
class Evidence:
    """A figure in a relation: `stated` is what is put to the test, `input` is what it is tested by."""

    figure: Figure
    role: Literal["stated", "input"] = "input"
    suspect: bool = False


@record(frozen=True, slots=True)
class Suggestion:
    """What the suspect should read, and why."""

    text: str
    reason: str = ""
    sure: bool = True
    """False where another figure may be the wrong one instead."""
    cell: str = ""
    """Whose value it is, where a name tells more than the printed figure: "23 Salary"."""


@record(frozen=True, slots=True)
class Excerpt:
    """A row of a table as it is shown; `figures` are places in it, each with the number of its evidence."""

    text: str
    figures: tuple[tuple[int, int, int], ...] = ()
    """Begin, end, and which of the relation's evidence stands there."""


@record(frozen=True, slots=True)
class Relation:
    """Figures that must agree, and whether they do. Kept whether or not it holds: that is what coverage counts."""

    kind: str
    """The law or claim: "total", "difference", "share", "ratio", "change", "fraction", "page-reference", ..."""
    evidence: tuple[Evidence, ...]
    verdict: Verdict
    message: str
    """One plain sentence: what is printed, what it should be."""
    sum: str = ""
    """The arithmetic that was done, as one would write it: "12 + 30 + 4 = 46"."""
    location: Location = field(default_factory=lambda: Location(page=1))
    confidence: Confidence = "high"
    suggestion: Suggestion | None = None
    required: Interval | None = None
    quote: str = ""
    """The row or the sentence itself, for people to see."""
    rows: tuple[Excerpt, ...] = ()
    """The rows to show in place of the quote, where its figures stand in several."""
    also: tuple[str, ...] = ()
    """What else speaks for it, a plain sentence each."""
    elsewhere: tuple[Elsewhere, ...] = ()
    """The places in other papers that it rests on."""

    @property
    def suspects(self) -> tuple[Evidence, ...]:
        """The figures to mark: those that are suspected, else what was put to the test."""
        named = tuple(e for e in self.evidence if e.suspect)
        return named or tuple(e for e in self.evidence if e.role == "stated") or self.evidence[:1]

    @classmethod
    def judged(
        cls,
        kind: str,
        stated: Figure | Iterable[Figure],
        holds: bool,
        message: str,
        *,
        by: Iterable[Figure] = (),
        suspect: bool | Figure = True,
        sum: str = "",
        at: Location | None = None,
        confidence: Confidence = "high",
        better: str = "",
        why: str = "",
        sure: bool = True,
        required: Interval | None = None,
        quote: str = "",
    ) -> Relation:
        """What is `stated` against the figures that it is put to the test `by`: how a check tells what it found.

        Where it does not hold, `suspect` is the figure that is wrong: what is stated, or False where it can be any;
        `better` is what it should read, `why`, and `sure` whether nothing else would mend it. It is told `at` what is
        stated first.
        """
        tested = (stated,) if isinstance(stated, Figure) else tuple(stated)
        wrong = () if holds or suspect is False else tested if suspect is True else (suspect,)
        return cls(
            kind,
            (*(Evidence(f, "stated", f in wrong) for f in tested), *(Evidence(f, "input", f in wrong) for f in by)),
            "held" if holds else "broken",
            message,
            sum,
            at or (tested[0].location if tested else Location(page=1)),
            confidence,
            Suggestion(better, why, sure) if better and not holds else None,
            required,
            quote,
        )


class Example(NamedTuple):
    """A text that a rule is tried on: what it must say of it, or that it must be put to the test and be clean."""

    text: str = ""
    finds: tuple[str, ...] = ()
    """The messages, whole and in order; none where the text is right."""
    format: Literal["text", "sheet"] = "text"
    """What the text is read as; in a sheet a formula stands behind its value: "60 =SUM(B2:B4)"."""
    papers: dict[str, str] = {}  # noqa: RUF012
    """In place of the text, for rules across papers: the papers of one body, by the names of their files."""

    @property
    def shown(self) -> str:
        """The text, or one paper after another under its name."""
        return self.text or "\n".join(f"--- {name}\n{text}" for name, text in self.papers.items())


@record(frozen=True, slots=True)
class Rule:
    """What is checked: one YAML file. `params` is the kind's own record."""

    id: str
    name: str
    kind: str
    severity: Severity
    why: str
    params: object
    examples: tuple[Example, ...] = ()
    source: str = ""

    def __repr__(self) -> str:
        return f"<Rule {self.id} {self.name}>"


@record(frozen=True, slots=True)
class Finding:
    """A broken relation under a rule."""

    rule: Rule
    relation: Relation
    severity: Severity
    fingerprint: str

    @property
    def location(self) -> Location:
        """Where to look first."""
        return self.relation.location

    @property
    def message(self) -> str:
        """One plain sentence: what is printed, what it should be."""
        return self.relation.message

    @property
    def page(self) -> int:
        """The page, counted from 1 by the file."""
        return self.location.page

    @property
    def where(self) -> str:
        """The place in words: the table, row and column, or the line of a text, or the page."""
        at = self.location
        return at.where or (f"line {at.line}" if at.line else f"page {at.page}")

    @property
    def suggestion(self) -> str | None:
        """What the suspect should read, where that can be told."""
        return self.relation.suggestion.text if self.relation.suggestion else None

    @property
    def suspects(self) -> tuple[str, ...]:
        """The figures that are taken to be wrong, as they are printed."""
        return tuple(evidence.figure.text for evidence in self.relation.evidence if evidence.suspect)

    def __repr__(self) -> str:
        return f"<{self.severity} {self.rule.id} on page {self.page}: {self.message}>"


@record(frozen=True, slots=True)
class Known:
    """A finding that people know of, and why: accepted with a reason, or in a baseline."""

    finding: Finding
    reason: str
    sort: Literal["accepted", "baseline"]


@record(frozen=True, slots=True)
class Coverage:
    """How much of a paper was put to the test."""

    figures: int = 0
    verified: int = 0
    challenged: int = 0
    tables: int = 0
    pages_without_text: tuple[int, ...] = ()
    pages_from_pictures: tuple[int, ...] = ()
    """Read by OCR: what rests on them is never sure."""

    @property
    def untested(self) -> int:
        """Figures that take part in no relation."""
        return self.figures - self.verified - self.challenged


@record(frozen=True, slots=True)
class TableCoverage:
    """How much of one table was put to the test: what it is called and the page that it begins on."""

    name: str
    page: int
    coverage: Coverage
