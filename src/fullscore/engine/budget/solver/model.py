"""The choice as a mixed-integer programme: one switch an option, one number a control, one a summand of loss.

Amounts are divided by the size of their row, so that a switch that is off by the solver's tolerance moves
no row by more than that.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import timedelta
from decimal import Decimal

from ortools.math_opt.python import mathopt

from fullscore.engine.budget.figures import worth
from fullscore.engine.budget.options import options_of, taken, way_of
from fullscore.engine.budget.problem import Option, Pin, Problem, Tie
from fullscore.engine.budget.solution import Portfolio
from fullscore.engine.budget.solver.losses import Line, Summand, first_lines, summands

_SEED = 20261123
_HALF = 0.5
Terms = Mapping[str, float]


class Model:
    """One programme, grown by lines of the loss and by portfolios that are out."""

    def __init__(self, problem: Problem, *, has_lines: Callable[[Summand], bool] = lambda _: True) -> None:
        self.problem = problem
        self.model = mathopt.Model(name="portfolio")
        self.options = {
            (proposal.ref, option.ref): option
            for proposal in problem.proposals
            for option in options_of(proposal)
        }
        self.switches = {key: self.model.add_binary_variable() for key in self.options}
        for proposal in problem.proposals:
            self.model.add_linear_constraint(self._sum(proposal.ref) == 1)
        self.controls = self._controls()
        self.fixed, self.summands = summands(problem.parts, self.controls)
        self.losses = [self.model.add_variable(lb=0.0) for _ in self.summands]
        for place, summand in enumerate(self.summands):
            for line in first_lines(summand) if has_lines(summand) else ():
                self.bound(place, line)
        self._rules()

    def _controls(self) -> dict[str, mathopt.Variable]:
        """Add a number for each control on offer: 1 as soon as one option that brings it is taken."""
        found = {}
        for ref in sorted({ref for option in self.options.values() for ref in option.controls}):
            found[ref] = self.model.add_variable(lb=0.0, ub=1.0)
            bringing = [self.switches[key] for key, option in self.options.items() if ref in option.controls]
            self.model.add_linear_constraint(found[ref] <= mathopt.fast_sum(bringing))
        return found

    def bound(self, place: int, line: Line) -> None:
        """Let one summand of the loss lie on or above a line."""
        size = max(abs(line.constant), *(abs(slope) for slope in line.slopes.values()), 1e-9)
        terms = mathopt.fast_sum(self.controls[ref] * (slope / size) for ref, slope in line.slopes.items())
        self.model.add_linear_constraint(self.losses[place] / size - terms >= line.constant / size)

    def value(self) -> mathopt.LinearSum:
        """Return goal value + cost avoided - bounded loss, without the loss no option lessens."""
        brought = [
            self.switches[key] * float(worth(option)) for key, option in self.options.items() if worth(option)
        ]
        return mathopt.fast_sum([*brought, *(-1.0 * loss for loss in self.losses)])

    def _sum(self, ref: str, fits: Callable[[Option], bool] = lambda _: True) -> mathopt.LinearSum:
        """Return how many options of a proposal, or of a way of one, are taken that fit."""
        return mathopt.fast_sum(
            self.switches[key]
            for key, option in self.options.items()
            if ref in {key[0], way_of(option)} and fits(option)
        )

    def _rules(self) -> None:
        problem = self.problem
        self._caps("budget", problem.budgets, lambda option: option.spends)
        self._caps("hours", problem.hours, lambda option: option.hours)
        self._shares()
        for proposal in problem.proposals:
            if proposal.is_mandatory and f"mandatory:{proposal.ref}" not in problem.dropped:
                self.model.add_linear_constraint(self._sum(proposal.ref, lambda each: each.is_nothing) == 0)
        for (ref, _), option in self.options.items():
            self._pin(ref, option)
        for tie in problem.ties:
            self._tie(tie)

    def _caps(
        self, word: str, limits: Sequence[Decimal | None], of: Callable[[Option], tuple[Decimal, ...]]
    ) -> None:
        for place, limit in enumerate(limits):
            if limit is None or f"{word}:{place}" in self.problem.dropped:
                continue
            size = max(float(limit), 1.0)
            takes = (
                self.switches[key] * (float(of(option)[place]) / size)
                for key, option in self.options.items()
                if len(of(option)) > place and of(option)[place]
            )
            self.model.add_linear_constraint(mathopt.fast_sum(takes) <= float(limit) / size)

    def _shares(self) -> None:
        purposes = {proposal.ref: proposal.purpose for proposal in self.problem.proposals}
        spent = {key: float(sum(option.spends)) for key, option in self.options.items()}
        size = max(*spent.values(), 1.0) if spent else 1.0
        for word, shares, sign in (("floor", self.problem.floors, 1), ("ceiling", self.problem.ceilings, -1)):
            for purpose, share in shares.items():
                if f"{word}:{purpose.value}" in self.problem.dropped:
                    continue
                over = (
                    self.switches[key]
                    * (sign * amount / size * ((purposes[key[0]] is purpose) - float(share)))
                    for key, amount in spent.items()
                    if amount
                )
                self.model.add_linear_constraint(mathopt.fast_sum(over) >= 0)

    def _pin(self, ref: str, option: Option) -> None:
        way = way_of(option)
        if option.pin is Pin.FREE or f"pin:{way}" in self.problem.dropped:
            return
        wanted = 1 if option.pin is Pin.PINNED else 0
        chosen = [
            self.switches[key] for key, each in self.options.items() if key[0] == ref and way_of(each) == way
        ]
        self.model.add_linear_constraint(mathopt.fast_sum(chosen) == wanted)

    def _tie(self, tie: Tie) -> None:
        word = "needs" if tie.is_needed else "excludes"
        if f"{word}:{tie.ref}" in self.problem.dropped:
            return
        one, other = (self._done(ref) for ref in (tie.one, tie.other))
        if tie.is_needed:
            self.model.add_linear_constraint(one <= other)
        else:
            self.model.add_linear_constraint(one + other <= 1)

    def _done(self, ref: str) -> mathopt.LinearSum:
        is_proposal = any(proposal.ref == ref for proposal in self.problem.proposals)
        return self._sum(ref, lambda option: not (is_proposal and option.is_nothing))

    def apart(self, portfolio: Portfolio, least: int) -> None:
        """Ask for `least` proposals or more that are done in another way."""
        ways = {ref: way_of(option) for ref, option in taken(self.problem, portfolio).items()}
        same = [self.switches[key] for key, option in self.options.items() if ways[key[0]] == way_of(option)]
        self.model.add_linear_constraint(mathopt.fast_sum(same) <= len(ways) - least)

    def without(self, portfolio: Portfolio) -> None:
        """Rule out one portfolio."""
        same = [self.switches[key] for key in portfolio.items()]
        self.model.add_linear_constraint(mathopt.fast_sum(same) <= len(same) - 1)

    def hold(self, portfolio: Portfolio) -> None:
        """Keep the way of every proposal; only starts are left to choose."""
        ways = {ref: way_of(option) for ref, option in taken(self.problem, portfolio).items()}
        for key, option in self.options.items():
            if way_of(option) != ways[key[0]]:
                self.model.add_linear_constraint(self.switches[key] == 0)

    def later(self) -> mathopt.LinearSum:
        """Return the sum of the quarters everything starts in."""
        return mathopt.fast_sum(
            self.switches[key] * float(option.starts) for key, option in self.options.items() if option.starts
        )

    def solved(self, seconds: float, gap: float) -> mathopt.SolveResult:
        """Run the solver with one seed: the same question has the same answer, unless the time is up."""
        asked = mathopt.SolveParameters(
            time_limit=timedelta(seconds=max(seconds, 0.01)), relative_gap_tolerance=gap,
            random_seed=_SEED,
        )  # fmt: skip
        return mathopt.solve(self.model, mathopt.SolverType.HIGHS, params=asked)

    def portfolio(self, values: Mapping[mathopt.Variable, float]) -> Portfolio:
        """Return the options that are switched on."""
        return {ref: option for (ref, option), each in self.switches.items() if values[each] > _HALF}


def brought(options: Iterable[Option]) -> Collection[str]:
    """Return all controls these options bring."""
    return {ref for option in options for ref in option.controls}


def uncovered(found: Sequence[Summand], losses: Sequence[float], controls: Collection[str]) -> list[int]:
    """Return the summands whose bound lies below their loss."""
    return [
        place
        for place, (summand, loss) in enumerate(zip(found, losses, strict=True))
        if loss < summand.left(controls) * (1 - 1e-9)
    ]
