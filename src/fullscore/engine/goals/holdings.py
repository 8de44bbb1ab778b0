"""Who holds what, what lies in stock, what is on its way: the estate looked up by plan's questions."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from fullscore.engine.estate.facts import (
    Estate,
    ItemFact,
    ModelFact,
    OrderFact,
    PersonFact,
    PoolFact,
    SeatFact,
)

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
_HELD = frozenset({"in use", "in repair"})
# Things of these categories have nothing in common; each model is a class of its own.
_MIXED = frozenset({"accessory", "other"})


@dataclass(frozen=True, slots=True)
class Holdings:
    """The estate on one day, indexed once for every goal."""

    estate: Estate
    on: date
    active: tuple[PersonFact, ...]
    models: Mapping[str, ModelFact]
    pools: Mapping[str, PoolFact]
    departments: Mapping[str, str | None]
    held: Mapping[str, tuple[ItemFact, ...]]
    seats: Mapping[str, tuple[SeatFact, ...]]
    seats_taken: Mapping[str, tuple[SeatFact, ...]]
    stock: Mapping[str, tuple[ItemFact, ...]]
    orders: Mapping[tuple[str, str], tuple[OrderFact, ...]]


def look_up(estate: Estate, on: date) -> Holdings:
    """Return the estate indexed; rows that point nowhere are left out."""
    active = tuple(person for person in estate.people if person.is_active(on))
    working = {person.ref for person in active}
    items = [item for item in estate.items if item.model is not None]
    seats = [seat for seat in estate.seats if seat.person in working]
    return Holdings(
        estate=estate, on=on, active=active,
        models={model.ref: model for model in estate.models},
        pools={pool.ref: pool for pool in estate.pools},
        departments={team.ref: team.department for team in estate.teams},
        held=_grouped((item.holder, item) for item in items if _is_held(item, working)),
        seats=_grouped((seat.person, seat) for seat in seats),
        seats_taken=_grouped((seat.pool, seat) for seat in estate.seats),
        stock=_grouped((item.model, item) for item in items if item.status == "in stock"),
        orders=_grouped((_ordered(order), order) for order in estate.orders),
    )  # fmt: skip


def _is_held(item: ItemFact, working: set[str]) -> bool:
    return item.status in _HELD and item.holder in working


def class_of(model: ModelFact) -> str:
    """Return the class one thing may stand in for another within: its category, or the model alone."""
    return f"model:{model.ref}" if model.category in _MIXED else model.category


def _ordered(order: OrderFact) -> tuple[str, str] | None:
    if order.model is not None:
        return "models", order.model
    return ("pools", order.pool) if order.pool is not None else None


def _grouped(pairs: Iterable[tuple[K | None, V]]) -> dict[K, tuple[V, ...]]:
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        if key is not None:
            groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
