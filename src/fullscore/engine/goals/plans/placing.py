"""Orders to place: of each planned order the part every accepted goal has in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fullscore.engine.goals.orders.requirement import Requirement
from fullscore.engine.goals.plans.lines import share_of, whole_of
from fullscore.engine.goals.plans.plan import Plan


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
    ours = [peg.goal for peg in one.pegs if peg.goal in goals and peg.quantity > 0]
    for goal in ours[:1] if one.kind == "level" else ours:
        share = whole_of(one) if one.kind == "level" else share_of(one, goal)
        yield Placed(
            goal, one.id, one.register, one.ref, one.name, one.kind, share.quantity, one.unit, one.place,
            one.order_by, one.need_by, share.once, share.year,
        )  # fmt: skip
