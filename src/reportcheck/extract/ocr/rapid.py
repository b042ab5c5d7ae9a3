"""RapidOCR, whose models come in its wheel; the one module that knows it, numpy and OpenCV."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from reportcheck.extract.ocr.seen import Seen
from reportcheck.extract.pdf.picture import Picture

_SETTINGS = {
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,  # Pages are read side by side, each by one core.
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    "Global.log_level": "critical",
    "Global.use_cls": False,
    "Det.limit_type": "max",
    "Det.limit_side_len": 1280,  # Finding words needs no finer picture; reading them uses the whole one.
}
SHORTEST = 40
"""Dots: a shorter line is part of a letter."""


class Rapid:
    """The engine, its models loaded when the first picture comes."""

    @cached_property
    def _reader(self) -> Any:
        from rapidocr import RapidOCR

        return RapidOCR(params=_SETTINGS)

    def words(self, picture: Picture) -> list[Seen]:
        """The words on it, in dots."""
        import numpy

        found = self._reader(numpy.asarray(picture.image.convert("RGB")), return_word_box=True, use_cls=False)
        return [
            Seen(text, *_box(corners), float(score), number)
            for number, line in enumerate(found.word_results or ())
            for text, score, corners in line or ()
            if text.strip() and corners is not None
        ]

    def turns(self, picture: Picture, words: Sequence[Seen]) -> tuple[int, ...]:
        """Tall boxes are lines that run up or down the page; bad ones that are not stand on their head."""
        long = [w for w in words if len(w.text) > 2]
        tall = sum(1 for w in long if w.tall)
        return (90, 270, 180) if 10 * tall > len(long) else (180, 90, 270)

    def rules(self, picture: Picture) -> list[tuple[float, float, float, float]]:
        """The straight lines drawn on it, in dots."""
        import cv2
        import numpy

        dark = cv2.adaptiveThreshold(
            numpy.asarray(picture.image), 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 20
        )
        found = []
        for shape in ((SHORTEST * 2, 1), (1, SHORTEST)):
            lines = cv2.morphologyEx(dark, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, shape))
            lines = cv2.dilate(lines, numpy.ones((3, 3), numpy.uint8))
            for outline in cv2.findContours(lines, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]:
                x, y, wide, high = cv2.boundingRect(outline)
                if min(wide, high) > 16:
                    continue
                if shape[1] == 1:
                    found.append((float(x), y + high / 2, float(x + wide), y + high / 2))
                else:
                    found.append((x + wide / 2, float(y), x + wide / 2, float(y + high)))
        return sorted(found)


def _box(corners: Any) -> tuple[float, float, float, float]:
    across, down = [float(p[0]) for p in corners], [float(p[1]) for p in corners]
    return min(across), min(down), max(across), max(down)
