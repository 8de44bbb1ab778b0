"""A spreadsheet of renewals as somebody keeps it, and what services rest on; days are told from today."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fullscore.importing.samples import sheets
from fullscore.importing.samples.sheets import sheet
from fullscore.importing.samples.writing import Cell, american, csv_file

HEADER = (
    "Contract", "Vendor", "Contract no", "Contract type", "Owner", "Renewal date", "Notice period",
    "Notice deadline", "Notice form", "Auto-renewal", "Renewal term", "Billing cycle", "Annual cost", "Seats",
    "License pool", "Price increase", "Payment method", "Renewal decision",
)  # fmt: skip


def renewals(lines: str, owners: Mapping[str, str], on: date) -> bytes:
    """Return the spreadsheet; `lines` hold a row each, its cells with bars between them.

    The renewal is told in days from `on`. A notice of "@30" is a deadline so many days before it, as
    people write it who do not know the period. `owners` say who a letter stands for.
    """
    rows = [[cell.strip() for cell in line.split("|")] for line in lines.strip().splitlines()]
    return csv_file(HEADER, [_row(row, owners, on) for row in rows])


def _row(cells: Sequence[str], owners: Mapping[str, str], on: date) -> list[Cell]:
    name, vendor, number, kind, owner, renews, notice, form, auto, term, *rest = cells
    day = on + timedelta(days=int(renews)) if renews else None
    is_deadline = notice.startswith("@")
    deadline = american(day - timedelta(days=int(notice[1:]))) if is_deadline and day else ""
    return [
        name, vendor, number, kind, owners.get(owner, owner), american(day) if day else "",
        "" if is_deadline else notice, deadline, form, auto, f"{term} months" if term else "", *rest,
    ]  # fmt: skip


def tags(assets: bytes, model: str) -> list[str]:
    """Return the tags of what stands there of a model, as the asset table has them."""
    rows = csv.DictReader(io.StringIO(assets.decode(), newline=""))
    return [row["Asset Tag"] for row in rows if row["Model"] == model and row["Asset Tag"]]


@dataclass(frozen=True, slots=True)
class Said:
    """What an hour without a service costs, and who said so how many days ago; "" where nobody has."""

    cost: str = ""
    by: str = ""
    days_ago: int = 0


def services(rows: Iterable[tuple[str, str, Said, str, str]], on: date) -> bytes:
    """Return services: name, owner, what an hour without costs, notes, short name."""
    return sheet(sheets.SERVICES, [
        (name, owner, said.cost, said.by, on - timedelta(days=said.days_ago) if said.cost else "", notes, ref)
        for name, owner, said, notes, ref in rows
    ])  # fmt: skip


def supports(rows: Iterable[tuple[str, str, str]]) -> bytes:
    """Return what services rest on: service, "item", "pool" or "other", and which."""
    places = ("item", "pool", "other")
    return sheet(sheets.SUPPORTS, [
        (service, *(which if place == kind else "" for place in places), f"{service}-needs-{number}")
        for number, (service, kind, which) in enumerate(rows, start=1)
    ])  # fmt: skip


def covers(pairs: Iterable[tuple[str, str]]) -> bytes:
    """Return which service each contract pays for."""
    return sheet(sheets.COVERS, [
        (contract, service, "", f"pays-{number}") for number, (contract, service) in enumerate(pairs, start=1)
    ])  # fmt: skip


def shares(rows: Iterable[tuple[str, str, int]]) -> bytes:
    """Return which team bears how much of a contract."""
    return sheet(sheets.SHARES, [
        (contract, team, percent, f"share-{number}")
        for number, (contract, team, percent) in enumerate(rows, start=1)
    ])  # fmt: skip
