"""A page that is a picture -> a Page with confidence "ocr": turned upright, read, and laid out as print is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportcheck.errors import UsageError
from reportcheck.extract import Options
from reportcheck.extract.ocr.engine import chosen
from reportcheck.extract.ocr.seen import Engine, Seen, level, sheet_of
from reportcheck.extract.pdf.picture import Picture, picture_of
from reportcheck.model import Page
from reportcheck.patterns import pattern

SURE = 0.8
"""A figure that the engine is less sure of than this is named as such."""
_FIGURE = pattern(r"\d")
_MIXED = pattern(r"\d,?[OSIlB],?\d|\d,[OSIlB]|[OSIlB],\d")
"""A figure with a letter where a digit stands."""
_NAMED = 8


def require() -> None:
    """UsageError where nothing on this machine can read pictures."""
    if chosen() is None:
        raise UsageError(
            "--ocr needs an engine that reads pictures. Install one with: pip install 'reportcheck[ocr]', or install "
            "tesseract."
        )


def read_picture(data: bytes, page: Page, options: Options) -> Page:
    """The page as OCR reads it; as it was, with the reason, where nothing can be read."""
    engine = chosen()
    if engine is None:
        return page
    picture = picture_of(data, page.number, options.password)
    words, turn = upright(picture, engine)
    if not words:
        return page
    return _told(sheet_of(page.number, picture.turned(turn), level(words), turn, engine), words)


def upright(picture: Picture, engine: Engine) -> tuple[list[Seen], int]:
    """The words of a picture turned so that they read best, and the degrees (clockwise) by which it was turned."""
    best, turn = engine.words(picture), 0
    if _reads_well(best):
        return best, 0
    for other in engine.turns(picture, best):
        words = engine.words(picture.turned(other))
        if _worth(words) > _worth(best):
            best, turn = words, other
        if _reads_well(best):
            break
    return best, turn


def _reads_well(words: Sequence[Seen]) -> bool:
    return bool(words) and _worth(words) > 0.75 * sum(len(w.text) for w in words)


def _worth(words: Sequence[Seen]) -> float:
    """How much is read, and how surely; words that run up or down the page tell that it lies on its side."""
    return sum(len(w.text) * w.score for w in words if len(w.text) < 3 or not w.tall)


def _told(page: Page, words: Sequence[Seen]) -> Page:
    unsure = [w.text for w in words if _FIGURE.search(w.text) and (w.score < SURE or _MIXED.search(w.text))]
    if not unsure:
        return page
    named = ", ".join(unsure[:_NAMED]) + (", ..." if len(unsure) > _NAMED else "")
    many = "a figure" if len(unsure) == 1 else f"{len(unsure)} figures"
    return replace(page, problem=f"it is a picture, and {many} could not be read with certainty: {named}")
