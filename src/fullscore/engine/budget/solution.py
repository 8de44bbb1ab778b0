"""What a choice answers: the option taken of each proposal, what it brings, and how sure that is."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

Portfolio = Mapping[str, str]  # proposal ref -> option ref; every proposal is named


class Status(StrEnum):
    """What is known of a portfolio."""

    PROVEN = "proven"  # no better one exists, within the gap
    FOUND = "found"  # the time was up; the gap says how much better another could be
    IMPOSSIBLE = "impossible"  # no portfolio keeps all rules


@dataclass(frozen=True, slots=True)
class Figures:
    """What a portfolio is worth and takes; `loss` is the expected yearly loss under all its controls."""

    goal_value: Decimal
    cost_avoided: Decimal
    loss: float
    spends: tuple[Decimal, ...]
    hours: tuple[Decimal, ...]
    by_purpose: Mapping[str, Decimal]

    @property
    def value(self) -> float:
        """Return goal value + cost avoided - expected yearly loss, of one year."""
        return float(self.goal_value + self.cost_avoided) - self.loss


@dataclass(frozen=True, slots=True)
class Solution:
    """The best found: `bound` is what no portfolio exceeds, `gap` = (bound - value) / (|value| + loss)."""

    status: Status
    chosen: Portfolio
    figures: Figures | None
    bound: float
    gap: float
    rounds: int = 0


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule a portfolio breaks: its key, what it holds to and what the portfolio takes."""

    key: str
    limit: Decimal
    taken: Decimal
