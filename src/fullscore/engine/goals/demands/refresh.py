"""Refresh: what passes its replace-by date inside the horizon is needed again on that day."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import partial

from fullscore.engine.estate.facts import ItemFact, ModelFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Later, Trace, leaf
from fullscore.engine.goals import days
from fullscore.engine.goals.demands.demand import REFRESH, Demand
from fullscore.engine.goals.goal import Assumption, House
from fullscore.engine.goals.kits.holdings import Holdings
from fullscore.engine.goals.kits.succession import bought
from fullscore.engine.goals.periods import shifted

IN_USE = frozenset({"in use", "in repair"})


def due_on(item: ItemFact, models: Mapping[str, ModelFact]) -> date | None:
    """Return the day a thing is to be replaced by: as typed, else its age by its model's useful life."""
    if item.replace_by is not None or item.purchased_on is None:
        return item.replace_by
    model = models.get(item.model or "")
    return shifted(item.purchased_on, model.life_months) if model and model.life_months else None


def demands(holdings: Holdings, house: House, last: date) -> tuple[Demand, ...]:
    """Return what must be bought again in (on, last], together by model, site and day."""
    found: defaultdict[tuple[str, str | None, date], list[ItemFact]] = defaultdict(list)
    for item, due in due_things(holdings):
        if house.on < due <= last:
            model = bought(item.model or "", holdings.models)
            found[model.ref, _site(item, holdings), due].append(item)
    return tuple(
        _demand(holdings, house, (model, site, due), tuple(items))
        for (model, site, due), items in sorted(
            found.items(), key=lambda one: (one[0][0], one[0][1] or "", one[0][2])
        )
    )


def overdue(holdings: Holdings, house: House) -> tuple[Assumption, ...]:
    """Say how many things in use are past their day already: they are in no plan until somebody decides."""
    count = sum(due <= house.on for _, due in due_things(holdings))
    if not count:
        return ()
    text = f"{count} things in use have passed the day they were to be replaced by; they are not planned for"
    return (Assumption(text, "items", None, "replace_by"),)


def due_things(holdings: Holdings) -> Iterator[tuple[ItemFact, date]]:
    """Yield what is in use, with the day it is to be replaced by, where somebody will still use it then."""
    for item in holdings.estate.items:
        if item.status in IN_USE and item.model in holdings.models:
            due = due_on(item, holdings.models)
            if due is not None and is_kept(item, due, holdings):
                yield item, due


def is_kept(item: ItemFact, due: date, holdings: Holdings) -> bool:
    """Return whether somebody will still use it on that day; nobody replaces what a leaver gave back."""
    if item.holder is None:
        return True
    last = holdings.last_days.get(item.holder)
    return item.holder in holdings.working and (last is None or last >= due)


def _site(item: ItemFact, holdings: Holdings) -> str | None:
    return item.site or holdings.site_of.get(item.holder or "")


def _demand(
    holdings: Holdings, house: House, of: tuple[str, str | None, date], items: tuple[ItemFact, ...]
) -> Demand:
    model, site, due = of
    day = days.on_or_before(house.calendar, Trace(due, note="to be replaced by"), "needed by")
    if days.day_of(day) < house.on:
        day = Trace(house.on, note="today")
    units = Trace(
        Decimal(len(items)), op="count", args=Later(partial(_rows, holdings, items)), note="to be replaced"
    )
    return Demand(holdings.models[model], site, REFRESH, day, units)


def _rows(holdings: Holdings, items: tuple[ItemFact, ...]) -> tuple[Trace, ...]:
    files = holdings.estate.files
    field = {True: "replace_by", False: "purchased_on"}
    return tuple(leaf(one.ref, source_of(one, field[one.replace_by is not None], files)) for one in items)
