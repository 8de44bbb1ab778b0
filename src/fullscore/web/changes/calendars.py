"""Calendars kept elsewhere: what each means, how old its copy is, and one more by file or address."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from fullscore.usecases.changes import calendars
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import RefusedError

_LARGEST = 5 * 1024 * 1024
_MEANS = {
    "hard freeze": "No changes in these days", "soft freeze": "Better no changes in these days",
    "event": "Business events, only shown", "closed": "Closed days, only shown",
    "absence": "Somebody is away",
}  # fmt: skip


def listed(request: MemberRequest, *, org: str) -> HttpResponse:
    return _page(request)


def add(request: MemberRequest, *, org: str) -> HttpResponse:
    """Bring one in; when nothing of it can be read, say why and keep nothing."""
    sent, file = request.POST, request.FILES.get("file")
    try:
        found = calendars.add(
            by=request.member, name=sent.get("name", ""), means=sent.get("means", ""), on=request.on,
            now=request.now, address=sent.get("address", ""), person=sent.get("person", ""),
            service=sent.get("service", ""), content=file.read(_LARGEST + 1) if file else None,
        )  # fmt: skip
    except RefusedError as refusal:
        return _page(request, refusal=refusal, status=422)
    messages.success(request, f"{found.name} is here with {found.events} days and times.")
    return HttpResponseRedirect(reverse("changes-calendars", args=(org,)))


def remove(request: MemberRequest, *, org: str, number: int) -> HttpResponse:
    name = calendars.remove(by=request.member, number=number, now=request.now)
    messages.success(request, f"{name} is gone, with all that was read from it.")
    return HttpResponseRedirect(reverse("changes-calendars", args=(org,)))


def _page(request: MemberRequest, *, refusal: RefusedError | None = None, status: int = 200) -> HttpResponse:
    context = {
        "sources": [(one, _MEANS[one.means]) for one in calendars.listed(by=request.member)],
        "means": _MEANS.items(), "refusal": refusal, "written": request.POST,
        "choices": calendars.choices(by=request.member),
    }  # fmt: skip
    return render(request, "changes/calendars.html", context, status=status)
