"""Lists of users with all their licences in one cell, as directories print them."""

from collections.abc import Iterator

from fullscore.importing.filling import by_name
from fullscore.importing.kinds.kind import Kind, Looks, Mapped, Meaning
from fullscore.importing.kinds.mail import address
from fullscore.importing.kinds.products import products
from fullscore.importing.kinds.rows import Row, rows
from fullscore.importing.kinds.writing import names
from fullscore.importing.records import Context, Line, Mention, Record, Whole

_MEANINGS = (
    Meaning("email", "holder's e-mail", names(
        "primary email | email | e mail | user | user email | user principal name | upn | mail"
        " | email address | login | username | e mail adresse | benutzerprinzipalname | benutzer"
        " | mailadresse"
    ), "person", Looks.EMAIL),
    Meaning("licences", "licences", names(
        "licenses display | license names | licenses | licences | assigned licenses | assigned products"
        " | products | subscriptions | lizenzen | zugewiesene lizenzen | produkte"
    ), "pool", Looks.TEXT),
    Meaning("sku", "product codes", names(
        "sku | skus | sku id | sku ids | product id | sku part number | license skus"
    )),
    Meaning("name", "holder", names(
        "display name | name | full name | anzeigename | vollständiger name | first name | last name"
        " | vorname | nachname"
    ), "", Looks.PERSON),
    Meaning("counters", "left out", names(
        "licenses count | licences count | license count | count | anzahl lizenzen | lizenzanzahl | anzahl"
    ), is_dropped=True),
)  # fmt: skip


def _lines(context: Context, mapped: Mapped) -> Iterator[Line]:
    """Yield the seats of one user for each row; what the row leaves out, the user has no longer."""
    for row in rows(context, mapped):
        yield _line(row)


def _line(row: Row) -> Line:
    mail = address(row.text("email")).lower()
    if not mail:
        return Line(row.line, (), (row.nameless("email"),))
    who = Mention("people", (("email" if "@" in mail else "username", mail),), is_made=False)
    meaning = "licences" if row.text("licences") else "sku"
    named = products(row.told.text.get(meaning, ""))
    seats = tuple(_seat(row, name, who, row.header(meaning)) for name in named or ())
    return Line(row.line, seats, whole=Whole("seats", "person", who) if named is not None else None)


def _seat(row: Row, product: str, who: Mention, header: str) -> Record:
    values = {"pool": by_name("pools", product, {"kind": "licence"}), "person": who}
    headers = {"pool": header, "person": row.header("email")}
    return Record("seats", values, together=("pool", "person"), headers=headers)


KIND = Kind(
    "user licences", "Users with their licences", "seats", _MEANINGS,
    (frozenset({"email"}), frozenset({"licences", "sku"})), _lines,
)  # fmt: skip
