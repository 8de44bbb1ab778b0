"""Calendar addresses: given out and ended by members, read by calendar programs."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from fullscore.engine.findings.sentences_en import say
from fullscore.usecases.accounts.throttling import TooOftenError
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.today import feeding
from fullscore.usecases.today.feeding import FeedDeadError
from fullscore.web.accounts.sessions import address_of

# Each kind: what its days are called, and what they are for.
ABOUT = {
    "notice": ("Last days for notice", "By then notice must have arrived, or the contract goes on."),
    "decide": ("Decide by", "Early enough to compare offers before notice is due."),
    "order": ("Order by", "What accepted plans need ordered, and by when."),
    "renewals": ("Renewals and ends", "When contracts go on for another term, or end."),
    "changes": ("Changes", "Work on what people use, with its hours."),
}


def listed(request: MemberRequest, org: str) -> HttpResponse:
    """Show the member's own addresses; on POST make one and show it this once."""
    if request.method != "POST":
        return _page(request)
    try:
        made = feeding.give(by=request.member, kind=request.POST.get("kind", ""), now=request.now)
    except RefusedError as refusal:
        return _page(request, status=422, sentences=[say(one) for one in refusal.findings])
    return _page(request, made=made.kind, address=request.build_absolute_uri(made.path))


def end(request: MemberRequest, org: str, kind: str) -> HttpResponse:
    feeding.end(by=request.member, kind=kind, now=request.now)
    messages.success(request, "The address shows nothing any more.")
    return HttpResponseRedirect(f"/o/{org}/today/feeds/")


def _page(
    request: MemberRequest, *, status: int = 200, made: str = "", address: str = "",
    sentences: list[str] | None = None,
) -> HttpResponse:  # fmt: skip
    open_ones = {one.kind: one for one in feeding.feeds(by=request.member)}
    kinds = [(kind, *ABOUT[kind], open_ones.get(kind)) for kind in feeding.KINDS]
    page = {"kinds": kinds, "made": made, "address": address, "sentences": sentences or ()}
    page["webcal"] = address.replace("https://", "webcal://").replace("http://", "webcal://")
    return render(request, "today/feeds.html", page, status=status)


def read(request: HttpRequest, secret: str) -> HttpResponse:
    """Answer a calendar program; a dead address gets a plain sentence and no event."""
    now = request.now  # type: ignore[attr-defined]  # set by the door
    try:
        content = feeding.feed(
            secret=secret, address=address_of(request), root=request.build_absolute_uri("/"), now=now
        )
    except TooOftenError as refused:
        return HttpResponse(say(refused.findings[0]), status=429, content_type="text/plain; charset=utf-8")
    except FeedDeadError as refused:
        return HttpResponse(say(refused.findings[0]), status=404, content_type="text/plain; charset=utf-8")
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer.headers["Cache-Control"] = "private, max-age=900"
    answer.headers["Content-Disposition"] = 'inline; filename="fullscore.ics"'
    return answer
