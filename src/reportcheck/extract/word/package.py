"""A Word file -> the parts that hold its words: body, styles, lists and notes, wherever the file keeps them."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import field
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from reportcheck.errors import PaperError
from reportcheck.extract.packed import damages
from reportcheck.records import record

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = b"http://purl.oclc.org/ooxml/"
_PLAIN = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/chart", b"http://schemas.openxmlformats.org/drawingml/2006/chart"),
    (b"http://purl.oclc.org/ooxml/drawingml/diagram", b"http://schemas.openxmlformats.org/drawingml/2006/diagram"),
)
"""Names of the Strict form of Word files, and those of the form that most files have."""
_LARGEST = 256 * 2**20
_REMEDY = "Open it in Word and save it as .docx again."


@record(frozen=True, slots=True)
class Package:
    """The parts of a Word file; `notes` are its foot- and endnotes by their kind and number."""

    body: Element
    styles: Element | None = None
    numbering: Element | None = None
    notes: dict[tuple[str, str], Element] = field(default_factory=dict)
    edges: tuple[Element, ...] = ()
    """Its headers and footers."""


def read_package(data: bytes, name: str) -> Package:
    """The parts of a Word file; PaperError where it has none that can be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            main = main_part(archive, name)
            document = _xml(archive, main, name)
            body = document.find(W + "body")
            parts = {kind: _xml(archive, part, name) for kind, part in _parts(archive, main, name).items()}
    except damages(KeyError, ElementTree.ParseError):
        raise PaperError(name, "is not a Word file that can be read.", _REMEDY) from None
    except RuntimeError:
        raise PaperError(name, "is locked with a password.", "Save it without one.") from None
    if body is None:
        raise PaperError(name, "is a Word file without a text.", _REMEDY)
    notes = {
        (kind, note.get(W + "id", "")): note
        for kind in ("footnote", "endnote")
        if kind + "s" in parts
        for note in parts[kind + "s"].iter(W + kind)
    }
    edges = tuple(part for kind, part in parts.items() if kind.startswith(("header", "footer")))
    return Package(body, parts.get("styles"), parts.get("numbering"), notes, edges)


def main_part(archive: zipfile.ZipFile, name: str) -> str:
    """The part that holds the body: Word for the web calls it otherwise than Word does."""
    for kind, part in _related(archive, "_rels/.rels", "", name):
        if kind == "officeDocument":
            return part
    return "word/document.xml"


def _parts(archive: zipfile.ZipFile, main: str, name: str) -> dict[str, str]:
    """The parts beside the body, by what they hold: as the body's relations say, or at their usual places."""
    folder, file = posixpath.split(main)
    held = set(archive.namelist())
    wanted = ("styles", "numbering", "footnotes", "endnotes")
    found = {kind: part for kind in wanted if (part := f"{folder}/{kind}.xml".lstrip("/")) in held}
    links = _related(archive, f"{folder}/_rels/{file}.rels".lstrip("/"), folder, name)
    related = dict(links)
    edges = {f"{kind} {part}": part for kind, part in links if kind in ("header", "footer") and part in held}
    return found | {kind: related[kind] for kind in wanted if related.get(kind) in held} | edges


def _related(archive: zipfile.ZipFile, part: str, folder: str, name: str) -> list[tuple[str, str]]:
    """What a part of relations names: the last word of each kind, and the part it leads to."""
    if part not in archive.namelist():
        return []
    found = []
    for relation in _xml(archive, part, name).iter(_RELATION):
        target = relation.get("Target", "")
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if relation.get("TargetMode") != "External":
            found.append((relation.get("Type", "").rsplit("/", 1)[-1], whole))
    return found


def _xml(archive: zipfile.ZipFile, part: str, name: str) -> Element:
    """A part of the file; one that is out of all proportion, or that defines words of its own, is refused."""
    if archive.getinfo(part).file_size > _LARGEST:
        raise PaperError(name, "unpacks to more than can be read.", "Save it again, or in parts.")
    text = archive.read(part)
    if b"<!DOCTYPE" in text[:4096] or b"<!ENTITY" in text[:4096]:
        raise PaperError(name, "holds XML that no Word file holds.", _REMEDY)
    if _STRICT in text[:20_000]:
        for strict, plain in _PLAIN:
            text = text.replace(strict, plain)
    return ElementTree.fromstring(text)
