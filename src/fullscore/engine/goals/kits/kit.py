"""A kit's values: one line of what newcomers need, and the groups of people it is learned from."""

import math
from dataclasses import dataclass
from fractions import Fraction

from fullscore.engine.estate.facts import KitFact, ModelFact, PersonFact, PoolFact
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.goal import Assumption

# Fewer people than this tell too little; a wider group then counts for the rest.
ENOUGH = 5
# Whoever holds more of a class keeps stock for others and says nothing about what one person needs.
MOST_HELD = 3

Thing = ModelFact | PoolFact


@dataclass(frozen=True, slots=True)
class Group:
    """People whose holdings speak for newcomers: of a team at a site, a team, a department, the whole."""

    name: str
    people: tuple[PersonFact, ...]


@dataclass(frozen=True, slots=True)
class KitLine:
    """How much of one thing newcomers need; `per_head` is exact and counts by `per`.

    `low` and `high` are the 80 % interval of a learned figure. `shifts` people share what is per shift
    place; `fte` is what one newcomer counts where the line is per FTE.
    """

    thing: Thing
    per_head: Fraction
    trace: Trace
    holders: int
    sample: int
    assumptions: tuple[Assumption, ...] = ()
    per: str = "head"
    low: float = 0.0
    high: float = math.inf
    shifts: int = 1
    fte: Fraction = Fraction(1)
    typed: KitFact | None = None

    def drivers(self, people: int) -> Fraction:
        """Return how many of what the line counts by so many people are."""
        if self.per == "shift place":
            return Fraction(math.ceil(Fraction(people, self.shifts)))
        return people * self.fte if self.per == "FTE" else Fraction(people)

    def quantity(self, people: int) -> int:
        """Return whole units for so many people together: rounded up once, never person by person."""
        return math.ceil(self.drivers(people) * self.per_head)
