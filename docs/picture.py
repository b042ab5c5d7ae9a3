"""docs/finding.svg: what an audit of a fixture looks like. Run `python docs/picture.py` when reports change."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI

from reportcheck import audit
from reportcheck.report.console import THEME
from reportcheck.report.terminal import write_report

PROJECT = Path(__file__).resolve().parent.parent
PAPER = "fixtures/scrutiny-pack.pdf"
PAGES = (2, 4, 7)


def main() -> None:
    """Draw the findings of a few pages, with the whole paper's summary."""
    report = audit(PROJECT / PAPER)
    shown = replace(
        report,
        document=replace(report.document, path=PAPER),
        findings=tuple(f for f in report.findings if f.location.page in PAGES and f.severity != "note"),
        coverage=report.coverage,
    )
    console = Console(record=True, width=100, file=io.StringIO(), theme=THEME, force_terminal=True, highlight=False)
    write_report(console, shown)
    drawn = console.export_svg(title=f"reportcheck audit {PAPER}", theme=MONOKAI, unique_id="reportcheck")
    (PROJECT / "docs" / "finding.svg").write_text(_without_links(drawn), encoding="utf-8")


def _without_links(svg: str) -> str:
    """The picture without the fonts that it would fetch from elsewhere."""
    return re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.S)


if __name__ == "__main__":
    main()
