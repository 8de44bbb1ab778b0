"""Fullscore's own export: any register, its header the columns' names (or labels)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from fullscore.engine.registers.columns import Column, Kind, Register
from fullscore.importing.filling import Filled, Given, filled, refused
from fullscore.importing.records import Context, Key, Line, Mention, Record, Told
from fullscore.importing.tables import Table, TableRow, known

NAME = "Fullscore export"
EXTRA = "extra:"
# What an export puts a quote before, so that no spreadsheet runs it.
_QUOTED = ("'=", "'+", "'-", "'@", "'\t", "'\r", "''")
# A list has at least so many columns; so many of a register's columns are no accident.
_FEWEST, _MOST = 2, 0.8
# No column of ours has a longer name.
_LONGEST = 60
_NATURAL = {
    "items": ("serial", "tag"),
    "people": ("employee_number", "email"),
}
_TOGETHER = {
    "seats": ("pool", "person"),
    "levels": ("pool", "capacity"),
    "events": ("name", "starts_on"),
    "orders": ("number", "model", "pool"),
    "measurements": ("pool", "measured_on"),
    "lanes": ("origin", "target"),
    "absences": ("person", "starts_on"),
    "offers": ("model", "pool", "from_quantity", "commitment"),
    "kits": ("team", "site", "for_model", "for_pool", "model", "pool"),
    "contracts": ("vendor", "name"),
    "charges": ("contract", "name"),
    "shares": ("contract", "team"),
    "covers": ("contract", "service", "item"),
    "supports": ("service", "for_item", "for_pool", "item", "pool", "other", "vendor", "person"),
    "uses": ("service", "team", "site"),
    "touches": ("change", "service", "item", "pool"),
    "crews": ("change", "person", "skill"),
    "predecessors": ("change", "after"),
    "steps": ("change", "position"),
    "agreements": ("change", "person"),
    "windows": ("name", "service", "item", "site", "weekdays", "opens_at"),
    "freezes": ("name", "starts_on", "service", "site"),
    "triggers": ("cause", "scenario"),
    "reductions": ("control", "scenario", "cause", "acts_on"),
    "options": ("proposal", "name"),
    "outlays": ("option", "year", "note"),
    "brings": ("option", "control"),
    "needs": ("proposal", "option", "how", "other_proposal", "other_option"),
    "limits": ("name", "kind", "starts_on"),
    "insurances": ("name", "scenario"),
    "tolerances": ("name", "one_in_years"),
    "amounts": ("line", "month"),
    "bills": ("vendor", "number", "billed_on"),
    "decisions": ("subject", "decided_on"),
}
# Two vendors may have given out one number, so none of these is one contract's alone.
_ALSO = {"contracts": ("number", "name")}


def recognise(header: tuple[str, ...], registers: Mapping[str, Register]) -> tuple[Register, float] | None:
    """Return the register whose columns these are, and how sure that is.

    Without a `ref` it must be one register's alone: anybody may have a list of names and e-mails.
    """
    names, found = _holding(header, registers)
    fitting = [register for register in found if _is_its_own(register, names, is_only=len(found) == 1)]
    best = max(fitting, key=lambda register: _confidence(register, names), default=None)
    return None if best is None else (best, _confidence(best, names))


def only(header: tuple[str, ...], registers: Mapping[str, Register]) -> tuple[Register, float] | None:
    """Return the one register that has all of these columns, by name or label; None when several have."""
    names, found = _holding(header, registers)
    return (found[0], _confidence(found[0], names)) if len(found) == 1 else None


def _holding(
    header: tuple[str, ...], registers: Mapping[str, Register]
) -> tuple[frozenset[str], list[Register]]:
    """Return the names of a header, and the registers that have a column for each of them."""
    names = frozenset(name for name in header if not name.startswith(EXTRA))
    if any(len(name) > _LONGEST for name in names):
        return names, []
    return names, [register for register in registers.values() if _holds(register, names)]


def _holds(register: Register, names: frozenset[str]) -> bool:
    """Say whether all of the names are columns of the register, and what it requires is among them."""
    columns = _by_name(register)
    meant = {columns[known(name)].name for name in names if known(name) in columns}
    required = {column.name for column in register.columns if column.is_required}
    return len(meant) == len(names) >= _FEWEST and required <= meant


def _is_its_own(register: Register, names: frozenset[str], *, is_only: bool) -> bool:
    columns = {column.name for column in register.columns}
    is_written_by_us = names <= columns and (is_only or any("_" in name for name in names))
    return "ref" in map(known, names) or is_written_by_us or len(names) >= _MOST * len(columns)


def _confidence(register: Register, names: frozenset[str]) -> float:
    share = len(names) / len(register.columns)
    return round((0.9 if "ref" in map(known, names) else 0.7) + 0.1 * share, 2)


def column_of(register: Register, name: str) -> Column | None:
    """Return the column that a header names, by its name or its label."""
    return _by_name(register).get(known(name))


def _by_name(register: Register) -> dict[str, Column]:
    labels = {known(column.label): column for column in register.columns}
    return {**labels, **{column.name: column for column in register.columns}}


def lines(register: Register, context: Context, table: Table) -> Iterator[Line]:
    """Yield one row of the register for each row of the file."""
    for row in table.rows:
        if row.problem is None:
            yield _line(register, context, row, {n: _unquoted(c) for n, c in table.cells(row).items()})
        else:
            yield _unreadable(context, table, row, *row.problem)


def _unreadable(context: Context, table: Table, row: TableRow, code: str, column: int) -> Line:
    name = table.header[column] if column < len(table.header) else f"Column {column + 1}"
    shown = row.cells[column] if column < len(row.cells) else ""
    return Line(row.line, (), (refused(context, row.line, code, name, column=name, value=shown),))


def _unquoted(cell: str) -> str:
    return cell[1:] if cell.startswith(_QUOTED) else cell


def _line(register: Register, context: Context, row: TableRow, cells: Mapping[str, str]) -> Line:
    columns = _by_name(register)
    given = [
        Given(header, columns[known(header)].name, cell)
        for header, cell in cells.items()
        if known(header) in columns and columns[known(header)].is_importable
    ]
    got = filled(context, register.name, row.line, given)
    values = {name: _also_by_ref(value) for name, value in got.values.items() if name != "ref"}
    record = Record(
        register.name,
        values,
        keys=_keys(register, got),
        together=_TOGETHER.get(register.name, ()),
        extra={name.removeprefix(EXTRA): cell for name, cell in cells.items() if name.startswith(EXTRA)},
        headers=got.headers,
    )
    return Line(row.line, (record,), got.reasons)


def _also_by_ref(value: Told) -> Told:
    if not isinstance(value, Mention):
        return value
    return replace(value, words=(("ref", value.shown), *value.words))


def _keys(register: Register, got: Filled) -> tuple[Key, ...]:
    names = ("ref", *_NATURAL.get(register.name, ()))
    strong = [Key(name, str(got.values[name])) for name in names if name in got.values]
    has_name = any(column.name == "name" and column.kind is Kind.TEXT for column in register.columns)
    if has_name and register.name not in _TOGETHER and "name" in got.values and register.name != "items":
        strong.append(Key("name", str(got.values["name"]), is_strong=False))
    also = (name for name in _ALSO.get(register.name, ()) if name in got.values)
    return (*strong, *(Key(name, str(got.values[name]), is_strong=False) for name in also))
