"""References to tables, figures, appendices and paragraphs such as 9.2: there is one, and it is the one meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from reportcheck.model import Item, Outline, Paper, Relation
from reportcheck.read.once import once
from reportcheck.read.times import Stream
from reportcheck.words import ANY_MONTH, pattern, sentence_at, stems
from reportcheck.words.things import KINDS

_POINTER = pattern(
    # A set of characters comes first, so that the search skips the others quickly.
    r"(?P<what>[TtFfCcAaPpSsIiMm](?<!\w.)(?:(?<=[Tt])able|(?<=[Ff])igure|(?<=[Cc])hart|(?<=[Aa])ppendix|(?<=[Aa])nnex"
    r"|(?<=[Pp])aragraph|(?<=[Pp])ara|(?<=[Ss])ection|(?<=[Ii])tem|(?<=[Mm])inute))\s(?:no\.?\s)?"
    r"(?P<number>\d{1,4}/\d{1,4}|\d{1,3}(?:\.\d{1,3}){0,2}|[A-Z])\b(?![.(/-]?\d|\s?\((?!\d\d?[:.]\d\d))"
)
_FOREIGN = pattern(
    r"\b(?:Acts?|Regulations?|Code|IFRS|Order|Policy|IAS|FRS|[Gg]uidance|Schedule|Constitution|Directive|Agreement|Bill|"
    r"Standards?|Statute|Law|Rules?|Manual|Handbook|Part|Practice|Circular|Lease|Contract|Ordinance)\b"
)
_ELSEWHERE = pattern(r"\s*(?:of|to|in)\s+(?:the|that|its|their|your|our)\b")
_SPOKEN_OF = pattern(
    r"\b(?:see|under|at|in|of|from|per|with|refer\w*(?:\s+to)?|as|by)\s+(?:the\s+)?(?:agenda\s+)?$", re.IGNORECASE
)
""" "See item 7", "as minute 31/24": so a thing of this paper is spoken of."""
_EARLIER = pattern(
    rf"[\s,(]*(?:(?:of|from|dated|at|in|on)\b[^.;]{{0,40}}?(?:\b{ANY_MONTH}|\d{{4}}|\bmeeting|\bminutes|\bagenda|\blist)|"
    r"(?:of|from|to|in)\s+(?:last|this|that|its|our|your|their|the))"
)
_ITEMS = ("item", "minute")
_PLAIN = "number "
_FEW = 2
_AROUND, _LEAD = 70, 30
_REACH = 110
_ALIKE = 12
_OWN = KINDS.keys() | frozenset("paragraph section report paper year council board note".split())


class Params(NamedTuple):
    """`exists`: something must have the number; `fits`: no other title may fit far better."""

    test: Literal["exists", "fits"]
    least: int = 3


class _Targets(NamedTuple):
    """What can be pointed to, by its number."""

    items: dict[str, Item]
    last: str


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each reference to a kind of thing of which the paper has a whole run."""
    stream = Stream.of(paper.outline)
    families = _families(paper.outline, params.least, whole=params.test == "exists")
    captions = frozenset(i.order for i in paper.outline.items)
    for match in _pointers(stream) if families else ():
        family, number = _family(match), match["number"]
        targets = families.get(family)
        if targets is None or _opens(stream, match, captions) or _foreign(stream, match):
            continue
        if not _meant(stream, match, family):
            continue
        target = targets.items.get(number)
        if params.test == "exists":
            yield from _exists(stream, match, targets, target, paper.outline)
        elif target is not None and match["what"].lower() not in _ITEMS:  # "An interest in item 9" is declared in 3.
            yield from _fits(stream, match, targets, target)


def _meant(stream: Stream, match: re.Match[str], family: str) -> bool:
    """Whether an item or a minute is one of this paper; what has no parent is one of them, and no section's."""
    if match["what"].lower() not in _ITEMS:
        return family != _PLAIN and "/" not in match["number"]
    text = stream.text
    before = text[max(0, match.start() - _LEAD) : match.start()].replace("\n", " ")
    return bool(_SPOKEN_OF.search(before)) and not _EARLIER.match(text, match.end(), match.end() + _AROUND)


@once
def _pointers(stream: Stream) -> tuple[re.Match[str], ...]:
    """The references of a paper, for both rules that ask."""
    return tuple(_POINTER.finditer(stream.text))


def _family(match: re.Match[str]) -> str:
    return _named(KINDS.get(match["what"].lower(), "number"), match["number"])


def _named(kind: str, number: str) -> str:
    """What numbers of one family have in common: "table 7" of Table 7.3, "appendix A" of Appendix C, "number /19"."""
    if "/" in number:
        return f"{kind} /{number.partition('/')[2]}"
    parent, dot, _ = number.rpartition(".")
    return f"{kind} {parent if dot else 'A' if number.isalpha() else ''}"


def _families(outline: Outline, least: int, *, whole: bool) -> dict[str, _Targets]:
    """What can be pointed to: each number of one thing; `whole`, all from the first to the last."""
    found: dict[str, dict[str, list[Item]]] = {}
    for item in outline.items:
        if item.kind in ("table", "figure", "appendix") or item.kind == "number":
            found.setdefault(_named(item.kind, item.number), {}).setdefault(item.number, []).append(item)
    return {
        family: _Targets({n: items[0] for n, items in there.items()}, max(there, key=_place))
        for family, there in found.items()
        if _single(_first(there) if whole else there)
        and (not whole or _whole(there, _least(family, least), begins="/" not in family))
    }


