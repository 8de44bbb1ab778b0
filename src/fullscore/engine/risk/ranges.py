"""What a range means: its mean and second moment, in closed form.

A lognormal's 5 % and 95 % points lie 2 x 1.6449 standard deviations of the logarithm apart. A PERT is a beta
on [low, high] with mean (low + 4 likely + high) / 6 (Malcolm et al. 1959; lambda = 4, Vose 2008).
"""

import math

from fullscore.engine.risk.scenario import Range

# The 95 % point of the standard normal.
Z95 = 1.6448536269514722
PERT_WEIGHT = 4.0


def is_certain(span: Range) -> bool:
    """Return whether the range is one value."""
    return span.low == span.high


def logs(span: Range) -> tuple[float, float]:
    """Return mean and standard deviation of the logarithm of a two-point range with low > 0."""
    low, high = math.log(span.low), math.log(span.high)
    return (low + high) / 2, (high - low) / (2 * Z95)


def betas(span: Range) -> tuple[float, float]:
    """Return the two shape parameters of a three-point range with low < high."""
    likely = span.low if span.likely is None else span.likely
    width = span.high - span.low
    return (
        1 + PERT_WEIGHT * (likely - span.low) / width,
        1 + PERT_WEIGHT * (span.high - likely) / width,
    )


def mean(span: Range) -> float:
    """Return what the range is on average."""
    if is_certain(span):
        return span.low
    if span.likely is None:
        middle, spread = logs(span)
        return math.exp(middle + spread**2 / 2)
    return (span.low + PERT_WEIGHT * span.likely + span.high) / (2 + PERT_WEIGHT)


def variance(span: Range) -> float:
    """Return the variance of the range."""
    if is_certain(span):
        return 0.0
    if span.likely is None:
        return math.expm1(logs(span)[1] ** 2) * mean(span) ** 2
    first, second = betas(span)
    total = first + second
    share = first * second / (total**2 * (total + 1))
    return share * (span.high - span.low) ** 2


def second_moment(span: Range) -> float:
    """Return the mean of the square of the range."""
    return variance(span) + mean(span) ** 2
