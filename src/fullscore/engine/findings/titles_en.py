"""English: what a line of Today is called, and what its button says, for each finding code.

Each room keeps its own in `english/`; this module only brings them together. A code without words of its
own is called by its sentence.
"""

from fullscore.engine.findings.english import changes, estate, today, vendors
from fullscore.engine.findings.english.words import Sentence, clipped
from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.sentences_en import say

LONGEST = 60
TITLES: dict[str, Sentence] = {**changes.TITLES, **estate.TITLES, **today.TITLES, **vendors.TITLES}
BUTTONS: dict[str, Sentence] = {**changes.BUTTONS, **estate.BUTTONS, **today.BUTTONS, **vendors.BUTTONS}
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
