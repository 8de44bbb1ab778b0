"""Cost by month: what is paid once and what runs on, as columns and in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from fullscore.web.goals import axis, canvas
from fullscore.web.goals.axis import Frame
from fullscore.web.goals.canvas import Drawing, Words
from fullscore.web.templatetags.words import SYMBOLS, money

ZERO, THOUSAND = Decimal(0), Decimal(1000)
ALMOST_ALL, MOST = Decimal("0.85"), Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Month:
    """What one month costs."""

    first: date
    once: Decimal
    running: Decimal

    @property
    def both(self) -> Decimal:
        return self.once + self.running

    @property
    def name(self) -> str:
        return f"{self.first:%B}"

    @property
    def full_name(self) -> str:
        return f"{self.first:%B %Y}"


@dataclass(frozen=True, slots=True)
class Shape:
    width: int
    height: int
    left: int
    letters: int


WIDE = Shape(480, 200, 46, 1)
NARROW = Shape(326, 180, 46, 1)


def months(listed: Sequence[dict[str, Any]]) -> tuple[Month, ...]:
    """Return the document's months as amounts."""
    return tuple(
        Month(
            date.fromisoformat(f"{one['month']}-01"), _amount(one["cost_once"]), _amount(one["cost_running"])
        )
        for one in listed
    )  # fmt: skip


def _amount(text: str | None) -> Decimal:
    return Decimal(text) if text else ZERO


def caption(shown: Sequence[Month], currency: str) -> str:
    """Return where most of it falls and what a month costs afterwards."""
    return " ".join(part for part in (_peak(shown, currency), _after(shown, currency)) if part)


def _peak(shown: Sequence[Month], currency: str) -> str:
    once = sum((one.once for one in shown), ZERO)
    dearest = max(shown, key=lambda one: one.once)
    if not once:
        return ""
    share = dearest.once / once
    if share == 1:
        return f"All that is paid once falls in {dearest.name}: {money(dearest.once, currency)}."
    few = "Almost all" if share >= ALMOST_ALL else "Most" if share >= MOST else ""
    if few:
        return f"{few} of what is paid once falls in {dearest.name}: {money(dearest.once, currency)}."
    return f"The dearest month is {dearest.name}: {money(dearest.both, currency)}."


def _after(shown: Sequence[Month], currency: str) -> str:
    """Return from when on each month costs the same, and how much."""
    last = shown[-1].running
    settled = [place for place, one in enumerate(shown) if one.once or one.running != last]
    start = settled[-1] + 1 if settled else 0
    if start >= len(shown):
        return ""
    if not last:
        return f"From {shown[start].name} on it costs nothing more." if start else ""
    return f"From {shown[start].name} it is {money(last, currency)} a month."


def draw(shown: Sequence[Month], currency: str, shape: Shape) -> Drawing:
    """Return the columns: once below, running on top, the dearest month with its amount."""
    highest = max((one.both for one in shown), default=ZERO)
    frame = Frame(
        shape.width, shape.height, shape.left, shape.width - 4, 22, shape.height - 26, highest, len(shown)
    )
    grid, figures = axis.lines(frame, lambda value: _short(value, currency))
    layers = canvas.layers(
        ("line", (grid,)),
        ("grow", (frame.column(place, ZERO, one.once) for place, one in enumerate(shown))),
        ("run", (frame.column(place, one.once, one.both) for place, one in enumerate(shown))),
    )
    return Drawing(shape.width, shape.height, layers, (*figures, *_names(shown, frame, currency)))


def _names(shown: Sequence[Month], frame: Frame, currency: str) -> tuple[Words, ...]:
    letters = tuple(
        Words(frame.middle(place), frame.bottom + 17, f"{one.first:%b}"[:1], "middle")
        for place, one in enumerate(shown)
    )
    if not frame.highest:
        return letters
    dearest = max(range(len(shown)), key=lambda place: shown[place].both)
    amount = money(shown[dearest].both, currency)
    # The first columns stand too near the figures for a label in their middle.
    x, anchor = frame.middle(dearest), "middle"
    if x - 4 * len(amount) < frame.left:
        x, anchor = frame.middle(dearest) - frame.thickness / 2, "start"
    if x + 4 * len(amount) > frame.right:
        x, anchor = float(frame.right), "end"
    return (*letters, Words(round(x, 1), frame.y(frame.highest) - 7, amount, anchor, "peak"))


def _short(value: Decimal, currency: str) -> str:
    """Return a figure of the axis: 0, $500, $5k, $2.5k."""
    if not value:
        return "0"
    symbol = SYMBOLS.get(currency, f"{currency} ")
    if value < THOUSAND:
        return f"{symbol}{value.normalize():f}"
    million = THOUSAND * THOUSAND
    size, letter = (million, "M") if value >= million else (THOUSAND, "k")
    return f"{symbol}{(value / size).normalize():f}{letter}"
