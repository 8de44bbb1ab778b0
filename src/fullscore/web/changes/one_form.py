"""The form of a change in plain words: new, like a template, after the fact, or one there is."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import Right
from fullscore.usecases.changes import living
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import NotThereError, RefusedError, StaleVersionError
from fullscore.web.changes.one_acts import version

_FIELDS = (
    "name", "why", "kind", "template", "touches", "crew", "after", "steps", "shortest_hours", "likely_hours",
    "longest_hours", "rollback_hours", "earliest", "latest", "due", "waiting_cost_day", "notice_days",
    "soak_days", "starts_on", "starts_at", "owner", "vendor", "serves", "test", "rollback", "notice",
    "begun_day", "begun_at", "ended_day", "ended_at", "outcome",
)  # fmt: skip
_DATES = (("earliest", "Not before"), ("due", "Wanted by"), ("latest", "Not after"))
_TICKS = ("is_announced", "is_template")


def new(request: MemberRequest, *, org: str) -> HttpResponse:
    """Show the empty form, or one like a template; on POST write the change down."""
    request.member.require(Right.EDIT_REGISTERS)
    if request.method != "POST":
        asked = {"kind": request.GET.get("kind", ""), "starts_on": request.GET.get("starts_on", "")}
        return _form(request, None, {name: text for name, text in asked.items() if text})
    given = _given(request)
    try:
        done = living.add(by=request.member, given=given, now=request.now)
    except RefusedError as refusal:
        return _form(request, None, given, refusal=refusal, status=422)
    messages.success(request, f"{done.name} is written down.")
    return HttpResponseRedirect(reverse("change", args=(org, done.ref)))


def edit(request: MemberRequest, *, org: str, ref: str) -> HttpResponse:
    """Show what there is to change; on POST change it."""
    request.member.require(Right.EDIT_REGISTERS)
    if request.method != "POST":
        return _form(request, ref, {})
    given = {name: text for name, text in _given(request).items() if name not in {"kind", "template"}}
    try:
        done = living.change(
            by=request.member, ref=ref, given=given, version=version(request), on=request.on, now=request.now
        )
    except NotThereError:
        raise
    except StaleVersionError as stale:
        return _form(request, ref, given, refusal=stale, status=409)
    except RefusedError as refusal:
        return _form(request, ref, given, refusal=refusal, status=422)
    messages.success(request, f"{done.name} is saved.")
    return HttpResponseRedirect(reverse("change", args=(org, done.ref)))


def _given(request: MemberRequest) -> Mapping[str, str]:
    """Return what was sent; a tick that is not sent is none."""
    sent = {name: request.POST[name] for name in _FIELDS if name in request.POST}
    is_whole = request.POST.get("whole") == "yes"
    ticks = {name: request.POST.get(name, "no") for name in _TICKS if is_whole or name in request.POST}
    return {**sent, **ticks}


def _form(
    request: MemberRequest, ref: str | None, given: Mapping[str, str], *,
    refusal: RefusedError | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    draft = living.draft(by=request.member, ref=ref, template=request.GET.get("template", ""))
    values: dict[str, Any] = {**draft.values, **given}
    context = {
        "draft": draft,
        "ref": ref,
        "values": values,
        "lengths": [(name, label, values.get(name, "")) for name, label in living.LENGTHS.items()],
        "dates": [(name, label, values.get(name, "")) for name, label in _DATES],
        "kind": values.get("kind") or "normal",
        "version": request.POST.get("version") or draft.version,
        "sentences": [say(one) for one in refusal.findings] if refusal else (),
    }
    return render(request, "changes/form.html", context, status=status)
