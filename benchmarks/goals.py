"""How fast a plan is made: `python benchmarks/goals.py`. Figures are medians of five runs."""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import yardstick

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.estate.facts import (
    Estate,
    ItemFact,
    ModelFact,
    OrderFact,
    PersonFact,
    PoolFact,
    SeatFact,
    SiteFact,
    TeamFact,
)
from fullscore.engine.goals.document import document
from fullscore.engine.goals.goal import Goal, House
from fullscore.engine.goals.periods import Period, Reckoning
from fullscore.engine.goals.plan import plan
from fullscore.engine.goals.wording import read

TODAY = date(2026, 11, 23)
RUNS = 5
CATEGORIES = ("laptop", "monitor", "dock", "phone", "tablet", "printer", "accessory")
POOLS = 12
SITES = ("dayton", "erie")


def house() -> House:
    closed = {date(year, 12, 25): "Christmas" for year in range(2020, 2032)}
    calendar = Calendar("12345", closed)
    return House("mill", "USD", Reckoning(TODAY), calendar, calendar)


def estate(people: int, items: int) -> Estate:
    """An organisation with ten teams, forty models, twelve licences, and twelve past orders of each model."""
    teams = tuple(TeamFact(f"team-{n}", f"Team {n}", f"Department {n % 3}") for n in range(10))
    staff = tuple(PersonFact(f"person-{n}", f"team-{n % 10}", SITES[n % 3 == 0]) for n in range(people))
    models = tuple(
        ModelFact(
            f"model-{n}", f"Model {n}", CATEGORIES[n % 7], Decimal(100 + n), 10, deploy_hours=Decimal(1)
        )
        for n in range(40)
    )
    held = tuple(
        ItemFact(
            f"item-{n}",
            f"model-{(n // people) % 40}",
            "in stock" if n % 20 == 0 else "in use",
            f"person-{n % people}",
        )
        for n in range(items)
    )
    pools = tuple(
        PoolFact(f"pool-{n}", f"Pool {n}", capacity=Decimal(people), unit_cost=Decimal(9))
        for n in range(POOLS)
    )
    seats = tuple(
        SeatFact(f"seat-{n}-{k}", f"pool-{k}", f"person-{n}")
        for n in range(people)
        for k in range(POOLS)
        if (n + k) % 4
    )
    days = [TODAY - timedelta(days=400 - n % 90) for n in range(480)]
    orders = tuple(
        OrderFact(f"order-{n}", f"model-{n % 40}", None, Decimal(5), day, None, day + timedelta(days=20))
        for n, day in enumerate(days)
    )
    sites = tuple(SiteFact(ref, ref.title()) for ref in SITES)
    return Estate(staff, teams, sites, models, held, pools, (), seats, orders)


def goals(count: int, of: Estate) -> list[Goal]:
    start = date(2027, 1, 4)
    heads = len(of.people) // 10
    return [
        Goal(
            f"goal-{n}",
            of.teams[n % 10],
            heads,
            heads + heads // 2,
            Period(start, start),
            start + timedelta(days=7 * (n % 5)),
        )
        for n in range(count)
    ]


def median_ms(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(RUNS):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def main() -> int:
    print(yardstick.line())
    small, ways = estate(200, 2_000), house()
    asked = goals(5, small)
    taken = median_ms(lambda: plan(asked, estate=small, house=ways))
    print(f"5 goals, 200 people, 2,000 items  {taken:9.1f} ms (at most 50)")
    sentence = "We need to scale our team 3 by 50 percent next quarter"

    def answer() -> object:
        reading = read(sentence, estate=small, house=ways)
        assert reading.goal is not None, reading
        return document(reading, plan([reading.goal], estate=small, house=ways), ways, {})

    print(f"one sentence to its document      {median_ms(answer):9.1f} ms")
    large = estate(10_000, 100_000)
    many = goals(50, large)
    print(
        f"50 goals, 10,000 people, 100,000  {median_ms(lambda: plan(many, estate=large, house=ways)):9.1f} ms"
    )
    return 0 if taken <= 50 else 1  # noqa: PLR2004  the target of the issue


if __name__ == "__main__":
    sys.exit(main())
