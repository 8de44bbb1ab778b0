"""The page of risk: the answer, how bad a year can get, what makes it up, and what would lessen it."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.sentences_en import say
from fullscore.usecases import risk as room
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import RefusedError
from fullscore.usecases.risk.exporting import losses_csv
from fullscore.usecases.risk.values import RiskBoard
from fullscore.web.registers import rooms
from fullscore.web.risk import bearing, controls, figures, lines, runs, sums, wording
from fullscore.web.risk.figures import Document
from fullscore.web.vendors.sums import Sum

ROOM = "risk"
_REGISTERS = frozenset({
    "scenarios", "causes", "triggers", "controls", "reductions", "insurances", "tolerances",
})  # fmt: skip
# What most begin with: (what, what to say of it, kind).
_STARTERS = (
    ("Ransomware", "how often, days down, what coming back costs", "ransomware"),
    ("The ERP is down for days", "hours down; what an hour costs comes from who works with it", "outage"),
    ("Invoice fraud", "how often somebody pays the wrong account, and how much", "fraud"),
    ("The key person is gone", "what help from outside costs meanwhile", "key person gone"),
)  # fmt: skip


def risk(request: MemberRequest, *, org: str) -> HttpResponse:
    return page(request)


def page(request: MemberRequest, *, refusal: RefusedError | None = None, status: int = 200) -> HttpResponse:
    """Show the page; with a refusal, why nothing was worked out."""
    board = room.board(by=request.member, on=request.on, now=request.now)
    shelves = rooms.shelves_of(request, ROOM)
    if board.is_empty:
        context: dict[str, Any] = {"board": board, "shelves": shelves, "starters": list(_starters(board))}
        return render(request, "risk/empty.html", context)
    context = {
        "board": board, "shelves": shelves, "refusal": refusal, "title": _title(board), "lead": _lead(board),
        "run": runs.show(board.run) if board.run else None,
        "controls": controls.controls(board, board.scenarios, is_named=True),
        "causes": bearing.causes(board), "see_to": list(see_to(board, board.findings)),
        "total": wording.exact(float(_total(board)), board.currency) if board.expected else "",
        "sums": [one for one in _sums(board) if one], **_lines(board), **_simulated(board),
    }  # fmt: skip
    return render(request, "risk/board.html", context, status=status)


def csv(request: MemberRequest, *, org: str) -> HttpResponse:
    """Return the scenarios as a sheet, in the order of the page."""
    board = room.board(by=request.member, on=request.on, now=request.now)
    answer = HttpResponse(losses_csv(board), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="losses-{request.on.isoformat()}.csv"'
    return answer


def _title(board: RiskBoard) -> str:
    told = told_of(board)
    if not told:
        amount = wording.exact(_total(board), board.currency) if board.expected else ""
        return f"Losses of {amount} a year are to be expected" if amount else "No scenario has a price yet"
    usual, bad = (figures.point(told, years).value for years in (figures.USUAL, figures.BAD))
    return wording.title(usual, bad, board.currency)


def _lead(board: RiskBoard) -> str:
    whose = wording.whose(sum(one.is_assumed for one in board.scenarios), len(board.scenarios))
    return whose if told_of(board) else f"{whose} How bad a year can get was not worked out yet."


def _total(board: RiskBoard) -> float:
    return float(sum(one.amount or 0.0 for one in board.scenarios))


def _lines(board: RiskBoard) -> dict[str, Any]:
    shares = {str(one["ref"]): float(one["bad_10"]) for one in told_of(board).get("scenarios", ())}
    ordered = sorted(board.scenarios, key=lambda one: (-(one.amount or 0.0), one.name.casefold()))
    return {"lines": [lines.scenario(one, board, shares) for one in ordered]}


def told_of(board: RiskBoard) -> Document:
    """Return the newest simulated years; nothing before there are any."""
    return board.document if board.document and board.document["years"] else {}


def _simulated(board: RiskBoard) -> dict[str, Any]:
    """Return what rests on simulated years; nothing before they are worked out."""
    told = told_of(board)
    if not told or board.kept is None:
        return {}
    pieces = figures.pieces(told, board)
    return {
        "figures": figures.figures(told, board.currency), "precision": figures.precision(told),
        "notes": figures.notes(told, board), "is_old": board.is_old,
        "worked_out_at": board.kept.ended_at or board.kept.asked_at,
        "caption": figures.caption(told, board.currency), "curve": figures.drawn(told, board.currency),
        "is_insured": bool(told["after_insurance"]), "has_limits": bool(told["tolerances"]),
        "pieces": pieces, "makeup": figures.drawn_pieces(pieces),
        "makeup_caption": figures.pieces_caption(pieces),
        "insured": bearing.insured(told, board.currency), "policies": bearing.policies(board),
    }  # fmt: skip


def _sums(board: RiskBoard) -> Iterator[Sum | None]:
    yield sums.of_all(board)
    for one in board.scenarios:
        yield sums.of_year(one, board.currency)
    if told := told_of(board):
        yield from figures.sums(told, board.currency)


def see_to(board: RiskBoard, found: tuple[Finding, ...]) -> Iterator[tuple[str, str]]:
    """Yield what is to be seen to, with the row to do it at."""
    for each in found:
        subject = each.subject
        known = subject.register in {
            "scenarios",
            "causes",
            "controls",
            "reductions",
            "insurances",
            "tolerances",
            "triggers",
        }
        yield say(each), lines.row_address(board.organisation, subject.register, subject.ref) if known else ""


def _starters(board: RiskBoard) -> Iterator[tuple[str, str, str]]:
    place = reverse("register-new", args=(board.organisation, ROOM, "scenarios"))
    for name, says, kind in _STARTERS:
        yield name, says, f"{place}?{urlencode({'name': name, 'kind': kind, 'is_assumed': 'yes'})}"
