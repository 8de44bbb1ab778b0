"""Active users: a person a row, and a seat for each licence. An account is not always a person."""

import re
from collections.abc import Iterator, Mapping

from fullscore.importing.filling import Filled, Given, by_name, filled, refused
from fullscore.importing.records import Context, Key, Line, Mention, Record, Whole
from fullscore.importing.tables import Table, TableRow, known

# HR knows names, teams and sites better than a directory, so these fill only what is empty.
_FILLS = {
    "display name": "name", "title": "title", "department": "team", "office": "site",
    "mobile phone": "phone", "phone number": "phone",
}  # fmt: skip
_READ_APART = frozenset({"user principal name", "licenses", "object id", "block credential"})
_DROPPED = frozenset(
    {"dirsyncenabled", "last dirsync time", "password never expires", "last password change time stamp",
     "proxy addresses", "soft deletion time stamp", "first name", "last name", "preferred data location",
     "preferred language", "agegroup"}
)  # fmt: skip
_OTHER = frozenset(
    {"when created", "city", "countryorregion", "stateorprovince", "usage location", "postal code",
     "street address", "fax"}
)  # fmt: skip
NAMES = frozenset(_FILLS) | _READ_APART | _DROPPED | _OTHER
_NO_LICENCE = frozenset({"", "unlicensed"})


def lines(context: Context, table: Table) -> Iterator[Line]:
    """Yield a person and their seats for each row; accounts without a licence only meet who is known."""
    for row in table.rows:
        yield _line(context, row, table.cells(row))


def _line(context: Context, row: TableRow, cells: Mapping[str, str]) -> Line:
    by_known = {known(name): name for name in cells}
    text = {name: cells[header] for name, header in by_known.items()}
    login = text.get("user principal name", "")
    got = filled(context, "people", row.line, [Given("User principal name", "email", login)])
    if not login:
        reason = refused(context, row.line, "import-nothing-to-know-it-by", "User principal name")
        return Line(row.line, (), (*got.reasons, reason))
    given = [Given(by_known[n], column, text[n]) for n, column in _FILLS.items() if n in text]
    fills = filled(context, "people", row.line, given)
    person = _person(got, fills, text, {by_known[n]: text[n] for n in _OTHER if n in text})
    seats = tuple(_seat(name, str(got.values.get("email", ""))) for name in _licences(text))
    whole = Whole("seats", "person", _whose(str(got.values.get("email", ""))))
    return Line(row.line, (person, *seats), (*got.reasons, *fills.reasons), whole=whole)


def _person(got: Filled, fills: Filled, text: Mapping[str, str], extra: Mapping[str, str]) -> Record:
    email = str(got.values.get("email", ""))
    is_blocked = text.get("block credential", "").casefold() == "true"
    return Record(
        "people",
        {},
        keys=(Key("email", email), Key("name", str(fills.values.get("name", email)), is_strong=False)),
        source_id=text.get("object id"),
        fills={**fills.values, **got.values},
        firsts={"name": email, **({"status": "left"} if is_blocked else {})},
        is_met_only=not _licences(text),
        extra=extra,
        headers={**fills.headers, **got.headers},
    )


def _licences(text: Mapping[str, str]) -> tuple[str, ...]:
    """Return the products in a cell; the export joins them with a plus sign."""
    names = (" ".join(name.split()) for name in re.split(r"[+;]", text.get("licenses", "")))
    return tuple(dict.fromkeys(name for name in names if name.casefold() not in _NO_LICENCE))


def _seat(product: str, email: str) -> Record:
    values = {"pool": by_name("pools", product, {"kind": "licence"}), "person": _whose(email)}
    return Record("seats", values, together=("pool", "person"))


def _whose(email: str) -> Mention:
    return Mention("people", (("email", email),), is_made=False)
