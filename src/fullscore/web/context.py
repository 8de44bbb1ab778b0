"""What every page shows around itself: who is here, for which organisation, and the rooms that work."""

from dataclasses import dataclass
from functools import cache

from django.http import HttpRequest
from django.urls import Resolver404, resolve

from fullscore.engine.registers.access import Member, Right
from fullscore.usecases import today
from fullscore.usecases.registers import registers


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the navigation."""

    name: str
    title: str
    icon: str
    right: Right
    group: str = "know"
    also: tuple[str, ...] = ()


PLACES = (
    Place("today", "Today", "calendar-event", Right.PLAN_GOALS, "do"),
    Place("goals", "Goals", "target", Right.PLAN_GOALS, "plan"),
    Place("changes", "Changes", "arrows-exchange", Right.PLAN_GOALS, "plan"),
    Place("budget", "Budget", "chart-pie", Right.PLAN_GOALS, "plan"),
    Place("risk", "Risk", "flame", Right.PLAN_GOALS, "plan"),
    Place("estate", "Estate", "device-laptop", Right.READ_REGISTERS),
    Place("vendors", "Vendors", "building-store", Right.READ_REGISTERS),
    Place("reports", "Reports", "file-text", Right.PLAN_GOALS, "tell"),
    Place("imports", "Import", "upload", Right.IMPORT, "own"),
    Place("history", "History", "history", Right.READ_HISTORY, "own"),
    Place("settings", "Settings", "settings", Right.MANAGE_SETTINGS, "own", ("members", "tokens")),
)
_TODAY = "today"
_REGISTER_ROOMS = frozenset({"estate", "vendors"})


@dataclass(frozen=True, slots=True)
class Link:
    """A navigation entry as this member sees it on this page."""

    title: str
    icon: str
    address: str
    group: str
    is_here: bool
    # How many lines wait for this week; only Today carries a count.
    count: int | None = None


def shell(request: HttpRequest) -> dict[str, object]:
    """Return the page's surroundings; on public pages there is no member and no room."""
    member: Member | None = getattr(request, "member", None)
    if member is None:
        return {"member": None, "rooms": (), "own": ()}
    root = f"/o/{member.organisation}/"
    links = [_link(place, root, request.path, member) for place in PLACES if _is_open(place, member)]
    return {
        "member": member,
        "root": root,
        "organisation_name": request.account.organisation,  # type: ignore[attr-defined]  # set by the door
        "rooms": [link for link in links if link.group != "own"],
        "own": [link for link in links if link.group == "own"],
        "may_plan": member.may(Right.PLAN_GOALS) and _works("/o/any/goals/"),
        "may_edit": member.may(Right.EDIT_REGISTERS),
        "may_import": member.may(Right.IMPORT) and _works("/o/any/imports/"),
    }


def _link(place: Place, root: str, path: str, member: Member) -> Link:
    address = f"{root}{place.name}/"
    own = tuple(f"{root}{name}/" for name in (place.name, *place.also))
    count = today.count(by=member) if place.name == _TODAY else None
    return Link(place.title, place.icon, address, place.group, path.startswith(own), count)


def _is_open(place: Place, member: Member) -> bool:
    if not member.may(place.right) or not _works(f"/o/any/{place.name}/"):
        return False
    return place.name not in _REGISTER_ROOMS or any(seen.room == place.name for seen in registers(member))


@cache
def _works(path: str) -> bool:
    """A room appears in the navigation when it works: when something answers at its address."""
    try:
        resolve(path)
    except Resolver404:
        return False
    return True
