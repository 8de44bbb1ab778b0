"""What two column charts share: a frame with round figures up its left side, and places for columns."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import count

from fullscore.web.goals import canvas
from fullscore.web.goals.canvas import Words

# Beside 1, 2 and 5 also 2.5: $2,500 reads as round as $2,000.
ROUND_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))
MOST_LINES = 5


@dataclass(frozen=True, slots=True)
class Frame:
    """The inside of a chart: `top` is where the highest column of `highest` may end."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    highest: Decimal
    columns: int

    def y(self, value: Decimal) -> float:
        share = value / self.highest if self.highest else Decimal(0)
        return round(self.bottom - float(share) * (self.bottom - self.top), 1)

    @property
    def pitch(self) -> float:
        return (self.right - self.left) / max(1, self.columns)

    @property
    def thickness(self) -> float:
        return round(min(36.0, self.pitch * 0.65), 1)

    def middle(self, column: int) -> float:
        return round(self.left + self.pitch * (column + 0.5), 1)

    def column(self, column: int, low: Decimal, high: Decimal) -> str:
        """Return one column from `low` up to `high`; at least a hairline where there is anything."""
        if high <= low:
            return ""
        top, bottom = self.y(high), self.y(low)
        x = self.middle(column) - self.thickness / 2
        return canvas.bar(x, min(top, bottom - 1), self.thickness, max(1.0, bottom - top))


def steps(highest: Decimal) -> tuple[Decimal, ...]:
    """Return round figures from 0 to the last one not above `highest`, at most five."""
    if highest <= 0:
        return (Decimal(0),)
    step = next(one for one in _round_figures(highest) if highest / one < MOST_LINES)
    return tuple(step * place for place in range(int(highest / step) + 1))


def _round_figures(highest: Decimal) -> Iterator[Decimal]:
    lowest = highest.adjusted() - 1
    for power in count(lowest):
        yield from (one.scaleb(power) for one in ROUND_STEPS)


def lines(frame: Frame, said: Callable[[Decimal], str]) -> tuple[str, tuple[Words, ...]]:
    """Return the level lines as one path, and the figures beside them."""
    figures = steps(frame.highest)
    path = "".join(canvas.level(frame.y(one), frame.left, frame.right) for one in figures)
    words = (Words(frame.left - 8, round(frame.y(one) + 4, 1), said(one), "end") for one in figures)
    return path, tuple(words)
