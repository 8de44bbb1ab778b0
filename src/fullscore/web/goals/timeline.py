"""The timeline: when to order and when it is ready, as places on a drawing; the template only draws them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from fullscore.web.goals import days

DAY = timedelta(days=1)
BAR = 10


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of days on one row; `fill` is a colour role of the look."""

    x: float
    y: float
    width: float
    fill: str


@dataclass(frozen=True, slots=True)
class Words:
    x: float
    y: float
    text: str
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Row:
    """One order: its name, bars, the ring on its last day to order, and that day in words."""

    name: Words
    bars: tuple[Bar, ...]
    ring: tuple[float, float]
    said: Words | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything at its place; sizes in the drawing's own pixels."""

    width: int
    height: float
    top: float
    bottom: float
    depth: float
    ticks: tuple[Words, ...]
    shut: tuple[Bar, ...]
    needed: tuple[float, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """How a drawing is laid out: the wide one names rows at the left, the narrow one above their bars."""

    width: int
    left: int
    right: int
    step: float
    most_ticks: int
    is_wide: bool


WIDE = Shape(980, 236, 952, 40.5, 8, is_wide=True)
NARROW = Shape(326, 14, 308, 52.5, 4, is_wide=False)
TOP = 24.0


@dataclass(frozen=True, slots=True)
class _Scale:
    start: date
    end: date
    shape: Shape

    def x(self, day: date) -> float:
        share = (day - self.start).days / max(1, (self.end - self.start).days)
        return round(self.shape.left + share * (self.shape.right - self.shape.left), 1)


def draw(
    orders: Sequence[dict[str, Any]], closed: Sequence[tuple[date, str]], on: date, shape: Shape
) -> Drawing:
    """Return the drawing of some orders from `on` to the last day anything is ready."""
    last = max(days.day(_ready(one)) for one in orders)
    scale = _Scale(on, max(last, on + DAY * 7) + DAY * 2, shape)
    bottom = TOP + shape.step * len(orders)
    shut = tuple(
        Bar(scale.x(day), TOP, round(scale.x(day + DAY) - scale.x(day), 1), "shut")
        for day, _ in closed if day < scale.end
    )  # fmt: skip
    needed = sorted({scale.x(days.day(one["need_by"])) for one in orders})
    rows = tuple(_row(one, place, scale, on) for place, one in enumerate(orders))
    return Drawing(
        shape.width, bottom + 4, TOP, bottom, bottom - TOP, _ticks(scale), shut, tuple(needed), rows
    )


def _ready(one: dict[str, Any]) -> str:
    return str(one["late"]["earliest"] if one["late"] else one["need_by"])


def _row(one: dict[str, Any], place: int, scale: _Scale, on: date) -> Row:
    shape = scale.shape
    middle = round(TOP + shape.step * (place + (0.5 if shape.is_wide else 0.68)), 1)
    order = max(days.day(one["order_by"]), on)
    name = f"{one['name']}, {one['quantity']:g}" + (f" {one['unit']}" if one["kind"] == "level" else "")
    above = Words(shape.left - 16, middle + 4, _cut(name, 34), "end")
    if not shape.is_wide:
        above = Words(1, round(middle - 16, 1), _cut(name, 44))
    ring = (scale.x(order), middle)
    return Row(above, _bars(one, order, scale, middle), ring, _said(one, ring, shape))


def _bars(one: dict[str, Any], order: date, scale: _Scale, middle: float) -> tuple[Bar, ...]:
    need = days.day(one["need_by"])
    if one["late"]:
        ready = days.day(one["late"]["earliest"])
        parts = ((order, need, "wait"), (max(order, need), ready, "over"))
    else:
        parts = ((order, days.day(one["arrive_by"]), "wait"), (days.day(one["deploy_from"]), need, "grow"))
    y = middle - BAR / 2
    return tuple(
        Bar(scale.x(start), y, round(max(3, scale.x(end) - scale.x(start) - 2), 1), fill)
        for start, end, fill in parts if end > start or fill == "grow"
    )  # fmt: skip


def _said(one: dict[str, Any], ring: tuple[float, float], shape: Shape) -> Words | None:
    """Return the last day to order beside its ring: above the bar, or left of it near the right edge."""
    if not shape.is_wide:
        return None
    text = "order today" if one["late"] else f"order by {days.with_weekday(one['order_by'])}"
    x, y = ring
    if x > (shape.left + shape.right) / 2:
        return Words(round(x - 11, 1), y + 4, text, "end")
    return Words(round(x + 9, 1), y - 9, text)


def _ticks(scale: _Scale) -> tuple[Words, ...]:
    monday = scale.start + DAY * (-scale.start.weekday() % 7)
    weeks = max(1, (scale.end - monday).days // 7 + 1)
    step = next(step for step in (1, 2, 4, 8, 13, 26, 52, 520) if weeks / step <= scale.shape.most_ticks)
    mondays = (monday + DAY * 7 * step * number for number in range(weeks // step + 1))
    shown = [day for day in mondays if day <= scale.end]
    return tuple(Words(scale.x(day), TOP - 10, f"{day.day} {day:%b}", "middle") for day in shown)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
