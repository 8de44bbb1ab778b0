"""Two packs beside each other: what rose and fell since, what is asked anew, what was decided."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from fullscore.engine.findings.trace import Trace, leaf
from fullscore.engine.reports.blocks import Fact, Said
from fullscore.engine.reports.sections.choosing import Choice
from fullscore.engine.reports.sections.costs import Money
from fullscore.engine.reports.sections.first import Standing, total_asked
from fullscore.engine.reports.voice import Voice, names, value_of

Document = Mapping[str, Any]
Key = tuple[str, Said]
# What each figure is called in a sentence; only those rise and fall.
_SUBJECTS = {
    "contracts": "What contracts cost a year",
    "year": "What IT costs this fiscal year",
    "next-year": "What is proposed for next fiscal year",
    "usual-loss": "A usual year of losses",
    "bad-year": "A bad year of losses",
    "asked": "What we ask for",
}
_YEARLY = frozenset({"year", "next-year", "asked"})
_MOST = 3


def key_figures(found: Standing, voice: Voice) -> tuple[Key, ...]:
    """Return the figures that packs are compared by."""
    return tuple((key, voice.money(trace, _SUBJECTS[key])) for key, trace in _keys(found))


def _keys(found: Standing) -> Iterator[tuple[str, Trace]]:
    if found.contracts_year is not None:
        yield "contracts", found.contracts_year
    if found.money is not None and found.money.costs:
        yield from _years(found.money)
    if found.trouble is not None and found.trouble.usual is not None:
        yield "usual-loss", found.trouble.usual
    if found.trouble is not None and found.trouble.bad is not None:
        yield "bad-year", found.trouble.bad
    asked = total_asked(found.choice) if found.choice else None
    if asked is not None:
        yield "asked", asked


def _years(money: Money) -> Iterator[tuple[str, Trace]]:
    yield from zip(("year", "next-year"), money.totals, strict=False)


def written(keys: Sequence[Key]) -> list[dict[str, object]]:
    """Return key figures as a document keeps them."""
    return [
        {"key": key, "spoken": said.spoken, "value": float(value_of(said.trace)), "unit": "money"}
        for key, said in keys
    ]


def since(before: Document, found: Standing, voice: Voice) -> tuple[Fact, ...]:
    """Return what rose, fell, was decided and is asked anew since an earlier pack, most of all money."""
    return (*_moved(before, key_figures(found, voice), voice), *_asks(before, found.choice))


def _moved(before: Document, keys: Sequence[Key], voice: Voice) -> list[Fact]:
    """Return the figures that read otherwise now, the most changed first."""
    then = {str(each["key"]): each for each in before.get("key_figures", ())}
    pairs = [(then[key], said, key) for key, said in keys if key in then]
    pairs = [pair for pair in pairs if pair[0]["spoken"] != pair[1].spoken]
    moved = [pair for pair in pairs if _is_same_year(pair[2], before, voice)]
    moved.sort(key=lambda pair: -_change(pair[0], pair[1]))
    return [_fact(old, new, _SUBJECTS[key], before) for old, new, key in moved[:_MOST]]


def _is_same_year(key: str, before: Document, voice: Voice) -> bool:
    """Say whether a figure means the same now as then: a year's cost is held against the same year's."""
    return key not in _YEARLY or voice.year(date.fromisoformat(str(before["on"]))) == voice.year(voice.on)


def _change(old: Document, new: Said) -> Decimal:
    """Return by which share of the larger one two figures differ."""
    values = Decimal(str(old["value"])), value_of(new.trace)
    return abs(values[1] - values[0]) / max(map(abs, values))


def _fact(old: Document, new: Said, subject: str, before: Document) -> Fact:
    value = Decimal(str(old["value"]))
    then = Said(str(old["spoken"]), leaf(value, note=f"pack of {before['on']}"), f"{subject}, before")
    verb = "rose" if value_of(new.trace) > value else "fell"
    return Fact(f"{subject} {verb} from {then} to {new}.", None, "", (new, then))


def _asks(before: Document, choice: Choice | None) -> Iterator[Fact]:
    """Yield what became of what was asked, what still waits, and what is new."""
    known = {str(each["proposal"]): str(each["name"]) for each in _asked_in(before)}
    states = {each.ref: each.state for each in choice.proposals} if choice else {}
    now = {each.ref: each.name for each in choice.asked} if choice else {}
    decided = [name for ref, name in known.items() if states.get(ref, "declined") != "open"]
    waiting = [name for ref, name in known.items() if ref in now]
    fresh = [name for ref, name in now.items() if ref not in known]
    if decided:
        yield Fact(f"Decided: {names(decided)}.", None, "fine")
    if waiting:
        yield Fact(f"Asked then and still open: {names(waiting)}.", None, "late")
    if fresh and known:
        yield Fact(f"Not asked then: {names(fresh)}.")


def _asked_in(before: Document) -> Iterator[Document]:
    """Yield what was asked on page one of an earlier pack."""
    for section in before["sections"]:
        for block in section["blocks"]:
            if block["type"] == "asks":
                yield from block["asks"]
