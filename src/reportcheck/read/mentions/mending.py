"""A malformed figure -> what is wrong with its notation, and what it must be where it can be one figure only."""

from __future__ import annotations

from reportcheck.patterns import pattern

_CORE = pattern(r"[0-9][0-9.,\s]*[0-9]|[0-9]")
_COMMA_FOR_POINT = pattern(r"[0-9]{1,3},[0-9]{1,2}$")
_POINT_FOR_COMMA = pattern(r"[0-9]{1,3}\.[0-9]{3},[0-9]{3}$")
_POINTS_FOR_COMMAS = pattern(r"[0-9]{1,3}(?:[.,][0-9]{3})+\.[0-9]{1,2}$|[0-9]{1,3}(?:[.,][0-9]{3}){2,}$")
_FOUR = pattern(r"[0-9]{1,3}(?:,[0-9]{3})*,[0-9]{4,}$")
_BLANK_FOR_POINT = pattern(r"[0-9]{1,3}(?:,[0-9]{3})+ [0-9]{2}$")
_BLANK = pattern(r"[0-9]{1,3}(?: ?, ?[0-9]{3}| [0-9]{3})+(?:\.[0-9]+)?$")
_UNIT_TWICE = pattern(
    r"(?P<percent>%)\s?(?:%|per\s?cent)|(?P<scale>(?<=[0-9])\s?(?:m|k|bn|million|billion))\s?"
    r"(?:million|billion|thousand|m|bn|k)\b|(?<=\w)\s(?P<money>pounds|dollars|euros?)$"
)
_LETTERS = str.maketrans("lIO", "110")
_LETTERED = pattern(r"[0-9][0-9lIO,]*[lIO][0-9lIO,]*(?:\.[0-9]+)?")
_SIGNS = ("£", "$", "€")
_SCALES = ("m", "b", "k", "%", "p")
_COUNTS = {4: "four", 5: "five", 6: "six"}


def why(text: str) -> str:
    """What is wrong with the notation, and what was meant where only one figure can be meant."""
    better = mended(text)
    should = f"; it should be {better}" if better else ""
    twice = _UNIT_TWICE.search(text)
    if twice:
        unit = {"percent": "its % sign", "scale": "its unit", "money": "its currency"}[twice.lastgroup or "scale"]
        return f"{unit} is printed twice{should}"
    core = _core(text)
    if _lettered(text):
        return f"a letter stands for a digit{should}"
    if text[:1] in _SIGNS and text[1:2] == ",":
        return "its first digits are missing"
    if _BLANK_FOR_POINT.match(core):
        return f"the blank stands for a point{should}"
    if " " in core:
        after = "after the comma" if ", " in core else "for a comma" if _BLANK.match(core) else "in it"
        return f"there is a blank {after}{should}"
    return _separators(core, should)


def _separators(core: str, should: str) -> str:
    """What is wrong with the points and commas of a figure; `should` tells what it should be, if that is known."""
    if any(two in core for two in ("..", ",,", ".,", ",.")):
        return f"a separator is printed twice{should}" if should else "it has two separators together"
    if _COMMA_FOR_POINT.match(core):
        few = "after a comma come three digits, and here come fewer"
        return f"the comma stands for a point{should}" if should else few
    if should:
        return f"its point and its comma are mixed up{should}"
    if core.count(".") > 1:
        return "it has two decimal points"
    if _FOUR.match(core):
        return f"after a comma come three digits, and here come {_count(len(core.rpartition(',')[2]))}"
    return "its commas are not where thousands end"


def mended(text: str) -> str:
    """What the figure must be; empty where that cannot be told."""
    twice = _UNIT_TWICE.search(text)
    if twice:
        return text[: twice.start()] + (twice.group("percent") or twice.group("scale") or "")
    lettered = _lettered(text)
    if lettered:
        return text.replace(lettered, lettered.translate(_LETTERS))
    core = _core(text)
    fixed = _fixed(core, text[text.index(core) + len(core) :].strip()[:1] in _SCALES)
    return text.replace(core, fixed) if fixed else ""


def _fixed(core: str, scaled: bool) -> str:
    """The digits with their separators set right; `scaled` says that a unit or a scale follows them."""
    if _BLANK_FOR_POINT.match(core):
        return core.replace(" ", ".")
    if " " in core:
        return core.replace(", ", ",").replace(" ,", ",").replace(" ", ",") if _BLANK.match(core) else ""
    for twice in (",,", ".."):
        if core.count(twice) == 1 and core.count(twice[0]) == 2:
            return core.replace(twice, twice[0])
    if _COMMA_FOR_POINT.match(core):
        return core.replace(",", ".") if scaled else ""
    if _POINT_FOR_COMMA.match(core):
        return core.replace(".", ",")
    if _POINTS_FOR_COMMAS.match(core) and core.count(".") > 1:
        whole, point, cents = core.rpartition(".")
        return whole.replace(".", ",") + (point + cents if len(cents) < 3 else "," + cents)
    return ""


def _lettered(text: str) -> str:
    match = _LETTERED.search(text)
    return match.group() if match and "," in match.group() else ""


def _core(text: str) -> str:
    match = _CORE.search(text)
    return match.group() if match else text


def _count(number: int) -> str:
    return _COUNTS.get(number, str(number))
