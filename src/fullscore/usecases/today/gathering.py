"""The union of every room's findings for one organisation and day, each with what waiting costs."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.estate import acting
from fullscore.engine.estate.facts import AbsenceFact, Estate
from fullscore.engine.estate.held import PERSONAL, Held
from fullscore.engine.findings.actions import Action
from fullscore.engine.findings.losses import PersonDay
from fullscore.engine.goals.goal import House
from fullscore.engine.today.orders import ToOrder, order_actions
from fullscore.engine.vendors import noticing
from fullscore.engine.vendors.facts import Bound
from fullscore.engine.vendors.renewals import renewals
from fullscore.store import reading
from fullscore.store import today as store
from fullscore.store.models import Absence, KeptRequirement, Organisation
from fullscore.usecases import changes, vendors
from fullscore.usecases.estate import support_ends
from fullscore.usecases.goals.house import house_of
from fullscore.usecases.host.operating import as_operator
from fullscore.usecases.imports import sightings
from fullscore.usecases.today import owners

# As far back as it counts whether missing data has cost something.
LEARNED_FROM = timedelta(days=2 * 365)
CameTrue = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything found, and what ranking it needs to know of the house."""

    actions: tuple[Action, ...]
    bound: Bound
    house: House
    estate: Estate

    @property
    def calendar(self) -> Calendar:
        return self.house.calendar


def gathered(organisation_id: int, on: date, now: datetime) -> Gathered:
    """Read the organisation whole and ask every room what is to be done."""
    row = Organisation.objects.get(pk=organisation_id)
    bound = vendors.bound_of(organisation_id, on)
    held = _with_strays(row, bound.held)
    bound = replace(bound, held=held)
    came_true = store.came_true(organisation_id, now - LEARNED_FROM)
    charged = frozenset(charge.pool for charge in bound.charges if charge.pool)
    found = (
        *_priced(noticing.actions(bound, renewals(bound, on=on), on=on), came_true, on),
        *acting.actions(held, on=on, person_day=_person_day(row), charged=charged, came_true=came_true),
        *_orders(row, held, on),
        *changes.actions(organisation_id, on, now),
        *owners.actions(organisation_id, on),
        *support_ends.actions(organisation_id, on),
    )
    absences = reading.facts(AbsenceFact, Absence, organisation_id, reading.PLANNED[Absence])
    estate = Estate(people=held.people, teams=bound.teams, absences=absences, files=held.files)
    return Gathered(found, bound, house_of(organisation_id, on), estate)


def _with_strays(row: Organisation, held: Held) -> Held:
    """Return what is held with what one program knows and another does not."""
    by = as_operator(row.ref, row.pk)
    return replace(
        held,
        not_enrolled=frozenset(sightings.not_enrolled(by=by)),
        not_seen=frozenset(sightings.not_seen(by=by, register="items")),
    )


def _orders(row: Organisation, held: Held, on: date) -> tuple[Action, ...]:
    personal = {model.ref for model in held.models if model.category in PERSONAL}
    seats = {pool.ref for pool in held.pools if pool.kind == "licence"}
    named = frozenset({*(("models", ref) for ref in personal), *(("pools", ref) for ref in seats)})
    orders = (_order(each, named) for each in store.to_order(row.pk))
    return order_actions(orders, person_day=_person_day(row), on=on)


def _order(row: KeptRequirement, personal: Collection[tuple[str, str]]) -> ToOrder:
    """Return an order to place; of what a person works with and of seats each one is somebody without."""
    people = row.quantity if (row.register, row.ref) in personal else None
    costs = [cost for cost in (row.cost_once, row.cost_year) if cost is not None]
    return ToOrder(
        row.plan.ref, row.requirement, row.name, row.kind, row.quantity, row.order_by, row.need_by,
        row.unit or None, people=people, at_stake=sum(costs, Decimal(0)) if costs else None,
    )  # fmt: skip


def _person_day(row: Organisation) -> PersonDay | None:
    """Return what a day of one person costs and whose figure that is; None while nobody has said so."""
    if row.person_day_cost is None:
        return None
    return PersonDay(row.person_day_cost, row.person_day_cost_by, row.person_day_cost_on)


def _priced(actions: Iterable[Action], came_true: CameTrue, on: date) -> Iterator[Action]:
    """Yield the actions, those about missing data with what such rows have come to in two years."""
    for action in actions:
        is_gap = action.missing is not None and action.loss is None
        yield replace(action, loss=acting.learned(action.finding, came_true, on=on)) if is_gap else action
