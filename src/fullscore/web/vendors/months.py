"""What is to be paid month by month for five years, as columns and in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fullscore.web.goals import axis, canvas
from fullscore.web.goals.axis import Frame
from fullscore.web.goals.canvas import Drawing, Words
from fullscore.web.templatetags.words import SYMBOLS, money

ZERO, THOUSAND = Decimal(0), Decimal(1000)
# The kinds of a line from the ground up, and what each is drawn as.
ROLES = (("committed", "run"), ("variable", "grow"), ("one-off", "secure"))
_JANUARY = 1


@dataclass(frozen=True, slots=True)
class Month:
    """One month's payments by kind."""

    first: date
    amounts: Mapping[str, Decimal]

    @property
    def whole(self) -> Decimal:
        return sum(self.amounts.values(), ZERO)

    @property
    def name(self) -> str:
        return f"{self.first:%B %Y}"


@dataclass(frozen=True, slots=True)
class Shape:
    width: int
    height: int
    left: int


WIDE, NARROW = Shape(1060, 200, 52), Shape(326, 180, 46)


def caption(shown: Sequence[Month], currency: str) -> str:
    """Return the dearest month, and what an ordinary one costs."""
    dearest = max(shown, key=lambda one: one.whole, default=None)
    if dearest is None or not dearest.whole:
        return "Nothing falls due in these months."
    mean = sum((one.whole for one in shown), ZERO) / len(shown)
    said = f"The dearest month is {dearest.name}: {money(dearest.whole, currency)}."
    return f"{said} The mean is {money(mean.quantize(Decimal(1)), currency)} a month."


def draw(shown: Sequence[Month], currency: str, shape: Shape) -> Drawing:
    """Return a column for each month, its kinds on top of one another, the years named below."""
    highest = max((one.whole for one in shown), default=ZERO)
    frame = Frame(
        shape.width, shape.height, shape.left, shape.width - 4, 14, shape.height - 26, highest, len(shown)
    )
    grid, figures = axis.lines(frame, lambda value: short(value, currency))
    columns = [
        (role, [_column(frame, shown, place, kind) for place in range(len(shown))]) for kind, role in ROLES
    ]
    layers = canvas.layers(("line", (grid,)), *columns)
    return Drawing(shape.width, shape.height, layers, (*figures, *_years(shown, frame)))


def _column(frame: Frame, shown: Sequence[Month], place: int, kind: str) -> str:
    """Return one kind's part of a month's column, above the kinds before it."""
    low = ZERO
    for name, _ in ROLES:
        amount = shown[place].amounts.get(name, ZERO)
        if name == kind:
            return frame.column(place, low, low + amount)
        low += amount
    return ""


def _years(shown: Sequence[Month], frame: Frame) -> tuple[Words, ...]:
    """Return each year's number under its January, and the first one where it has room."""
    found = [place for place, one in enumerate(shown) if one.first.month == _JANUARY]
    if found and found[0] * frame.pitch > 4 * 9:
        found.insert(0, 0)
    return tuple(
        Words(
            round(frame.middle(place) - frame.thickness / 2, 1), frame.bottom + 17, f"{shown[place].first:%Y}"
        )
        for place in found
        if frame.middle(place) + 30 < frame.right
    )


def short(value: Decimal, currency: str) -> str:
    """Return a figure of the axis: 0, $500, $5k."""
    if not value:
        return "0"
    symbol = SYMBOLS.get(currency, f"{currency} ")
    if value < THOUSAND:
        return f"{symbol}{value.normalize():f}"
    million = THOUSAND * THOUSAND
    size, letter = (million, "M") if value >= million else (THOUSAND, "k")
    return f"{symbol}{(value / size).normalize():f}{letter}"
