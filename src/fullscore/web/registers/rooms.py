"""The first page, and the first page of each room: what is kept here, and how much of it."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render

from fullscore.engine.registers.columns import Register
from fullscore.usecases import registers
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import Query


@dataclass(frozen=True, slots=True)
class Shelf:
    """A register with the number of its rows."""

    register: Register
    count: int


def home(request: MemberRequest, *, org: str) -> HttpResponse:
    shelves = _shelves(request)
    filled = [shelf for shelf in shelves if shelf.count]
    return render(request, "registers/home.html", {"shelves": shelves, "filled": filled})


def room(request: MemberRequest, *, org: str, room: str) -> HttpResponse:
    shelves = [shelf for shelf in _shelves(request) if shelf.register.room == room]
    if not shelves:
        raise Http404
    filled = [shelf for shelf in shelves if shelf.count]
    return render(request, "registers/room.html", {"room": room, "shelves": shelves, "filled": filled})


def _shelves(request: MemberRequest) -> list[Shelf]:
    by = request.member
    one = Query(size=1)
    return [
        Shelf(each, registers.page(by=by, register=each.name, query=one).total)
        for each in registers.registers(by)
    ]
