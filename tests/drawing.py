"""Draws small PDFs for the tests: words, rules and areas at places counted from the top left corner."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0
FONTS = {"": "Helvetica", "b": "Helvetica-Bold", "i": "Helvetica-Oblique"}


@dataclass
class Sheet:
    """A page that is being drawn."""

    turn: int = 0
    ops: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """Its annotations, without the brackets around each; {0} is the object that draws the first, and so on."""
    drawn: list[str] = field(default_factory=list)
    """What draws them, each in a box of 100 by 20 points."""

    def text(self, x: float, y: float, words: str, size: float = 10, font: str = "", right: bool = False) -> Sheet:
        """Words whose base line is y under the page's top; with `right` they end at x."""
        if right:
            x -= sum(0.278 if c in ".,-() " else 0.556 for c in words) * size
        safe = words.encode("cp1252").decode("latin-1")
        safe = safe.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        self.ops.append(f"BT /F{font or 'r'} {size} Tf 1 0 0 1 {x:.2f} {HEIGHT - y:.2f} Tm ({safe}) Tj ET")
        return self

    def rows(
        self, top: float, step: float, xs: Sequence[float], rows: Sequence[Sequence[str]], font: str = ""
    ) -> Sheet:
        """Rows of a table: the first column starts at xs[0], the others end at theirs."""
        for at, row in enumerate(rows):
            for column, words in enumerate(row):
                if words:
                    self.text(xs[column], top + at * step, words, right=column > 0, font=font)
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """A rule."""
        self.ops.append(f"0.5 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> Sheet:
        """All the rules of a grid."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        return self

    def raw(self, ops: str) -> Sheet:
        """Operators as they are."""
        self.ops.append(ops)
        return self


def pdf(*sheets: Sheet, catalog: str = "", layers: Sequence[str] = ()) -> bytes:
    """The file that holds those pages; `layers` are switched off, and named L0, L1 in what is drawn."""
    off = " ".join(f"{3 + at} 0 R" for at in range(len(layers)))
    if layers:
        catalog += f" /OCProperties << /OCGs [{off}] /D << /OFF [{off}] >> >>"
    objects: list[bytes] = [f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(), b""]
    objects += [f"<< /Type /OCG /Name ({name}) >>".encode() for name in layers]
    named = " ".join(f"/L{at} {3 + at} 0 R" for at in range(len(layers)))
    fonts = []
    for key, name in FONTS.items():
        objects.append(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode())
        fonts.append(f"/F{key or 'r'} {len(objects)} 0 R")
    kids = []
    for sheet in sheets:
        data = zlib.compress("\n".join(sheet.ops).encode("latin-1"))
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(data), data))
        place = len(objects)
        for look in sheet.drawn:
            objects.append(
                f"<< /Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << {' '.join(fonts)} >> >> "
                f"/Length {len(look)} >>\nstream\n{look}\nendstream".encode("latin-1")
            )
        pictures = [f"<< /N {place + 1 + at} 0 R >>" for at in range(len(sheet.drawn))]
        notes = "".join(f"<< /Type /Annot {note.format(*pictures)} >>" for note in sheet.notes)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /Annots [{notes}] /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {sheet.turn} "
            f"/Resources << /Font << {' '.join(fonts)} >> /Properties << {named} >> >> "
            f"/Contents {place} 0 R >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
