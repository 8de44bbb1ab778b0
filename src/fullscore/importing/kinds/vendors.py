"""Lists of vendors: whom one buys from, as bookkeeping and sheets keep them."""

from collections.abc import Iterator

from fullscore.importing.filling import Given, filled
from fullscore.importing.kinds.kind import Kind, Looks, Mapped, Meaning
from fullscore.importing.kinds.mail import address
from fullscore.importing.kinds.rows import Row, rows
from fullscore.importing.kinds.writing import names
from fullscore.importing.records import Context, Key, Line, Record

_MEANINGS = (
    Meaning("name", "name", names(
        "vendor | supplier | vendor name | supplier name | name | company | company name | contact name"
        " | display name | business name | organization | organisation | provider | partner | account name"
        " | creditor | payee | vendor company | manufacturer | lieferant | lieferantenname | firma"
        " | firmenname | kreditor | kreditorenname | anbieter | dienstleister | hersteller | unternehmen"
        " | name 1 | geschäftspartner | partnername"
    ), "name", Looks.TEXT),
    Meaning("contact", "contact", names(
        "contact | contact person | primary contact | account manager | sales rep | representative"
        " | full name | main contact | rep | support contact | ansprechpartner | kontakt | ansprechperson"
        " | kontaktperson | betreuer | kundenbetreuer"
    ), "contact", Looks.PERSON),
    Meaning("contact_first", "contact's first name", names("first name | given name | vorname"), "contact"),
    Meaning("contact_last", "contact's last name", names("last name | surname | nachname"), "contact"),
    Meaning("email", "e-mail", names(
        "email | e mail | email address | contact email | mail | main email | vendor email | support email"
        " | e mail adresse | mailadresse | kontakt e mail"
    ), "email", Looks.EMAIL),
    Meaning("phone", "phone", names(
        "phone | phone number | telephone | main phone | contact phone | support phone | phone numbers"
        " | work phone | telefon | telefonnummer | rufnummer | tel"
    ), "phone"),
    Meaning("mobile", "mobile phone", names(
        "mobile | mobile number | cell | mobile phone | handy | mobil | mobiltelefon"
    ), "phone"),
    Meaning("website", "web site", names(
        "website | web site | url | web | homepage | web address | portal | support url | webseite"
        " | internetseite | internet | web adresse"
    ), "website"),
    Meaning("account_number", "account number", names(
        "account number | account no | account | customer number | customer no | our account number"
        " | customer id | account id | kundennummer | kunden nr | unsere kundennummer | debitorennummer"
    ), "account_number"),
    Meaning("source_id", "id of the source", names(
        "vendor number | supplier number | vendor id | supplier id | lieferantennummer | kreditorennummer"
        " | lieferanten nr | vendor no | supplier no | kreditor nr"
    )),
    Meaning("notes", "notes", names(
        "notes | note | comments | description | memo | remarks | services | services provided | notizen"
        " | bemerkung | bemerkungen | kommentar | beschreibung | leistungen"
    ), "notes"),
    Meaning("beside", "kept beside", names(
        "address | street address | street | city | state | zip | postal code | country | fax | terms"
        " | currency | balance | open balance | category | type | vendor type | company number | legal name"
        " | other | skype name | discount | po attention to | po address line1 | po address line2"
        " | po address line3 | po address line4 | po city | po region | po postal code | po country"
        " | sa attention to | sa address line1 | sa address line2 | sa city | sa region | sa postal code"
        " | sa country | fax number | ddi number | due date bill day | due date bill term"
        " | purchases account | brand name | tracking name1 | purchases tracking option1"
        " | print on check name | 1099 tracking | criticality | risk | contract owner | billing rate"
        " | attachments | adresse | straße | strasse | plz | ort | land | zahlungsbedingungen"
        " | zahlungsziel | währung | kategorie | ust id | umsatzsteuer id | handelsregisternummer | saldo"
        " | anmerkung konto"
    )),
    Meaning("counters", "left out", names(
        "created at | updated at | created by | assets | licenses | accessories | image | last transaction"
        " | components | consumables"
    ), is_dropped=True),
    Meaning("secret", "never kept", names(
        "tax id | ssn | social security number | bank account name | bank account number"
        " | bank account particulars | bank account | iban | bic | swift | routing number | tax number"
        " | tax id number | ein | login | password | pin | bankverbindung | kontonummer | steuernummer"
        " | passwort | kennwort | zugangsdaten"
    ), is_secret=True),
)  # fmt: skip


_PLAIN = {"name": "name", "account_number": "account_number", "notes": "notes"}
# What cannot be read of these stays beside the vendor, with a note.
_SOFT = {"phone": "phone", "mobile": "phone", "website": "website"}


def _lines(context: Context, mapped: Mapped) -> Iterator[Line]:
    """Yield one vendor for each row."""
    for row in rows(context, mapped):
        yield _line(row)


def _line(row: Row) -> Line:
    got = row.filled("vendors", _PLAIN)
    name = got.values.get("name")
    if name is None:
        return Line(row.line, (), (*got.reasons, row.nameless("name")))
    soft = filled(row.context, "vendors", row.line, [*row.given(_SOFT), *_reached(row)])
    parts = {row.header(each) for each in ("contact_first", "contact_last") if "contact" in soft.values}
    record = Record(
        "vendors",
        {**got.values, **soft.values},
        keys=(Key("name", str(name), is_strong=False),),
        source_id=row.text("source_id") or None,
        extra=row.beside({*got.headers.values(), *soft.headers.values(), *parts, row.header("source_id")}),
        headers={**soft.headers, **got.headers},
    )
    return Line(row.line, (record,), got.reasons, soft.reasons)


def _reached(row: Row) -> list[Given]:
    """Return whom to ask and where to write to: the first address of several."""
    both = " ".join(text for text in (row.text("contact_first"), row.text("contact_last")) if text)
    contact = row.text("contact") or both
    return [
        Given(row.header("contact", "contact_first", "contact_last"), "contact", contact),
        Given(row.header("email"), "email", address(row.text("email"))),
    ]


KIND = Kind(
    "vendors", "Vendors", "vendors", _MEANINGS,
    (frozenset({"name"}),
     frozenset({"contact", "email", "phone", "website", "account_number", "contact_last"})),
    _lines,
)  # fmt: skip
