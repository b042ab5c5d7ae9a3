"""Units and separators among their siblings: a missing m, a comma for a point, a thousand without its comma."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from reportcheck.checks.judging.printed import excerpt
from reportcheck.model import Evidence, Figure, Mark, Paper, Passage, Relation, Suggestion
from reportcheck.patterns import pattern
from reportcheck.read.once import once

_MONEY = ("GBP", "EUR", "USD")
_WORDS = pattern(r"\w+")
_TAIL = pattern(r"\D*$")
_LARGE = pattern(
    r"^\s*(?:[a-z]+\s+){0,2}(?:in|on|to|of|for|from|across|against)?\s*(?:the\s+|its\s+|our\s+|their\s+)?(?:\w+\s+){0,3}?"
    r"(?:budget|overspend|underspend|deficit|surplus|programme|reserves?|expenditure)\b", re.I
)  # fmt: skip
_RATE = pattern(
    r"\b(?:per|each|every|band|tax|rate|rates|fee|charge|hour|hourly|week|weekly|day|month|mile|unit|meal)\b", re.I
)
_SPLIT = pattern(
    r"([1-9](?<![\d,.–-].)(?<!\d\s.)\d{0,2}), (\d{3})(?![\d,.]) (?=(?:individuals|people|residents|patients|households|"
    r"children|adults|service users|appointments|staff|pupils|homes|contacts)\b)"
)
_LISTED = pattern(r"(?:pages?|items?|nos?\.?|numbers?|years?|ages?|wards?|rooms?|and|or|,)\s*$", re.I)
_PEOPLE = pattern(
    r"^ of (?:all |our |the |these )?(?:patients|children|households|staff|members|homes|pupils|people|respondents|"
    r"applications|applicants|carers|residents|cases|schools|complaints)\b"
)
_JOINTS = frozenset(
    "a an and or of to by at in on for from with was were is are be about approximately than over".split()
)
_THOUSANDS = pattern(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_BROKEN = pattern(r", \d{3} ")
"""What a figure with a blank after its comma has in it."""
_MILLION = Decimal(1_000_000)
_RANGED = pattern(r"\s*(?:to|and|or|-|–)\s*[£$€\d]")
_SIBLINGS = 3
Money = tuple[tuple[Passage, Mark], ...]


class Params(NamedTuple):
    """Which slip is looked for."""

    test: Literal["scale", "point", "comma", "blank", "over-100"]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each figure that has siblings to be held against."""
    money = _money(paper.passages, paper.wordy)
    if params.test == "scale":
        yield from _scales(money)
    elif params.test == "point":
        yield from _points(paper, money)
    elif params.test == "comma":
        yield from _commas(paper, money)
    elif params.test == "blank":
        yield from _blanks((*paper.passages, *paper.wordy))
    else:
        yield from _over((*paper.passages, *paper.wordy))


@once
def _money(passages: tuple[Passage, ...], cells: tuple[Passage, ...]) -> Money:
    """The money of a paper's passages, and of its cells of words."""
    marks = ((passage, mark) for passage in (*passages, *cells) for mark in passage.marks)
    return tuple((p, m) for p, m in marks if m.quantity is not None and m.quantity.unit in _MONEY)


def _places(mark: Mark) -> int:
    return len(_TAIL.sub("", mark.text).partition(".")[2])


def _scales(money: Money) -> Iterator[Relation]:
    """ "Previously reported -£2.926." where all others say m; "an increase of £4.83 in the roads budget"."""
    groups: dict[str, list[tuple[Passage, Mark]]] = {}
    fine: Counter[int] = Counter()
    for passage, mark in money:
        if mark.quantity and mark.quantity.scale >= 1_000_000:
            fine[_places(mark)] += 1
        words = _WORDS.findall(passage.text.text, max(0, mark.start - 40), mark.start)[-2:]
        if len(words) == 2 and words[1].lower() not in _JOINTS and not _RANGED.match(passage.text.text, mark.end):
            groups.setdefault(" ".join(words).lower(), []).append((passage, mark))
    told: set[int] = set()
    for label, group in groups.items():
        scaled = [m for _, m in group if m.quantity and m.quantity.scale >= 1_000_000]
        if len(scaled) < _SIBLINGS or len(scaled) * 5 < len(group) * 4:
            continue
        for passage, mark in group:
            holds = bool(mark.quantity and (mark.quantity.scale > 1 or abs(mark.quantity.value) >= 1000))
            told.add(id(mark))
            message = (
                f"{mark.text} has no unit: the other {len(scaled)} figures after “{label}” are in millions, "
                f"as {scaled[0].text}."
            )
            if holds or (_set_as(scaled, mark) and not _RATE.search(_around(passage, mark))):
                yield _one(passage, mark, message, holds, f"{mark.text}m")
    for passage, mark in money:
        if id(mark) not in told and mark.quantity and mark.quantity.scale == 1 and abs(mark.quantity.value) < 1000:
            yield from _bare(passage, mark, fine)


