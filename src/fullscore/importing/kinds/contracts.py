"""Contracts and renewals: whoever is named becomes a vendor; the terms wait for the room vendors."""

from collections.abc import Iterator
from dataclasses import replace

from fullscore.importing import literals
from fullscore.importing.kinds.kind import Kind, Looks, Mapped, Meaning
from fullscore.importing.kinds.naming import vendor_line
from fullscore.importing.kinds.rows import Row, rows
from fullscore.importing.kinds.writing import names
from fullscore.importing.records import Context, Day, Line, Reason
from fullscore.importing.vocabularies import periods

_MEANINGS = (
    Meaning("name", "contract", names(
        "asset name | contract | contract name | agreement | agreement name | service | title | name"
        " | subject | item | contract title | description | subscription | product | domain | certificate"
        " | agreement title | vertrag | vertragsname | vertragsbezeichnung | bezeichnung | leistung"
        " | vertragsgegenstand | gegenstand | vertragstitel | betreff"
    ), "", Looks.TEXT),
    Meaning("vendor", "vendor", names(
        "vendor | supplier | vendor name | supplier name | provider | counterparty | contractor | party"
        " | partner | contracting party | service provider | company | with | registrar | issuer"
        " | lieferant | anbieter | vertragspartner | dienstleister | auftragnehmer | partnerfirma"
        " | kreditor | firma | vertragspartei | versorger"
    ), "name", Looks.TEXT),
    Meaning("owner", "owner", names(
        "owner | contract owner | responsible | business owner | contract manager | responsible person"
        " | internal owner | verantwortlich | verantwortlicher | vertragsverantwortlicher | ansprechpartner"
        " | zuständig | besitzer"
    ), "", Looks.PERSON),
    Meaning("renews_on", "renews on", names(
        "renewal date | renews on | end date | expiration date | expiry date | contract end | expires"
        " | renewal | term end | contract end date | expires on | next renewal | valid until"
        " | auto renew date | expiration | ends on | verlängerungsdatum | vertragsende | laufzeitende"
        " | ablaufdatum | verlängerung | laufzeit bis | gültig bis | nächste verlängerung | endet am | ende"
        " | läuft bis"
    ), "", Looks.DAY),
    Meaning("notice_by", "notice by", names(
        "notice deadline | notice by | notice date | cancel by | cancellation deadline | cancellation date"
        " | termination notice date | last day to cancel | notice due | non renewal deadline | opt out date"
        " | kündigung bis | kündigungstermin | kündbar bis | kündigungsstichtag | kündigungsdatum"
        " | spätester kündigungstermin | nächster kündigungstermin"
    ), "", Looks.DAY),
    Meaning("notice", "notice period", names(
        "notice period | notice | cancellation period | termination notice | notice days"
        " | notice period days | termination period | kündigungsfrist | frist | kündigungsfrist monate"
        " | kündigungsfrist tage"
    )),
    Meaning("starts_on", "starts on", names(
        "start date | contract start | effective date | commencement date | signed on | signature date"
        " | starts on | contract date | vertragsbeginn | beginn | startdatum | laufzeit ab | abschlussdatum"
        " | vertragsdatum | vertragsabschluss"
    ), "", Looks.DAY),
    Meaning("term", "term", names(
        "term | contract term | initial term | term length | duration | term months | contract length"
        " | renewal term | laufzeit | vertragslaufzeit | mindestlaufzeit | erstlaufzeit | laufzeit monate"
        " | verlängerung um"
    )),
    Meaning("billing", "billing", names(
        "billing cycle | billing | billing frequency | billing period | payment frequency | frequency"
        " | payment terms | payment cycle | zahlungsweise | abrechnungszeitraum | turnus"
        " | zahlungsintervall | abrechnung | zahlungsrhythmus"
    ), "", Looks.WORD, periods.PERIODS, periods.WORDS),
    Meaning("cost", "cost", names(
        "cost | annual cost | contract value | value | total value | amount | price | annual value"
        " | monthly cost | total cost | acv | tcv | fee | yearly cost | annual contract value"
        " | renewal cost | annual amount | kosten | jahreskosten | vertragswert | betrag | monatskosten"
        " | auftragswert | kosten pro jahr | jahresbetrag | kosten pro monat | volumen | vertragsvolumen"
        " | jährliche kosten"
    ), "", Looks.MONEY),
    Meaning("currency", "currency", names("currency | currency code | währung"), "", Looks.WORD),
    Meaning("auto_renewal", "renews by itself", names(
        "auto renewal status | auto renewal | auto renew | automatic renewal | auto renews | evergreen"
        " | renews automatically | automatische verlängerung | autom verlängerung"
        " | verlängert sich automatisch | verlängert automatisch | automatisch verlängernd"
        " | stillschweigende verlängerung"
    ), "", Looks.YES_NO),
    Meaning("number", "contract number", names(
        "contract number | contract id | contract no | agreement number | contract ref | reference"
        " | contract reference | vertragsnummer | vertrags nr | vertragsnr | aktenzeichen"
    )),
    Meaning("kind", "kind of contract", names(
        "contract type | agreement type | type of contract | vertragsart | vertragstyp | vertragskategorie"
    )),
    Meaning("beside", "kept beside", names(
        "risk status | status | category | type | notes | comments | department | cost center | sla"
        " | contract status | document | link | criticality | contact | email | phone | account number"
        " | last reviewed | price increase | location | scope | notizen | bemerkung | status vertrag"
        " | kategorie | abteilung | kostenstelle | dokument | ablageort | preisanpassung | standort"
        " | kundennummer | vertragsstatus"
    )),
)  # fmt: skip


def _lines(context: Context, mapped: Mapped) -> Iterator[Line]:
    """Yield the vendor each row names; a row that names none is only kept."""
    for row in rows(context, mapped):
        days, notes = _days(row)
        line = vendor_line(row, row.text("vendor"))
        yield replace(line, days=days, notes=(*line.notes, *notes))


def _days(row: Row) -> tuple[tuple[Day, ...], tuple[Reason, ...]]:
    """Return the days that somebody must see to, and why others cannot be read."""
    name = row.text("name") or row.text("vendor") or row.text("number")
    days: list[Day] = []
    notes: list[Reason] = []
    for meaning in ("renews_on", "notice_by"):
        text, header = row.text(meaning), row.header(meaning)
        try:
            day = literals.day(text, row.context.orders.get(header, row.context.date_order)) if text else None
        except literals.UnreadError as unread:
            label = row.mapped.kind.meaning(meaning).label
            notes.append(row.reason(unread.code, header, field=label, value=text, guess=unread.guess))
        else:
            days += [Day(name[:_LONGEST], meaning, day)] if day is not None and name else []
    return tuple(days), tuple(notes)


_LONGEST = 200
KIND = Kind(
    "contracts", "Contracts and renewals", "vendors", _MEANINGS,
    (frozenset({"name", "vendor", "number"}),
     frozenset({"renews_on", "notice_by", "notice", "auto_renewal", "term"})),
    _lines, room="vendors",
)  # fmt: skip
