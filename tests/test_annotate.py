"""The annotated copy of a PDF: where its marks lie, what they say, and what of the paper is left as it was."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from typing import Any

import pytest
from peers import program

from reportcheck import audit
from reportcheck.errors import PaperError, UsageError
from reportcheck.report.annotate import annotated

pikepdf = pytest.importorskip("pikepdf", reason="pikepdf writes the copies: pip install 'reportcheck[annotate]'")
FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
PACK = FIXTURES / "scrutiny-pack.pdf"


def changed(change: Any) -> bytes:
    """The fixture with every page changed."""
    stream = io.BytesIO()
    with pikepdf.open(PACK) as pdf:
        for sheet in pdf.pages:
            change(sheet)
        pdf.save(stream, deterministic_id=True)
    return stream.getvalue()


def copy_of(data: bytes, folder: Path, *, ticks: bool = False) -> bytes:
    path = folder / "paper.pdf"
    path.write_bytes(data)
    return annotated(audit(str(path)), data, ticks=ticks)


def notes(data: bytes, page: int) -> list[dict[str, Any]]:
    """The annotations of a page: what they are, say and cover, and whether they have an appearance."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [
            {
                "/Subtype": str(note["/Subtype"]),
                "/Contents": str(note["/Contents"]),
                "/QuadPoints": [float(value) for value in note.get("/QuadPoints", [])],
                "/F": int(note["/F"]),
                "/T": str(note["/T"]),
                "/AP": "/N" in note["/AP"],
            }
            for note in pdf.pages[page - 1].obj.get("/Annots", [])
        ]


def test_a_finding_is_highlighted_with_its_sentence_and_bookmarked(tmp_path: Path) -> None:
    data = copy_of(PACK.read_bytes(), tmp_path)
    rings = [n for n in notes(data, 7) if n["/Subtype"] == "/Highlight"]
    assert [n["/Contents"] for n in rings] == [
        "RC101 error, page 7, row Total, column 2024/25 Budget £000\n"
        "Total for 2024/25 Budget £000 is printed as 12,600, but its 4 parts add up to 12,060.\n"
        "sum: 3,480 + 6,350 + 520 + 1,710 = 12,060\n"
        "perhaps Total should read 12,060, not 12,600 "
        "(two digits swapped explains the difference, if its parts are right)"
    ]
    assert len([n for n in notes(data, 7) if n["/Subtype"] == "/Underline"]) == 4
    assert all(n["/AP"] and n["/F"] == 4 and n["/T"] == "reportcheck" for n in rings)
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        (parent,) = outline.root
        assert parent.title == "reportcheck: 6 findings"
        assert parent.children[0].title == "1. 11 September 2025 is a Thursday, not a Wednesday."


def test_what_the_pages_hold_is_untouched(tmp_path: Path) -> None:
    data = copy_of(PACK.read_bytes(), tmp_path, ticks=True)
    with pikepdf.open(PACK) as before, pikepdf.open(io.BytesIO(data)) as after:
        for old, new in zip(before.pages, after.pages, strict=True):
            assert old.Contents.read_raw_bytes() == new.Contents.read_raw_bytes()
            assert set(new.obj.keys()) - set(old.obj.keys()) <= {"/Annots"}
    assert copy_of(PACK.read_bytes(), tmp_path, ticks=True) == data


def test_ticks_are_asked_for(tmp_path: Path) -> None:
    plain, ticked = copy_of(PACK.read_bytes(), tmp_path), copy_of(PACK.read_bytes(), tmp_path, ticks=True)
    assert not [n for n in notes(plain, 4) if n["/Subtype"] == "/Ink"]
    told = [n["/Contents"] for n in notes(ticked, 4) if n["/Subtype"] == "/Ink"]
    assert len(told) > 20
    assert all(text.startswith("verified: ") for text in told)


def _turned(turn: int) -> Any:
    return lambda sheet: sheet.rotate(turn, relative=False)


def _cropped(sheet: Any) -> None:
    x0, y0, x1, y1 = (float(value) for value in sheet.mediabox)
    sheet.cropbox = [x0 + 40, y0 + 60, x1 - 30, y1 - 50]


@pytest.mark.parametrize("change", [_turned(0), _turned(90), _turned(180), _turned(270), _cropped])
def test_the_highlight_lies_on_the_figure_however_the_page_is_turned(change: Any, tmp_path: Path) -> None:
    """In the page's own points the figure stays where it was, so the highlight does; pdfplumber says where that is."""
    import pdfplumber

    data = copy_of(changed(change), tmp_path)
    (ring,) = [n for n in notes(data, 7) if n["/Subtype"] == "/Highlight"]
    quad = ring["/QuadPoints"]
    with pdfplumber.open(PACK) as pdf:
        sheet = pdf.pages[6]
        (word,) = [w for w in sheet.extract_words() if w["text"] == "12,600"]
        height = float(sheet.height)
    own = (word["x0"], word["x1"], height - word["bottom"], height - word["top"])
    assert (min(quad[::2]), max(quad[::2]), min(quad[1::2]), max(quad[1::2])) == pytest.approx(own, abs=2.0)


def test_another_renderer_shows_the_marks(tmp_path: Path) -> None:
    """poppler paints the highlight's red where the figure stands, and nowhere in the paper as it was."""
    from PIL import Image

    reds = []
    for name, data in (("before", PACK.read_bytes()), ("after", copy_of(PACK.read_bytes(), tmp_path))):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(data)
        subprocess.run(
            [program("pdftoppm"), "-r", "72", "-f", "7", "-l", "7", "-png", path, tmp_path / name], check=True
        )
        (drawn,) = tmp_path.glob(f"{name}-*.png")
        with Image.open(drawn) as image:
            colours = image.convert("RGB").getcolors(2**20) or []
        reds.append(sum(count for count, (r, g, b) in colours if r > 200 and g < 120 and b < 120))
    assert reds[0] == 0
    assert reds[1] > 100


def test_a_signed_or_locked_paper_is_refused_with_what_to_do(tmp_path: Path) -> None:
    made = audit(str(PACK))
    with pikepdf.open(PACK) as pdf:
        pdf.Root.AcroForm = pikepdf.Dictionary(SigFlags=3, Fields=pikepdf.Array())
        stream = io.BytesIO()
        pdf.save(stream)
    with pytest.raises(PaperError) as refused:
        annotated(made, stream.getvalue())
    assert str(refused.value).endswith(
        "is signed, and any mark would break the signature. Print it to a new PDF, and annotate that."
    )
    with pikepdf.open(PACK) as pdf:
        stream = io.BytesIO()
        pdf.save(stream, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(PaperError) as refused:
        annotated(made, stream.getvalue())
    assert str(refused.value).endswith(
        "is locked with a password, and a copy would not be. Save it without a password, and annotate that."
    )
    with pytest.raises(PaperError) as refused:
        annotated(made, b"%PDF-1.4 nothing more")
    assert str(refused.value).endswith("is too damaged to be written again. Print it to a new PDF, and annotate that.")


def test_only_a_pdf_is_annotated() -> None:
    path = FIXTURES / "performance.md"
    with pytest.raises(UsageError, match=r"--annotate takes a PDF, and .*performance\.md is none\. --format html"):
        annotated(audit(str(path)), path.read_bytes())
