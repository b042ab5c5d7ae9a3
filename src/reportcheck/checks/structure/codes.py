"""Account codes in rising order: one code that stands for two lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from textwrap import shorten
from typing import NamedTuple

from reportcheck.model import Figure, Paper, Relation, Text
from reportcheck.words import pattern

_CODED = pattern(r"\W{0,3}(?P<code>\d{4,6}(?:-\d{2})?)\s*(?:[·ꞏ:–-]\s*|\s)(?P<name>[A-Za-z].*)")
_NAME = pattern(r"[^\d(.$£€\t]{3,60}?(?=\s{2,}|\s*[\d(.$£€\t-]|$)")
_NEAR = 12
_ALIKE = 6


class Params(NamedTuple):
    """`least`: so many coded lines make a chart of accounts; only one code in so many may stand twice."""

    least: int = 8


class _Line(NamedTuple):
    code: str
    name: str
    text: Text
    order: int


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each code that two lines have, in a chart of accounts where that is no habit."""
    coded = list(_lines(paper))
    usual = Counter(len(line.code) for line in coded).most_common(1)
    lines = [line for line in coded if len(line.code) == usual[0][0]]
    if len(lines) < params.least:
        return
    doubled = [n for n in range(1, len(lines)) if _doubled(lines, n)]
    if len(doubled) * params.least > len(lines):
        return
    for n in doubled:
        yield _relation(lines[n - 1], lines[n], held=False)
    if not doubled:
        yield _relation(lines[0], lines[-1], held=True)


def _lines(paper: Paper) -> Iterator[_Line]:
    for order, parts in enumerate(paper.outline.rows):
        if not parts[0].text.lstrip(" *|")[:1].isdecimal():
            continue
        match = _CODED.match("\t".join(part.text for part in parts))
        name = _NAME.match(match["name"]) if match else None
        if match and name and not 1900 <= int(match["code"][:4]) < 2100:
            yield _Line(match["code"], " ".join(name.group().split()), Text.join(parts, "\t"), order)


def _doubled(lines: list[_Line], at: int) -> bool:
    """Whether a line has the code of the one before it and another name, with the codes rising before and after."""
    one, two = lines[at - 1], lines[at]
    if one.code != two.code or two.order - one.order > _NEAR or one.name.lower()[:_ALIKE] == two.name.lower()[:_ALIKE]:
        return False
    before = lines[at - 2] if at > 1 else None
    after = lines[at + 1] if at + 1 < len(lines) else None
    return (not before or before.code < one.code) and (not after or two.code < after.code) and bool(before or after)


def _relation(one: _Line, two: _Line, *, held: bool) -> Relation:
    message = f"Code {two.code} stands for two lines: “{one.name}” and “{two.name}”."
    if held:
        message = f"Each code from {one.code} on stands for one line."
    stated = Figure(two.code, two.text.locate(), label=two.name)
    before = Figure(one.code, one.text.locate(), label=one.name)
    quote = shorten(two.text.text, 200, placeholder=" …")
    return Relation.judged("code", stated, held, message, by=(before,), confidence="medium", quote=quote)
