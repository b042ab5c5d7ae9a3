"""A change whose ends stand in a small table beside its sentence: "A 46% decrease in concerns", "544", "342"."""

from __future__ import annotations

from collections.abc import Iterator

from reportcheck.model import Claim, Figure, Passage
from reportcheck.patterns import pattern
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.read.mentions.numbers import scan
from reportcheck.words.moves import DOWN_NOUNS, UP_NOUNS

_IN_LABEL = pattern(rf"(?P<percent>P) (?:(?P<up>{UP_NOUNS})|(?P<down>{DOWN_NOUNS})) in (?P<label>[a-z]+)\b")


def beside(frame: Skeleton, texts: tuple[Passage, ...]) -> Iterator[Claim]:
    """ "A 46% decrease in concerns", with a small table beside the sentence: "Concerns", "544", "342"."""
    for match in _IN_LABEL.finditer(frame.text):
        for label, old, new in zip(texts, texts[1:], texts[2:], strict=False):
            words = label.text.text.lower()
            figures = [f for f in (_only_figure(old), _only_figure(new)) if f]
            if len(figures) == 2 and words.isalpha() and match.group("label") == words:
                mark = frame.marks[match.start("percent")]
                way = "up" if match.group("up") else "down"
                found = (frame.passage.figure(mark), *figures)
                yield Claim(
                    "change", frame.passage, mark.start, mark.end, found, ("percent", "from", "to"),
                    (way, match.group("up") or match.group("down")),
                )  # fmt: skip


def _only_figure(passage: Passage) -> Figure | None:
    """The figure, where a text is one figure and no more."""
    marks = scan(passage.text.text)
    whole = len(marks) == 1 and marks[0].quantity and len(passage.text.text.strip("*_ ")) == len(marks[0].text)
    return passage.figure(marks[0]) if whole else None
