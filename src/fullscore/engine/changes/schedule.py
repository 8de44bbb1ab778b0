"""What is answered: where each change lies, how good that is, and what has no date."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from fullscore.engine.findings.finding import Finding


class LevelName(StrEnum):
    """What is made as small as can be, one after the other, each held at its value for the next."""

    UNPLACED = "unplaced"
    LATENESS = "lateness"
    DISTURBED = "disturbed"
    MOVED = "moved"
    EARLINESS = "earliness"


@dataclass(frozen=True, slots=True)
class Level:
    """`value` was reached, no schedule has less than `bound`; equal: proven.

    Units: changes; currency (or days, where nobody said what a day costs); people-hours; changes; days.
    """

    name: LevelName
    value: Decimal
    bound: Decimal
    is_proven: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A change with its date: work and taking back lie in [start, end), soak in [end, soak_until)."""

    ref: str
    start: datetime
    end: datetime
    soak_until: datetime
    who: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Schedule:
    """`is_cut`: the clock struck before all levels were done; what was found so far is answered."""

    placed: tuple[Placed, ...]
    unplaced: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    is_cut: bool = False

    def of(self, ref: str) -> Placed | None:
        """Return where a change lies, or None when it has no date."""
        return next((each for each in self.placed if each.ref == ref), None)


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule (or a fact: key "people:<person>") that a schedule breaks, said in a finding.

    `change` is whose place breaks it, `other` the change it collides with, if it is one.
    """

    key: str
    change: str
    finding: Finding
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why a change has no date: drop any one of these rules and there is one. `repairs`: what each would do.

    `is_fewest`: no smaller set of rules stands against it. `others_stay`: there would be a date if others
    gave way. `facts`: what no rule could change; then there are no rules to drop.
    """

    change: str
    rules: tuple[Violation, ...]
    repairs: "tuple[Repair, ...]" = ()
    is_fewest: bool = False
    others_stay: bool = False
    facts: tuple[Violation, ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """Without this rule the change could start then."""

    key: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Why:
    """Why a change lies where it does: the nearest earlier start, and what would break or get worse there.

    `alternatives` are the next starts on two other days on which nothing breaks with all others left alone.
    """

    change: str
    earlier: datetime | None
    reason: Violation | None
    worse: LevelName | None
    alternatives: tuple[datetime, ...] = ()
