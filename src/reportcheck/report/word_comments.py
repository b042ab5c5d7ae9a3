"""Comments in a Word file: those of ours taken out, new ones put in, all else left as it is; it alone knows lxml."""

from __future__ import annotations

import copy
import io
import posixpath
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from lxml import etree

from reportcheck.errors import PaperError
from reportcheck.extract.word import Shown, read_paragraphs
from reportcheck.extract.word.package import W, main_part, read_package
from reportcheck.report.formats import COMMENTED

AUTHOR = "reportcheck"
_P, _R, _T = W + "p", W + "r", W + "t"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TYPES = "[Content_Types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RANGE = (W + "commentRangeStart", W + "commentRangeEnd")


def with_comments(data: bytes, notes: Iterable[dict[str, Any]], revisions: str) -> bytes:
    """The file with those comments; each names a paragraph as it was read, and letters in it. PaperError if signed."""
    package = read_package(data, "")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = _Parts(archive)
        document = parts.tree(parts.main)
        body = document.find(W + "body")
        if body is None:
            said = "is a Word file of the strict kind, in which no comments can be written."
            raise PaperError("", said, "Save it as .docx, the usual kind.")
        if any(name.startswith("_xmlsignatures/") for name in parts.names):
            raise PaperError("", "is signed, and a comment would break that.", "Save a copy without the signature.")
        old = parts.tree(parts.comments) if parts.comments in parts.names else None
        if old is not None:
            _take_out(body, old)
        shown = read_paragraphs(replace(package, body=body), "original" if revisions == "original" else "final")
        wanted = list(notes)
        if wanted and old is None:
            old = parts.add_comments()
        number = 1 + max([-1, *(int(each.get(W + "id", "0")) for each in old)]) if old is not None else 0
        for note in wanted:
            if old is not None and _mark(body, shown, note, str(number)):
                old.append(_comment(str(number), note["told"]))
                number += 1
        return parts.written()


class _Parts:
    """The parts of a Word file: what is asked for as a tree is written from it, all else as it was."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.names = frozenset(archive.namelist())
        self.main = main_part(archive, "")
        folder, file = posixpath.split(self.main)
        self.links = f"{folder}/_rels/{file}.rels".lstrip("/")
        self.trees: dict[str, tuple[bytes, Any]] = {}
        self.comments = f"{folder}/comments.xml".lstrip("/")
        for link in self.tree(self.links) if self.links in self.names else ():
            if link.get("Type", "").endswith("/relationships/comments"):
                self.comments = posixpath.normpath(posixpath.join("/" + folder, link.get("Target"))).lstrip("/")

    def tree(self, part: str) -> Any:
        """A part as a tree, which may be changed."""
        if part not in self.trees:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_blank_text=False)
            root = etree.fromstring(self.archive.read(part), parser)
            self.trees[part] = (_xml(root), root)
        return self.trees[part][1]

    def add_comments(self) -> Any:
        """A part for comments, which the file did not have, and what leads to it."""
        root = etree.Element(W + "comments", nsmap={"w": W[1:-1]})
        self.trees[self.comments] = (b"", root)
        links = self.tree(self.links) if self.links in self.names else None
        if links is None:
            links = etree.Element(
                f"{{{_PACKAGE}/relationships}}Relationships", nsmap={None: f"{_PACKAGE}/relationships"}
            )
            self.trees[self.links] = (b"", links)
        taken = {link.get("Id") for link in links}
        free = next(name for name in (f"rId{n}" for n in range(1, len(taken) + 2)) if name not in taken)
        target = "/" + self.comments
        etree.SubElement(links, f"{{{_PACKAGE}/relationships}}Relationship", Id=free, Type=_RELATION, Target=target)
        types = self.tree(_TYPES) if _TYPES in self.names else None
        if types is not None:
            named = {"PartName": target, "ContentType": _KIND}
            etree.SubElement(types, f"{{{_PACKAGE}/content-types}}Override", named)
        return root

    def written(self) -> bytes:
        """The whole file: the parts in their order, then those that are new."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as file:
            for info in self.archive.infolist():
                kept = zipfile.ZipInfo(info.filename, info.date_time)
                kept.external_attr, kept.compress_type = info.external_attr, info.compress_type
                file.writestr(kept, self._bytes(info.filename))
            for part in sorted(self.trees.keys() - self.names):
                file.writestr(zipfile.ZipInfo(part), self._bytes(part), zipfile.ZIP_DEFLATED)
            file.comment = COMMENTED
        return out.getvalue()

    def _bytes(self, part: str) -> bytes:
        """A part as it is now; one that is as it was, in the bytes that it had."""
        if part in self.trees:
            before, root = self.trees[part]
            now = _xml(root)
            if now != before:
                return now
        return self.archive.read(part)


