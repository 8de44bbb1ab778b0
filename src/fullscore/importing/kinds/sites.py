"""Lists of sites: offices, shops, plants, with their addresses."""

from collections.abc import Iterator

from fullscore.importing.filling import Given, filled
from fullscore.importing.kinds.kind import Kind, Looks, Mapped, Meaning
from fullscore.importing.kinds.places import place
from fullscore.importing.kinds.rows import Row, rows
from fullscore.importing.kinds.writing import names
from fullscore.importing.records import Context, Key, Line, Record
from fullscore.importing.vocabularies import countries

_MEANINGS = (
    Meaning("name", "name", names(
        "name | location | site | location name | site name | office | office name | branch | branch name"
        " | building | facility | store | warehouse | plant | campus | standort | standortname"
        " | niederlassung | filiale | büro | gebäude | betriebsstätte | werk | bezeichnung"
        " | standortbezeichnung | lokation | filialname"
    ), "name", Looks.TEXT),
    Meaning("address", "address", names(
        "address | street address | street | address line 1 | address 1 | address1 | address line"
        " | full address | physical address | shipping address | postal address | adresse | straße"
        " | strasse | anschrift | straße und hausnummer | straße nr | straße hausnummer"
    ), "address", Looks.TEXT),
    Meaning("address2", "second line of the address", names(
        "address2 | address 2 | address line 2 | suite | floor | room | adresse 2 | adresszusatz"
        " | hausnummer | etage | stockwerk | zusatz | adresszeile 2"
    ), "address"),
    Meaning("city", "city", names(
        "city | town | locality | municipality | city town | ort | stadt | gemeinde | ortschaft"
    ), "city"),
    Meaning("country", "country", names(
        "country | country code | nation | country region | country or region | country name | land"
        " | länderkennzeichen | staat | ländercode | land region"
    ), "country", Looks.WORD, countries.CODES, countries.WORDS),
    Meaning("subdivision", "state or province", names(
        "state | province | state province | state or province | region | county | state code | bundesland"
        " | kanton | provinz | landkreis"
    ), "subdivision", Looks.WORD),
    Meaning("zip", "postal code", names(
        "zip | zip code | postal code | postcode | zip postal code | plz | postleitzahl"
    )),
    Meaning("manager", "manager", names(
        "manager | site manager | location manager | manager username | site contact | contact"
        " | standortleiter | standortleitung | leiter | ansprechpartner | filialleiter"
    )),
    Meaning("zone", "time zone", names("time zone | timezone | tz | zeitzone"), "zone"),
    Meaning("hours", "hours of use", names(
        "hours of use | opening hours | business hours | hours | öffnungszeiten | betriebszeiten"
        " | geschäftszeiten | nutzungszeiten"
    ), "hours"),
    Meaning("source_id", "id of the source", names(
        "location id | site id | site code | location code | standort id | standortnummer"
        " | filialnummer | slug | standortkürzel | branch number | store number"
    )),
    Meaning("beside", "kept beside", names(
        "currency | phone | fax | email | parent | parent location | company | psa company name | ldap ou"
        " | notes | description | latitude | longitude | tenant | status | type | headcount | telefon"
        " | währung | firma | notizen | bemerkung | übergeordneter standort | beschreibung | website"
        " | image"
    )),
    Meaning("counters", "left out", names(
        "devices | assets | assets count | users | users count | children | child locations"
        " | assigned assets | created at | updated at | created by | racks | prefixes | vlans"
        " | anzahl geräte"
    ), is_dropped=True),
)  # fmt: skip


_PLAIN = {"city": "city", "zone": "zone", "hours": "hours"}


def _lines(context: Context, mapped: Mapped) -> Iterator[Line]:
    """Yield one site for each row; one without a name is called by its city."""
    for row in rows(context, mapped):
        yield _line(row)


def _line(row: Row) -> Line:
    name = Given(row.header("name", "city"), "name", row.text("name") or row.text("city"))
    address = Given(row.header("address", "address2"), "address", _address(row))
    got = filled(row.context, "sites", row.line, [name, address, *row.given(_PLAIN)])
    if "name" not in got.values and not got.reasons:
        return Line(row.line, (), (row.nameless("name", "city"),))
    where = place(row)
    record = Record(
        "sites",
        {**got.values, **where.values},
        keys=tuple(Key("name", str(value), is_strong=False) for value in (got.values.get("name"),) if value),
        source_id=row.text("source_id") or None,
        fills=where.fills,
        extra=row.beside(_spoken(row, [*got.headers.values(), *where.headers.values()])),
        headers={**got.headers, **where.headers},
    )
    return Line(row.line, (record,), got.reasons, where.notes)


def _address(row: Row) -> str:
    return ", ".join(text for text in (row.text("address"), row.text("address2")) if text)


def _spoken(row: Row, headers: list[str]) -> set[str]:
    return {*headers, row.header("source_id"), row.header("address"), row.header("address2")}


KIND = Kind(
    "sites", "Sites", "sites", _MEANINGS,
    (frozenset({"name", "city"}),
     frozenset({"address", "address2", "city", "country", "subdivision", "zip"})),
    _lines,
)  # fmt: skip
