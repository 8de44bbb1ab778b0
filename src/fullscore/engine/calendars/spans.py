"""Spans of time: from a moment up to, but not including, another."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """[start, end), both with an offset from UTC. Raises `ValueError` for one that ends before it begins."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is None or self.end.tzinfo is None:
            raise ValueError("A span is between moments with an offset; a bare clock time has none.")
        if self.end <= self.start:
            raise ValueError(f"A span ends after it begins, not at {self.end} from {self.start}.")

    @property
    def length(self) -> timedelta:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Say whether both hold a moment in common."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Say whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


# Sorted, apart from each other: what every function of this module returns.
Spans = tuple[Span, ...]
