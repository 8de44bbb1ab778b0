"""Adding and changing one row: the form, what is wrong with it, and two people at once."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from fullscore.engine.findings.finding import Finding
from fullscore.engine.registers.access import Right
from fullscore.engine.registers.columns import Register
from fullscore.usecases import registers
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import RefusedError, Row, StaleVersionError
from fullscore.web.registers import asking, cells, forms

_LONGEST_NUMBER = 9


def new(request: MemberRequest, *, org: str, room: str, register: str) -> HttpResponse:
    request.member.require(Right.EDIT_REGISTERS)
    seen = asking.register(request, room, register)
    if request.method != "POST":
        return _form(request, seen, forms.sent(seen, request.GET))
    typed = forms.sent(seen, request.POST)
    try:
        row = registers.save(
            by=request.member, register=register, ref=None, values=typed, version=None, now=request.now
        )
    except RefusedError as refusal:
        return _form(request, seen, typed, refusal.findings)
    messages.success(request, f"{row.title} added.")
    return HttpResponseRedirect(_address(request, seen, row))


def edit(request: MemberRequest, *, org: str, room: str, register: str, ref: str) -> HttpResponse:
    request.member.require(Right.EDIT_REGISTERS)
    seen = asking.register(request, room, register)
    row = registers.one(by=request.member, register=register, ref=ref)
    if request.method != "POST":
        return _form(request, seen, forms.typed(row), row=row)
    typed = forms.sent(seen, request.POST)
    try:
        saved = registers.save(
            by=request.member,
            register=register,
            ref=ref,
            values=typed,
            version=_version(request),
            now=request.now,
        )
    except StaleVersionError as stale:
        return _conflict(request, seen, typed, stale)
    except RefusedError as refusal:
        return _form(request, seen, {**forms.typed(row), **typed}, refusal.findings, row=row)
    _tell(request, seen, row, saved)
    return HttpResponseRedirect(_address(request, seen, saved))


def _tell(request: MemberRequest, seen: Register, before: Row, saved: Row) -> None:
    """Say what happened, with the press that takes it back where there is something to take back."""
    if saved.version == before.version:
        messages.info(request, "Nothing was different.")
        return
    newest = registers.history(by=request.member, register=seen.name, ref=saved.ref)[0]
    place = (request.member.organisation, seen.room, seen.name, saved.ref, newest.id)
    messages.success(request, f"{saved.title} saved.", extra_tags=reverse("register-undo", args=place))


def options(request: MemberRequest, *, org: str, room: str, register: str, column: str) -> HttpResponse:
    """Return the rows a reference may point at whose name holds what was typed so far."""
    asking.register(request, room, register)
    text = next((request.GET.get(name, "") for name in request.GET), "")
    found = registers.options(by=request.member, register=register, column=column, text=text)
    return render(request, "registers/options.html", {"options": found})


def _version(request: MemberRequest) -> int:
    """Return the version the form was made from; a form without one is older than anything."""
    sent = request.POST.get("version", "")
    return int(sent) if sent.isdecimal() and len(sent) <= _LONGEST_NUMBER else 0


def _address(request: MemberRequest, seen: Register, row: Row) -> str:
    place = (request.member.organisation, seen.room, seen.name, row.ref)
    return reverse("register-row", args=place)


def _form(
    request: MemberRequest,
    seen: Register,
    typed: dict[str, str],
    findings: tuple[Finding, ...] = (),
    row: Row | None = None,
) -> HttpResponse:
    boxes = forms.boxes(seen, typed, findings)
    context = {
        "seen": seen,
        "row": row,
        "boxes": boxes,
        "wrong": [box for box in boxes if box.error],
        "sentences": forms.homeless(findings, boxes),
        "names": forms.names(row) if row else {},
    }
    return render(request, "registers/form.html", context, status=422 if findings else 200)


@dataclass(frozen=True, slots=True)
class Difference:
    label: str
    yours: str
    theirs: str


def _conflict(
    request: MemberRequest, seen: Register, typed: dict[str, str], stale: StaleVersionError
) -> HttpResponse:
    theirs = forms.typed(stale.theirs)
    currency = asking.currency(request)
    different = [
        Difference(
            column.label, typed[column.name], cells.text(stale.theirs.values[column.name], column, currency)
        )
        for column in seen.columns
        if column.name in typed and typed[column.name].strip() != theirs[column.name]
    ]
    context = {
        "seen": seen, "theirs": stale.theirs, "sentence": str(stale), "typed": typed, "different": different
    }  # fmt: skip
    return render(request, "registers/conflict.html", context, status=409)
