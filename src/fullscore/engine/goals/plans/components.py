"""Components: what the parts of a needed thing need themselves, when setting it up begins."""

import math
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from fullscore.engine.estate.facts import KitFact, PoolFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.demands.demand import Demand, place_of, thing_unit
from fullscore.engine.goals.demands.needs import BACKGROUND
from fullscore.engine.goals.goal import Assumption
from fullscore.engine.goals.kits.holdings import Holdings
from fullscore.engine.goals.kits.kit import Thing
from fullscore.engine.goals.kits.parts import component
from fullscore.engine.goals.kits.succession import bought
from fullscore.engine.goals.netting.netting import Netted

ORDERED = "ordered"


def demands(netted: Netted, begun: Trace, holdings: Holdings) -> Iterator[Demand]:
    """Yield the dependent demand of one need: for each unit used, or for each unit that is ordered.

    What replaces an old thing takes over what that one used; it only needs what new ones are ordered with.
    """
    need = netted.need
    for kit in holdings.parts.of.get((need.thing.REGISTER, need.thing.ref), ()):
        thing = _thing(kit, holdings, need.place)
        if thing is None:
            continue
        day = replace(begun, note=f"setting up {need.thing.name} begins")
        found = _ordered(netted, kit, holdings) if kit.when == ORDERED else _used(netted, kit, holdings)
        for demand, units in found:
            told = Assumption(
                f"Each {need.thing.name} needs {thing.name}, as typed", "kits", kit.ref, "quantity"
            )
            until = None if kit.when == ORDERED else demand.until
            yield Demand(
                thing, place_of(thing, need.place), demand.peg, day, units, demand.people, demand.priority,
                until, (told,),
            )  # fmt: skip


def _thing(kit: KitFact, holdings: Holdings, place: str | None) -> Thing | None:
    register, ref = component(kit)
    if register == "models":
        return bought(ref, holdings.models) if ref in holdings.models else None
    pool = holdings.pools.get(ref)
    if pool is None or (pool.scope == "site" and place is not None and pool.site != place):
        return None
    return pool


def _used(netted: Netted, kit: KitFact, holdings: Holdings) -> Iterator[tuple[Demand, Trace]]:
    for demand in netted.need.demands:
        if demand.peg not in BACKGROUND:
            yield demand, _units(demand.units, kit, holdings)


def _ordered(netted: Netted, kit: KitFact, holdings: Holdings) -> Iterator[tuple[Demand, Trace]]:
    """Yield what an order takes with it, on the account of whoever comes first; a new size is one change."""
    if netted.is_order and netted.quantity is not None:
        first = netted.need.demands[0]
        size = Decimal(1) if netted.level is not None else netted.quantity
        words = "one change" if netted.level is not None else "to order"
        units = Trace(size, first.units.unit, note=f"{words}: {netted.need.thing.name}")
        yield first, _units(units, kit, holdings)


def _units(parent: Trace, kit: KitFact, holdings: Holdings) -> Trace:
    each = Trace(kit.quantity, row=source_of(kit, "quantity", holdings.estate.files), note="for each one")
    exact = Decimal(str(parent.value)) * kit.quantity
    product = Trace(exact, op="product", args=(parent, each))
    return Trace(Decimal(math.ceil(exact)), _unit(kit, holdings), "ceil", (product,), note="needed with it")


def _unit(kit: KitFact, holdings: Holdings) -> str | None:
    pool = holdings.pools.get(kit.pool or "")
    return thing_unit(pool) if isinstance(pool, PoolFact) else None
