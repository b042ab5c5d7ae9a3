"""The words that claims are made with: what rises, what falls, what rounds."""

from __future__ import annotations

from reportcheck.patterns import pattern

UP_VERBS = (
    r"rose|risen|rises?|rising|increas(?:e|es|ed|ing)|grew|grown|grow(?:s|ing)?|climb(?:s|ed|ing)?|jump(?:ed|ing)?"
)
DOWN_VERBS = (
    r"fell|fallen|falls?|falling|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?"
    r"|reduc(?:e|es|ed|ing)|dipp(?:ed|ing)|eas(?:ed|ing)|slow(?:ed|ing)|shr(?:ank|unk|inking)|lowered"
)
UP_NOUNS = r"increases?|rises?|uplift"
DOWN_NOUNS = r"decreases?|reductions?|falls?|drops?|declines?|cuts?"
UP = rf"(?:{UP_VERBS}|{UP_NOUNS}|up|higher|more|greater)"
DOWN = rf"(?:{DOWN_VERBS}|{DOWN_NOUNS}|down|lower|fewer|less)"
ANY_VERB = rf"(?:{UP_VERBS}|{DOWN_VERBS})"
ANY_NOUN = rf"(?:{UP_NOUNS}|{DOWN_NOUNS})"
ABOUT = (
    r"(?:about|around|approximately|approx\.?|roughly|some|nearly|almost|just|under|over|below|above|circa|c\.?|only)"
)
NOT_MORE = frozenset({"nearly", "almost", "under", "below", "up"})
NOT_LESS = frozenset({"over", "above", "more", "least", "exceeding"})
LOOSE = frozenset({"about", "around", "approximately", "approx", "roughly", "some", "circa", "c", "just"})
_ROUND = pattern(r"\b([a-z]+)\.?(?: (than|to|least|most))? (?:a |an |the )?$")
_ROUNDING = NOT_MORE | NOT_LESS | LOOSE | {"less", "fewer"}


def rounding(text: str, places: dict[str, int]) -> tuple[str, ...]:
    """Which figures are rounded by a word, as "percent nearly", for the places of a skeleton's text."""
    found = []
    for role, at in places.items():
        match = _ROUND.search(text, max(0, at - 24), at)
        if match and match.group(1) in _ROUNDING and (match.group(2) or match.group(1) not in ("more", "up", "less")):
            found.append(f"{role} {match.group(1)}")
        elif match and match.group(2) in ("least", "most"):
            found.append(f"{role} {'over' if match.group(2) == 'least' else 'under'}")
    return tuple(found)
