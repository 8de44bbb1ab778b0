"""The calendar's entries as the month grid wants them, and as lines of the agenda."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from fullscore.usecases.changes.values import Bar, Board, BoardChange, Slot
from fullscore.web.changes import wording
from fullscore.web.changes.asking import Asked

# What of the calendar is shown as a bar; windows are shown by service only.
SHOWN = ("hard freeze", "soft freeze", "event", "closed", "absence", "holiday")
_SHUT = frozenset({"hard freeze", "closed", "holiday"})
Entry = dict[str, object]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the agenda: a change, or a stretch of days."""

    at: datetime
    day: str
    hours: str
    name: str
    says: str
    chip: tuple[str, str]
    ref: str = ""
    address: str = ""


def entries(board: Board, changes: Sequence[BoardChange], dates: Sequence[Slot] = ()) -> list[Entry]:
    """Return what the month grid draws: days and times of the organisation's clock, without an offset."""
    return [
        *(_bar(bar) for bar in board.bars if bar.kind in SHOWN),
        *(_change(each) for each in changes if each.has_date),
        *(_works(one) for one in dates),
    ]  # fmt: skip


def _works(one: Slot) -> Entry:
    times = {"start": _wall(one.start), "end": _wall(one.end)}
    return {"title": "works", **times, "kind": "works", "editable": False}


def _wall(at: datetime) -> str:
    return at.replace(tzinfo=None).isoformat(timespec="minutes")


def _change(each: BoardChange) -> Entry:
    if each.start is None or each.end is None:
        raise ValueError(f"{each.ref} has no date.")
    kind = "clash" if each.rules else "draft" if each.waits_for or each.state == "draft" else "plan"
    is_over = not each.can_move
    return {
        "id": each.ref, "title": each.name, "start": _wall(each.start), "end": _wall(each.end),
        "kind": "past" if is_over and each.state != "running" else kind, "editable": each.can_move,
        "version": each.version,
    }  # fmt: skip


def _bar(bar: Bar) -> Entry:
    is_whole = bar.is_whole_day or wording.clock(bar.start) == wording.clock(bar.end) == "00:00"
    name = f"{', '.join(bar.about)}: {bar.name}" if bar.about and bar.kind != "absence" else bar.name
    name = f"{', '.join(bar.about)} away" if bar.kind == "absence" and bar.about else name
    start, end = (bar.start.date(), _last(bar.end)) if is_whole else (_wall(bar.start), _wall(bar.end))
    return {
        "title": name, "start": str(start), "end": str(end), "allDay": is_whole, "editable": False,
        "kind": "shut" if bar.kind in _SHUT else "freeze",
    }  # fmt: skip


def _last(end: datetime) -> date:
    """Return the first day that is free again, as a grid of whole days wants it."""
    return end.date() if wording.clock(end) == "00:00" else end.date() + timedelta(days=1)


def agenda(board: Board, changes: Sequence[BoardChange], asked: Asked) -> list[Line]:
    """Return changes and closed days of the days asked for, in their order."""
    begin, end = asked.span
    lines = [*_dated(changes, asked), *(_stretch(bar) for bar in board.bars if bar.kind in SHOWN)]
    return sorted(
        (line for line in lines if begin <= line.at.date() <= end), key=lambda line: (line.at, line.name)
    )  # fmt: skip


def _dated(changes: Iterable[BoardChange], asked: Asked) -> Iterable[Line]:
    for each in changes:
        if each.start is not None:
            yield Line(
                each.start, wording.short(each.start.date()), wording.hours(each), each.name,
                wording.says(each), wording.chip(each), each.ref,
                asked.address(change=each.ref),
            )  # fmt: skip


def _stretch(bar: Bar) -> Line:
    about = wording.listed(bar.about) if bar.about else "everything"
    says = {
        "hard freeze": f"no changes to {about}", "soft freeze": f"better no changes to {about}",
        "event": "business event", "closed": "closed", "holiday": "public holiday",
        "absence": f"{about} is away",
    }[bar.kind]  # fmt: skip
    return Line(bar.start, wording.days_of(bar), "", bar.name, says, ("", "shut"))
