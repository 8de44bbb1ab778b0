"""Pages about oneself: where one belongs, name, e-mail, password, tokens."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from fullscore.engine.findings.sentences_en import say
from fullscore.usecases.accounts import arrivals, oneself, tokens
from fullscore.usecases.accounts.tokens import NewToken
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import NotThereError, RefusedError
from fullscore.web.accounts.sessions import address_of, begin

DEFAULT_DAYS = 90


def organisations(request: MemberRequest) -> HttpResponse:
    """Go to the one organisation this person belongs to, or let them choose."""
    places = arrivals.places(account_id=request.account_id)
    if len(places) == 1:
        return HttpResponseRedirect(f"/o/{places[0].ref}/")
    return render(request, "accounts/organisations.html", {"places": places, "account": request.account})


def me(request: MemberRequest) -> HttpResponse:
    return _page(request)


def change_name(request: MemberRequest) -> HttpResponse:
    return _done(
        request,
        lambda: oneself.change_name(account_id=request.account_id, name=request.POST.get("name", "")),
        "Your name is changed.",
    )


def change_email(request: MemberRequest) -> HttpResponse:
    return _done(
        request,
        lambda: oneself.change_email(
            account_id=request.account_id,
            email=request.POST.get("email", ""),
            password=request.POST.get("present", ""),
            address=address_of(request),
            now=request.now,
        ),
        "You sign in by the new e-mail from now on.",
    )


def change_password(request: MemberRequest) -> HttpResponse:
    """Change it; this session goes on under a new proof, every other one ends."""
    return _done(
        request,
        lambda: begin(
            request,
            oneself.change_password(
                account_id=request.account_id,
                present=request.POST.get("present", ""),
                new=request.POST.get("new", ""),
                address=address_of(request),
                now=request.now,
            ),
        ),
        "The password is changed. Other browsers must sign in again.",
    )


def list_and_make_tokens(request: MemberRequest, org: str) -> HttpResponse:
    """Show the tokens; on POST make one and show its secret this once."""
    if request.method != "POST":
        return _tokens(request)
    days = request.POST.get("days", "")
    try:
        made = tokens.issue_token(
            by=request.member,
            name=request.POST.get("name", ""),
            scope="write" if request.POST.get("scope") == "write" else "read",
            days=int(days) if days.isascii() and days.isdigit() and len(days) < 5 else 0,  # noqa: PLR2004
            now=request.now,
        )
    except RefusedError as refusal:
        return _tokens(request, status=422, refusal=refusal)
    return _tokens(request, made=made)


def revoke_token(request: MemberRequest, org: str, token: int) -> HttpResponse:
    try:
        done = tokens.revoke_token(by=request.member, token=token, now=request.now)
    except NotThereError as refusal:
        return _tokens(request, status=404, refusal=refusal)
    messages.success(request, f"{done.shown}… opens nothing any more.")
    return HttpResponseRedirect(f"/o/{org}/tokens/")


def _done(request: MemberRequest, act: Callable[[], None], sentence: str) -> HttpResponse:
    try:
        act()
    except RefusedError as refusal:
        return _page(request, status=422, refusal=refusal)
    messages.success(request, sentence)
    return HttpResponseRedirect("/me/")


def _page(request: MemberRequest, *, status: int = 200, refusal: RefusedError | None = None) -> HttpResponse:
    page = {
        "account": request.account,
        "places": arrivals.places(account_id=request.account_id),
        "sentences": [say(finding) for finding in refusal.findings] if refusal else [],
        "refused": refusal.findings[0].subject.ref if refusal else None,
    }
    return render(request, "accounts/me.html", page, status=status)


def _tokens(
    request: MemberRequest,
    *,
    status: int = 200,
    made: NewToken | None = None,
    refusal: RefusedError | None = None,
) -> HttpResponse:
    page = {
        "tokens": tokens.tokens(by=request.member),
        "made": made,
        "days": DEFAULT_DAYS,
        "now": request.now,
        "sentences": [say(finding) for finding in refusal.findings] if refusal else [],
    }
    return render(request, "accounts/tokens.html", page, status=status)
