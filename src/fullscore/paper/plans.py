"""A plan as a workbook: the answer, what to order, cost by month, hours by week, what was assumed."""

import io
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from fullscore.paper.tables import neutral

Json = Any
Cell = str | float | Decimal | date | None
_WIDTHS = {"Item": 28, "Sentence": 100, "What was taken for granted": 100, "Answer": 100}

_ORDERS = (
    ("Item", "name"), ("Place", "place"), ("To order", "quantity"), ("Unit", "unit"),
    ("Order by", "order_by"), ("Order by, likely", "order_by_likely"), ("Arrives by", "arrive_by"),
    ("Needed by", "need_by"), ("Needed in all", "gross"), ("On hand", "on_hand"),
    ("On its way", "scheduled_receipts"), ("Kept back", "safety_stock"), ("Short", "net"),
    ("Once", "cost_once"), ("A year", "cost_year"),
)  # fmt: skip
_DAYS = frozenset({"order_by", "order_by_likely", "arrive_by", "need_by"})
_MONEY = frozenset({"cost_once", "cost_year", "cost_running"})


def workbook(document: Json) -> bytes:
    """Return a plan document as an XLSX file; numbers and days stay what they are, no text is a formula."""
    # A plan is asked for much oftener than its workbook, whose library takes long to read.
    import xlsxwriter  # noqa: PLC0415

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        for title, header, rows in _sheets(document):
            _write(book, title, header, rows)
    return out.getvalue()


def _sheets(plan: Json) -> Iterable[tuple[str, Sequence[str], Iterable[Sequence[Cell]]]]:
    money = f"({plan['currency']})"
    header = [f"{label} {money}" if name in _MONEY else label for label, name in _ORDERS]
    needs = [*plan["requirements"], *plan["covered"]]
    yield "Answer", ("Answer", ""), _answer(plan)
    yield "Requirements", [*header, "Late until"], [_order(one) for one in needs]
    yield (
        "Cost by month", ("Month", f"Once {money}", f"Running {money}"),
        [_named(one, ("month", "cost_once", "cost_running")) for one in plan["totals"]["by_month"]],
    )  # fmt: skip
    yield (
        "Hours by week", ("Week of", "Who", "Hours needed", "Hours free"),
        [
            (_day(one["week"]), one["person_or_team"], one["needed_hours"], one["free_hours"])
            for one in plan["workload"]
        ],
    )  # fmt: skip
    yield (
        "Assumptions",
        ("What was taken for granted", "Register", "Row", "Field"),
        [_named(one, ("text", "register", "ref", "field")) for one in plan["assumptions"]],
    )


def _answer(plan: Json) -> Iterable[Sequence[Cell]]:
    understood, totals = plan["understood"], plan["totals"]
    yield plan["sentence"], None
    for sentence in plan["answer"]:
        yield sentence, None
    least = "" if totals["complete"] else ", at least"
    yield "Team", understood["team_name"]
    yield "People today", understood["from"]
    yield "People then", understood["to"]
    yield "Needed by", _day(understood["need_by"])
    yield "Planned on", _day(plan["on"])
    yield f"Once{least} ({plan['currency']})", _amount(totals["cost_once"])
    yield f"A year{least} ({plan['currency']})", _amount(totals["cost_year"])
    for one in plan["findings"]:
        yield one["sentence"], None


def _order(one: Json) -> Sequence[Cell]:
    late = one.get("late")
    return (*_named(one, tuple(name for _, name in _ORDERS)), _day(late["earliest"]) if late else None)


def _named(one: Json, names: Sequence[str]) -> Sequence[Cell]:
    return tuple(_cell(name, one.get(name)) for name in names)


def _cell(name: str, value: Json) -> Cell:
    if value is None:
        return None
    if name in _DAYS:
        return _day(value)
    cell: Cell = _amount(value) if name in _MONEY else value
    return cell


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _amount(text: str) -> Decimal:
    return Decimal(text)


def _write(book: Json, title: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    sheet = book.add_worksheet(title)
    bold, days = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    amounts = book.add_format({"num_format": "#,##0.00"})
    for column, cell in enumerate(header):
        sheet.write_string(0, column, cell, bold)
        sheet.set_column(column, column, _WIDTHS.get(cell, 18))
    for line, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            _put(sheet, (line, column), value, days, amounts)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _put(sheet: Json, where: tuple[int, int], cell: Cell, days: Json, amounts: Json) -> None:
    match cell:
        case None:
            return
        case str():
            sheet.write_string(*where, neutral(cell))
        case date():
            sheet.write_datetime(*where, cell, days)
        case Decimal():
            sheet.write_number(*where, float(cell), amounts)
        case _:
            sheet.write_number(*where, cell)
