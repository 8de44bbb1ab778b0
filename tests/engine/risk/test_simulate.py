"""Simulated years say what closed forms say where there are any, and keep together what belongs together."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.risk import ranges
from fullscore.engine.risk.drawing import drawn
from fullscore.engine.risk.parts import expected, parts
from fullscore.engine.risk.scenario import (
    ActsOn,
    Cause,
    Effect,
    Events,
    Insurance,
    Outage,
    Range,
    Risks,
    Scenario,
    Trigger,
)
from fullscore.engine.risk.simulate import compared, outlook, paid, simulate
from tests.engine.risk.drawing import CONTROLS, risks

FIRE = Scenario("fire", "Fire", Range(0.5, 0.5), loss=Range(1_000, 50_000))
YEARS = 200_000


def totals(found: Risks, years: int = YEARS, seed: int = 3) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    return drawn(found, [()], years, seed, 0)[0].sum(axis=0)


def test_a_compound_poisson_year_has_the_mean_and_variance_of_the_book() -> None:
    """Mean = rate x E[X], variance = rate x E[X^2] (Panjer and Willmot 1992)."""
    size = Range(1_000, 20_000, 4_000)
    years = totals(Risks((Scenario("fire", "Fire", Range(0.5, 0.5), loss=size),)))
    mean, variance = 0.5 * ranges.mean(size), 0.5 * ranges.second_moment(size)

    assert abs(years.mean() - mean) < 4 * math.sqrt(variance / YEARS)
    assert years.var() == pytest.approx(variance, rel=0.03)


def test_a_rate_nobody_knows_makes_years_more_unlike() -> None:
    """Variance = E[rate] E[X^2] + Var[rate] E[X]^2 (total variance)."""
    rate, size = Range(1, 9, 2), Range(100, 100)
    years = totals(Risks((Scenario("fire", "Fire", rate, loss=size),)))
    variance = ranges.mean(rate) * 100**2 + ranges.variance(rate) * 100**2

    assert years.mean() == pytest.approx(ranges.mean(rate) * 100, rel=0.01)
    assert years.var() == pytest.approx(variance, rel=0.03)


def test_what_comes_once_a_year_at_most_never_comes_twice() -> None:
    years = totals(Risks((Scenario("fire", "Fire", Range(0.3, 0.3), Events.ONCE, loss=Range(10, 10)),)))

    assert set(np.unique(years)) == {0.0, 10.0}
    assert (years > 0).mean() == pytest.approx(0.3, abs=0.005)


def test_losses_of_one_cause_come_in_the_same_years() -> None:
    flood = Cause("flood", "Flood", Range(0.1, 0.1), Events.ONCE)
    wet = [
        Scenario(ref, ref, loss=Range(10, 10), triggers=(Trigger("flood", 1.0),)) for ref in ("erp", "mail")
    ]
    alone = [Scenario(ref, ref, Range(0.1, 0.1), Events.ONCE, loss=Range(10, 10)) for ref in ("erp", "mail")]

    together = drawn(Risks(tuple(wet), (flood,)), [()], 20_000, 1, 0)[0]
    apart = drawn(Risks(tuple(alone)), [()], 20_000, 1, 0)[0]

    assert np.array_equal(together[0], together[1])
    assert ((apart[0] > 0) & (apart[1] > 0)).mean() == pytest.approx(0.01, abs=0.004)


def test_a_tree_of_pert_ranges_agrees_with_one_worked_out_apart() -> None:
    """Open FAIR's tree: events a year, primary loss, and secondary loss in a share of the events."""
    tree = Scenario(
        "leak", "Leak", Range(0.5, 4, 1.5), loss=Range(5_000, 60_000, 15_000), share=0.25,
        second=Range(10_000, 200_000, 40_000),
    )  # fmt: skip
    dice, years = np.random.default_rng(11), 100_000
    counts = dice.poisson(_pert(dice, 0.5, 1.5, 4, years))
    apart = np.array([
        _pert(dice, 5_000, 15_000, 60_000, n).sum()
        + _pert(dice, 10_000, 40_000, 200_000, dice.binomial(n, 0.25)).sum()
        for n in counts
    ])  # fmt: skip
    mine = totals(Risks((tree,)))

    assert mine.mean() == pytest.approx(apart.mean(), rel=0.02)
    for share in (0.5, 0.9, 0.99):
        assert np.quantile(mine, share) == pytest.approx(np.quantile(apart, share), rel=0.03)


def _pert(
    dice: np.random.Generator, low: float, likely: float, high: float, count: int
) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    first = 1 + 4 * (likely - low) / (high - low)
    second = 1 + 4 * (high - likely) / (high - low)
    return low + (high - low) * dice.beta(first, second, count)


