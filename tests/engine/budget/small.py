"""Small problems in a few words, for what is shown by example."""

import math
from decimal import Decimal

from fullscore.engine.budget.problem import Option, Pin, Problem, Proposal, Purpose, Tie
from fullscore.engine.risk.scenario import Part

D = Decimal


def way(
    ref: str, spends: int | tuple[int, ...] = 0, goal: int = 0, *, avoided: int = 0,
    hours: tuple[int, ...] = (),
    controls: str = "", starts: int = 0, pin: Pin = Pin.FREE, of: str = "", is_nothing: bool = False,
) -> Option:  # fmt: skip
    """Return an option; `controls` are words, `of` is the way it is a later start of."""
    amounts = (spends,) if isinstance(spends, int) else spends
    return Option(
        ref, ref.title(), of, is_nothing, tuple(map(D, amounts)), tuple(map(D, hours)), D(goal), D(avoided),
        frozenset(controls.split()), starts, pin,
    )  # fmt: skip


def proposal(
    ref: str, *options: Option, purpose: Purpose = Purpose.GROW, is_mandatory: bool = False
) -> Proposal:
    return Proposal(ref, ref.title(), purpose, options, is_mandatory)


def one(ref: str, spends: int = 0, goal: int = 0, **more: str) -> Proposal:
    """Return a proposal with one way, called do-<ref>."""
    return proposal(ref, way(f"do-{ref}", spends, goal, **more))  # type: ignore[arg-type]  # plain words


def part(scenario: str, amount: float, **less: float) -> Part:
    """Return a part of the expected loss, with what each control takes off it."""
    return Part(
        scenario, f"scenarios:{scenario}", "loss", amount, {ref: math.log(1 - by) for ref, by in less.items()}
    )


def problem(*proposals: Proposal, budget: int | None = None, **rest: object) -> Problem:
    """Return a problem with a budget of its first year."""
    return Problem(proposals, () if budget is None else (D(budget),), **rest)  # type: ignore[arg-type]  # passed on


def needs(one_ref: str, other: str) -> Tie:
    return Tie(f"{one_ref}-needs-{other}", one_ref, other)


def excludes(one_ref: str, other: str) -> Tie:
    return Tie(f"{one_ref}-excludes-{other}", one_ref, other, is_needed=False)
