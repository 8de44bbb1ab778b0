"""Fullscore's own export comes first: a header of our own columns is no guess."""

from collections.abc import Sequence

from fullscore.engine.registers.columns import Register
from fullscore.importing.layouts import Role
from fullscore.importing.recognising.fingerprints import fingerprint
from fullscore.importing.recognising.samples import samples_of
from fullscore.importing.records import Context, Guess, ReadColumn, Reading
from fullscore.importing.repeats import without_repeats
from fullscore.importing.sources import ours
from fullscore.importing.tables import Table


def reading_of_ours(context: Context, tables: Sequence[Table]) -> Reading | None:
    """Return the first of the tables that is our own export, read."""
    for at, table in enumerate(tables):
        found = ours.recognise(table.header, context.registers)
        if found is not None:
            return _reading(context, table, at, *found)
    return None


def reading_of_one_register(context: Context, table: Table, at: int) -> Reading | None:
    """Return a list somebody wrote in the words of one of our registers, read as our own export."""
    found = ours.only(table.header, context.registers)
    return None if found is None else _reading(context, table, at, *found)


def _reading(context: Context, table: Table, at: int, register: Register, sure: float) -> Reading:
    label = f"Fullscore export of {register.plural.lower()}"
    why = ((f"{len(table.header)} of {len(table.header)} columns are our own", 1.0),)
    return Reading(
        source=ours.NAME, kind=register.name, label=label, register=register.name, confidence=sure,
        rows=len(table.rows),
        lines=lambda: without_repeats(context, ours.lines(register, context, table)),
        header=table.header, header_line=table.header_line, fingerprint=fingerprint(table.header),
        preamble=at, columns=_columns(register, table),
        guesses=(Guess(register.name, ours.NAME, label, sure, why),),
        role=Role.OURS,
        # An export may be filtered: what it leaves out is not gone.
        is_whole=False,
    )  # fmt: skip


def _columns(register: Register, table: Table) -> tuple[ReadColumn, ...]:
    return tuple(_column(register, table, place, name) for place, name in enumerate(table.header))


def _column(register: Register, table: Table, place: int, header: str) -> ReadColumn:
    column = ours.column_of(register, header)
    samples = samples_of(table, place)
    if column is None or not column.is_importable:
        return ReadColumn(header, "", "", "kept", 1.0, samples)
    return ReadColumn(header, column.name, column.label, "taken", 1.0, samples)
