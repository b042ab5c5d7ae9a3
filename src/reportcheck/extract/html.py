"""HTML -> one page of lines and tables, each with the line of the source that it stands on."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

from reportcheck.errors import PaperError
from reportcheck.extract.text.source import decode
from reportcheck.model import Block, Cell, Line, Page, Piece, Table, Text

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section select summary table tbody td tfoot"
    " th thead tr ul".split()
)
_SILENT = frozenset("script style template noscript svg math button head object canvas iframe textarea".split())
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,4}=\s{0,4}[\"']?([\w-]{2,40})", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_WORDS = re.compile(r"\S+")
_SIGNED = re.compile(r"[•●▪◦‣·*–-]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)]\s")
_WIDEST = 100
_MOST = 100_000

_Words = list[tuple[str, int, int, bool]]
"""What was printed: the word, its line, its column, and whether white space stands before it."""


class _Rows:
    """A table or a list of terms that is being read."""

    def __init__(self, outside: _Words) -> None:
        self.outside = outside
        self.cell: tuple[int, int, bool] | None = None
        self.cells: list[Cell] = []
        self.row = -1
        self.column = 0
        self.taken: dict[tuple[int, int], bool] = {}
        self.caption = ""

    def open_row(self) -> None:
        """Begin the next row."""
        self.row += 1
        self.column = 0

    def put(self, text: Text, rows: int, columns: int, bold: bool) -> None:
        """A cell at the next free place of the row."""
        if self.row < 0:
            self.open_row()
        while (self.row, self.column) in self.taken:
            self.column += 1
        if len(self.taken) > _MOST:
            rows = columns = 1
        for r in range(rows):
            for c in range(columns):
                self.taken[self.row + r, self.column + c] = True
        if text.text:
            self.cells.append(Cell(self.row, self.column, text, rows, columns, bold=bold))
        self.column += columns

    def table(self, above: str) -> Table:
        """What was read, as a table."""
        width = max((c.column + c.columns for c in self.cells), default=0)
        height = max((c.row + c.rows for c in self.cells), default=0)
        return Table(1, height, width, tuple(self.cells), caption=self.caption, above=above)


class _Reader(HTMLParser):
    """Tags and words in the order of the source -> blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.blocks: list[Block] = []
        self.words: _Words = []
        self.space = True
        self.silent = 0
        self.bold = 0
        self.heading = 0
        self.item = False
        self.open: list[_Rows] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        if tag in _SILENT or self.silent:
            self.silent += tag not in _VOID
            return
        if tag in _BLOCKS:
            self.flush()
        if tag in ("li", "ul", "ol"):
            self.item = tag == "li"
        if tag in ("b", "strong"):
            self.bold += 1
        elif tag in ("table", "dl"):
            self.open.append(_Rows(self.words))
            self.words = []
        elif tag in ("tr", "dt") and self.open:
            self.close_cell()
            self.open[-1].open_row()
        elif tag[0] == "h" and tag[1:].isdecimal():
            self.heading = min(max(int(tag[1:]), 1), 6)
        if tag in ("td", "th", "dt", "dd") and self.open:
            self.close_cell()
            given = dict(attrs)
            self.open[-1].cell = (_span(given.get("rowspan")), _span(given.get("colspan")), tag == "th")

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if self.silent:
            self.silent -= 1
            return
        if tag in ("td", "th", "dt", "dd") and self.open:
            self.close_cell()
        elif tag == "caption" and self.open:
            self.open[-1].caption = self.take().text
        elif tag in ("table", "dl") and self.open:
            self.close_table()
        elif tag in _BLOCKS:
            self.flush()
        if tag == "li":
            self.item = False
        if tag in ("b", "strong"):
            self.bold = max(self.bold - 1, 0)
        elif tag[0] == "h" and tag[1:].isdecimal():
            self.heading = 0

    def handle_data(self, data: str) -> None:
        """Printed characters."""
        if self.silent:
            return
        line, column = self.getpos()
        for number, part in enumerate(data.split("\n")):
            for match in _WORDS.finditer(part):
                at = match.start() + (column if number == 0 else 0)
                apart = self.space or match.start() > 0 or number > 0
                self.words.append((match.group(), line + number, at, apart))
                self.space = False
            self.space = self.space or not part or part[-1:].isspace()

    def handle_entityref(self, name: str) -> None:
        """A named character."""
        self.character(html.unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        """A numbered character."""
        self.character(html.unescape(f"&#{name};"))

    def character(self, shown: str) -> None:
        """A character that the source spells by its name or number."""
        if self.silent:
            return
        if shown.isspace():
            self.space = True
            return
        self.words.append((shown, *self.getpos(), self.space))
        self.space = False

    def take(self) -> Text:
        """The words since the last block, with their places."""
        parts: list[str] = []
        pieces: list[Piece] = []
        size = 0
        for word, line, column, apart in self.words:
            if apart and size:
                parts.append(" ")
                size += 1
            last = pieces[-1] if pieces else None
            if last and last.line == line and column - last.offset == size - last.start:
                pieces[-1] = Piece(last.start, size + len(word), 1, line, last.offset)
            else:
                pieces.append(Piece(size, size + len(word), 1, line, column))
            parts.append(word)
            size += len(word)
        self.words = []
        self.space = True
        return Text("".join(parts), tuple(pieces))

    def flush(self) -> None:
        """End a line; inside of a table its words wait for the end of their cell."""
        if self.open:
            self.space = True
            return
        text = self.take()
        if text.text:
            text = _bulleted(text) if self.item else text
            self.item = False
            self.blocks.append(Line(text, gap=True, bold=self.bold > 0, heading=self.heading))

    def close_cell(self) -> None:
        """End the open cell, if one is: many papers never say where a cell ends."""
        rows = self.open[-1]
        if rows.cell:
            height, width, head = rows.cell
            rows.put(self.take(), height, width, head or self.bold > 0)
            rows.cell = None

    def close_table(self) -> None:
        """End a table: one of a single row or column is no table."""
        self.close_cell()
        rows = self.open.pop()
        self.words = rows.outside
        table = rows.table("\n".join(b.text.text for b in self.blocks[-2:] if isinstance(b, Line)))
        if table.columns > 1 and table.rows > 1:
            self.blocks.append(table)
        else:
            self.blocks.extend(Line(cell.text, gap=True, bold=cell.bold) for cell in table.cells)


def _bulleted(text: Text) -> Text:
    """An item of a list with the sign that a browser prints before it, unless the source has one of its own."""
    return text if _SIGNED.match(text.text) else Text.join([Text("•"), text])


def _span(given: str | None) -> int:
    return min(max(int(given), 1), _WIDEST) if given and given.isdecimal() and len(given) < 6 else 1


def read_html(data: bytes, name: str) -> tuple[Page, ...]:
    """The one page of an HTML file; scripts and styles are left out."""
    reader = _Reader()
    try:
        reader.feed(_decoded(data, name))
        reader.close()
    except (AssertionError, ValueError, RecursionError) as problem:
        raise PaperError(name, f"is not HTML that can be read ({problem}).", "Save it again, or as PDF.") from None
    while reader.open:
        reader.close_table()
    reader.flush()
    return (Page(1, tuple(reader.blocks), has_text=bool(reader.blocks)),)


def _decoded(data: bytes, name: str) -> str:
    """The characters of the file, by its own word for its encoding where it has no mark."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, name)
