"""Word drafts (.docx) -> pages of lines and tables; a place is a page and the number of a paragraph in the file."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from reportcheck.errors import PaperError
from reportcheck.extract.word_lists import Lists, read_lists
from reportcheck.model import Block, Cell, Line, Page, Piece, Table, Text

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WRAPPERS = frozenset(_W + tag for tag in ("sdt", "sdtContent", "ins", "smartTag", "customXml", "moveTo", "hyperlink"))
_P, _TBL, _TR, _TC, _T, _R = (_W + tag for tag in ("p", "tbl", "tr", "tc", "t", "r"))
_SKIPPED = frozenset(
    [_W + tag for tag in ("del", "moveFrom", "pPr", "rPr", "txbxContent", "instrText")]
    + ["{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"]
)
_SIGNS = {_W + "tab": "\t", _W + "ptab": "\t", _W + "noBreakHyphen": "-", _W + "cr": " ", _W + "br": " "}
_HEADING = re.compile(r"heading\s?([1-6])$", re.IGNORECASE)
_LARGEST = 256 * 2**20
_DEEPEST = 60


@dataclass(slots=True)
class _Place:
    """How far the reading has come."""

    rendered: bool
    """Whether Word noted where pages ended when it last laid the paper out."""
    lists: Lists
    page: int = 1
    paragraph: int = 0
    blocks: list[tuple[int, Block]] = field(default_factory=list)


def read_word(data: bytes, name: str) -> tuple[Page, ...]:
    """The pages of a Word file, headers, footers and deleted words left out."""
    body, levels, lists = _parts(data, name)
    place = _Place(body.find(f".//{_W}lastRenderedPageBreak") is not None, lists)
    for element in _unwrapped(body):
        if element.tag == _P:
            _paragraph(element, place, levels)
        elif element.tag == _TBL:
            _table(element, place, 0)
    pages: list[list[Block]] = [[] for _ in range(place.page)]
    for page, block in place.blocks:
        pages[page - 1].append(block)
    return tuple(Page(number, tuple(blocks), has_text=bool(blocks)) for number, blocks in enumerate(pages, start=1))


def _parts(data: bytes, name: str) -> tuple[Element, dict[str, int], Lists]:
    """The body of the paper, the heading level of each style, and its lists."""
    remedy = "Open it in Word and save it as .docx again."
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = _xml(archive, "word/document.xml", name).find(_W + "body")
            held = archive.namelist()
            styles = _xml(archive, "word/styles.xml", name) if "word/styles.xml" in held else None
            numbering = _xml(archive, "word/numbering.xml", name) if "word/numbering.xml" in held else None
    except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ElementTree.ParseError):
        # zipfile says NotImplementedError of a part that is packed in a way it does not know.
        raise PaperError(name, "is not a Word file that can be read.", remedy) from None
    except RuntimeError:
        raise PaperError(name, "is locked with a password.", "Save it without one.") from None
    if body is None:
        raise PaperError(name, "is a Word file without a text.", remedy)
    lists = read_lists(numbering, styles) if numbering is not None else Lists()
    return body, _levels(styles) if styles is not None else {}, lists


def _xml(archive: zipfile.ZipFile, part: str, name: str) -> Element:
    """A part of the file; one that is out of all proportion, or that defines words of its own, is refused."""
    if archive.getinfo(part).file_size > _LARGEST:
        raise PaperError(name, "unpacks to more than can be read.", "Save it again, or in parts.")
    text = archive.read(part)
    if b"<!DOCTYPE" in text[:4096] or b"<!ENTITY" in text[:4096]:
        raise PaperError(name, "holds XML that no Word file holds.", "Open it in Word and save it as .docx again.")
    return ElementTree.fromstring(text)


def _levels(styles: Element) -> dict[str, int]:
    """Each style's heading level: by its name, or its outline level, or that of the style that it is based on."""
    found: dict[str, int] = {}
    based: dict[str, str] = {}
    for style in styles.iter(_W + "style"):
        key = style.get(_W + "styleId", "")
        named, outline, parent = style.find(_W + "name"), style.find(f".//{_W}outlineLvl"), style.find(_W + "basedOn")
        label = named.get(_W + "val", "") if named is not None else ""
        match = _HEADING.match(label)
        if match or label.lower() == "title":
            found[key] = int(match.group(1)) if match else 1
        elif outline is not None and outline.get(_W + "val", "9") in "012345":
            found[key] = int(outline.get(_W + "val", "0")) + 1
        if parent is not None:
            based[key] = parent.get(_W + "val", "")
    for key in based:
        seen, at = {key}, key
        while at not in found and at in based and based[at] not in seen:
            at = based[at]
            seen.add(at)
        if at in found:
            found.setdefault(key, found[at])
    return found


def _unwrapped(parent: Element) -> Iterator[Element]:
    """The children of an element; those in content controls and tracked insertions too."""
    waiting = list(reversed(list(parent)))
    while waiting:
        element = waiting.pop()
        if element.tag in _WRAPPERS:
            waiting.extend(reversed(list(element)))
        else:
            yield element


