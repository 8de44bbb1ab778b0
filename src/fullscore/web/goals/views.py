"""The answer page: without a question it is the home of goals, half understood it asks back."""

from django.http import HttpResponse
from django.shortcuts import render

from fullscore.engine.registers.access import Right
from fullscore.usecases import goals
from fullscore.usecases.goals import GoalNotUnderstoodError, PlanDocument, recalling
from fullscore.usecases.policy import MemberRequest
from fullscore.web.goals import asking, beside, changing, files, orders, page, plans

# The home lists so many plans; the others stand on the plans' own page.
NEWEST = 8


def show(request: MemberRequest, org: str) -> HttpResponse:
    """Answer the question in the address, or say what is not clear about it (422)."""
    sentence = _sentence(request)
    if not sentence:
        return _home(request)
    try:
        made = goals.plan_goal(by=request.member, sentence=sentence, on=request.on)
    except GoalNotUnderstoodError as refused:
        return _half(request, sentence, refused)
    return render(request, "goals/plan.html", _around(request, sentence, made, _drawn(request, made)))


def what_if(request: MemberRequest, org: str) -> HttpResponse:
    """Set a question beside the accepted plans, without touching them."""
    sentence = _sentence(request)
    if not sentence:
        return render(request, "goals/what_if.html", {"sentence": ""})
    try:
        found = goals.what_if(by=request.member, sentence=sentence, on=request.on)
    except GoalNotUnderstoodError as refused:
        return _half(request, sentence, refused)
    compared = beside.rows(found, request.account.currency)
    drawn = page.shown(found.shown, _root(request))
    context = _around(request, sentence, found.shown, drawn) | {"compared": compared}
    return render(request, "goals/what_if.html", context)


def workbook(request: MemberRequest, org: str) -> HttpResponse:
    """Hand out the plan of the question as a workbook; a question with gaps is refused with them (422)."""
    content = goals.plan_xlsx(by=request.member, sentence=_sentence(request), on=request.on)
    return files.workbook(content, "plan")


def _sentence(request: MemberRequest) -> str:
    return request.GET.get("q", "").strip()


def _root(request: MemberRequest) -> str:
    return f"/o/{request.member.organisation}/"


def _drawn(request: MemberRequest, made: PlanDocument) -> page.Shown:
    """Return what the page shows, drawn once for an answer that is given again."""
    root = _root(request)
    # By the very answer it was drawn from, which is kept beside it so that no other can take its number.
    return recalling.recalled(("page", id(made), root), lambda: (made, page.shown(made, root)))[1]


def _around(
    request: MemberRequest, sentence: str, made: PlanDocument, drawn: page.Shown
) -> dict[str, object]:
    return {
        "sentence": sentence,
        "asked": request.GET.urlencode(),
        "plan": drawn,
        "change": changing.form(made, goals.teams_to_ask_for(by=request.member)),
        "may_keep": request.member.may(Right.KEEP_PLANS),
    }


def _half(request: MemberRequest, sentence: str, refused: GoalNotUnderstoodError) -> HttpResponse:
    known = asking.asked_back(sentence, refused)
    return render(request, "goals/half.html", {"sentence": sentence, "half": known}, status=422)


def _home(request: MemberRequest) -> HttpResponse:
    """Show where to begin, what was kept, and what has to be ordered next."""
    by, on = request.member, request.on
    kept, waiting = goals.kept_plans(by=by), goals.to_order(by=by, on=on).lines
    context = {
        "examples": asking.examples(goals.teams_to_ask_for(by=by)),
        "plans": plans.entries(kept[:NEWEST], waiting, request.account.currency, on),
        "more": len(kept[NEWEST:]),
        "waiting": orders.lead(waiting, on) if waiting else "",
        "is_late": any(one.order_by < on for one in waiting),
    }
    return render(request, "goals/home.html", context)
