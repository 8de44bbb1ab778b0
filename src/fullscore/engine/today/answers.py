"""What owners answered to a pack, as things to do: questions to answer, approved proposals to begin."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from fullscore.engine.findings.actions import Action
from fullscore.engine.findings.finding import Finding, Subject, Value

_QUESTION_HOURS, _BEGIN_HOURS = Decimal("0.5"), Decimal(1)
# What was approved so long ago was begun, or nobody cares for it any more.
_REMEMBERED = timedelta(days=90)
# An owner waits so long for an answer, and to see that something begins.
_TO_ANSWER, _TO_BEGIN = timedelta(days=2), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Answered:
    """The newest answer to one proposal: `outcome` is "approved", "declined" or "asked"."""

    proposal: str
    name: str
    outcome: str
    who: str
    on: date
    words: str


def answer_actions(answers: Iterable[Answered], *, on: date) -> Iterator[Action]:
    """Yield a line for each question nobody has decided since, and each approval of the last 90 days."""
    for one in answers:
        about = Subject("proposals", one.proposal)
        values: dict[str, Value] = {"name": one.name, "who": one.who, "on": one.on, "words": one.words}
        if one.outcome == "asked":
            finding = Finding("pack-question", about, values, act_by=one.on + _TO_ANSWER)
            yield Action(finding, hours=_QUESTION_HOURS)
        elif one.outcome == "approved" and one.on >= on - _REMEMBERED:
            finding = Finding("proposal-approved", about, values, act_by=one.on + _TO_BEGIN)
            yield Action(finding, hours=_BEGIN_HOURS)
