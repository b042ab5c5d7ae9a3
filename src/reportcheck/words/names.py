"""A label of a row or a column -> what it is called in a sentence: nothing said twice, and not without end."""

from __future__ import annotations

from functools import lru_cache

LONGEST = 60
"""Letters of a name; what stands between its first and its last words is left out."""
_CUT = " ... "
_RUN = 8
"""Words: a longer run is not looked for."""


@lru_cache(maxsize=8192)
def short(label: str) -> str:
    """A label without words that are repeated at once, cut in its middle between words where it is long."""
    words = _once(label.split())
    text = " ".join(words).rstrip(":")
    if len(text) <= LONGEST:
        return text
    room = LONGEST - len(_CUT)
    head, tail = _fitting(words, room // 2), _fitting(words[::-1], room // 2)
    return f"{' '.join(head) or text[: room // 2]}{_CUT}{' '.join(tail[::-1]) or text[-(room // 2) :]}"


def _fitting(words: list[str], room: int) -> list[str]:
    """The first words, as many as there is room for."""
    taken: list[str] = []
    for word in words:
        room -= len(word) + 1
        if room < -1:
            break
        taken.append(word)
    return taken


def _once(words: list[str]) -> list[str]:
    """Words of which no run stands twice side by side: headings over several columns are read for each."""
    folded = [word.casefold() for word in words]
    if len(set(folded)) == len(folded):
        return words
    at = 0
    while at < len(words):
        # Most words do not come again.
        most = min((len(words) - at) // 2, _RUN) if folded[at] in folded[at + 1 : at + 1 + _RUN] else 0
        for size in range(most, 0, -1):
            if folded[at] == folded[at + size] and folded[at : at + size] == folded[at + size : at + 2 * size]:
                del words[at : at + size], folded[at : at + size]
                break
        else:
            at += 1
    return words
