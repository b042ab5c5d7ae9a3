"""Counts by outcome: "of the 40 indicators 16 are green and eight red", "four of the six targets were met"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from reportcheck.model import Claim
from reportcheck.patterns import pattern
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.records import record
from reportcheck.words.hedges import HEDGE

_NOUNS = (
    r"indicators?|kpis?|measures?|targets?|standards?|actions?|milestones?|objectives?|recommendations?|metrics?"
    r"|deliverables?|commitments?|pledges?|projects?|ambitions?|goals?|priorities|outcomes|tests|requirements|schemes"
    r"|risks|audits|contracts|savings|criteria"
)
_HINTS = ("met", "miss", "green", "amber", "target", "track", "achiev", "complet", "improv", "schedule")
_COLOUR = pattern(r"\b(?:(?:dark|light)[ -])?(red|amber|green)\b")
_OPEN = pattern(
    r"\bno (?:data|target|rating)\b|\bnot (?:yet |been |currently |being )*(?:due|reported|rated|available|started"
    r"|measured|applicable|assessed|scored|required|reportable)|\b(?:to be (?:confirmed|agreed)|suspended"
    r"|paused|withdrawn|deferred|unrated|awaiting|awaited|grey|in progress|under way|underway|ongoing|pending|closed"
    r"|superseded)\b|\bpart(?:ly|ially)\b|\bcannot be\b|\bcould not be\b"
)
_BAD = pattern(
    r"\b(?:missed|failed|failing|unmet|overdue)\b|\bnot (?:being |been |yet |fully |quite )*(?:met|achieved|completed?"
    r"|on (?:target|track|schedule)|hit|delivered|reached|passed|implemented|meeting|achieving)\b"
    r"|\b(?:below|off|short of|behind|under) (?:the |its |their )?(?:target|track|schedule)\b"
    r"|\bdid not (?:meet|achieve|reach|hit|pass)\b"
)
_GOOD = pattern(
    r"\b(?:met|meeting|achieved|achieving|exceeded|exceeding|on (?:or above )?target|passed"
    r"|completed?|delivered|implemented|(?:above|at or above) (?:the |its |their )?target)\b"
)
_TRACK = pattern(r"\bon (?:track|schedule)\b")
_WORSE = pattern(r"\b(?:worsen\w*|deteriorat\w*|declin\w*|negative|downward)\b")
_SAME = pattern(r"\b(?:stable|unchanged|the same|no (?:clear )?(?:change|trend)|static)\b")
_BETTER = pattern(r"\b(?:improv\w*|positive|upward)\b")
_UNCLEAR = pattern(
    r"\b(?:from|moved?|moving|changed|compared|previous|last|than|since|earlier|fewer|more|up|down|ago|would|could|should"
    r"|will|may|must|need|needs|expected|forecast|likely|if|unless|until|further|another|additional|again|per|every|each"
    r"|rather|or more|fewer|not|no|nor|neither|half|third|quarter of|without|average|within)\b"
)
_THING = pattern(rf"(?: [a-z'()-]+){{0,5}}? ({_NOUNS})\b")
_OF = pattern(r" +(?:out )?of (?:the |our |its |these |those |their |all |which )*$")
_OF_ALL = pattern(r"\b(?:out )?of (?:the |our |its |all )*$")
_LEFT_OVER = pattern(r"\b(?:others?|remain\w*|rest|neither|balance)\b|O")
_CLOSE = pattern(
    r"\b(?:within (?:the |an |its |their )?(?:agreed )?tolerance|(?:near|close) to (?:the |its |their )?target)\b"
)
_LOOSE = pattern(
    rf"\b(?:{HEDGE}|than|further|another|other|first|last|top|only"
    r"|phase|stage|tier|level|priority|section|table|version|including|include|includes)(?: the)? $"
)
_ALL = pattern(r"\ball (?:of )?(?:the |our |its |these |those |their )?$")
_ASIDE = pattern(r"\([^()]*\)")
_FORMS = (
    ("missed", _BAD), ("open", _OPEN), ("amber", _CLOSE), ("met", _GOOD), ("track", _TRACK), ("worse", _WORSE),
    ("same", _SAME), ("better", _BETTER),
)  # fmt: skip
_WHOLE = (
    frozenset({"met", "missed"}),
    frozenset({"green", "amber", "red"}),
    frozenset({"met", "amber", "red"}),
    frozenset({"met", "amber", "missed"}),
    frozenset({"met", "track", "missed"}),
    frozenset({"track", "missed"}),
    frozenset({"track", "amber", "missed"}),
    frozenset({"better", "same", "worse"}),
)
_TURN = pattern(r", (?:which|with|who|because|due|while|although|whereas|despite)\b")
_VERB = pattern(r" (met|achieved|passed|missed|failed)(?: (?:only|just|all))? $")
_IN_ALL = pattern(r"(?: [a-z'-]+){0,4} (?:in all|in total|altogether)\b")
_NEAR, _AFTER = 40, 240


@record(slots=True)
class _Window:
    """The counts that are told of one total, so far."""

    total: int = -1
    noun: str = ""
    counts: list[tuple[int, str, str]] = field(default_factory=list)
    """Where each count stands, its outcome, and the words that say so."""

    @property
    def outcomes(self) -> frozenset[str]:
        """What has been said of some of them."""
        return frozenset(outcome for _, outcome, _ in self.counts)

    @property
    def whole(self) -> bool:
        """Whether the outcomes leave no other."""
        return self.outcomes - {"open"} in _WHOLE

    def takes(self, outcome: str) -> bool:
        """Whether one more outcome is of the same kind as the others, and new."""
        if outcome in self.outcomes:
            return False
        known = self.outcomes | {outcome}
        return outcome == "open" or any(known - {"open"} <= scheme for scheme in _WHOLE)


def tallies(frame: Skeleton) -> Iterator[Claim]:
    """Claims "tally": counts and, if one is said, their total.

    The words are the noun, whether the outcomes are "whole" or a "part" of all there can be, and for each figure its
    outcome and how that is printed: "missed below target".
    """
    if not frame.has(1, "NI") or not any(hint in frame.text for hint in _HINTS):
        return
    text = _ASIDE.sub(lambda m: m.group() if _COLOUR.search(m.group()) else " " * len(m.group()), frame.text)
    window = _Window()
    for start, end in frame.sentences():
        places = [at for at in frame.marks if start <= at < end and text[at] in "NI"]
        if window.counts and not _still_counts(text, window, places, start, end):
            yield from _told(frame, window)
            window = _Window()
        for index, at in enumerate(places):
            if index and _OF.fullmatch(text, places[index - 1] + 1, at):
                continue
            window, done = _read(frame, text, places, index, end, window)
            yield from done
    yield from _told(frame, window)


def _still_counts(text: str, window: _Window, places: list[int], start: int, end: int) -> bool:
    """Whether the next sentence can go on with a tally: it soon gives a number, and a full one only what is left."""
    near = bool(places) and places[0] - start <= _NEAR
    if near and not window.whole:
        return True
    return near and (_outcome(text, places, 0, end)[0] == "open" or bool(_IN_ALL.match(text, places[0] + 1)))


def _read(
    frame: Skeleton, text: str, places: list[int], index: int, end: int, window: _Window
) -> tuple[_Window, list[Claim]]:
    """One number of a sentence: a total, a count with its outcome, or one that ends what can be told."""
    at = places[index]
    paired = index + 1 < len(places) and _OF.fullmatch(text, at + 1, places[index + 1])
    outcome, printed = _outcome(text, places, index + 1 if paired else index, end)
    thing = _THING.match(text, (places[index + 1] if paired else at) + 1)
    before = text[max(0, at - 30) : at]
    if not outcome and window.counts and window.total < 0 and (_OF_ALL.search(before) or _IN_ALL.match(text, at + 1)):
        window.total = at
        return window, []
    if not outcome:
        done = list(_told(frame, window))
        total = not paired and thing and not _LOOSE.search(before)
        return (_Window(at, thing[1]) if total and thing else _Window()), done
    if outcome == "unclear" or (_LOOSE.search(before) and not before.endswith("the ")):
        return _Window(), []
    done = []
    fresh = places[index + 1] if paired else at if _ALL.search(before) else -1
    other = fresh >= 0 and window.total >= 0 and frame.quantity(fresh).value != frame.quantity(window.total).value
    if not window.takes(outcome) or (other and window.counts):
        done = list(_told(frame, window))
        window = _Window()
    if fresh >= 0 and fresh != at:
        window.total = fresh
    window.noun = window.noun or (thing[1] if thing else "")
    window.counts.append((at, outcome, printed))
    return window, done


def _outcome(text: str, places: list[int], index: int, end: int) -> tuple[str, str]:
    """What is said of the number, and how: a colour, an outcome, "unclear", or nothing."""
    if index >= len(places):
        return "", ""
    stop = places[index + 1] if index + 1 < len(places) else end
    said = text[places[index] + 1 : stop].partition(";")[0]
    said = _VERB.sub(" ", said) if stop < end else said
    for letter in "MQX":
        said = said.partition(letter)[0]
    colours = set(_COLOUR.findall(said))
    if colours:
        colour = colours.pop()
        return (colour, colour) if not colours and not _UNCLEAR.search(_BAD.sub("", said)) else ("unclear", "")
    said = _TURN.split(said, maxsplit=1)[0]
    found = _forms_in(said)
    if not found:
        return _by_verb(text, places[index])
    rest = said
    for name, form in _FORMS:
        rest = form.sub("", rest) if name != "met" else rest
    clear = len(found) == 1 and (found[0][0] == "open" or not _UNCLEAR.search(rest))
    return found[0] if clear else ("unclear", "")


def _forms_in(said: str) -> list[tuple[str, str]]:
    """The outcomes that words name, each with its words: "not met" is missed, and met only where that is said too."""
    found = [(name, match.group()) for name, form in _FORMS if (match := form.search(said))]
    if ("missed", "met") in [(one[0], two[0]) for one in found for two in found]:
        rest = _BAD.sub("", said)
        found = [(name, words) for name, words in found if name != "met" or _GOOD.search(rest)]
    return found


def _by_verb(text: str, at: int) -> tuple[str, str]:
    """The outcome that a verb right before the number gives: "the Trust met eight and missed four"."""
    match = _VERB.search(text, max(0, at - 30), at)
    return (("missed" if match[1] in ("missed", "failed") else "met"), match[1]) if match else ("", "")


def _told(frame: Skeleton, window: _Window) -> Iterator[Claim]:
    if not window.counts or (window.total < 0 and not window.noun and len(window.counts) < 2):
        return
    said = {at: f"{outcome} {printed}" for at, outcome, printed in window.counts}
    ordered = sorted([*((at, "count") for at in said), *([(window.total, "total")] if window.total >= 0 else [])])
    last = ordered[-1][0] + 1
    after = frame.text[last : last + _AFTER]
    after = after[: after.find(". ") + 60] if ". " in after else after
    more = _LEFT_OVER.search(after) or (_OPEN.search(after) and "open" not in window.outcomes)
    noun = window.noun.replace("kpi", "KPI")
    whole = "whole" if window.whole and not more else "part"
    yield frame.claim_of("tally", ordered, (noun, whole, *(said.get(at, "total ") for at, _ in ordered)))