def _paragraph(element: Element, place: _Place, levels: dict[str, int]) -> None:
    place.paragraph += 1
    text, page = _text(element, place)
    if not text.text:
        return
    settings = element.find(_W + "pPr")
    style = settings.find(_W + "pStyle") if settings is not None else None
    outline = settings.find(_W + "outlineLvl") if settings is not None else None
    level = levels.get(style.get(_W + "val", ""), 0) if style is not None else 0
    if outline is not None and outline.get(_W + "val", "9") in "012345":
        level = int(outline.get(_W + "val", "0")) + 1
    if not level and place.lists.bulleted(settings) and text.text[0] not in "•-–*":
        text = Text.join([Text("•"), text])
    place.blocks.append((page, Line(text, gap=True, bold=_is_bold(element), heading=level)))


def _text(element: Element, place: _Place) -> tuple[Text, int]:
    """A paragraph's words and the page that they begin on."""
    parts: list[str] = []
    begun = 0
    for node in _printed(element):
        if node.tag == _T:
            parts.append(node.text or "")
            begun = begun or (place.page if (node.text or "").strip() else 0)
        elif _breaks(node, place.rendered):
            place.page += 1
        else:
            parts.append(_SIGNS.get(node.tag, ""))
    whole = "".join(parts)
    bare = whole.strip()
    lead = len(whole) - len(whole.lstrip())
    page = begun or place.page
    return Text(bare, (Piece(0, len(bare), page, place.paragraph, lead),) if bare else ()), page


def _printed(element: Element) -> Iterator[Element]:
    """What a paragraph prints, in order: deleted words and the older copies of drawings left out."""
    waiting = [element]
    while waiting:
        node = waiting.pop()
        if node.tag in _SKIPPED:
            continue
        if node.tag == _T or node.tag in _SIGNS or node.tag == _W + "lastRenderedPageBreak":
            yield node
        else:
            waiting.extend(reversed(list(node)))


def _breaks(node: Element, rendered: bool) -> bool:
    if node.tag == _W + "lastRenderedPageBreak":
        return True
    return node.tag == _W + "br" and node.get(_W + "type") == "page" and not rendered


def _is_bold(element: Element) -> bool:
    """Whether all words of a paragraph are set in bold."""
    runs = [run for run in element.iter(_R) if any(t.text and t.text.strip() for t in run.iter(_T))]
    marks = [run.find(f"{_W}rPr/{_W}b") for run in runs]
    return bool(marks) and all(m is not None and m.get(_W + "val", "1") not in ("0", "false") for m in marks)


def _table(element: Element, place: _Place, depth: int) -> None:
    """A table, and after it the tables that stand in its cells."""
    cells: list[Cell] = []
    inner: list[Element] = []
    merged: dict[int, int] = {}
    page, row = 0, 0
    for line in _unwrapped(element):
        if line.tag != _TR:
            continue
        column = _number(line.find(f"{_W}trPr/{_W}gridBefore"), 0)
        for box in (child for child in _unwrapped(line) if child.tag == _TC):
            span = _number(box.find(f"{_W}tcPr/{_W}gridSpan"), 1)
            merge = box.find(f"{_W}tcPr/{_W}vMerge")
            text, bold = _cell(box, place, inner)
            page = page or place.page
            if merge is not None and merge.get(_W + "val") != "restart" and column in merged:
                above = cells[merged[column]]
                cells[merged[column]] = Cell(
                    above.row, above.column, above.text, row - above.row + 1, above.columns, bold=above.bold
                )
            elif text.text:
                if merge is not None:
                    merged[column] = len(cells)
                cells.append(Cell(row, column, text, 1, span, bold=bold))
            if merge is None:
                merged.pop(column, None)
            column += span
        row += 1
    width = max((c.column + c.columns for c in cells), default=0)
    if cells and row > 1 and width > 1:
        over = "\n".join(b.text.text for _, b in place.blocks[-2:] if isinstance(b, Line))
        place.blocks.append((page, Table(page, row, width, tuple(cells), above=over)))
    else:
        place.blocks.extend((page, Line(cell.text, gap=True, bold=cell.bold)) for cell in cells)
    for nested in inner if depth < _DEEPEST else ():
        _table(nested, place, depth + 1)


def _cell(box: Element, place: _Place, inner: list[Element]) -> tuple[Text, bool]:
    """A cell's paragraphs as one text, and whether they are bold; the tables in it are put aside."""
    texts, bold = [], True
    for child in _unwrapped(box):
        if child.tag == _TBL:
            inner.append(child)
        elif child.tag == _P:
            place.paragraph += 1
            text, _ = _text(child, place)
            if text.text:
                texts.append(text)
                bold = bold and _is_bold(child)
    return (Text.join(texts) if texts else Text("")), bold and bool(texts)


def _number(element: Element | None, default: int) -> int:
    value = element.get(_W + "val", "") if element is not None else ""
    return min(int(value), 200) if value.isdecimal() and len(value) < 5 else default
