"""The loss of a choice, bounded from below by straight lines, exact where a choice was evaluated.

A summand A x exp(sum of logs of the controls chosen) is convex in the sum, so every tangent is a bound. It is
also supermodular in the set of controls: what one more control saves beside a set S it saves at most beside a
subset, at least beside all others (Nemhauser, Wolsey and Fisher 1978). Both kinds of lines touch at S.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from fullscore.engine.risk.scenario import Part

# Tangents a summand begins with, evenly between no control and all of them.
_FIRST = 9


@dataclass(frozen=True, slots=True)
class Line:
    """loss >= constant + sum of slopes x controls, where a control is 0 or 1."""

    constant: float
    slopes: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Summand:
    """Parts that the same controls lessen in the same way; `logs` are below 0."""

    amount: float
    logs: Mapping[str, float]

    def left(self, controls: Collection[str]) -> float:
        """Return what these controls leave of it."""
        return self.amount * math.exp(math.fsum(log for ref, log in self.logs.items() if ref in controls))


def summands(parts: Iterable[Part], offered: Collection[str]) -> tuple[float, tuple[Summand, ...]]:
    """Return the loss no option lessens, and what the controls on offer act on."""
    found: dict[tuple[tuple[str, float], ...], float] = defaultdict(float)
    for part in parts:
        logs = sorted((ref, log) for ref, log in part.controls.items() if ref in offered and log < 0)
        found[tuple(logs)] += part.amount
    fixed = found.pop((), 0.0)
    return fixed, tuple(Summand(amount, dict(logs)) for logs, amount in found.items() if amount > 0)


def first_lines(summand: Summand) -> Iterator[Line]:
    """Yield the lines a summand begins with; of one control its line is exact."""
    if len(summand.logs) == 1:
        yield beside(summand, ())
        return
    yield beside(summand, ())
    yield beside(summand, tuple(summand.logs))
    whole = math.fsum(summand.logs.values())
    for step in range(1, _FIRST):
        yield _tangent(summand, whole * step / _FIRST)
    for ref in summand.logs:
        yield beside(summand, (ref,))


def lines_at(summand: Summand, controls: Collection[str]) -> Iterator[Line]:
    """Yield the lines that touch the loss at a set of controls."""
    here = [ref for ref in summand.logs if ref in controls]
    yield beside(summand, here)
    yield _tangent(summand, math.fsum(summand.logs[ref] for ref in here))


def _tangent(summand: Summand, at: float) -> Line:
    height = summand.amount * math.exp(at)
    return Line(height * (1 - at), {ref: height * log for ref, log in summand.logs.items()})


def beside(summand: Summand, here: Collection[str]) -> Line:
    """Return the line that touches at `here`: others save what they save there, those here the least."""
    height, least = summand.left(here), summand.left(summand.logs)
    back = {ref: least * math.expm1(-summand.logs[ref]) for ref in here}
    more = {ref: height * math.expm1(log) for ref, log in summand.logs.items() if ref not in here}
    return Line(height + math.fsum(back.values()), {**{ref: -gain for ref, gain in back.items()}, **more})
