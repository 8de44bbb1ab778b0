"""Two packs beside each other: what rose and fell since, what is asked anew, what was decided."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from fullscore.engine.findings.trace import Trace
from fullscore.engine.reports.blocks import Fact, Said
from fullscore.engine.reports.sections import budget
from fullscore.engine.reports.sections.first import Standing, total_asked
from fullscore.engine.reports.voice import Voice, few, headed, names, value_of

Document = Mapping[str, Any]
Key = tuple[str, Said]
# What each figure is called in a sentence; only those rise and fall.
_SUBJECTS = {
    "contracts": "What contracts cost a year",
    "year": "What IT costs this fiscal year",
    "next-year": "What IT costs next fiscal year",
    "usual-loss": "A usual year of losses",
    "bad-year": "A bad year of losses",
    "asked": "What we ask for",
}
_MOST = 3


def key_figures(found: Standing, voice: Voice) -> tuple[Key, ...]:
    """Return the figures that packs are compared by."""
    return tuple((key, voice.money(trace, _SUBJECTS[key])) for key, trace in _keys(found, voice))


def _keys(found: Standing, voice: Voice) -> Iterator[tuple[str, Trace]]:
    if found.contracts_year is not None:
        yield "contracts", found.contracts_year
    if found.money is not None and found.money.costs:
        yield from _years(found.money, voice)
    if found.trouble is not None and found.trouble.usual is not None:
        yield "usual-loss", found.trouble.usual
    if found.trouble is not None and found.trouble.bad is not None:
        yield "bad-year", found.trouble.bad
    asked = total_asked(found.choice) if found.choice else None
    if asked is not None:
        yield "asked", asked


def _years(money: budget.Money, voice: Voice) -> Iterator[tuple[str, Trace]]:
    here = money.place_of(voice.on)
    if here is not None:
        yield "year", money.total(here, voice.year(voice.on))
    place = 0 if here is None else here + 1
    if place < len(money.years):
        yield "next-year", money.total(place, voice.year(money.years[place]))


def written(keys: Sequence[Key]) -> list[dict[str, object]]:
    """Return key figures as a document keeps them."""
    return [
        {"key": key, "spoken": said.spoken, "value": float(value_of(said.trace)), "unit": "money"}
        for key, said in keys
    ]
