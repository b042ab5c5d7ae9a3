"""What a numbered thing is called in a message, and the relation that tells of two of them."""

from __future__ import annotations

from textwrap import shorten

from reportcheck.model import Confidence, Figure, Item, Relation

SHORT = 60
"""So many letters of a title are shown."""


def shown(item: Item) -> str:
    """The number of an item as its list prints it: "iv)", "3.2"."""
    return f"{item.number})" if item.kind in ("roman", "letter") and item.number.islower() else item.number


def named(item: Item) -> str:
    """What an item is called: "Number 3.2", "Table 4"."""
    if item.kind in ("number", "roman", "letter"):
        return f"Number {shown(item)}"
    return f"{item.style.split()[0].capitalize()} {item.number}"


def title(item: Item) -> str:
    """The first words of an item."""
    words = " ".join(item.title.split())
    return words if len(words) <= SHORT else words[:SHORT].rsplit(" ", 1)[0] + " …"


def relation(
    last: Item, item: Item, message: str, *, held: bool = False, suggestion: str = "", confidence: Confidence = "high"
) -> Relation:
    """The relation of an item with the one before it in its list."""
    first = Figure(shown(last), last.text.locate(), label=title(last))
    second = Figure(shown(item), item.text.locate(), label=title(item))
    quote = shorten(item.text.text, 200, placeholder=" …")
    return Relation.judged(
        "numbering", second, held, message, by=(first,), confidence=confidence, better=suggestion, quote=quote
    )
