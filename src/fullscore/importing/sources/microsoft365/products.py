"""Licences bought: one pool a product, with what is bought and what is given out."""

from collections.abc import Iterator, Mapping

from fullscore.importing.filling import Given, filled, refused
from fullscore.importing.records import Context, Key, Line, Record
from fullscore.importing.tables import Table, TableRow, known

_PLAIN = {
    "product title": "name", "total licenses": "capacity", "assigned licenses": "used",
    "renewal date": "expires_on",
}  # fmt: skip
NAMES = frozenset(_PLAIN) | {"expired licenses", "status", "subscription status"}


def lines(context: Context, table: Table) -> Iterator[Line]:
    """Yield one pool for each product."""
    for row in table.rows:
        yield _line(context, row, table.cells(row))


def _line(context: Context, row: TableRow, cells: Mapping[str, str]) -> Line:
    by_known = {known(name): name for name in cells}
    given = [Given(by_known[n], column, cells[by_known[n]]) for n, column in _PLAIN.items() if n in by_known]
    got = filled(context, "pools", row.line, given)
    if "name" not in got.values:
        reason = refused(context, row.line, "import-nothing-to-know-it-by", "Product Title")
        return Line(row.line, (), (*got.reasons, reason))
    record = Record(
        "pools",
        got.values,
        keys=(Key("name", str(got.values["name"]), is_strong=False),),
        firsts={"kind": "licence", "unit": "seats", "used_kind": "count"},
        stamps={"used_on": "used"},
        extra={header: cells[header] for name, header in by_known.items() if name not in _PLAIN},
        headers=got.headers,
    )
    return Line(row.line, (record,), got.reasons)
