"""Contracts: a row each, or several rows with one number for the lines of one contract."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fullscore.engine.registers.identity import even
from fullscore.importing.filling import Filled, Given, by_name, filled
from fullscore.importing.kinds.contracts import words
from fullscore.importing.kinds.contracts.grouping import Place, called, grouped
from fullscore.importing.kinds.contracts.parts import REGISTER, Part, cleaned, joined, part_of
from fullscore.importing.kinds.contracts.prices import Price, price, rises
from fullscore.importing.kinds.contracts.terms import terms
from fullscore.importing.kinds.contracts.whose import owner
from fullscore.importing.kinds.kind import Mapped
from fullscore.importing.kinds.rows import Row, rows
from fullscore.importing.records import Context, Key, Line, Mention, Reason, Record, Told

SOURCE_ID = "source id"
_PLAIN = {
    "vendor": "vendor", "number": "number", "invoice_to": "invoice_to", "account": "account_at",
    "notes": "notes",
}  # fmt: skip
_CLOSED = {"kind": "kind", "payment": "payment_method", "intent": "intent"}
_TERMS = ("ends_on", "notice_said", "notice", "renewal")
_SEATS = re.compile(r"seat|user|licen[cs]e|plätze|nutzer|lizenz", re.IGNORECASE)
# Room for ", line 100" behind it.
_LONGEST = 180
_NAME_COMES_FIRST = ("name", "vendor", "number")


@dataclass(frozen=True, slots=True)
class _Read:
    """One row: what it says of its contract, what it costs, and where it stands among its rows."""

    row: Row
    place: Place
    said: Part
    cost: Price

    @property
    def is_one_of_several(self) -> bool:
        return self.place.rows > 1


class _SoFar:
    """What earlier rows have said of the contracts that later ones are of, too."""

    def __init__(self) -> None:
        self._terms: dict[str, tuple[int, Mapping[str, Told]]] = {}
        self._names: set[tuple[str, str]] = set()

    def differing(self, read: _Read) -> tuple[Reason, ...]:
        """Return a note for each term that the first row of the contract tells otherwise."""
        first, terms_told = self._terms.setdefault(read.place.key, (read.row.line, read.said.values))
        columns = read.row.context.registers[REGISTER]
        return tuple(
            read.row.reason(
                "import-lines-differ", read.said.headers[name], field=columns.column(name).label,
                value=str(read.said.values[name]), first=first,
            )
            for name in _TERMS
            if name in read.said.values and terms_told.get(name) not in {None, read.said.values[name]}
        )  # fmt: skip

    def line_name(self, read: _Read) -> str:
        """Return what the line is called, once in its contract."""
        row, key = read.row, even(read.place.key)
        name = (row.text("line") or row.text("pool") or called(row))[:_LONGEST]
        if (key, even(name)) in self._names:
            name = f"{name}, line {read.place.number + 1}"
        self._names.add((key, even(name)))
        return name


def lines(context: Context, mapped: Mapped) -> Iterator[Line]:
    """Yield one contract for each row, with a line of it where seats or several rows make one."""
    places, so_far = grouped(rows(context, mapped)), _SoFar()
    for row in rows(context, mapped):
        place = places.get(row.line)
        yield _nameless(row) if place is None else _line(row, place, so_far)


def _nameless(row: Row) -> Line:
    return Line(row.line, (), (row.nameless(*_NAME_COMES_FIRST),))


def _line(row: Row, place: Place, so_far: _SoFar) -> Line:
    if place.same_as is not None:
        header = row.header(*_NAME_COMES_FIRST)
        again = row.reason("import-repeated", header, column=header, value=called(row), first=place.same_as)
        return Line(row.line, (), (again,))
    read = _read(row, place)
    if read.said.refusals:
        return Line(row.line, (), read.said.refusals, read.said.notes)
    notes = (*read.said.notes, *so_far.differing(read))
    charge = _charge(read, so_far)
    records = (_contract(read), *([charge] if charge else []), *_covers(read))
    return Line(row.line, records, (), notes)


def _read(row: Row, place: Place) -> _Read:
    name = _named(row, place)
    plain = part_of(filled(row.context, REGISTER, row.line, row.given(_PLAIN)))
    term = terms(row)
    months = term.values.get("initial_months")
    cost = price(row, months if isinstance(months, int) else None)
    said = joined((name, plain, term, owner(row), rises(row), cost.part, *_closed(row), _kind(row)))
    return _Read(row, place, said, cost)


def _named(row: Row, place: Place) -> Part:
    """Return the name; one that cannot be kept refuses the row."""
    header = row.header(*_NAME_COMES_FIRST)
    got: Filled = filled(row.context, REGISTER, row.line, [Given(header, "name", place.name)])
    return Part(got.values, got.headers, got.reasons)


def _closed(row: Row) -> Iterator[Part]:
    for meaning, column in _CLOSED.items():
        word = row.word(meaning)
        if word is not None:
            yield cleaned(row, row.header(meaning), {column: word})
        elif row.text(meaning):
            yield Part(notes=(row.unknown(meaning),))


def _kind(row: Row) -> Part:
    """Return the kind that the name gives away, for a contract nobody has sorted."""
    guess = None if row.word("kind") else words.kind_of(called(row))
    return Part(firsts={"kind": guess}) if guess else Part()


def _contract(read: _Read) -> Record:
    """Return the contract; the first row's word counts, later ones fill what it leaves open."""
    row, place = read.row, read.place
    told = {name: value for name, value in read.said.values.items() if name not in _own(read)}
    is_first = place.number == 0
    must = {"name": told["name"]}
    return Record(
        REGISTER,
        told if is_first else {},
        keys=(
            *([Key("number", str(told["number"]), is_strong=False)] if "number" in told else []),
            Key("name", str(told["name"]), is_strong=False),
        ),
        source_id=place.key,
        fills={} if is_first else {name: value for name, value in told.items() if name not in must},
        firsts={**({} if is_first else must), **read.said.firsts},
        clears=frozenset({"price"}) if read.is_one_of_several and is_first else frozenset(),
        extra={} if read.is_one_of_several and not is_first else row.beside(_spoken(read)),
        headers=read.said.headers,
        is_shared=True,
    )


