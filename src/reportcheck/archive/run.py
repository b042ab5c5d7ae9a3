"""A paper -> its outcome: a paper that cannot be audited costs itself and no other."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from reportcheck.archive.ahead import Ahead
from reportcheck.archive.deadline import TooLate, within
from reportcheck.archive.papers import STDIN, Source, sniff
from reportcheck.errors import PaperError, ReportcheckError
from reportcheck.extract import Options, Progress, extract, extract_bytes
from reportcheck.extract.intake import stream_bytes
from reportcheck.model import Document, Report, Rule
from reportcheck.records import record
from reportcheck.sharing import cores

_WHILE = 32
"""While so many pages are still to be read, it pays to make the rules ready in the background."""
_REPORT_BUGS = "Please report this line where you got reportcheck from, with the paper if you may."


@record(frozen=True, slots=True)
class Outcome:
    """What became of a paper: its report, or why there is none; a paper without any text has both."""

    name: str
    report: Report | None = None
    error: str = ""

    @property
    def failed(self) -> bool:
        """Whether the paper could not be audited."""
        return bool(self.error)


def audit_source(
    source: Source,
    rules: Ahead[tuple[Rule, ...]],
    options: Options,
    progress: Progress | None = None,
    keep: bool = False,
) -> Outcome:
    """One paper's outcome; whatever goes wrong with it is told in it and never raised.

    With `keep` its report has what rules across papers compare.
    """

    def heard(done: int, of: int) -> None:
        if of - done >= _WHILE:
            rules.begin()  # By now every reading process has been forked, which a second thread would forbid.
        if progress is not None:
            progress(done, of)

    piped = cache(_piped)  # A pipe can be read once only, and both sides of a draft's changes are in it.
    document, error = read_source(source, options, heard, piped)
    if document is None:
        return Outcome(source.name, error=error)
    outcome = _audited(document, source, rules.get(), options, keep)
    if options.revisions == "both" and document.format == "word" and outcome.report is not None:
        from reportcheck.archive.revisions import with_original

        original, _ = read_source(source, replace(options, revisions="original"), piped=piped)
        before = _audited(original, source, rules.get(), options).report if original is not None else None
        return replace(outcome, report=with_original(outcome.report, before)) if before is not None else outcome
    return outcome


def _audited(
    document: Document, source: Source, ready: tuple[Rule, ...], options: Options, keep: bool = False
) -> Outcome:
    """What becomes of a paper that was read."""
    from reportcheck.auditing import audit_document

    try:
        with within(options.file_seconds):
            report = audit_document(document, ready, options.jobs or cores(), keep)
    except TooLate:
        said = f"has taken longer than {options.file_seconds:g} s to audit."
        late = PaperError(source.name, said, "Audit it in parts with --pages, or allow it more with --file-seconds.")
        return Outcome(source.name, error=str(late))
    except Exception as problem:
        return Outcome(source.name, error=f"{source.name}: {mishap(problem)}")
    try:
        refuse_blind(document, options)
    except PaperError as blind:
        return Outcome(source.name, report, str(blind))
    return Outcome(source.name, report)


def _piped() -> bytes:
    """The paper that comes through a pipe."""
    return stream_bytes(sys.stdin.buffer, STDIN)


def read_source(
    source: Source, options: Options, progress: Progress | None = None, piped: Callable[[], bytes] = _piped
) -> tuple[Document | None, str]:
    """What is on a paper, or None and the reason, which names the paper and what to do."""
    if source.problem is not None:
        return None, str(source.problem)
    try:
        document = _document(source, options, progress, piped)
        refuse_no_pages(document, options)
    except ReportcheckError as problem:
        return None, str(problem)
    except Exception as problem:
        return None, f"{source.name}: {mishap(problem)}"
    return document, ""


def mishap(problem: Exception) -> str:
    """What is said of a paper over which an error came that nobody foresaw."""
    if isinstance(problem, MemoryError):
        return "needs more memory than there is. Audit it in parts with --pages."
    return bug(problem)


def _document(source: Source, options: Options, progress: Progress | None, piped: Callable[[], bytes]) -> Document:
    if source.name == STDIN:
        data = piped()
        return extract_bytes(data, STDIN, sniff(data), options, progress=progress)
    return extract(Path(source.at or source.name), options, source.name, progress)


def refuse_no_pages(document: Document, options: Options) -> None:
    """PaperError where a paper has no page that could be audited."""
    if not document.pages:
        asked = "has no page among those that --pages asks for." if options.pages else "has no pages."
        raise PaperError(document.path, asked, "Ask for other pages." if options.pages else "Save it again.")


def refuse_blind(document: Document, options: Options) -> None:
    """PaperError where no page of a paper has text: that nothing is found in it says nothing."""
    if not any(page.has_text for page in document.pages):
        said = "no page has text that can be read, so nothing was audited."
        raise PaperError(document.path, said, _remedy(document, options.ocr))


def _remedy(document: Document, ocr: bool) -> str:
    if document.format == "pdf" and not ocr:
        return "It seems to be scanned: audit the paper it was scanned from, or read the pictures with --ocr."
    return "Save it again with its text."


def bug(problem: BaseException) -> str:
    """One line for an error that is ours: what it was, where it happened and where to report it."""
    trace, place = problem.__traceback__, ""
    while trace is not None:
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    told = " ".join(f"{type(problem).__name__}: {problem}".split())[:200]
    return f"this is a bug in reportcheck ({told}, at {place}). {_REPORT_BUGS}"
