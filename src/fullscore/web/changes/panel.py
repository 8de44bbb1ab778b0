"""The panel beside the calendar: one change, the rules against its date, dates that work, what it touches."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from fullscore.engine.findings.sentences_en import say
from fullscore.usecases import changes
from fullscore.usecases.changes.values import Board, BoardChange, Rule, Slot, Touching, Tried
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import RefusedError
from fullscore.web.changes import wording


@dataclass(frozen=True, slots=True)
class Offer:
    """A date that works, as the panel offers it: words, day and time to send, and why."""

    words: str
    day: str
    at: str
    is_first: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """One change as the panel shows it. `moved_to` is set while a date is only tried."""

    ref: str
    name: str
    version: int
    chip: tuple[str, str]
    sentence: str
    heading: str
    rules: tuple[Rule, ...]
    offers: tuple[Offer, ...]
    dates: tuple[Slot, ...]
    touches: str
    day: str
    at: str
    can_move: bool
    is_tried: bool = False
    is_announced: bool = False
    missing: tuple[str, ...] = ()
    conflict: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()

    @property
    def works(self) -> bool:
        return not self.rules and not self.missing


def panel_of(request: MemberRequest, board: Board, each: BoardChange) -> Panel:
    """Return the panel of a change where it stands, with two dates that work where it does not."""
    is_asked = each.can_move and not each.missing and _needs_dates(each)
    tried = _tried(request, each) if is_asked else None
    conflict, repairs = _conflict(board, each.ref)
    dates = tried.dates if tried else ()
    return Panel(
        each.ref, each.name, each.version, wording.chip(each), _stands(each), wording.against(each.rules),
        each.rules, _offers(dates), dates, wording.touching((*each.touches, *_beyond(each))),
        *_place(each.start), each.can_move, is_announced=each.is_announced,
        missing=tuple(say(one) for one in each.missing), conflict=conflict, repairs=repairs,
    )  # fmt: skip


def tried_panel(tried: Tried) -> Panel:
    """Return the panel of a date that is tried: what stands against it, and what works instead."""
    words = wording.when(tried.start, tried.end)
    return Panel(
        tried.ref, tried.name, tried.version,
        ("works", "fine") if tried.works else ("does not work", "late"), f"You moved it to {words}.",
        wording.against(tried.rules), tried.rules, _offers(tried.dates), tried.dates,
        wording.touching(tried.touches), *_place(tried.start), can_move=True, is_tried=True,
        is_announced=tried.is_announced,
    )  # fmt: skip


def _needs_dates(each: BoardChange) -> bool:
    return bool(each.rules or each.is_past or not each.has_date)


def _tried(request: MemberRequest, each: BoardChange) -> Tried | None:
    """Return where it stands, or the first hour of today, with the dates that work instead."""
    start = each.start or changes.moment_for(by=request.member, text=f"{request.on.isoformat()}T00:00")
    try:
        return changes.try_move(by=request.member, ref=each.ref, start=start, on=request.on, now=request.now)
    except RefusedError:
        return None


def _beyond(each: BoardChange) -> tuple[Touching, ...]:
    touched = {touch.node for touch in each.touches}
    return tuple(touch for touch in each.services if touch.node not in touched)


def _stands(each: BoardChange) -> str:
    if each.start is None or each.end is None:
        return f"No date yet. Wanted by {wording.short(each.due)}." if each.due else "No date yet."
    past = "Its date has passed and nobody began it: " if each.is_past else ""
    words = wording.when(each.start, each.end)
    who = f", {wording.listed(each.who)}" if each.who else ""
    return f"{past}{words}{who}."


def _place(at: datetime | None) -> tuple[str, str]:
    return (at.date().isoformat(), wording.clock(at)) if at else ("", "")


def _offers(dates: Sequence[Slot]) -> tuple[Offer, ...]:
    return tuple(
        Offer(wording.slot(one), *_place(one.start), is_first=not place) for place, one in enumerate(dates)
    )  # fmt: skip


def _conflict(board: Board, ref: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return why the last search found no date for a change, as its document says."""
    document = board.run.document if board.run else None
    for one in (document or {}).get("unplaced", ()):  # type: ignore[attr-defined]  # a list of its schema
        if one["ref"] == ref:
            repairs = tuple(str(each["sentence"]) for each in one["repairs"])
            return tuple(str(each["sentence"]) for each in one["conflict"]), repairs
    return (), ()
