"""One row: its values and where each came from, its files, what happened to it; put away and back."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from fullscore.engine.registers.access import Right
from fullscore.engine.registers.columns import Column, Reference
from fullscore.usecases import imports, registers
from fullscore.usecases.changes import living
from fullscore.usecases.changes.living import Recent
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import Origin, RefusedError, Row
from fullscore.web.registers import asking, cells

# What people miss when it is away, and what that rests on.
_LIVE = frozenset({"services", "items", "pools"})


@dataclass(frozen=True, slots=True)
class Value:
    label: str
    html: SafeString
    address: str
    origin: str


def row(request: MemberRequest, *, org: str, room: str, register: str, ref: str) -> HttpResponse:
    return page(request, room=room, register=register, ref=ref)


def archive(request: MemberRequest, *, org: str, room: str, register: str, ref: str) -> HttpResponse:
    asking.register(request, room, register)
    kept = registers.archive(by=request.member, register=register, ref=ref, now=request.now)
    back = reverse("register-unarchive", args=(org, room, register, kept.ref))
    messages.success(request, f"{kept.title} archived.", extra_tags=back)
    return HttpResponseRedirect(reverse("register-list", args=(org, room, register)))


def unarchive(request: MemberRequest, *, org: str, room: str, register: str, ref: str) -> HttpResponse:
    asking.register(request, room, register)
    try:
        kept = registers.unarchive(by=request.member, register=register, ref=ref, now=request.now)
    except RefusedError as refusal:
        return page(request, room=room, register=register, ref=ref, refusal=refusal)
    messages.success(request, f"{kept.title} is back.")
    return HttpResponseRedirect(reverse("register-row", args=(org, room, register, kept.ref)))


def undo(request: MemberRequest, *, org: str, room: str, register: str, ref: str, entry: int) -> HttpResponse:
    asking.register(request, room, register)
    try:
        kept = registers.undo(by=request.member, register=register, ref=ref, entry=entry, now=request.now)
    except RefusedError as refusal:
        return page(request, room=room, register=register, ref=ref, refusal=refusal)
    messages.success(request, "Taken back.")
    return HttpResponseRedirect(reverse("register-row", args=(org, room, register, kept.ref)))


def page(
    request: MemberRequest, *, room: str, register: str, ref: str, refusal: RefusedError | None = None
) -> HttpResponse:
    by = request.member
    seen = asking.register(request, room, register)
    found = registers.one(by=by, register=register, ref=ref)
    context = {
        "seen": seen,
        "row": found,
        "values": _values(request, seen.columns, found),
        "files": registers.attachments(by=by, register=register, ref=ref),
        "history": registers.history(by=by, register=register, ref=ref)
        if by.may(Right.READ_HISTORY)
        else None,
        "refusal": refusal,
        "known_to": imports.sources_of(by=by, register=register, ref=ref),
        "changed_before": _before(request, register, ref),
    }
    return render(request, "registers/row.html", context, status=422 if refusal else 200)


def _before(request: MemberRequest, register: str, ref: str) -> tuple[Recent, ...] | None:
    """Return what was worked on just before, on this or below it; None where that says nothing."""
    if register not in _LIVE or not request.member.may(Right.PLAN_GOALS):
        return None
    return living.before(by=request.member, register=register, ref=ref, now=request.now)


def _values(request: MemberRequest, columns: tuple[Column, ...], row: Row) -> list[Value]:
    rooms = {each.name: each.room for each in registers.registers(request.member)}
    currency = asking.currency(request)
    return [
        Value(
            column.label,
            _html(column, row.values[column.name], currency),
            _target(request, column, row.values[column.name], rooms),
            _origin(row.sources.get(column.name)),
        )
        for column in columns
    ]


def _html(column: Column, value: object, currency: str) -> SafeString:
    unit = f" {column.unit}" if column.unit and value is not None else ""
    return mark_safe(cells.inside(value, column, currency) + unit)  # noqa: S308  the value is escaped, the unit is ours


def _target(request: MemberRequest, column: Column, value: object, rooms: dict[str, str]) -> str:
    """Return the address of the row a reference points at; '' where the member may not go."""
    if not isinstance(value, Reference) or column.target not in rooms:
        return ""
    place = (request.member.organisation, rooms[column.target], column.target, value.ref)
    return reverse("register-row", args=place)


def _origin(origin: Origin | None) -> str:
    if origin is None:
        return ""
    if origin.person:
        return origin.person
    line = f", row {origin.line}" if origin.line else ""
    return f"{origin.file}{line}" if origin.file else origin.source
