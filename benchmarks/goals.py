"""How fast a plan is made, and how that grows: `python benchmarks/goals.py`. Figures are medians of runs.

The organisation has everything a plan looks at: devices due for replacement, leavers whose things come back,
temporary goals, stock at two sites with a way between them, things that need other things, levels, prices
by quantity, measured growth, and a crew with absences.
"""

import gc
import math
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal

import yardstick

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.estate.facts import (
    AbsenceFact,
    Estate,
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
from fullscore.engine.goals.goal import Goal, House
from fullscore.engine.goals.periods import Period, Reckoning
from fullscore.engine.goals.plans import scope
from fullscore.engine.goals.plans.document import document
from fullscore.engine.goals.plans.plan import plan
from fullscore.engine.goals.sentences.wording import read

TODAY = date(2026, 11, 23)
RUNS = 5
CATEGORIES = ("laptop", "monitor", "dock", "phone", "tablet", "printer", "accessory")
MODELS, POOLS = 40, 12
SITES = ("dayton", "erie")
SMALL_MS, LARGE_MS, LARGE_MB, GROWTH = 50, 2_000, 1_024, 1.1
DAY = timedelta(days=1)


def house() -> House:
    closed = {date(year, 12, 25): "Christmas" for year in range(2020, 2032)}
    calendar = Calendar("12345", closed)
    return House("mill", "USD", Reckoning(TODAY), calendar, calendar)


def estate(people: int, items: int) -> Estate:
    """Return an organisation of ten teams; one in a hundred sets things up, one in fifty leaves."""
    return Estate(
        people=tuple(_people(people)),
        teams=tuple(TeamFact(f"team-{n}", f"Team {n}", f"Department {n % 3}") for n in range(10)),
        sites=tuple(SiteFact(ref, ref.title()) for ref in SITES),
        models=tuple(_models()),
        items=tuple(_items(people, items)),
        pools=tuple(_pools(people)),
        levels=tuple(
            LevelFact(f"level-{n}", "link", Decimal(people * n), Decimal(90 * n), Decimal(200))
            for n in range(1, 6)
        ),
        seats=tuple(_seats(people)),
        orders=tuple(_orders()),
        measurements=tuple(
            MeasurementFact(
                f"measured-{n}", "pool-1", TODAY - 60 * DAY * (6 - n), Decimal(people * (80 + n)) / 100
            )
            for n in range(6)
        ),
        offers=tuple(
            OfferFact(f"offer-{n}-{least}", f"model-{n}", None, least, Decimal(100 + n) - least)
            for n in range(8)
            for least in (1, 10, 50)
        ),
        lanes=(LaneFact("there", "dayton", "erie", 3), LaneFact("back", "erie", "dayton", 3)),
        absences=tuple(
            AbsenceFact(f"away-{n}", f"person-{100 * n}", TODAY + 30 * DAY, TODAY + 40 * DAY)
            for n in range(people // 100)
        ),
        kits=(
            KitFact("managed", None, None, "model-0", None, None, "pool-0", Decimal(1)),
            KitFact("bag", None, None, "model-0", None, "model-6", None, Decimal(1)),
        ),
    )


def _people(count: int) -> Iterator[PersonFact]:
    for n in range(count):
        leaves = TODAY + DAY * (n % 300) if n % 50 == 7 else None  # noqa: PLR2004  one in fifty
        yield PersonFact(
            f"person-{n}", f"team-{n % 10}", SITES[n % 3 == 0], ends_on=leaves,
            hours_week=Decimal(40), sets_up=n % 100 == 0, ticket_share=60,
        )  # fmt: skip


def _models() -> Iterator[ModelFact]:
    for n in range(MODELS):
        yield ModelFact(
            f"model-{n}", f"Model {n}", CATEGORIES[n % 7], Decimal(100 + n), 10, safety_stock=n % 3,
            deploy_hours=Decimal(1), life_months=48, refit_days=2,
        )  # fmt: skip


def _items(people: int, count: int) -> Iterator[ItemFact]:
    for n in range(count):
        is_spare = n % 20 == 0
        bought = TODAY - DAY * (n * 37 % 1700)
        yield ItemFact(
            f"item-{n}", f"model-{(n // people) % MODELS}", "in stock" if is_spare else "in use",
            None if is_spare else f"person-{n % people}", SITES[n % 3 == 0], bought, bought + 1461 * DAY,
        )  # fmt: skip


def _pools(people: int) -> Iterator[PoolFact]:
    for n in range(POOLS):
        yield PoolFact(f"pool-{n}", f"Pool {n}", capacity=Decimal(people), unit_cost=Decimal(9))
    yield PoolFact(
        "link", "Internet link", "link", "site", "dayton", "Mbit/s", Decimal(people), Decimal(people) / 2,
        planning_limit=80, lot_type="levels", lead_days=30, per_head=Decimal(1),
    )  # fmt: skip


def _seats(people: int) -> Iterator[SeatFact]:
    for n in range(people):
        yield from (
            SeatFact(f"seat-{n}-{k}", f"pool-{k}", f"person-{n}") for k in range(POOLS) if (n + k) % 4
        )


def _orders() -> Iterator[OrderFact]:
    for n in range(480):
        day = TODAY - timedelta(days=400 - n % 90)
        yield OrderFact(
            f"order-{n}", f"model-{n % MODELS}", None, Decimal(5), day, None, day + timedelta(days=20)
        )


def goals(count: int, of: Estate) -> list[Goal]:
    """Return goals of ten teams in the coming weeks; every fifth is for three months only."""
    start = date(2027, 1, 4)
    heads = len(of.people) // 10
    found = []
    for n in range(count):
        day = start + timedelta(days=7 * (n % 5))
        until = day + timedelta(days=90) if n % 5 == 4 else None  # noqa: PLR2004  every fifth
        period = Period(start, until or start)
        found.append(Goal(f"goal-{n}", of.teams[n % 10], heads, heads + heads // 2, period, day, until=until))
    return found


def median_ms(work: Callable[[], object], runs: int = RUNS) -> float:
    taken = []
    for _ in range(runs):
        # The processor's own time: nothing here waits, and a busy machine tells on nobody.
        began = time.process_time()
        work()
        taken.append((time.process_time() - began) * 1000)
    return statistics.median(taken)


def planned_ms(count: int, people: int, items: int, runs: int = RUNS) -> float:
    of, ways = estate(people, items), house()
    asked = goals(count, of)
    return median_ms(lambda: plan(asked, estate=of, house=ways), runs)


def main() -> int:
    # As every process of Fullscore runs.
    gc.set_threshold(400_000, 20, 100)
    print(yardstick.line())
    small = planned_ms(5, 200, 2_000)
    print(f"5 goals, 200 people, 2,000 items     {small:9.1f} ms (at most {SMALL_MS})")
    of, ways = estate(200, 2_000), house()
    sentence = "We need to scale our team 3 by 50 percent next quarter"

    def answer() -> object:
        reading = read(sentence, estate=of, house=ways)
        assert reading.goal is not None, reading
        ground = scope.ground_of(of, ways)
        return document(reading, plan([reading.goal], estate=of, house=ways, ground=ground), ways, {})

    print(f"one sentence to its document         {median_ms(answer):9.1f} ms")
    taken = {items: planned_ms(50, items // 10, items, 3) for items in (1_000, 10_000, 100_000)}
    for items, spent in taken.items():
        print(f"50 goals, {items // 10:6,} people, {items:7,} items {spent:9.1f} ms")
    growth = math.log(taken[100_000] / taken[1_000], 100)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"the largest takes {memory:.0f} MB (at most {LARGE_MB}) and at most {LARGE_MS} ms")
    print(f"from 1,000 to 100,000 items time grows with the power {growth:.2f} (at most {GROWTH})")
    is_kept = small <= SMALL_MS and taken[100_000] <= LARGE_MS and memory <= LARGE_MB and growth <= GROWTH
    return 0 if is_kept else 1


if __name__ == "__main__":
    sys.exit(main())
