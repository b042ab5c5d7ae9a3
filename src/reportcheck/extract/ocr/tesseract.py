"""The program tesseract, where it is installed: pictures go in and words come out through pipes."""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Sequence

from reportcheck.extract.ocr.seen import Seen
from reportcheck.extract.pdf.picture import Picture
from reportcheck.patterns import pattern

_SECONDS = 120
_TURN = pattern(r"Rotate: (\d+)")


class Tesseract:
    """The engine."""

    def __init__(self, program: str) -> None:
        self._program = program

    def words(self, picture: Picture) -> list[Seen]:
        """The words on it, in dots."""
        found: list[Seen] = []
        lines: dict[tuple[str, ...], int] = {}
        for row in self._run(picture, "--psm", "6", "tsv").split("\n")[1:]:
            cells = row.rstrip("\r").split("\t")
            if len(cells) != 12 or cells[0] != "5" or not cells[11].strip():
                continue
            left, top, wide, high = (float(cell) for cell in cells[6:10])
            line = lines.setdefault(tuple(cells[1:5]), len(lines))
            score = max(float(cells[10]), 0.0) / 100
            found.append(Seen(cells[11].strip(), left, top, left + wide, top + high, score, line))
        return found

    def turns(self, picture: Picture, words: Sequence[Seen]) -> tuple[int, ...]:
        """What its own search for the script's direction says."""
        said = _TURN.search(self._run(picture, "--psm", "0"))
        return (int(said[1]),) if said and said[1] != "0" else ()

    def rules(self, picture: Picture) -> list[tuple[float, float, float, float]]:
        """It tells of none."""
        return []

    def _run(self, picture: Picture, *how: str) -> str:
        out = io.BytesIO()
        picture.image.save(out, "PPM")
        done = subprocess.run(
            [self._program, "stdin", "stdout", "--dpi", str(round(picture.scale * 72)), *how],
            input=out.getvalue(),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
        return done.stdout.decode("utf-8", "replace") + (done.stderr.decode("utf-8", "replace") if "0" in how else "")
