"""How fast years are simulated: `python benchmarks/risk.py [--pyfair]`.

50 scenarios with ranges of how often and how much, a quarter of them with consequences: curve and what makes
bad years, beside what numpy alone needs to draw the same numbers. Growth over three sizes, and the memory of
two million years. With --pyfair also its meta-model of 50 trees, where it is installed.
"""

import argparse
import math
import resource
import statistics
import sys
import time
from collections.abc import Callable
from random import Random

import numpy as np
import yardstick

from fullscore.engine.risk.ranges import logs
from fullscore.engine.risk.scenario import Range, Risks, Scenario
from fullscore.engine.risk.simulate import simulate

SCENARIOS, YEARS, TIMES = 50, 100_000, 5
MOST_RATIO, MOST_MEGABYTES = 2.0, 500
SEED = 20261123


def risks(dice: Random, count: int = SCENARIOS) -> Risks:
    """Return losses of a small business: most come once in some years."""
    return Risks(tuple(_scenario(dice, number) for number in range(count)))


def _scenario(dice: Random, number: int) -> Scenario:
    rate, size = dice.uniform(0.02, 1.0), dice.lognormvariate(9, 1)
    second = Range(size, size * 10) if number % 4 == 0 else None
    often, loss = Range(rate / 2, rate * 2), Range(size / 4, size * 4)
    return Scenario(f"s{number}", f"Scenario {number}", often, loss=loss, share=0.2, second=second)


def bare(found: Risks, years: int) -> None:
    """Draw the same numbers and add nothing up: rates, counts, sizes, and what follows."""
    dice = np.random.Generator(np.random.SFC64(SEED))
    for each in found.scenarios:
        if each.rate is None or each.loss is None:
            continue
        counts = dice.poisson(dice.lognormal(*logs(each.rate), years))
        events = int(counts.sum())
        dice.lognormal(*logs(each.loss), events)
        if each.second is not None:
            hit = int((dice.random(events) < each.share).sum())
            dice.lognormal(*logs(each.second), hit)


def median(work: Callable[[], object]) -> float:
    """Return the median of several runs, in seconds."""
    return statistics.median(_timed(work) for _ in range(TIMES))


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> int:
    """Print the figures; 1 when one of them misses."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--pyfair", action="store_true")
    options = asked.parse_args()
    found = risks(Random(SEED))  # noqa: S311  a sample, no secret
    print(yardstick.line())
    ratio = 0.0
    for years in (YEARS // 4, YEARS, YEARS * 4):
        alone = median(lambda years=years: bare(found, years))
        whole = median(lambda years=years: simulate(found, seed=SEED, least_years=years, most_years=years))
        ratio = whole / alone if years == YEARS else ratio
        told = f"{whole:.2f} s, drawing alone {alone:.2f} s: {whole / alone:.2f} x"
        print(f"{SCENARIOS} x {years:>7,} years: {told}")
    many = _timed(lambda: simulate(found, seed=SEED, precision=0.0))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"2,000,000 years: {many:.1f} s, {memory:.0f} MB at most (at most {MOST_MEGABYTES})")
    if options.pyfair:
        print(f"pyfair, {SCENARIOS} trees x {YEARS:,}: {_timed(lambda: pyfair(found)):.2f} s")
    print(f"{ratio:.2f} times drawing alone, at most {MOST_RATIO}")
    return int(ratio > MOST_RATIO or memory > MOST_MEGABYTES or math.isnan(ratio))


def pyfair(found: Risks) -> None:
    """Run the other program's meta-model: one multiplication a year and tree, no events."""
    from pyfair import FairMetaModel, FairModel  # noqa: PLC0415  only where it is asked for

    models = []
    for each in found.scenarios:
        model = FairModel(each.name, n_simulations=YEARS)
        for word, span in (("Loss Event Frequency", each.rate), ("Loss Magnitude", each.loss)):
            if span is not None:
                model.input_data(word, low=span.low, mode=math.sqrt(span.low * span.high), high=span.high)
        models.append(model)
    FairMetaModel("all", models).calculate_all()


if __name__ == "__main__":
    sys.exit(main())