def test_the_mean_is_as_exact_as_was_asked_or_says_that_it_is_not() -> None:
    found = simulate(Risks((FIRE,)), seed=1, precision=0.02)
    rare = simulate(Risks((Scenario("quake", "Quake", Range(1e-5, 1e-5), loss=Range(1e6, 1e6)),)), seed=1,
                    most_years=200_000)  # fmt: skip

    assert found.is_precise
    assert found.gross.error <= 0.02 * found.gross.mean
    assert abs(found.gross.mean - expected(parts(Risks((FIRE,))))) <= 2 * found.gross.error
    assert (rare.is_precise, rare.years) == (False, 200_000)


def test_the_interval_of_a_bad_year_holds_the_true_one() -> None:
    """Of a loss that comes in every tenth year and is spread evenly, the percentiles are known."""
    held = 0
    for seed in range(40):
        point = outlook(np.random.default_rng(seed).uniform(0, 1_000, 20_000)).points[100]
        held += point.low <= 990 <= point.high
    assert held >= 34


def test_the_same_seed_tells_the_same_and_another_nearly_so() -> None:
    first, again, other = (simulate(Risks((FIRE,)), seed=seed) for seed in (5, 5, 6))

    assert first == again
    assert first != other
    assert first.gross.mean == pytest.approx(other.gross.mean, rel=0.05)


def test_who_stops_it_is_told_what_there_is() -> None:
    told: list[tuple[int, int]] = []
    found = simulate(
        Risks((FIRE,)), seed=5, progress=lambda done, of: told.append((done, of)), stop=lambda: len(told) > 1
    )

    assert (found.is_stopped, found.years) == (True, 50_000)
    assert told == [(25_000, 2_000_000), (50_000, 2_000_000)]


def test_insurance_pays_above_what_is_yours_up_to_its_sum() -> None:
    policy = Insurance("cyber", None, deductible=10_000, share=0.9, most=50_000)

    assert list(paid(np.array([5_000.0, 20_000.0, 500_000.0]), policy)) == [0, 9_000, 50_000]


def test_a_year_never_costs_more_than_its_cap() -> None:
    capped = Scenario("fire", "Fire", Range(5, 5), loss=Range(900, 900), cap=2_000)

    assert totals(Risks((capped,)), 5_000).max() == 2_000


@given(risks())
def test_what_makes_a_bad_year_is_all_of_it(found: Risks) -> None:
    told = simulate(found, seed=1, least_years=2_000, most_years=2_000)

    for bad, shares in told.shares.items():
        whole = 1.0 if told.gross.points[bad].value > 0 or told.gross.mean > 0 else 0.0
        assert sum(shares.values()) == pytest.approx(whole, abs=1e-6)


@given(risks(), st.sets(st.sampled_from(CONTROLS)), st.sampled_from(CONTROLS))
def test_one_more_control_adds_to_no_year(found: Risks, some: set[str], more: str) -> None:
    less, base = drawn(found, [some | {more}, some], 500, 2, 0)

    assert (less <= base * (1 + 1e-12) + 1e-9).all()


@given(risks())
def test_insurance_takes_nothing_and_pays_no_more_than_was_lost(found: Risks) -> None:
    told = simulate(found, seed=1, least_years=2_000, most_years=2_000)

    assert 0 <= told.net.mean <= told.gross.mean * (1 + 1e-9)


@pytest.mark.slow
def test_simulated_means_are_the_expected_ones_under_any_controls() -> None:
    theft = Cause("theft", "Theft", Range(0.2, 2, 0.5))
    erp = Scenario(
        "erp", "ERP", Range(0.1, 1), loss=Range(1_000, 9_000, 2_000), outage=Outage(Range(2, 30, 6), 300),
        share=0.3, second=Range(5_000, 40_000, 9_000), triggers=(Trigger("theft", 0.5),),
    )  # fmt: skip
    effects = (
        Effect("copy", "scenarios:erp", ActsOn.LOSS, 0.6),
        Effect("keys", "causes:theft", ActsOn.FREQUENCY, 0.8),
        Effect("copy", "scenarios:erp", ActsOn.CONSEQUENCES, 0.2),
        Effect("link", "scenarios:erp", ActsOn.FREQUENCY, 0.5),
    )  # fmt: skip
    found = Risks((erp,), (theft,), effects)
    sets: list[set[str]] = [set(), {"copy"}, {"keys", "link"}, {"copy", "keys", "link"}]

    for controls, told in zip(sets, compared(found, sets, seed=9, precision=0.005), strict=True):
        assert told.gross.mean == pytest.approx(expected(parts(found), controls), abs=2 * told.gross.error)
