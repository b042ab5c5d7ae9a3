"""Pages of a PDF -> pictures of them, drawn in a process of its own as strangers' files are."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from dataclasses import asdict, field

from reportcheck.extract.apart import asked, done_apart
from reportcheck.records import record

_HEAD = struct.Struct("<II")
"""In front of each picture: its page and its length."""


@record(frozen=True, slots=True)
class PictureOptions:
    """How pages are drawn: how many dots wide, as "webp" or "png", with which password, within which time."""

    width: int = 1100
    format: str = "webp"
    password: str | None = None
    seconds: float = 120.0
    turns: dict[int, int] = field(default_factory=dict)
    """For each page that was turned to be read, by how many degrees clockwise."""


def page_pictures(data: bytes, name: str, pages: Sequence[int], options: PictureOptions) -> dict[int, bytes]:
    """A picture for each of the pages (from 1); pages that cannot be drawn, or not in time, have none."""
    if not pages:
        return {}
    request = {"pages": list(pages), **asdict(options)}
    answer = done_apart("reportcheck.extract.pictures:serve", request, data, name, options.seconds)
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
    """The process itself: draws what is asked for, page by page."""
    from reportcheck.extract.pdf.picture import drawn

    request, data, answer = asked()
    turns = {int(page): turn for page, turn in request["turns"].items()}
    for page, image in drawn(data, request["pages"], request["width"], request["password"]):
        shown = image.rotate(-turns[page], expand=True) if turns.get(page) else image
        stream = io.BytesIO()
        if request["format"] == "webp":
            shown.save(stream, "WEBP", quality=55, method=3)
        else:
            shown.quantize(32).save(stream, "PNG", optimize=True)
        answer.write(_HEAD.pack(page, stream.tell()) + stream.getvalue())
        answer.flush()
