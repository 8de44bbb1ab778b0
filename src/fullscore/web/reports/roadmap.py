"""A proposal moved to another quarter, by dragging or by choosing; taken back like every change of a row."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from fullscore.usecases import reports
from fullscore.usecases.policy import MemberRequest
from fullscore.web.templatetags.words import full_day


def move(request: MemberRequest, *, org: str) -> HttpResponse:
    """Let a proposal start in the quarter chosen; the pack shows it once it is prepared again."""
    try:
        quarter = date.fromisoformat(request.POST.get("quarter", ""))
    except ValueError:
        messages.error(request, "That is no quarter. Choose one from the list.")
        return _back(request)
    done = reports.move(
        by=request.member, proposal=request.POST.get("proposal", ""), quarter=quarter, now=request.now
    )
    undo = ""
    if done.entry is not None:
        undo = reverse("register-undo", args=(org, "budget", "proposals", done.proposal, done.entry))
    words = (
        f"{done.name} starts from {full_day(done.starts_from)}. Prepare the pack again to see what follows."
    )
    messages.success(request, words, extra_tags=undo)
    return _back(request)


def _back(request: MemberRequest) -> HttpResponse:
    return HttpResponseRedirect(reverse("reports", args=(request.member.organisation,)))
