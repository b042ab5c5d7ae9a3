"""Records that are frozen to mypy, quick to make and to send: a long paper is read into some 170,000 of them."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["record", "taker"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import MISSING, dataclass, fields

    def record(*, frozen: bool = False, eq: bool = True, order: bool = False, slots: bool = False):
        """What `dataclass` makes, without the guard against changes: mypy refuses them where they are written.

        At run time the guard would cost a call for each field of each record, a tenth of the time of an audit. And
        `dataclass` writes and compiles up to six functions a record, a fifth of the time of a one-page audit: here
        the one that a record needs is written when the first of its kind is made.
        """

        def made(noun):
            if order:
                return dataclass(order=True, unsafe_hash=frozen, slots=slots)(noun)
            noun = dataclass(init=False, repr=False, eq=False, slots=slots)(noun)
            ways = {"__init__": _first_init(noun), "__repr__": _repr}
            if eq:
                ways |= _sameness(noun, frozen)
            for name, way in ways.items():
                if vars(noun).get(name) is None:
                    setattr(noun, name, way)
            return noun

        return made

    def _first_init(noun):
        """An `__init__` that gives way to the real one when it is called."""

        def __init__(self, *given, **named):
            noun.__init__ = real = _init(noun)
            real(self, *given, **named)

        return __init__

    def _init(noun):
        """`__init__` of a record, compiled: fields in order, then `__post_init__` where there is one."""
        scope = {"MISSING": MISSING}
        head, body = ["self"], []
        for field in fields(noun):
            name = value = field.name
            if field.default is not MISSING:
                scope[f"usual_{name}"] = field.default
                head.append(f"{name}=usual_{name}")
            elif field.default_factory is not MISSING:
                scope[f"make_{name}"] = field.default_factory
                head.append(f"{name}=MISSING")
                value = f"make_{name}() if {name} is MISSING else {name}"
            else:
                head.append(name)
            body.append(f"self.{name} = {value}")
        if hasattr(noun, "__post_init__"):
            body.append("self.__post_init__()")
        text = f"def __init__({', '.join(head)}):\n " + "\n ".join(body or ["pass"])
        exec(text, scope)
        scope["__init__"].__qualname__ = f"{noun.__qualname__}.__init__"
        return scope["__init__"]

    def _repr(self):
        said = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self))
        return f"{type(self).__qualname__}({said})"

    def _sameness(noun, frozen):
        """Records of one kind are equal where their fields are."""
        names = noun.__match_args__
        values = attrgetter(*names) if names else lambda record: ()

        def __eq__(self, other):
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        def __hash__(self):
            return hash(values(self))

        return {"__eq__": __eq__, "__hash__": __hash__ if frozen else None}


def taker(noun: type[Any]) -> Callable[[Any], tuple[type[Any], tuple[Any, ...]]]:
    """How a pickler takes records of a noun: as the arguments that make them."""
    values = attrgetter(*noun.__match_args__)
    return lambda record: (noun, values(record))
