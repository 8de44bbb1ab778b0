"""The page of the budget: the answer, where money goes, what a cut loses, every proposal with its reason."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from fullscore.engine.findings.sentences_en import say
from fullscore.usecases import budget
from fullscore.usecases.budget.values import Board
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import RefusedError
from fullscore.web.budget import choice, clashes, frontier, lines, runs, whatif
from fullscore.web.budget.questions import Box, box
from fullscore.web.budget.reading import Document, is_chosen, said
from fullscore.web.registers import rooms

ROOM = "budget"


def show(request: MemberRequest, *, org: str) -> HttpResponse:
    return page(request)


def page(
    request: MemberRequest, *, refusal: RefusedError | None = None, asked: Box | None = None,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    """Show the budget; with a refusal or a question nobody understood, why nothing was done."""
    board = budget.board(by=request.member, on=request.on, now=request.now)
    shelves = rooms.shelves_of(request, ROOM)
    if board.is_empty:
        return render(request, "budget/empty.html", {"shelves": shelves, "refusal": refusal}, status=status)
    found: Document | None = board.document
    context: dict[str, Any] = {
        "board": board, "shelves": shelves, "refusal": refusal, "newest": board.newest,
        "title": choice.title(board, found), "lead": choice.lead(board, found),
        "run": runs.show(board.run), "is_old": board.is_old,
        "worked_out_at": board.kept.ended_at if board.kept else None,
        "unclear": [say(each) for each in board.findings],
        "clash": clashes.show(found["clash"], board.organisation) if found else None,
        "asked": asked or box(board), **_lines(board, found, request.member.organisation),
        **_answers(board, found, request.member.organisation),
    }  # fmt: skip
    return render(request, "budget/page.html", context, status=status)


def _lines(board: Board, found: Document | None, org: str) -> dict[str, Any]:
    weighed = found if is_chosen(found) else None
    total = (said(weighed["spends"][0], board.currency), "") if weighed else None
    about = "What each is worth is what a year loses without it, all others done." if weighed else ""
    return {
        "groups": lines.groups(board, weighed, org), "lines_total": total, "lines_about": about,
    }  # fmt: skip


def _answers(board: Board, found: Document | None, org: str) -> dict[str, Any]:
    """Return what there is only once a choice could be made."""
    if found is None or not is_chosen(found):
        return {"choice": None, "sums": ()}
    shown, answer = choice.show(found), whatif.show(board.cut, org, found["floors"])
    own = answer.sums if isinstance(answer, whatif.WhatIf) else ()
    return {
        "choice": shown, "whatif": answer, "frontier": frontier.show(board.frontier, board.cut),
        "sums": (*shown.sums, *own, *lines.sums(found)),
    }  # fmt: skip


def csv(request: MemberRequest, *, org: str) -> HttpResponse:
    """Return every proposal with its side, its money and its reason as a sheet."""
    board = budget.board(by=request.member, on=request.on, now=request.now)
    answer = HttpResponse(budget.proposals_csv(board), content_type="text/csv; charset=utf-8")
    name = f"budget-{request.on.isoformat()}.csv"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
