"""What is made of a paper's records once, for all the rules that ask for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from operator import is_
from typing import Generic, TypeVar, TypeVarTuple

_Records = TypeVarTuple("_Records")
_Made = TypeVar("_Made")


class _Held(Generic[*_Records]):
    """Records of a paper, told from others by being the same objects: to compare them one by one would be slow."""

    __slots__ = ("records",)

    def __init__(self, records: tuple[*_Records]) -> None:
        self.records = records

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and all(map(is_, self.records, other.records))

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.records)))


def once(make: Callable[[*_Records], _Made]) -> Callable[[*_Records], _Made]:
    """`make`, its last answer kept for as long as the very same records are asked about."""

    @lru_cache(maxsize=1)
    def kept(held: _Held[*_Records]) -> _Made:
        return make(*held.records)

    return lambda *records: kept(_Held(records))
