"""What is not known yet, what cannot be said because of it, and what that is about in money.

A figure stands only where known neighbours give one: what the model's own items cost, else the mean price of
priced models of its category. Where there are none there is no figure, never a zero.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from fullscore.engine.estate.facts import ModelFact, PersonFact
from fullscore.engine.estate.held import PERSONAL, Held, HeldItem, HeldPool
from fullscore.engine.estate.noticing import Notice, notice_of
from fullscore.engine.estate.sources import source_of
from fullscore.engine.estate.sums import a_year, cost_of, counted, mean, total
from fullscore.engine.findings.finding import Basis
from fullscore.engine.findings.trace import Trace, leaf

# Warranties are asked for where one exists and somebody waits for the repair.
_UNDER_WARRANTY = PERSONAL | {"server", "switch", "firewall", "printer", "ups", "access point"}


@dataclass(frozen=True, slots=True)
class Need:
    """One thing plans read: in which register and field, of how many rows, and of how many it is known."""

    register: str
    field: str
    needed: int
    known: int


@dataclass(frozen=True, slots=True)
class Known:
    """How much of what plans read is known, with the parts the figure is the sum of."""

    needs: tuple[Need, ...]
    percent: Trace | None


R = TypeVar("R", PersonFact, ModelFact, HeldItem, HeldPool)


def gaps(held: Held, *, on: date) -> tuple[Notice, ...]:
    """Return what is missing, what it is about in money first, then by how many rows."""
    people = tuple(person for person in held.people if person.is_active(on))
    found = (
        _unpriced_models(held),
        _pools_without_end(held),
        _items_without_age(held),
        _items_without_warranty(held),
        _pools_without_use(held),
        _rows("pools-without-price", held.pools, held, lambda pool: not _has_price(pool, held)),
        _rows("items-without-model", held.live, held, lambda item: item.model is None),
        _rows("models-without-lead-time", _used_models(held), held, lambda model: model.lead_days is None),
        _rows("people-without-team", people, held, lambda person: person.team is None),
        _rows("people-without-start", people, held, lambda person: person.starts_on is None),
    )
    return tuple(sorted((one for one in found if one is not None), key=_gain))


def _gain(notice: Notice) -> tuple[Decimal, int, str]:
    return -(notice.finding.at_stake or Decimal(0)), -len(notice.refs), notice.code


def known(held: Held, *, on: date) -> Known:
    """Return how much of what plans read is filled in; rounded down, so that only all is 100 %."""
    people = [person for person in held.people if person.is_active(on)]
    models, due_on = _used_models(held), held.due()
    needs = tuple(
        need
        for need in (
            _need("people", "team", (person.team for person in people)),
            _need("items", "model", (item.model for item in held.live)),
            _need("items", "purchased_on", (due_on.get(item.ref) or item.purchased_on for item in held.live)),
            _need("models", "unit_cost", (_price(model, held) for model in models)),
            _need("models", "lead_days", (model.lead_days for model in models)),
            _need("pools", "capacity", (pool.capacity for pool in held.pools)),
            _need("pools", "used", (_use(pool, held) for pool in held.pools)),
            _need("pools", "unit_cost", (True if _has_price(pool, held) else None for pool in held.pools)),
            _need("pools", "expires_on", (pool.expires_on for pool in held.pools)),
        )
        if need.needed
    )
    return Known(needs, _percent(needs))


def _need(register: str, field: str, values: Iterable[object]) -> Need:
    told = tuple(values)
    return Need(register, field, len(told), sum(value is not None for value in told))


def _percent(needs: tuple[Need, ...]) -> Trace | None:
    if not needs:
        return None
    parts = [leaf(need.known, note=f"{need.register}, {need.field}") for need in needs]
    asked = [leaf(need.needed, note=f"{need.register}, {need.field}") for need in needs]
    have = Trace(sum(need.known for need in needs), op="sum", args=tuple(parts), note="known")
    want = Trace(sum(need.needed for need in needs), op="sum", args=tuple(asked), note="needed")
    hundred = leaf(100, note="percent")
    whole = Trace(Decimal(100 * int(str(have.value))), op="product", args=(have, hundred))
    exact = Trace(Decimal(str(whole.value)) / Decimal(str(want.value)), op="quotient", args=(whole, want))
    floored = 100 * int(str(have.value)) // int(str(want.value))
    return Trace(floored, unit="%", op="floor", args=(exact,), figure="percent")


def _used_models(held: Held) -> tuple[ModelFact, ...]:
    """Return the models of what is here; of others no plan asks anything."""
    present = {item.model for item in held.live}
    return tuple(model for model in held.models if model.ref in present)


def _rows(code: str, rows: Iterable[R], held: Held, is_missing: Callable[[R], bool]) -> Notice | None:
    found = [row for row in rows if is_missing(row)]
    return notice_of(code, found[0].REGISTER, (row.ref for row in found), held) if found else None


def _price(model: ModelFact, held: Held) -> object:
    return True if model.unit_cost is not None or model.ref in held.priced_otherwise else None


def _has_price(pool: HeldPool, held: Held) -> bool:
    return pool.unit_cost is not None or pool.ref in held.priced_otherwise


def _unpriced_models(held: Held) -> Notice | None:
    """Models without a price, with what their items would cost again by their neighbours' prices."""
    items: dict[str | None, list[HeldItem]] = defaultdict(list)
    for item in held.live:
        items[item.model].append(item)
    missing = [model for model in _used_models(held) if _price(model, held) is None]
    neighbours = dict(_by_category(held))
    parts = [part for model in missing if (part := _again(model, items[model.ref], neighbours, held))]
    worth = total(parts, "what they would cost again")
    count = sum(len(items[model.ref]) for model in missing)
    return notice_of(
        "models-without-price", "models", (model.ref for model in missing), held, worth,
        basis=Basis.ASSUMED, items=count, priced=len(parts),
    )  # fmt: skip


