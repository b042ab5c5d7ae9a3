"""Text -> the times of day that it prints: "7.30pm", "18:00", "6 PM", with hours and minutes that no clock has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.patterns import pattern
from reportcheck.read.once import once
from reportcheck.read.times.stream import Stream

_CLOCK = pattern(
    r"(?P<hour>\d(?<![\d.:£$€/,-]\d)\d?)(?:(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap]\.?\s?m\b\.?)"
    r"|:(?P<m24>\d\d)(?![\d:%/]|\.\d)(?:\s?(?:hrs|hours|h)\b)?)", re.IGNORECASE
)  # fmt: skip


class Clock(NamedTuple):
    """A printed time of day at text[start:end]; `half` is "a", "p" or empty. No clock may have it."""

    start: int
    end: int
    hour: int
    minute: int
    half: str

    @property
    def possible(self) -> bool:
        """Whether a clock can show it."""
        return self.minute < 60 and (self.hour < 24 or (self.hour, self.minute, self.half) == (24, 0, ""))

    @property
    def minutes(self) -> int:
        """Minutes since midnight."""
        hour = self.hour % 12 + 12 * (self.half == "p") if self.half and self.hour <= 12 else self.hour
        return 60 * hour + self.minute


@once
def read_clocks(stream: Stream) -> tuple[Clock, ...]:
    """Every time of day that a paper prints."""
    return tuple(clocks_in(stream.text))


def clocks_in(text: str) -> Iterator[Clock]:
    """Every time of day that `text` prints, in order."""
    for match in _CLOCK.finditer(text):
        minute, half = match["m24"] or match["minute"] or "0", (match["half"] or "")[:1].lower()
        yield Clock(match.start(), match.end(), int(match["hour"]), int(minute), half)
