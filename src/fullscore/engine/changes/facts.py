"""What noticing needs to know of changes beside the problem: who was asked, what went by, what time costs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from fullscore.engine.changes.problem import Problem
from fullscore.engine.changes.schedule import Placed
from fullscore.engine.changes.sides import Rate


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Somebody who was asked about a change and has said nothing yet."""

    change: str
    person: str
    name: str


@dataclass(frozen=True, slots=True)
class Calendared:
    """The changes that are not over, where they stand, and who has not answered.

    `missed` are the changes whose date went by and that nobody began. `vendors` are names by ref. `rate` is
    None while nobody has said what a day of one person costs.
    """

    problem: Problem
    placed: tuple[Placed, ...]
    unanswered: tuple[Unanswered, ...] = ()
    missed: Mapping[str, date] = field(default_factory=dict)
    vendors: Mapping[str, str] = field(default_factory=dict)
    rate: Rate | None = None
