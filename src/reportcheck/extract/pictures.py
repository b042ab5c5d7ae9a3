"""Pages of a PDF -> pictures of them, drawn in a process of its own as strangers' files are.

The page numbers stand on the first line of the standard input as JSON, the file behind it; each picture comes back as
its page, its length and its bytes.
"""

from __future__ import annotations

import io
import json
import os
import struct
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from reportcheck.errors import PaperError
from reportcheck.extract import Options

_HEAD = struct.Struct("<II")
_PACKAGE_PARENT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """How pages are drawn: how many dots wide, as "webp" or "png", with which password, within which time."""

    width: int = 1100
    format: str = "webp"
    password: str | None = None
    seconds: float = 120.0
    turns: dict[int, int] = field(default_factory=dict)
    """For each page that was turned to be read, by how many degrees clockwise."""


def page_pictures(data: bytes, name: str, pages: Sequence[int], options: PictureOptions) -> dict[int, bytes]:
    """A picture for each of the pages (from 1); pages that cannot be drawn in time have none. PaperError where none can."""
    if not pages:
        return {}
    request = json.dumps({"pages": list(pages), **asdict(options)}).encode() + b"\n"
    command = [sys.executable, "-c", "from reportcheck.extract.pictures import serve; serve()"]
    known = [_PACKAGE_PARENT, *filter(None, [os.environ.get("PYTHONPATH")])]
    try:
        done = subprocess.run(
            command,
            input=request + data,
            capture_output=True,
            timeout=options.seconds,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(known)},
        )
        answer = done.stdout
    except subprocess.TimeoutExpired as late:
        answer = late.stdout or b""
    except OSError as problem:
        raise PaperError(name, f"no process could be started to draw its pages ({problem}).", "Try again.") from problem
    return _pictures(answer)


def _pictures(answer: bytes) -> dict[int, bytes]:
    """The pictures that came back whole."""
    found, at = {}, 0
    while at + _HEAD.size <= len(answer):
        page, length = _HEAD.unpack_from(answer, at)
        at += _HEAD.size
        if at + length > len(answer):
            break
        found[page] = answer[at : at + length]
        at += length
    return found


def serve() -> None:
    """The process itself: reads what is asked for, writes the pictures."""
    from reportcheck.extract.pdf.picture import drawn
    from reportcheck.extract.sandbox import confine

    request = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    answer = os.fdopen(os.dup(1), "wb")  # What the libraries print goes nowhere from here on.
    confine(Options())
    turns = {int(page): turn for page, turn in request["turns"].items()}
    for page, image in drawn(data, request["pages"], request["width"], request["password"]):
        stream = io.BytesIO()
        shown = image.rotate(-turns[page], expand=True) if turns.get(page) else image
        if request["format"] == "webp":
            shown.save(stream, "WEBP", quality=55, method=3)
        else:
            shown.quantize(32).save(stream, "PNG", optimize=True)
        answer.write(_HEAD.pack(page, stream.tell()) + stream.getvalue())
        answer.flush()
