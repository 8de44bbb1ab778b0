"""Pages before one is signed in: sign in, use a link, forgot the password, sign out."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from fullscore.engine.findings.sentences_en import say
from fullscore.usecases.accounts import accepting, mailing, signing_in
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import RefusedError
from fullscore.web.accounts.sessions import address_of, begin, landing


def sign_in(request: MemberRequest) -> HttpResponse:
    """Show the form, or sign in and go where one wanted to."""
    if request.method != "POST":
        return _page(request, "accounts/sign_in.html", 200)
    email, password = request.POST.get("email", ""), request.POST.get("password", "")
    try:
        who = signing_in.sign_in(email=email, password=password, address=address_of(request), now=request.now)
    except RefusedError as refusal:
        return _page(
            request, "accounts/sign_in.html", _status(refusal), email=email, sentences=_sentences(refusal)
        )
    begin(request, who)
    return HttpResponseRedirect(landing(request, who))


def sign_out(request: HttpRequest) -> HttpResponse:
    request.session.flush()
    return HttpResponseRedirect("/sign-in/")


def link(request: MemberRequest, secret: str) -> HttpResponse:
    """Show what a link does; only the button uses it, because mail scanners open addresses."""
    try:
        offer = accepting.look_at(secret=secret, now=request.now)
    except RefusedError as refusal:
        return _page(request, "accounts/link_dead.html", 410, sentences=_sentences(refusal))
    if request.method != "POST":
        return _page(request, "accounts/link.html", 200, offer=offer)
    try:
        who = accepting.accept_link(
            secret=secret,
            name=request.POST.get("name", ""),
            password=request.POST.get("password", ""),
            address=address_of(request),
            now=request.now,
        )
    except RefusedError as refusal:
        return _page(
            request, "accounts/link.html", _status(refusal), offer=offer, sentences=_sentences(refusal)
        )
    begin(request, who)
    return HttpResponseRedirect(landing(request, who))


def reset(request: MemberRequest) -> HttpResponse:
    """Take an e-mail and say the same words whether anybody here has it."""
    if request.method != "POST":
        return _page(request, "accounts/reset.html", 200, is_mail_on=mailing.is_mail_on())
    email = request.POST.get("email", "")
    try:
        mailing.send_reset(
            email=email, site=request.build_absolute_uri("/"), address=address_of(request), now=request.now
        )
    except RefusedError as refusal:
        return _page(
            request,
            "accounts/reset.html",
            _status(refusal),
            email=email,
            is_mail_on=True,
            sentences=_sentences(refusal),
        )
    return _page(request, "accounts/reset_sent.html", 200, email=email)


def _page(request: HttpRequest, template: str, status: int, **values: object) -> HttpResponse:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    return render(request, template, {"next": wanted, **values}, status=status)


def _status(refusal: RefusedError) -> int:
    return 429 if refusal.findings[0].code == "sign-in-too-often" else 422


def _sentences(refusal: RefusedError) -> list[str]:
    return [say(finding) for finding in refusal.findings]
