"""Budget sheets: a line for each row, and what is planned for it in each month that is told.

A row is taken whole or not at all: one whose months do not come to its total is named, with how far off.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from fullscore.engine.registers.identity import even
from fullscore.importing.filling import Given, filled
from fullscore.importing.kinds.budget.figures import Figures, called, figures
from fullscore.importing.kinds.budget.months import Calendar, calendar, year_said
from fullscore.importing.kinds.budget.totals import is_total, off_totals
from fullscore.importing.kinds.kind import Mapped
from fullscore.importing.kinds.rows import Row, rows
from fullscore.importing.records import Context, Key, Line, Mention, Reason, Record, Told

REGISTER = "lines"
_PLAIN = {
    "category": "category", "team": "team", "service": "service", "vendor": "vendor", "comment": "comment",
    "assumption": "assumption",
}  # fmt: skip
_CLOSED = ("purpose", "treatment")
_NAMES = ("line", "category", "account", "description")
_TOTAL = ("total ", "grand total", "subtotal", "gesamt", "summe", "zwischensumme")


def lines(context: Context, mapped: Mapped) -> Iterator[Line]:
    """Yield a line of the budget for each row; what total lines say wrong is noted on the last one."""
    sheet, held = _Sheet(context, mapped), None
    for row in rows(context, mapped):
        if held is not None:
            yield held
        held = sheet.line(row)
    if held is not None:
        yield replace(held, notes=(*held.notes, *off_totals(context, mapped)))


class _Sheet:
    """One sheet: which months its columns are, which names stand twice, what heading is open."""

    def __init__(self, context: Context, mapped: Mapped) -> None:
        self._mapped = mapped
        self._headers = [each for each in mapped.table.header if mapped.meanings.get(each) == "month"]
        self._texts = (*mapped.above, context.file)
        self._calendars: dict[str, Calendar | None] = {}
        self._heading = ""
        self._rows = {row.line: row for row in mapped.table.rows}
        told = [row for row in rows(context, mapped) if len(row.cells) > 1]
        self._names = Counter(even(called(row)) for row in told)

    def line(self, row: Row) -> Line:
        name = called(row)
        if not name:
            return Line(row.line, (), (row.nameless(*_NAMES),))
        if len(row.cells) == 1:
            self._heading = name
            return Line(row.line)
        if even(name).startswith(_TOTAL) and is_total(self._mapped, self._rows[row.line]):
            return Line(row.line)
        return self._read(row, self._once(row, name))

    def _once(self, row: Row, name: str) -> str:
        """Return the name, told apart from others in the sheet by what else the row says of it."""
        if self._names[even(name)] == 1:
            return name
        apart = next(
            (row.text(each) for each in ("team", "category", "vendor", "service") if row.text(each)),
            self._heading,
        )
        return f"{name} ({apart})" if apart and even(apart) != even(name) else name

    def _read(self, row: Row, name: str) -> Line:
        got = filled(row.context, REGISTER, row.line, [
            Given(row.header(*_NAMES), "name", name), *row.given(_PLAIN), *self._headed(row)
        ])  # fmt: skip
        told = figures(row, self._calendar(row))
        wrong = (*(each for each in got.reasons if "name" not in got.values), *told.wrong)
        if wrong or "name" not in got.values:
            return Line(row.line, (), wrong or got.reasons)
        closed, notes = _closed(row)
        values = {**got.values, **closed, **_contract(row)}
        headers = {**got.headers, **{each: row.header(each) for each in (*closed, *_contract(row))}}
        records = (_record(row, values, headers, told), *self._amounts(row, values, told))
        return Line(row.line, records, (), (*got.reasons, *notes, *told.notes))

    def _headed(self, row: Row) -> list[Given]:
        is_open = self._heading and not row.text("category")
        return [Given(row.header(*_NAMES), "category", self._heading)] if is_open else []

    def _calendar(self, row: Row) -> Calendar | None:
        year = row.text("year")
        if year not in self._calendars:
            texts = (f"FY {year}" if year.isdigit() else year, *self._texts) if year else self._texts
            self._calendars[year] = calendar(self._headers, year_said(texts))
        return self._calendars[year]

    def _amounts(self, row: Row, values: Mapping[str, Told], told: Figures) -> Iterator[Record]:
        months = self._calendar(row)
        line = Mention(REGISTER, (("name", str(values["name"])),), is_made=False)
        for header, amount in told.amounts.items():
            month = months.months[header] if months else None
            yield Record(
                "amounts", {"line": line, "month": month, "amount": amount}, together=("line", "month"),
                headers={"amount": header, "month": header},
            )  # fmt: skip


def _closed(row: Row) -> tuple[dict[str, Told], tuple[Reason, ...]]:
    words = {each: row.word(each) for each in _CLOSED if row.text(each)}
    notes = tuple(row.unknown(each) for each, word in words.items() if word is None)
    return {each: word for each, word in words.items() if word is not None}, notes


def _contract(row: Row) -> dict[str, Told]:
    text = row.text("contract")
    words = tuple((each, text) for each in ("number", "ref", "name"))
    return {"contract": Mention("contracts", words, is_made=False)} if text else {}


def _record(row: Row, values: Mapping[str, Told], headers: Mapping[str, str], told: Figures) -> Record:
    totals = row.said("yearly") if told.amounts else {}
    spoken = {*headers.values(), *told.amounts, *totals, row.header("currency"), row.header("year")}
    return Record(
        REGISTER, values, keys=(Key("name", str(values["name"]), is_strong=False),),
        extra=row.beside(spoken), headers=headers,
    )  # fmt: skip
