"""Things that are replaced: on the day the plans say, by then at the latest where support ends before.

What replaces a thing is replaced in its turn, once its own model's useful life is over.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fullscore.engine.budget.forecast.facts import Horizon, Known, Unknown
from fullscore.engine.estate.facts import ItemFact, ModelFact
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.demands.refresh import IN_USE, due_on, is_kept
from fullscore.engine.goals.kits.holdings import Holdings, look_up
from fullscore.engine.goals.kits.succession import bought
from fullscore.engine.goals.netting.brackets import Price, at, prices_of
from fullscore.engine.goals.periods import shifted
from fullscore.engine.vendors.ends import month_of


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing replaced once. `due` is by when, `month` when it is planned: of what is overdue, now.

    `first` is the month from which it may be pulled forward to; `number` 0 is today's thing, 1 what replaces
    it. `why` says what makes it due: "typed", "age", "support", "warranty" or, of what comes after, "life".
    """

    item: ItemFact
    number: int
    due: date
    why: str
    month: int
    first: int
    model: ModelFact
    price: Price | None

    @property
    def cost(self) -> Decimal:
        return self.price.unit_cost if self.price else Decimal(0)


def units(known: Known, horizon: Horizon) -> tuple[tuple[Unit, ...], tuple[Unknown, ...]]:
    """Return every replacement of these months in the order of its day, and what of them nobody knows."""
    making = _Making(known, horizon)
    found = sorted(making.units(), key=lambda one: (one.due, one.item.ref, one.number))
    return tuple(found), tuple(making.unknown(found))


class _Making:
    """The estate looked up once."""

    def __init__(self, known: Known, horizon: Horizon) -> None:
        self.known, self.horizon, self.last = known, horizon, _last_day(horizon)
        self.holdings: Holdings = look_up(known.estate, horizon.on)
        self.prices: dict[str, Price | None] = {}
        self.undated: Counter[str] = Counter()
        self.without_model: Counter[str] = Counter()

    def units(self) -> Iterator[Unit]:
        for item in self.known.estate.items:
            if item.status not in IN_USE:
                continue
            due, why = self._due(item)
            if due is None:
                self.undated[item.model or ""] += 1
            elif item.model not in self.holdings.models:
                self.without_model[item.model or ""] += due <= self.last
            else:
                yield from self._chain(item, item.model, due, why)

    def _due(self, item: ItemFact) -> tuple[date | None, str]:
        """Return the day it is to be replaced by, and what says so: the earliest of the rule and support."""
        due = due_on(item, self.holdings.models)
        why = "typed" if item.replace_by is not None else "age"
        if due is None:
            due, why = self.known.warranties.get(item.ref), "warranty"
        end = self.known.ends.get(item.ref)
        return (end, "support") if end is not None and (due is None or end < due) else (due, why)

    def _chain(self, item: ItemFact, ref: str, due: date, why: str) -> Iterator[Unit]:
        """Yield its replacement, and those that follow at the end of each one's life."""
        model = bought(ref, self.holdings.models)
        number, first = 0, self.horizon.now
        while due <= self.last and is_kept(item, due, self.holdings):
            month = max(month_of(due), self.horizon.now)
            yield Unit(item, number, due, why, month, first, model, self._price(model))
            if not model.life_months:
                return
            due, why = shifted(max(due, self.horizon.on), model.life_months), "life"
            number, first = number + 1, month + 1

    def _price(self, model: ModelFact) -> Price | None:
        if model.ref not in self.prices:
            self.prices[model.ref] = price_of(model, self.holdings)
        return self.prices[model.ref]

    def unknown(self, found: list[Unit]) -> Iterator[Unknown]:
        unpriced = Counter(one.model.ref for one in found if one.price is None)
        for counted, why in ((unpriced, "price"), (self.undated, "age"), (self.without_model, "model")):
            for ref, count in sorted(counted.items()):
                if count:
                    yield Unknown("refresh", "models", ref, self._name(ref), why, count)

    def _name(self, ref: str) -> str:
        model = self.holdings.models.get(ref)
        return model.name if model else ref


def price_of(model: ModelFact, holdings: Holdings) -> Price | None:
    """Return the lowest price at which one is bought; where none is sold alone, that of the least order."""
    groups = prices_of(model, holdings.offers.get(("models", model.ref), ()), holdings.estate.files)
    once = [[one for one in group if one.period == "once"] for group in groups.values()]
    found = [at(group, 1) or group[0] for group in once if group]
    return min(found, key=lambda one: (one.from_quantity, one.unit_cost), default=None)


def price_trace(price: Price) -> Trace:
    return Trace(price.unit_cost, row=price.row, note="price of one")


def teams_of(known: Known) -> Mapping[str, str | None]:
    """Return the team of each thing in somebody's hands."""
    teams = {person.ref: person.team for person in known.estate.people}
    return {item.ref: teams.get(item.holder) for item in known.estate.items if item.holder}


def services_of(known: Known) -> Mapping[str, str]:
    """Return the service of each thing that exactly one rests on."""
    found: dict[str, set[str]] = {}
    for support in known.bound.supports:
        if support.item is not None:
            found.setdefault(support.item, set()).add(support.service)
    return {item: next(iter(services)) for item, services in found.items() if len(services) == 1}


def _last_day(horizon: Horizon) -> date:
    end = horizon.last + 1
    return date.fromordinal(date(end // 12, end % 12 + 1, 1).toordinal() - 1)
