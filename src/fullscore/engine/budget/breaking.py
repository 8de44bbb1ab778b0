"""Which rules a portfolio breaks: read from the problem again, by code that knows no model and no solver."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from fullscore.engine.budget.figures import figures
from fullscore.engine.budget.options import taken, way_of
from fullscore.engine.budget.problem import Option, Pin, Problem
from fullscore.engine.budget.solution import Broken, Figures, Portfolio

_ONE, _NONE = Decimal(1), Decimal(0)


def broken(problem: Problem, portfolio: Portfolio) -> tuple[Broken, ...]:
    """Return every rule it breaks that was not let go, budgets first; `KeyError` for an unknown option."""
    options = taken(problem, portfolio)
    found = figures(problem, portfolio)
    every = (
        *_over("budget", problem.budgets, found.spends), *_over("hours", problem.hours, found.hours),
        *_shares(problem, found), *_mandatory(problem, options), *_pins(problem, options),
        *_ties(problem, options),
    )  # fmt: skip
    return tuple(each for each in every if each.key not in problem.dropped)


def _over(word: str, limits: tuple[Decimal | None, ...], taken_: tuple[Decimal, ...]) -> Iterator[Broken]:
    for place, (limit, amount) in enumerate(zip(limits, taken_, strict=False)):
        if limit is not None and amount > limit:
            yield Broken(f"{word}:{place}", limit, amount)


def _shares(problem: Problem, found: Figures) -> Iterator[Broken]:
    whole = sum(found.by_purpose.values(), _NONE)
    for purpose, share in problem.floors.items():
        amount = found.by_purpose.get(purpose.value, _NONE)
        if amount < share * whole:
            yield Broken(f"floor:{purpose.value}", share * whole, amount)
    for purpose, share in problem.ceilings.items():
        amount = found.by_purpose.get(purpose.value, _NONE)
        if amount > share * whole:
            yield Broken(f"ceiling:{purpose.value}", share * whole, amount)


def _mandatory(problem: Problem, options: Mapping[str, Option]) -> Iterator[Broken]:
    for proposal in problem.proposals:
        if proposal.is_mandatory and options[proposal.ref].is_nothing:
            yield Broken(f"mandatory:{proposal.ref}", _ONE, _NONE)


def _pins(problem: Problem, options: Mapping[str, Option]) -> Iterator[Broken]:
    for proposal in problem.proposals:
        way = way_of(options[proposal.ref])
        for wanted in sorted({way_of(each) for each in proposal.options if each.pin is Pin.PINNED}):
            if way != wanted:
                yield Broken(f"pin:{wanted}", _ONE, _NONE)
        if any(way_of(each) == way and each.pin is Pin.FORBIDDEN for each in proposal.options):
            yield Broken(f"pin:{way}", _NONE, _ONE)


def _ties(problem: Problem, options: Mapping[str, Option]) -> Iterator[Broken]:
    done = {ref for ref, option in options.items() if not option.is_nothing}
    done |= {way_of(option) for option in options.values()}
    for tie in problem.ties:
        if tie.is_needed and tie.one in done and tie.other not in done:
            yield Broken(f"needs:{tie.ref}", _ONE, _NONE)
        if not tie.is_needed and tie.one in done and tie.other in done:
            yield Broken(f"excludes:{tie.ref}", _ONE, Decimal(2))
