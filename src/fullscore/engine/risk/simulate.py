"""Simulate years until the mean is known well enough: in batches, in bounded memory, the same each time.

What a scenario makes of bad years needs the years' parts; beyond the first batches only the worse years keep
theirs, more than twice as many as any bad year asked for needs.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from fullscore.engine.risk.drawing import Controls, Floats, drawn
from fullscore.engine.risk.scenario import Insurance, Risks
from fullscore.engine.risk.simulation import BAD_YEARS, Outlook, Point, Simulation

BATCH = 25_000
LEAST_YEARS, MOST_YEARS, PRECISION = 100_000, 2_000_000, 0.02
# The 97.5 % point of the standard normal: 95 % lie between it and its opposite.
_Z = 1.959963984540054
_KEPT_SHARE = 0.15
# How likely a year is that costs so much or more, at the points of the curve.
_CHANCES = np.concatenate([np.linspace(0.99, 0.1, 60), np.geomspace(0.1, 0.001, 41)[1:]])


@dataclass(slots=True, frozen=True)
class _Kept:
    """What is remembered of one set of controls, batch by batch."""

    gross: list[Floats] = field(default_factory=list)
    moments: list[tuple[int, float, float]] = field(default_factory=list)
    net: list[Floats] = field(default_factory=list)
    worse: list[Floats] = field(default_factory=list)

    def add(self, years: Floats, insurances: Sequence[Insurance], rows: dict[str, int]) -> None:
        total = years.sum(axis=0)
        self.gross.append(total)
        self.net.append(borne(years, insurances, rows))
        self.moments.append((len(total), float(total.sum()), float((total**2).sum())))
        # A year without any loss makes nothing of a bad one.
        is_worse = (total >= np.quantile(total, 1 - _KEPT_SHARE)) & (total > 0)
        self.worse.append(years[:, is_worse].astype(np.float32))

    def told(self, refs: Sequence[str]) -> tuple[Outlook, Outlook, Mapping[int, Mapping[str, float]]]:
        """Return how bad years are before and after insurance, and what makes them."""
        gross, net = (outlook(np.concatenate(each)) for each in (self.gross, self.net))
        worse = np.concatenate(self.worse, axis=1)
        return gross, net, {bad: _shares(worse, gross.points[bad].value, refs) for bad in BAD_YEARS}

    def is_precise(self, precision: float) -> bool:
        """Return whether 95 % of the mean lie within `precision` of it."""
        count, total, squares = (sum(each) for each in zip(*self.moments, strict=True))
        mean = total / count
        return bool(_Z * math.sqrt(max(squares / count - mean**2, 0.0) / count) <= precision * mean)


def simulate(
    risks: Risks, *, seed: int, controls: Controls = (), least_years: int = LEAST_YEARS,
    most_years: int = MOST_YEARS, precision: float = PRECISION,
    progress: Callable[[int, int], None] = lambda _done, _of: None, stop: Callable[[], bool] = lambda: False,
) -> Simulation:  # fmt: skip
    """Return what `least_years` to `most_years` simulated years tell; more until the mean is precise.

    `progress` is told the years done and at most to do; `stop` ends it after a batch with what there is.
    """
    return compared(
        risks, (controls,), seed=seed, least_years=least_years, most_years=most_years, precision=precision,
        progress=progress, stop=stop,
    )[0]  # fmt: skip


def compared(
    risks: Risks, sets: Sequence[Controls], *, seed: int, least_years: int = LEAST_YEARS,
    most_years: int = MOST_YEARS, precision: float = PRECISION,
    progress: Callable[[int, int], None] = lambda _done, _of: None, stop: Callable[[], bool] = lambda: False,
) -> tuple[Simulation, ...]:  # fmt: skip
    """Return the same for several sets of controls, with the same dice: they differ by the controls alone."""
    kept = tuple(_Kept() for _ in sets)
    rows = {scenario.ref: row for row, scenario in enumerate(risks.scenarios)}
    done, is_precise, is_stopped = 0, False, False
    while not is_stopped and done < most_years and not (is_precise and done >= least_years):
        size = min(BATCH, most_years - done)
        for each, years in zip(kept, drawn(risks, sets, size, seed, done // BATCH), strict=True):
            each.add(years, risks.insurances, rows)
        done += size
        is_precise = all(each.is_precise(precision) for each in kept)
        progress(done, most_years)
        is_stopped = stop()
    refs = list(rows)
    return tuple(Simulation(done, seed, is_precise, is_stopped, *each.told(refs)) for each in kept)


def borne(years: Floats, insurances: Sequence[Insurance], rows: dict[str, int]) -> Floats:
    """Return what stays with the owners, by year: those insured for one loss first, then those for all."""
    left = years.copy()
    for each in insurances:
        if each.scenario in rows:
            left[rows[each.scenario]] -= paid(left[rows[each.scenario]], each)
    total: Floats = left.sum(axis=0)
    for each in insurances:
        if each.scenario is None:
            total = total - paid(total, each)
    return total


def paid(losses: Floats, insurance: Insurance) -> Floats:
    """Return what an insurer pays of each year's sum."""
    above = np.maximum(losses - insurance.deductible, 0.0) * insurance.share
    return above if insurance.most is None else np.minimum(above, insurance.most)


def _error(totals: Floats) -> float:
    return float(_Z * totals.std() / np.sqrt(len(totals)))


def _shares(worse: Floats, least: float, refs: Sequence[str]) -> dict[str, float]:
    """Return what each scenario makes of the years that cost at least so much; together all of it."""
    # A float of half the width may stand a little below the sum it belongs to.
    bad = worse[:, worse.sum(axis=0, dtype=np.float64) >= least * (1 - 1e-6)]
    means = bad.sum(axis=1, dtype=np.float64)
    total = means.sum()
    return {ref: float(mean / total) if total else 0.0 for ref, mean in zip(refs, means, strict=True)}


def outlook(totals: Floats) -> Outlook:
    """Return what the yearly sums tell."""
    ordered = np.sort(totals)
    points = {bad: _point(ordered, 1 - 1 / bad) for bad in BAD_YEARS}
    curve = tuple((float(ordered[_rank(len(ordered), 1 - each)]), float(each)) for each in _CHANCES)
    return Outlook(float(totals.mean()), _error(totals), _point(ordered, 0.5), points, curve)


def _rank(count: int, below: float) -> int:
    return min(max(int(np.ceil(below * count)) - 1, 0), count - 1)


def _point(ordered: Floats, below: float) -> Point:
    """Return a percentile with its interval: ranks that far apart hold it in 95 % of samples (binomial)."""
    count = len(ordered)
    width = _Z * np.sqrt(below * (1 - below) / count)
    low, value, high = (ordered[_rank(count, each)] for each in (below - width, below, below + width))
    return Point(float(value), float(low), float(high))
