"""Snipe-IT licences: a pool of seats a row, or (its import sample) a seat a row."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from fullscore.importing.filling import Filled, Given, filled, refused
from fullscore.importing.records import Context, Key, Line, Mention, Record
from fullscore.importing.tables import Table, TableRow, known

_PLAIN = {
    "name": "name", "license": "name", "total": "capacity", "seats": "capacity", "supplier": "vendor",
    "expiration date": "expires_on",
}  # fmt: skip
_READ_APART = frozenset({"id", "avail", "remaining seats"})
_DROPPED = frozenset({"checkin", "updated at", "created at", "created by", "depreciation"})
# A product key is a secret; where it lies is worth knowing, the key itself is not kept here.
_SECRET = frozenset({"product key", "serial", "serial number"})
_OTHER = frozenset(
    {"company", "licensed to email", "licensed to name", "category", "manufacturer", "min qty",
     "purchase date",
     "termination date", "maintained", "reassignable", "purchase cost", "purchase order number",
     "order number",
     "notes"}
)  # fmt: skip
NAMES = frozenset(_PLAIN) | _READ_APART | _DROPPED | _SECRET | _OTHER
SEAT_NAMES = NAMES | {"full name", "email", "username", "item name", "purchase order"}


def lines(context: Context, table: Table) -> Iterator[Line]:
    """Yield one pool for each row."""
    for row in table.rows:
        yield _pool_line(context, row, table.cells(row))


def _pool_line(context: Context, row: TableRow, cells: Mapping[str, str]) -> Line:
    by_known = {known(name): name for name in cells}
    given = [Given(by_known[n], column, cells[by_known[n]]) for n, column in _PLAIN.items() if n in by_known]
    free = next((by_known[name] for name in ("avail", "remaining seats") if name in by_known), None)
    # Read as a use first, so that an odd figure is refused like any other.
    spare = filled(context, "pools", row.line, [Given(free, "used", cells[free])] if free else [])
    got = filled(context, "pools", row.line, given)
    if "name" not in got.values:
        reason = refused(context, row.line, "import-nothing-to-know-it-by", "Name")
        return Line(row.line, (), (*got.reasons, reason))
    keys = (Key("name", str(got.values["name"]), is_strong=False),)
    record = Record(
        "pools",
        {**got.values, **_used(got, spare)},
        keys=keys,
        source_id=cells.get(by_known.get("id", "")),
        firsts={"kind": "licence", "unit": "seats", "used_kind": "count"},
        stamps={"used_on": "used"},
        extra=_extra(cells, by_known),
        headers={**got.headers, "used": free or ""},
    )
    return Line(row.line, (record,), (*got.reasons, *spare.reasons))


def _used(got: Filled, spare: Filled) -> dict[str, Decimal]:
    capacity, free = got.values.get("capacity"), spare.values.get("used")
    if not isinstance(capacity, Decimal) or not isinstance(free, Decimal):
        return {}
    return {"used": max(Decimal(0), capacity - free)}


def _extra(cells: Mapping[str, str], by_known: Mapping[str, str]) -> dict[str, str]:
    read = _PLAIN.keys() | _READ_APART | _DROPPED | _SECRET
    return {header: cells[header] for name, header in by_known.items() if name not in read}


def seat_lines(context: Context, table: Table) -> Iterator[Line]:
    """Yield one seat for each row that names a person, else the licence alone."""
    for row in table.rows:
        yield _seat_line(context, row, {known(name): cell for name, cell in table.cells(row).items()})


def _seat_line(context: Context, row: TableRow, text: Mapping[str, str]) -> Line:
    name = " ".join(text.get("item name", "").split())
    if not name:
        return Line(row.line, (), (refused(context, row.line, "import-nothing-to-know-it-by", "Item name"),))
    words = tuple(
        (column, word)
        for column, word in (
            ("email", text.get("email", "").lower()), ("username", text.get("username", "").lower()),
            ("name", text.get("full name", "")),
        )
        if word
    )  # fmt: skip
    seed = {"kind": "licence", "capacity": text.get("seats", "")}
    pool = Mention("pools", (("name", name),), seed)
    if not words:
        record = Record(
            "pools", {"name": name}, keys=(Key("name", name, is_strong=False),), firsts={"kind": "licence"}
        )
        return Line(row.line, (record,))
    values = {"pool": pool, "person": Mention("people", words, is_made=False)}
    return Line(row.line, (Record("seats", values, together=("pool", "person")),))
