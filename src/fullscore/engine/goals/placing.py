"""Orders to place: of each planned order the part every accepted goal has in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from fullscore.engine.goals.plan import Plan
from fullscore.engine.goals.requirement import Requirement
from fullscore.engine.money.amounts import cents

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Placed:
    """One goal's part of a planned order. `requirement` is the order's id in the plan's document."""

    goal: str
    requirement: str
    register: str
    ref: str
    name: str
    kind: str
    quantity: Decimal
    unit: str | None
    place: str | None
    order_by: date
    need_by: date
    cost_once: Decimal | None
    cost_year: Decimal | None


def parts(made: Plan, goals: frozenset[str]) -> tuple[Placed, ...]:
    """Return what each of `goals` asks to be ordered, earliest first.

    A size replaces the present one as a whole: it stands once, with the first goal that needs it.
    """
    return tuple(part for one in made.orders for part in _parts(one, goals))


def _parts(one: Requirement, goals: frozenset[str]) -> Iterator[Placed]:
    ours = [peg for peg in one.pegs if peg.goal in goals and peg.quantity > 0]
    if one.kind == "level":
        yield from (_placed(one, peg.goal, one.ordered) for peg in ours[:1])
    else:
        yield from (_placed(one, peg.goal, peg.quantity) for peg in ours)


def _placed(one: Requirement, goal: str, quantity: Decimal) -> Placed:
    cost = one.cost
    share = Fraction(quantity) / Fraction(one.ordered)
    return Placed(
        goal, f"{one.register}/{one.ref}@{one.need_by.isoformat()}", one.register, one.ref, one.name,
        one.kind, quantity, one.unit, one.place, one.order_by, one.need_by,
        _share(cost.once.value, share) if cost and cost.once else None,
        _share(cost.year.value, share) if cost and cost.year else None,
    )  # fmt: skip


def _share(amount: object, share: Fraction) -> Decimal:
    assert isinstance(amount, Decimal)
    exact = Fraction(amount) * share
    return cents(Decimal(exact.numerator) / Decimal(exact.denominator))
