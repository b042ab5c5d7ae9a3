"""A paragraph of a Word file -> what it prints, and the boxes, notes and drawings that hang on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Literal, NamedTuple
from xml.etree.ElementTree import Element

from reportcheck.extract.notes import is_note_mark
from reportcheck.extract.word.package import W
from reportcheck.extract.word.styles import Style, Styles, is_hidden, is_raised
from reportcheck.records import record

Revisions = Literal["final", "original"]
"""Which side of tracked changes is read."""

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_T, _R, _DELETED = W + "t", W + "r", W + "delText"
_PAST = frozenset([W + "del", W + "moveFrom"])
_NEW = frozenset([W + "ins", W + "moveTo"])
_SKIPPED = frozenset(
    [W + tag for tag in ("pPr", "rPr", "sdtPr", "instrText", "delInstrText", "fldData", "rt", "annotationRef")]
    + ["{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"]
)
_SIGNS = {
    W + "tab": "\t", W + "ptab": "\t", W + "noBreakHyphen": "-", W + "cr": " ", W + "br": " ", _MATH + "den": "/",
}  # fmt: skip
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_DRAWN = frozenset(
    [
        "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
        "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds",
        "{urn:schemas-microsoft-com:office:office}OLEObject",
    ]
)
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


class Edit(NamedTuple):
    """A tracked change in a paragraph: what it covers there, who made it, what it adds, and what it takes out."""

    start: int
    end: int
    author: str
    added: str
    removed: str


@record(slots=True)
class Printed:
    """What a paragraph prints, on how many pages it goes on, and what hangs on it."""

    text: str = ""
    before: int = 0
    """Pages that end before its first word."""
    pages: int = 0
    """Pages that end in it."""
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    hidden: bool = False
    """Whether some of its words are set as hidden."""
    begins: list[tuple[int, Element]] = field(default_factory=list)
    """Its pieces of text, each with where it begins in what is printed."""
    drawn: int = 0
    """Charts, diagrams and embedded objects."""
    edits: list[Edit] = field(default_factory=list)


def printed(paragraph: Element, style: Style, styles: Styles, revisions: Revisions, rendered: bool) -> Printed:
    """What a paragraph prints. `rendered`: Word noted where pages ended, so that breaks need not be looked for."""
    found = Printed()
    parts: list[str] = []
    raised = ""
    long = 0
    edits = _Edits()
    for node, up, out, change in _nodes(paragraph, style, styles, revisions):
        if node is change:
            edits.unread(long, change)
            continue
        if node.tag in _NOTES:
            found.notes.append((_NOTES[node.tag], node.get(W + "id", "")))
            continue
        if node.tag == W + "txbxContent":
            found.boxes.append(node)
            continue
        if node.tag in _DRAWN:
            found.drawn += 1
            continue
        if _ends_page(node, rendered):
            found.pages += 1
            found.before += not "".join(parts).strip()
            continue
        shown = _SIGNS.get(node.tag, (node.text or "").translate(_INVISIBLE))
        if out:
            found.hidden = found.hidden or bool(shown.strip())
        elif up:
            raised += shown
        else:
            kept = _unless_mark(raised, parts)
            long += len(kept)
            if node.tag == _T or node.tag == _DELETED:
                found.begins.append((long, node))
            long += len(shown)
            if change is not None:
                edits.read(long, change, shown)
            parts += [kept, shown]
            raised = ""
    parts.append(_unless_mark(raised, parts))
    found.text = "".join(parts)
    found.edits = edits.found
    return found


class _Edits:
    """Gathers the tracked changes of a paragraph; what one person puts in place of something is one change."""

    def __init__(self) -> None:
        self.found: list[Edit] = []

    def read(self, end: int, change: Element, text: str) -> None:
        """Words of the side that is read, which end at `end`."""
        self._add(end - len(text), end, change, text)

    def unread(self, at: int, change: Element) -> None:
        """Words of the other side, which would stand at `at`."""
        self._add(at, at, change, "".join(node.text or "" for node in change.iter() if node.tag in (_T, _DELETED)))

    def _add(self, start: int, end: int, change: Element, text: str) -> None:
        if not text.strip():
            return
        author = " ".join(change.get(W + "author", "").split()) or "somebody"
        new = change.tag in _NEW
        last = self.found[-1] if self.found else None
        if last is not None and last.author == author and last.end == start:
            added = last.added + text * new
            self.found[-1] = Edit(last.start, end, author, added, last.removed + text * (not new))
        else:
            self.found.append(Edit(start, end, author, text * new, text * (not new)))


def _unless_mark(raised: str, before: list[str]) -> str:
    """Raised characters, unless they are the mark of a note on what stands before them."""
    last = next((part for part in reversed(before) if part), "")
    return "" if raised and last and not last[-1].isspace() and is_note_mark(raised) else raised


def _nodes(
    paragraph: Element, style: Style, styles: Styles, revisions: Revisions
) -> Iterator[tuple[Element, bool, bool, Element | None]]:
    """What a paragraph holds, in order; whether each is raised, whether it is hidden, the tracked change it is in.

    A change on the side that is not read comes as itself.
    """
    left_out = _PAST if revisions == "final" else _NEW
    waiting: list[tuple[Element, bool, bool, Element | None]] = [(paragraph, False, bool(style.hidden), None)]
    first = True
    while waiting:
        node, up, out, change = waiting.pop()
        if node.tag in left_out and not first:
            yield node, up, out, node
            continue
        if node.tag in _SKIPPED and not first:
            continue
        first = False
        if node.tag in _PAST or node.tag in _NEW:
            change = node
        if node.tag == _R:
            settings = node.find(W + "rPr")
            named = styles.of(settings, "rStyle")
            own_up, own_out = is_raised(settings), is_hidden(settings)
            up = own_up if own_up is not None else bool(named.raised)
            out = own_out if own_out is not None else out if named.hidden is None else named.hidden
        if node.tag in (_T, _DELETED, _MATH + "t", W + "txbxContent") or node.tag in _NOTES or node.tag in _DRAWN:
            yield node, up, out, change
        elif node.tag in _SIGNS or node.tag == W + "lastRenderedPageBreak":
            yield node, up, out, change
            waiting.extend((child, up, out, change) for child in reversed(list(node)))
        else:
            waiting.extend((child, up, out, change) for child in reversed(list(node)))


def _ends_page(node: Element, rendered: bool) -> bool:
    if node.tag == W + "lastRenderedPageBreak":
        return True
    return node.tag == W + "br" and node.get(W + "type") == "page" and not rendered


def is_bold(paragraph: Element) -> bool:
    """Whether all words of a paragraph are set in bold."""
    runs = [run for run in paragraph.iter(_R) if any(t.text and t.text.strip() for t in run.iter(_T))]
    marks = [run.find(f"{W}rPr/{W}b") for run in runs]
    return bool(marks) and all(m is not None and m.get(W + "val", "1") not in ("0", "false") for m in marks)
