"""When it has paid for itself, as a drawing: money of all years so far, a line for each way, nothing at 0."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from fullscore.web.goals import canvas
from fullscore.web.goals.axis import steps
from fullscore.web.goals.canvas import Drawing, Words
from fullscore.web.risk.scale import short

WIDE, NARROW = 980, 326
_TOP, _FOOT, _HIGH, _LEFT, _LETTER, _ROW = 14, 28, 240, 60, 6.7, 15


@dataclass(frozen=True, slots=True)
class Way:
    """What one way brings in each year beside doing nothing."""

    name: str
    flows: Sequence[Decimal]
    is_best: bool = False

    @property
    def sums(self) -> list[Decimal]:
        return list(accumulate(self.flows))


def drawing(ways: Sequence[Way], years: Sequence[str], currency: str, *, is_narrow: bool = False) -> Drawing:
    """Return a line for each way that moves at all; its name stands where it ends."""
    longest = max(len(one.name) for one in ways) * _LETTER
    width = NARROW if is_narrow else WIDE
    right = width - 8 if is_narrow else width - min(longest + 14, 260)
    sums = [value for one in ways for value in one.sums]
    low, high = min(0.0, float(min(sums))), max(0.0, float(max(sums)))
    span = (high - low) or 1.0

    def x(place: int) -> float:
        return round(_LEFT + (right - _LEFT) * place / max(1, len(years) - 1), 1)

    def y(value: float) -> float:
        return round(_TOP + (high + span * 0.04 - value) / (span * 1.08) * (_HIGH - _TOP), 1)

    levels = _levels(low, high)
    drawn = {True: "", False: ""}
    for one in ways:
        drawn[one.is_best] += "M" + "L".join(
            f"{x(at)},{y(float(value))}" for at, value in enumerate(one.sums)
        )
    shapes = canvas.layers(
        ("line", (canvas.level(y(one), _LEFT, right) for one in levels if one)),
        ("zero", (canvas.level(y(0.0), _LEFT, right),)),
        ("way", (drawn[False],)), ("best", (drawn[True],)),
    )  # fmt: skip
    words = [Words(_LEFT - 10, y(one) + 4, short(one, currency), "end") for one in levels]
    words += [
        Words(x(at), _HIGH + 20, name, "middle")
        for at, name in enumerate(years)
        if _is_said(at, years, is_narrow=is_narrow)
    ]
    words += _names(ways, [y(float(one.sums[-1])) for one in ways], right, is_narrow=is_narrow)
    return Drawing(width, _HIGH + _FOOT, shapes, tuple(words))


def _is_said(at: int, years: Sequence[str], *, is_narrow: bool) -> bool:
    """Say whether there is room for this year's name: every second one on a narrow screen with many."""
    return not is_narrow or len(years) <= 5 or at % 2 == 0  # noqa: PLR2004  five names fit side by side


def _levels(low: float, high: float) -> list[float]:
    whole = [float(one) for one in steps(Decimal(str(high - low or 1.0)))]
    gap = whole[1] - whole[0] if len(whole) > 1 else high - low or 1.0
    return [gap * place for place in range(-int(-low // gap), int(high // gap) + 1)]


def _names(ways: Sequence[Way], ends: Sequence[float], right: float, *, is_narrow: bool) -> list[Words]:
    """Return the names at the ends of the lines, from above down, none upon another."""
    words, lowest = [], -_ROW * 1.0
    for y, one in sorted(zip(ends, ways, strict=True), key=lambda pair: pair[0]):
        at = max(y + 4 if not is_narrow else y - 6, lowest + _ROW)
        lowest = at
        role = "peak c-halo" if one.is_best else "said c-halo"
        words.append(
            Words(
                right if is_narrow else right + 8,
                round(at, 1),
                one.name,
                "end" if is_narrow else "start",
                role,
            )
        )
    return words


def label(ways: Sequence[Way], years: Sequence[str], currency: str) -> str:
    """Return what the drawing tells, for those who do not see it."""
    told = (f"{one.name}: {short(float(one.sums[-1]), currency)} by the end of {years[-1]}" for one in ways)
    return f"Money of all years so far beside doing nothing. {'; '.join(told)}."
