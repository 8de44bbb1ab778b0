"""Hours by week: the work of setting up against the free hours of those who can do it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from fullscore.engine.goals.sentences.numbers import in_words
from fullscore.web.goals import axis, canvas
from fullscore.web.goals.axis import Frame
from fullscore.web.goals.canvas import Drawing, Words
from fullscore.web.templatetags.words import number

ZERO, WEEK = Decimal(0), timedelta(days=7)
TENTH = Decimal("0.1")
DOES_NOT_FIT = "workload-does-not-fit"
# More than two weeks too full are counted, not named.
NAMED = 2


@dataclass(frozen=True, slots=True)
class Week:
    """What is worked in one week, what was due by its end and did not fit, and the hours there are."""

    monday: date
    within: Decimal
    free: Decimal
    over: Decimal

    @property
    def needed(self) -> Decimal:
        return self.within + self.over


@dataclass(frozen=True, slots=True)
class Shape:
    width: int
    height: int
    left: int
    most_names: int


WIDE = Shape(480, 200, 42, 8)
NARROW = Shape(326, 190, 42, 6)


def weeks(listed: Sequence[dict[str, Any]], findings: Sequence[dict[str, Any]] = ()) -> tuple[Week, ...]:
    """Return each week from the first to the last with work; hours of several people are added up."""
    found: dict[date, Week] = {}
    for one in listed:
        monday, needed = date.fromisoformat(one["week"]), _hours(one["needed_hours"])
        free = _hours(one["free_hours"])
        had = found.get(monday, Week(monday, ZERO, ZERO, ZERO))
        over = max(ZERO, needed - free)
        found[monday] = Week(monday, had.within + needed - over, had.free + free, had.over + over)
    for monday, hours in _missing(findings):
        had = found.get(monday, Week(monday, ZERO, ZERO, ZERO))
        found[monday] = replace(had, over=max(had.over, hours))
    busy = sorted(monday for monday, one in found.items() if one.needed)
    if not busy:
        return ()
    span = range((busy[-1] - busy[0]).days // 7 + 1)
    mondays = (busy[0] + WEEK * place for place in span)
    return tuple(found.get(monday, Week(monday, ZERO, ZERO, ZERO)) for monday in mondays)


def _missing(findings: Sequence[dict[str, Any]]) -> Iterator[tuple[date, Decimal]]:
    """Yield the week at whose end work is missing; a plan for strangers tells no values."""
    for one in findings:
        if one["code"] == DOES_NOT_FIT and "values" in one:
            values = one["values"]
            yield date.fromisoformat(values["week"]), _hours(values["hours"])


def _hours(value: float | str | None) -> Decimal:
    return Decimal(str(value or 0))


def said(hours: Decimal) -> str:
    """Return hours as people say them: 19 h, 4.5 h."""
    return f"{number(hours.quantize(TENTH))} h"


def caption(shown: Sequence[Week], own: Decimal, *, is_known_to_fit: bool = True) -> str:
    """Return whether it fits, and which weeks are too full by how much; `own` is the asked goal's work."""
    full = [one for one in shown if one.over]
    total = sum((one.needed for one in shown), ZERO)
    if not full and not is_known_to_fit:
        return "Not all of it fits into the free hours."
    if not full:
        others = " with other plans" if own and total - own >= 1 else ""
        return f"{said(total)} of work{others}, set up at the last moment, fit into the free hours."
    over = said(sum((one.over for one in full), ZERO))
    if len(full) == 1:
        return f"Set up at the last moment, the week of {_day(full[0])} is {over} too full."
    if len(full) <= NAMED:
        names = " and ".join(_day(one) for one in full)
        return f"Set up at the last moment, the weeks of {names} are {over} too full."
    return f"Set up at the last moment, {in_words(len(full))} weeks are {over} too full."


def _day(week: Week) -> str:
    return f"{week.monday.day} {week.monday:%B}"


def draw(shown: Sequence[Week], shape: Shape) -> Drawing:
    """Return the columns: work up to the free hours, what is over them on top with its label."""
    highest = max((max(one.needed, one.free) for one in shown), default=ZERO)
    frame = Frame(
        shape.width, shape.height, shape.left, shape.width - 4, 22, shape.height - 36, highest, len(shown)
    )
    grid, figures = axis.lines(frame, lambda value: said(value) if value else "0")
    layers = canvas.layers(
        ("line", (grid,)),
        ("grow", (frame.column(place, ZERO, one.within) for place, one in enumerate(shown))),
        ("over", (frame.column(place, one.within, one.needed) for place, one in enumerate(shown))),
        ("free", (_free(place, one, frame) for place, one in enumerate(shown))),
    )
    return Drawing(
        shape.width, shape.height, layers, (*figures, *_names(shown, frame, shape), *_over(shown, frame))
    )


def _free(place: int, week: Week, frame: Frame) -> str:
    half = frame.thickness / 2
    middle = frame.middle(place)
    return canvas.level(frame.y(week.free), round(middle - half, 1), round(middle + half, 1))


def _names(shown: Sequence[Week], frame: Frame, shape: Shape) -> tuple[Words, ...]:
    """Return each Monday in two lines; of many weeks every second, third … has its name."""
    every = -(-len(shown) // shape.most_names)
    named = [(frame.middle(place), one.monday) for place, one in enumerate(shown) if place % every == 0]
    first, second = frame.bottom + 17, frame.bottom + 31
    return tuple(
        Words(x, y, text, "middle")
        for x, day in named
        for y, text in ((first, str(day.day)), (second, f"{day:%b}"))
    )


def _over(shown: Sequence[Week], frame: Frame) -> tuple[Words, ...]:
    """Return what is over in words; where columns stand too close, for the worst week only."""
    full = [(place, one) for place, one in enumerate(shown) if one.over]
    room = frame.pitch >= 44 or len(full) == 1  # noqa: PLR2004  the width of "+19.5 h"
    kept = full if room else sorted(full, key=lambda pair: -pair[1].over)[:1]
    return tuple(
        Words(frame.middle(place), frame.y(one.needed) - 6, f"+{said(one.over)}", "middle", "over")
        for place, one in kept
    )
