"""What is done to one change from its page: asked, answered, decided, begun, ticked, over; and taken back."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from fullscore.engine.changes.states import Act
from fullscore.engine.registers.access import Right
from fullscore.usecases.changes import living
from fullscore.usecases.changes.living import Done
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import NotThereError, RefusedError, StaleVersionError
from fullscore.web.changes import one
from fullscore.web.changes import one_saying as saying

_LONGEST_NUMBER = 9


def ask(request: MemberRequest, *, org: str, ref: str) -> HttpResponse:
    """Ask everybody who must agree."""

    def doing() -> Done:
        return living.ask(
            by=request.member, ref=ref, version=version(request), on=request.on, now=request.now
        )

    return _carry_out(request, ref, doing, _said_of_asking)


def _said_of_asking(done: Done) -> str:
    if done.state in {"agreed", "scheduled"}:
        return f"{done.name} is agreed: nobody has to be waited for."
    mailed = f"A mail went to {saying.listed(list(done.mailed))}. " if done.mailed else ""
    others = f"Hand {saying.listed(list(done.not_mailed))} their link." if done.not_mailed else ""
    return f"Asked. {mailed}{others}".strip()


def answer(request: MemberRequest, *, org: str, ref: str) -> HttpResponse:
    """Note what somebody said."""
    sent = request.POST

    def doing() -> Done:
        return living.answer(
            by=request.member, ref=ref, person=sent.get("person", ""), said=sent.get("said", ""),
            reason=sent.get("reason", ""), on=request.on, now=request.now,
        )  # fmt: skip

    return _carry_out(request, ref, doing, lambda done: f"Noted. {done.name} is {done.state}.")


def decide(request: MemberRequest, *, org: str, ref: str) -> HttpResponse:
    """Go ahead although somebody has not agreed, or give it up; kept among the decisions."""
    sent = request.POST

    def doing() -> Done:
        return living.decide(
            by=request.member, ref=ref, outcome=sent.get("outcome", ""),
            decided_by=sent.get("decided_by", ""), reason=sent.get("reason", ""), version=version(request),
            on=request.on, now=request.now,
        )  # fmt: skip

    return _carry_out(request, ref, doing, lambda done: f"Decided. {done.name} is {done.state}.")


def act(request: MemberRequest, *, org: str, ref: str) -> HttpResponse:
    """Begin, finish, roll back, give up or take up again."""
    sent = request.POST
    # What is none of these is refused behind the door, with what there is to choose from.
    wanted = next((each for each in saying.SAID if each.value == sent.get("do")), Act.GO_AHEAD)

    def doing() -> Done:
        return living.act(
            by=request.member, ref=ref, doing=wanted, version=version(request), on=request.on,
            now=request.now, day=sent.get("day", ""), at=sent.get("at", ""),
        )  # fmt: skip

    return _carry_out(request, ref, doing, lambda done: saying.SAID[wanted].format(done.name))


def undo(request: MemberRequest, *, org: str, ref: str, entry: int) -> HttpResponse:
    """Take the last act back."""

    def doing() -> Done:
        done = living.take_back(by=request.member, ref=ref, entry=entry, now=request.now)
        return Done(done.ref, done.name, done.state, done.version)

    return _carry_out(request, ref, doing, lambda _: "Taken back.")


def tick(request: MemberRequest, *, org: str, ref: str, step: str) -> HttpResponse:
    """Tick one step off, or take the tick away."""
    is_done = request.POST.get("done") == "yes"
    try:
        done = living.tick(
            by=request.member, ref=ref, step=step, is_done=is_done, version=None, on=request.on,
            now=request.now,
        )  # fmt: skip
    except NotThereError:
        raise
    except RefusedError as refusal:
        return one.page(request, ref=ref, refusal=refusal, status=422)
    if done.entry is not None:
        place = (request.member.organisation, ref, step, done.entry)
        said = f"“{done.name}” is {'ticked off' if is_done else 'open again'}."
        messages.success(request, said, extra_tags=reverse("change-step-undo", args=place))
    return HttpResponseRedirect(f"{reverse('change', args=(org, ref))}#steps")


def untick(request: MemberRequest, *, org: str, ref: str, step: str, entry: int) -> HttpResponse:
    """Take one tick back."""

    def doing() -> Done:
        return living.untick(by=request.member, ref=ref, step=step, entry=entry, now=request.now)

    return _carry_out(request, ref, doing, lambda _: "Taken back.")


def _carry_out(
    request: MemberRequest, ref: str, doing: Callable[[], Done], said: Callable[[Done], str]
) -> HttpResponse:
    request.member.require(Right.EDIT_REGISTERS)
    try:
        done = doing()
    except NotThereError:
        raise
    except StaleVersionError as stale:
        return one.page(request, ref=ref, refusal=stale, status=409)
    except RefusedError as refusal:
        return one.page(request, ref=ref, refusal=refusal, status=422)
    place = (request.member.organisation, done.ref)
    back = reverse("change-undo", args=(*place, done.entry)) if done.entry else ""
    messages.success(request, said(done), extra_tags=back)
    return HttpResponseRedirect(reverse("change", args=place))


def version(request: MemberRequest) -> int | None:
    """Return the version the page was shown with, None where the form named none."""
    sent = request.POST.get("version", "")
    if not sent:
        return None
    return int(sent) if sent.isdecimal() and len(sent) <= _LONGEST_NUMBER else 0
