"""What is done about one contract from its page: kept, changed or ended, notice given; and taken back."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from fullscore.engine.registers.access import Right
from fullscore.usecases import registers
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import RefusedError, Row, StaleVersionError
from fullscore.web.vendors import case

_REGISTER = "contracts"
_LONGEST_NUMBER = 9
_SAID = {
    "keep": "You keep {}.", "change": "{} is to be changed.", "end": "{} is to end.",
    "": "{} is not decided.",
}  # fmt: skip


def decide(request: MemberRequest, *, org: str, ref: str) -> HttpResponse:
    """Write down what is wanted at the next renewal."""
    request.member.require(Right.EDIT_REGISTERS)
    intent = request.POST.get("intent", "")
    said = _SAID.get(intent, "{} is decided.")
    return _save(request, ref, {"intent": intent}, said)


def given(request: MemberRequest, *, org: str, ref: str) -> HttpResponse:
    """Write down the day notice arrived."""
    request.member.require(Right.EDIT_REGISTERS)
    day = request.POST.get("notice_given_on", "").strip()
    said = "Notice on {} is given." if day else "Notice on {} is not given."
    return _save(request, ref, {"notice_given_on": day}, said)


def undo(request: MemberRequest, *, org: str, ref: str, entry: int) -> HttpResponse:
    """Take one change of the contract back."""
    try:
        registers.undo(by=request.member, register=_REGISTER, ref=ref, entry=entry, now=request.now)
    except RefusedError as refusal:
        return case.page(request, ref=ref, refusal=refusal, status=422)
    messages.success(request, "Taken back.")
    return HttpResponseRedirect(reverse("renewal", args=(org, ref)))


def _save(request: MemberRequest, ref: str, values: dict[str, str], said: str) -> HttpResponse:
    by = request.member
    try:
        saved = registers.save(
            by=by, register=_REGISTER, ref=ref, values=values, version=_version(request), now=request.now
        )
    except StaleVersionError as stale:
        return case.page(request, ref=ref, refusal=stale, status=409)
    except RefusedError as refusal:
        return case.page(request, ref=ref, refusal=refusal, status=422)
    _tell(request, saved, said.format(saved.title))
    return HttpResponseRedirect(reverse("renewal", args=(by.organisation, saved.ref)))


def _tell(request: MemberRequest, saved: Row, said: str) -> None:
    if saved.version == _version(request):
        messages.info(request, "Nothing was different.")
        return
    newest = registers.history(by=request.member, register=_REGISTER, ref=saved.ref)[0]
    place = (request.member.organisation, saved.ref, newest.id)
    messages.success(request, f"{said[0].upper()}{said[1:]}", extra_tags=reverse("renewal-undo", args=place))


def _version(request: MemberRequest) -> int:
    """Return the version the page was shown with; a form without one is older than anything."""
    sent = request.POST.get("version", "")
    return int(sent) if sent.isdecimal() and len(sent) <= _LONGEST_NUMBER else 0