def _own(read: _Read) -> frozenset[str]:
    """Return what a row tells of its own line only, where a contract has several."""
    return frozenset({"price"}) if read.is_one_of_several else frozenset()


def _spoken(read: _Read) -> set[str]:
    row = read.row
    more = {row.header("line")} if row.text("line") else set()
    counted = {row.header("quantity")} if read.cost.quantity is not None else set()
    each = {row.header("unit_price")} if read.cost.of_one is not None and counted else set()
    named = {row.header("covered")} if row.text("covered") else set()
    pool = {row.header("pool")} if row.text("pool") and read.cost.quantity is not None else set()
    return {*read.said.headers.values(), *more, *counted, *each, *named, *pool}


def _mention(read: _Read) -> Mention:
    name = str(read.said.values["name"])
    return Mention(REGISTER, ((SOURCE_ID, read.place.key), ("name", name)), is_made=False)


def _charge(read: _Read, so_far: _SoFar) -> Record | None:
    """Return the line of the contract that a row with seats is, or each of several rows."""
    row, cost = read.row, read.cost
    if cost.quantity is None and not read.is_one_of_several:
        return None
    # What one seat costs says nothing while nobody knows how many there are.
    each = cost.amount if cost.quantity is None else cost.of_one
    values: dict[str, Told] = {
        "contract": _mention(read),
        "name": so_far.line_name(read),
        "period": cost.period,
    }
    if each is not None:
        values["unit_price"] = each
    if cost.quantity is not None:
        values["quantity"] = cost.quantity
    pool = _pool(read)
    headers = {"quantity": row.header("quantity"), "unit_price": row.header("unit_price", "cost"),
               "name": row.header("line", *_NAME_COMES_FIRST), "period": row.header("billing", "cost"),
               "pool": row.header("pool", "name")}  # fmt: skip
    return Record(
        "charges",
        {**values, **({"pool": pool} if pool else {})},
        together=("contract", "name"),
        firsts={"kind": "one-off"} if cost.period == "once" else {},
        extra=row.beside(_spoken(read)) if read.is_one_of_several and read.place.number else {},
        headers=headers,
    )


def _pool(read: _Read) -> Mention | None:
    """Return the licence that the seats are of, which is made when nobody has it yet."""
    is_of_seats = _SEATS.search(read.row.header("quantity")) is not None
    text = read.row.text("pool") or (called(read.row) if is_of_seats else "")
    if not text or read.cost.quantity is None:
        return None
    return by_name("pools", text, {"kind": "licence", "capacity": str(read.cost.quantity)})


def _covers(read: _Read) -> Iterator[Record]:
    """Yield what the contract pays for, where the row names a service."""
    text = read.row.text("covered")
    if text:
        yield Record(
            "covers", {"contract": _mention(read), "service": by_name("services", text)},
            together=("contract", "service", "item"), headers={"service": read.row.header("covered")},
        )  # fmt: skip
