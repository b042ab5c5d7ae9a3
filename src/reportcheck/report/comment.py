"""A report -> a copy of its Word paper in which every finding is a comment on the words concerned.

The copy is written by a process of its own, as what it is made from is a stranger's file.
"""

from __future__ import annotations

from typing import Any

from reportcheck.errors import PaperError, UsageError
from reportcheck.extract.apart import asked, done_apart
from reportcheck.model import Finding, Location, Report
from reportcheck.report.safe import safe
from reportcheck.report.words import sentence

_SECONDS = 300.0


def commented(report: Report, data: bytes, revisions: str = "final") -> bytes:
    """The Word file `data` that the report is on, with the findings as comments in the place of earlier ones of ours.

    PaperError where the file is signed, or cannot be written.
    """
    name = report.document.path
    if report.document.format != "word":
        raise UsageError(f"--comment takes a Word paper (.docx), and {name} is none. PDFs take --annotate.")
    _library()
    request = {"notes": [_note(finding) for finding in report.findings], "revisions": revisions}
    answer = done_apart("reportcheck.report.comment:serve", request, data, name, _SECONDS)
    if answer[:1] == b"!":
        problem, _, remedy = answer[1:].decode().partition("\n")
        raise PaperError(name, problem, remedy)
    if not answer.startswith(b"PK"):
        raise PaperError(name, "could not be written with comments.", "Save it again in Word, and try that.")
    return answer


def _note(finding: Finding) -> dict[str, Any]:
    """What a finding says, and the paragraph and the letters in it that it is said of."""
    at = _place(finding)
    told = [*sentence(finding).split("\n"), f"{finding.rule.id} {finding.rule.name}"]
    return {"paragraph": at.line, "start": at.start, "end": at.end, "told": [_plain(line) for line in told]}


def _place(finding: Finding) -> Location:
    """Where the figure that is most likely wrong stands; else where to look first."""
    figures = (evidence.figure.location for evidence in finding.relation.suspects)
    return next((at for at in figures if at.line), finding.location)


def _plain(line: str) -> str:
    return safe(line).encode("utf-8", "backslashreplace").decode()


def _library() -> None:
    try:
        import lxml.etree  # noqa: F401
    except ImportError as missing:
        raise UsageError("--comment needs lxml: pip install 'reportcheck[comment]'.") from missing


def serve() -> None:
    """The process that writes the copy: the Word file, or "!" with what is wrong and what to do."""
    from reportcheck.report.word_comments import with_comments

    request, data, answer = asked()
    try:
        written = with_comments(data, request["notes"], request["revisions"])
    except PaperError as refusal:
        written = f"!{refusal.problem}\n{refusal.remedy}".encode()
    answer.write(written)
    answer.flush()
