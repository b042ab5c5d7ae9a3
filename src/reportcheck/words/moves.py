"""The words that tell a change: what rises, what falls."""

from __future__ import annotations

UP_VERBS = (
    r"rose|risen|rises?|rising|increas(?:e|es|ed|ing)|grew|grown|grow(?:s|ing)?|climb(?:s|ed|ing)?|jump(?:ed|ing)?"
    r"|surg(?:ed|ing)|soar(?:ed|ing)|(?:went|gone|going|goes) up"
)
DOWN_VERBS = (
    r"fell|fallen|falls?|falling|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?"
    r"|reduc(?:e|es|ed|ing)|dipp(?:ed|ing)|eas(?:ed|ing)|slow(?:ed|ing)|shr(?:ank|unk|inking)|lowered"
    r"|slip(?:s|ped|ping)|plung(?:ed|ing)|slump(?:ed|ing)|(?:went|gone|going|goes) down"
)
UP_NOUNS = r"increases?|rises?|uplift|growth|jumps?|surges?|bump"
DOWN_NOUNS = r"decreases?|reductions?|falls?|drops?|declines?|cuts?|dips?|slumps?"
UP = rf"(?:{UP_VERBS}|{UP_NOUNS}|up|higher|more|greater)"
DOWN = rf"(?:{DOWN_VERBS}|{DOWN_NOUNS}|down|lower|fewer|less)"
ANY_VERB = rf"(?:{UP_VERBS}|{DOWN_VERBS})"
ANY_NOUN = rf"(?:{UP_NOUNS}|{DOWN_NOUNS})"
