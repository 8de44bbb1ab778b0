"""What a decision made beforehand costs: the value a year without it, less the value with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from fullscore.engine.budget.asking import Best, chosen_of, dropped
from fullscore.engine.budget.problem import Problem
from fullscore.engine.budget.saying import Names, keys_of, label, pins_of, subject_of
from fullscore.engine.budget.solution import Solution
from fullscore.engine.findings.finding import Basis, Finding, Value

_ANY = Names()
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Price:
    """What a rule costs a year, never below 0; `relaxed` is what would be best without it."""

    key: str
    price: float
    relaxed: Solution
    finding: Finding


def prices(
    problem: Problem,
    solution: Solution,
    keys: Iterable[str] | None = None,
    *,
    best: Best,
    names: Names = _ANY,
) -> tuple[Price, ...]:
    """Return what each rule costs a year, dearest first; without `keys`: every pin.

    A price within the gap of the proofs is 0. Raises `NothingChosenError` without a portfolio.
    """
    chosen_of(solution)
    asked = [key for key in (pins_of(problem) if keys is None else keys) if key in keys_of(problem)]
    found = [_price(problem, solution, key, best, names) for key in asked]
    return tuple(sorted(found, key=lambda each: (-each.price, each.key)))


def _price(problem: Problem, solution: Solution, key: str, best: Best, names: Names) -> Price:
    relaxed = best(dropped(problem, key), hint=solution.chosen)
    now, then = chosen_of(solution), chosen_of(relaxed)
    unsure = (solution.gap + 1e-12) * (abs(now.value) + now.loss)
    more = then.value - now.value
    price = more if more > unsure else 0.0
    code = "budget-rule-costs" if price else "budget-rule-costs-nothing"
    cost = Decimal(repr(price)).quantize(_CENT)
    values: dict[str, Value] = {"rule": label(problem, key, names), "cost": cost, "currency": names.currency}
    return Price(key, price, relaxed, Finding(code, subject_of(key), values, basis=Basis.EXPECTED))
