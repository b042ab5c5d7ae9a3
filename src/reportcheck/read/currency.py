"""A paper that does not say whose $, kr or Rs it means -> the same in the currency that people say."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from reportcheck.model import Document, Paper
from reportcheck.quantity import Quantity, Unit
from reportcheck.words.money import shared_sign, spelt_out


def in_currency(paper: Paper, code: str) -> Paper:
    """The paper with its amounts in `code` where their sign is that of several currencies.

    One that names the best known of them, as "US$" does, means it; its bare sign is left as it is read.
    """
    usual = shared_sign(code)
    if usual is None or usual == code or any(spelt_out(text, usual) for text in paper.document.texts):
        return paper
    whole: Paper = _Changed(usual, code).of(paper)  # type: ignore[arg-type]
    return whole


class _Changed:
    """Changes every quantity in records within records; what is the same record before is the same after."""

    def __init__(self, usual: Unit, code: Unit) -> None:
        self._usual, self._code = usual, code
        self._made: dict[int, tuple[Any, Any]] = {}

    def of(self, value: Any) -> Any:
        """The value with its quantities changed; the value itself where it has none."""
        kept = self._made.get(id(value))
        if kept is None:
            kept = self._made[id(value)] = (value, self._change(value))
        return kept[1]

    def _change(self, value: Any) -> Any:
        if isinstance(value, Quantity):
            return replace(value, unit=self._code) if value.unit == self._usual else value
        if isinstance(value, Document):
            return value
        if isinstance(value, tuple):
            parts = [self.of(each) for each in value]
            if all(a is b for a, b in zip(value, parts, strict=True)):
                return value
            return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
        if is_dataclass(value) and not isinstance(value, type):
            names = [field.name for field in fields(value)]
            old = [getattr(value, name) for name in names]
            new = [self.of(each) for each in old]
            same = all(a is b for a, b in zip(old, new, strict=True))
            return value if same else replace(value, **dict(zip(names, new, strict=True)))
        return value
