"""The days of one contract on a line: today, decide by, notice by, the end, and what follows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fullscore.engine.vendors.renewals import Renewal
from fullscore.web.goals import canvas
from fullscore.web.goals.canvas import Drawing, Words
from fullscore.web.vendors import saying

# Beside the days there are, so many are shown, so that a mark never stands at the very edge.
_MARGIN = timedelta(days=10)
_LETTER = 6.6


@dataclass(frozen=True, slots=True)
class Mark:
    """One day on the line; its colour is "grow" as planned, "over" too late, "run" for what is only so."""

    day: date
    label: str
    role: str


@dataclass(frozen=True, slots=True)
class Shape:
    width: int


WIDE, NARROW = Shape(760), Shape(326)
_LINE, _ROW, _TOP = 12, 22, 34


def marks(one: Renewal, on: date) -> tuple[Mark, ...]:
    """Return the days there are, in their order."""
    dates = one.dates
    found = [
        (on, "today", "run"), (dates.missed if one.is_missed else None, "notice missed", "over"),
        (dates.decide_by, "decide by", "grow"), (dates.notice_by, "notice by", "grow"),
        (dates.ends_on, "term ends", "run"),
    ]  # fmt: skip
    if dates.next_exit != dates.ends_on:
        found.append((dates.next_exit, "you are out", "grow"))
    if dates.renewed_until and dates.renewed_until != dates.next_exit:
        found.append((dates.renewed_until, "else until", "over"))
    known = [Mark(day, label, role) for day, label, role in found if day is not None]
    return tuple(sorted((_late(mark, on) for mark in known), key=lambda mark: (mark.day, mark.label)))


def _late(mark: Mark, on: date) -> Mark:
    is_late = mark.day < on and mark.role == "grow"
    return Mark(mark.day, mark.label, "over") if is_late else mark


def label(shown: Sequence[Mark], on: date) -> str:
    """Return what the line tells, for those who do not see it."""
    return "; ".join(f"{mark.label} {saying.in_words(mark.day, on)}" for mark in shown)


def draw(one: Renewal, on: date, shape: Shape) -> Drawing:
    """Return the line: the running term pale, what follows it grey, a ring at each day, its words below."""
    shown = marks(one, on)
    first, last = shown[0].day - _MARGIN, shown[-1].day + _MARGIN
    span = max(1, (last - first).days)

    def x(day: date) -> float:
        return round(4 + (shape.width - 8) * (min(max(day, first), last) - first).days / span, 1)

    end = one.dates.ends_on or one.dates.next_exit
    running = [_bar(x(first), x(end))] if end else []
    after = [_bar(x(end), x(one.dates.renewed_until))] if end and one.dates.renewed_until else []
    rings = {role: [canvas.ring(x(m.day), _LINE, 5.5) for m in shown if m.role == role] for role in _ROLES}
    layers = canvas.layers(
        ("line", [canvas.level(_LINE, 4, shape.width - 4)]), ("shut", after), ("wait", running),
        *rings.items(),
    )  # fmt: skip
    words, lowest = _words(shown, x, on, shape)
    return Drawing(shape.width, lowest + 8, layers, words)


_ROLES = ("run", "grow", "over")


def _bar(left: float, right: float) -> str:
    return canvas.bar(left, _LINE - 4, max(1.0, right - left), 8) if right > left else ""


def _words(
    shown: Sequence[Mark], x: Callable[[date], float], on: date, shape: Shape
) -> tuple[tuple[Words, ...], float]:
    """Return the words of each mark in the first row where they touch no others, and how low they reach."""
    taken: list[float] = []
    words, lowest = [], 0.0
    for mark in shown:
        text = f"{mark.label} {saying.short(mark.day, on)}"
        length = len(text) * _LETTER
        left = min(max(2.0, x(mark.day) - length / 2), shape.width - length - 2)
        row = next((place for place, right in enumerate(taken) if right + 10 < left), len(taken))
        taken[row : row + 1] = [left + length]
        y = _TOP + row * _ROW
        lowest = max(lowest, y)
        words.append(Words(round(left, 1), y, text, "start", "over" if mark.role == "over" else "said"))
    return tuple(words), lowest
