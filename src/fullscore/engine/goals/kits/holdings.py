"""Who holds what, what lies in stock, what is on its way: the estate looked up by plan's questions."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from fullscore.engine.estate.facts import (
    Estate,
    ItemFact,
    LevelFact,
    MeasurementFact,
    ModelFact,
    OfferFact,
    OrderFact,
    PersonFact,
    PoolFact,
    SeatFact,
    SiteFact,
)
from fullscore.engine.goals.kits.parts import Key, Parts, parts_of

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
# What a class of seats is called: the pool behind this word.
POOL = "pool:"
_HELD = frozenset({"in use", "in repair"})
# Things of these categories have nothing in common; each model is a class of its own.
_MIXED = frozenset({"accessory", "other"})


Holding = ItemFact | SeatFact


@dataclass(frozen=True, slots=True)
class Holdings:
    """The estate on one day, indexed once for every goal.

    A class of things is a category, a model alone or a pool; `held` is by (person, class).
    """

    estate: Estate
    on: date
    active: tuple[PersonFact, ...]
    teams: Mapping[str, tuple[PersonFact, ...]]
    working: frozenset[str]
    last_days: Mapping[str, date]
    site_of: Mapping[str, str | None]
    models: Mapping[str, ModelFact]
    pools: Mapping[str, PoolFact]
    departments: Mapping[str, str | None]
    held: Mapping[tuple[str, str], tuple[Holding, ...]]
    classes: Mapping[str, tuple[str, ...]]
    seats_taken: Mapping[str, tuple[SeatFact, ...]]
    stock: Mapping[str, tuple[ItemFact, ...]]
    staying: Mapping[str, tuple[PersonFact, ...]]
    leaving: Mapping[str, tuple[PersonFact, ...]]
    starting: Mapping[str, tuple[PersonFact, ...]]
    levels: Mapping[str, tuple[LevelFact, ...]]
    offers: Mapping[Key, tuple[OfferFact, ...]]
    measured: Mapping[str, tuple[MeasurementFact, ...]]
    sites: Mapping[str, SiteFact]
    parts: Parts
    on_order: Mapping[str, int]
    orders: Mapping[Key, tuple[OrderFact, ...]]


def look_up(estate: Estate, on: date) -> Holdings:
    """Return the estate indexed; rows that point nowhere are left out."""
    active = tuple(person for person in estate.people if person.is_active(on))
    staying = [person for person in active if person.ends_on is None]
    working = {person.ref for person in active}
    models = {model.ref: model for model in estate.models}
    pools = {pool.ref: pool for pool in estate.pools}
    kept = [
        (key, one) for key, one in (*_things(estate, models), *_seats(estate, pools)) if key[0] in working
    ]
    held = _grouped(kept)
    return Holdings(
        estate=estate, on=on, active=active, models=models, pools=pools, held=held,
        teams=_grouped((person.team, person) for person in active),
        working=frozenset(working), site_of={one.ref: one.site for one in active},
        last_days={one.ref: one.ends_on for one in active if one.ends_on is not None},
        departments={team.ref: team.department for team in estate.teams},
        classes=_grouped(iter(held)),
        seats_taken=_grouped((seat.pool, seat) for seat in estate.seats),
        staying=_grouped((person.team, person) for person in staying),
        leaving=_grouped((person.team or "", person) for person in active if person.ends_on is not None),
        starting=_grouped((one.team, one) for one in estate.people if _is_to_come(one, on)),
        levels=_grouped((level.pool, level) for level in estate.levels),
        offers=_grouped((_offered(offer), offer) for offer in estate.offers),
        measured=_grouped((one.pool, one) for one in estate.measurements),
        sites={site.ref: site for site in estate.sites}, parts=parts_of(estate),
        stock=_grouped((item.model, item) for item in estate.items if item.status == "in stock"),
        on_order=Counter(item.model for item in estate.items if item.model and item.status == "on order"),
        orders=_grouped((_ordered(order), order) for order in estate.orders),
    )  # fmt: skip


def _is_to_come(person: PersonFact, on: date) -> bool:
    return person.starts_on is not None and person.starts_on > on and person.status != "left"


def class_of(model: ModelFact) -> str:
    """Return the class one thing may stand in for another within: its category, or the model alone."""
    return f"model:{model.ref}" if model.category in _MIXED else model.category


def _things(estate: Estate, models: Mapping[str, ModelFact]) -> Iterator[tuple[tuple[str, str], Holding]]:
    names = {ref: class_of(model) for ref, model in models.items()}
    for item in estate.items:
        if item.status in _HELD and item.holder is not None and item.model in names:
            yield (item.holder, names[item.model]), item


def _seats(estate: Estate, pools: Mapping[str, PoolFact]) -> Iterator[tuple[tuple[str, str], Holding]]:
    """Yield seats of pools whose need is learned; a typed amount a head counts before any seat."""
    for seat in estate.seats:
        if seat.pool in pools and pools[seat.pool].per_head is None:
            yield (seat.person, f"{POOL}{seat.pool}"), seat


def _offered(offer: OfferFact) -> Key | None:
    if offer.model is not None:
        return "models", offer.model
    return ("pools", offer.pool) if offer.pool is not None else None


def _ordered(order: OrderFact) -> Key | None:
    if order.model is not None:
        return "models", order.model
    return ("pools", order.pool) if order.pool is not None else None


def _grouped(pairs: Iterable[tuple[K | None, V]]) -> dict[K, tuple[V, ...]]:
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        if key is not None:
            groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
