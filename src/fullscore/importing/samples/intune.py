"""Intune: the devices of a sample company that report to it, made from its asset table.

The same laptops as Snipe-IT knows, by the same serials, under their host names; a few were never
enrolled, which is what comparing the two lists is for.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from fullscore.importing.samples.people import Somebody
from fullscore.importing.samples.snipeit import IN_USE
from fullscore.importing.samples.writing import csv_file

HEADER = (
    "Device ID", "Device name", "Enrollment date", "Last check-in", "OS version", "Serial number",
    "Manufacturer", "Model", "Wi-Fi MAC", "Total storage", "Free storage", "Primary user UPN",
    "Primary user display name", "Compliance", "Managed by", "Ownership", "Encrypted", "OS",
)  # fmt: skip
# Every so manieth laptop was given out without being enrolled.
NEVER_ENROLLED = 17
_LONG_AGO = 23


def devices(assets: bytes, people: Sequence[Somebody], on: date, *, prefix: str) -> bytes:
    """Return the export of all devices; every laptop somebody holds, but for those never enrolled."""
    by_number = {str(one.number): one for one in people}
    return csv_file(HEADER, _rows(assets, by_number, on, prefix))


def _rows(assets: bytes, people: Mapping[str, Somebody], on: date, prefix: str) -> Iterator[tuple[str, ...]]:
    for number, row in enumerate(_held_laptops(assets), start=1):
        holder = people.get(row["Employee Number"])
        if holder is not None and number % NEVER_ENROLLED:
            yield _row(number, row, holder, on, prefix)


def _held_laptops(assets: bytes) -> Iterator[Mapping[str, str]]:
    for row in csv.DictReader(io.StringIO(assets.decode())):
        if row["Category"] == "Laptops" and row["Status"] == IN_USE and row["Serial"]:
            yield row


def _row(number: int, row: Mapping[str, str], holder: Somebody, on: date, prefix: str) -> tuple[str, ...]:
    seen = on - timedelta(days=90 if number % _LONG_AGO == 0 else number % 3)
    login = holder.email.lower()
    return (
        f"{number * 2654435761 % 2**32:08x}-7c1e-4f0a-9b2d-{number:012x}", f"{prefix}-{number:03d}",
        f"{on - timedelta(days=400 + number):%Y-%m-%d} 08:30:00.0000000", f"{seen:%Y-%m-%d} 06:12:41.0000000",
        f"10.0.22631.{3000 + number}", row["Serial"], row["Manufacturer"], row["Model"],
        f"A483E7{number:06X}", "512000", str(90_000 + number * 311), login, holder.name,
        "Noncompliant" if number % _LONG_AGO == 0 else "Compliant", "Intune", "Corporate", "True", "Windows",
    )  # fmt: skip
