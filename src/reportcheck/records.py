"""Records that are frozen to mypy, quick to make and to send: a long paper is read into some 170,000 of them."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["record", "taker"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen: bool = True, eq: bool = True, **options: bool):
        """What `dataclass` makes, without the guard against changes: mypy refuses them where they are written.

        At run time the guard would cost a call for each field of each record, a tenth of the time of an audit.
        """
        return dataclass(eq=eq, unsafe_hash=frozen and eq, **options)


def taker(noun: type[Any]) -> Callable[[Any], tuple[type[Any], tuple[Any, ...]]]:
    """How a pickler takes records of a noun: as the arguments that make them."""
    values = attrgetter(*noun.__match_args__)
    return lambda record: (noun, values(record))
