"""How fast 10,000 rows come in: median of five new organisations, beside a yardstick of the same process.

Run: python benchmarks/imports.py [rows], or python benchmarks/imports.py match [rows]: these rows from a
management tool, and as many from a remote monitor, against twice as many items of an asset list. It makes a
home of its own and leaves nothing behind.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime

import yardstick

IS_MATCH = "match" in sys.argv
ROWS = next((int(word) for word in sys.argv[1:] if word.isdigit()), 10_000)
RUNS = 5
WANTED = 2000
HEADER = (
    "ID,Company,Asset Name,Asset Tag,Serial,Model,Category,Status,Checked Out To,Location,Manufacturer,"
    "Supplier,Purchase Date,Purchase Cost,Warranty Expires,Notes"
)


def content(note: str, count: int = ROWS) -> bytes:
    rows = (
        f"{n},Mill,PC-{n},A-{n:05},SN{n:06},Latitude 54{n % 7},Laptops,"
        f"{'Deployed' if n % 3 else 'Ready to Deploy'},,Dayton,Dell,CDW,11/{n % 28 + 1}/2024,"
        f'"$1,285.00",2027-11-01,{note} {n}'
        for n in range(count)
    )
    return "\n".join([HEADER, *rows]).encode()


# Seconds that 10,000 rows may take against 20,000 items.
ALLOWED = 5.0
_MANAGED = (
    "Device ID,Device name,OS,OS version,Last check-in,Serial number,Manufacturer,Model,Wi-Fi MAC,Compliance"
)
_MONITORED = "Display Name,System Name,Organization,Device Role,Last Login,OS Name,MAC Addresses,Last Contact"


def managed(rows: int) -> bytes:
    """One row in ten is of a device that the asset list does not know."""
    lines = (
        f"{n:08x}-0000-4000-8000-00000000beef,LT-{n},Windows,10.0.22631,2026-11-20,"
        f"{'SN' if n % 10 else 'NEW'}{n:06},Dell Inc.,Latitude 54{n % 7},aa:bb:cc:{_tail(n)},Compliant"
        for n in range(rows)
    )
    return "\n".join([_MANAGED, *lines]).encode()


def monitored(rows: int) -> bytes:
    lines = (
        f"LT-{n},LT-{n}.mill.example,Mill,WORKSTATION,ana,Windows 11,AA-BB-CC-{_tail(n).replace(':', '-')},"
        "2026-11-20"
        for n in range(rows)
    )
    return "\n".join([_MONITORED, *lines]).encode()


def _tail(n: int) -> str:
    return f"{n >> 16 & 255:02x}:{n >> 8 & 255:02x}:{n & 255:02x}"


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


def match() -> None:
    from fullscore.engine.registers.access import Member, Role  # noqa: PLC0415  after django.setup
    from fullscore.store.models import Organisation  # noqa: PLC0415
    from fullscore.usecases import imports  # noqa: PLC0415

    made = Organisation.objects.create(name="Mill", ref="mill", created_at=datetime.now(UTC))
    by = Member(made.pk, made.ref, Role.OWNER, None, "host")

    def bring(file: str, told: bytes) -> None:
        done = imports.bring_in(by=by, file_name=file, content=told, clock=lambda: datetime.now(UTC))
        print(f"  {file}: {done.created:,} new, {done.updated:,} met, {done.refused:,} refused")

    print(f"{ROWS:,} rows against {2 * ROWS:,} items, SQLite, end to end")
    print(yardstick.line())
    bring("assets.csv", content("a", 2 * ROWS))
    for file, told in (
        ("intune.csv", managed(ROWS)),
        ("rmm.csv", monitored(ROWS)),
        ("again.csv", managed(ROWS)),
    ):
        wall, own = timed(lambda file=file, told=told: bring(file, told))  # type: ignore[misc]
        verdict = "ok" if wall <= ALLOWED * ROWS / 10_000 else "SLOW"
        print(f"{file:10} {wall:6.2f} s on the wall, {own:6.2f} s of own work  {verdict}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["FULLSCORE_HOME"] = home
        os.environ["DJANGO_SETTINGS_MODULE"] = "fullscore.conf.settings"
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        match() if IS_MATCH else main()
