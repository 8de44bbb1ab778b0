"""Bad years as everything stands now: asked for, how far it is, and stopped."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from fullscore.usecases import risk
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import NotThereError, RefusedError
from fullscore.web.risk import page
from fullscore.web.risk.runs import show


def ask(request: MemberRequest, *, org: str) -> HttpResponse:
    """Ask for bad years as everything stands now."""
    try:
        run = risk.ask(by=request.member, on=request.on, now=request.now)
    except NotThereError:
        raise
    except RefusedError as refusal:
        return page.page(request, refusal=refusal, status=422)
    if not run.is_open:
        messages.success(request, "Nothing was written since: the same years, the same figures.")
    return HttpResponseRedirect(f"{reverse('risk', args=(org,))}#run")


def progress(request: MemberRequest, *, org: str, run: int) -> HttpResponse:
    """Return how far it is; when it is over, the page is to be read again."""
    found = risk.run(by=request.member, number=run)
    if not found.is_open:
        answer = HttpResponse(status=204)
        answer.headers["HX-Refresh"] = "true"
        return answer
    return render(request, "risk/run.html", {"run": show(found)})


def stop(request: MemberRequest, *, org: str, run: int) -> HttpResponse:
    risk.stop(by=request.member, number=run, now=request.now)
    return HttpResponseRedirect(f"{reverse('risk', args=(org,))}#run")
