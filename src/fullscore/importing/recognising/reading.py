"""A reading: a table with its kind, its program, columns and words, and its rows when they are asked for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fullscore.importing.filling import refused
from fullscore.importing.kinds.kind import Mapped
from fullscore.importing.kinds.orders import with_orders
from fullscore.importing.layouts import Role
from fullscore.importing.recognising import naming
from fullscore.importing.recognising.columns import columns_of, read_columns
from fullscore.importing.recognising.index import KnownKind, KnownLayout
from fullscore.importing.recognising.mapping import MappedColumn, mapped, with_one_word_each
from fullscore.importing.recognising.meaning import Column
from fullscore.importing.recognising.rating import Rated
from fullscore.importing.recognising.vocabulary import read_words, words_of
from fullscore.importing.records import Context, Guess, Line, Reading, Said
from fullscore.importing.repeats import without_repeats
from fullscore.importing.tables import Table, TableRow
from fullscore.importing.totals import without_totals

SURE = 0.6  # below this a person is asked before a row is touched
_OTHERS = 3


@dataclass(frozen=True, slots=True)
class Chosen:
    """The header that was found and what it may begin.

    `titles`: what stands above it. `told`: what people said of it, the last word last.
    """

    table: Table
    columns: tuple[Column, ...]
    fingerprint: str
    preamble: int
    titles: tuple[str, ...]
    rated: tuple[Rated, ...]
    told: tuple[Said, ...]
    is_said: bool


def reading_of(context: Context, chosen: Chosen) -> Reading:
    """Return the file understood."""
    best = chosen.rated[0]
    known, layout = best.known, _layout(chosen, best.known)
    # A report's groups lie between its rows; what they name becomes a column of its own.
    table, totals = without_totals(chosen.table, chosen.titles)
    said = {header: meaning for each in chosen.told for header, meaning in each.columns.items()}
    words = words_of(known.kind, layout.source if layout else None, chosen.told)
    columns = with_one_word_each(
        known.kind, table, mapped(known, layout, columns_of(table), said), words
    )  # fmt: skip
    source, role = _program(chosen, layout)
    meant = {one.header: one.meaning for one in columns if not one.is_left_out}
    kept = {row.line for row in table.rows}
    left_out = tuple(row for row in chosen.table.rows if row.line not in kept)
    whole = Mapped(
        known.kind, source, role, _without(table, columns), meant, words, chosen.titles, left_out
    )  # fmt: skip
    return Reading(
        source=source, kind=known.kind.name, label=naming.label_of(known, layout),
        register=known.kind.register, confidence=best.confidence, rows=len(table.rows),
        lines=lambda: without_repeats(context, _lines(context, table, whole)),
        is_sure=chosen.is_said or best.confidence >= SURE, header=table.header,
        header_line=table.header_line, fingerprint=chosen.fingerprint, preamble=chosen.preamble,
        totals=totals, columns=read_columns(known, context.registers, table, columns),
        words=read_words(known.kind, table, columns, words), guesses=_guesses(chosen, source, layout),
        role=role, is_whole=naming.is_whole(layout.layout if layout else None),
    )  # fmt: skip


def _layout(chosen: Chosen, known: KnownKind) -> KnownLayout | None:
    source = next((each.source for each in reversed(chosen.told) if each.source), "")
    found = naming.named(known, source, chosen.columns) if source else None
    return found or naming.program_of(known, chosen.columns)


def _program(chosen: Chosen, layout: KnownLayout | None) -> tuple[str, Role]:
    """Return the program's name and what it is for; a person may name one that is not known here."""
    said = next((each.source for each in reversed(chosen.told) if each.source), "")
    if layout is not None and said in {"", layout.source.name}:
        return layout.source.name, layout.source.role
    return said or naming.OWN_SHEET, Role.SHEET


def _without(table: Table, columns: tuple[MappedColumn, ...]) -> Table:
    """Return the table without the columns that a person has left out; other rows keep their places."""
    out = {place for place, one in enumerate(columns) if one.is_left_out}
    if not out:
        return table
    rows = tuple(
        replace(row, cells=tuple("" if place in out else cell for place, cell in enumerate(row.cells)))
        for row in table.rows
    )
    return replace(table, rows=rows)


def _lines(context: Context, table: Table, whole: Mapped) -> Iterator[Line]:
    """Yield the kind's lines, one for each row, and a refusal for each row that cannot be read."""
    fit = replace(whole.table, rows=tuple(row for row in whole.table.rows if row.problem is None))
    mine = replace(whole, table=fit)
    lines = whole.kind.lines(with_orders(context, mine), mine)
    for row in table.rows:
        yield next(lines) if row.problem is None else _unreadable(context, table, row, *row.problem)


def _unreadable(context: Context, table: Table, row: TableRow, code: str, column: int) -> Line:
    name = table.header[column] if column < len(table.header) else f"Column {column + 1}"
    shown = row.cells[column] if column < len(row.cells) else ""
    return Line(row.line, (), (refused(context, row.line, code, name, column=name, value=shown),))


def _guesses(chosen: Chosen, source: str, layout: KnownLayout | None) -> tuple[Guess, ...]:
    """Return what the file may be, the choice first, each with the reasons in figures."""
    best, *others = chosen.rated[: _OTHERS + 1]
    rest = tuple(_guess(chosen, one) for one in others)
    following = ((f"next best: {rest[0].label}", rest[0].confidence),) if rest else ()
    first = Guess(
        best.kind.name, source, naming.label_of(best.known, layout), best.confidence,
        (*_why(best), *following),
    )  # fmt: skip
    return (first, *rest)


def _guess(chosen: Chosen, one: Rated) -> Guess:
    layout = naming.program_of(one.known, chosen.columns)
    source = layout.source.name if layout else naming.OWN_SHEET
    label = naming.label_of(one.known, layout)
    return Guess(one.kind.name, source, label, one.confidence, _why(one))


def _why(one: Rated) -> tuple[tuple[str, float], ...]:
    by_name = (f"{one.by_name} of {one.columns} columns known by name", round(one.by_name / one.columns, 2))
    by_cells = (f"{one.by_cells} known by its values", round(one.by_cells / one.columns, 2))
    return (by_name, by_cells) if one.by_cells else (by_name,)
