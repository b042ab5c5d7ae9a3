"""The same table in many dresses: does it give the same grid and the same findings, whatever the format?

  python benchmarks/one_table.py [--number 300] [--seed 1] [--formats md,txt,docx] [--misses 5]

Each made table is written in each format and read. A grid is its rows: the label and the figures, each in its column.
Findings are compared by their messages with those of the first format. The PDFs are drawn by ReportLab.
"""

from __future__ import annotations

import argparse
import csv
import html
import io
import random
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from xml.sax.saxutils import escape

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.model import Document, Rule, Table
from reportcheck.rulepack import load_rules

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Made:
    """A made table: the words over it, its headings and its rows, label first."""

    title: str
    heads: list[str]
    rows: Rows
    wrong: bool


THINGS = (
    "Parks and open spaces", "Street lighting", "Allotments", "Burial ground", "Community hall", "Grants to clubs",
    "Insurance", "Audit fee", "Clerk's salary", "Training", "Play areas", "Library service", "Adult care", "Fleet",
    "Waste collection", "Planning", "Housing benefit", "Bank charges", "Stationery and postage", "Road safety",
)  # fmt: skip
SPANS = (
    ("2023/24", "2024/25"), ("2022", "2023", "2024"), ("Budget", "Actual"), ("Q1", "Q2", "Q3", "Q4"),
    ("Original budget", "Revised budget", "Actual to date"), ("FY24 Budget", "FY25 Budget"), ("Number",),
)  # fmt: skip


LONG = (
    "Repairs and maintenance of buildings, plant and equipment", "Contributions to and from earmarked reserves",
    "Grants to voluntary bodies under section 137", "Professional fees (legal, audit and insurance)",
)  # fmt: skip
KINDS = (
    "plain", "change", "across", "sections", "share", "words", "nil", "blank", "codes", "counts",
    "notes", "payments", "wide", "many", "roll", "long", "pence",
)  # fmt: skip
DRESSES = ("plain", "plain", "pounds", "brackets", "dashes")


def shown(value: int, dress: str) -> str:
    """A figure in the dress of its paper; "pence" counts pence."""
    size = f"{abs(value):,}"
    if dress == "pounds":
        return f"-£{size}" if value < 0 else f"£{size}"
    if dress == "brackets" and value < 0:
        return f"({size})"
    if dress == "dashes" and value < 0:
        return f"–{size}"
    if dress == "pence":
        return f"{'-' if value < 0 else ''}{abs(value) // 100:,}.{abs(value) % 100:02d}"
    return f"-{size}" if value < 0 else size


def made(dice: random.Random) -> Made:
    """A table of one of several kinds, every second with one wrong figure."""
    kind = dice.choice(KINDS)
    dress = "pence" if kind == "pence" else dice.choice(DRESSES)
    if kind == "payments":
        return _payments(dice)
    if kind == "roll":
        return _roll(dice, dress)
    heads = _heads(dice, kind)
    rows = _rows(dice, kind, len(heads))
    wrong = dice.random() < 0.5
    if wrong:
        row, column = dice.randrange(len(rows)), dice.randrange(len(heads))
        figures = list(rows[row][1])
        figures[column] += dice.choice((90, 900, 270, 1_000))
        rows[row] = (rows[row][0], figures)
    if kind == "change":
        heads.append("Change")
        rows = [(name, [*figures, figures[-1] - figures[-2]]) for name, figures in rows]
    if kind == "across":
        heads.append("Total")
        rows = [(name, [*figures, sum(figures)]) for name, figures in rows]
    none = {"nil": "-", "blank": ""}.get(kind)
    cells = [[name, *(shown(v, dress) if v or none is None else none for v in figures)] for name, figures in rows]
    if kind == "words":
        cells.insert(len(cells) // 2, ["Running costs", *("" for _ in heads)])
    if kind == "notes":
        heads.append("Notes")
        cells = [[*row, dice.choice(("On budget", "One post vacant", "Late invoice", "As planned"))] for row in cells]
    if kind == "share":
        heads.append("Share")
        whole = rows[-1][1][-1]
        cells = [[*row, f"{figures[-1] * 100 / whole:.1f}%"] for row, (_, figures) in zip(cells, rows, strict=True)]
    title = dice.choice(("Net spending", "Income and spending", "Costs by service"))
    return Made(title, ["Service", *heads], cells, wrong)


def _heads(dice: random.Random, kind: str) -> list[str]:
    if kind == "wide":
        return ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]
    return list(dice.choice([span for span in SPANS if len(span) > 1 or kind not in ("change", "across")]))


