"""The timeline: when to order and when it is ready, as places on a drawing; the template only draws them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from fullscore.web.goals import canvas, days
from fullscore.web.goals.canvas import Drawing, Words

DAY = timedelta(days=1)
BAR, RING = 10, 4.75
TOP = 24.0
# From the ground up: what is drawn later lies on top.
FILLS = ("wait", "grow", "over")
# A name longer than this would run into the bars, or out of the narrow drawing.
WIDE_NAME, NARROW_NAME = 34, 44


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


@dataclass(frozen=True, slots=True)
class _Scale:
    start: date
    end: date
    shape: Shape

    def x(self, day: date) -> float:
        share = (day - self.start).days / max(1, (self.end - self.start).days)
        return round(self.shape.left + share * (self.shape.right - self.shape.left), 1)


@dataclass(frozen=True, slots=True)
class _Row:
    """One order on the drawing: its bars by colour, the ring on its last day to order, its words."""

    bars: tuple[tuple[str, str], ...]
    ring: str
    words: tuple[Words, ...]


def draw(
    orders: Sequence[dict[str, Any]], closed: Sequence[tuple[date, str]], on: date, shape: Shape
) -> Drawing:
    """Return the drawing of some orders from `on` to the last day anything is ready."""
    last = max(days.day(_ready(one)) for one in orders)
    scale = _Scale(on, max(last, on + DAY * 7) + DAY * 2, shape)
    bottom = round(TOP + shape.step * len(orders), 1)
    rows = [_row(one, place, scale, on) for place, one in enumerate(orders)]
    needed = sorted({scale.x(days.day(one["need_by"])) for one in orders})
    ticks = _ticks(scale)
    layers = canvas.layers(
        ("shut", _shut(closed, scale, bottom)),
        ("line", (canvas.upright(tick.x, TOP, bottom) for tick in ticks)),
        *((fill, [path for row in rows for role, path in row.bars if role == fill]) for fill in FILLS),
        ("post", (canvas.upright(x, TOP, bottom) for x in needed)),
        ("ring", (row.ring for row in rows)),
    )
    return Drawing(shape.width, bottom + 4, layers, (*ticks, *(one for row in rows for one in row.words)))


def _ready(one: dict[str, Any]) -> str:
    return str(one["late"]["earliest"] if one["late"] else one["need_by"])


def _shut(closed: Sequence[tuple[date, str]], scale: _Scale, bottom: float) -> Iterator[str]:
    for day, _ in closed:
        if scale.start <= day < scale.end:
            x = scale.x(day)
            yield canvas.bar(x, TOP, scale.x(day + DAY) - x, bottom - TOP, 0)


def _row(one: dict[str, Any], place: int, scale: _Scale, on: date) -> _Row:
    shape = scale.shape
    middle = round(TOP + shape.step * (place + (0.5 if shape.is_wide else 0.68)), 1)
    order = max(days.day(one["order_by"]), on)
    name = f"{one['name']}, {one['quantity']:g}" + (f" {one['unit']}" if one["kind"] == "level" else "")
    words = Words(shape.left - 16, middle + 4, _cut(name, WIDE_NAME), "end", "name")
    if not shape.is_wide:
        words = Words(1, round(middle - 16, 1), _cut(name, NARROW_NAME), role="name")
    x = scale.x(order)
    bars = tuple(_bars(one, order, scale, middle))
    return _Row(bars, canvas.ring(x, middle, RING), (words, *_said(one, x, middle, shape)))


def _bars(one: dict[str, Any], order: date, scale: _Scale, middle: float) -> Iterator[tuple[str, str]]:
    need = days.day(one["need_by"])
    if one["late"]:
        ready = days.day(one["late"]["earliest"])
        parts = (("wait", order, need), ("over", max(order, need), ready))
    else:
        parts = (("wait", order, days.day(one["arrive_by"])), ("grow", days.day(one["deploy_from"]), need))
    for fill, start, end in parts:
        if end > start or fill == "grow":
            x = scale.x(start)
            yield fill, canvas.bar(x, middle - BAR / 2, max(3, scale.x(end) - x - 2), BAR)


def _said(one: dict[str, Any], x: float, y: float, shape: Shape) -> Iterator[Words]:
    """Yield the last day to order beside its ring: above the bar, or left of it near the right edge."""
    if not shape.is_wide:
        return
    text = "order today" if one["late"] else f"order by {days.with_weekday(one['order_by'])}"
    if x > (shape.left + shape.right) / 2:
        yield Words(round(x - 11, 1), y + 4, text, "end", "said")
    else:
        yield Words(round(x + 9, 1), y - 9, text, role="said")


def _ticks(scale: _Scale) -> tuple[Words, ...]:
    monday = scale.start + DAY * (-scale.start.weekday() % 7)
    weeks = max(1, (scale.end - monday).days // 7 + 1)
    step = next(step for step in (1, 2, 4, 8, 13, 26, 52, 520) if weeks / step <= scale.shape.most_ticks)
    mondays = (monday + DAY * 7 * step * number for number in range(weeks // step + 1))
    shown = [day for day in mondays if day <= scale.end]
    return tuple(Words(scale.x(day), TOP - 10, f"{day.day} {day:%b}", "middle") for day in shown)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
