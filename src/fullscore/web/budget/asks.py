"""What is asked of the budget and takes a while: the choice, a cut, each budget; and stopping it."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from fullscore.usecases import budget
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import NotThereError, RefusedError
from fullscore.web.budget import page, runs
from fullscore.web.budget.questions import box
from fullscore.web.budget.sentence import LONGEST, Unread, read

_KINDS = ("choose", "frontier", "case")


def ask(request: MemberRequest, *, org: str) -> HttpResponse:
    """Ask for the best choice anew, what each budget brings, or a case's bad years; the worker answers."""
    kind, ref = request.POST.get("kind", ""), request.POST.get("ref", "")
    asked = kind if kind in _KINDS else _KINDS[0]
    try:
        run = budget.ask(by=request.member, kind=asked, ref=ref, on=request.on, now=request.now)
    except NotThereError:
        raise
    except RefusedError as refusal:
        return page.page(request, refusal=refusal, status=422)
    if asked == "case":
        address = reverse("budget-case", args=(request.member.organisation, ref))
        return HttpResponseRedirect(f"{address}?run={run.number}#bad")
    return _back(request, "frontier" if asked == "frontier" else "main")


def what_if(request: MemberRequest, *, org: str) -> HttpResponse:
    """Ask what a smaller or bigger budget does, in the words that were typed or those of a button."""
    text = (request.POST.get("instead") or request.POST.get("q", ""))[:LONGEST]
    board = budget.board(by=request.member, on=request.on, now=request.now)
    asked = read(text, board.currency)
    if isinstance(asked, Unread):
        return page.page(request, asked=box(board, text, asked.words), status=422)
    try:
        budget.ask(
            by=request.member, kind="cut", amount=asked.amount, is_more=asked.is_more, on=request.on,
            now=request.now,
        )  # fmt: skip
    except NotThereError:
        raise
    except RefusedError as refusal:
        return page.page(request, refusal=refusal, asked=box(board, text), status=422)
    return _back(request, "whatif")


def progress(request: MemberRequest, *, org: str, run: int) -> HttpResponse:
    """Return how far it is; when it is over, the page is to be read again."""
    found = budget.run(by=request.member, number=run)
    if not found.is_open:
        answer = HttpResponse(status=204)
        answer.headers["HX-Refresh"] = "true"
        return answer
    return render(request, "budget/run.html", {"run": runs.show(found)})


def stop(request: MemberRequest, *, org: str, run: int) -> HttpResponse:
    budget.stop(by=request.member, number=run, now=request.now)
    return _back(request, "main")


def _back(request: MemberRequest, part: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('budget', args=(request.member.organisation,))}#{part}")
