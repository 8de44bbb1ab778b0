"""Links of a mail: a look changes nothing; one button does what the link says, once."""

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import Right
from fullscore.usecases.accounts import arrivals
from fullscore.usecases.accounts.throttling import TooOftenError
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.today import digests
from fullscore.usecases.today.digests import ActionLinkDeadError, Deed
from fullscore.web.accounts.sessions import address_of

# What the button says, and what has happened when it was pressed.
_WORDS = {
    "snooze": ("Put it off a week", "It is put off"),
    "done": ("It is done", "It is marked done"),
    "approve": ("Approve", "It is approved"),
    "stop": ("Stop the weekly mail", "The weekly mail is stopped"),
}


def act(request: HttpRequest, secret: str) -> HttpResponse:
    """Show what a link would do; on POST do it."""
    now, address = request.now, address_of(request)  # type: ignore[attr-defined]  # set by the door
    try:
        if request.method != "POST":
            return _shown(request, digests.opened(secret=secret, address=address, now=now), is_done=False)
        return _shown(request, digests.press(secret=secret, address=address, now=now), is_done=True)
    except TooOftenError as refused:
        return _dead(request, say(refused.findings[0]), 429)
    except ActionLinkDeadError as refused:
        return _dead(request, say(refused.findings[0]), 404)
    except RefusedError as refused:
        return _dead(request, say(refused.findings[0]), 422)


def _shown(request: HttpRequest, deed: Deed, *, is_done: bool) -> HttpResponse:
    button, happened = _WORDS[deed.verb]
    page = {
        "deed": deed, "button": button, "happened": happened, "is_done": is_done,
        "lines": deed.text.splitlines()[1:], "may_undo": is_done and _may_undo(request, deed),
    }  # fmt: skip
    return render(request, "today/act.html", page)


def _may_undo(request: HttpRequest, deed: Deed) -> bool:
    """Return whether the same browser is signed in as somebody who may take it back at once."""
    user_id, proof = request.session.get(SESSION_KEY), request.session.get(HASH_SESSION_KEY)
    if user_id is None or proof is None or deed.finding is None or deed.decision:
        return False
    arrival = arrivals.by_session(user_id=int(user_id), proof=proof, organisation=deed.organisation)
    return arrival is not None and arrival.member is not None and arrival.member.may(Right.ACT_ON_FINDINGS)


def _dead(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    return render(request, "today/act_dead.html", {"sentence": sentence}, status=status)
