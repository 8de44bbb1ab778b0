"""English: what a line of Today is called, and what its button says, for each finding code.

Each room keeps its own in `english/`; this module only brings them together. A code without words of its
own is called by its sentence.
"""

from fullscore.engine.findings.english import changes, estate, reports, scheduling, today, vendors
from fullscore.engine.findings.english.words import Sentence, clipped
from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.sentences_en import say

LONGEST = 60
_ROOMS = (changes, estate, reports, scheduling, today, vendors)
TITLES: dict[str, Sentence] = {code: words for room in _ROOMS for code, words in room.TITLES.items()}
BUTTONS: dict[str, Sentence] = {code: words for room in _ROOMS for code, words in room.BUTTONS.items()}
_ANY_BUTTON = "See it"


def title(finding: Finding) -> str:
    """Return what to do in a few words: 'Give notice on the copier lease'."""
    said = TITLES.get(finding.code)
    if said is not None:
        return said(finding.values)
    sentence = say(finding)
    return clipped(sentence.split(". ")[0].rstrip("."), LONGEST)


def button(finding: Finding) -> str:
    """Return what the line's button does: 'Write the letter'."""
    said = BUTTONS.get(finding.code)
    return _ANY_BUTTON if said is None else said(finding.values)