def _again(
    model: ModelFact, items: list[HeldItem], neighbours: Mapping[str, Trace], held: Held
) -> Trace | None:
    own = tuple(cost for item in items if (cost := cost_of(item, held)))
    each = mean(own, f"what {model.name} cost so far") if own else neighbours.get(model.category)
    if each is None:
        return None
    many = counted([("items", item.ref) for item in items], model.name)
    value = Decimal(len(items)) * Decimal(str(each.value))
    return Trace(value, op="product", args=(many, each), note=model.name)


def _by_category(held: Held) -> Iterator[tuple[str, Trace]]:
    """Yield the mean price of each category's priced models."""
    prices: dict[str, list[Trace]] = defaultdict(list)
    for model in held.models:
        if model.unit_cost is not None:
            prices[model.category].append(leaf(model.unit_cost, source_of(model, "unit_cost", held.files)))
    for category, known_prices in prices.items():
        yield category, mean(tuple(known_prices), f"mean price of a {category}")


def _pools_without_end(held: Held) -> Notice | None:
    found = [pool for pool in held.pools if pool.expires_on is None and pool.times_a_year is not None]
    worth = total((cost for pool in found if (cost := _bought(pool, held))), "a year")
    return notice_of("pools-without-expiry", "pools", (pool.ref for pool in found), held, worth)


def _bought(pool: HeldPool, held: Held) -> Trace | None:
    if pool.capacity is None:
        return None
    return a_year(pool, leaf(pool.capacity, source_of(pool, "capacity", held.files), "bought"), held)


def _items_without_age(held: Held) -> Notice | None:
    found = [item for item in held.live if item.purchased_on is None and item.replace_by is None]
    worth = total((cost for item in found if (cost := cost_of(item, held))), "what they cost")
    return notice_of("items-without-purchase-date", "items", (item.ref for item in found), held, worth)


def _items_without_warranty(held: Held) -> Notice | None:
    found = [item for item in held.live if item.category in _UNDER_WARRANTY and item.warranty_ends_on is None]
    worth = total((cost for item in found if (cost := cost_of(item, held))), "what they cost")
    return notice_of("items-without-warranty", "items", (item.ref for item in found), held, worth)


def _use(pool: HeldPool, held: Held) -> object:
    return pool.used if pool.used is not None else next((s for s in held.seats if s.pool == pool.ref), None)


def _pools_without_use(held: Held) -> Notice | None:
    found = [pool for pool in held.pools if _use(pool, held) is None]
    worth = total((cost for pool in found if (cost := _bought(pool, held))), "a year")
    return notice_of("pools-without-use", "pools", (pool.ref for pool in found), held, worth)