def _least(family: str, least: int) -> int:
    """How many numbers make a whole run: those of sections have their parent beside them, those of items nothing."""
    return (
        _FEW if family.startswith("number") and family != _PLAIN and "/" not in family else least + (family == _PLAIN)
    )


def _place(number: str) -> int:
    own = number.partition("/")[0].rpartition(".")[2]
    return int(own) if own.isdecimal() else ord(own[0]) - 64


def _whole(there: dict[str, list[Item]], least: int, *, begins: bool) -> bool:
    """Whether the numbers run from the first, which is 1 but for the minutes of a year, to the last."""
    places = sorted(map(_place, there))
    return len(places) >= least and places == list(range(1 if begins else places[0], places[-1] + 1))


def _first(there: dict[str, list[Item]]) -> dict[str, list[Item]]:
    """What has the first number: where that is of one thing, no second paper begins to count."""
    first = min(there, key=_place)
    return {first: there[first]}


def _single(there: dict[str, list[Item]]) -> bool:
    """Whether each number is of one thing: in a pack of papers each has its own Table 1."""
    return all(len({i.title.lower()[:_ALIKE] for i in items}) == 1 for items in there.values())


def _opens(stream: Stream, match: re.Match[str], captions: frozenset[int]) -> bool:
    """Whether this is a caption, not a reference."""
    begin = stream.line(match.start())[0]
    return not re.search(r"[A-Za-z]{2}", stream.text[begin : match.start()]) and stream.row(match.start()) in captions


def _foreign(stream: Stream, match: re.Match[str]) -> bool:
    """Whether the thing belongs to a law or to another paper."""
    text = stream.text
    after = text[match.end() : match.end() + _AROUND].replace("\n", " ").split(". ")[0]
    before = text[max(0, match.start() - _AROUND) : match.start()].replace("\n", " ").rsplit(". ", 1)[-1]
    return bool(_FOREIGN.search(after) or _FOREIGN.search(before) or _ELSEWHERE.match(after))


def _exists(
    stream: Stream, match: re.Match[str], targets: _Targets, target: Item | None, outline: Outline
) -> Iterator[Relation]:
    what = match["what"].lower().replace("para", "paragraph").replace("graphgraph", "graph")
    first = next(iter(sorted(targets.items, key=_place)))
    if target is not None:
        message = f"There is a {what} {match['number']}."
    elif _place(match["number"]) <= _place(targets.last) or _printed(outline, what, match["number"]):
        return
    else:
        message = f"{what.capitalize()} {match['number']} is referred to, but they run from {first} to {targets.last}."
    span = (match.start(), match.end())
    yield stream.judged("cross-reference", span, message, holds=target is not None, confidence="medium")


def _printed(outline: Outline, what: str, number: str) -> bool:
    """Whether a row opens with the number though it was not read as one; a table's or an appendix's with its name."""
    name = rf"{what}\s" if what in KINDS else r"(?:[A-Z]\w+\s)?"
    opening = re.compile(rf"\W*{name}{re.escape(number)}(?![\w.]*\d)", re.I if what in KINDS else 0)
    return any(opening.match(parts[0].text) for parts in outline.rows)


def _fits(stream: Stream, match: re.Match[str], targets: _Targets, target: Item) -> Iterator[Relation]:
    """The sentence of a reference and the title that it points to: another title may not fit far better."""
    beside = _beside(stream, match)
    if beside is None:
        return
    titles = {n: stems(i.title) - _OWN for n, i in targets.items.items()}
    own = len(titles[match["number"]] & beside)
    best = max(titles, key=lambda n: (len(titles[n] & beside), -_place(n)))
    common = len(titles[best] & beside)
    rivals = [n for n in titles if n != best and len(titles[n] & beside) >= common - 1]
    if own == 0 and common >= 2 and common * 2 > len(titles[best]) and not rivals:
        other = targets.items[best]
        message = (
            f"{match.group().capitalize()} is “{_short(target.title)}”: what is spoken of here is in {best}, "
            f"“{_short(other.title)}”."
        )
        yield stream.judged("cross-reference", match.span(), message, holds=False, better=best,
                     reason="the one whose title fits", confidence="medium", sure=False)  # fmt: skip
    elif own >= 2:
        message = f"{match.group().capitalize()} is “{_short(target.title)}”."
        yield stream.judged("cross-reference", match.span(), message, holds=True)


def _beside(stream: Stream, match: re.Match[str]) -> frozenset[str] | None:
    """The words of the sentence around a reference; None where the sentence has another reference."""
    text = stream.text
    low, high = max(0, match.start() - 2 * _REACH), match.end() + 2 * _REACH
    begin, end = sentence_at(text[low:high].replace("\n", " "), match.start() - low)
    begin, end = max(low + begin, match.start() - _REACH), min(low + end, match.end() + _REACH)
    if len(_POINTER.findall(text[begin:end])) > 1:
        return None
    return stems(text[begin : match.start()] + " " + text[match.end() : end]) - _OWN


def _short(title: str) -> str:
    words = " ".join(title.strip("*:–- ").split())
    return words if len(words) <= 60 else words[:60].rsplit(" ", 1)[0] + " …"
