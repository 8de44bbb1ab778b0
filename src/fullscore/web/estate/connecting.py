"""Typing what rests on what, and taking it back."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from fullscore.usecases import estate
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import RefusedError
from fullscore.web.estate import page
from fullscore.web.templatetags.words import counted


def connect(request: MemberRequest, *, org: str) -> HttpResponse:
    """Write the sentence down; what is not understood comes back with it."""
    if request.method != "POST":
        return page.whole(request)
    said = request.POST.get("sentence", "")
    try:
        found = estate.connect(
            by=request.member, sentence=said, now=request.now, adds=bool(request.POST.get("adds"))
        )
    except RefusedError as refusal:
        return page.whole(request, refusal=refusal, status=422, said=said)
    back = reverse("connect-undo", args=(org, ",".join(found.refs)))
    messages.success(request, f"{counted(len(found.refs), 'line,lines')} written down.", extra_tags=back)
    return HttpResponseRedirect(reverse("impact", args=(org,)))


def undo(request: MemberRequest, *, org: str, refs: str) -> HttpResponse:
    """Put the lines of one sentence away again."""
    count = estate.disconnect(by=request.member, refs=refs.split(","), now=request.now)
    messages.success(request, f"{counted(count, 'line,lines')} taken back.")
    return HttpResponseRedirect(reverse("impact", args=(org,)))
