"""Read-only links: given out and ended by members, opened by whoever holds one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from fullscore.engine.findings.sentences_en import say
from fullscore.usecases import goals
from fullscore.usecases.accounts.throttling import TooOftenError
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import NotThereError, RefusedError
from fullscore.web.accounts.sessions import address_of
from fullscore.web.goals import days, page, plans

DEFAULT_DAYS = 30


def give(request: MemberRequest, org: str, ref: str) -> HttpResponse:
    """Make a link and show it this once."""
    text = request.POST.get("days", "")
    asked = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0  # noqa: PLR2004
    try:
        made = goals.share_plan(by=request.member, ref=ref, days=asked, now=request.now)
    except NotThereError:
        raise
    except RefusedError as refusal:
        return plans.shown(request, ref, status=422, sentences=[say(one) for one in refusal.findings])
    return plans.shown(request, ref, link=request.build_absolute_uri(made.path))


def end(request: MemberRequest, org: str, ref: str, link: int) -> HttpResponse:
    goals.revoke_link(by=request.member, ref=ref, link=link, now=request.now)
    messages.success(request, "The link opens nothing any more.")
    return HttpResponseRedirect(f"{plans.address(org, ref)}#links")


def shown(request: HttpRequest, secret: str) -> HttpResponse:
    """Show a plan to whoever holds its link; a dead one gets a plain sentence."""
    now = request.now  # type: ignore[attr-defined]  # set by the door
    try:
        found = goals.shared_plan(secret=secret, address=address_of(request), now=now)
    except TooOftenError as refused:
        return _dead(request, say(refused.findings[0]), 429)
    except goals.PlanLinkDeadError as refused:
        return _dead(request, say(refused.findings[0]), 404)
    made = goals.PlanDocument(found.content, found.closed, found.places)
    context = {
        "plan": page.shown(made),
        "organisation_name": found.organisation_name,
        "kept": days.of(found.kept_at.date(), now.date()),
        "expires": days.of(found.expires_at.date(), now.date()),
        "is_public": True,
    }
    return render(request, "goals/shared.html", context)


def _dead(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    return render(request, "goals/shared_dead.html", {"sentence": sentence}, status=status)
