"""What columns of a budget may mean, in English and German."""

from fullscore.importing.kinds.kind import Looks, Meaning
from fullscore.importing.kinds.writing import names

PURPOSES = {
    "run": ("run", "run the business", "operate", "operations", "maintain", "keep the lights on", "ktlo",
            "betrieb", "laufend"),
    "grow": ("grow", "growth", "grow the business", "transform", "innovate", "innovation", "invest",
             "wachstum", "ausbau"),
    "secure": ("secure", "security", "risk", "compliance", "sicherheit", "schutz"),
}  # fmt: skip
TREATMENTS = {
    "opex": ("opex", "operating", "operational", "expense", "operating expense", "aufwand", "betriebskosten"),
    "capex": ("capex", "capital", "capital expense", "capital expenditure", "investment", "asset",
              "investition", "anlage"),
}  # fmt: skip


def _ours(words: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {word: ours for ours, theirs in words.items() for word in theirs}


MEANINGS = (
    Meaning("line", "line", names(
        "line item | budget line | item | budget item | name | cost item | line | position | budgetposition"
        " | posten | budgetposten | bezeichnung"
    ), "name", Looks.TEXT),
    Meaning("category", "category", names(
        "category | cost category | expense category | budget category | expense | kategorie | kostenart"
    ), "category", Looks.TEXT),
    Meaning("account", "account", names("account | gl account | konto | sachkonto | account name")),
    Meaning("description", "description", names("description | beschreibung")),
    Meaning("purpose", "purpose", names("purpose | run grow secure | run grow transform | zweck"), "purpose",
            Looks.WORD, tuple(PURPOSES), _ours(PURPOSES)),
    Meaning("treatment", "booked as", names(
        "treatment | opex capex | capex opex | booked as | expense type | type of expense | verbucht als"
    ), "treatment", Looks.WORD, tuple(TREATMENTS), _ours(TREATMENTS)),
    Meaning("team", "team", names(
        "team | department | cost center | cost centre | abteilung | kostenstelle"
    ), "team"),
    Meaning("service", "service", names("service | dienst"), "service"),
    Meaning("vendor", "vendor", names("vendor | supplier | lieferant | anbieter"), "vendor"),
    Meaning("contract", "contract", names(
        "contract | contract no | contract number | vertrag | vertragsnummer"
    ), "contract"),
    Meaning("month", "amount of a month", names(
        "jan | feb | mar | apr | may | jun | jul | aug | sep | sept | oct | nov | dec | january | february"
        " | march | april | june | july | august | september | october | november | december"
        " | january budget | month | januar | jänner | februar | märz | mär | mrz | mai | juni | juli"
        " | oktober | okt | dezember | dez | monat"
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
    Meaning("comment", "comment", names(
        "notes | comments | comment | remarks | justification | notizen | bemerkung | bemerkungen"
        " | kommentar | begründung | comments assumptions"
    ), "comment"),
    Meaning("assumption", "rests on", names("assumptions | assumption | rests on | annahmen | annahme"),
            "assumption"),
    Meaning("year", "year", names("year | fiscal year | jahr | geschäftsjahr")),
    Meaning("currency", "currency", names("currency | währung")),
    Meaning("beside", "kept beside", names(
        "owner | type | priority | verantwortlich | typ | priorität"
    )),
)  # fmt: skip
NEEDS = (
    frozenset({"line", "category", "account", "description"}),
    frozenset({"month", "quarter", "monthly", "yearly", "last_year", "actual"}),
)
