"""Reports -> Markdown for a pull request: the count, then each finding in a line that opens."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from reportcheck.model import Finding, Report
from reportcheck.report.places import plural, ranges
from reportcheck.report.printed import printed_pages
from reportcheck.report.safe import safe
from reportcheck.report.summary import summary
from reportcheck.report.told import Told
from reportcheck.report.words import advice, place

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|~<>&$-])")
_CALLS = re.compile(r"([@#]|:(?=[\w+-]+:))(?=\w)")
"""What names a person, another issue or a smiley, also behind a backslash: a comment between breaks it up."""
_MOST = 100
"""Findings of a paper that are written out: a comment on a pull request holds 65,536 letters."""


def markdown(papers: Iterable[Told]) -> bytes:
    """All papers, each under its heading."""
    told = list(papers)
    counted = Counter[str](f.severity for paper in told for f in paper.findings)
    found = ", ".join(plural(counted[kind], kind) for kind in ("error", "warning", "note") if counted[kind])
    lines = [f"## reportcheck: {found or 'no findings'} in {plural(len(told), 'paper')}", ""]
    lines += [line for paper in told for line in _paper(paper)]
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8", "backslashreplace")


def _paper(paper: Told) -> Iterator[str]:
    yield f"### {plain(paper.path)}"
    yield ""
    for problem in paper.problems:
        yield f"- not read: {plain(problem)}"
    if paper.report is None:
        yield ""
        return
    told = Counter[str](finding.severity for finding in paper.findings)
    for text, _ in summary(paper.report.coverage, told, paper.report.pages):
        yield f"- {plain(text)}"
    yield ""
    printed = printed_pages(paper.report)
    for finding in paper.findings[:_MOST]:
        yield from _finding(finding, paper.report, place(finding, paper.report, printed))
    left = paper.findings[_MOST:]
    if left:
        pages = ranges(f.location.page for f in left)
        yield f"{plural(len(left), 'more finding')} on page {pages}: `reportcheck audit` lists them."
        yield ""


def _finding(finding: Finding, report: Report, where: str) -> Iterator[str]:
    relation = finding.relation
    yield "<details>"
    told = _entities(f"{where}: {safe(relation.message)}")
    yield f"<summary>{finding.severity} {finding.rule.id}, {told}</summary>"
    yield ""
    yield from (f"> {plain(line)}" for line in relation.quote.splitlines()[:6] if line.strip())
    yield ""
    if relation.sum:
        yield f"- working: {plain(relation.sum)}"
    if advice(finding):
        yield f"- {plain(advice(finding))}"
    yield f"- {finding.rule.name}, fingerprint {finding.fingerprint}"
    yield ""
    yield "</details>"
    yield ""


def plain(text: str) -> str:
    """Text of a paper in which Markdown sees no markup."""
    return _CALLS.sub(r"\1<!-- -->", _MARKUP.sub(r"\\\1", safe(text)))


def _entities(text: str) -> str:
    """Safe text of a paper inside HTML, in which neither HTML nor Markdown sees markup."""
    return re.sub(r"[^\w\s.,:;%£€'“”÷×=+/-]", lambda m: f"&#{ord(m.group())};<!-- -->", text).replace("_", "&#95;")
