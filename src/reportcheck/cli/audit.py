"""`reportcheck audit`: papers in, reports out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from reportcheck.cli.choices import (
    Engine,
    FailOn,
    FileSeconds,
    Format,
    Jobs,
    Memory,
    Ocr,
    Pages,
    PageSeconds,
    Password,
    PdfEngine,
    Revisions,
    Side,
    a_number,
)

if TYPE_CHECKING:
    from reportcheck.cli.wanted import Wanted


class Command(TyperCommand):
    """Its --comment may stand alone: the copy then goes beside the draft."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Read the command line."""
        for at, word in enumerate(args):
            if word == "--":
                break
            if word == "--comment" and (at + 1 == len(args) or args[at + 1].startswith("-")):
                args = [*args[:at], "--comment=", *args[at + 1 :]]
        return super().parse_args(ctx, args)


def audit(
    context: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Papers, folders of papers, patterns such as '2024/*.pdf', or - ."),
    ],
    format: Annotated[
        list[Format],
        typer.Option(help="How reports are written; may be given again, with an --output for each."),
    ] = [],  # noqa: B006
    output: Annotated[
        list[str],
        typer.Option(
            metavar="FILE|FOLDER",
            help="Write here: a file, whose name tells the format, or a folder with one report a paper and a summary.",
        ),
    ] = [],  # noqa: B006
    show: Annotated[bool, typer.Option("--open", help="Show the HTML report in the browser.")] = False,
    all_pages: Annotated[
        bool, typer.Option("--all-pages", help="Show all pages in the HTML report, not only those with findings.")
    ] = False,
    annotate: Annotated[
        str, typer.Option(metavar="FILE", help="Write a copy of the PDF with the findings as notes in it.")
    ] = "",
    comment: Annotated[
        str | None,
        typer.Option(metavar="[FILE]", help="Write a copy of the Word draft with the findings as comments in it."),
    ] = None,
    ticks: Annotated[bool, typer.Option("--ticks", help="Tick every verified figure in the annotated copy.")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Let --output replace a file that is no report; never one of the papers.")
    ] = False,
    select: Annotated[
        list[str], typer.Option(metavar="RULE", help="Only these rules: an id, the start of one (RC1), or a name.")
    ] = [],  # noqa: B006
    ignore: Annotated[list[str], typer.Option(metavar="RULE", help="All rules but these.")] = [],  # noqa: B006
    fail_on: Annotated[FailOn, typer.Option(help="The mildest finding that makes the exit code 1.")] = FailOn.warning,
    fail_under: Annotated[
        float,
        typer.Option(
            min=0,
            max=100,
            metavar="PERCENT",
            callback=a_number,
            help="Also 1 where less of a paper's figures could be tested; off by 0.",
        ),
    ] = 0,
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Keep quiet what `reportcheck baseline` wrote here."),
    ] = None,
    pages: Pages = "",
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Findings, and a line for a paper not read or tested in full.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Also list what holds, and rules with nothing to test.")
    ] = False,
    jobs: Jobs = 0,
    password: Password = None,
    rules: Annotated[Path | None, typer.Option(metavar="FOLDER", help="More rules, as YAML files.")] = None,
    ocr: Ocr = False,
    pdf_engine: PdfEngine = Engine.pdfium,
    memory: Memory = 2048,
    page_seconds: PageSeconds = 30.0,
    file_seconds: FileSeconds = 600.0,
    revisions: Revisions = Side.final,
    cache: Annotated[
        bool, typer.Option("--cache/--no-cache", help="Use what earlier runs have kept of papers that are unchanged.")
    ] = True,
) -> None:
    """Put the figures of papers to the test.

    The exit code is 0 where nothing is wrong, 1 where there are findings, 2 where a paper could not be audited.
    """
    from reportcheck.cli.request import Request, page_ranges, rule_names
    from reportcheck.cli.work import work
    from reportcheck.extract import Options

    options = Options(
        pages=page_ranges(pages),
        jobs=jobs,
        password=password,
        pdf_engine=str(pdf_engine),
        ocr=ocr,
        memory_mb=memory,
        page_seconds=page_seconds,
        file_seconds=file_seconds,
        revisions=str(revisions),
    )
    request = Request(
        paths=tuple(paths),
        options=options,
        writes=_writes([str(name) for name in format], output, show),
        force=force,
        select=rule_names(select),
        ignore=rule_names(ignore),
        rules=(rules,) if rules else (),
        fail_on=str(fail_on),
        fail_under=fail_under,
        quiet=quiet,
        verbose=verbose,
        all_pages=all_pages,
        show=show,
        annotate=annotate,
        ticks=ticks,
        comment=comment,
        baseline=baseline,
        cache=cache,
        given=given(context),
    )
    raise typer.Exit(work(request))


def _writes(formats: list[str], outputs: list[str], show: bool) -> tuple[Wanted, ...]:
    """What is to be written; what the browser shall show and nobody keeps goes to a temporary file."""
    from reportcheck.cli.wanted import Wanted, wanted
    from reportcheck.errors import UsageError

    if show and not formats and not outputs:
        import tempfile

        return (Wanted("html", str(Path(tempfile.mkdtemp(prefix="reportcheck-")) / "report.html")),)
    writes = wanted(formats, outputs)
    if show and not any(each.format == "html" and each.output for each in writes):
        raise UsageError("--open shows an HTML report: name its file, such as --output report.html.")
    return writes


def given(context: typer.Context) -> frozenset[str]:
    """The options that the command line gives, as settings are called."""
    sources = ((name, context.get_parameter_source(name)) for name in context.params)
    made = (name for name, source in sources if source is not None and source.name == "COMMANDLINE")
    return frozenset(name.replace("_", "-") for name in made)
