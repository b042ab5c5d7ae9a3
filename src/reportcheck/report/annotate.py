"""A report -> a copy of its PDF with the findings as annotations in it; the one module that knows pikepdf.

The annotations are the standard ones of ISO 32000-1, 12.5.6 (Highlight, Underline, Ink), each with its appearance, so
that any viewer shows them. What the pages themselves hold is not touched.
"""

from __future__ import annotations

from typing import Any

from reportcheck.errors import PaperError, UsageError
from reportcheck.extract.apart import asked, done_apart
from reportcheck.model import Report
from reportcheck.report.formats import SIGNATURE
from reportcheck.report.marks import finding_marks, marks
from reportcheck.report.places import plural
from reportcheck.report.printed import printed_pages
from reportcheck.report.safe import safe
from reportcheck.report.words import place, sentence

_SECONDS = 300.0
_COLOURS = {"error": (0.93, 0.36, 0.36), "warning": (1.0, 0.75, 0.2), "note": (0.55, 0.78, 0.98)}
_UNDERLINE = (0.07, 0.34, 0.72)
_TICK = (0.08, 0.48, 0.24)
_LONGEST = 60
"""Letters of a bookmark."""


def annotated(report: Report, data: bytes, *, ticks: bool = False) -> bytes:
    """The PDF `data` that the report is on, with a highlight and a note at every finding, and bookmarks to them.

    With `ticks`, verified figures are ticked. PaperError where the file is locked, signed, or cannot be written.
    """
    if report.document.format != "pdf":
        raise UsageError(f"--annotate takes a PDF, and {report.document.path} is none. --format html shows its lines.")
    _library()
    request = {"pages": _pages(report), "notes": _notes(report), "ticks": _ticks(report) if ticks else []}
    name = report.document.path
    answer = done_apart("reportcheck.report.annotate:serve", request, data, name, _SECONDS)
    if answer[:1] == b"!":
        problem, _, remedy = answer[1:].decode().partition("\n")
        raise PaperError(name, problem, remedy)
    if not answer.startswith(b"%PDF"):
        raise PaperError(name, "could not be written with annotations.", "Print it to a new PDF, and annotate that.")
    return answer + SIGNATURE


def _pages(report: Report) -> dict[int, tuple[int, float, float]]:
    """For each page by how much it was turned to be read, and its size so."""
    return {page.number: (page.turn, page.width, page.height) for page in report.document.pages}


def _notes(report: Report) -> list[dict[str, Any]]:
    """What each finding puts on the paper."""
    printed = printed_pages(report)
    notes = []
    for number, finding in enumerate(report.findings, start=1):
        boxes = [(mark.sort, mark.at.page, list(mark.at.bbox)) for mark in finding_marks(finding) if mark.at.bbox]
        if not boxes and finding.location.bbox:
            boxes = [("suspect", finding.location.page, list(finding.location.bbox))]
        told = f"{finding.rule.id} {finding.severity}, {place(finding, report, printed)}\n{sentence(finding)}"
        title = f"{number}. {safe(finding.relation.message)}"
        notes.append(
            {
                "name": f"reportcheck-{finding.fingerprint}",
                "page": finding.location.page,
                "colour": _COLOURS[finding.severity],
                "told": told,
                "title": title if len(title) <= _LONGEST else title[:_LONGEST].rsplit(" ", 1)[0] + " ...",
                "boxes": boxes,
            }
        )
    return notes


def _ticks(report: Report) -> list[tuple[int, list[float], str]]:
    return [
        (page, list(mark.at.bbox), mark.told)
        for page, own in marks(report).items()
        for mark in own
        if mark.sort == "tick" and mark.at.bbox
    ]


def _library() -> Any:
    try:
        import pikepdf
    except ImportError as missing:
        raise UsageError("--annotate needs pikepdf: pip install 'reportcheck[annotate]'.") from missing
    return pikepdf


def serve() -> None:
    """The process that writes the copy: the PDF, or "!" with what is wrong and what to do."""
    import io

    pikepdf = _library()
    request, data, answer = asked()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            refusal = _refusal(pdf)
            if not refusal:
                _write(pikepdf, pdf, request)
                stream = io.BytesIO()
                kept = pikepdf.StreamDecodeLevel.none  # What the pages hold stays the same bytes.
                pdf.save(stream, deterministic_id=True, compress_streams=False, stream_decode_level=kept)
    except pikepdf.PasswordError:
        refusal = "is locked with a password, and a copy would not be.\nSave it without a password, and annotate that."
    except pikepdf.PdfError:
        refusal = "is too damaged to be written again.\nPrint it to a new PDF, and annotate that."
    answer.write(f"!{refusal}".encode() if refusal else stream.getvalue())
    answer.flush()


def _refusal(pdf: Any) -> str:
    """Why a PDF is not annotated; empty where it can be."""
    if pdf.is_encrypted:
        return "is encrypted, and a copy would not be.\nSave it without encryption, and annotate that."
    form = pdf.Root.get("/AcroForm")
    if form is not None and int(form.get("/SigFlags", 0)) & 1:
        return "is signed, and any mark would break the signature.\nPrint it to a new PDF, and annotate that."
    return ""


