"""Bills and what was paid: whoever is named becomes a vendor; the figures wait for the room budget."""

from fullscore.importing.kinds.kept import unread
from fullscore.importing.kinds.kind import Kind, Looks, Meaning
from fullscore.importing.kinds.writing import names

_MEANINGS = (
    Meaning("vendor", "vendor", names(
        "vendor | supplier | vendor name | supplier name | payee | contact name | from | name | bill from"
        " | paid to | creditor | merchant | company | vendor display name | lieferant | lieferantenname"
        " | kreditor | kreditorenname | rechnungssteller | zahlungsempfänger | empfänger | händler | firma"
        " | auftragnehmer"
    ), "name", Looks.TEXT),
    Meaning("number", "bill number", names(
        "bill no | bill number | invoice number | invoice no | num | invoice | reference | ref no | bill"
        " | document number | doc number | no | invoice id | reference number | transaction number"
        " | invoice nr | rechnungsnummer | rechnungs nr | rechnung | belegnummer | beleg nr | belegnr"
        " | rechnungsnr | dokumentnummer | referenz | belegfeld 1"
    )),
    Meaning("transaction_type", "kind of transaction", names(
        "transaction type | type | txn type | posting type | document type | buchungsart | belegart"
        " | vorgangsart | transaktionstyp"
    ), "", Looks.WORD),
    Meaning("billed_on", "date of the bill", names(
        "bill date | invoice date | date | transaction date | document date | billed on | posting date"
        " | entry date | rechnungsdatum | belegdatum | datum | buchungsdatum | ausgestellt am"
    ), "", Looks.DAY),
    Meaning("due_on", "due on", names(
        "due date | due on | payment due | due | pay by | fälligkeitsdatum | fällig am | fälligkeit"
        " | zahlbar bis | fällig | zahlungsziel"
    ), "", Looks.DAY),
    Meaning("paid_on", "paid on", names(
        "paid on | payment date | date paid | paid date | bezahlt am | zahlungsdatum | gezahlt am"
    ), "", Looks.DAY),
    Meaning("amount", "amount", names(
        "amount | line amount | total | bill amount | invoice total | invoice amount | gross amount"
        " | net amount | unit amount | total amount | debit | credit | total gross | amount due | gross"
        " | net | tax amount | subtotal | vat | betrag | gesamtbetrag | rechnungsbetrag | bruttobetrag"
        " | nettobetrag | summe | brutto | netto | soll | haben | mwst | umsatzsteuer | ust | steuerbetrag"
        " | umsatz"
    ), "", Looks.MONEY),
    Meaning("open", "open balance", names(
        "open balance | balance | balance due | outstanding | amount paid | amount open | offen"
        " | offener betrag | restbetrag | saldo"
    ), "", Looks.MONEY),
    Meaning("account", "account", names(
        "account | category | account name | account code | split | expense account | gl account | gl code"
        " | general ledger account | posting | posting y n | konto | sachkonto | aufwandskonto | gegenkonto"
        " | kostenart | kontobezeichnung | buchungskonto"
    )),
    Meaning("text", "what for", names(
        "memo | description | memo description | line description | item | details | product service"
        " | buchungstext | zweck | verwendungszweck | leistung | positionstext | text"
    )),
    Meaning("status", "status", names(
        "status | payment status | bill status | zahlungsstatus | rechnungsstatus | bezahlt"
    )),
    Meaning("beside", "kept beside", names(
        "terms | currency | location | class | customer | billable | email address | quantity | tax type"
        " | tracking name1 | tracking option1 | department | cost center | po number | payment method"
        " | po address line1 | po city | po region | po postal code | po country | inventory item code"
        " | tax rate | check number | line item | währung | kostenstelle | zahlungsbedingungen | menge"
        " | steuersatz | zahlungsart | projekt | abteilung"
    )),
)  # fmt: skip
KIND = Kind(
    "bills", "Bills and payments", "vendors", _MEANINGS,
    (frozenset({"vendor", "number", "account", "text"}), frozenset({"amount", "open"}),
     frozenset({"billed_on", "due_on", "paid_on"})),
    unread, room="budget",
)  # fmt: skip
