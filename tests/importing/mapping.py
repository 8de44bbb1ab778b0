"""Tables whose columns are given their meanings by hand, as a person would in the preview."""

from collections.abc import Mapping

from fullscore.engine.findings.sentences_en import say
from fullscore.importing.kinds.kind import Kind, Mapped
from fullscore.importing.kinds.orders import with_orders
from fullscore.importing.layouts import Role
from fullscore.importing.records import Context, Line, Record
from fullscore.importing.repeats import without_repeats
from fullscore.importing.tables import Table, TableRow, told_apart
from fullscore.usecases.registers import all_registers


def context(order: str = "mdy", currency: str = "USD") -> Context:
    return Context(all_registers(), order, currency, "list.csv")


def lines(
    kind: Kind,
    meanings: Mapping[str, str],
    *rows: tuple[str, ...],
    role: Role = Role.SHEET,
    of: Context | None = None,
) -> list[Line]:
    """Return the rows read by a kind; `meanings` are the file's headers with what they mean, in order."""
    header = told_apart(tuple(meanings))
    table = Table(header, 1, tuple(TableRow(line, cells) for line, cells in enumerate(rows, start=2)))
    words = {each.name: each.vocabulary for each in kind.meanings}
    mapped = Mapped(kind, "Sheet", role, table, dict(meanings), words)
    read_in = with_orders(of or context(), mapped)
    return list(without_repeats(read_in, kind.lines(read_in, mapped)))


def only(found: list[Line]) -> Record:
    assert [line.refusals for line in found] == [()], said(found)
    return found[0].records[0]


def said(found: list[Line]) -> list[str]:
    return [say(reason.finding) for line in found for reason in (*line.refusals, *line.notes)]


def codes(found: list[Line]) -> list[list[str]]:
    return [[reason.finding.code for reason in (*line.refusals, *line.notes)] for line in found]
