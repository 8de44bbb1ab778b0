"""What columns of budgets and replacement plans may mean, in English and German."""

from fullscore.importing.kinds.kind import Looks, Meaning
from fullscore.importing.kinds.writing import names

BUDGET = (
    Meaning("line", "line", names(
        "line item | budget line | item | budget item | category | expense | account | cost category"
        " | expense category | budget category | description | gl account | cost item | line | position"
        " | budgetposition | kostenart | konto | posten | budgetposten | kategorie | bezeichnung"
    ), "", Looks.TEXT),
    Meaning("month", "amount of a month", names(
        "jan | feb | mar | apr | may | jun | jul | aug | sep | sept | oct | nov | dec | january | february"
        " | march | april | june | july | august | september | october | november | december"
        " | january budget | month | januar | februar | märz | mär | mrz | mai | juni | juli | oktober"
        " | okt | dezember | dez | monat"
    ), "", Looks.MONEY),
    Meaning("quarter", "amount of a quarter", names(
        "q1 | q2 | q3 | q4 | quarter 1 | quarter 2 | quarter 3 | quarter 4 | 1 quartal | 2 quartal"
        " | 3 quartal | 4 quartal"
    ), "", Looks.MONEY),
    Meaning("monthly", "a month", names(
        "monthly budget | monthly cost | monthly amount | per month | monthly | monatsbudget | pro monat"
        " | monatlich | monatliche kosten"
    ), "", Looks.MONEY),
    Meaning("yearly", "a year", names(
        "annual total | annual budget | yearly budget | totals | total | budget | annual cost"
        " | yearly total | annual amount | total budget | planned | plan | budget amount | budgeted"
        " | allocated | fy budget | forecast | jahresbudget | jahressumme | gesamt | summe | budget gesamt"
        " | jahresbetrag | geplant | planwert | pro jahr"
    ), "", Looks.MONEY),
    Meaning("last_year", "last year", names(
        "last years budget | last year s budget | last year budget | previous year | prior year | last year"
        " | previous budget | last year actual | prior year actual | vorjahr | budget vorjahr"
        " | vorjahresbudget | ist vorjahr"
    ), "", Looks.MONEY),
    Meaning("actual", "spent", names(
        "actual | actuals | spent | actual spend | ytd | year to date | spent to date | actual cost"
        " | remaining | variance | committed | ist | ausgegeben | istwert | verbraucht | abweichung | rest"
        " | differenz | obligo | actual ytd | ytd actual | actual to date"
    ), "", Looks.MONEY),
    Meaning("notes", "notes", names(
        "notes | comments assumptions | comments | assumptions | comment | remarks | justification"
        " | notizen | annahmen | bemerkung | bemerkungen | kommentar | begründung"
    )),
    Meaning("beside", "kept beside", names(
        "department | cost center | cost centre | owner | vendor | type | opex capex | fiscal year | year"
        " | priority | currency | abteilung | kostenstelle | verantwortlich | lieferant | typ | jahr"
        " | geschäftsjahr | priorität | währung"
    )),
)  # fmt: skip
BUDGET_NEEDS = (
    frozenset({"line"}),
    frozenset({"month", "quarter", "monthly", "yearly", "last_year", "actual"}),
)
REPLACEMENTS = (
    Meaning("equipment", "equipment", names(
        "equipment type | equipment | asset type | device type | hardware type | asset category | hardware"
        " | asset class | type of equipment | geräteart | gerätetyp | ausstattung | gerätekategorie"
        " | hardwaretyp | anlagenart"
    ), "", Looks.TEXT),
    Meaning("count", "how many", names(
        "current count | count | quantity | number | in use | units | current quantity | qty"
        " | number of units | anzahl | bestand | aktuelle anzahl | menge | stückzahl | aktueller bestand"
    ), "", Looks.COUNT),
    Meaning("cost", "cost of one", names(
        "avg cost | average cost | unit cost | cost per unit | replacement cost | cost | unit price"
        " | avg unit cost | durchschnittskosten | stückkosten | durchschnittspreis"
        " | wiederbeschaffungskosten | ersatzkosten | durchschn kosten"
    ), "", Looks.MONEY),
    Meaning("cycle", "replaced after", names(
        "replace cycle | replacement cycle | lifecycle | useful life | life years | refresh cycle | life"
        " | lifespan | life cycle | lebensdauer | austauschzyklus | nutzungsdauer | ersatzzyklus"
        " | tauschzyklus | ersatz nach jahren"
    )),
    Meaning("budget", "a year", names(
        "annual budget | annual cost | yearly budget | annual replacement budget | budget"
        " | annual replacement cost | replacement budget | jahresbudget | jährliches budget | jahreskosten"
        " | ersatzbudget"
    ), "", Looks.MONEY),
    Meaning("due", "due", names(
        "replacement year | replace in | refresh year | due | next refresh | number to replace"
        " | units per year | replace this year | ersatzjahr | austausch in | austausch fällig | zu ersetzen"
    )),
    Meaning("beside", "kept beside", names(
        "notes | comments | priority | location | department | oldest | newest | notizen | bemerkung"
        " | priorität | standort"
    )),
)  # fmt: skip
REPLACEMENTS_NEED = (frozenset({"equipment"}), frozenset({"cycle", "budget", "due"}))
