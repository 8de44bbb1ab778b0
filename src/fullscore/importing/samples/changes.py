"""Changes as somebody writes them down, and when they may be made; days are told from today."""

from collections.abc import Iterable
from datetime import date, timedelta

from fullscore.importing.samples import sheets
from fullscore.importing.samples.company import Files
from fullscore.importing.samples.sheets import sheet
from fullscore.importing.samples.writing import Cell

_DAYS = frozenset(
    {"earliest", "latest", "due", "starts_on", "ends_on", "asked_on", "answer_by", "answered_on"}
)  # fmt: skip


def told(columns: str, lines: str, on: date) -> bytes:
    """Return a sheet; `lines` hold a row each, cells with bars between them, days as so many from `on`."""
    names = columns.split()
    rows = [[cell.strip() for cell in line.split("|")] for line in lines.strip().splitlines()]
    return sheet(
        columns, [[_cell(name, cell, on) for name, cell in zip(names, row, strict=True)] for row in rows]
    )


def _cell(name: str, cell: str, on: date) -> Cell:
    return on + timedelta(days=int(cell)) if name in _DAYS and cell else cell


def supports(lines: str, things: dict[str, str]) -> bytes:
    """Return what rests on what, a row a line: what, on what, kind, group, at least up, hours without.

    "item @fw1" is the tag that `things` has for it; the first word says the register, none a service.
    """
    rows = [[cell.strip() for cell in line.split("|")] for line in lines.strip().splitlines()]
    return sheet(sheets.SUPPORTS, [_support(row, things, at) for at, row in enumerate(rows, start=1)])


def _support(row: list[str], things: dict[str, str], at: int) -> list[Cell]:
    of, on, kind, group, min_up, grace = row
    places = dict([_place(of, "service", "for_item", things), _place(on, "other", "item", things)])
    names = ("service", "for_item", "item", "pool", "other", "vendor", "person")
    return [*(places.get(name, "") for name in names), kind or "stops", group, min_up, grace, f"rests-{at}"]


def _place(told: str, service: str, item: str, things: dict[str, str]) -> tuple[str, str]:
    word, _, rest = told.partition(" ")
    if word == "item":
        return item, things[rest]
    return (word, things.get(rest, rest)) if word in {"pool", "vendor", "person"} else (service, told)


def files(on: date, **lines: str) -> Files:
    """Return the sheets of changes in the order in which they are to be brought in."""
    kinds: Iterable[tuple[str, str]] = (
        ("uses", sheets.USES), ("changes", sheets.CHANGES), ("touches", sheets.TOUCHES),
        ("crews", sheets.CREWS), ("predecessors", sheets.PREDECESSORS), ("steps", sheets.STEPS),
        ("agreements", sheets.AGREEMENTS), ("windows", sheets.WINDOWS), ("freezes", sheets.FREEZES),
    )  # fmt: skip
    return [(f"{name}.csv", told(columns, lines[name], on)) for name, columns in kinds]
