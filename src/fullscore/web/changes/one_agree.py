"""The page behind a link by mail: one change as it stands, agreed or objected to once, without an account."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from fullscore.engine.findings.sentences_en import say
from fullscore.usecases.accounts.throttling import TooOftenError
from fullscore.usecases.changes import living
from fullscore.usecases.changes.living import AgreeCase, AgreeLinkDeadError
from fullscore.usecases.registers.values import RefusedError
from fullscore.web.accounts.sessions import address_of
from fullscore.web.changes import one_saying as saying
from fullscore.web.changes.one import comparison
from fullscore.web.templatetags.words import full_day


def agree(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the change to whoever holds the link; only a press of its button answers."""
    now, address = request.now, address_of(request)  # type: ignore[attr-defined]  # set by the door
    try:
        if request.method != "POST":
            return _case(request, living.opened(secret=secret, address=address, now=now))
        return _answered(request, secret, address)
    except TooOftenError as refused:
        return _dead(request, say(refused.findings[0]), 429)
    except AgreeLinkDeadError as refused:
        return _dead(request, say(refused.findings[0]), 404)


def _answered(request: HttpRequest, secret: str, address: str) -> HttpResponse:
    now, sent = request.now, request.POST  # type: ignore[attr-defined]  # set by the door
    try:
        living.answer_by_link(
            secret=secret, address=address, said=sent.get("said", ""), reason=sent.get("reason", ""),
            mark=sent.get("mark", ""), now=now,
        )  # fmt: skip
    except (AgreeLinkDeadError, TooOftenError):
        raise
    except RefusedError as refusal:
        found = living.opened(secret=secret, address=address, now=now)
        return _case(request, found, status=422, sentences=[say(one) for one in refusal.findings])
    return HttpResponseRedirect(request.path)


def _case(
    request: HttpRequest, case: AgreeCase, *, status: int = 200, sentences: list[str] | None = None
) -> HttpResponse:
    found, asking = case.whole, case.asking
    page = {
        "case": case, "found": found, "asking": asking, "sentences": sentences or (), "given": request.POST,
        "when": living.when(found),
        "mine": [(one, saying.STATES[one.state]) for one in found.reached if one.name in asking.for_what],
        "others": [
            (one, saying.STATES[one.state]) for one in found.reached if one.name not in asking.for_what
        ],
        "sides": comparison(found),
        "answered": full_day(asking.answered_on) if asking.answered_on else "",
        "until": full_day(asking.answer_by) if asking.answer_by else "",
    }  # fmt: skip
    return render(request, "changes/agree.html", page, status=status)


def _dead(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    return render(request, "today/dead.html", {"sentence": sentence}, status=status)
