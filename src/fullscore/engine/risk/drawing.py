"""Years of losses drawn at random, many at once: every event with its year, its cause and its cost.

The same dice serve every set of controls: an event is drawn as things are, and a control that makes it rarer
lets it happen only when a number drawn for it lies below what the control leaves (thinning of a Poisson
process, Lewis and Shedler 1979). So one more control never adds to any year.
"""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from fullscore.engine.risk import ranges
from fullscore.engine.risk.scenario import ActsOn, Effect, Events, Range, Risks, Scenario

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]
Controls: TypeAlias = Collection[str]
_EVERY = 1.0


@dataclass(frozen=True, slots=True)
class _Happening:
    """Events of one source in a batch of years: their years, and a number in [0, 1) for each."""

    years: Ints
    luck: Floats


@dataclass(frozen=True, slots=True)
class _Costs:
    """Events with what each costs at once and later, and a number in [0, 1) of their own."""

    events: _Happening
    direct: Floats
    second: Floats | None
    luck: Floats


@dataclass(frozen=True, slots=True)
class _Left:
    """What a set of controls leaves of how often (by cause and by scenario) and of how much."""

    cause: float
    own: float
    loss: float
    consequences: float


def drawn(risks: Risks, sets: Sequence[Controls], years: int, seed: int, batch: int) -> list[Floats]:
    """Return for each set of controls the losses by scenario and year, shape (scenarios, years), in money."""
    found = [np.zeros((len(risks.scenarios), years)) for _ in sets]
    shared = {
        cause.ref: _happening(_dice(seed, batch, 0, number), cause.rate, cause.events, years)
        for number, cause in enumerate(risks.causes)
    }
    for row, scenario in enumerate(risks.scenarios):
        dice = _dice(seed, batch, 1, row)
        for source, events in _events(scenario, shared, dice, years):
            costs = _Costs(
                events, *_amounts(scenario, dice, len(events.years)), dice.random(len(events.years))
            )
            for controls, each in zip(sets, found, strict=True):
                each[row] += _in_years(costs, _left(scenario, source, risks.effects, controls), years)
        if scenario.cap is not None:
            for each in found:
                np.minimum(each[row], scenario.cap, out=each[row])
    return found


def _dice(seed: int, *place: int) -> np.random.Generator:
    """Return dice of their own for a place, so that what happens here changes nothing there."""
    return np.random.Generator(np.random.SFC64(np.random.SeedSequence(seed, spawn_key=place)))


def _events(
    scenario: Scenario, shared: Mapping[str, _Happening], dice: np.random.Generator, years: int
) -> Iterator[tuple[str, _Happening]]:
    if scenario.rate is not None:
        yield f"scenarios:{scenario.ref}", _happening(dice, scenario.rate, scenario.events, years)
    for trigger in scenario.triggers:
        whole = shared[trigger.cause]
        # Whether this loss follows is drawn anew for each scenario; that the cause was there is not.
        follows = dice.random(len(whole.years)) < trigger.share
        yield f"causes:{trigger.cause}", _Happening(whole.years[follows], whole.luck[follows])


def _happening(dice: np.random.Generator, rate: Range, events: Events, years: int) -> _Happening:
    rates = spread(dice, rate, years)
    is_once = events is Events.ONCE
    counts = (dice.random(years) < rates).astype(np.int64) if is_once else dice.poisson(rates)
    where = np.repeat(np.arange(years), counts)
    return _Happening(where, dice.random(len(where)))


def spread(dice: np.random.Generator, span: Range, count: int) -> Floats:
    """Return so many values of a range."""
    if ranges.is_certain(span):
        return np.full(count, span.low)
    if span.likely is None:
        return dice.lognormal(*ranges.logs(span), count)
    return span.low + (span.high - span.low) * dice.beta(*ranges.betas(span), count)


def _in_years(costs: _Costs, left: _Left, years: int) -> Floats:
    """Return what the events cost that still happen, by year."""
    amounts = costs.direct * left.loss
    if costs.second is not None:
        amounts += costs.second * left.consequences
    if left.own < _EVERY or left.cause < _EVERY:
        amounts = np.where((costs.luck < left.own) & (costs.events.luck < left.cause), amounts, 0.0)
    found = np.bincount(costs.events.years, amounts, years)
    return np.asarray(found, dtype=np.float64)


def _amounts(scenario: Scenario, dice: np.random.Generator, count: int) -> tuple[Floats, Floats | None]:
    """Return what each event costs at once, and what follows of it."""
    direct = spread(dice, scenario.loss, count) if scenario.loss else np.zeros(count)
    if scenario.outage:
        direct += spread(dice, scenario.outage.hours, count) * scenario.outage.an_hour
    if not scenario.second or not scenario.share:
        return direct, None
    hit = dice.random(count) < scenario.share
    second = np.zeros(count)
    second[hit] = spread(dice, scenario.second, int(hit.sum()))
    return direct, second


def _left(scenario: Scenario, source: str, effects: Sequence[Effect], controls: Controls) -> _Left:
    def of(target: str, acts_on: ActsOn) -> float:
        return math.prod(
            1 - each.less
            for each in effects
            if each.target == target and each.acts_on is acts_on and each.control in controls
        )

    target = f"scenarios:{scenario.ref}"
    cause = of(source, ActsOn.FREQUENCY) if source != target else _EVERY
    rest = (of(target, each) for each in (ActsOn.FREQUENCY, ActsOn.LOSS, ActsOn.CONSEQUENCES))
    return _Left(cause, *rest)
