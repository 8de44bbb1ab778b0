"""Rows to engine values: each thing an engine wants whole, in a few whole-table queries."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TypeVar

from django.db.models import Count, Max, TextField
from django.db.models.functions import Cast

from fullscore.engine.estate.facts import (
    AbsenceFact,
    Estate,
    Fact,
    ItemFact,
    KitFact,
    LaneFact,
    LevelFact,
    MeasurementFact,
    ModelFact,
    OfferFact,
    OrderFact,
    PersonFact,
    PoolFact,
    SeatFact,
    SiteFact,
    TeamFact,
)
from fullscore.store.models import (
    Absence,
    Event,
    ImportRun,
    Item,
    ItemModel,
    Kit,
    Lane,
    Measurement,
    Offer,
    Person,
    Pool,
    PoolLevel,
    PoolSeat,
    PurchaseOrder,
    Site,
    Team,
)
from fullscore.store.models.registers import RegisterRow

F = TypeVar("F", bound=Fact)
V = TypeVar("V")


class UnreadProvenance(Mapping[str, Sequence[object]]):
    """A row's provenance, read from its JSON only when a trace asks: few of an estate's rows are asked."""

    __slots__ = ("_text", "_told")

    def __init__(self, text: str) -> None:
        self._text = text
        self._told: dict[str, Sequence[object]] | None = None

    def _read(self) -> dict[str, Sequence[object]]:
        if self._told is None:
            self._told = json.loads(self._text)
        return self._told

    def __getitem__(self, field: str) -> Sequence[object]:
        return self._read()[field]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())


# Each in the order of its fact's fields; provenance comes last.
_SITE = ("ref", "name")
_TEAM = ("ref", "name", "department")
_PERSON = (
    "ref", "team__ref", "site__ref", "title", "status", "starts_on", "ends_on",
    "working_pattern", "hours_week", "sets_up", "ticket_share", "name",
)  # fmt: skip
_MODEL = (
    "ref", "name", "category", "unit_cost", "lead_days", "lot_minimum", "lot_step", "safety_stock",
    "deploy_hours", "life_months", "refit_days", "successor__ref",
)  # fmt: skip
_ITEM = ("ref", "model__ref", "status", "holder__ref", "site__ref", "purchased_on", "replace_by")
_POOL = (
    "ref", "name", "kind", "scope", "site__ref", "unit", "capacity", "used", "used_kind", "used_on",
    "planning_limit", "safety", "unit_cost", "cost_period", "lot_type", "lot_minimum", "lot_step",
    "lead_days", "deploy_hours", "per_head", "is_trend_followed",
)  # fmt: skip
_LEVEL = ("ref", "pool__ref", "capacity", "cost_month", "cost_once", "term_months")
_SEAT = ("ref", "pool__ref", "person__ref")
_ORDER = (
    "ref", "model__ref", "pool__ref", "quantity", "ordered_on", "due_on", "received_on", "site__ref",
)  # fmt: skip
_MEASUREMENT = ("ref", "pool__ref", "measured_on", "value")
_OFFER = ("ref", "model__ref", "pool__ref", "from_quantity", "unit_cost", "cost_period", "commitment")
_LANE = ("ref", "origin__ref", "target__ref", "transfer_days")
_ABSENCE = ("ref", "person__ref", "starts_on", "ends_on")
_KIT = (
    "ref", "team__ref", "site__ref", "for_model__ref", "for_pool__ref", "model__ref", "pool__ref",
    "quantity", "per", "when",
)  # fmt: skip
# What planning reads of each fact, so that nobody has to look for it: tests hold it against field classes.
PLANNED: dict[type[RegisterRow], tuple[str, ...]] = {
    Site: _SITE, Team: _TEAM, Person: _PERSON, ItemModel: _MODEL, Item: _ITEM, Pool: _POOL,
    PoolLevel: _LEVEL, PoolSeat: _SEAT, PurchaseOrder: _ORDER, Measurement: _MEASUREMENT, Offer: _OFFER,
    Lane: _LANE, Absence: _ABSENCE, Kit: _KIT,
}  # fmt: skip


def read_estate(organisation_id: int) -> Estate:
    """Read what plans are computed from, archived rows left out."""
    return Estate(
        people=_facts(PersonFact, Person, organisation_id),
        teams=_facts(TeamFact, Team, organisation_id),
        sites=_facts(SiteFact, Site, organisation_id),
        models=_facts(ModelFact, ItemModel, organisation_id),
        items=_facts(ItemFact, Item, organisation_id),
        pools=_facts(PoolFact, Pool, organisation_id),
        levels=_facts(LevelFact, PoolLevel, organisation_id),
        seats=_facts(SeatFact, PoolSeat, organisation_id),
        orders=_facts(OrderFact, PurchaseOrder, organisation_id),
        measurements=_facts(MeasurementFact, Measurement, organisation_id),
        offers=_facts(OfferFact, Offer, organisation_id),
        lanes=_facts(LaneFact, Lane, organisation_id),
        absences=_facts(AbsenceFact, Absence, organisation_id),
        kits=_facts(KitFact, Kit, organisation_id),
        files=dict(ImportRun.objects.of(organisation_id).values_list("pk", "file")),
    )


def read_team_names(organisation_id: int) -> tuple[str, ...]:
    """Read the names of all teams, the one with most people first."""
    teams = Team.objects.of(organisation_id).filter(archived_at=None)
    people = Person.objects.of(organisation_id).filter(archived_at=None).exclude(status="left")
    heads = dict(people.order_by().values_list("team").annotate(Count("pk")))
    named = teams.values_list("pk", "name")
    return tuple(name for _, name in sorted(named, key=lambda team: (-heads.get(team[0], 0), team[1])))


def read_closures(organisation_id: int) -> Iterator[tuple[str, date, date, bool]]:
    """Read (name, first day, last day, closed for business) of every business event."""
    rows = Event.objects.of(organisation_id).filter(archived_at=None).order_by("starts_on", "ref")
    yield from rows.values_list("name", "starts_on", "ends_on", "is_closed")


def read_data_age(organisation_id: int) -> dict[str, datetime]:
    """Read when each source was last read to its end, by the kind of file."""
    runs = (
        ImportRun.objects.of(organisation_id).filter(finished_at__isnull=False, state="done").exclude(kind="")
    )
    return dict(runs.values_list("kind").annotate(Max("finished_at")).order_by("kind"))


def _facts(fact: type[F], model: type[RegisterRow], organisation_id: int) -> tuple[F, ...]:
    return facts(fact, model, organisation_id, PLANNED[model])


def facts(
    fact: type[V], model: type[RegisterRow], organisation_id: int, fields: Sequence[str]
) -> tuple[V, ...]:
    """Read rows that are not put away as engine values: these fields in their order, then provenance."""
    rows = model.objects.of(organisation_id).filter(archived_at=None).order_by("ref")
    told = rows.values_list(*fields, Cast("provenance", TextField()))
    made: Callable[..., V] = fact
    return tuple(
        made(*(None if value == "" else value for value in row), UnreadProvenance(text))
        for *row, text in told
    )
