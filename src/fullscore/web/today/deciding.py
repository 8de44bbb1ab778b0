"""Decisions by link: asked for by members, seen and answered by whoever holds the link."""

from datetime import date, datetime
from decimal import Decimal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from fullscore.engine.findings.sentences_en import say
from fullscore.usecases import today
from fullscore.usecases.accounts.throttling import TooOftenError
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import NotThereError, RefusedError
from fullscore.usecases.today import deciding
from fullscore.usecases.today.deciding import Case, DecisionLinkDeadError
from fullscore.web.accounts.sessions import address_of
from fullscore.web.templatetags.words import full_day, money
from fullscore.web.today import saying

DEFAULT_DAYS = 14
_SAID = {"approved": "Approved", "declined": "Declined", "asked": "Your question was sent"}


def ask(request: MemberRequest, org: str, finding: int) -> HttpResponse:
    """Show who was asked and what came back; on POST make one more link and show it this once."""
    if request.method != "POST":
        return _asked(request, finding)
    text = request.POST.get("days", "")
    days = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0  # noqa: PLR2004
    try:
        made = deciding.ask(
            by=request.member, finding=finding, to_name=request.POST.get("to_name", ""),
            to_email=request.POST.get("to_email", ""), days=days, on=request.on, now=request.now,
        )  # fmt: skip
    except NotThereError:
        raise
    except RefusedError as refusal:
        return _asked(request, finding, status=422, sentences=[say(one) for one in refusal.findings])
    return _asked(request, finding, link=request.build_absolute_uri(made.path))


def end(request: MemberRequest, org: str, finding: int, link: int) -> HttpResponse:
    deciding.end(by=request.member, link=link, now=request.now)
    messages.success(request, "The link opens nothing any more.")
    return HttpResponseRedirect(f"/o/{org}/today/{finding}/decision/#links")


def _asked(
    request: MemberRequest, finding: int, *, status: int = 200, sentences: list[str] | None = None,
    link: str = "",
) -> HttpResponse:  # fmt: skip
    line = today.line(by=request.member, finding=finding)
    rows = [(one, one.is_open(request.now)) for one in deciding.links(by=request.member, finding=finding)]
    page = {
        "line": line, "links": rows, "link": link, "sentences": sentences or (),
        "days": request.POST.get("days", DEFAULT_DAYS), "given": request.POST,
    }  # fmt: skip
    return render(request, "today/ask.html", page, status=status)


def decide(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the frozen case to whoever holds its link; only a press of its button answers."""
    now, address = request.now, address_of(request)  # type: ignore[attr-defined]  # set by the door
    try:
        if request.method != "POST":
            return _case(request, deciding.opened(secret=secret, address=address, now=now))
        return _answered(request, secret, address)
    except TooOftenError as refused:
        return _dead(request, say(refused.findings[0]), 429)
    except DecisionLinkDeadError as refused:
        return _dead(request, say(refused.findings[0]), 404)


def _answered(request: HttpRequest, secret: str, address: str) -> HttpResponse:
    now = request.now  # type: ignore[attr-defined]  # set by the door
    try:
        deciding.answer(
            secret=secret, address=address, outcome=request.POST.get("outcome", ""),
            name=request.POST.get("name", ""), words=request.POST.get("words", ""), now=now,
        )  # fmt: skip
    except (DecisionLinkDeadError, TooOftenError):
        raise
    except RefusedError as refusal:
        found = deciding.opened(secret=secret, address=address, now=now)
        return _case(request, found, status=422, sentences=[say(one) for one in refusal.findings])
    return HttpResponseRedirect(request.path)


def _case(
    request: HttpRequest, found: Case, *, status: int = 200, sentences: list[str] | None = None
) -> HttpResponse:
    document, currency = found.content["document"], found.content["currency"]
    page = {
        "case": found, "document": document, "sentences": sentences or (), "given": request.POST,
        "said": _SAID.get(found.answer, ""),
        "on": date.fromisoformat(found.content["on"]),
        "act_by": date.fromisoformat(document["act_by"]) if document["act_by"] else None,
        "cost": _money(document["cost_of_waiting"], currency),
        # What one week costs is all there is at stake where a day decides it.
        "at_stake": "" if document["at_stake"] == document["cost_of_waiting"]
        else _money(document["at_stake"], currency),
        "reason": saying.reason(document),
        "answered": _moment(found.answered_at) if found.answered_at else "",
        "expires": _moment(found.expires_at),
    }  # fmt: skip
    return render(request, "today/decide.html", page, status=status)


def _moment(at: datetime) -> str:
    return f"{full_day(at.date())}, {at:%H:%M}"


def _money(amount: str | None, currency: str) -> str:
    return "" if amount is None else money(Decimal(amount), currency)


def _dead(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    return render(request, "today/dead.html", {"sentence": sentence}, status=status)
