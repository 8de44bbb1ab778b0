"""Kit lines that somebody typed: for a team and site, a team, a site, or everybody; the nearest wins."""

from collections.abc import Sequence
from fractions import Fraction

from fullscore.engine.estate.facts import KitFact, ModelFact, PersonFact, PoolFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.goal import Assumption
from fullscore.engine.goals.kits import sharing
from fullscore.engine.goals.kits.holdings import POOL, Holdings, class_of
from fullscore.engine.goals.kits.kit import KitLine, Thing
from fullscore.engine.goals.kits.succession import bought

FULL_WEEK = 40
PART_TIME = Fraction(1, 2)


def lines(holdings: Holdings, team: str, site: str | None) -> tuple[KitLine, ...]:
    """Return the typed lines for newcomers of a team at a site, one for each class of things."""
    nearest: dict[str, tuple[KitFact, Thing]] = {}
    fitting = [kit for kit in holdings.estate.kits if _fits(kit, team, site)]
    for kit in sorted(fitting, key=lambda kit: (kit.team is not None, kit.site is not None, kit.ref)):
        thing = _thing(kit, holdings)
        if thing is not None and not _stands_elsewhere(thing, site):
            nearest[class_of_thing(thing)] = (kit, thing)
    return tuple(_line(kit, thing, holdings, team) for kit, thing in nearest.values())


def per_head(holdings: Holdings, site: str | None) -> tuple[KitLine, ...]:
    """Return the lines of pools whose use a head stands on the pool itself."""
    here = [
        pool for pool in holdings.estate.pools
        if pool.per_head is not None and (pool.scope != "site" or pool.site == site)
    ]  # fmt: skip
    return tuple(_stands_on(pool, Fraction(pool.per_head or 0), holdings) for pool in here)


def _stands_on(pool: PoolFact, each: Fraction, holdings: Holdings) -> KitLine:
    row = source_of(pool, "per_head", holdings.estate.files)
    trace = Trace(each, pool.unit, row=row, note="per person, as typed")
    return KitLine(pool, each, trace, 0, 0, low=float(each), high=float(each))


def class_of_thing(thing: Thing) -> str:
    """Return the class within which a typed line takes the place of a learned one."""
    return class_of(thing) if isinstance(thing, ModelFact) else POOL + thing.ref


def _fits(kit: KitFact, team: str, site: str | None) -> bool:
    return not kit.is_part and kit.team in {None, team} and kit.site in {None, site}


def _stands_elsewhere(thing: Thing, site: str | None) -> bool:
    return isinstance(thing, PoolFact) and thing.scope == "site" and thing.site != site


def _thing(kit: KitFact, holdings: Holdings) -> Thing | None:
    if kit.model is not None and kit.model in holdings.models:
        return bought(kit.model, holdings.models)
    return holdings.pools.get(kit.pool or "")


def _line(kit: KitFact, thing: Thing, holdings: Holdings, team: str) -> KitLine:
    row = source_of(kit, "quantity", holdings.estate.files)
    each = Fraction(kit.quantity)
    people = holdings.staying.get(team, ()) if team else holdings.active
    shifts = max(1, len(sharing.shifts_of(people)))
    text = f"{thing.name}: {kit.quantity.normalize():f} per {kit.per}, as typed"
    return KitLine(
        thing, each, Trace(each, f"per {kit.per}", row=row, note=f"per {kit.per}, as typed"), 0, 0,
        (Assumption(text, "kits", kit.ref, "quantity"),), kit.per, float(each), float(each),
        shifts, _fte(people), kit,
    )  # fmt: skip


def _fte(people: Sequence[PersonFact]) -> Fraction:
    """Return what one person of the group counts on average, in full-time equivalents."""
    if not people:
        return Fraction(1)
    return Fraction(sum((_of_full(person) for person in people), Fraction(0)), len(people))


def _of_full(person: PersonFact) -> Fraction:
    if person.hours_week is not None:
        return Fraction(person.hours_week) / FULL_WEEK
    return PART_TIME if person.working_pattern == "part time" else Fraction(1)
