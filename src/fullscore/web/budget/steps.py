"""What each budget brings, as a drawing: the best choice at each total is a step, the plan a point on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fullscore.web.goals import canvas
from fullscore.web.goals.axis import steps
from fullscore.web.goals.canvas import Drawing, Words
from fullscore.web.risk.scale import short

WIDE, NARROW = 980, 326
_TOP, _FOOT, _HIGH, _LEFT = 30, 28, 220, 56
_DOT, _POINT, _LETTER = 1.9, 6.0, 6.9


@dataclass(frozen=True, slots=True)
class Step:
    """The best a budget brings: what it spends and what that is worth a year."""

    spent: Decimal
    value: Decimal


@dataclass(frozen=True, slots=True)
class Mark:
    """A point with its name: the plan, the cut, so much more."""

    at: Step
    name: str
    is_plan: bool = False


class _Scale:
    """Money spent from left to right, what it is worth upwards."""

    def __init__(self, points: Sequence[Step], width: int) -> None:
        spent, worth = [float(one.spent) for one in points], [float(one.value) for one in points]
        self.least, self.most = _span(spent)
        self.low, self.high = _span(worth)
        self.right = width - 12

    def x(self, spent: Decimal | float) -> float:
        share = (float(spent) - self.least) / (self.most - self.least)
        return round(_LEFT + share * (self.right - _LEFT), 1)

    def y(self, worth: Decimal | float) -> float:
        share = (float(worth) - self.low) / (self.high - self.low)
        return round(_TOP + (1 - share) * (_HIGH - _TOP), 1)


def _span(values: Sequence[float]) -> tuple[float, float]:
    """Return the ends of an axis: a little room at both, and never nothing between them."""
    low, high = min(values), max(values)
    air = (high - low) * 0.06 or max(abs(high) * 0.1, 1.0)
    return low - air if low else 0.0, high + air


def drawing(
    line: Sequence[Step], marks: Sequence[Mark], currency: str, *, is_narrow: bool = False
) -> Drawing:
    """Return the steps with their marks; `line` rises with what is spent and holds one step at least."""
    width = NARROW if is_narrow else WIDE
    scale = _Scale([*line, *(one.at for one in marks)], width)
    levels = [one for one in _ticks(scale.low, scale.high) if _TOP - 4 <= scale.y(one) <= _HIGH]
    grid = "".join(canvas.level(scale.y(one), _LEFT, scale.right) for one in levels)
    dots = (canvas.ring(scale.x(one.spent), scale.y(one.value), _DOT) for one in line)
    points: dict[bool, list[str]] = {True: [], False: []}
    for one in marks:
        points[one.is_plan].append(canvas.ring(scale.x(one.at.spent), scale.y(one.at.value), _POINT))
    shapes = canvas.layers(
        ("line", (grid,)), ("step", (_stairs(line, scale),)), ("dot", dots),
        ("mark", points[False]), ("plan", points[True]),
    )  # fmt: skip
    words = (
        *(Words(_LEFT - 10, scale.y(one) + 4, short(one, currency), "end") for one in levels),
        *_spends(scale, currency), *_names(marks, scale),
    )  # fmt: skip
    return Drawing(width, _HIGH + _FOOT, shapes, tuple(words))


def _stairs(line: Sequence[Step], scale: _Scale) -> str:
    """Return the way up: level until the next budget that brings more, then up to it."""
    first, *rest = line
    ways = (f"H{scale.x(one.spent)}V{scale.y(one.value)}" for one in rest)
    return f"M{scale.x(first.spent)},{scale.y(first.value)}{''.join(ways)}H{scale.right}"


def _ticks(low: float, high: float) -> list[float]:
    """Return round amounts between two, a handful of them."""
    whole = [float(one) for one in steps(Decimal(str(high - low)))]
    gap = whole[1] - whole[0] if len(whole) > 1 else high - low
    first = int(low // gap) + (low > 0)
    return [place * gap for place in range(first, int(high // gap) + 1)]


def _spends(scale: _Scale, currency: str) -> Iterator[Words]:
    free = 0.0
    for amount in _ticks(scale.least, scale.most):
        said = short(amount, currency)
        x, half = scale.x(amount), len(said) * _LETTER / 2
        if x - half >= max(free, _LEFT - 8) and x + half <= scale.right + 12:
            free = x + half + 16
            yield Words(x, _HIGH + 20, said, "middle")


def _names(marks: Sequence[Mark], scale: _Scale) -> Iterator[Words]:
    """Return the names of the points: left of them, or right where there is no room; none upon another."""
    taken: list[tuple[float, float, float]] = []
    for one in sorted(marks, key=lambda mark: not mark.is_plan):
        x, y, wide = scale.x(one.at.spent), scale.y(one.at.value) - 12, len(one.name) * _LETTER
        left = x - wide - 2 if x - wide - 2 > _LEFT else x - 4
        left = min(left, scale.right + 10 - wide)
        while any(left < end and start < left + wide and abs(y - row) < 15 for start, end, row in taken):  # noqa: PLR2004  the height of a line
            y += 15 if y < _HIGH / 2 else -15
        taken.append((left, left + wide, y))
        yield Words(round(left, 1), round(y, 1), one.name, "start", "peak")


def label(line: Sequence[Step], marks: Sequence[Mark], currency: str) -> str:
    """Return what the drawing tells, for those who do not see it."""
    named = {one.at: one.name for one in marks}
    told = (
        f"{short(float(one.spent), currency)} brings {short(float(one.value), currency)} a year"
        f"{f' ({named[one]})' if one in named else ''}"
        for one in line
    )
    return f"The best value of each budget. {'; '.join(told)}."
