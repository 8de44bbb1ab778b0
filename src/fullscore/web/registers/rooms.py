"""The first page, and the first page of each room: what is kept here, and how much of it."""

from dataclasses import dataclass
from itertools import groupby

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from fullscore.engine.registers.access import Right
from fullscore.engine.registers.columns import Register
from fullscore.usecases import estate, registers
from fullscore.usecases.estate import Standing
from fullscore.usecases.goals import recalling
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import Query
from fullscore.web.registers import figures, steps, sums
from fullscore.web.templatetags.words import counted

# More rows than these are read when somebody asks for it, not whenever somebody comes by.
_MUCH = 40_000
_ASKED_FIRST = ("people", "items", "pools", "vendors", "orders")


@dataclass(frozen=True, slots=True)
class Shelf:
    """A register with the number of its rows."""

    register: Register
    count: int


def home(request: MemberRequest, *, org: str) -> HttpResponse:
    """Send those who plan to what there is to do; others see what of theirs is kept here."""
    if request.member.may(Right.PLAN_GOALS):
        return HttpResponseRedirect(reverse("today", args=(org,)))
    shelves = _shelves(request)
    by_room = [(room, list(held)) for room, held in groupby(shelves, key=lambda shelf: shelf.register.room)]
    return render(request, "registers/home.html", {"rooms_held": by_room, "answer": _answer(shelves)})


def room(request: MemberRequest, *, org: str, room: str) -> HttpResponse:
    if all(seen.room != room for seen in registers.registers(request.member)):
        raise Http404
    found = _found(request) if room == "estate" else None
    if isinstance(found, int):
        return render(
            request, "registers/later.html", {"room": room, "rows": found, "is_much": found > _MUCH}
        )
    shelves = shelves_of(request, room)
    page: dict[str, object] = {"room": room, "shelves": shelves, "answer": _answer(shelves)}
    return render(request, "registers/room.html", {**page, **_standing(found)})


def _found(request: MemberRequest) -> Standing | int | None:
    """Return what is to be seen to; where reading takes a while, how many rows, and the page asks again.

    None for those who do not see the estate whole.
    """
    by, on = request.member, request.on
    if not by.may(Right.PLAN_GOALS):
        return None
    if request.GET.get("whole") == "yes":
        return estate.standing(by=by, on=on)
    return estate.standing_at_hand(by=by, on=on)


def _standing(found: Standing | None) -> dict[str, object]:
    """Return what is to be seen to as lines of a page."""
    if found is None:
        return {}
    parts = (
        ("What expires", figures.lines(found.expires, found)),
        ("What has no owner", figures.lines(found.ownerless, found)),
        ("What is unassigned", figures.lines(found.unassigned, found)),
    )
    return {
        "standing": found,
        "lead": figures.lead(found),
        "parts": [(title, lines) for title, lines in parts if lines],
        "gaps": figures.lines(found.gaps, found),
        "share": sums.share(found),
        "steps": steps.steps(found),
        "ages": [(registers.all_registers()[name].plural, at) for name, at in found.ages.items()],
        "newest": max(found.ages.values(), default=None),
        "oldest": min(found.ages.values(), default=None),
    }


def _answer(shelves: list[Shelf]) -> str:
    """Return what is kept, in one line, starting with what people ask for first."""
    filled = [shelf for shelf in shelves if shelf.count]
    by_interest = sorted(filled, key=_interest)
    return ", ".join(
        counted(s.count, f"{s.register.singular.lower()},{s.register.plural.lower()}")
        for s in by_interest[:3]
    )


def _interest(shelf: Shelf) -> int:
    name = shelf.register.name
    return _ASKED_FIRST.index(name) if name in _ASKED_FIRST else len(_ASKED_FIRST)


def is_empty(request: MemberRequest) -> bool:
    """Return whether nothing was ever brought in or typed that this member may see."""
    return not any(shelf.count for shelf in _shelves(request))


def _shelves(request: MemberRequest) -> list[Shelf]:
    """Return each register with its count, as it was counted last where nothing was written since."""
    by = request.member

    def counted_now() -> list[Shelf]:
        everything = Query()
        return [
            Shelf(each, registers.count(by=by, register=each.name, query=everything))
            for each in registers.registers(by)
        ]

    return recalling.recalled(("shelves", by.organisation_id, by.role, by.user_id, by.email), counted_now)


def shelves_of(request: MemberRequest, room: str) -> list[Shelf]:
    """Return the registers of one room with their counts, for its own page."""
    return [shelf for shelf in _shelves(request) if shelf.register.room == room]
