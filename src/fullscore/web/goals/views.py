"""One page: without a question it offers some, with one it answers, half understood it asks back."""

from django.http import HttpResponse
from django.shortcuts import render

from fullscore.usecases.goals import GoalNotUnderstoodError, plan_goal, teams_to_ask_for
from fullscore.usecases.policy import MemberRequest
from fullscore.web.goals import asking, page


def show(request: MemberRequest, org: str) -> HttpResponse:
    """Answer the question in the address, or say what is not clear about it (422)."""
    sentence = request.GET.get("q", "").strip()
    if not sentence:
        examples = asking.examples(teams_to_ask_for(by=request.member))
        return render(request, "goals/empty.html", {"examples": examples})
    try:
        made = plan_goal(by=request.member, sentence=sentence, on=request.on)
    except GoalNotUnderstoodError as refused:
        known = asking.asked_back(sentence, refused)
        return render(request, "goals/half.html", {"sentence": sentence, "half": known}, status=422)
    return render(request, "goals/plan.html", {"sentence": sentence, "plan": page.shown(made)})
