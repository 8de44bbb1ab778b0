"""Licences: a pool of seats a row, with what is bought, what is in use, what a seat costs and until when."""

import re
from collections.abc import Iterator
from decimal import Decimal

from fullscore.importing import literals
from fullscore.importing.filling import Filled
from fullscore.importing.kinds.kind import Mapped
from fullscore.importing.kinds.licences.prices import Price, price
from fullscore.importing.kinds.rows import Row, rows
from fullscore.importing.records import Context, Key, Line, Reason, Record, Told

_PLAIN = {"name": "name", "used": "used", "vendor": "vendor", "expires_on": "expires_on", "owner": "owner"}
_WITHOUT_END = re.compile(
    r"unlimited|unbegrenzt|unbeschränkt|site|site licen[cs]e|enterprise|∞|all|alle|everyone|standort.?lizenz",
    re.IGNORECASE,
)
_FIRSTS: dict[str, Told] = {"kind": "licence", "unit": "seats", "used_kind": "count"}


def lines(context: Context, mapped: Mapped) -> Iterator[Line]:
    """Yield one pool for each row."""
    for row in rows(context, mapped):
        yield _line(row)


def _line(row: Row) -> Line:
    is_endless = _WITHOUT_END.fullmatch(row.text("capacity")) is not None
    got = row.filled("pools", _PLAIN if is_endless else {**_PLAIN, "capacity": "capacity"})
    name = got.values.get("name")
    if name is None:
        return Line(row.line, (), (*got.reasons, row.nameless("name")))
    used, troubles = _used(row, got)
    cost = price(row, got.values.get("capacity"))
    record = _record(row, got, used, cost, Key("name", str(name), is_strong=False))
    return Line(row.line, (record,), (*got.reasons, *troubles), cost.notes)


def _record(row: Row, got: Filled, used: dict[str, Told], cost: Price, key: Key) -> Record:
    by_free = {"used": row.header("free")} if used else {}
    headers = {**cost.headers, **by_free, **got.headers}
    return Record(
        "pools",
        {**used, **got.values, **cost.values},
        keys=(key,),
        source_id=row.text("source_id") or None,
        fills=cost.fills,
        firsts=_FIRSTS,
        stamps={"used_on": "used"},
        extra=row.beside({*headers.values(), *_said(row, got)}),
        headers=headers,
    )


def _said(row: Row, got: Filled) -> set[str]:
    """Return the headers that say nothing more: what is free follows from what is in use."""
    is_counted = {"capacity", "used"} <= got.values.keys()
    return {row.header("source_id"), *([row.header("free")] if is_counted else [])}


def _used(row: Row, got: Filled) -> tuple[dict[str, Told], tuple[Reason, ...]]:
    """Return the seats in use by what is free; "-3 free" are three more in use than were bought."""
    capacity, text = got.values.get("capacity"), row.text("free")
    if "used" in got.values or not isinstance(capacity, Decimal) or not text:
        return {}, ()
    try:
        free = literals.count(text)
    except literals.UnreadError as unread:
        label = row.mapped.kind.meaning("free").label
        return {}, (row.reason(unread.code, row.header("free"), field=label, value=text, guess=""),)
    return ({} if free is None else {"used": max(Decimal(0), capacity - free)}), ()
