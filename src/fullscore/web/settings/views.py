"""The organisation's settings: one form, and the closed days that follow from it."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import Right
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.settings import branding, closed, fields, organisation
from fullscore.usecases.settings.organisation import SettingsChangedError
from fullscore.web.settings.forms import choices, version_in, written, written_as

FORM = "settings/settings.html"


def show_and_save(request: MemberRequest, org: str) -> HttpResponse:
    """Show the settings; on POST save them, or show what does not fit beside what was written."""
    if request.method != "POST":
        return page(request)
    changes = written(request.POST)
    try:
        organisation.change_settings(
            by=request.member, changes=changes, version=version_in(request.POST), now=request.now
        )
    except SettingsChangedError as refusal:
        return page(request, status=409, refusal=refusal)
    except RefusedError as refusal:
        return page(request, status=422, refusal=refusal, changes=changes)
    messages.success(request, "The settings are saved.")
    return HttpResponseRedirect(f"/o/{org}/settings/")


def page(
    request: MemberRequest,
    *,
    status: int = 200,
    refusal: RefusedError | None = None,
    changes: dict[str, str] | None = None,
) -> HttpResponse:
    """Show all settings, with what was refused and what was written where it was."""
    now = organisation.settings_for_editing(by=request.member)
    context = {
        "settings": now,
        "written": changes or written_as(now),
        "choices": choices(),
        "orders": fields.DATE_ORDERS,
        "errors": {finding.subject.ref: say(finding) for finding in refusal.findings} if refusal else {},
        "may_manage_members": request.member.may(Right.MANAGE_MEMBERS),
        "closed_days": closed.closed_days(by=request.member, on=request.on),
        "brand": branding.branding_of(by=request.member),
    }
    return render(request, FORM, context, status=status)
