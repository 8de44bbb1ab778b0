"""Dates that were asked for: how far the search is, what it found, and taking it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from fullscore.usecases.changes.values import Board, Run
from fullscore.web.changes import wording

_LEVELS = {
    "unplaced": "changes that find a date", "lateness": "days past what is wanted",
    "disturbed": "hours of people disturbed", "moved": "announced dates kept", "earliness": "early dates",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Date:
    """One date the search found."""

    ref: str
    name: str
    when: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A search as the page shows it."""

    number: int
    state: str
    words: str
    is_open: bool
    is_old: bool
    is_taken: bool
    dates: tuple[Date, ...] = ()
    unplaced: tuple[str, ...] = ()
    proof: str = ""
    error: str = ""

    @property
    def is_offered(self) -> bool:
        is_over = self.state in {"done", "stopped"} and not self.is_taken
        return is_over and any(each.is_new for each in self.dates)


def shown(board: Board) -> Shown | None:
    """Return the newest search, unless what it found was taken already."""
    run = board.run
    return None if run is None or run.taken_at is not None else show(run, board)


def show(run: Run, board: Board | None = None) -> Shown:
    document = run.document or {}
    return Shown(
        run.number, run.state, _words(run), run.is_open, run.is_old, run.taken_at is not None,
        tuple(_date(each, board) for each in _rows(document, "placed")),
        tuple(_name(str(each["ref"]), board) for each in _rows(document, "unplaced")),
        _proof(document), run.error,
    )  # fmt: skip


def _rows(document: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    found = document.get(name)
    return found if isinstance(found, list) else []


def _date(each: Mapping[str, object], board: Board | None) -> Date:
    start, end = (datetime.fromisoformat(str(each[name])) for name in ("start", "end"))
    ref = str(each["ref"])
    there = board.of(ref) if board else None
    return Date(ref, _name(ref, board), wording.when(start, end), there is None or there.start != start)


def _name(ref: str, board: Board | None) -> str:
    found = board.of(ref) if board else None
    return found.name if found else ref


def _words(run: Run) -> str:
    if run.state == "asked":
        return "Waiting for the worker to begin."
    level = str(run.progress.get("level", ""))
    return f"Looking for {_LEVELS.get(level, 'dates')} …" if run.state == "running" else ""


def _proof(document: Mapping[str, object]) -> str:
    levels = _rows(document, "levels")
    if not levels:
        return ""
    proven = [str(each["name"]) for each in levels if each["proven"]]
    main = {"unplaced", "lateness", "disturbed", "moved"}
    if main <= set(proven):
        return "No better plan exists under your rules."
    best = [_LEVELS[name] for name in proven if name in _LEVELS]
    if best:
        return f"Proven best for {wording.listed(best)}."
    return "The best found in the time; a better one may exist."
