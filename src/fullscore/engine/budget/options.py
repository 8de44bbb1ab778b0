"""Options of a proposal as they are counted everywhere: doing nothing is always one, a way is one row."""

from collections.abc import Iterable, Mapping

from fullscore.engine.budget.problem import Option, Pin, Problem, Proposal
from fullscore.engine.budget.solution import Portfolio

NOTHING = "Do nothing"


def nothing_of(proposal: Proposal) -> Option:
    """Return the option that does nothing: the one written down, else one without cost or gain."""
    written = next((option for option in proposal.options if option.is_nothing), None)
    return written or Option(f"{proposal.ref}:nothing", NOTHING, is_nothing=True)


def options_of(proposal: Proposal) -> tuple[Option, ...]:
    """Return all options, doing nothing first."""
    nothing = nothing_of(proposal)
    return (nothing, *(option for option in proposal.options if option.ref != nothing.ref))


def way_of(option: Option) -> str:
    """Return the row the option stands for; an option of its own is its own way."""
    return option.way or option.ref


def taken(problem: Problem, portfolio: Portfolio) -> Mapping[str, Option]:
    """Return the option taken of each proposal, by its ref; raises `KeyError` for one nobody knows."""
    found = {}
    for proposal in problem.proposals:
        by_ref = {option.ref: option for option in options_of(proposal)}
        found[proposal.ref] = by_ref[portfolio[proposal.ref]]
    return found


def pinned(options: Iterable[Option]) -> frozenset[str]:
    """Return the ways somebody pinned."""
    return frozenset(way_of(option) for option in options if option.pin is Pin.PINNED)


def apart(problem: Problem, one: Portfolio, other: Portfolio) -> tuple[str, ...]:
    """Return the proposals done in different ways; one that only starts at another time is none of them."""
    first, second = taken(problem, one), taken(problem, other)
    return tuple(ref for ref, option in first.items() if way_of(option) != way_of(second[ref]))
