"""Fullscore's own export: any register, its header the columns' names (or labels)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from fullscore.engine.registers.columns import Column, Kind, Register
from fullscore.importing.filling import Filled, Given, filled
from fullscore.importing.records import Context, Key, Line, Mention, Record, Told
from fullscore.importing.shapes import SURE, Match
from fullscore.importing.tables import Table, TableRow, known

NAME = "Fullscore export"
EXTRA = "extra:"
# What an export puts a quote before, so that no spreadsheet runs it.
_QUOTED = ("'=", "'+", "'-", "'@", "'\t", "'\r", "''")
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
}


def recognise(header: tuple[str, ...], registers: Mapping[str, Register]) -> Match | None:
    """Return the register whose columns these are; without a `ref` it is less sure."""
    found = [(_confidence(register, header), register) for register in registers.values()]
    confidence, register = max(found, key=lambda pair: pair[0])
    if confidence < SURE:
        return None
    return Match(NAME, register.name, register.name, confidence, partial(_lines, register))


def _confidence(register: Register, header: tuple[str, ...]) -> float:
    names = {known(name) for name in header if not name.startswith(EXTRA)}
    columns = _by_name(register)
    ours = {columns[name].name for name in names if name in columns}
    required = {column.name for column in register.columns if column.is_required}
    if len(ours) < len(names) or not required <= ours or len(ours) < 2:  # noqa: PLR2004
        return 0.0
    share = len(ours) / len(register.columns)
    return round((0.9 if "ref" in ours else SURE) + 0.1 * share, 2)


def _by_name(register: Register) -> dict[str, Column]:
    labels = {known(column.label): column for column in register.columns}
    return {**labels, **{column.name: column for column in register.columns}}


def _lines(register: Register, context: Context, table: Table) -> Iterator[Line]:
    for row in table.rows:
        yield _line(register, context, row, {n: _unquoted(c) for n, c in table.cells(row).items()})


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
    return tuple(strong)
