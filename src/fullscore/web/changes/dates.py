"""Dates of changes from the calendar: tried, moved, asked for and taken."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from fullscore.usecases import changes
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import NotThereError, RefusedError
from fullscore.web.changes import calendar, runs, wording
from fullscore.web.changes.panel import tried_panel
from fullscore.web.templatetags.words import counted

_LONGEST_NUMBER = 9


def attempt(request: MemberRequest, *, org: str) -> HttpResponse:
    """Say what stands against a date, and which two work; nothing is written."""
    sent = request.POST
    try:
        tried = changes.try_move(
            by=request.member, ref=sent.get("ref", ""), start=_start(request), on=request.on, now=request.now
        )
    except NotThereError:
        raise
    except RefusedError as refusal:
        return render(request, "changes/panel.html", {"refusal": refusal}, status=422)
    return render(request, "changes/panel.html", {"panel": tried_panel(tried), "is_alone": True})


def _start(request: MemberRequest) -> datetime:
    """Return the moment that was sent as a day and a time of the organisation's clock."""
    sent = request.POST
    return changes.moment_for(by=request.member, text=f"{sent.get('day', '')}T{sent.get('at', '')}")


def move(request: MemberRequest, *, org: str) -> HttpResponse:
    """Set a change to a date; somebody who moved it meanwhile is not written over."""
    sent = request.POST
    version = sent.get("version", "")
    try:
        done = changes.move(
            by=request.member, ref=sent.get("ref", ""), start=_start(request),
            version=int(version) if version.isdecimal() and len(version) <= _LONGEST_NUMBER else 0,
            is_confirmed=sent.get("confirmed") == "yes", on=request.on, now=request.now,
        )  # fmt: skip
    except NotThereError:
        raise
    except RefusedError as refusal:
        return calendar.page(request, refusal=refusal, status=409)
    if done.entry is not None and done.start is not None and done.end is not None:
        said = f"{done.name} is set for {wording.when(done.start, done.end)}."
        messages.success(request, said, extra_tags=reverse("changes-undo", args=(org, done.ref, done.entry)))
    return HttpResponseRedirect(f"{reverse('changes', args=(org,))}?{_place(done.ref, sent.get('day', ''))}")


def undo(request: MemberRequest, *, org: str, ref: str, entry: int) -> HttpResponse:
    """Put a change back to the date it had before."""
    try:
        done = changes.take_back(by=request.member, ref=ref, entry=entry, on=request.on, now=request.now)
    except NotThereError:
        raise
    except RefusedError as refusal:
        return calendar.page(request, refusal=refusal, status=409)
    messages.success(request, f"{done.name} is back where it was.")
    day = done.start.date().isoformat() if done.start else ""
    return HttpResponseRedirect(f"{reverse('changes', args=(org,))}?{_place(ref, day)}")


def _place(ref: str, day: str) -> str:
    return f"change={ref}&day={day}"


def ask(request: MemberRequest, *, org: str) -> HttpResponse:
    """Ask for dates of all open changes; the worker looks for them."""
    sent = request.POST
    begin, end = sent.get("frozen_from", ""), sent.get("frozen_to", "")
    try:
        asked = changes.asked_for(no_changes=(f"{begin}..{end or begin}",)) if begin else changes.Asked()
        changes.ask(by=request.member, asked=asked, on=request.on, now=request.now)
    except NotThereError:
        raise
    except RefusedError as refusal:
        return calendar.page(request, refusal=refusal, status=422)
    return HttpResponseRedirect(f"{reverse('changes', args=(org,))}#dates")


def progress(request: MemberRequest, *, org: str, run: int) -> HttpResponse:
    """Return how far a search is; when it is over, the page is to be read again."""
    found = changes.run(by=request.member, number=run)
    if not found.is_open:
        answer = HttpResponse(status=204)
        answer.headers["HX-Refresh"] = "true"
        return answer
    return render(request, "changes/run.html", {"run": runs.show(found)})


def stop(request: MemberRequest, *, org: str, run: int) -> HttpResponse:
    changes.stop(by=request.member, number=run, now=request.now)
    return HttpResponseRedirect(f"{reverse('changes', args=(org,))}#dates")


def take(request: MemberRequest, *, org: str, run: int) -> HttpResponse:
    """Write the dates a search found, all or those that were ticked."""
    refs = tuple(request.POST.getlist("ref")) or None
    try:
        taken = changes.take(by=request.member, number=run, refs=refs, on=request.on, now=request.now)
    except NotThereError:
        raise
    except RefusedError as refusal:
        return calendar.page(request, refusal=refusal, status=409)
    some = counted(len(taken.left), "was,were")
    left = f" {some} left: somebody changed them meanwhile." if taken.left else ""
    messages.success(request, f"{counted(len(taken.moved), 'date is,dates are')} set.{left}")
    return HttpResponseRedirect(reverse("changes", args=(org,)))
