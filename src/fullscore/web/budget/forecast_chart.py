"""The years to come as columns: run, grow and secure on top of one another, what each comes to above it."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from fullscore.engine.budget.forecast.facts import PURPOSES
from fullscore.engine.budget.forecast.forecast import amount_of
from fullscore.usecases.budget import Forecast
from fullscore.web.budget.forecast_table import year_name
from fullscore.web.goals import axis, canvas, markup
from fullscore.web.goals.axis import Frame
from fullscore.web.goals.canvas import Drawing, Words
from fullscore.web.templatetags.words import money
from fullscore.web.vendors.months import NARROW, WIDE, Shape, short

_NOTHING = Decimal(0)
_HEAD = Decimal("1.08")


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    amounts: tuple[Decimal, ...]

    @property
    def whole(self) -> Decimal:
        return sum(self.amounts, _NOTHING)


@dataclass(frozen=True, slots=True)
class Chart:
    words: str
    wide: SafeString
    narrow: SafeString
    purposes: tuple[str, ...]


def show(found: Forecast) -> Chart | None:
    """Return the chart; None where nothing costs anything, or a year is below nothing."""
    columns = _columns(found)
    if not any(one.whole for one in columns) or any(each < 0 for one in columns for each in one.amounts):
        return None
    said = "; ".join(f"{one.name}: {money(one.whole, found.currency)}" for one in columns)
    label = f"What each year costs by purpose. {said}."
    return Chart(
        _words(found),
        markup.drawn(_draw(columns, found.currency, WIDE), "wide", label),
        markup.drawn(_draw(columns, found.currency, NARROW), "narrow", label),
        tuple(name for at, name in enumerate(PURPOSES) if any(one.amounts[at] for one in columns)),
    )


def _columns(found: Forecast) -> tuple[Column, ...]:
    by = found.found.by("purpose")
    return tuple(
        Column(
            year_name(found, place).removeprefix("the "),
            tuple(amount_of(by[name][place]) if name in by else _NOTHING for name in PURPOSES),
        )
        for place in range(len(found.found.spans))
    )


def _words(found: Forecast) -> str:
    """Return what the dearest cause of all years is."""
    totals = {
        part.name: sum((amount_of(cells[place]) for place in found.found.whole), _NOTHING)
        for part, cells in zip(found.found.parts, found.found.cells, strict=True)
    }
    if not any(totals.values()):
        return ""
    name = max(totals, key=lambda one: totals[one])
    return f"The dearest cause over all years is {name}: {money(totals[name], found.currency)}."


def _draw(columns: tuple[Column, ...], currency: str, shape: Shape) -> Drawing:
    highest = max(one.whole for one in columns) * _HEAD
    frame = Frame(
        shape.width, shape.height, shape.left, shape.width - 4, 14, shape.height - 26, highest, len(columns)
    )
    grid, figures = axis.lines(frame, lambda value: short(value, currency))
    parts = [
        (name, [_part(frame, one, at, which) for at, one in enumerate(columns)])
        for which, name in enumerate(PURPOSES)
    ]
    names = tuple(
        Words(frame.middle(at), frame.bottom + 17, _name(one.name, shape), "middle")
        for at, one in enumerate(columns)
    )
    above = tuple(
        Words(frame.middle(at), round(frame.y(one.whole) - 5, 1), _above(one.whole, currency), "middle")
        for at, one in enumerate(columns)
    )
    layers = canvas.layers(("line", (grid,)), *parts)
    return Drawing(shape.width, shape.height, layers, (*figures, *names, *above))


def _name(name: str, shape: Shape) -> str:
    """Return a span's name, short where there is little room: rest 26."""
    return name if shape is WIDE or not name.startswith("rest") else f"rest {name[-2:]}"


def _above(value: Decimal, currency: str) -> str:
    """Return what a column comes to, in thousands where it is large."""
    thousand = Decimal(1000)
    if value < thousand:
        return short(value.quantize(Decimal(1)), currency)
    return short((value / thousand).quantize(Decimal(1)) * thousand, currency)


def _part(frame: Frame, one: Column, place: int, which: int) -> str:
    low = sum(one.amounts[:which], _NOTHING)
    return frame.column(place, low, low + one.amounts[which])
