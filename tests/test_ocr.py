"""Pages that are pictures: named when they are not read, and read without accusing anybody when they are."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageFont

from reportcheck.auditing import audit_document
from reportcheck.errors import UsageError
from reportcheck.extract import Options, extract_bytes, ocr, processes
from reportcheck.extract.ocr import engine
from reportcheck.extract.ocr.seen import Seen, level
from reportcheck.extract.pdf.picture import Picture, picture_of
from reportcheck.model import Page, Table
from reportcheck.rulepack import load_rules

ROWS = (("Service", "Budget"), ("Libraries", "1,200"), ("Parks", "1,300"), ("Roads", "1,900"), ("Total", "4,500"))
HAS_ENGINE = engine.chosen() is not None


def scan(turn: int = 0) -> bytes:
    """A PDF of one page that is a picture of a table whose total is 100 too high."""
    image = Image.new("L", (1240, 1754), 255)
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(34)
    draw.text((120, 120), "Table 1: Budget by service", font=font, fill=0)
    for at, (label, figure) in enumerate(ROWS):
        draw.text((120, 220 + 60 * at), label, font=font, fill=0)
        draw.text((700 - draw.textlength(figure, font), 220 + 60 * at), figure, font=font, fill=0)
    out = io.BytesIO()
    image.rotate(turn, expand=True).save(out, "PDF", resolution=150)
    return out.getvalue()


class Fake:
    """An engine that reads what the test says, and only when the picture stands upright."""

    def __init__(self, words: Sequence[Seen], turn: int = 0) -> None:
        self._words, self._turn, self._asked = words, turn, 0

    def words(self, picture: Picture) -> list[Seen]:
        self._asked += 1
        if self._turn and self._asked == 1:
            return [Seen("|" * len(w.text), w.top, w.x0, w.bottom, w.x1, 0.9, w.line) for w in self._words]
        return list(self._words)

    def turns(self, picture: Picture, words: Sequence[Seen]) -> tuple[int, ...]:
        return (self._turn,)

    def rules(self, picture: Picture) -> list[tuple[float, float, float, float]]:
        return []


def table_words(total: str = "4,500", score: float = 0.99) -> list[Seen]:
    words = []
    for at, (label, figure) in enumerate((*ROWS[:-1], ("Total", total))):
        top = 400 + 60 * at
        words.append(Seen(label, 200, top, 200 + 18 * len(label), top + 40, 0.99, 2 * at))
        words.append(Seen(figure, 1000 - 18 * len(figure), top + 3, 1000, top + 43, score, 2 * at + 1))
    return words


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any], None]:
    """Make an engine the one that this machine has."""
    monkeypatch.setattr(processes, "_threads", lambda: 1)

    def use(fake: Any) -> None:
        monkeypatch.setattr(ocr, "chosen", lambda: fake)

    return use


def test_a_picture_that_is_not_read_has_no_text() -> None:
    (page,) = extract_bytes(scan(), "scan.pdf", "pdf").pages
    assert not page.has_text
    assert page.confidence == "printed"


def test_without_an_engine_the_user_is_told_what_to_install(reads: Callable[[Any], None]) -> None:
    reads(None)
    with pytest.raises(UsageError, match=r"pip install 'reportcheck\[ocr\]'"):
        extract_bytes(scan(), "scan.pdf", "pdf", Options(ocr=True))


@pytest.mark.parametrize("turn", [0, 90])
def test_words_become_a_table(reads: Callable[[Any], None], turn: int) -> None:
    reads(Fake(table_words(), turn))
    (page,) = extract_bytes(scan(), "scan.pdf", "pdf", Options(ocr=True)).pages
    assert page.confidence == "ocr"
    assert page.has_text
    (table,) = (block for block in page.blocks if isinstance(block, Table))
    assert [cell.text.text for cell in table.cells] == [word for row in ROWS for word in row]
    assert (page.width > page.height) == (turn == 90)


def test_nothing_that_was_read_from_a_picture_is_accused(reads: Callable[[Any], None]) -> None:
    said = "The committee met on Monday 12 November 2024."
    reads(Fake([Seen(word, 200 + 110 * at, 400, 300 + 110 * at, 440, 0.99) for at, word in enumerate(said.split())]))
    report = audit_document(extract_bytes(scan(), "scan.pdf", "pdf", Options(ocr=True)), load_rules())
    assert [finding.rule.id for finding in report.findings] == ["RC351"]
    assert {finding.severity for finding in report.findings} == {"note"}
    assert {finding.relation.confidence for finding in report.findings} == {"low"}
    assert report.coverage.pages_from_pictures == (1,)


def test_unsure_figures_are_named(reads: Callable[[Any], None]) -> None:
    reads(Fake([*table_words()[:-1], Seen("4,5O0", 910, 643, 1000, 683, 0.5, 9)]))
    report = audit_document(extract_bytes(scan(), "scan.pdf", "pdf", Options(ocr=True)), ())
    assert report.problems == ("page 1: it is a picture, and a figure could not be read with certainty: 4,5O0",)


def test_a_picture_without_words_stays_without_text(reads: Callable[[Any], None]) -> None:
    reads(Fake([]))
    (page,) = extract_bytes(scan(), "scan.pdf", "pdf", Options(ocr=True)).pages
    assert not page.has_text


def test_a_page_that_leans_is_put_straight() -> None:
    words = [
        Seen(f"{line}{at}", 200.0 * at, 100 * line + 4.0 * at, 200.0 * at + 90, 100 * line + 4.0 * at + 20, 1.0, line)
        for line in range(4)
        for at in range(5)
    ]
    assert [round(w.top) for w in level(words)] == [100 * line for line in range(4) for _ in range(5)]


def test_a_huge_page_is_drawn_small() -> None:
    image = Image.new("L", (200, 100), 255)
    out = io.BytesIO()
    image.save(out, "PDF", resolution=1)
    picture = picture_of(out.getvalue(), 1, None)
    assert max(picture.image.size) <= 3001


@pytest.mark.skipif(not HAS_ENGINE, reason="neither rapidocr nor tesseract is installed")
@pytest.mark.parametrize("turn", [0, 90])
def test_a_real_engine_reads_a_scan(turn: int) -> None:
    (page,) = extract_bytes(scan(turn), "scan.pdf", "pdf", Options(ocr=True)).pages
    assert page.confidence == "ocr"
    said = " ".join(_texts(page))
    assert [figure for _, figure in ROWS[1:] if figure not in said] == []


def _texts(page: Page) -> list[str]:
    tables = [cell.text.text for block in page.blocks if isinstance(block, Table) for cell in block.cells]
    return tables + [block.text.text for block in page.blocks if not isinstance(block, Table)]


def test_no_engine_is_loaded_for_papers_with_text() -> None:
    import sys

    text = (Path(__file__).parents[1] / "fixtures" / "clean.pdf").read_bytes()
    extract_bytes(text, "clean.pdf", "pdf", Options(ocr=HAS_ENGINE))
    assert "rapidocr" not in sys.modules
