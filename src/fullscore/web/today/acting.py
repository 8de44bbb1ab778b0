"""What is done about a line: snoozed, handed over, done, declined; each says so and can be undone."""

from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from fullscore.engine.findings.sentences_en import say
from fullscore.usecases import today
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import NotThereError, RefusedError, StaleVersionError
from fullscore.usecases.today import KeptLine
from fullscore.web.goals import days
from fullscore.web.today import views

NOT_A_DAY = "{} is not a day. Write it as 2026-11-25. Nothing was changed."
NO_DAY = "Say until which day, or until something changes. Nothing was changed."
LONGEST_SHOWN = 40


def snooze(request: MemberRequest, org: str, finding: int) -> HttpResponse:
    """Put a line away until a day, or until something about it changes."""
    try:
        until = _until(request)
    except ValueError as trouble:
        return views.page(request, finding, status=422, sentences=(str(trouble),))
    said = f"until {days.of(until, request.on)}" if until else "until something changes"
    return _done(
        request, org, finding,
        lambda: today.snooze(
            by=request.member, finding=finding, until=until, now=request.now, on=request.on,
            version=_version(request),
        ),
        lambda title: f"Snoozed {said}: {title}.",
    )  # fmt: skip


def _until(request: MemberRequest) -> date | None:
    """Return the asked day, None for the next change; raises `ValueError` for what is neither."""
    asked = request.POST.get("until", "")
    if asked == "change":
        return None
    text = request.POST.get("day", "").strip() if asked in {"", "day"} else asked
    if not text:
        raise ValueError(NO_DAY)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(NOT_A_DAY.format(text[:LONGEST_SHOWN])) from None


def assign(request: MemberRequest, org: str, finding: int) -> HttpResponse:
    """Hand a line to a member, or to nobody."""
    asked = request.POST.get("user", request.GET.get("user", ""))
    user = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else None  # noqa: PLR2004
    try:
        before = today.line(by=request.member, finding=finding).assigned_to
        kept = today.assign(
            by=request.member, finding=finding, user=user, now=request.now, version=_version(request)
        )
    except RefusedError as refused:
        return _refused(request, finding, refused)
    who = f"is now with {kept.assigned_name}" if kept.assigned_name else "is with nobody now"
    undo = f"/o/{org}/today/{finding}/assign/?user={before or ''}"
    messages.success(request, f"{_title(kept)} {who}.", extra_tags=undo)
    return _back(request, org)


def done(request: MemberRequest, org: str, finding: int) -> HttpResponse:
    return _done(
        request, org, finding,
        lambda: today.finish(
            by=request.member, finding=finding, now=request.now, version=_version(request)
        ),
        lambda title: f"Done: {title}.",
    )  # fmt: skip


def decline(request: MemberRequest, org: str, finding: int) -> HttpResponse:
    """Note that it will not be done, why, and who decided so."""
    reason = request.POST.get("reason", "").strip()
    who = request.POST.get("decided_by", "").strip() or request.member.name
    return _done(
        request, org, finding,
        lambda: today.decline(
            by=request.member, finding=finding, reason=reason, decided_by=who, now=request.now,
            on=request.on, version=_version(request),
        ),
        lambda title: f"Not doing it: {title}. It is kept as a decision of {who}.",
    )  # fmt: skip


def reopen(request: MemberRequest, org: str, finding: int) -> HttpResponse:
    """Put a line back on the list, whatever was done about it."""
    try:
        kept = today.reopen(
            by=request.member, finding=finding, now=request.now, version=_version(request)
        )  # fmt: skip
    except RefusedError as refused:
        return _refused(request, finding, refused)
    messages.success(request, f"Back on the list: {_title(kept)}.")
    return _back(request, org)


def _done(
    request: MemberRequest, org: str, finding: int, act: Callable[[], KeptLine], said: Callable[[str], str]
) -> HttpResponse:
    try:
        kept = act()
    except RefusedError as refused:
        return _refused(request, finding, refused)
    messages.success(request, said(_title(kept)), extra_tags=f"/o/{org}/today/{finding}/reopen/")
    return _back(request, org)


def _refused(request: MemberRequest, finding: int, refused: RefusedError) -> HttpResponse:
    """Say on the page of the line why not; what somebody else did meanwhile has a page of its own."""
    if isinstance(refused, NotThereError | StaleVersionError):
        raise refused
    sentences = tuple(say(one) for one in refused.findings)
    return views.page(request, finding, status=422, sentences=sentences)


def _title(kept: KeptLine) -> str:
    return str(kept.document.get("title") or f"{kept.register} {kept.ref}")


def _back(request: MemberRequest, org: str) -> HttpResponseRedirect:
    """Return to the list that was in sight; never to a place outside."""
    asked = request.POST.get("back", "")
    is_ours = asked.startswith(f"/o/{org}/today/") and url_has_allowed_host_and_scheme(asked, None)
    return HttpResponseRedirect(asked if is_ours else f"/o/{org}/today/")


def _version(request: MemberRequest) -> int | None:
    """Return the version the page showed; a press on Undo has seen none."""
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None  # noqa: PLR2004
