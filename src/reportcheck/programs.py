"""Patterns -> compiled patterns; what the compiler made of each is kept, because it is written in Python, and slow.

To compile the patterns that a one-page audit asks for is a fifth of its time. What is kept is what `re.compile` hands
to its engine, which looks through it before it is run. Where this Python's engine is another, all is compiled anew.
"""

from __future__ import annotations

import re
import sys
from array import array
from typing import Any

from reportcheck import pycache
from reportcheck.version import VERSION

Program = tuple[int, bytes, int, dict[str, int]]
"""Flags, instructions as C's unsigned ints, the number of groups, and the numbers of those with names."""
_KEY: list[Any] = [VERSION, sys.version]
_NAME = "patterns"
_MOST = 5_000
"""So many are never asked for: most of them are of patterns that were changed since."""


class _Programs:
    """The programs that were kept, read when the first is asked for, and those that are new."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, int], Program] | None = None
        self.new: dict[tuple[str, int], Program] = {}

    def of(self, pattern: str, flags: int) -> Program:
        """The program of a pattern."""
        if self.known is None:
            self.known = pycache.find(_NAME, _KEY) or {}
        program = self.known.get((pattern, flags))
        if program is None:
            program = self.known[pattern, flags] = self.new[pattern, flags] = _made(pattern, flags)
        return program


_PROGRAMS = _Programs()


def keep() -> None:
    """Keep what is new, beside what others have kept by now."""
    if _PROGRAMS.new:
        others = pycache.find(_NAME, _KEY) or {}
        pycache.keep(_NAME, _KEY, {**(others if len(others) < _MOST else {}), **_PROGRAMS.new})
        _PROGRAMS.new.clear()


def compiled(pattern: str, flags: int) -> re.Pattern[str]:
    """What `re.compile` makes."""
    try:
        return _loaded(pattern, _PROGRAMS.of(pattern, flags))
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError):
        return re.compile(pattern, flags)


def _made(pattern: str, flags: int) -> Program:
    """A pattern's program, as `re.compile` makes it."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    tree = _parser.parse(pattern, flags)
    instructions = array("I", _compiler._code(tree, flags))
    return flags | tree.state.flags, instructions.tobytes(), tree.state.groups - 1, dict(tree.state.groupdict)


def _loaded(pattern: str, program: Program) -> re.Pattern[str]:
    """The pattern with its program, in Python's engine."""
    import _sre  # type: ignore[import-not-found]

    flags, instructions, groups, numbers = program
    names: list[str | None] = [None] * (groups + 1)
    for name, number in numbers.items():
        names[number] = name
    loaded: Any = _sre.compile(pattern, flags, array("I", instructions).tolist(), groups, numbers, tuple(names))
    found: re.Pattern[str] = loaded
    return found
