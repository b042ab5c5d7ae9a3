"""Which way a figure went that is put to another, of another time or of a plan, in one sentence or over two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportcheck.patterns import pattern
from reportcheck.read.claims.accounts import base_of
from reportcheck.read.claims.composed import Found
from reportcheck.read.claims.ends import alike
from reportcheck.read.claims.slots import Slots
from reportcheck.words.moves import DOWN_NOUNS, DOWN_VERBS, UP_NOUNS, UP_VERBS

_SIZE = r"(?:(?:slight|small|sharp|significant|further|marked|overall|net|modest|big|large|welcome|total) )?"
_SHOWS = (
    r"(?:^|[,(:;.-] |[,(:;-]|\b(?:is|are|was|were|shows?|showed|showing|represent(?:s|ed|ing)?|mark(?:s|ed|ing)"
    r"|reflect(?:s|ed|ing)|indicat(?:es|ed|ing)|means?|meaning|being|or|gives?|giving|saw) )"
)
_WAY = pattern(
    rf"{_SHOWS}(?:an?|the) {_SIZE}(?P<noun>increase|rise|growth|gain|decrease|fall|drop|decline|reduction)\b"
    r"|\b(?P<verb>rose|increased|grew|climbed|fell|dropped|declined|decreased) (?:to|from)\b"
    r"|[NMP](?: [a-z]+){0,3}?,? (?:which |that |it )?(?:is|was|are|were) (?:[a-z]+ )?"
    r"(?P<than>higher|greater|lower|above|below)"
    r" (?:than )?(?:the |last |that |our |its |what )?[^NMPQ]{0,30}(?=[NMP])"
)
_UP = frozenset("increase rise growth gain rose increased grew climbed higher greater above".split())
_ROSE, _FELL = pattern(rf"\b(?:{UP_VERBS}|{UP_NOUNS})\b"), pattern(rf"\b(?:{DOWN_VERBS}|{DOWN_NOUNS})\b")
_BY = pattern(r"(?: [a-z]+){0,4}? (?:of|by) (?:[a-z]+ ){0,2}$")
_SUBJECT = pattern(
    r"(?:[,(:;.-] ?)?the [a-z ]{0,20}?(?:increase|rise|growth|gain|decrease|fall|drop|decline|reduction) of "
)
"""A change that the sentence speaks of, and does not tell of two figures: "the rise of 1.2% is less than planned"."""
_FROM = pattern(r"\bfrom(?: the)? $")
_OTHER = pattern(
    r"\b(?:deficit|loss|overspend|underspend|average|national|target|region\w*|maximum|minimum|limit|between|each|every"
    r"|threshold|per|expected to|would|could|should|will|may be|if|due to an?|caused by|because of an?|cost of|rate"
    r"|change|variance)\b"
)


def ways(slots: Slots) -> Iterator[Found]:
    """Two figures of one kind and one word of direction; a third may be the size of the change."""
    words = list(_WAY.finditer(slots.text, slots.start, slots.end))
    if len(words) != 1 or _OTHER.search(slots.text, slots.start, slots.end):
        return
    word = words[0]
    if _SUBJECT.match(slots.text, word.start()):
        return
    said = word["noun"] or word["verb"] or word["than"]
    if (_FELL if said in _UP else _ROSE).search(slots.text, slots.start, slots.end):
        return  # "It rose to 771,600, before falling to 583,900": two moves, and three ends.
    size = next((at for at in slots.places if at >= word.end()), -1)
    ends = [at for at in slots.places if at != size or not _is_size(slots, word, size)]
    for letter in "MNP":
        places = [at for at in ends if slots.text[at] == letter]
        if len(places) != 2 or (letter == "P" and len(ends) > 2):
            continue
        base = _base(slots, places)
        if base >= 0 and alike(slots.frame, {"from": places[0], "to": places[1]}):
            new = places[1] if base == places[0] else places[0]
            yield "direction", new, ((base, 1), (new, 1)), 1 if said in _UP else -1, said, 2


def _base(slots: Slots, places: list[int]) -> int:
    """The one of two figures that the other has come from; -1 where the words do not tell."""
    old = [at for at in places if _FROM.search(slots.before(at))]
    return old[0] if len(old) == 1 else base_of(slots, *places)


def _is_size(slots: Slots, word: re.Match[str], at: int) -> bool:
    """Whether the figure after a noun of change is its size: "an increase of 160", "a rise in the budget of £4m"."""
    return bool(word["noun"]) and _BY.fullmatch(slots.text, word.end(), at) is not None