def _set_as(scaled: list[Mark], mark: Mark) -> bool:
    """Whether a figure has as many decimals as most of its siblings in millions have, and has any."""
    places = _places(mark)
    return places > 0 and sum(_places(m) == places for m in scaled) * 2 >= len(scaled)


def _around(passage: Passage, mark: Mark) -> str:
    return passage.text.text[max(0, mark.start - 30) : mark.end + 40]


def _bare(passage: Passage, mark: Mark, fine: Counter[int]) -> Iterator[Relation]:
    """Money below a thousand with decimals that, by its words or its form, is in millions."""
    text = passage.text.text
    if not _places(mark) or _RATE.search(_around(passage, mark)):
        return
    odd = _places(mark) == 3 and fine[3] >= _SIBLINGS
    after = text[mark.end : mark.end + 60]
    large = sum(fine.values()) >= 5 and fine[_places(mark)] >= _SIBLINGS and bool(_LARGE.match(after))
    if odd or large:
        why = "money with three decimals" if odd else "a change of a budget"
        message = f"{mark.text} has no unit: {why} in a paper of millions is {mark.text}m."
        yield _one(passage, mark, message, False, f"{mark.text}m")


def _points(paper: Paper, money: Money) -> Iterator[Relation]:
    """ "£239,477 million" for £239.477 million: the same digits stand elsewhere a thousand times smaller."""
    suspects = [
        (p, m) for p, m in money
        if m.quantity and m.quantity.scale >= 1_000_000 and "," in m.text
    ]  # fmt: skip
    if not suspects:
        return
    sizes = [size for f in paper.figures if f.quantity and (size := abs(f.quantity.value)) >= _MILLION]
    for passage, mark in suspects:
        size = abs(mark.quantity.value) if mark.quantity else Decimal(0)
        slack = mark.quantity.step if mark.quantity else Decimal(0)
        low, high, tenth = (size - slack).scaleb(-3), (size + slack).scaleb(-3), size / 10
        twin = any(low <= s <= high and s != size for s in sizes)
        alone = not any(s >= tenth and s != size for s in sizes)
        better = mark.text.replace(",", ".")
        message = f"{mark.text} is printed with a comma; the same amount stands elsewhere in the paper as {better}."
        yield _one(passage, mark, message, not (twin and alone), better)


def _commas(paper: Paper, money: Money) -> Iterator[Relation]:
    """ "£6215" in a paper that prints 6,215 and all its other thousands with a comma."""
    printed = {q.text.lstrip("£$€-(+ ").rstrip(") ") for f in paper.figures if (q := f.quantity) and "," in q.text}
    with_comma = {text for text in printed if _THOUSANDS.fullmatch(text)}
    if len(with_comma) < 10:
        return
    plain = [
        (p, m) for p, m in money
        if m.quantity and m.quantity.scale == 1 and re.fullmatch(r"[£$€]\s?\d{4,}(?:\.\d\d)?", m.text)
    ]  # fmt: skip
    if len(plain) * 10 > len(with_comma):
        return
    for passage, mark in plain:
        digits = mark.text.lstrip("£$€ ")
        whole, stop, pence = digits.partition(".")
        better = f"{int(whole):,}{stop}{pence}"
        message = f"{mark.text} has no comma, though the paper prints the same amount as {better}."
        if better in with_comma and not whole.endswith("00"):
            yield _one(passage, mark, message, False, mark.text.replace(digits, better))


def _blanks(passages: tuple[Passage, ...]) -> Iterator[Relation]:
    """ "836, 987 people": a blank after the comma makes two numbers of one."""
    for passage in passages:
        text = passage.text.text
        for match in _SPLIT.finditer(text) if _BROKEN.search(text) else ():
            if _LISTED.search(text[max(0, match.start() - 12) : match.start()]):
                continue
            better = f"{match[1]},{match[2]}"
            mark = Mark("figure", match.start(), match.end(2), match.group().strip())
            yield _one(passage, mark, f"{mark.text} is one number with a blank in it: {better}.", False, better)


def _over(passages: tuple[Passage, ...]) -> Iterator[Relation]:
    """A share of people, homes or cases cannot be over 100%."""
    for passage in passages:
        for mark in passage.marks:
            if mark.quantity is None or mark.quantity.unit != "percent" or "%" not in mark.text:
                continue
            after = passage.text.text[mark.end : mark.end + 40]
            named = _PEOPLE.match(after)
            if named:
                holds = mark.quantity.interval.low <= 100
                yield _one(passage, mark, f"{mark.text}{named.group()} cannot be: a share is at most 100%.", holds, "")


def _one(passage: Passage, mark: Mark, message: str, holds: bool, better: str) -> Relation:
    figure: Figure = passage.figure(mark)
    if holds:
        message = f"{mark.text} is printed as its siblings are."
    text = passage.text.text
    return Relation(
        "presentation",
        (Evidence(figure, "stated", suspect=not holds),),
        "held" if holds else "broken",
        message,
        location=figure.location,
        suggestion=Suggestion(better) if better and not holds else None,
        quote=excerpt(text, mark.start, mark.end),
    )
