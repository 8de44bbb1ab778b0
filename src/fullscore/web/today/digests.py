"""The weekly mails: who gets which one when, added, changed and stopped; sent now, and looked at before."""

from datetime import time

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render

from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import Right
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import NotThereError, RefusedError
from fullscore.usecases.settings import organisation
from fullscore.usecases.today import digests
from fullscore.usecases.today.digests import DigestShown, Wanted
from fullscore.web.settings.forms import WEEKDAYS, choices

KINDS = (
    ("list", "The list", "every line of the week, with its links"),
    ("brief", "The brief", "three lines, and what needs deciding"),
)
_HOURS = tuple(f"{hour:02}:00" for hour in range(5, 20))
_QUEUED = "The mail to {} is on its way. This page shows when it has left."
_NO_SERVER = "It waits: this installation knows no mail server yet."


def listed(request: MemberRequest, org: str) -> HttpResponse:
    """Show the weekly mails; on POST add one."""
    if request.method != "POST":
        return _page(request)
    try:
        made = digests.add(by=request.member, wanted=_wanted(request.POST), now=request.now)
    except RefusedError as refused:
        return _page(request, status=422, sentences=tuple(say(one) for one in refused.findings))
    messages.success(request, f"{made.email} gets {_title(made.kind)} each week.")
    return _back(org)


def change(request: MemberRequest, org: str, digest: int) -> HttpResponse:
    """Change one, stop it, or take it up again."""
    try:
        done = digests.change(
            by=request.member, key=digest, wanted=_wanted(request.POST), version=_version(request.POST),
            now=request.now,
        )  # fmt: skip
    except NotThereError:
        raise
    except RefusedError as refused:
        return _page(request, status=422, sentences=tuple(say(one) for one in refused.findings))
    said = (
        f"{done.email} gets {_title(done.kind)} each week." if done.is_on else f"{done.email} gets no more."
    )
    messages.success(request, said)
    return _back(org)


def remove(request: MemberRequest, org: str, digest: int) -> HttpResponse:
    digests.remove(by=request.member, key=digest, now=request.now)
    messages.success(request, "It is taken away; the links in its mails open nothing any more.")
    return _back(org)


def send(request: MemberRequest, org: str, digest: int) -> HttpResponse:
    """Queue one now; the page shows what becomes of it."""
    digests.send(by=request.member, key=digest, now=request.now)
    return _queued(request, org, digests.digest(by=request.member, key=digest, now=request.now).email)


def send_me(request: MemberRequest, org: str) -> HttpResponse:
    """Queue this week's list for whoever asks."""
    digests.send_me(by=request.member, now=request.now)
    return _queued(request, org, request.member.email or "")


def preview(request: MemberRequest, org: str, digest: int) -> HttpResponse:
    """Show a mail as it would leave now, as HTML or (`as=text`) as plain text."""
    letter = digests.preview(by=request.member, key=digest, now=request.now, nonce=request.csp_nonce)
    if request.GET.get("as") == "text":
        head = f"To: {letter.to}\nSubject: {letter.subject}\n\n"
        return HttpResponse(head + letter.text, content_type="text/plain; charset=utf-8")
    return HttpResponse(letter.html)


def _page(request: MemberRequest, *, status: int = 200, sentences: tuple[str, ...] = ()) -> HttpResponse:
    by = request.member
    found = digests.digests(by=by, now=request.now)
    zone = organisation.settings_of(by=by).zone
    page = {
        "digests": [(one, _title(one.kind), WEEKDAYS[one.schedule.weekday - 1]) for one in found],
        "count": sum(1 for one in found if one.is_on), "sentences": sentences, "given": request.POST,
        "kinds": KINDS, "weekdays": list(enumerate(WEEKDAYS, start=1)), "hours": _hours(found), "zone": zone,
        "zones": choices()["zones"], "may_manage": by.may(Right.MANAGE_SETTINGS),
        "has_own": any(one.is_own for one in found), "is_mail_on": digests.is_mail_on(),
        "is_site_known": digests.is_site_known(),
    }  # fmt: skip
    return render(request, "today/digests.html", page, status=status)


def _hours(found: tuple[DigestShown, ...]) -> list[str]:
    """Return full hours of a working day, and what somebody chose beside them."""
    return sorted({*_HOURS, *(_clock(one.schedule.at) for one in found)})


def _clock(at: time) -> str:
    return f"{at:%H:%M}"


def _wanted(sent: QueryDict) -> Wanted:
    """Return what the form says; fields it does not have stay as they are."""
    texts = {
        name: str(sent[name]) for name in ("email", "name", "kind", "weekday", "at", "zone") if name in sent
    }
    is_on = sent["is_on"] == "1" if "is_on" in sent else None
    # An empty name is no name: the address stands in for it.
    return Wanted(is_on=is_on, **{name: text for name, text in texts.items() if text or name != "name"})


def _version(sent: QueryDict) -> int | None:
    text = sent.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None  # noqa: PLR2004


def _title(kind: str) -> str:
    return next(title for known, title, _ in KINDS if known == kind).lower()


def _queued(request: MemberRequest, org: str, email: str) -> HttpResponseRedirect:
    messages.success(request, _QUEUED.format(email) if digests.is_mail_on() else _NO_SERVER)
    return _back(org)


def _back(org: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"/o/{org}/today/digests/")
