"""Lists of who holds which licence, a seat a row."""

from fullscore.importing.kinds.kept import unread
from fullscore.importing.kinds.kind import Kind, Looks, Meaning
from fullscore.importing.kinds.writing import names

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
KIND = Kind(
    "licence seats", "Who holds which licence", "seats", (*_WHAT, *_REST),
    (frozenset({"product"}), frozenset({"holder_name", "holder_email", "holder_login", "holder_number"})),
    unread,
)  # fmt: skip
