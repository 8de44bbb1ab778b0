"""Bills and what was paid: whoever is named becomes a vendor; the figures wait for the room budget."""

from collections.abc import Iterator

from fullscore.importing.kinds.kind import Kind, Looks, Mapped, Meaning
from fullscore.importing.kinds.naming import vendor_line
from fullscore.importing.kinds.rows import Row, rows
from fullscore.importing.kinds.writing import names
from fullscore.importing.records import Context, Line

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


# Bookkeeping lists both sides; these are about customers.
_SALES = frozenset(
    {"invoice", "payment", "sales receipt", "estimate", "credit memo", "deposit", "refund receipt", "refund",
     "customer credit", "sales invoice", "statement charge", "receive payment", "accrec", "sale",
     "transfer", "journal entry", "ausgangsrechnung", "kundenrechnung", "zahlungseingang",
     "gutschrift an kunden", "erlöse",
     "umbuchung"}
)  # fmt: skip


def _lines(context: Context, mapped: Mapped) -> Iterator[Line]:
    """Yield the vendor each row is about; reports by vendor name them once, above their rows."""
    above = ""
    for row in rows(context, mapped):
        named = row.text("vendor")
        if named and _is_heading(row):
            above = named
        is_sale = row.text("transaction_type").casefold() in _SALES
        yield vendor_line(row, "" if is_sale else named or above)


def _is_heading(row: Row) -> bool:
    return len(row.cells) == 1


KIND = Kind(
    "bills", "Bills and payments", "vendors", _MEANINGS,
    (frozenset({"vendor", "number", "transaction_type"}), frozenset({"amount", "open"}),
     frozenset({"billed_on", "due_on", "paid_on"})),
    _lines, room="budget",
)  # fmt: skip
