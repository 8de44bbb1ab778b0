"""Bars and the curve of a pack as drawings of a page, from what the document holds."""

from collections.abc import Iterator, Mapping, Sequence
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
_WIDE, _HALF, _NARROW, _HIGH = 980, 480, 326, 240
DRAWN = frozenset({"bars", "curve"})
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


def bars(block: Block, *, is_half: bool = False) -> tuple[SafeString, SafeString]:
    """Return the bars for a desk and for a phone."""
    label = f"{block['title']}. {block['words']}"
    wide = _bars(block, _HALF if is_half else _WIDE)
    return markup.drawn(wide, "wide", label), markup.drawn(_bars(block, _NARROW), "narrow", label)


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


def curve(block: Block, *, is_half: bool = False) -> tuple[SafeString, SafeString]:
    """Return the curve of yearly losses for a desk and for a phone; beside it the one with the proposals."""
    losses, then = _pairs(block["points"]), _pairs(block.get("then", ()))
    bad = Bad(then or losses, tuple(_marks(block, losses)), losses if then else (), block["unit"])
    label = f"{block['title']}. {block['words']}"
    wide = drawing(bad, is_narrow=True, width=_HALF) if is_half else drawing(bad)
    return markup.drawn(wide, "wide", label), markup.drawn(drawing(bad, is_narrow=True), "narrow", label)


def _pairs(points: Sequence[Sequence[float]]) -> list[tuple[float, float]]:
    return [(float(amount), float(chance)) for amount, chance in points]


def said(block: Block) -> list[tuple[str, str]]:
    """Return what the lines of a curve are, with the figures marked on them; nothing in older packs."""
    strong = "curve" if not block.get("then") else "net"
    lines = {"now": strong, "then": "curve", "borne": "post"}
    return [(lines[mark["role"]], mark["words"]) for mark in block.get("marks", ())]


def _marks(block: Block, losses: Sequence[tuple[float, float]]) -> list[Mark]:
    """Return the points said in words; a point of a pack older than these is read off the curve."""
    told = {each["role"]: each for each in block.get("marks", ())}
    if "now" in told:
        return list(_told(told, losses, block["unit"]))
    borne = {round(1 / chance): float(amount) for amount, chance in block["bearable"] if chance}
    return [_mark(years, losses, borne.get(years), block["unit"]) for years in borne or {_USUAL_YEARS: 0}]


def _told(told: Mapping[str, Block], losses: Sequence[tuple[float, float]], unit: str) -> Iterator[Mark]:
    """Yield a bad year now, with its figure; the one with the proposals has it in the legend."""
    borne, now = told.get("borne"), told["now"]
    if "then" in told:
        yield Mark(_years(told["then"]), float(told["then"]["amount"]), "", "")
    said = money(Decimal(round(now["amount"])), unit)
    yield Mark(_years(now), float(now["amount"]), f"{said} in one year of {_years(now)}", said)
    if borne is not None:
        is_same = borne["chance"] == now["chance"]
        amount = float(now["amount"]) if is_same else _read_off(losses, borne["chance"])
        yield Mark(_years(borne), amount, "", "", float(borne["amount"]))


def _years(mark: Block) -> int:
    return round(1 / float(mark["chance"]))


def _read_off(losses: Sequence[tuple[float, float]], chance: float) -> float:
    return next((loss for loss, likely in losses if likely <= chance), losses[-1][0])


def _mark(years: int, losses: Sequence[tuple[float, float]], borne: float | None, unit: str) -> Mark:
    amount = _read_off(losses, 1 / years)
    said = money(Decimal(round(amount)), unit)
    return Mark(years, amount, f"{said} in one year of {years}", said, borne)
