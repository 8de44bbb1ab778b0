"""What the calendar is asked for: a view, a day in it, one change, and filters; all of it in the address."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlencode

from django.http import QueryDict

from fullscore.usecases.changes.values import Board, BoardChange

VIEWS = {"month": "Month", "week": "Week", "agenda": "Agenda"}
WEEK = timedelta(days=7)
# So far the agenda reaches: a quarter, as plans do.
QUARTER = timedelta(days=91)
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address says; an unknown word there asks for nothing."""

    view: str = "month"
    day: date = date.min
    change: str = ""
    service: str = ""
    person: str = ""
    state: str = ""

    def address(self, **changes: object) -> str:
        """Return the address of the same calendar with something changed."""
        to = replace(self, **changes)  # type: ignore[arg-type]  # names of its own fields
        given = {
            "view": to.view if to.view != "month" else "", "day": to.day.isoformat(), "change": to.change,
            "service": to.service, "person": to.person, "state": to.state,
        }  # fmt: skip
        return f"?{urlencode({name: text for name, text in given.items() if text})}"

    @property
    def is_filtered(self) -> bool:
        return bool(self.service or self.person or self.state)

    @property
    def span(self) -> tuple[date, date]:
        """Return the local days that are shown, whole weeks of them."""
        if self.view == "agenda":
            return self.day, self.day + QUARTER
        first = self.day if self.view == "week" else self.day.replace(day=1)
        last = self.day if self.view == "week" else _after(self.day) - timedelta(days=1)
        return first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday())

    @property
    def earlier(self) -> date:
        if self.view == "month":
            return (self.day.replace(day=1) - timedelta(days=1)).replace(day=1)
        return self.day - (WEEK if self.view == "week" else QUARTER)

    @property
    def later(self) -> date:
        if self.view == "month":
            return _after(self.day)
        return self.day + (WEEK if self.view == "week" else QUARTER)


def _after(day: date) -> date:
    """Return the first day of the next month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def read(given: QueryDict, on: date) -> Asked:
    view = given.get("view", "")
    return Asked(
        view if view in VIEWS else "month", _day(given.get("day", ""), on),
        *(given.get(name, "")[:_LONGEST] for name in ("change", "service", "person", "state")),
    )  # fmt: skip


def _day(text: str, on: date) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return on
    # A calendar of another century shows nothing, and its neighbours are no days.
    return day if abs((day - on).days) < 40 * 366 else on


def fitting(board: Board, asked: Asked) -> tuple[BoardChange, ...]:
    """Return the changes the filters leave."""
    return tuple(each for each in board.changes if _fits(each, asked))


def _fits(each: BoardChange, asked: Asked) -> bool:
    reached = {touch.node for touch in (*each.services, *each.touches)}
    return (
        (not asked.service or asked.service in reached)
        and (not asked.person or asked.person in {*each.who, each.owner})
        and (not asked.state or asked.state == each.state)
    )


def choices(board: Board) -> dict[str, list[tuple[str, str]]]:
    """Return what may be filtered by: services, people, states that there are."""
    return {
        "service": [(lane.node, lane.name) for lane in board.lanes],
        "person": _named(name for each in board.changes for name in (*each.who, each.owner) if name),
        "state": _named(each.state for each in board.changes),
    }


def _named(words: Iterable[str]) -> list[tuple[str, str]]:
    return [(word, word) for word in sorted(set(words))]
