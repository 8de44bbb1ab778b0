"""The page by link: whoever holds it reads the pack and answers what it asks, on a phone first."""

from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from fullscore.engine.findings.sentences_en import say
from fullscore.usecases import reports
from fullscore.usecases.accounts.throttling import TooOftenError
from fullscore.usecases.registers.values import NotThereError, RefusedError
from fullscore.usecases.reports import PackLinkDeadError, Reading
from fullscore.web.accounts.sessions import address_of
from fullscore.web.reports import page, showing
from fullscore.web.templatetags.words import full_day

_LIGHT = 300_000  # bytes
SAID = {"approved": "Approved", "declined": "Declined", "asked": "Question"}


def read(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the pack; on POST keep one answer."""
    now, address = request.now, address_of(request)  # type: ignore[attr-defined]  # set by the door
    try:
        if request.method != "POST":
            return _page(request, reports.opened(secret=secret, address=address, now=now))
        return _answered(request, secret, address)
    except TooOftenError as refused:
        return _dead(request, say(refused.findings[0]), 429)
    except PackLinkDeadError as refused:
        return _dead(request, say(refused.findings[0]), 404)


def _answered(request: HttpRequest, secret: str, address: str) -> HttpResponse:
    now, sent = request.now, request.POST  # type: ignore[attr-defined]  # set by the door
    proposal = sent.get("proposal", "")
    try:
        reports.answer(
            secret=secret, address=address, proposal=proposal, outcome=sent.get("outcome", ""),
            name=sent.get("name", ""), words=sent.get("words", ""), now=now,
        )  # fmt: skip
    except (PackLinkDeadError, TooOftenError):
        raise
    except RefusedError as refusal:
        found = reports.opened(secret=secret, address=address, now=now)
        return _page(request, found, proposal, [say(each) for each in refusal.findings], 422)
    return HttpResponseRedirect(f"{request.path}#ask-{proposal}")


def logo(found: Reading) -> str:
    """Return the logo as an address that holds all of it; "" for none, or one too heavy for a phone."""
    if found.logo is None or len(found.logo) > _LIGHT:
        return ""
    kind = "svg+xml" if found.logo_type == "svg" else found.logo_type
    return f"data:image/{kind};base64,{b64encode(found.logo).decode()}"


def _page(
    request: HttpRequest, found: Reading, proposal: str = "", sentences: Sequence[str] = (), status: int = 200
) -> HttpResponse:
    document = found.document
    context: dict[str, Any] = {
        "reading": found, "document": document, "shown": list(showing.sections(document)),
        "opened": showing.opened(document, request.GET.get("open", "")), "refused": proposal,
        "sentences": sentences, "given": request.POST, "answers": found.pack.newest, "said": SAID,
        "logo": logo(found),
        "on": date.fromisoformat(document["on"]), "until": full_day(found.expires_at.date()),
    }  # fmt: skip
    return render(request, "reports/reading.html", context, status=status)


def _dead(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    return render(request, "today/dead.html", {"sentence": sentence}, status=status)


def file(request: HttpRequest, secret: str, form: str) -> HttpResponse:
    """Return the pack as it was printed when it was issued."""
    now, address = request.now, address_of(request)  # type: ignore[attr-defined]  # set by the door
    try:
        found, content = reports.printed(secret=secret, address=address, form=form, now=now)
    except TooOftenError as refused:
        return _dead(request, say(refused.findings[0]), 429)
    except NotThereError as refused:
        return _dead(request, say(refused.findings[0]), 404)
    name = f"{found.document['organisation']}-{found.pack.kind}-{found.pack.number}.{form}"
    return page.handed_out(content, name, form)
