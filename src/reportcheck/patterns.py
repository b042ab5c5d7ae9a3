"""Patterns that are compiled when they are first asked: a short paper meets a third of those that sentences may need.

To compile all of them would be half of the time that a one-page audit takes to start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NewType

from reportcheck import programs

__all__ = ["Words", "pattern"]

Words = NewType("Words", str)
"""Plain words that a rule looks for, alternatives parted by |; the signs of patterns are refused in a rule."""

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")

if TYPE_CHECKING:
    from re import compile as pattern
else:

    class pattern:
        """What `re.compile` makes, made when one of its methods is first asked for.

        The `re` of its matches is what was compiled: compare their patterns, not them.
        """

        def __init__(self, pattern: str, flags: int = 0) -> None:
            self.pattern, self.flags = pattern, flags

        def __getattr__(self, name: str) -> Any:
            if name not in _METHODS:
                raise AttributeError(name)
            compiled = programs.compiled(self.pattern, int(self.flags))
            vars(self).update({method: getattr(compiled, method) for method in _METHODS})
            return getattr(compiled, name)
