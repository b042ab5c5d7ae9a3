"""Reports -> workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportcheck.model import Finding
from reportcheck.report.printed import printed_pages
from reportcheck.report.safe import safe
from reportcheck.report.told import Told
from reportcheck.report.words import place, sentence

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def github(papers: Iterable[Told]) -> bytes:
    """A line a finding, and a line for all that could not be read."""
    lines = [line for paper in papers for line in _paper(paper)]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def _paper(paper: Told) -> Iterator[str]:
    file = f"file={_property(paper.path)}"
    for problem in paper.problems:
        yield f"::{'error' if paper.error else 'warning'} {file},title=not audited::{_data(safe(problem))}"
    if paper.report is None:
        return
    printed = printed_pages(paper.report)
    for finding in paper.findings:
        title = _property(f"{finding.rule.id} {finding.rule.name}")
        told = f"{place(finding, paper.report, printed)}: {sentence(finding)}"
        command = _COMMANDS[finding.severity]
        yield f"::{command} {file}{_line(finding, paper.report.document.format)},title={title}::{_data(told)}"


def _line(finding: Finding, format: str) -> str:
    """The line of the file, where the paper is a file of lines."""
    at = finding.location
    return f",line={at.line}" if at.line is not None and format == "text" else ""


def _data(text: str) -> str:
    """A command's message: what would end the line is written as GitHub's own codes."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A command's property, which ends with a comma or a colon."""
    return _data(safe(text)).replace(":", "%3A").replace(",", "%2C")
