"""A value -> the text that a paper would print for it, in the style of a figure that it did print."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from reportcheck.model import Quantity
from reportcheck.read.mentions.dress import core, dress_of, grouped
from reportcheck.words import in_words

_SIGNS = str.maketrans("", "", "()+-−–")


def printed_like(value: Decimal, model: Quantity, places: int = 0) -> str:
    """`value` with the currency, scale and decimals of `model`, `places` more decimals; its sign is left out."""
    dress, place = dress_of(model.text), core(model.text)
    if dress is None or place is None:
        return _in_words(value) + (" per cent" if model.unit == "percent" else "")
    step = model.step.scaleb(-places)
    digits = (value.copy_abs() / model.scale).quantize(step / model.scale, ROUND_HALF_UP)
    whole, point, rest = f"{digits:f}".partition(".")
    # A model of three digits does not say whether it would have a comma.
    if dress.group or digits >= (1_000 if abs(model.value) < 1_000 * model.scale else 10_000):
        whole = grouped(int(whole), dress)
    figure = whole + point + rest
    before, after = model.text[: place[0]], model.text[place[1] :]
    return f"{before.translate(_SIGNS)}{figure}{after.translate(_SIGNS)}".strip()


def plain(value: Decimal) -> str:
    """A value as one would write it in a sum: 1,234.5."""
    return f"{value.normalize():,f}" if value == value.to_integral() else f"{value:,f}".rstrip("0").rstrip(".")


def listed(texts: list[str], most: int = 4) -> str:
    """ "12.34, 5.6 and 7", or the first of them and how many more there are."""
    if len(texts) > most:
        return f"{', '.join(texts[:most])} and {len(texts) - most} more"
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"


def _in_words(value: Decimal) -> str:
    size = round(value.copy_abs(), 1)
    return in_words(int(size)) if size == size.to_integral() else plain(size)
