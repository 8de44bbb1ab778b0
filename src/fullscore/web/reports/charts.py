"""Bars and the curve of a pack as drawings of a page, from what the document holds."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString

from fullscore.web.goals import axis, canvas, markup
from fullscore.web.goals.axis import Frame
from fullscore.web.goals.canvas import Drawing, Words
from fullscore.web.risk.curve import Bad, Mark, drawing
from fullscore.web.risk.scale import short
from fullscore.web.templatetags.words import money

Block = Mapping[str, Any]
_NOTHING = Decimal(0)
_WIDE, _NARROW, _HIGH = 980, 326, 240
# What is no purpose has a colour of its own.
_ROLES = {
    "run": "run",
    "grow": "grow",
    "secure": "secure",
    "planned": "wait",
    "actual": "grow",
    "last": "run",
}
_USUAL_YEARS = 10


def bars(block: Block) -> tuple[SafeString, SafeString]:
    """Return the bars for a desk and for a phone."""
    label = f"{block['title']}. {block['words']}"
    return (
        markup.drawn(_bars(block, _WIDE), "wide", label), markup.drawn(_bars(block, _NARROW), "narrow", label)
    )  # fmt: skip


def role(key: str) -> str:
    """Return the colour a series is drawn in."""
    return _ROLES.get(key, "run")


def _bars(block: Block, width: int) -> Drawing:
    values = [[_value(each) for each in bar["values"]] for bar in block["bars"]]
    highest = max((sum(each, _NOTHING) for each in values), default=_NOTHING)
    frame = Frame(width, _HIGH, 60, width - 4, 26, _HIGH - 26, highest, len(values))
    grid, figures = axis.lines(frame, lambda value: short(float(value), block["unit"]))
    parts = [
        (role(series["key"]), [_part(frame, each, place, which) for place, each in enumerate(values)])
        for which, series in enumerate(block["series"])
    ]
    return Drawing(
        width, _HIGH, canvas.layers(("line", (grid,)), *parts), (*figures, *_named(block, frame, values))
    )  # fmt: skip


def _value(value: float | None) -> Decimal:
    return max(Decimal(str(value or 0)), _NOTHING)


def _part(frame: Frame, values: Sequence[Decimal], place: int, which: int) -> str:
    low = sum(values[:which], _NOTHING)
    return frame.column(place, low, low + values[which]) if which < len(values) else ""


def _named(block: Block, frame: Frame, values: Sequence[Sequence[Decimal]]) -> list[Words]:
    """Return each bar's name below it and its figure above it."""
    found = []
    for place, bar in enumerate(block["bars"]):
        middle, top = frame.middle(place), frame.y(sum(values[place], _NOTHING))
        found += [
            Words(middle, frame.bottom + 17, bar["label"], "middle"),
            Words(middle, round(top - 6, 1), bar["spoken"], "middle"),
        ]
    return found


def curve(block: Block) -> tuple[SafeString, SafeString]:
    """Return the curve of yearly losses for a desk and for a phone."""
    losses = [(float(amount), float(chance)) for amount, chance in block["points"]]
    bad = Bad(losses, tuple(_marks(block, losses)), currency=block["unit"])
    label = f"{block['title']}. {block['words']}"
    return (
        markup.drawn(drawing(bad), "wide", label),
        markup.drawn(drawing(bad, is_narrow=True), "narrow", label),
    )


def _marks(block: Block, losses: Sequence[tuple[float, float]]) -> list[Mark]:
    borne = {round(1 / chance): float(amount) for amount, chance in block["bearable"] if chance}
    return [_mark(years, losses, borne.get(years), block["unit"]) for years in borne or {_USUAL_YEARS: 0}]


def _mark(years: int, losses: Sequence[tuple[float, float]], borne: float | None, unit: str) -> Mark:
    amount = next((loss for loss, chance in losses if chance <= 1 / years), losses[-1][0])
    said = money(Decimal(round(amount)), unit)
    return Mark(years, amount, f"{said} in one year of {years}", said, borne)
