"""Sheets of the budget: a year by month, and every proposal with its side in the newest choice and why."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, cast

from fullscore.engine.budget.year.year import MEASURES, amount_of
from fullscore.engine.findings.trace import Trace
from fullscore.engine.money.amounts import plain
from fullscore.paper import tables
from fullscore.usecases.budget.values import Board, BoardProposal
from fullscore.usecases.budget.yearly import BudgetYear

_COLUMNS = (
    "proposal", "name", "purpose", "state", "must_be_done", "side", "way", "first_year", "worth_a_year",
    "currency", "why", "pinned", "forbidden",
)  # fmt: skip


def year_csv(found: BudgetYear) -> bytes:
    """Return a fiscal year as a sheet: a line for each row and measure, a column for each month."""
    months = [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in found.year.months]
    header = ("register", "ref", "name", "purpose", "treatment", "measure", *months, "total", "currency")
    return tables.csv_bytes(header, _year_rows(found))


def _year_rows(found: BudgetYear) -> Iterator[list[str]]:
    for row in found.year.rows:
        heading = row.heading
        for measure in MEASURES:
            cells = [_told(row.cells[measure].get(month)) for month in found.year.months]
            yield [
                *heading.home, heading.name, heading.purpose, heading.treatment, measure, *cells,
                _told(row.total(measure)), found.currency,
            ]  # fmt: skip


def _told(trace: Trace | None) -> str:
    amount = amount_of(trace)
    return "" if amount is None else plain(amount)


def proposals_csv(board: Board) -> bytes:
    """Return the proposals as CSV, in the order of their names; amounts with cents."""
    document = cast("Mapping[str, Any]", board.document or {})
    rows = {each["ref"]: each for each in document.get("proposals", ())}
    ordered = sorted(board.proposals, key=lambda each: (each.name.casefold(), each.ref))
    return tables.csv_bytes(_COLUMNS, (_cells(each, rows.get(each.ref), board.currency) for each in ordered))


def _cells(each: BoardProposal, row: Mapping[str, Any] | None, currency: str) -> list[str]:
    weighed = ["", "", "", ""] if row is None else [
        "in" if row["is_in"] else "out", str(row["option"]["name"]), _amount(row["first_year"]),
        _amount(row["lost"]),
    ]  # fmt: skip
    return [
        each.ref, each.name, each.purpose, each.state, "yes" if each.is_mandatory else "no", *weighed,
        currency, str(row["sentence"]) if row else "", _ways(each, "pinned"), _ways(each, "forbidden"),
    ]  # fmt: skip


def _amount(text: str | None) -> str:
    return "" if text is None else f"{Decimal(text):.2f}"


def _ways(each: BoardProposal, pin: str) -> str:
    return ", ".join(one.name for one in each.options if one.pin == pin)
