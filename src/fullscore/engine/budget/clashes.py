"""Why nothing can be chosen at all: rules that clash, none of which may be left out of the reason.

A deletion filter: rules are let go as long as nothing can be chosen still. What is left is irreducible:
without any one of them there is a portfolio. They are let go by halves first: most have no part in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from fullscore.engine.budget.asking import Best, dropped, of_year
from fullscore.engine.budget.problem import Option, Problem
from fullscore.engine.budget.saying import Names, keys_of, rule
from fullscore.engine.budget.solution import Solution, Status
from fullscore.engine.findings.finding import Finding

_ANY = Names()


class NoClashError(ValueError):
    """Asked what clashes, and there is a portfolio that keeps all rules."""


@dataclass(frozen=True, slots=True)
class Clash:
    """The keys of the rules that clash, and each in words with its repair.

    Not proven: time was up while one was let go, so it may be named without need.
    """

    keys: tuple[str, ...]
    findings: tuple[Finding, ...]
    is_proven: bool


def clash(problem: Problem, *, best: Best, names: Names = _ANY) -> Clash:
    """Return an irreducible set of rules that no portfolio keeps; raises `NoClashError` where one does."""
    search, keys = _Search(_bare(problem), best), keys_of(problem)
    if not search.is_impossible(()) and search.is_proven:
        raise NoClashError
    # Where time was up at once, each question would take as long: all rules are named.
    kept = search.needed(keys, keys) if search.is_proven else list(keys)
    others = [key for key in keys if key not in kept]
    findings = tuple(rule(problem, key, names, _needed(dropped(problem, *others), key, best)) for key in kept)
    return Clash(tuple(kept), findings, search.is_proven)


class _Search:
    """Lets rules go; remembers whether every question was answered for certain."""

    def __init__(self, problem: Problem, best: Best) -> None:
        self.problem, self.best, self.is_proven = problem, best, True

    def needed(self, doubted: Sequence[str], all_keys: Sequence[str]) -> list[str]:
        """Return those of the doubted rules that stay, all others of `all_keys` held."""
        self._held = list(all_keys)
        self._thin(list(doubted))
        return self._held

    def _thin(self, doubted: list[str]) -> None:
        if not doubted:
            return
        left = [key for key in self._held if key not in doubted]
        if self.is_impossible([key for key in keys_of(self.problem) if key not in left]):
            self._held = left
        elif len(doubted) > 1:
            middle = len(doubted) // 2
            self._thin(doubted[:middle])
            self._thin(doubted[middle:])

    def is_impossible(self, let_go: Sequence[str]) -> bool:
        found = self.best(dropped(self.problem, *let_go))
        if found.status is not Status.IMPOSSIBLE and found.figures is None:
            self.is_proven = False
        return found.status is Status.IMPOSSIBLE


def _bare(problem: Problem, year: int | None = None, quarter: int | None = None) -> Problem:
    """Return the problem where options are worth nothing, or the less the more they take of something."""

    def plain(option: Option) -> Option:
        taken = of_year(option.spends, year) if year is not None else Decimal(0)
        taken += of_year(option.hours, quarter) if quarter is not None else Decimal(0)
        return replace(option, goal_value=-taken, cost_avoided=Decimal(0))

    proposals = tuple(
        replace(each, options=tuple(plain(option) for option in each.options)) for each in problem.proposals
    )
    return replace(problem, proposals=proposals, parts=())


def _needed(problem: Problem, key: str, best: Best) -> Decimal | None:
    """Return the least money or hours with which the other rules of the clash can be kept."""
    kind, _, ref = key.partition(":")
    if kind not in {"budget", "hours"}:
        return None
    place = int(ref)
    bare = _bare(problem, place, None) if kind == "budget" else _bare(problem, None, place)
    found = best(dropped(bare, key))
    return _taken(found, kind, place) if found.status is Status.PROVEN else None


def _taken(found: Solution, kind: str, place: int) -> Decimal | None:
    if found.figures is None:
        return None
    return of_year(found.figures.spends if kind == "budget" else found.figures.hours, place)
