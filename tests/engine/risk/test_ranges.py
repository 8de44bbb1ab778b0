"""What a range means is what its closed forms, a numeric integral and drawn values all say."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.risk import ranges
from fullscore.engine.risk.drawing import spread
from fullscore.engine.risk.scenario import Range
from tests.engine.risk import drawing


def test_nine_in_ten_values_of_two_points_lie_between_them() -> None:
    values = spread(np.random.default_rng(7), Range(1_000, 50_000), 400_000)

    assert np.mean(values < 1_000) == pytest.approx(0.05, abs=0.002)
    assert np.mean(values > 50_000) == pytest.approx(0.05, abs=0.002)


def test_three_points_are_the_least_the_likely_and_the_most() -> None:
    values = spread(np.random.default_rng(7), Range(2, 20, 5), 400_000)
    counts, edges = np.histogram(values, bins=60)

    assert values.min() >= 2
    assert values.max() <= 20
    assert edges[counts.argmax()] == pytest.approx(5, abs=0.8)
    assert values.mean() == pytest.approx((2 + 4 * 5 + 20) / 6, rel=0.005)


def test_one_value_is_that_value() -> None:
    assert ranges.mean(Range(5, 5)) == 5
    assert ranges.variance(Range(5, 5, 5)) == 0
    assert set(spread(np.random.default_rng(7), Range(5, 5), 10)) == {5.0}


@given(drawing.ranges(0.1, 1_000.0))
def test_the_moments_are_those_of_the_density(span: Range) -> None:
    if span.high - span.low < 1e-3 * span.high:
        return
    density, at = _density(span)
    mass = np.trapezoid(density, at)
    first = np.trapezoid(density * at, at) / mass
    second = np.trapezoid(density * at**2, at) / mass

    assert first == pytest.approx(ranges.mean(span), rel=0.01)
    assert second == pytest.approx(ranges.second_moment(span), rel=0.02)


def _density(span: Range) -> tuple["np.ndarray[tuple[int], np.dtype[np.float64]]", ...]:
    """Return the density by its textbook formula, over all that matters of its support."""
    if span.likely is None:
        middle, width = ranges.logs(span)
        logs = np.linspace(middle - 9 * width, middle + 9 * width + 2 * width**2, 40_001)
        at = np.exp(logs)
        return np.exp(-((logs - middle) ** 2) / (2 * width**2)) / (at * width * math.sqrt(2 * math.pi)), at
    first, second = ranges.betas(span)
    at = np.linspace(span.low, span.high, 40_001)
    inside = (at - span.low) / (span.high - span.low)
    return inside ** (first - 1) * (1 - inside) ** (second - 1), at


@given(st.floats(0.1, 100), st.floats(1.01, 50))
def test_a_wider_range_with_the_same_middle_costs_more_on_average(low: float, factor: float) -> None:
    narrow, wide = Range(low, low * factor), Range(low / 2, low * factor * 2)

    assert ranges.mean(wide) > ranges.mean(narrow)
