"""The formats that reports are written in: what their files end in, and who writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from reportcheck.model import Report, Rule
from reportcheck.records import record
from reportcheck.report.told import Told

SUFFIXES = {
    "text": ".txt", "json": ".json", "html": ".html", "sarif": ".sarif", "junit": ".xml", "github": ".github.txt",
    "csv": ".csv", "xlsx": ".xlsx", "markdown": ".md",
}  # fmt: skip
"""A format's name -> what its files end in."""
BY_SUFFIX = {suffix: name for name, suffix in SUFFIXES.items()} | {".htm": "html", ".markdown": "markdown"}
"""What a file's name promises, where nobody says which format it shall have."""

SIGNATURE = b"% annotated by reportcheck\n"
"""The comment that ends an annotated copy of a PDF, by which it is known for no paper."""

COMMENTED = b"commented by reportcheck"
"""What the zip of a commented copy of a Word paper says of itself, by which it is known for no paper."""

Pictures = Callable[[Report, tuple[int, ...]], Mapping[int, bytes]]


@record(frozen=True, slots=True)
class Means:
    """What some formats want besides the reports: the rules, for their help; a painter of pages, and which to paint."""

    rules: Sequence[Rule] = ()
    pictures: Pictures | None = None
    all_pages: bool = False
    verbose: bool = False


def rendered(format: str, papers: Iterable[Told], means: Means) -> bytes:
    """The papers' reports in a format other than text, which is written as papers come in. ValueError for no format."""
    match format:
        case "json":
            from reportcheck.report.json import of_outcome, whole

            parts = (of_outcome(paper.path, paper.report, paper.error, means.verbose) for paper in papers)
            return whole(parts).encode("utf-8", "backslashreplace")
        case "html":
            from reportcheck.report.html import html, no_pictures

            return html(papers, means.pictures or no_pictures, means.all_pages)
        case "sarif":
            from reportcheck.report.sarif import sarif

            return sarif(papers, means.rules)
        case "junit":
            from reportcheck.report.junit import junit

            return junit(papers)
        case "github":
            from reportcheck.report.github import github

            return github(papers)
        case "csv":
            from reportcheck.report.listed import csv_text

            return csv_text(papers)
        case "xlsx":
            from reportcheck.report.workbook import workbook

            return workbook(papers)
        case "markdown":
            from reportcheck.report.markdown import markdown

            return markdown(papers)
    raise ValueError(f"no format is called {format}")
