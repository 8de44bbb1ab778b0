"""How fast findings are worked out and read, and how that grows: `python benchmarks/today.py`.

An organisation of 200 people, 2,000 items and 300 contracts is worked out anew; 1,000 small ones are swept
and worked out by one worker; the page is served from stored findings beside an empty one. The homes are
made for the run and go with it. `page` alone measures the page, `work` the rest.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import serve
import yardstick

if TYPE_CHECKING:
    from fullscore.store.models import Organisation

RUNS = 5
WORK_MS, EACH_SECOND, STALE_MS, TIMES_EMPTY, GROWTH = 500, 2, 50, 4, 1.2
PEOPLE, ITEMS, CONTRACTS, CREW = 200, 2_000, 300, 3
HOUSES = (250, 1_000)
PAGE = "o/mill/today/"
DAY = timedelta(days=1)


def fill(people: int, items: int, contracts: int, place: "Organisation") -> None:
    """Put people, items, licences and contracts into an organisation; one line in ten is of this week."""
    from fullscore.store import models  # noqa: PLC0415

    now, dice = datetime.now(UTC) - DAY, random.Random(1)  # noqa: S311  the same rows each time
    stamps = {"organisation": place, "created_at": now, "changed_at": now}
    team = models.Team.objects.create(ref="it", name="IT", **stamps)
    models.Person.objects.bulk_create(
        models.Person(ref=f"p-{n}", name=f"Person {n}", team=team, hours_week=40, sets_up=n < CREW, **stamps)
        for n in range(people)
    )
    persons = list(models.Person.objects.of(place.pk))
    models.ItemModel.objects.bulk_create(
        models.ItemModel(ref=f"m-{n}", name=f"Model {n}", category="laptop", unit_cost=900 + n, **stamps)
        for n in range(20)
    )
    kinds = list(models.ItemModel.objects.of(place.pk))
    models.Item.objects.bulk_create(
        models.Item(
            ref=f"i-{n}", name=f"Laptop {n}", model=kinds[n % 20], holder=persons[n % people],
            warranty_ends_on=now.date() + DAY * (n % 900 - 200), purchased_on=now.date() - DAY * 900,
            **stamps,
        )
        for n in range(items)
    )  # fmt: skip
    vendors = [models.Vendor.objects.create(ref=f"v-{n}", name=f"Vendor {n}", **stamps) for n in range(40)]
    pools = [
        models.Pool.objects.create(
            ref=f"pool-{n}", name=f"Suite {n}", capacity=people, used=people - n, unit_cost=30,
            owner=persons[0], **stamps,
        )
        for n in range(20)
    ]  # fmt: skip
    made = [_contract(n, dice, vendors, persons, stamps) for n in range(contracts)]
    models.Contract.objects.bulk_create(made)
    models.ContractCharge.objects.bulk_create(
        models.ContractCharge(
            ref=f"charge-{n}", contract=each, name="Seats", quantity=people, unit_price=Decimal(30),
            pool=pools[n] if n < len(pools) else None, **stamps,
        )
        for n, each in enumerate(models.Contract.objects.of(place.pk).order_by("pk"))
    )  # fmt: skip
    models.HistoryEntry.objects.create(
        organisation=place, register="contracts", row_id=1, ref="c-0", action="created", at=now,
        by_name="Ada", changes={},
    )  # fmt: skip


def _contract(
    number: int, dice: random.Random, vendors: list[object], persons: list[object], stamps: dict[str, object]
) -> object:
    from fullscore.store import models  # noqa: PLC0415

    ends = datetime.now(UTC).date() + DAY * dice.randrange(30, 700)
    return models.Contract(
        ref=f"c-{number}", name=f"Contract {number}", vendor=vendors[number % 40], owner=persons[number % 50],
        starts_on=date(2024, 1, 1), ends_on=ends, renewal="tacit", renewal_months=12,
        notice=dice.choice((1, 2, 3)), notice_unit="months", notice_to="term", price=200 + number * 7,
        period="year", intent=dice.choice(("end", "keep", "", "")), **stamps,
    )  # fmt: skip


def median_ms(work: Callable[[], object]) -> float:
    took = []
    for _ in range(RUNS):
        began = time.process_time()
        work()
        took.append((time.process_time() - began) * 1000)
    return statistics.median(took)


def work() -> list[str]:
    """Measure in a home of its own what one worker does; runs in a process of its own."""
    import django  # noqa: PLC0415

    django.setup()
    from fullscore.store.models import KeptFinding, Organisation  # noqa: PLC0415
    from fullscore.usecases import today  # noqa: PLC0415

    place = Organisation.objects.get()
    fill(PEOPLE, ITEMS, CONTRACTS, place)
    minutes = iter(range(10_000))

    def anew() -> None:
        later = datetime.now(UTC) + timedelta(minutes=next(minutes))
        assert today.work_out(organisation_id=place.pk, now=later)

    anew()
    again = median_ms(anew)
    KeptFinding.objects.of(place.pk).update(cost=1)
    began = time.process_time()
    anew()
    written = (time.process_time() - began) * 1000
    lines = KeptFinding.objects.of(place.pk).filter(rank__isnull=False).count()
    about = f"{PEOPLE} people, {ITEMS:,} items, {CONTRACTS} contracts, {lines} lines"
    print(
        f"{about}: worked out anew in {again:.0f} ms, every line written {written:.0f} ms (at most {WORK_MS})"
    )
    slow = ["working out"] * (max(again, written) > WORK_MS)
    return slow + many()


def many() -> list[str]:
    """Measure the sweep and one worker over many small organisations."""
    from fullscore.store.models import Organisation  # noqa: PLC0415
    from fullscore.usecases import today  # noqa: PLC0415

    slow, each, begun = [], {}, Organisation.objects.count()
    for count in HOUSES:
        while begun < count:
            place = Organisation.objects.create(
                name=f"O {begun}", ref=f"o-{begun}", created_at=datetime.now(UTC)
            )
            fill(20, 60, 12, place)
            begun += 1
        now = datetime.now(UTC)
        sweep = median_ms(lambda now=now: today.stale(now=now))
        began, done = time.process_time(), 0
        while keys := today.stale(now=now):
            done += sum(today.advance(key=key, now=now) for key in keys)
        each[count] = (time.process_time() - began) / max(done, 1)
        told = f"{1 / each[count]:.1f} a second (at least {EACH_SECOND})"
        print(
            f"{count:,} organisations: sweep {sweep:.0f} ms (at most {STALE_MS}), {done} worked out, {told}"
        )
        slow += [f"sweep of {count}"] * (sweep > STALE_MS) + [f"{count} at once"] * (
            each[count] > 1 / EACH_SECOND
        )
    few, all_of_them = (each[count] for count in HOUSES)
    times = all_of_them / few
    print(f"of {HOUSES[1]:,} each takes {times:.2f} times what it takes of {HOUSES[0]} (at most {GROWTH})")
    return slow + ["growth"] * (all_of_them > GROWTH * few)


def page() -> list[str]:
    """Measure the page, served from stored findings, beside an empty signed-in page."""
    with tempfile.TemporaryDirectory() as folder:
        home, ready, log = Path(folder) / "home", Path(folder) / "ready", Path(folder) / "log"
        serve.run(home, "-m", "fullscore.cli.main", "init", "--org", "Mill", "--owner", "ada@mill.example")
        serve.run(home, __file__, "fill")
        process = serve.begun(home, ready, log)
        try:
            said = serve.signed_in(log.read_text())
            served = serve.Served(ready.read_text().strip(), process, said, serve.environment(home))
            time.sleep(3)
            _, empty = serve.measured(served, serve.EMPTY)
            median, p95 = serve.measured(served, PAGE)
        finally:
            process.terminate()
            process.wait()
    print(
        f"empty page p95 {empty:.1f} ms; Today median {median:.1f} ms, p95 {p95:.1f} ms = {p95 / empty:.1f} x"
    )
    return ["page"] * (p95 > TIMES_EMPTY * empty)


def filled() -> None:
    """Fill the home of a process that is about to serve, and work it out."""
    import django  # noqa: PLC0415

    django.setup()
    from fullscore.store.models import Organisation  # noqa: PLC0415
    from fullscore.usecases import today  # noqa: PLC0415

    place = Organisation.objects.get()
    fill(PEOPLE, ITEMS, CONTRACTS, place)
    today.work_out(organisation_id=place.pk, now=datetime.now(UTC) + timedelta(minutes=5))


def own_home(word: str) -> int:
    """Run a part of this benchmark in a home of its own."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        serve.run(home, "-m", "fullscore.cli.main", "init", "--org", "Mill", "--owner", "ada@mill.example")
        variables = {**os.environ, **serve.environment(home)}
        return subprocess.run([sys.executable, __file__, word], env=variables, check=False).returncode  # noqa: S603


def main(word: str) -> int:
    if word == "fill":
        filled()
        return 0
    if word == "working":
        return len(work())
    print(yardstick.line())
    missed = own_home("working") if word != "page" else 0
    slow = page() if word != "work" else []
    return 1 if missed or slow else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
