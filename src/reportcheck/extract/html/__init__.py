"""HTML -> one page of lines and tables, each with the line of the source that it stands on."""

from __future__ import annotations

import re

from reportcheck.errors import PaperError
from reportcheck.extract.above import words_above
from reportcheck.extract.html.rows import Rows, span
from reportcheck.extract.html.tree import Opened, Source, Word, parts_of, rows_kept
from reportcheck.extract.notes import is_note_mark
from reportcheck.extract.text.listed import with_tables
from reportcheck.extract.text.source import decode
from reportcheck.model import Block, Line, Page, Piece, Table, Text
from reportcheck.patterns import pattern

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section select summary table tbody td"
    " textarea tfoot th thead tr ul".split()
)
_PICTURED = frozenset("svg math object canvas iframe embed audio video".split())
_SILENT = _PICTURED | frozenset("script style template noscript title button head datalist del s strike".split())
_CHARSET = pattern(rb"<meta[^>]{0,200}charset\s{0,4}=\s{0,4}[\"']?([\w-]{2,40})", re.IGNORECASE)
_SIGNED = pattern(r"[•●▪◦‣·*–-]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)]\s")
_INVISIBLE = pattern("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")


class _Reader:
    """Elements and words in the order of the page -> blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.words: list[Word] = []
        self.bold = 0
        self.heading = 0
        self.item = False
        self.raised: int | None = None
        self.kept: list[Word] | None = None
        self.open: list[Rows] = []
        self.pictures = 0

    def read(self, source: Source) -> None:
        """Read a page, or a part of one."""
        for part in parts_of(source, _SILENT):
            if isinstance(part, Word):
                self.word(part)
            elif isinstance(part, Opened):
                self.opened(part.tag, part.given)
            else:
                self.closed(part.tag)
        while self.open:
            self.close_table()
        self.flush()

    def word(self, word: Word) -> None:
        """A word, or a line whose white space is kept."""
        if self.kept is not None:
            self.kept.append(word)
        else:
            self.words.append(word)

    def opened(self, tag: str, given: dict[str, str | None]) -> None:
        """Begin an element."""
        if tag in _PICTURED:
            self.pictures += tag not in ("math", "audio", "video")
        if tag in _SILENT:
            return
        if tag in _BLOCKS:
            self.flush()
        if tag in ("li", "ul", "ol"):
            self.item = tag == "li"
        if tag in ("b", "strong", "th"):
            self.bold += 1
        elif tag == "sup":
            self.raised = len(self.words)
        elif tag == "pre":
            self.kept = []
        elif tag in ("table", "dl"):
            self.open.append(Rows(self.words, self.blocks))
            self.words, self.blocks = [], []
        elif tag in ("tr", "dt") and self.open:
            self.open[-1].open_row()
        elif tag[0] == "h" and tag[1:].isdecimal():
            self.heading = min(max(int(tag[1:]), 1), 6)
        if tag in ("td", "th", "dt", "dd") and self.open:
            self.words, self.blocks = [], []
            self.open[-1].cell = (span(given.get("rowspan")), span(given.get("colspan")), tag == "th")

    def closed(self, tag: str) -> None:
        """End an element."""
        if tag in _SILENT:
            return
        if tag in ("td", "th", "dt", "dd") and self.open:
            self.close_cell()
        elif tag == "caption" and self.open:
            self.open[-1].caption = self.take().text
        elif tag in ("table", "dl") and self.open:
            self.close_table()
        elif tag == "pre":
            self.close_kept()
        elif tag in _BLOCKS:
            self.flush()
        if tag == "li":
            self.item = False
        if tag in ("b", "strong", "th"):
            self.bold = max(self.bold - 1, 0)
        elif tag == "sup":
            self.close_note()
        elif tag[0] == "h" and tag[1:].isdecimal():
            self.heading = 0

    def close_note(self) -> None:
        """A raised number or letter after a word or a figure is the mark of a note, and no part of it."""
        at, self.raised = self.raised, None
        mark = self.words[at:] if at else []
        if mark and not mark[0].apart and is_note_mark(" ".join(word.text for word in mark)):
            del self.words[at:]

    def close_kept(self) -> None:
        """Lines whose white space is kept are a text: its tables stand in columns."""
        from reportcheck.extract.text import blocks_of

        lines, self.kept = self.kept or [], None
        if self.open:
            self.words += [word for word in lines if word.text.strip()]
            return
        self.blocks += blocks_of(rows_kept(lines)) if lines else []

    def take(self) -> Text:
        """The words since the last block, with their places."""
        parts: list[str] = []
        pieces: list[Piece] = []
        size = 0
        for word, line, column, apart in self.words:
            if apart and size:
                parts.append(" ")
                size += 1
            for shown, at in _visible(word, column):
                last = pieces[-1] if pieces else None
                if last and last.line == line and at - last.offset == size - last.start:
                    pieces[-1] = Piece(last.start, size + len(shown), 1, line, last.offset)
                else:
                    pieces.append(Piece(size, size + len(shown), 1, line, at))
                parts.append(shown)
                size += len(shown)
        self.words = []
        whole = "".join(parts)
        return Text(whole, tuple(pieces)) if whole.strip() else Text("")

    def flush(self) -> None:
        """End a line."""
        text = self.take()
        if text.text:
            text = _bulleted(text) if self.item else text
            self.item = False
            self.blocks.append(Line(text, gap=True, bold=self.bold > 0, heading=self.heading))

    def close_cell(self) -> None:
        """End a cell: its lines are one text, unless the table turns out to set passages beside each other."""
        rows = self.open[-1]
        bold = self.bold > 0
        self.flush()
        if rows.cell:
            height, width, head = rows.cell
            inside = [block for _, block in with_tables([(1, block) for block in self.blocks])]
            rows.put(inside, height, width, head or bold)
            rows.cell = None
        self.blocks = []

    def close_table(self) -> None:
        """End a table: one of a single row or column, or of passages, is no table."""
        if self.open[-1].cell:
            self.close_cell()
        rows = self.open.pop()
        self.words, inside = rows.words, self.blocks
        self.blocks = rows.blocks
        over = self.blocks[-1] if self.blocks and not inside else None
        if isinstance(over, Table) and (whole := rows.under(over)) is not None:
            self.blocks[-1] = whole
            return
        self.blocks += [*inside, *rows.result(words_above(self.blocks))]


def _visible(word: str, column: int) -> list[tuple[str, int]]:
    """A word without the characters that nobody sees, in parts, and where each stands."""
    if word.isascii() or not _INVISIBLE.search(word):
        return [(word, column)]
    found, at = [], 0
    for match in _INVISIBLE.finditer(word):
        if match.start() > at:
            found.append((word[at : match.start()], column + at))
        at = match.end()
    return [*found, (word[at:], column + at)] if at < len(word) else found


def _bulleted(text: Text) -> Text:
    """An item of a list with the sign that a browser prints before it, unless the source has one of its own."""
    return text if _SIGNED.match(text.text) else Text.join([Text("•"), text])


def read_html(data: bytes, name: str) -> tuple[Page, ...]:
    """The one page of an HTML file; scripts, styles and what no browser shows are left out."""
    reader = _Reader()
    try:
        reader.read(Source(_decoded(data, name)))
    except (AssertionError, ValueError, RecursionError) as problem:
        raise PaperError(name, f"is not HTML that can be read ({problem}).", "Save it again, or as PDF.") from None
    count = reader.pictures
    named = f"{count} drawing{'s' * (count > 1)} or embedded page{'s' * (count > 1)} not read" if count else ""
    blocks = tuple(block for _, block in with_tables([(1, block) for block in reader.blocks]))
    return (Page(1, blocks, has_text=bool(blocks), problem=named),)


def blocks_of_html(source: str, line: int) -> list[Block]:
    """The blocks of a piece of HTML whose first line is that of a text."""
    reader = _Reader()
    reader.read(Source(source, line))
    return [block for _, block in with_tables([(1, block) for block in reader.blocks])]


def _decoded(data: bytes, name: str) -> str:
    """The characters of the file, by its own word for its encoding where it has no mark."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, name)
