"""What the organisation is bound to on one day: its contracts beside its calendar and its accepted goals."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from fullscore.engine.vendors.facts import Bound, Need
from fullscore.store import contracts
from fullscore.store import goals as kept
from fullscore.store.models import Organisation
from fullscore.usecases.goals.house import house_of

Line = Mapping[str, Any]


def bound_of(organisation_id: int, on: date) -> Bound:
    """Return all contracts and the estate, with the calendar, hours and needs that other rooms know."""
    return replace(
        contracts.read_bound(organisation_id),
        calendar=house_of(organisation_id, on).calendar,
        hours_a_day=_hours_a_day(organisation_id),
        needs=needs_of(organisation_id, on),
    )


def _hours_a_day(organisation_id: int) -> Decimal:
    row = Organisation.objects.get(pk=organisation_id)
    day = date(2000, 1, 3)
    lasts = datetime.combine(day, row.closes_at) - datetime.combine(day, row.opens_at)
    return Decimal(int(lasts.total_seconds())) / 3600


def needs_of(organisation_id: int, on: date) -> tuple[Need, ...]:
    """Return what accepted plans ask of licences from `on`, earliest first.

    A day that has passed is today's use by now. Plans are netted together, so of one need that stands in
    several of them the plan kept last speaks.
    """
    found: dict[str, Need] = {}
    for number, team, lines in kept.asked_of_pools(organisation_id):
        found |= {one["id"]: _need(one, number, team) for one in lines if _is_seats(one)}
    return tuple(sorted((one for one in found.values() if one.on >= on), key=lambda one: (one.on, one.pool)))


def _is_seats(line: Line) -> bool:
    # A size that is sold in levels replaces the present one as a whole: its need holds today's use too.
    return bool(line["register"] == "pools" and line["lot"]["type"] != "levels" and line["gross"] > 0)


def _need(line: Line, number: int, team: str) -> Need:
    day, quantity = date.fromisoformat(line["need_by"]), Decimal(str(line["gross"]))
    return Need(line["item"], day, quantity, _goal_in_words(team, number), f"g-{number}")


def _goal_in_words(team: str, number: int) -> str:
    """Return "for the sales goal"; an abbreviation such as IT keeps its letters."""
    if not team:
        return f"for the goal g-{number}"
    words: Iterator[str] = (word.lower() if word.istitle() else word for word in team.split())
    return f"for the {' '.join(words)} goal"
