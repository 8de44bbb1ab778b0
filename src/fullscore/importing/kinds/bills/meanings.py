"""What columns of bills and payments may mean, in English and German."""

from fullscore.importing.kinds.kind import Looks, Meaning
from fullscore.importing.kinds.writing import names

MEANINGS = (
    Meaning("vendor", "vendor", names(
        "vendor | supplier | vendor name | supplier name | payee | contact name | from | name | bill from"
        " | paid to | creditor | merchant | company | vendor display name | lieferant | lieferantenname"
        " | kreditor | kreditorenname | rechnungssteller | zahlungsempfänger | empfänger | händler | firma"
        " | auftragnehmer"
    ), "vendor", Looks.TEXT),
    Meaning("number", "bill number", names(
        "bill no | bill number | invoice number | invoice no | num | invoice | reference | ref no | bill"
        " | document number | doc number | no | invoice id | reference number | transaction number"
        " | invoice nr | rechnungsnummer | rechnungs nr | rechnung | belegnummer | beleg nr | belegnr"
        " | rechnungsnr | dokumentnummer | referenz | belegfeld 1"
    ), "number"),
    Meaning("transaction_type", "kind of transaction", names(
        "transaction type | type | txn type | posting type | document type | buchungsart | belegart"
        " | vorgangsart | transaktionstyp"
    ), "", Looks.WORD),
    Meaning("billed_on", "date of the bill", names(
        "bill date | invoice date | date | transaction date | document date | billed on | posting date"
        " | entry date | rechnungsdatum | belegdatum | datum | buchungsdatum | ausgestellt am"
    ), "billed_on", Looks.DAY),
    Meaning("due_on", "due on", names(
        "due date | due on | payment due | due | pay by | fälligkeitsdatum | fällig am | fälligkeit"
        " | zahlbar bis | fällig | zahlungsziel"
    ), "", Looks.DAY),
    Meaning("paid_on", "paid on", names(
        "paid on | payment date | date paid | paid date | bezahlt am | zahlungsdatum | gezahlt am"
    ), "", Looks.DAY),
    Meaning("amount", "amount", names(
        "amount | total | bill amount | invoice total | invoice amount | gross amount | total amount | debit"
        " | total gross | amount due | gross | betrag | gesamtbetrag | rechnungsbetrag | bruttobetrag | summe"
        " | brutto | soll | umsatz"
    ), "amount", Looks.MONEY),
    Meaning("net", "amount before tax", names("net amount | subtotal | net | nettobetrag | netto"), "",
            Looks.MONEY),
    Meaning("line_amount", "amount of one line", names(
        "line amount | line total | item total | amount of the line | zeilenbetrag | positionsbetrag"
    ), "", Looks.MONEY),
    Meaning("unit_amount", "price of one", names("unit amount | unit price | einzelpreis"), "", Looks.MONEY),
    Meaning("quantity", "how many", names("quantity | qty | menge"), "", Looks.COUNT),
    Meaning("credit", "credited", names("credit | haben"), "", Looks.MONEY),
    Meaning("tax", "tax", names("tax amount | vat | mwst | umsatzsteuer | ust | steuerbetrag"), "",
            Looks.MONEY),
    Meaning("currency", "currency", names("currency | currency code | währung"), "currency"),
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
    ), "about"),
    Meaning("covers_from", "covers from", names(
        "covers from | period start | service from | service period start | billing period start"
        " | leistung von | leistungszeitraum von | zeitraum von"
    ), "covers_from", Looks.DAY),
    Meaning("covers_until", "covers until", names(
        "covers until | period end | service until | service period end | billing period end | leistung bis"
        " | leistungszeitraum bis | zeitraum bis"
    ), "covers_until", Looks.DAY),
    Meaning("contract", "contract", names(
        "contract | contract no | contract number | contract ref | agreement | vertrag | vertragsnummer"
    ), "contract"),
    Meaning("order", "purchase order", names(
        "purchase order | po number | po no | po | order number | order no | bestellnummer | bestellung"
    ), "order"),
    Meaning("line", "budget line", names("budget line | budget item | budgetposition | budgetposten"),
            "line"),
    Meaning("status", "status", names(
        "status | payment status | bill status | zahlungsstatus | rechnungsstatus | bezahlt"
    )),
    Meaning("beside", "kept beside", names(
        "terms | location | class | customer | billable | email address | tax type"
        " | tracking name1 | tracking option1 | department | cost center | payment method"
        " | po address line1 | po city | po region | po postal code | po country | inventory item code"
        " | tax rate | check number | line item | kostenstelle | zahlungsbedingungen"
        " | steuersatz | zahlungsart | projekt | abteilung"
    )),
)  # fmt: skip
