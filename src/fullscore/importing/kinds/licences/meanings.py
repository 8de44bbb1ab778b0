"""What a column of a list of licences may mean, and the names it goes by in English and German."""

from fullscore.importing.kinds.kind import Looks, Meaning
from fullscore.importing.kinds.writing import names
from fullscore.importing.vocabularies import periods

_WHAT = (
    Meaning("name", "name", names(
        "name | license | licence | license name | licence name | product | product name | product title"
        " | software | software name | application | application name | app | app name | subscription"
        " | subscription name | service | service name | item name | sku name | plan | plan name | title"
        " | tool | saas | saas app | display name | offering | license description | sku part number"
        " | friendly name | asset name | package | suite | lizenz | lizenzname | produkt | produktname"
        " | produkttitel | softwarename | anwendung | dienst | abonnement | bezeichnung | abo"
        " | lizenzbezeichnung | programm | softwareprodukt | produktbezeichnung | lizenzprodukt"
        " | softwarebezeichnung | offer name | offer | product sku name | license product"
    ), "name", Looks.TEXT),
    Meaning("key", "product key", names(
        "product key | serial | serial number | license key | licence key | key | activation key"
        " | activation code | registration key | serial key | cd key | volume key | serial product key"
        " | mak key | license code | lizenzschlüssel | produktschlüssel | seriennummer | schlüssel"
        " | aktivierungsschlüssel | lizenzcode"
    ), is_secret=True),
    Meaning("capacity", "capacity", names(
        "capacity | seats | total | total licenses | total licences | quantity | qty | licenses | licences"
        " | number of licenses | number of seats | purchased | purchased licenses | seat count"
        " | license count | licence count | total seats | users | number of users | no of users"
        " | user count | total quantity | prepaid units | enabled units | owned | entitlements"
        " | licenses purchased | seats purchased | max users | total units | bought | entitled | units"
        " | licensed users | license quantity | consumed plus available | anzahl | menge | lizenzen"
        " | anzahl lizenzen | lizenzanzahl | anzahl benutzer | plätze | gekauft | gekaufte lizenzen"
        " | gesamt | lizenzen gesamt | stück | stückzahl | anzahl nutzer | gesamtlizenzen | arbeitsplätze"
        " | anzahl arbeitsplätze | nutzeranzahl"
    ), "capacity", Looks.COUNT),
    Meaning("used", "in use", names(
        "used | assigned | assigned licenses | assigned licences | consumed | consumed units | in use"
        " | used seats | allocated | licenses assigned | seats used | assigned seats | active users"
        " | installed | licenses used | used licenses | licenses in use | checked out | current users"
        " | consumed licenses | installations | deployed | zugewiesen | zugewiesene lizenzen | belegt"
        " | davon belegt | davon zugewiesen | davon genutzt"
        " | genutzt | vergeben | in benutzung | verwendet | verbraucht | genutzte lizenzen | installiert"
        " | vergebene lizenzen | in nutzung | verwendete lizenzen"
    ), "used", Looks.COUNT),
    Meaning("free", "free", names(
        "free | avail | available | remaining | remaining seats | available licenses | available seats"
        " | unused | unassigned | available units | licenses available | spare | remaining licenses"
        " | open seats | seats left | left | not assigned | frei | verfügbar | verfügbare lizenzen"
        " | freie lizenzen | rest | ungenutzt | nicht zugewiesen | restlich | verbleibend | freie plätze"
        " | restlizenzen"
    ), "used", Looks.COUNT),
)  # fmt: skip
_WHOSE = (
    Meaning("vendor", "vendor", names(
        "vendor | supplier | reseller | purchased from | vendor name | supplier name | provider | partner"
        " | seller | bought from | distributor | bought through | lieferant | anbieter | händler"
        " | bezugsquelle | verkäufer | dienstleister | gekauft bei | kreditor | lieferantenname"
        " | distributor name"
    ), "vendor"),
    Meaning("manufacturer", "manufacturer", names(
        "manufacturer | publisher | maker | developer | brand | software publisher | software vendor"
        " | creator | hersteller | softwarehersteller | herausgeber | marke | produzent"
    )),
    Meaning("owner", "owner", names(
        "owner | license owner | application owner | business owner | responsible | product owner"
        " | service owner | admin | administrator | point of contact | responsible person | internal owner"
        " | it owner | app owner | accountable | verantwortlich | verantwortlicher | verantwortliche"
        " | besitzer | eigentümer | ansprechpartner | zuständig | inhaber | fachverantwortlicher"
    ), "owner", Looks.PERSON),
)  # fmt: skip
_MONEY = (
    Meaning("unit_cost", "unit cost", names(
        "unit cost | unit price | price per user | cost per user | per user cost | cost per seat"
        " | price per seat | price per license | cost per license | price | rate | per seat cost"
        " | list price | cost unit | price each | per user price | price user month | unit rate | cost each"
        " | price per unit | per license cost | msrp | user cost | cost per licence | price per licence"
        " | monthly cost per user | annual cost per user | monthly price per user | einzelpreis"
        " | stückpreis | preis pro nutzer | preis je nutzer | preis pro lizenz | preis je lizenz"
        " | kosten pro nutzer | kosten je nutzer | stückkosten | preis | kosten pro lizenz"
        " | kosten je lizenz | preis pro benutzer | kosten pro benutzer | preis je benutzer"
        " | preis pro stück | preis pro user | monatspreis pro nutzer"
    ), "unit_cost", Looks.MONEY),
    Meaning("cost", "cost of all seats", names(
        "cost | total cost | annual cost | yearly cost | monthly cost | total price | purchase cost"
        " | purchase price | spend | amount | annual spend | total spend | cost per year | cost per month"
        " | annual total | yearly total | annual price | monthly spend | annual amount | renewal cost"
        " | renewal price | renewal amount | contract value | total annual cost | total monthly cost"
        " | annualized cost | invoice amount | subscription cost | license cost | licence cost | annual fee"
        " | monthly fee | yearly fee | fee | total amount | kosten | gesamtkosten | jahreskosten"
        " | monatskosten | betrag | gesamtpreis | kosten pro jahr | kosten pro monat | jährliche kosten"
        " | monatliche kosten | kosten jährlich | kosten monatlich | jahresbetrag | monatsbetrag"
        " | lizenzkosten | anschaffungskosten | kaufpreis | gesamtbetrag | jahresgebühr | summe"
        " | jahrespreis | monatspreis"
    ), "unit_cost", Looks.MONEY),
    Meaning("period", "price is per", names(
        "period | billing cycle | cost period | billing period | billing frequency | frequency | billing"
        " | cycle | payment frequency | monthly annual | payment cycle | renewal frequency | recurrence"
        " | interval | subscription period | billing interval | payment schedule | renewal cycle"
        " | annual monthly | monthly yearly | abrechnungszeitraum | zahlungsweise | abrechnung | turnus"
        " | zahlungsintervall | abrechnungsintervall | intervall | zahlungsrhythmus | abrechnungsturnus"
        " | rhythmus | periode | zahlungsturnus | monatlich jährlich"
    ), "cost_period", Looks.WORD, periods.PERIODS, periods.WORDS),
    Meaning("currency", "currency", names(
        "currency | currency code | curr | ccy | währung | währungscode | whg"
    ), "", Looks.WORD),
)  # fmt: skip
_DAYS = (
    Meaning("expires_on", "runs until", names(
        "expiration date | expires | expiry date | expires on | expiry | renewal date | renewal | end date"
        " | renews on | expiration | next renewal | next renewal date | valid until | subscription end date"
        " | term end | term end date | contract end date | due date | renew date | license expiration"
        " | license expiry | subscription expires | subscription renewal date | next billing date"
        " | expire date | support expires | renew by | valid to | runs until | maintenance end"
        " | next lifecycle date | termination date | end of term | maintenance expiration | ablaufdatum"
        " | gültig bis | läuft ab | läuft ab am | verlängerungsdatum | verlängerung | laufzeitende"
        " | enddatum | vertragsende | ende | laufzeit bis | ablauf | nächste verlängerung | abgelaufen am"
        " | erneuerungsdatum | lizenzende | wartung bis | verlängert sich am"
    ), "expires_on", Looks.DAY),
    Meaning("purchased_on", "bought on", names(
        "purchase date | purchased on | start date | date purchased | bought on | order date"
        " | subscription start date | activation date | invoice date | date of purchase | term start"
        " | subscription start | valid from | kaufdatum | gekauft am | bestelldatum | anschaffungsdatum"
        " | startdatum | rechnungsdatum | gültig ab | beginn"
    ), "", Looks.DAY),
    Meaning("order_number", "order number", names(
        "order number | purchase order number | purchase order | po number | po | order no | order id"
        " | invoice number | contract number | agreement number | agreement | invoice | po no"
        " | bestellnummer | auftragsnummer | rechnungsnummer | vertragsnummer | bestellung"
    )),
)  # fmt: skip
_REST = (
    Meaning("source_id", "id of the source", names(
        "sku id | subscription id | license id | licence id | product id | object id | sku | lizenz id"
        " | produkt id | abonnement id | lizenznummer | subscription number"
    )),
    Meaning("notes", "notes", names(
        "notes | note | comments | comment | remarks | description | purpose | notizen | notiz | bemerkung"
        " | bemerkungen | kommentar | anmerkung | anmerkungen | beschreibung | zweck"
    )),
    Meaning("beside", "kept beside", names(
        "company | category | licensed to email | licensed to name | min qty | maintained | reassignable"
        " | expired licenses | status | subscription status | department | auto renew | auto renewal"
        " | risk status | license type | type | version | edition | metric | license metric | cost center"
        " | cost centre | tenant | domain | license status | warning units | suspended units"
        " | notice deadline | license model | platform | criticality | approved by | kategorie | lizenztyp"
        " | lizenzart | abteilung | kostenstelle | automatische verlängerung | firma | lizenzmodell"
        " | lizenzmetrik | kündigungsfrist | vertragsart | konto | term | subscription term | renewal term"
        " | commitment term | laufzeit | contract term"
    )),
    Meaning("counters", "left out", names(
        "checkin | updated at | created at | created by | depreciation | erstellt am | geändert am"
        " | erstellt von"
    ), is_dropped=True),
)  # fmt: skip
MEANINGS = (*_WHAT, *_WHOSE, *_MONEY, *_DAYS, *_REST)
