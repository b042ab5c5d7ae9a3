"""Money by its signs, codes and names, before a figure and after it: £, US$, Kshs., Rs, Php, R, kr, CHF, zł."""

from __future__ import annotations

from reportcheck.patterns import pattern
from reportcheck.quantity import MONEY, Currency, Unit

_NAMES: dict[Currency, str] = {
    "GBP": "£ gbp stg", "USD": "$ us$ usd", "EUR": "€ eur", "AUD": "a$ au$", "CAD": "c$ ca$ can$", "NZD": "nz$",
    "HKD": "hk$", "SGD": "s$", "KES": "ksh kshs kes sh shs", "UGX": "ush ushs ugx", "TZS": "tsh tshs tzs",
    "GHS": "gh₵ gh¢ ₵",
    "INR": "₹ rs inr", "LKR": "slr slrs lkr", "PHP": "₱ php p", "ZAR": "r zar", "NGN": "₦ n", "JPY": "¥",
    "CHF": "sfr fr chf", "SEK": "kr sek", "PLN": "zł", "CZK": "kč", "HUF": "ft", "BDT": "৳ tk taka", "MYR": "rm",
    "BRL": "r$", "CNY": "rmb", "RWF": "frw", "ZMW": "k",
}  # fmt: skip
NAMES: dict[str, Unit] = {
    **{code.lower(): code for code in MONEY},  # type: ignore[misc]
    **{name: code for code, names in _NAMES.items() for name in names.split()},
}
"""The currency of each sign, code and name, in small letters and without its full stop."""

SIGNS = "£$€¥₹₱₦₵৳"
_CODES = "|".join(sorted(MONEY))
_WORDS = (
    r"(?<![A-Za-z])(?:Shs?|K[Ss]hs?|T[Ss]hs?|U[Ss]hs?|SLRs?|Rs|P[Hh][Pp]|SFr|Fr|[Kk]r|Stg|RMB|RM|T[Kk]|Taka|FRw"
    rf"|{_CODES})(?![A-Za-z])\.?"
)
NAMED = rf"(?:[A-Z]{{1,3}}\$|GH[₵¢]|[{SIGNS}]|{_WORDS})"
"""A currency before a figure."""
LETTERS = "RPKN"
LETTER = rf"(?<![A-Za-z0-9])[{LETTERS}](?![A-Za-z])"
"""One that codes have too: ask `is_amount` of what follows."""
AFTER = rf"(?:[€₹₱](?!\s?\d)|zł|Kč|(?:[Kk]r|{_CODES})(?![A-Za-z]))"
"""A currency after a figure."""
_AMOUNT = pattern(
    r"\s?\d{1,3}(?:[,\xa0\u2009\u202f]\d{3})+(?:\.\d+)?(?![\d,])|\s?\d{1,2}(?:,\d\d)+,\d{3}|\s?\d+\.\d\d(?![\d.])"
    r"|\s?\d+(?:\.\d+)?\s?(?:m|bn|million|billion|trillion)\b"
)


def currency_of(name: str) -> Unit | None:
    """The currency that a sign, a code or a name stands for."""
    bare = name.strip().rstrip(".").lower()
    return NAMES.get(bare) or NAMES.get(bare[-1:])


_SHARED: dict[Currency, tuple[Currency, ...]] = {
    "USD": ("AUD", "CAD", "NZD", "HKD", "SGD"), "SEK": ("NOK", "DKK"), "INR": ("LKR", "PKR", "NPR"),
}  # fmt: skip
"""The currencies that have the sign of a better known one, which it is read as."""
_SPELT = {"USD": pattern(r"\bUSD?\$|\bUSD\b|\bU\.S\. dollar"), "SEK": pattern(r"\bSEK\b"), "INR": pattern(r"₹|\bINR\b")}


def shared_sign(code: str) -> Currency | None:
    """The currency that the sign of `code` is read as, where several have it."""
    return next((usual for usual, others in _SHARED.items() if code == usual or code in others), None)


def spelt_out(text: str, code: str) -> bool:
    """Whether a text names a currency by what no other has: "US$", not "$"."""
    return _SPELT[code].search(text) is not None


def is_amount(text: str, at: int) -> bool:
    """Whether what stands at `at` is surely an amount: R12,500 and R1.2m are rand, and R12 may be a risk."""
    return _AMOUNT.match(text, at) is not None