def _write(pikepdf: Any, pdf: Any, request: dict[str, Any]) -> None:
    sheets = {int(number): _Sheet(pikepdf, pdf, int(number), *shape) for number, shape in request["pages"].items()}
    for note in request["notes"]:
        for order, (sort, page, box) in enumerate(note["boxes"]):
            if sort == "suspect":
                sheets[page].mark("Highlight", box, note["colour"], note, order)
            else:
                sheets[page].mark("Underline", box, list(_UNDERLINE), note, order)
    for page, box, told in request["ticks"]:
        sheets[page].tick(box, told)
    with pdf.open_outline() as outline:
        found = plural(len(request["notes"]), "finding")
        parent = pikepdf.OutlineItem(f"reportcheck: {found}", None)
        for note in request["notes"]:
            parent.children.append(pikepdf.OutlineItem(note["title"], note["page"] - 1, "Fit"))
        if parent.children:
            parent.destination = parent.children[0].destination
            outline.root.append(parent)


class _Sheet:
    """A page of the PDF, and the way from a box as it was read to the page's own points."""

    def __init__(self, pikepdf: Any, pdf: Any, number: int, turn: int, width: float, height: float) -> None:
        self._pikepdf, self._pdf = pikepdf, pdf
        self._page = pdf.pages[number - 1]
        box = [float(value) for value in self._page.cropbox]
        self._left, self._top = min(box[0], box[2]), max(box[1], box[3])
        self._turned = (turn + int(self._page.obj.get("/Rotate", _inherited(self._page.obj)))) % 360
        self._size = (width, height)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        """A place of the page as read, from its top left corner, in the page's own points."""
        width, height = self._size
        across, down = {0: (x, y), 90: (y, width - x), 180: (width - x, height - y), 270: (height - y, x)}[self._turned]
        return round(self._left + across, 2), round(self._top - down, 2)

    def _corners(self, box: list[float]) -> list[tuple[float, float]]:
        """Upper left, upper right, lower left, lower right of a box, as it is read."""
        x0, top, x1, bottom = box
        return [self._point(x0, top), self._point(x1, top), self._point(x0, bottom), self._point(x1, bottom)]

    def mark(self, sort: str, box: list[float], colour: list[float], note: dict[str, Any], order: int) -> None:
        """A highlight or an underline, with a note that opens."""
        corners = self._corners(box)
        a, b, c, d = corners
        if sort == "Highlight":
            drawn = f"{_rgb(colour)} rg {_to(a)} m {_to(b)} l {_to(d)} l {_to(c)} l f"
        else:
            drawn = f"{_rgb(colour)} RG 1 w {_to(c)} m {_to(d)} l S"
        annotation = self._annotation(sort, corners, colour, drawn, note["told"], multiply=sort == "Highlight")
        annotation["/QuadPoints"] = self._pikepdf.Array([value for corner in corners for value in corner])
        annotation["/NM"] = self._pikepdf.String(f"{note['name']}-{order}")
        self._add(annotation)

    def tick(self, box: list[float], told: str) -> None:
        """A tick at the upper right corner of a figure."""
        x, y = box[2] - 1.0, box[1] + 1.0
        path = [self._point(x, y), self._point(x + 2.0, y + 2.4), self._point(x + 6.0, y - 3.2)]
        drawn = f"{_rgb(_TICK)} RG 1.2 w {_to(path[0])} m {_to(path[1])} l {_to(path[2])} l S"
        annotation = self._annotation("Ink", path, list(_TICK), drawn, f"verified: {told}", multiply=False)
        annotation["/InkList"] = self._pikepdf.Array([self._pikepdf.Array([v for point in path for v in point])])
        self._add(annotation)

    def _annotation(
        self,
        sort: str,
        corners: list[tuple[float, float]],
        colour: list[float],
        drawn: str,
        told: str,
        *,
        multiply: bool,
    ) -> Any:
        pikepdf = self._pikepdf
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        rect = pikepdf.Array([min(xs) - 1, min(ys) - 1, max(xs) + 1, max(ys) + 1])
        form = self._pdf.make_stream((f"/G gs {drawn}" if multiply else drawn).encode())
        form.stream_dict["/Type"] = pikepdf.Name.XObject
        form.stream_dict["/Subtype"] = pikepdf.Name.Form
        form.stream_dict["/BBox"] = rect
        if multiply:
            state = pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, BM=pikepdf.Name.Multiply)
            form.stream_dict["/Resources"] = pikepdf.Dictionary(ExtGState=pikepdf.Dictionary(G=state))
        annotation = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=rect, F=4)
        annotation["/Subtype"] = pikepdf.Name(f"/{sort}")
        annotation["/C"] = pikepdf.Array([round(value, 2) for value in colour])
        annotation["/T"] = pikepdf.String("reportcheck")
        annotation["/Contents"] = pikepdf.String(told)
        annotation["/AP"] = pikepdf.Dictionary(N=form)
        return annotation

    def _add(self, annotation: Any) -> None:
        page = self._page.obj
        if "/Annots" not in page:
            page["/Annots"] = self._pikepdf.Array()
        page["/Annots"].append(self._pdf.make_indirect(annotation))


def _inherited(page: Any) -> int:
    """The turn that a page has from the nodes above it."""
    node, depth = page.get("/Parent"), 0
    while node is not None and depth < 50:
        if "/Rotate" in node:
            return int(node["/Rotate"])
        node, depth = node.get("/Parent"), depth + 1
    return 0


def _to(point: tuple[float, float]) -> str:
    return f"{point[0]:g} {point[1]:g}"


def _rgb(colour: Any) -> str:
    return " ".join(f"{value:g}" for value in colour)