def _xml(root: Any) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # type: ignore[no-any-return]


def _take_out(body: Any, comments: Any) -> None:
    """Take out the comments of ours, and what in the text leads to them."""
    ours = {each.get(W + "id"): each for each in comments if each.get(W + "author") == AUTHOR}
    for each in ours.values():
        comments.remove(each)
    for mark in [each for each in body.iter(*_RANGE, W + "commentReference") if each.get(W + "id") in ours]:
        run = mark.getparent()
        alone = mark.tag not in _RANGE and all(child is mark or child.tag == W + "rPr" for child in run)
        gone = run if alone and run.tag == _R else mark
        gone.getparent().remove(gone)


def _mark(body: Any, shown: list[Shown], note: dict[str, Any], number: str) -> bool:
    """Put the marks of a comment round the letters that it is on; whether there is a paragraph for it."""
    at = (note["paragraph"] or 1) - 1
    own = shown[at] if at < len(shown) else None
    paragraph = _carrier(body, shown, at)
    if paragraph is None:
        return False
    words: list[Any] = []
    if own is not None and paragraph is own.element and note["start"] is not None:
        words = _words(own, note["start"], max(note["end"] or 0, note["start"] + 1))
    inside = [each for each in (_child(paragraph, word) for word in words) if each is not None]
    first, last = etree.Element(_RANGE[0]), etree.Element(_RANGE[1])
    reference = etree.Element(_R)
    etree.SubElement(reference, W + "commentReference")
    for each in (first, last, reference[0]):
        each.set(W + "id", number)
    if inside:
        inside[0].addprevious(first)
        inside[-1].addnext(last)
    else:
        settings = paragraph.find(W + "pPr")
        paragraph.insert(0 if settings is None else paragraph.index(settings) + 1, first)
        paragraph.append(last)
    last.addnext(reference)
    return True


def _carrier(body: Any, shown: list[Shown], at: int) -> Any:
    """The paragraph that can carry a comment on one: itself; that from which its box or its note hangs; the first."""
    own = shown[at] if at < len(shown) else None
    if own is not None and own.note:
        kind, number = own.note
        marks = (each for each in body.iter(W + kind + "Reference") if each.get(W + "id") == number)
        element = next(marks, None)
    else:
        element = own.element if own is not None else None
    if element is None:
        return next(body.iter(_P), None)
    boxes = list(element.iterancestors(W + "txbxContent"))
    at_box = boxes[-1] if boxes else element
    return at_box if at_box.tag == _P else next(at_box.iterancestors(_P), None)


def _words(own: Shown, start: int, end: int) -> list[Any]:
    """The pieces of text that print the letters from start to end; runs that hold more are cut there."""
    _cut_at(own, start)
    _cut_at(own, end)
    return [node for begin, node in own.begins if begin < end and begin + len(node.text or "") > start]


def _cut_at(own: Shown, place: int) -> None:
    """Cut the run that prints the letter at `place` before it, where the run is simple enough to be cut."""
    node: Any
    for number, (begin, node) in enumerate(own.begins):
        text, at, run = node.text or "", place - begin, node.getparent()
        if not 0 < at < len(text):
            continue
        if run.tag != _R or run.getparent() is not own.element or node.tag != _T:
            return
        if any(child is not node and child.tag != W + "rPr" for child in run):
            return
        rest = copy.deepcopy(run)
        rest.tail = None
        run.addnext(rest)
        more = rest.find(_T)
        node.text, more.text = text[:at], text[at:]
        for each in (node, more):
            each.set(_SPACE, "preserve")
        own.begins.insert(number + 1, (place, more))
        return


def _child(paragraph: Any, node: Any) -> Any:
    """The child of the paragraph that holds the node."""
    while node is not None and node.getparent() is not paragraph:
        node = node.getparent()
    return node


def _comment(number: str, told: list[str]) -> Any:
    comment = etree.Element(W + "comment", nsmap={"w": W[1:-1]})
    for name, value in (("id", number), ("author", AUTHOR), ("initials", "rc")):
        comment.set(W + name, value)
    for line in told:
        text = etree.SubElement(etree.SubElement(etree.SubElement(comment, _P), _R), _T)
        text.text = line
        text.set(_SPACE, "preserve")
    return comment
