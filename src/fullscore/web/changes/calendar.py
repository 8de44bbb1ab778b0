"""The page of the calendar: the answer, the month, each service, and the one change in question."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from fullscore.engine.findings.sentences_en import say
from fullscore.usecases import changes
from fullscore.usecases.changes.values import Board, BoardChange
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import RefusedError
from fullscore.web.changes import asking, events, lanes, runs, wording
from fullscore.web.changes.asking import Asked
from fullscore.web.changes.panel import panel_of
from fullscore.web.goals import markup
from fullscore.web.registers import rooms

ROOM = "changes"
# So many services are drawn; those that changes reach come first.
_MOST_LANES = 12
_WORDS = {
    "window": "windows", "freeze": "freezes", "earliest": "first days", "latest": "last days",
    "notice": "times people are told before", "hours": "hours of people", "absence": "absences",
    "order": "what comes before what", "soak": "times of watching", "clash": "services shared",
    "redundancy": "things that stand in for each other", "joint": "outages together",
    "due": "days something is wanted by",
}  # fmt: skip


def calendar(request: MemberRequest, *, org: str) -> HttpResponse:
    return page(request)


def page(request: MemberRequest, *, refusal: RefusedError | None = None, status: int = 200) -> HttpResponse:
    """Show the calendar; with a refusal, why nothing was changed."""
    asked = asking.read(request.GET, request.on)
    begin, end = asked.span
    board = changes.board(by=request.member, on=request.on, now=request.now, begin=begin, end=end)
    shelves = rooms.shelves_of(request, ROOM)
    if board.is_empty and not asked.is_filtered:
        return render(request, "changes/empty.html", {"shelves": shelves, "board": board})
    context: dict[str, Any] = {
        "board": board, "asked": asked, "shelves": shelves, "title": wording.title(board),
        "lead": _lead(board), "rules": _rules(board), "refusal": refusal, "views": _views(asked),
        "heading": _heading(asked), "choices": asking.choices(board), "run": runs.shown(board),
        "unclear": [say(each) for each in board.findings],
        "unfiltered": asked.address(service="", person="", state=""),
        "earlier": asked.address(day=asked.earlier), "later": asked.address(day=asked.later),
        **_days(request, board, asked), **_lanes(board),
    }  # fmt: skip
    return render(request, "changes/calendar.html", context, status=status)


def csv(request: MemberRequest, *, org: str) -> HttpResponse:
    """Return the changes asked for as a sheet, in their order."""
    asked = asking.read(request.GET, request.on)
    begin, end = asked.span
    board = changes.board(by=request.member, on=request.on, now=request.now, begin=begin, end=end)
    content = changes.calendar_csv(asking.fitting(board, asked))
    answer = HttpResponse(content, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="changes-{request.on.isoformat()}.csv"'
    return answer


def _days(request: MemberRequest, board: Board, asked: Asked) -> dict[str, Any]:
    shown = asking.fitting(board, asked)
    chosen = _chosen(board, shown, asked)
    beside = panel_of(request, board, chosen) if chosen else None
    dates = beside.dates if beside else ()
    return {
        "entries": events.entries(board, shown, dates), "shown": len(shown), "panel": beside,
        "lines": events.agenda(board, shown, asked), "beyond": [
            (each, wording.chip(each), asked.address(change=each.ref))
            for each in shown if not each.has_date and each.can_move
        ],
    }  # fmt: skip


def _chosen(board: Board, shown: tuple[BoardChange, ...], asked: Asked) -> BoardChange | None:
    """Return the change in question: the one asked for, else one that does not work, else the next."""
    named = board.of(asked.change) if asked.change else None
    if named is not None:
        return named
    movable = [each for each in shown if each.can_move]
    wrong = sorted((each for each in movable if each.rules or each.is_past), key=lambda one: -len(one.rules))
    doubtful = wrong or [each for each in movable if not each.has_date]
    coming = sorted((each for each in movable if each.start is not None), key=_start)
    return next(iter((*doubtful, *coming)), None)


def _start(each: BoardChange) -> float:
    return each.start.timestamp() if each.start else 0.0


def _lead(board: Board) -> str:
    open_still = [each for each in board.changes if each.can_move]
    dated = [each for each in open_still if each.has_date]
    waiting = sum(bool(each.waits_for) for each in open_still)
    parts = []
    if dated and len(dated) < len(open_still):
        others = f"The other {wording.many(len(dated)).lower()} have dates."
        parts.append("The other one has a date." if len(dated) == 1 else others)
    if waiting:
        parts.append(f"{wording.many(waiting)} {'waits' if waiting == 1 else 'wait'} for an owner's answer.")
    return " ".join(parts)


def _rules(board: Board) -> list[tuple[int, str]]:
    return [(count, _WORDS.get(word, word)) for word, count in board.rules.items() if count]


def _views(asked: Asked) -> list[tuple[str, str, bool]]:
    return [(label, asked.address(view=view), view == asked.view) for view, label in asking.VIEWS.items()]


def _heading(asked: Asked) -> str:
    if asked.view == "month":
        return f"{asked.day:%B %Y}"
    begin, end = asked.span
    return f"{wording.short(begin)} to {wording.short(end)}"


def _lanes(board: Board) -> dict[str, Any]:
    ordered = sorted(board.lanes, key=lambda one: (not one.changes, not one.has_window, one.name.casefold()))
    drawn = ordered[:_MOST_LANES]
    if not drawn:
        return {"wide": "", "narrow": "", "not_drawn": 0}
    label = lanes.label(board, drawn)
    return {
        "wide": markup.drawn(lanes.drawing(board, drawn), "wide", label),
        "narrow": markup.drawn(lanes.drawing(board, drawn, is_narrow=True), "narrow", label),
        "not_drawn": len(ordered) - len(drawn),
    }