def _rows(dice: random.Random, kind: str, columns: int) -> list[tuple[str, list[int]]]:
    """The rows, label first, with their sums."""
    names = dice.sample(THINGS, 18 if kind == "many" else dice.randint(3, 9))
    if kind == "long":
        names[:2] = dice.sample(LONG, 2)
    most = 90 if kind == "counts" else 9_000 if kind == "wide" else 9_000_000 if kind == "pence" else 90_000
    body = [[dice.randint(1 + most // 900, most) for _ in range(columns)] for _ in names]
    if kind in ("nil", "blank"):
        for _ in range(dice.randint(1, 3)):
            dice.choice(body)[dice.randrange(columns)] = 0
    if kind == "codes":
        names = [f"{4000 + 10 * n} {name}" for n, name in enumerate(names)]
    rows = list(zip(names, body, strict=True))
    total = [sum(column) for column in zip(*body, strict=True)]
    if kind == "sections" and len(rows) > 5:
        at = len(rows) // 2
        first, second = rows[:at], rows[at:]
        sums = [[sum(c) for c in zip(*(f for _, f in part), strict=True)] for part in (first, second)]
        rows = [*first, ("Subtotal services", sums[0]), *second, ("Subtotal running costs", sums[1])]
    return [*rows, ("Total", total)]


def _payments(dice: random.Random) -> Made:
    """A list of payments: date, payee, what for, amount."""
    days = sorted(dice.sample(range(1, 29), dice.randint(4, 9)))
    amounts = [dice.randint(1_000, 300_000) for _ in days]
    wrong = dice.random() < 0.5
    total = sum(amounts) + (dice.choice((900, 9_000, 2_700)) if wrong else 0)
    payees = ("Larkfield Garage", "Bright & Sons", "County Council", "T Marsh", "Oak Tree Surgeons")
    rows = [
        [f"{day} May 2025", dice.choice(payees), dice.choice(THINGS), shown(amount, "pence")]
        for day, amount in zip(days, amounts, strict=True)
    ]
    return Made("Payments for approval", ["Date", "Payee", "Details", "Amount £"],
                [*rows, ["Total", "", "", shown(total, "pence")]], wrong)  # fmt: skip


def _roll(dice: random.Random, dress: str) -> Made:
    """Reserves rolled forward: opening, in, out, closing."""
    names = dice.sample(("General", "Elections", "Vehicles", "Play areas", "Insurance", "Hall roof"), 4)
    moves = [(dice.randint(20_000, 90_000), dice.randint(100, 9_000), -dice.randint(100, 9_000)) for _ in names]
    every = [[name, opening, more, less, opening + more + less]
             for name, (opening, more, less) in zip(names, moves, strict=True)]  # fmt: skip
    sums = ["Total", *(sum(row[c] for row in every) for c in range(1, 5))]
    wrong = dice.random() < 0.5
    if wrong:
        dice.choice(every)[4] += dice.choice((900, 90, 1_000))
    cells = [[str(row[0]), *(shown(int(v), dress) for v in row[1:])] for row in [*every, sums]]
    return Made("Movement in reserves", ["Reserve", "Opening", "Added", "Used", "Closing"], cells, wrong)


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
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    def paragraph(text: str) -> str:
        return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"

    rows = "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in [table.heads, *table.rows]
    )
    body = f"{paragraph(table.title)}<w:tbl>{rows}</w:tbl>{paragraph('Noted.')}"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{name}"><w:body>{body}</w:body></w:document>')
    return file.getvalue()


def workbook(table: Made) -> bytes:
    """An Excel workbook: figures are numbers, shown as the paper shows them."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append([table.title])
    sheet.append([])
    for row in [table.heads, *table.rows]:
        sheet.append([None] * len(row))
        for place, text in enumerate(row, start=1):
            cell = sheet.cell(sheet.max_row, place)
            cell.value, cell.number_format = entered(text)
    sheet.append([])
    sheet.append(["Noted."])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def entered(text: str) -> tuple[object, str]:
    """What is typed in for a cell, and the number format that shows it."""
    figure = re.fullmatch(r"([-–(]?)([£$]?)([\d,]+(?:\.\d+)?)(%?)\)?", text)
    if not figure or not text:
        return text or None, "General"
    sign, money, digits, share = figure.groups()
    value = Decimal(digits.replace(",", "")) * (-1 if sign else 1)
    _, point, places = digits.partition(".")
    form = f"{money}{'#,##0' if ',' in digits else '0'}{point}{'0' * len(places)}{share}"
    return float(value / 100 if share else value), f"{form};({form})" if sign == "(" else f"{form};{sign or '-'}{form}"


def comma_file(table: Made) -> bytes:
    """A file of values with commas between them, as spreadsheet programs save it."""
    out = io.StringIO()
    csv.writer(out).writerows([[table.title], [], table.heads, *table.rows, [], ["Noted."]])
    return out.getvalue().encode("utf-8-sig")


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
    "xlsx": ("sheet", workbook), "csv": ("sheet", comma_file),
    "ruled": ("pdf", lambda table: drawn(table, True)), "unruled": ("pdf", lambda table: drawn(table, False)),
}  # fmt: skip


def grids(document: Document) -> list[Rows]:
    """The tables that were read, as rows of cells."""
    found = []
    for table in document.tables:
        found.append(cells_of(table))
    return found


def cells_of(table: Table) -> Rows:
    rows = [["" for _ in range(table.columns)] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = " ".join(cell.text.text.split())
    return rows


@cache
def _rules() -> tuple[Rule, ...]:
    return load_rules()


def compared(table: Made, form: str) -> tuple[bool, tuple[str, ...], list[Rows]]:
    """Whether a format gives the grid that was made, the findings, and what was read."""
    kind, write = FORMATS[form]
    document = extract_bytes(write(table), f"made.{form}", kind)
    read = grids(document)
    report = audit_document(document, _rules())
    messages = tuple(sorted(f"{f.rule.id} {f.relation.message}" for f in report.findings))
    return read == [[table.heads, *table.rows]], messages, read


def main() -> None:
    """Make, write, read, compare."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--number", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--misses", type=int, default=0)
    args = parser.parse_args()
    right: Counter[str] = Counter()
    same: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    found = 0
    left = args.misses
    chosen = args.formats.split(",")
    for number in range(args.number):
        table = made(random.Random(args.seed * 100_000 + number))
        first = compared(table, chosen[0])[1]
        found += bool(first)
        for form in chosen:
            if not can_be(table, form):
                continue
            tried[form] += 1
            good, messages, read = compared(table, form)
            right[form] += good
            same[form] += messages == first
            if left and not (good and messages == first):
                left -= 1
                print(f"--- {form} {number}", *read, *set(first) ^ set(messages), sep="\n   ")
                print("   made", table.heads, *table.rows, sep="\n     ")
    print(f"{args.number} made tables, {found} with findings in {chosen[0]}")
    for form in chosen:
        share = right[form] / max(tried[form], 1)
        print(f"{form:10} {tried[form]:4}  same grid {right[form]:4} ({share:6.1%})  same findings {same[form]:4}")


if __name__ == "__main__":
    main()
