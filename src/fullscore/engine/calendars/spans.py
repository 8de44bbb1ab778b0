"""Spans of time: from a moment up to, but not including, another."""

from bisect import bisect_right
from collections.abc import Iterable
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


def merged(spans: Iterable[Span]) -> Spans:
    """Return the moments that lie in any of them; spans that touch become one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            if span.end > found[-1].end:
                found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)


def common(one: Spans, other: Spans) -> Spans:
    """Return the moments that lie in both; each is sorted and apart."""
    found, left, right = [], 0, 0
    while left < len(one) and right < len(other):
        start = max(one[left].start, other[right].start)
        end = min(one[left].end, other[right].end)
        if start < end:
            found.append(Span(start, end))
        if one[left].end <= other[right].end:
            left += 1
        else:
            right += 1
    return tuple(found)


def without(one: Spans, other: Spans) -> Spans:
    """Return the moments of `one` that do not lie in `other`; each is sorted and apart."""
    found, at = [], 0
    for span in one:
        start = span.start
        while at < len(other) and other[at].end <= start:
            at += 1
        step = at
        while step < len(other) and other[step].start < span.end:
            if start < other[step].start:
                found.append(Span(start, other[step].start))
            start = max(start, other[step].end)
            step += 1
        if start < span.end:
            found.append(Span(start, span.end))
    return tuple(found)


def covered(spans: Spans, span: Span) -> bool:
    """Say whether one of the spans holds all of it."""
    at = bisect_right(spans, span.start, key=lambda each: each.start) - 1
    return at >= 0 and spans[at].end >= span.end


def overlapping(spans: Spans, span: Span) -> Spans:
    """Return the spans that share a moment with it, whole."""
    at = bisect_right(spans, span.start, key=lambda each: each.end)
    found = []
    while at < len(spans) and spans[at].start < span.end:
        found.append(spans[at])
        at += 1
    return tuple(found)


def minutes_in(spans: Spans, span: Span) -> int:
    """Return how many whole minutes of `span` lie in the spans."""
    cut = (min(each.end, span.end) - max(each.start, span.start) for each in overlapping(spans, span))
    return int(sum(cut, timedelta()).total_seconds()) // 60
