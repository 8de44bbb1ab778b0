"""Whose word counts, register by register, and by what rows are met: moved up and down by buttons."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from fullscore.engine.registers.precedence import OURS
from fullscore.usecases import imports
from fullscore.usecases.imports import TrustOrder
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import NotThereError, all_registers

ROLES = {
    "hr": "knows who works here", "directory": "knows accounts and licences",
    "management": "reads the device itself", "assets": "knows what was bought",
    "books": "knows what was paid", "desk": "knows requests", "sheet": "somebody's own list",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of an order: what it is called, and a word about it."""

    name: str
    label: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """One register's orders as they are shown; `unused` are columns its rows are not met by."""

    register: str
    plural: str
    is_said: bool
    sources: tuple[Step, ...]
    keys: tuple[Step, ...]
    unused: tuple[Step, ...]


def trust(request: MemberRequest, org: str) -> HttpResponse:
    """Show every order that says anything; on POST move one entry."""
    orders = imports.trust_order(by=request.member)
    if request.method == "POST":
        return _moved(request, org, orders)
    shown = [_shown(order) for order in orders if _programs(order)]
    return render(request, "imports/trust.html", {"orders": shown})


def _shown(order: TrustOrder) -> Order:
    register = all_registers()[order.register]

    def steps(names: Sequence[str]) -> tuple[Step, ...]:
        return tuple(Step(name, register.column(name).label) for name in names)

    unused = [name for name in order.possible_keys if name not in order.keys]
    sources = tuple(Step(name, name, ROLES.get(role, role)) for name, role in _programs(order))
    return Order(order.register, order.plural, order.is_said, sources, steps(order.keys), steps(unused))


def _programs(order: TrustOrder) -> list[tuple[str, str]]:
    """Return the programs of an order; our own export, changed and sent back, is never outranked."""
    return [(name, role) for name, role in order.sources if role != OURS]


def _moved(request: MemberRequest, org: str, orders: Sequence[TrustOrder]) -> HttpResponse:
    name, part = request.POST.get("register", ""), request.POST.get("part", "")
    order = next((each for each in orders if each.register == name), None)
    if order is None:
        raise NotThereError
    told = moved(_names(order, part), request.POST.get("move", ""), request.POST.get("entry", ""))
    by, now = request.member, request.now
    if part == "keys":
        imports.set_keys(by=by, register=name, columns=told, now=now)
    else:
        imports.set_trust(by=by, register=name, sources=told, now=now)
    messages.success(request, f"{order.plural}: the order is changed. It counts from the next file on.")
    return HttpResponseRedirect(f"{reverse('import-trust', args=(org,))}#{name}")


def _names(order: TrustOrder, part: str) -> list[str]:
    return list(order.keys) if part == "keys" else [name for name, _ in _programs(order)]


def moved(names: list[str], move: str, entry: str) -> list[str]:
    """Return the names with one moved, left out or taken in; "reset" leaves none, which is as shipped."""
    if move == "reset":
        return []
    at = names.index(entry) if entry in names else len(names)
    rest = [name for name in names if name != entry]
    if move == "out":
        return rest
    to = {"up": at - 1, "down": at + 1, "in": len(rest)}.get(move, at)
    rest.insert(max(0, to), entry)
    return rest
