"""What is lost when a year has less money, and what more money would bring.

A cut counts from what the portfolio spends in the year: money nobody meant to spend anyway is no cut. All
else may change as well, so the answer is the best portfolio of the smaller budget and thereby the cheapest
way to cut.
"""

from dataclasses import dataclass
from decimal import Decimal

from fullscore.engine.budget.alternatives import Alternative, alternatives
from fullscore.engine.budget.asking import Best, chosen_of, of_year, with_budget, without
from fullscore.engine.budget.clashes import Clash, clash
from fullscore.engine.budget.lines import Line, lines, together, worth
from fullscore.engine.budget.options import pinned, taken
from fullscore.engine.budget.problem import Option, Problem, Proposal
from fullscore.engine.budget.saying import Names
from fullscore.engine.budget.solution import Figures, Solution, Status

ALIKE = 2
KEPT = 3
_ANY = Names()


@dataclass(frozen=True, slots=True)
class Kept:
    """Something dear that stays: why it is not that which falls out.

    A year is worse by `without` if it alone were dropped. `instead` is what the cut would lose if this went
    and the money it frees went to the best of the rest; None: the rule `key` holds it.
    """

    proposal: str
    name: str
    option: Option
    spend: Decimal
    without: float
    instead: float | None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """What becomes of it; parts of `falls` sum to `saved` and `lost`.

    `after` None: nothing keeps to so little, and `clash` says why; without it time was up before anything was
    found.
    """

    year: int
    amount: Decimal
    budget: Decimal
    falls: tuple[Line, ...]
    saved: Decimal
    lost: float
    before: Figures
    after: Figures | None
    solution: Solution
    alternatives: tuple[Alternative, ...] = ()
    kept: tuple[Kept, ...] = ()
    clash: Clash | None = None


@dataclass(frozen=True, slots=True)
class More:
    """The next best use of more money; `comes` may hold what makes room. Parts sum to the whole."""

    year: int
    amount: Decimal
    budget: Decimal
    comes: tuple[Line, ...]
    spent: Decimal
    gained: float
    before: Figures
    after: Figures
    solution: Solution


def cut(
    problem: Problem, base: Solution, amount: Decimal, *, best: Best, year: int = 0, most: int = KEPT,
    names: Names = _ANY,
) -> Cut:  # fmt: skip
    """Return what falls out when a year has `amount` less than `base` spends in it.

    Names the `most` dearest that stay. Raises `NothingChosenError` where `base` has no portfolio.
    """
    before = chosen_of(base)
    budget = of_year(before.spends, year) - amount
    smaller = with_budget(problem, year, budget)
    after = best(smaller)
    if after.figures is None:
        is_known = after.status is Status.IMPOSSIBLE
        stuck = clash(smaller, best=best, names=names) if is_known else None
        return Cut(year, amount, budget, (), Decimal(0), 0.0, before, None, after, clash=stuck)
    falls = lines(problem, base.chosen, after.chosen, year)
    alike = alternatives(smaller, after, best=best, most=ALIKE, year=year)
    kept = _Smaller(smaller, base, after, year).kept(best, most)
    return Cut(year, amount, budget, falls, *together(falls), before, after.figures, after, alike, kept)


def more(problem: Problem, base: Solution, amount: Decimal, *, best: Best, year: int = 0) -> More:
    """Return what comes in when a year's budget is `amount` higher (without one: what `base` spends is).

    Raises `NothingChosenError` where `base` has no portfolio.
    """
    before = chosen_of(base)
    limit = problem.budgets[year] if year < len(problem.budgets) else None
    budget = (of_year(before.spends, year) if limit is None else limit) + amount
    after = best(with_budget(problem, year, budget), hint=base.chosen)
    comes = lines(problem, base.chosen, after.chosen, year)
    saved, lost = together(comes)
    return More(year, amount, budget, comes, -saved, -lost, before, chosen_of(after), after)


@dataclass(frozen=True, slots=True)
class _Smaller:
    """A problem with less money in a year: the portfolio before, and the best one now."""

    problem: Problem
    base: Solution
    after: Solution
    year: int

    def spend(self, proposal: Proposal) -> Decimal:
        return of_year(taken(self.problem, self.after.chosen)[proposal.ref].spends, self.year)

    def kept(self, best: Best, most: int) -> tuple[Kept, ...]:
        """Return the dearest that stay as they were."""
        before, after = self.base.chosen, self.after.chosen
        stays = [each for each in self.problem.proposals if before[each.ref] == after[each.ref]]
        dear = sorted(
            (each for each in stays if self.spend(each)), key=lambda each: (-self.spend(each), each.ref)
        )
        return tuple(self._stays(each, best) for each in dear[:most])

    def _stays(self, proposal: Proposal, best: Best) -> Kept:
        option = taken(self.problem, self.after.chosen)[proposal.ref]
        key = _holds(self.problem, proposal)
        other = None if key else best(without(self.problem, proposal.ref)).figures
        instead = None if other is None else chosen_of(self.base).value - other.value
        alone = worth(self.problem, self.after.chosen, proposal.ref)
        return Kept(proposal.ref, proposal.name, option, self.spend(proposal), alone, instead, key)


def _holds(problem: Problem, proposal: Proposal) -> str | None:
    """Return the rule that forbids to drop the proposal: a law, or somebody's pin."""
    ways = sorted(pinned(option for option in proposal.options if not option.is_nothing))
    keys = [f"pin:{way}" for way in ways] + ([f"mandatory:{proposal.ref}"] if proposal.is_mandatory else [])
    return next((key for key in keys if key not in problem.dropped), None)
