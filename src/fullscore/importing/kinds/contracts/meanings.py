"""What the columns of a list of contracts may mean.

The day it renews and the day it ends are two meanings: a contract that renews on 1 March was last in force
on the day before.
"""

from fullscore.importing.kinds.contracts import words
from fullscore.importing.kinds.kind import Looks, Meaning
from fullscore.importing.kinds.writing import names
from fullscore.importing.vocabularies import periods

_WHAT = (
    Meaning("name", "contract", names(
        "asset name | contract | contract name | agreement | agreement name | service | title | name"
        " | subject | item | contract title | description | subscription | product | domain | certificate"
        " | agreement title | vertrag | vertragsname | vertragsbezeichnung | bezeichnung | leistung"
        " | vertragsgegenstand | gegenstand | vertragstitel | betreff"
    ), "name", Looks.TEXT),
    Meaning("vendor", "vendor", names(
        "vendor | supplier | vendor name | supplier name | provider | counterparty | contractor | party"
        " | partner | contracting party | service provider | company | with | registrar | issuer"
        " | lieferant | anbieter | vertragspartner | dienstleister | auftragnehmer | partnerfirma"
        " | kreditor | firma | vertragspartei | versorger"
    ), "vendor", Looks.TEXT),
    Meaning("owner", "owner", names(
        "owner | contract owner | responsible | business owner | contract manager | responsible person"
        " | internal owner | verantwortlich | verantwortlicher | vertragsverantwortlicher | ansprechpartner"
        " | zuständig | besitzer"
    ), "owner", Looks.PERSON),
    Meaning("number", "contract number", names(
        "contract number | contract id | contract no | agreement number | contract ref | reference"
        " | contract reference | vertragsnummer | vertrags nr | vertragsnr | aktenzeichen"
    ), "number"),
    Meaning("kind", "kind of contract", names(
        "contract type | agreement type | type of contract | vertragsart | vertragstyp | vertragskategorie"
    ), "kind", Looks.WORD, words.KINDS, words.KIND_WORDS),
    Meaning("line", "line of the contract", names(
        "contract line | line item | charge | contract position | vertragsposition | einzelposten"
    )),
    Meaning("covered", "service it pays for", names(
        "business service | service supported | supports service | it service | service covered"
        " | unterstützter dienst | it dienst"
    )),
)  # fmt: skip
_DAYS = (
    Meaning("renews_on", "renews on", names(
        "renewal date | renews on | renewal | next renewal | auto renew date | next renewal date"
        " | renewal due | verlängerungsdatum | verlängerung | nächste verlängerung | verlängert sich am"
    ), "ends_on", Looks.DAY),
    Meaning("ends_on", "last day in force", names(
        "end date | expiration date | expiry date | contract end | expires | term end | contract end date"
        " | expires on | valid until | expiration | ends on | contract expiration | contract expiry"
        " | vertragsende | laufzeitende | ablaufdatum | laufzeit bis | gültig bis | endet am | ende"
        " | läuft bis"
    ), "ends_on", Looks.DAY),
    Meaning("notice_by", "notice by", names(
        "notice deadline | notice by | notice date | cancel by | cancellation deadline | cancellation date"
        " | termination notice date | last day to cancel | notice due | non renewal deadline | opt out date"
        " | kündigung bis | kündigungstermin | kündbar bis | kündigungsstichtag | kündigungsdatum"
        " | spätester kündigungstermin | nächster kündigungstermin"
    ), "notice_said", Looks.DAY),
    Meaning("notice", "notice period", names(
        "notice period | notice | cancellation period | termination notice | notice days"
        " | notice period days | termination period | notice period months | kündigungsfrist | frist"
        " | kündigungsfrist monate | kündigungsfrist tage"
    ), "notice"),
    Meaning("notice_form", "form of notice", names(
        "notice form | form of notice | notice method | how to cancel | cancellation method"
        " | kündigungsform | form der kündigung"
    ), "notice_form", Looks.WORD, words.FORMS, words.FORM_WORDS),
    Meaning("intent", "what was decided", names(
        "renewal decision | keep or cancel | renewal action | renew or cancel | renewal intent"
        " | what we want | renewal plan | entscheidung zur verlängerung | verlängern oder kündigen"
    ), "intent", Looks.WORD, words.INTENTS, words.INTENT_WORDS),
    Meaning("starts_on", "starts on", names(
        "start date | contract start | effective date | commencement date | signed on | signature date"
        " | starts on | contract date | vertragsbeginn | beginn | startdatum | laufzeit ab | abschlussdatum"
        " | vertragsdatum | vertragsabschluss"
    ), "starts_on", Looks.DAY),
    Meaning("term", "term", names(
        "term | contract term | initial term | term length | duration | term months | contract length"
        " | laufzeit | vertragslaufzeit | mindestlaufzeit | erstlaufzeit | laufzeit monate"
    ), "initial_months"),
    Meaning("renewal_term", "renews for", names(
        "renewal term | renewal period | renews for | renewal term months | auto renewal term"
        " | verlängerung um | verlängerungszeitraum | verlängerungslaufzeit"
    ), "renewal_months"),
    Meaning("auto_renewal", "renews by itself", names(
        "auto renewal status | auto renewal | auto renew | automatic renewal | auto renews | evergreen"
        " | renews automatically | renewal type | renewal method | automatische verlängerung"
        " | autom verlängerung | verlängert sich automatisch | verlängert automatisch"
        " | automatisch verlängernd | stillschweigende verlängerung | verlängerungsart"
    ), "renewal", Looks.YES_NO, words.RENEWALS, words.RENEWAL_WORDS),
)  # fmt: skip
_MONEY = (
    Meaning("billing", "billing", names(
        "billing cycle | billing | billing frequency | billing period | payment frequency | frequency"
        " | payment terms | payment cycle | zahlungsweise | abrechnungszeitraum | turnus"
        " | zahlungsintervall | abrechnung | zahlungsrhythmus"
    ), "period", Looks.WORD, periods.PERIODS, periods.WORDS),
    Meaning("cost", "cost", names(
        "cost | annual cost | contract value | value | total value | amount | price | annual value"
        " | monthly cost | total cost | acv | tcv | fee | yearly cost | annual contract value"
        " | renewal cost | annual amount | total contract value | kosten | jahreskosten | vertragswert"
        " | betrag | monatskosten | auftragswert | kosten pro jahr | jahresbetrag | kosten pro monat"
        " | volumen | vertragsvolumen | jährliche kosten"
    ), "price", Looks.MONEY),
    Meaning("unit_price", "price of one", names(
        "unit price | price per seat | price per user | cost per user | cost per seat | per user cost"
        " | einzelpreis | stückpreis | preis pro nutzer | preis je lizenz"
    ), "", Looks.MONEY),
    Meaning("quantity", "seats or pieces", names(
        "seats | quantity | qty | number of seats | number of users | users | licenses | licences | units"
        " | anzahl | menge | plätze | anzahl lizenzen | anzahl nutzer"
    ), "", Looks.COUNT),
    Meaning("pool", "licence", names("licence pool | license pool | licence | license | lizenz")),
    Meaning("currency", "currency", names("currency | currency code | währung"), "currency", Looks.WORD),
    Meaning("increase", "yearly increase", names(
        "price increase | yearly increase | annual increase | uplift | escalation | price escalator"
        " | indexation | annual uplift | preisanpassung | preiserhöhung | indexierung | preissteigerung"
    ), "increase_percent"),
    Meaning("payment", "paid by", names(
        "payment method | paid by | method of payment | zahlungsart | zahlungsmethode"
    ), "payment_method", Looks.WORD, words.PAYMENTS, words.PAYMENT_WORDS),
    Meaning("invoice_to", "invoice goes to", names(
        "invoice to | invoices to | bill to | invoice goes to | billing contact | billing email"
        " | rechnungsempfänger | rechnung an"
    ), "invoice_to"),
)  # fmt: skip
_REST = (
    Meaning("account", "where the account lives", names(
        "account number | account | customer number | admin portal | account login | kundennummer"
    ), "account_at"),
    Meaning("notes", "notes", names(
        "notes | comments | remarks | notizen | bemerkung | bemerkungen | kommentar"
    ), "notes"),
    Meaning("beside", "kept beside", names(
        "risk status | status | category | type | department | cost center | sla"
        " | contract status | document | link | criticality | contact | email | phone"
        " | last reviewed | location | scope | status vertrag | kategorie | abteilung | kostenstelle"
        " | dokument | ablageort | standort | vertragsstatus"
    )),
    Meaning("secret", "never kept", names("password | pin | passwort | kennwort | zugangsdaten"),
            is_secret=True),
)  # fmt: skip
MEANINGS = (*_WHAT, *_DAYS, *_MONEY, *_REST)
