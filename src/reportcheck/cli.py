"""Arguments in, exit code out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(add_completion=False, no_args_is_help=True, help="A linter for the numbers in public board papers.")


@app.command()
def audit(
    paths: Annotated[list[Path], typer.Argument()],
    format: Annotated[str, typer.Option("--format")] = "text",
) -> None:
    """Audit papers."""
    from reportcheck.audit import audit_document
    from reportcheck.extract import extract
    from reportcheck.report.json import as_json
    from reportcheck.rulepack import load_rules

    rules = load_rules()
    reports = [audit_document(extract(path), rules) for path in paths]
    if format == "json":
        sys.stdout.write(as_json(reports))
    else:
        for report in reports:
            for f in report.findings:
                at = f"{report.document.path}:{f.location.page}:{f.location.line or ''}"
                print(f"{at} {f.rule.id} {f.severity} {f.relation.message}")
            print(report.coverage)
    raise typer.Exit(1 if any(f.severity != "note" for r in reports for f in r.findings) else 0)


@app.command("extract")
def extract_papers(
    paths: Annotated[list[Path], typer.Argument()],
    format: Annotated[str, typer.Option("--format")] = "json",
    pdf_engine: Annotated[str, typer.Option("--pdf-engine")] = "pdfium",
) -> None:
    """Print what is on paper, before any meaning: pages, lines and tables."""
    from reportcheck.extract import Options, extract
    from reportcheck.report.extraction import extraction_json

    options = Options(pdf_engine=pdf_engine)
    sys.stdout.write(extraction_json(extract(path, options) for path in paths))


@app.command()
def rules() -> None:
    """List the rules."""
    from reportcheck.rulepack import load_rules

    for rule in load_rules():
        print(rule.id, rule.name)


def main() -> None:
    """The entry point."""
    app()
