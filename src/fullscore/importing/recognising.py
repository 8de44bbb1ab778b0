"""From a table to what it is: every source looks at the header, the surest one reads the rows."""

from collections.abc import Iterator
from dataclasses import replace

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.importing import child
from fullscore.importing.filling import refused
from fullscore.importing.records import Context, Line, Reading
from fullscore.importing.repeats import without_repeats
from fullscore.importing.shapes import Match
from fullscore.importing.sources import bamboohr, microsoft365, ours, snipeit
from fullscore.importing.tables import RawTable, Table, TableRow, headed

# Reports begin with a title and a date before the header comes.
_HEADER_WITHIN = 10
_SHOWN = 6
_LONGEST_NAME = 30


def read(context: Context, content: bytes) -> Reading | Finding:
    """Return the file's rows in Fullscore's words, or the finding that says why it is not understood."""
    raw = child.parsed(context.file, content)
    return raw.trouble or _understood(context, raw)


def _understood(context: Context, raw: RawTable) -> Reading | Finding:
    tables = [headed(raw, at) for at in range(min(_HEADER_WITHIN, len(raw.rows)))]
    rated = [(match, table) for table in tables if (match := recognised(context, table.header)) is not None]
    if not rated:
        return _unknown(context, tables)
    match, table = max(rated, key=lambda pair: pair[0].confidence)

    def lines() -> Iterator[Line]:
        return without_repeats(context, _readable(context, match, table))

    return Reading(
        match.source, match.kind, f"{match.source} {match.kind}", match.register, match.confidence,
        len(table.rows), lines, header=table.header,
    )  # fmt: skip


def recognised(context: Context, header: tuple[str, ...]) -> Match | None:
    """Return the surest source for a header; with the same confidence the first one wins."""
    found = (
        ours.recognise(header, context.registers),
        snipeit.recognise(header),
        microsoft365.recognise(header),
        bamboohr.recognise(header),
    )
    return max((match for match in found if match is not None), key=lambda m: m.confidence, default=None)


def _readable(context: Context, match: Match, table: Table) -> Iterator[Line]:
    """Yield the source's lines, one for each row, and a refusal for each row that cannot be read."""
    fit = replace(table, rows=tuple(row for row in table.rows if row.problem is None))
    lines = iter(match.lines(context, fit))
    for row in table.rows:
        yield next(lines) if row.problem is None else _unreadable(context, table, row, *row.problem)


def _unreadable(context: Context, table: Table, row: TableRow, code: str, column: int) -> Line:
    name = table.header[column] if column < len(table.header) else f"Column {column + 1}"
    shown = row.cells[column] if column < len(row.cells) else ""
    return Line(row.line, (), (refused(context, row.line, code, name, column=name, value=shown),))


def _unknown(context: Context, tables: list[Table]) -> Finding:
    values: dict[str, Value] = {
        "file": context.file,
        "columns": tuple(map(_legible, tables[0].header[:_SHOWN])),
    }
    return Finding("import-not-recognised", Subject("imports", context.file), values)


def _legible(name: str) -> str:
    """Return a column's name as a sentence may quote it, though the file may be a picture."""
    return "".join(letter if letter.isprintable() else "?" for letter in name[:_LONGEST_NAME])
