"""Total lines of a sheet: whether each says what its columns come to."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from fullscore.importing.filling import refused
from fullscore.importing.kinds.budget.figures import NEAR
from fullscore.importing.kinds.kind import Mapped
from fullscore.importing.records import Context, Reason
from fullscore.importing.sums import figure
from fullscore.importing.tables import TableRow

_SUMMED = frozenset({"month", "quarter", "yearly"})
_ZERO = Decimal(0)
_MOST_ROWS = 5_000


def off_totals(context: Context, mapped: Mapped) -> tuple[Reason, ...]:
    """Return the figures of total lines that are neither the sum of all rows above nor of their group."""
    if len(mapped.table.rows) > _MOST_ROWS:
        return ()
    places = [(place, header) for place, header in enumerate(mapped.table.header)
              if mapped.meanings.get(header) in _SUMMED]  # fmt: skip
    return tuple(
        reason
        for line in mapped.left_out
        for place, header in places
        for reason in _off(context, mapped, line, (place, header))
    )


def _off(context: Context, mapped: Mapped, line: TableRow, column: tuple[int, str]) -> Iterator[Reason]:
    place, header = column
    total = figure(line.cells[place]) if place < len(line.cells) and line.cells[place] else None
    if total is None:
        return
    above = [row for row in mapped.table.rows if row.line < line.line]
    since = max((each.line for each in mapped.left_out if each.line < line.line), default=0)
    sums = {_sum(above, place), _sum([row for row in above if row.line > since], place)}
    if above and all(abs(total - each) > NEAR for each in sums):
        whole = min(sums, key=lambda each: abs(total - each))
        yield refused(
            context, line.line, "budget-column-off-total", header, row=line.line, column=header,
            total=f"{total:,.2f}", sum=f"{whole:,.2f}", off=f"{abs(total - whole):,.2f}",
        )  # fmt: skip


def _sum(rows: Sequence[TableRow], place: int) -> Decimal:
    told = (figure(row.cells[place]) for row in rows if place < len(row.cells) and row.cells[place])
    return sum((each for each in told if each is not None), _ZERO)


def is_total(mapped: Mapped, row: TableRow) -> bool:
    """Say whether a row that is called a total says the sums of the rows above it; then it is no line."""
    places = [place for place, header in enumerate(mapped.table.header)
              if mapped.meanings.get(header) in _SUMMED]  # fmt: skip
    told = {place: figure(row.cells[place]) for place in places if place < len(row.cells)}
    above = [each for each in mapped.table.rows if each.line < row.line][:_MOST_ROWS]
    known = {place: each for place, each in told.items() if each is not None}
    return bool(above and known) and all(
        abs(each - _sum(above, place)) <= NEAR for place, each in known.items()
    )
