"""A made table in each format: text of many kinds, Markdown, HTML, Word, sheets, PDFs with and without rules."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Callable

from made_tables import Made, Rows
from table_files import comma_file, word_file, workbook_file


def worded(table: Made) -> set[int]:
    """The columns that hold words, which stand to the left."""
    return {c for c in range(len(table.heads)) if any(row[c][:1].isalpha() for row in table.rows)}


def columns(table: Made) -> bytes:
    """Text in columns, figures to the right."""
    every = [table.heads, *table.rows]
    widths = [max(len(row[c]) for row in every) for c in range(len(table.heads))]
    left = {0, *worded(table)}
    lines = [
        "  ".join(
            cell.ljust(width) if c in left else cell.rjust(width)
            for c, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in every
    ]
    return ("\n".join([table.title, "", *lines, "", "Noted."]) + "\n").encode()


def blanks(table: Made) -> bytes:
    """Text made from a paper: one blank between two cells."""
    return (
        "\n".join([table.title, *(" ".join(row) for row in [table.heads, *table.rows]), "", "Noted."]) + "\n"
    ).encode()


def tabs(table: Made) -> bytes:
    """Text with a tab between two cells."""
    return (
        "\n".join([table.title, "", *("\t".join(row) for row in [table.heads, *table.rows]), "", "Noted."]) + "\n"
    ).encode()


def values(table: Made) -> bytes:
    """Values with commas between them."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([table.heads, *table.rows])
    return f"{table.title}\n\n{out.getvalue()}\nNoted.\n".encode()


def markdown(table: Made) -> bytes:
    """A table of Markdown."""
    lines = ["| " + " | ".join(row) + " |" for row in [table.heads, *table.rows]]
    lines.insert(1, "|---" + "|--:" * (len(table.heads) - 1) + "|")
    return ("\n".join([f"# {table.title}", "", *lines, "", "Noted."]) + "\n").encode()


def grid(table: Made) -> bytes:
    """A grid of crosses and dashes."""
    every = [table.heads, *table.rows]
    widths = [max(len(row[c]) for row in every) for c in range(len(table.heads))]
    rule = "+" + "+".join("-" * (w + 2) for w in widths) + "+"
    lines = ["|" + "|".join(f" {cell.ljust(w)} " for cell, w in zip(row, widths, strict=True)) + "|" for row in every]
    return ("\n".join([table.title, "", rule, *(f"{line}\n{rule}" for line in lines), "", "Noted."]) + "\n").encode()


def page(table: Made) -> bytes:
    """An HTML page."""
    head = "".join(f"<th>{html.escape(cell)}</th>" for cell in table.heads)
    body = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>\n" for row in table.rows)
    return f"<h1>{table.title}</h1>\n<table><tr>{head}</tr>\n{body}</table><p>Noted.</p>\n".encode()


def word(table: Made) -> bytes:
    """A Word file."""
    return word_file([table.title], [table.heads, *table.rows], ["Noted."])


def workbook(table: Made) -> bytes:
    """An Excel workbook."""
    return workbook_file(_sheet(table))


def values_file(table: Made) -> bytes:
    """A file of values."""
    return comma_file(_sheet(table))


def _sheet(table: Made) -> Rows:
    return [[table.title], [], table.heads, *table.rows, [], ["Noted."]]


def drawn(table: Made, rules: bool) -> bytes:
    """A PDF, with or without rules around the cells."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer
    from reportlab.platypus import Table as Drawn

    figures = [c for c in range(1, len(table.heads)) if c not in worded(table)]
    style = [("ALIGN", (c, 0), (c, -1), "RIGHT") for c in figures] + (
        [("GRID", (0, 0), (-1, -1), 0.5, "black")] if rules else []
    )
    file = io.BytesIO()
    words = getSampleStyleSheet()["Normal"]
    SimpleDocTemplate(file, pagesize=A4, invariant=1).build(
        [Paragraph(table.title, words), Spacer(1, 12), Drawn([table.heads, *table.rows], style=style), Spacer(1, 12),
         Paragraph("Noted.", words)]
    )  # fmt: skip
    return file.getvalue()


def can_be(table: Made, form: str) -> bool:
    """Whether a table can be told in a format at all: between two words one blank parts no columns."""
    return form != "blanks" or not worded(table) - {0}


FORMATS: dict[str, tuple[str, Callable[[Made], bytes]]] = {
    "md": ("text", markdown), "txt": ("text", columns), "blanks": ("text", blanks), "tabs": ("text", tabs),
    "values": ("text", values), "grid": ("text", grid), "html": ("html", page), "docx": ("word", word),
    "xlsx": ("sheet", workbook), "csv": ("sheet", values_file),
    "ruled": ("pdf", lambda table: drawn(table, True)), "unruled": ("pdf", lambda table: drawn(table, False)),
}  # fmt: skip
