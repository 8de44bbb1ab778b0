"""What columns of replacement plans may mean, in English and German."""

from fullscore.importing.kinds.kind import Looks, Meaning
from fullscore.importing.kinds.writing import names

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
