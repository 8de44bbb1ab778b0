"""How fast the years to come are worked out: `python benchmarks/forecast.py`.

Three sizes, the same from the same `--seed`: contracts with lines, increases and seats, things of forty
models bought over six years, with and without even cohorts; then the same with every grouping. Reading rows
is not part of it, writing the sums down neither: they are written when somebody opens a figure. Ends with 1
past `--most` milliseconds for five years of 2,000 things and 300 contracts.
"""

import argparse
import gc
import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import yardstick

from fullscore.engine.budget.forecast.facts import Known
from fullscore.engine.budget.forecast.forecast import WAYS, forecast
from fullscore.engine.estate.facts import Estate, ItemFact, ModelFact, PersonFact
from fullscore.engine.estate.held import Held, HeldPool
from fullscore.engine.vendors.facts import Bound, ChargeFact, ContractFact, CoverFact, ShareFact

SIZES, SEED, RUNS, MOST = ((200, 30), (2_000, 300), (20_000, 3_000)), 1, 7, 200.0
NAMED = 1
ON = date(2026, 11, 23)
PERIODS = ("month", "month", "quarter", "year", "year")


def built(things: int, contracts: int, dice: random.Random) -> Known:
    """Return an organisation of that size."""
    pools = tuple(
        HeldPool(f"p-{n}", f"Pool {n}", capacity=Decimal(50), used=Decimal(dice.randrange(40, 60)))
        for n in range(contracts // 10)
    )
    signed = tuple(_contract(n, dice) for n in range(contracts))
    lines = tuple(_line(n, contracts, pools, dice) for n in range(contracts * 2))
    shares = tuple(ShareFact(f"s-{n}", f"c-{n}", f"t-{n % 9}", Decimal(50)) for n in range(contracts))
    covers = tuple(CoverFact(f"v-{n}", f"c-{n % contracts}", f"srv-{n % 40}") for n in range(contracts * 2))
    models = tuple(
        ModelFact(f"m-{n}", f"Model {n}", "laptop", Decimal(dice.randrange(300, 4_000)),
                  life_months=dice.choice((36, 48, 60)))
        for n in range(40)
    )  # fmt: skip
    people = tuple(PersonFact(f"u-{n}", f"t-{n % 9}", None) for n in range(max(1, things // 10)))
    items = tuple(
        ItemFact(f"i-{n}", f"m-{dice.randrange(40)}", "in use", f"u-{n % len(people)}",
                 purchased_on=ON - timedelta(days=dice.randrange(6 * 365)))
        for n in range(things)
    )  # fmt: skip
    bound = Bound(Held(pools=pools), contracts=signed, charges=lines, shares=shares, covers=covers)
    return Known(bound, Estate(people=people, models=models, items=items))


def _contract(number: int, dice: random.Random) -> ContractFact:
    return ContractFact(
        f"c-{number}", f"Contract {number}", f"v-{number % 50}", notice=3, renewal_months=12,
        starts_on=ON - timedelta(days=dice.randrange(2_000)), initial_months=12, renewal="tacit",
        increase_percent=Decimal(dice.randrange(8)), increase_cap=Decimal(5),
    )  # fmt: skip


def _line(number: int, contracts: int, pools: tuple[HeldPool, ...], dice: random.Random) -> ChargeFact:
    pool = pools[number // 7 % len(pools)].ref if pools and number % 7 == 0 else None
    return ChargeFact(
        f"l-{number}", f"c-{number % contracts}", f"Line {number}", quantity=Decimal(dice.randrange(1, 60)),
        unit_price=Decimal(dice.randrange(100, 9_900)) / 100, period=dice.choice(PERIODS), pool=pool,
    )  # fmt: skip


def timed(work: Callable[[], object]) -> float:
    """Return the median of seven runs in milliseconds."""
    work()
    took = []
    for _ in range(RUNS):
        gc.collect()
        began = time.perf_counter()
        work()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


def measured(known: Known) -> tuple[float, float, float]:
    """Return how long five years take: as due, in even cohorts, and with every grouping."""

    def even() -> object:
        return forecast(known, on=ON, fiscal_start=1, years=5, is_smoothed=True)

    def grouped() -> object:
        found = forecast(known, on=ON, fiscal_start=1, years=5)
        return found.total, [found.by(way) for way in WAYS]

    plain = timed(lambda: forecast(known, on=ON, fiscal_start=1, years=5).total)
    return plain, timed(even), timed(grouped)


def main(given: argparse.Namespace) -> int:
    print(yardstick.line())
    worst = 0.0
    for place, (things, contracts) in enumerate(SIZES):
        known = built(things, contracts, random.Random(given.seed))  # noqa: S311  invented rows
        plain, even, grouped = measured(known)
        print(
            f"{things:,} things, {contracts:,} contracts, five years: {plain:.0f} ms, even cohorts {even:.0f}"
            f" ms, every grouping {grouped:.0f} ms"
        )
        if place == NAMED:
            worst = max(plain, even)
    print(f"at most {given.most:.0f} ms of 2,000 things and 300 contracts; seed {given.seed}")
    return int(worst > given.most)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--most", type=float, default=MOST)
    sys.exit(main(parser.parse_args()))
