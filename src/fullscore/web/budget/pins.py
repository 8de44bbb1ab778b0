"""Pinned, forbidden, let go: what a person decides beforehand, and taken back."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from fullscore.usecases import budget
from fullscore.usecases.budget.values import Pinned
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import NotThereError, RefusedError, StaleVersionError
from fullscore.web.budget import case, page

_SAID = {
    "pinned": "“{}” is pinned: it is taken whatever it costs.",
    "forbidden": "“{}” is forbidden: it is never taken.",
    "free": "“{}” is let go: it is weighed like all others.",
}  # fmt: skip
_LONGEST_NUMBER = 9


def pin(request: MemberRequest, *, org: str, ref: str) -> HttpResponse:
    """Pin or forbid one way to do a proposal, or let it go; the page it was done on comes again."""
    sent = request.POST
    version = sent.get("version", "")
    try:
        done = budget.pin(
            by=request.member, ref=sent.get("option", ""), pin=sent.get("pin", ""),
            version=int(version) if version.isdecimal() and len(version) <= _LONGEST_NUMBER else None,
            on=request.on, now=request.now,
        )  # fmt: skip
    except NotThereError:
        raise
    except RefusedError as refusal:
        status = 409 if isinstance(refusal, StaleVersionError) else 422
        if sent.get("from") == "page":
            return page.page(request, refusal=refusal, status=status)
        return case.page(request, ref=ref, refusal=refusal, status=status)
    return _said(request, ref, done, is_page=sent.get("from") == "page")


def _said(request: MemberRequest, ref: str, done: Pinned, *, is_page: bool) -> HttpResponse:
    org = request.member.organisation
    back = reverse("budget-undo", args=(org, done.ref, done.entry)) if done.entry is not None else ""
    here = budget.board(by=request.member, on=request.on, now=request.now).of(done.proposal)
    name = f"{here.name}: {done.name}" if here else done.name
    messages.success(request, _SAID[done.pin].format(name), extra_tags=back)
    if is_page:
        return HttpResponseRedirect(f"{reverse('budget', args=(org,))}#p-{ref}")
    return HttpResponseRedirect(reverse("budget-case", args=(org, ref)))


def undo(request: MemberRequest, *, org: str, ref: str, entry: int) -> HttpResponse:
    """Take a pin back; `ref` is the option's."""
    try:
        budget.take_back(by=request.member, ref=ref, entry=entry, now=request.now)
    except NotThereError:
        raise
    except RefusedError as refusal:
        return page.page(request, refusal=refusal, status=409)
    messages.success(request, "Taken back.")
    return HttpResponseRedirect(reverse("budget", args=(request.member.organisation,)))
