"""PDFs made to do harm end in time, or are refused."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from reportcheck.errors import PaperError
from reportcheck.extract import Options, extract_bytes

HOSTILE = Path(__file__).parents[2] / "shared" / "corpus" / "hostile"


def pdf(*objects: bytes) -> bytes:
    """A PDF of those objects, the first its catalogue."""
    body = b"%PDF-1.7\n"
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return body + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        table,
        size,
        len(body),
    )


def stream(data: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(data)
    return b"<</Length %d/Filter/FlateDecode%s>>stream\n%s\nendstream" % (len(packed), more, packed)


def page(content: bytes, box: bytes = b"0 0 612 792", more: bytes = b"", *others: bytes) -> bytes:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    here = b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%s>>>>" % (box, more)
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", pages, here, stream(content), font, *others)


WORDS = b"BT /F 12 Tf 1 0 0 1 72 700 Tm (Total 12) Tj ET"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</X %d 0 R>>>>"
FORMS = [stream(b"/X Do " * 10, FORM % (7 + level)) for level in range(8)]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(page(b"q Q " * 20_000_000), id="zip-bomb"),
        pytest.param(page(b"/X Do " * 10, b"0 0 612 792", b"/XObject<</X 6 0 R>>", *FORMS), id="forms-in-forms"),
        pytest.param(
            page(b"/X Do ", b"0 0 612 792", b"/XObject<</X 6 0 R>>", stream(b"/X Do " * 9, FORM % 6)),
            id="a-form-in-itself",
        ),
        pytest.param(page(b"q " * 1_000_000), id="deep-states"),
        pytest.param(page(b"[" * 100_000), id="deep-arrays"),
        pytest.param(page(WORDS, b"0 0 1e9 1e9"), id="huge-page"),
        pytest.param(page(WORDS, b"-1e38 -1e38 1e38 1e38"), id="endless-page"),
        pytest.param(page(WORDS, b"0 0 0 0"), id="no-page"),
        pytest.param(
            page(b"BT /F 1e38 Tf 1e38 1e38 -1e38 1 1e38 5 Tm (9) Tj ET 1e38 0 m -1e38 9 l S"), id="huge-figures"
        ),
        pytest.param(page(b"BT /F 1 Tf 1 0 0 1 5 5 Tm (" + b"9" * 300_000 + b") Tj ET"), id="endless-word"),
        pytest.param(page(b"".join(b"%d %d 5 5 re S\n" % (i % 600, i % 777) for i in range(50_000))), id="many-boxes"),
        pytest.param(
            pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 2000000000>>"),
            id="pages-in-themselves",
        ),
    ],
)
def test_a_pdf_made_to_do_harm_ends_in_time(data: bytes) -> None:
    """It is read, or it is refused in words; either is well, and a bug is neither."""
    try:
        extract_bytes(data, "a.pdf", "pdf", Options(memory_mb=256, page_seconds=5, file_seconds=20))
    except PaperError as refusal:
        assert refusal.remedy  # noqa: PT017


def test_a_pdf_that_claims_too_many_pages_is_refused() -> None:
    pages = b"<</Type/Pages/Kids[%s]/Count 30000>>" % (b"3 0 R " * 30_000)
    data = pdf(b"<</Type/Catalog/Pages 2 0 R>>", pages, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>")
    with pytest.raises(PaperError, match="claims to have 30,000 pages"):
        extract_bytes(data, "a.pdf", "pdf")
