"""Lists of who holds which licence, a seat a row."""

from collections.abc import Iterator

from fullscore.importing import literals
from fullscore.importing.filling import by_name
from fullscore.importing.kinds.kind import Kind, Looks, Mapped, Meaning
from fullscore.importing.kinds.mail import address
from fullscore.importing.kinds.people.names import full, turned
from fullscore.importing.kinds.rows import Row, rows
from fullscore.importing.kinds.writing import names
from fullscore.importing.records import Context, Key, Line, Mention, Record

_WHAT = (
    Meaning("product", "licence", names(
        "item name | license | licence | license name | licence name | product | product name | software"
        " | software name | application | app | subscription | product title | service | sku name"
        " | app name | license product | lizenz | lizenzname | produkt | produktname | anwendung"
        " | abonnement | programm | softwarename | dienst"
    ), "pool", Looks.TEXT),
    Meaning("key", "product key", names(
        "serial number | product key | serial | license key | licence key | key | activation key"
        " | lizenzschlüssel | produktschlüssel | seriennummer | schlüssel"
    ), is_secret=True),
    Meaning("holder_name", "holder", names(
        "full name | holder | assigned to | user | user name | display name | name | person | employee"
        " | checked out to | licensed to name | assignee | assigned user | seat holder | member"
        " | staff member | benutzer | inhaber | mitarbeiter | zugewiesen an | anzeigename | nutzer"
        " | vollständiger name | lizenznehmer"
    ), "person", Looks.PERSON),
    Meaning("holder_first_name", "holder's first name", names(
        "first name | given name | user first name | vorname"
    ), "person"),
    Meaning("holder_last_name", "holder's last name", names(
        "last name | surname | family name | user last name | nachname"
    ), "person"),
    Meaning("holder_email", "holder's e-mail", names(
        "email | e mail | user email | email address | licensed to email | mail | assigned to email"
        " | user principal name | upn | primary email | user mail | e mail adresse | email adresse"
        " | mailadresse | benutzerprinzipalname"
    ), "person", Looks.EMAIL),
    Meaning("holder_login", "holder's login", names(
        "username | login | login name | user id | account | account name | benutzername | anmeldename"
        " | kennung | benutzerkonto"
    ), "person"),
    Meaning("holder_number", "holder's employee number", names(
        "employee number | employee id | employee no | personalnummer | mitarbeiternummer | personal nr"
    ), "person"),
    Meaning("capacity", "seats bought", names(
        "seats | total seats | quantity | total | total licenses | plätze | lizenzen gesamt"
        " | anzahl lizenzen | menge"
    ), "", Looks.COUNT),
    Meaning("since", "since", names(
        "since | assigned on | assigned date | assignment date | date assigned | checkout date"
        " | checked out on | granted on | activated on | license assigned on | seit | zugewiesen am"
        " | zuweisungsdatum | vergeben am | ausgegeben am"
    ), "since", Looks.DAY),
)  # fmt: skip
_REST = (
    Meaning("vendor", "vendor", names("supplier | vendor | reseller | lieferant | händler | anbieter")),
    Meaning("expires_on", "runs until", names(
        "expiration date | expires | expiry date | renewal date | valid until | ablaufdatum | gültig bis"
        " | läuft ab | verlängerungsdatum"
    ), "", Looks.DAY),
    Meaning("beside", "kept beside", names(
        "category | manufacturer | purchase date | purchase cost | purchase order | order number"
        " | licensed to | maintained | reassignable | company | notes | department | location | last used"
        " | last activity | kategorie | hersteller | kaufdatum | kosten | bestellnummer | firma | notizen"
        " | bemerkung | abteilung | standort | zuletzt genutzt"
    )),
    Meaning("counters", "left out", names("created at | updated at | created by | checkin"), is_dropped=True),
)  # fmt: skip


_HOLDER = (
    "holder_email", "holder_name", "holder_login", "holder_number", "holder_first_name", "holder_last_name",
)  # fmt: skip
_OF_THE_POOL = {"vendor": "vendor", "expires_on": "expires_on", "capacity": "capacity"}


def _lines(context: Context, mapped: Mapped) -> Iterator[Line]:
    """Yield one seat for each row that names a person, else the licence alone."""
    for row in rows(context, mapped):
        yield _line(row)


def _line(row: Row) -> Line:
    product = row.text("product")
    pool = row.filled("pools", {"product": "name", **_OF_THE_POOL})
    if "name" not in pool.values:
        return Line(row.line, (), (*pool.reasons, row.nameless("product")))
    known = {name: value for name, value in pool.values.items() if name != "name"}
    licence = Record(
        "pools", {}, keys=(Key("name", str(pool.values["name"]), is_strong=False),), fills=known,
        firsts={"name": pool.values["name"], "kind": "licence"}, headers=pool.headers, is_shared=True,
    )  # fmt: skip
    holder = _holder(row)
    if holder is None:
        return Line(row.line, (licence,), pool.reasons)
    got = row.filled("seats", {"since": "since"})
    values = {**got.values, "pool": by_name("pools", product, _seed(row)), "person": holder}
    headers = {**got.headers, "pool": row.header("product"), "person": _holder_header(row)}
    spoken = {*headers.values(), *pool.headers.values(), *(row.header(each) for each in _HOLDER)}
    seat = Record("seats", values, together=("pool", "person"), extra=row.beside(spoken), headers=headers)
    return Line(row.line, (seat, licence), (*pool.reasons, *got.reasons))


def _holder(row: Row) -> Mention | None:
    """Return who holds it, by the surest word the row offers."""
    mail, login = address(row.text("holder_email")).lower(), row.text("holder_login").lower()
    both = full(row.text("holder_first_name"), row.text("holder_last_name"))
    tries = (
        ("employee_number", row.text("holder_number")),
        ("email", mail if "@" in mail else ""),
        ("email", login if "@" in login else ""),
        ("username", login),
        ("name", turned(row.text("holder_name")) or both),
    )
    said = tuple((column, word) for column, word in tries if word)
    return Mention("people", said, is_made=False) if said else None


def _holder_header(row: Row) -> str:
    return row.header(*_HOLDER)


def _seed(row: Row) -> dict[str, str]:
    try:
        capacity = literals.count(row.text("capacity"))
    except literals.UnreadError:
        capacity = None
    return {"kind": "licence"} if capacity is None else {"kind": "licence", "capacity": str(capacity)}


KIND = Kind(
    "licence seats", "Who holds which licence", "seats", (*_WHAT, *_REST),
    (frozenset({"product"}), frozenset(_HOLDER)),
    _lines,
)  # fmt: skip
