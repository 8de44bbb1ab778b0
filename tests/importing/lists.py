"""Lists as files hold them, mapped by hand: a header row whose columns have meanings, and rows below."""

from fullscore.importing.kinds import KINDS
from fullscore.importing.kinds.kind import Kind, Mapped
from fullscore.importing.layouts import Role
from fullscore.importing.records import Context, Line, Mention, Record
from fullscore.importing.tables import Table, TableRow, told_apart
from fullscore.usecases.registers import all_registers

CONTEXT = Context(all_registers(), "mdy", "USD", "list.csv")
FIRST_LINE = 2


def kind(name: str) -> Kind:
    return next(each for each in KINDS if each.name == name)


def mapped(
    name: str, columns: dict[str, str], *rows: list[str], role: Role = Role.SHEET,
    words: dict[str, dict[str, str]] | None = None,
) -> Mapped:  # fmt: skip
    """Return the list `name` whose columns (header → meaning) hold `rows`."""
    numbered = tuple(TableRow(line, tuple(cells)) for line, cells in enumerate(rows, start=FIRST_LINE))
    table = Table(told_apart(tuple(columns)), 1, numbered)
    return Mapped(kind(name), "Sheet", role, table, columns, words or {})


def lines(name: str, columns: dict[str, str], *rows: list[str], role: Role = Role.SHEET) -> list[Line]:
    found = mapped(name, columns, *rows, role=role)
    return list(found.kind.lines(CONTEXT, found))


def line(name: str, cells: dict[str, tuple[str, str]], role: Role = Role.SHEET) -> Line:
    """Return the only line of a list with one row, told as header → (meaning, cell)."""
    columns = {header: meaning for header, (meaning, _) in cells.items()}
    return lines(name, columns, [cell for _, cell in cells.values()], role=role)[0]


def record(name: str, cells: dict[str, tuple[str, str]], role: Role = Role.SHEET) -> Record:
    """Return the row such a line is about; it must not be refused."""
    found = line(name, cells, role)
    assert not found.refusals, found.refusals
    return found.records[0]


def codes(found: Line) -> list[str]:
    return [reason.finding.code for reason in (*found.refusals, *found.notes)]


def mention(found: Record, column: str) -> Mention:
    """Return what a record says of another row."""
    told = found.values[column]
    assert isinstance(told, Mention)
    return told
