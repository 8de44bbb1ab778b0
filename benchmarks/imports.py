"""How fast 10,000 rows come in: median of five new organisations, beside a yardstick of the same process.

Run: python benchmarks/imports.py [rows]. It makes a home of its own and leaves nothing behind.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime

import yardstick

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
RUNS = 5
WANTED = 2000
HEADER = (
    "ID,Company,Asset Name,Asset Tag,Serial,Model,Category,Status,Checked Out To,Location,Manufacturer,"
    "Supplier,Purchase Date,Purchase Cost,Warranty Expires,Notes"
)


def content(note: str) -> bytes:
    rows = (
        f"{n},Mill,PC-{n},A-{n:05},SN{n:06},Latitude 54{n % 7},Laptops,"
        f"{'Deployed' if n % 3 else 'Ready to Deploy'},,Dayton,Dell,CDW,11/{n % 28 + 1}/2024,"
        f'"$1,285.00",2027-11-01,{note} {n}'
        for n in range(ROWS)
    )
    return "\n".join([HEADER, *rows]).encode()


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return seconds on the wall and of this process's own work."""
    wall, own = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - own


def main() -> None:
    from fullscore.engine.registers.access import Member, Role  # noqa: PLC0415  after django.setup
    from fullscore.store.models import Organisation  # noqa: PLC0415
    from fullscore.usecases import imports  # noqa: PLC0415

    def bring(by: Member, note: str) -> None:
        done = imports.bring_in(
            by=by, file_name="assets.csv", content=content(note), clock=lambda: datetime.now(UTC)
        )
        if done.rows != ROWS or done.refused:
            raise SystemExit(f"{done.refused} of {done.rows} rows were refused.")

    found: dict[str, list[tuple[float, float]]] = {"new": [], "the same": [], "changed": []}
    for run in range(RUNS):
        made = Organisation.objects.create(
            name=f"Mill {run}", ref=f"mill-{run}", created_at=datetime.now(UTC)
        )
        by = Member(made.pk, made.ref, Role.OWNER, None, "host")
        for what, note in (("new", "a"), ("the same", "a"), ("changed", "b")):
            found[what].append(timed(lambda by=by, note=note: bring(by, note)))  # type: ignore[misc]
    print(f"{ROWS:,} rows, SQLite, history and provenance")
    print(yardstick.line())
    for what, seconds in found.items():
        wall, own = (statistics.median(pair[part] for pair in seconds) for part in (0, 1))
        verdict = "ok" if ROWS / wall >= WANTED else "SLOW"
        print(f"{what:9} {ROWS / wall:7,.0f} rows/s on the wall, {ROWS / own:7,.0f} by own work  {verdict}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["FULLSCORE_HOME"] = home
        os.environ["DJANGO_SETTINGS_MODULE"] = "fullscore.conf.settings"
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        main()
