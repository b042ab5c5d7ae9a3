"""The figures of a sentence, or of two that go together -> what they may be to each other.

No word order is asked for: a figure has the words beside it, up to the next figure, and each arrangement that these
allow is a claim. The check tries them, and a sentence in which one holds is right.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from reportcheck.model import Claim, Law, Reckoning, Term
from reportcheck.patterns import pattern
from reportcheck.read.claims.averages import averages
from reportcheck.read.claims.balances import balances
from reportcheck.read.claims.bases import based
from reportcheck.read.claims.composed import Found, wholes
from reportcheck.read.claims.fraction import fractions
from reportcheck.read.claims.ledgers import ledgers
from reportcheck.read.claims.portions import portions
from reportcheck.read.claims.prices import products
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.read.claims.slots import Slots, slots_of, told
from reportcheck.read.claims.told_twice import told_twice
from reportcheck.read.claims.ways import ways
from reportcheck.words.hedges import HEDGE, hedge_before

_VERB = (
    r"(?:is|are|was|were|represent(?:s|ed|ing)?|equals?|mak(?:es|ing)(?: up)?|account(?:s|ed|ing) for|being|or|i\.e\.,?"
    r"|equivalent to|equal to|equat(?:es|ing) to|which is|that is"
    r"|(?:absorption|utili[sz]ation|collection|execution)(?: rate| performance)?(?: of| was| is))"
)
_ROUGH = rf"(?: (?:{HEDGE}|just|only|an?|some|now|about))*"
_SHARE = pattern(rf"(?:\b{_VERB}{_ROUGH}|[,(-]) ?$")
_OF = pattern(r" ?\(?of (?:the|its|our|their|a|an|all|total|net|annual|this|that)\b")
_FAR = pattern(r" (?:for|over|during|within|in) (?:the |each |a |an )?(?:[a-z]+ )?$")
"""What stands before a time that the whole of a share was taken over: "for the prior three months"."""
_ELSE = pattern(r"[,;:]|\b(?:was|were|is|are|has|had|went|while|whereas|and|but|with|compared)\b")
"""Between a share and a figure behind it that tells of something else: "64% of the budget, went to roads while"."""
_WHOLE = pattern(
    r" ?\)?(?: of (?:the|its|our|their|this|that) (?:total|budget|target|estimate|allocation|amount|whole|sum|grant"
    r"|plan))? ?(?:[.,;)]|$)"
)
_GROWTH = pattern(
    r"\b(?:more|higher|greater|above|up|increas\w*|grew|growth|rise[ns]?|rose|rising|uplift|fewer|less|lower|below"
    r"|down|decreas\w*|fell|falls?|drop\w*|declin\w*|reduc\w*|cuts?|under|over|inflation|interest|vat|discount|margin|change)\b"
)
_PARTED = pattern(
    r"\b(?:of (?:its|the|our|their|an?)|out of|against|allocat\w*|approved|budget\w*|target\w*|estimate\w*|total"
    r"|received|release[ds]?|spent|expenditure|turnover|revenue)\b"
)
_THAN = pattern(
    r" (?P<word>more|fewer|less|higher|lower|greater|above|below|over|under)(?: than)?"
    r"(?: (?:the|last|that|our|its|in|of|a|budget\w*|plan\w*|target\w*|forecast\w*|year'?s?|month'?s?|quarter'?s?"
    r"|same|those|previous|[a-z]+ed|[a-z]+s))* ?\(?$"
)
_UP = frozenset("more higher greater above over increase rise growth improvement".split())
_VOTE = pattern(
    r" votes? to $| ?(?:[a-z]+ )?(?:votes? |voted )?(?:were )?(?:(?:in )?favou?r\b|for\b(?! )|for(?= and|,)"
    r"|for the (?:motion|proposal|resolution)\b"
    r"|against\b|oppos(?:ed|ing)\b|abst\w+)"
)
_VOTES_TO = pattern(r" votes? to $")
_ROLL = pattern(
    r"(?: [a-z]+){0,2} (?:(?:were |was )?(?:present|voting|attend\w*|voted|took part)|votes? (?:were )?cast)\b"
)
_CAST = pattern(r"(?: [a-z]+){0,3} (?:cast|voting|voted)\b")
_BACK = pattern(
    r"(?:(?:overall|in (?:all|total)|as a result|together|consequently),? )?"
    r"(?:(?:out )?of (?:that|this|these|those|which|the)\b|(?:the )?(?:remaining|remainder|balance|rest|difference)\b"
    r"|(?:therefore|thus|hence|so),? |the (?:results?|variance) (?:is|was|are)\b"
    r"|after (?:deduct|pay|allow|transfer|tak)ing [^.;]{0,80}?, (?:this|that|it|which) leaves\b"
    r"|(?:this|that|it|which) (?:[a-z]+ ){0,4}?(?:is|was|shows?|showed|represents?|means|meant|leaves?|left|gave|gives"
    r"|made|makes|compares?|marks|exceeds?)\b)"
)
_FIGURE = pattern(r"[NIMPQ]\)? $")
_CAUSE = pattern(r"\b(?:results? of|due to|because|attributable|driven by|owing to|caused by|offset by)\b")
"""Words of what brought a change about."""
_SURE = 2
_CHAIN = 8
"""So many sentences go back to one start; then the next begins."""


def reckonings(frame: Skeleton, known: Collection[frozenset[int]]) -> Iterator[Claim]:
    """Claims "reckoned"; `known` are figures, by where they start, that other claims have put to each other."""
    best_of: dict[frozenset[int], tuple[int, set[Law]]] = {}
    # Of readings of the same figures the surest are told; where none is sure, those that hold say what was meant.
    readings = (*((found, 1) for found in _found(frame)), *ledgers(frame))
    for found, tries in sorted(readings, key=lambda reading: -reading[0][-1]):
        law, stated, inputs, *_, sure = found
        figures = frozenset(frame.marks[at].start for at in (stated, *(at for at, _ in inputs)))
        best, laws = best_of.setdefault(figures, (sure, set()))
        if (sure == best or best < _SURE) and law not in laws and not any(figures <= other for other in known):
            laws.add(law)
            yield _claim(frame, *found, tries)


def _found(frame: Skeleton) -> Iterator[Found]:
    yield from fractions(frame)
    yield from wholes(frame)
    yield from based(frame)
    yield from averages(frame)
    yield from portions(frame)
    yield from told_twice(frame)
    yield from _over_sentences(frame)
    for slots in _windows(frame):
        # One figure is nothing to another.
        for reader in (balances, _shares, _growths, products, ways, _votes) if len(slots.places) > 1 else ():
            yield from reader(slots)


def _over_sentences(frame: Skeleton) -> Iterator[Found]:
    """A difference of three amounts in two or three sentences that have no other: no more than a slip is told of it."""
    sentences = told(frame)
    for first, last in ((at, end) for end in range(1, len(sentences)) for at in range(max(0, end - 2), end)):
        many = [len(slots.of("M")) for slots in sentences[first : last + 1]]
        text = frame.text[sentences[first].start : sentences[last].end]
        # One of the causes of a change is no more than a part of it.
        if sum(many) == 3 and many[0] and many[-1] and not _CAUSE.search(text):
            for law, stated, inputs, way, word, sure in balances(
                slots_of(frame, sentences[first].start, sentences[last].end)
            ):
                yield law, stated, inputs, way, word, min(sure, 1)


def _claim(
    frame: Skeleton,
    law: Law,
    stated: int,
    inputs: Sequence[tuple[int, int]],
    way: int,
    word: str,
    sure: int,
    tries: int,
) -> Claim:
    marks = {at: frame.marks[at] for at in sorted({stated, *(at for at, _ in inputs)})}
    figures = {at: frame.passage.figure(mark) for at, mark in marks.items()}

    def term(at: int, sign: int = 1) -> Term:
        hedge = hedge_before(frame.text, at)
        # "8% more than the 295" compares with 295, and does not bound it.
        if hedge and at != stated and hedge.way in ("over", "under"):
            compares = _FIGURE.search(frame.text, 0, frame.text.rindex(hedge.words, 0, at))
            hedge = None if compares else hedge
        return Term(figures[at], hedge.words if hedge else "", sign)

    terms = tuple(term(at, sign) for at, sign in inputs)
    reckoning = Reckoning(law, term(stated), terms, way, word, sure, tries)
    begin, stop = min(m.start for m in marks.values()), max(m.end for m in marks.values())
    roles = ("figure",) * len(figures)
    return Claim("reckoned", frame.passage, begin, stop, tuple(figures.values()), roles, (), reckoning)


def _windows(frame: Skeleton) -> Iterator[Slots]:
    """Each sentence, and with those before it that it refers to."""
    starts: list[int] = []
    for slots in told(frame):
        yield slots
        start = slots.start
        if starts and _BACK.match(frame.text, start):
            # All sentences of a chain go back to one start, which is tried once.
            yield from (slots_of(frame, begin, slots.end) for begin in dict.fromkeys(starts[:-3:-1]))
            starts.append(start if starts[-1] == starts[-_CHAIN:][0] and len(starts) >= _CHAIN else starts[-1])
        else:
            starts.append(start)


def _shares(slots: Slots) -> Iterator[Found]:
    """A percentage, its part and its whole; growth is no share."""
    text = slots.text
    for at in slots.of("P"):
        before, after = slots.before(at), slots.after(at)
        if not _SHARE.search(before) or _GROWTH.search(before[-40:]) or _GROWTH.match(after.lstrip(" )")):
            continue
        following = slots.next(at)
        beside = following >= 0 and text[following] in "MN" and ". " not in after
        if beside and _OF.match(after) and not _FAR.search(after):
            earlier = [p for p in slots.of(text[following]) if p < at]
            if len(earlier) == 1 and not _ELSE.search(after):
                yield "share", at, ((earlier[0], 1), (following, 1)), 0, "of", 2
            continue
        for letter in "MN" if _WHOLE.match(after) else "":
            earlier = [p for p in slots.of(letter) if p < at][-2:]
            alone = len(slots.of("MN")) == 2 and len(slots.of("P")) == 1
            if len(earlier) == 2 and slots.next(earlier[1]) == at and _PARTED.search(text, slots.start, earlier[1]):
                yield "share", at, ((earlier[0], 1), (earlier[1], 1)), 0, "", 1 + alone


def _growths(slots: Slots) -> Iterator[Found]:
    """ "8% more than the 295 in 2024"; and which way a figure went that is compared to another."""
    for letter in "MN":
        places = slots.of(letter)
        for one, two in pairwise(places):
            percents = [p for p in slots.of("P") if one < p < two]
            if len(percents) == 1 and (than := _THAN.match(slots.text[percents[0] + 1 : two])):
                way = 1 if than["word"] in _UP else -1
                yield "growth", percents[0], ((two, 1), (one, 1)), way, than["word"], 1 + (len(places) == 2)


def _votes(slots: Slots) -> Iterator[Found]:
    """ "8 for, 3 against with 2 abstentions; 13 members were present"."""
    places = slots.of("NI")
    votes = [at for at in places if _VOTE.match(slots.after(at)) or _VOTES_TO.search(slots.before(at))]
    rolls = [at for at in places if _ROLL.match(slots.after(at)) and at not in votes]
    if len(votes) > 1 and len(rolls) == 1 and len(places) == len(votes) + 1:
        cast, roll = sum(slots.frame.quantity(at).value for at in votes), slots.frame.quantity(rolls[0]).value
        # Who is present need not vote: the votes are fewer unless those who abstained are among them.
        whole = cast > roll or any("abst" in slots.after(at) for at in votes) or _CAST.match(slots.after(rolls[0]))
        yield "tally", rolls[0], [(at, 1) for at in votes], 0, "", 2 if whole else 0
