"""The months of a fiscal year as columns: what each is expected to cost, by purpose, and what was planned."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.safestring import SafeString

from fullscore.engine.budget.year.year import amount_of
from fullscore.usecases.budget.yearly import BudgetYear
from fullscore.web.goals import axis, canvas, markup
from fullscore.web.goals.axis import Frame
from fullscore.web.goals.canvas import Drawing, Words
from fullscore.web.templatetags.words import money
from fullscore.web.vendors.months import NARROW, WIDE, Shape, short

PURPOSES = ("run", "grow", "secure")
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Column:
    """One month: its name, what it costs by purpose, and what was planned for it."""

    name: str
    amounts: tuple[Decimal, ...]
    planned: Decimal | None

    @property
    def whole(self) -> Decimal:
        return sum(self.amounts, _NOTHING)


@dataclass(frozen=True, slots=True)
class Chart:
    words: str
    wide: SafeString
    narrow: SafeString
    purposes: tuple[str, ...]
    is_planned: bool


def show(found: BudgetYear) -> Chart | None:
    """Return the chart; None where no month costs anything."""
    columns = tuple(_column(found, month) for month in found.year.months)
    dearest = max(columns, key=lambda one: one.whole)
    if dearest.whole <= 0:
        return None
    words = f"The dearest month is {dearest.name}: {money(dearest.whole, found.currency)}."
    label = f"What each month of {found.number} costs. {words}"
    return Chart(
        words,
        markup.drawn(_draw(columns, found.currency, WIDE), "wide", label),
        markup.drawn(_draw(columns, found.currency, NARROW), "narrow", label),
        tuple(name for place, name in enumerate(PURPOSES) if any(one.amounts[place] for one in columns)),
        any(one.planned is not None for one in columns),
    )


def _column(found: BudgetYear, month: int) -> Column:
    amounts = dict.fromkeys(PURPOSES, _NOTHING)
    for row in found.year.rows:
        amounts[row.heading.purpose] += amount_of(row.cells["forecast"].get(month)) or _NOTHING
    first = date(month // 12, month % 12 + 1, 1)
    planned = amount_of(found.year.by_month[month].get("planned"))
    return Column(f"{first:%B %Y}", tuple(max(amounts[name], _NOTHING) for name in PURPOSES), planned)


def _draw(columns: tuple[Column, ...], currency: str, shape: Shape) -> Drawing:
    highest = max(max(one.whole, one.planned or _NOTHING) for one in columns)
    frame = Frame(
        shape.width, shape.height, shape.left, shape.width - 4, 14, shape.height - 26, highest, len(columns)
    )
    grid, figures = axis.lines(frame, lambda value: short(value, currency))
    parts = [
        (name, [_part(frame, one, place, which) for place, one in enumerate(columns)])
        for which, name in enumerate(PURPOSES)
    ]
    marks = [_mark(frame, place, one.planned) for place, one in enumerate(columns) if one.planned is not None]
    names = tuple(
        Words(frame.middle(place), frame.bottom + 17, one.name[: 3 if shape is WIDE else 1], "middle")
        for place, one in enumerate(columns)
    )
    layers = canvas.layers(("line", (grid,)), *parts, ("planned", marks))
    return Drawing(shape.width, shape.height, layers, (*figures, *names))


def _part(frame: Frame, one: Column, place: int, which: int) -> str:
    low = sum(one.amounts[:which], _NOTHING)
    return frame.column(place, low, low + one.amounts[which])


def _mark(frame: Frame, place: int, planned: Decimal) -> str:
    """Return the level of the plan across a month's column."""
    middle, half = frame.middle(place), frame.thickness / 2 + 4
    return canvas.level(frame.y(planned), round(middle - half, 1), round(middle + half, 1))
