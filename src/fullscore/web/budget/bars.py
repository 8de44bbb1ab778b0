"""Where the money goes, as a drawing: a bar for each year, what keeps things going first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fullscore.web.goals import canvas
from fullscore.web.goals.canvas import Drawing, Words
from fullscore.web.templatetags.words import money

PURPOSES = ("run", "grow", "secure")
WIDE, NARROW = 980, 326
_NAME, _ROW, _HIGH, _GAP = 72, 46, 30, 1.5
# What the amount behind a bar takes, in pixels of 13 px figures.
_LETTER = 8.0


@dataclass(frozen=True, slots=True)
class Year:
    """What one year takes for each purpose; `name` stands before the bar."""

    name: str
    spent: Mapping[str, Decimal]

    @property
    def total(self) -> Decimal:
        return sum(self.spent.values(), Decimal(0))


def drawing(years: Sequence[Year], currency: str, *, is_narrow: bool = False) -> Drawing:
    """Return a bar for each year; purposes always in the same order, the amount behind it."""
    width = NARROW if is_narrow else WIDE
    name = _NAME - 20 if is_narrow else _NAME
    longest = max((len(money(one.total, currency)) for one in years), default=0)
    room = width - name - longest * _LETTER - 12
    most = max((one.total for one in years), default=Decimal(0)) or Decimal(1)
    boxes: dict[str, list[str]] = {purpose: [] for purpose in PURPOSES}
    words: list[Words] = []
    for place, year in enumerate(years):
        y = 8 + place * _ROW
        x = _fill(boxes, year, y, float(name), room / float(most))
        words += [
            Words(name - 10, y + 20, year.name, "end", "name"),
            Words(round(x + 8, 1), y + 20, money(year.total, currency), "start", "name"),
        ]
    return Drawing(width, 8 + len(years) * _ROW - 8, canvas.layers(*boxes.items()), tuple(words))


def _fill(boxes: dict[str, list[str]], year: Year, y: float, x: float, scale: float) -> float:
    """Put the year's boxes where they belong and return where they end."""
    for purpose in PURPOSES:
        wide = float(year.spent.get(purpose, Decimal(0))) * scale
        if wide > _GAP:
            boxes[purpose].append(canvas.bar(x, y, round(wide - _GAP, 1), _HIGH))
        x += wide
    return x


def label(years: Sequence[Year], currency: str) -> str:
    """Return what the drawing tells, for those who do not see it."""
    told = []
    for year in years:
        parts = ", ".join(
            f"{purpose} {money(year.spent[purpose], currency)}"
            for purpose in PURPOSES
            if year.spent.get(purpose)
        )
        told.append(f"{year.name}: {money(year.total, currency)}{f' ({parts})' if parts else ''}")
    return f"Spend by purpose. {'; '.join(told)}."
