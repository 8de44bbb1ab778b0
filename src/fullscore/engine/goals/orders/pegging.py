"""Pegging: every order traced back to the goals that cause it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Peg:
    """The share of an order's quantity that one goal causes."""

    goal: str
    quantity: Decimal


def peg(needs: Sequence[tuple[str, Decimal]], *, net: Decimal, quantity: Decimal) -> tuple[Peg, ...]:
    """Return the goals an order serves; what is free goes to the first of them, the order to the rest.

    `needs` stand in the order in which they are served. The shares add up to `quantity`: what a lot brings
    beyond the net requirement, and what refills the safety stock, stands with the last goal short.
    """
    free = max(ZERO, sum((need for _, need in needs), ZERO) - net)
    short: list[tuple[str, Decimal]] = []
    for goal, need in needs:
        covered = min(free, need)
        free -= covered
        if need > covered:
            short.append((goal, need - covered))
    if not short:
        short.append((needs[-1][0], ZERO))
    return _filled(short, quantity)


def peg_size(needs: Sequence[tuple[str, Decimal]], quantity: Decimal) -> tuple[Peg, ...]:
    """Return the goals a new size serves, each by its part of what is needed; it is one change for all."""
    whole, pegs, left = sum((need for _, need in needs), ZERO), list[Peg](), quantity
    for goal, need in needs[:-1]:
        share = (quantity * need / whole).quantize(Decimal("0.01")) if whole else ZERO
        pegs.append(Peg(goal, share))
        left -= share
    return (*pegs, Peg(needs[-1][0], left))


def _filled(short: Sequence[tuple[str, Decimal]], quantity: Decimal) -> tuple[Peg, ...]:
    pegs, left = [], quantity
    for goal, need in short[:-1]:
        share = min(need, left)
        left -= share
        pegs.append(Peg(goal, share))
    return (*pegs, Peg(short[-1][0], left))
