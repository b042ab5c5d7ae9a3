"""What no browser shows: elements that are hidden by themselves, or by a simple rule of the page's own style sheet."""

from __future__ import annotations

import re

from reportcheck.patterns import pattern

_NONE = pattern(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_RULE = pattern(r"([^{}]{1,2000})\{([^{}]{0,5000})\}")
_COMMENT = pattern(r"/\*.*?\*/", re.DOTALL)
_AT = pattern(
    r"@media\s+(?:print|speech|aural|[^{]{0,200}max-width)[^{]{0,200}\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", re.IGNORECASE
)
_SIMPLE = pattern(r"([a-z][\w-]*)?((?:[.#][\w-]+)*)(?:\[hidden\])?$", re.IGNORECASE)


def hides(given: dict[str, str | None]) -> bool:
    """Whether an element hides itself, by its own attributes."""
    return "hidden" in given or bool(_NONE.search(given.get("style") or ""))


class Hidden:
    """The rules of a style sheet that show nothing: a tag, classes and ids; what is for print alone is passed."""

    def __init__(self, sheet: str) -> None:
        self.rules: list[tuple[str, frozenset[str]]] = []
        for selectors, body in _RULE.findall(_AT.sub("", _COMMENT.sub("", sheet))):
            if not _NONE.search(body):
                continue
            for selector in selectors.split(","):
                match = _SIMPLE.match(selector.strip())
                if match and match.group():
                    names = frozenset(re.findall(r"[.#][\w-]+", match.group(2)))
                    self.rules.append(((match.group(1) or "").lower(), names))

    def hides(self, tag: str, given: dict[str, str | None]) -> bool:
        """Whether one of the rules speaks of such an element."""
        if not self.rules:
            return False
        names = {f".{name}" for name in (given.get("class") or "").split()} | {f"#{given.get('id')}"}
        return any((not wanted or wanted == tag) and rule <= names for wanted, rule in self.rules if wanted or rule)
