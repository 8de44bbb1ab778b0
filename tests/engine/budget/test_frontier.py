"""What each budget brings: rising, and without a point that buys nothing."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.budget.asking import with_budget
from fullscore.engine.budget.frontier import frontier, totals
from fullscore.engine.budget.problem import Problem, Proposal
from fullscore.engine.budget.solution import Solution, Status
from tests.engine.budget.exhaustive import best, kept
from tests.engine.budget.generated_small import problems
from tests.engine.budget.small import D, one, problem, proposal, way

ASKED = problem(one("a", 10, 90), one("b", 20, 60), one("c", 30, 30), budget=30)


def test_each_total_brings_the_best_it_can_buy() -> None:
    found = frontier(ASKED, [D(0), D(10), D(30), D(60)], best=best)
    assert [(each.spend, each.value) for each in found.points] == [(0, 0), (10, 90), (30, 150), (60, 180)]
    assert (found.impossible, found.flat_from) == ((), None)


def test_money_that_buys_nothing_is_no_point_and_is_said() -> None:
    found = frontier(ASKED, [D(10), D(15), D(60), D(80), D(90)], best=best)
    assert [each.budget for each in found.points] == [10, 60]
    assert found.flat_from == D(80)


def test_totals_below_what_the_law_asks_are_named() -> None:
    law = problem(proposal("audit", way("external", 9), is_mandatory=True), one("a", 5, 9))
    found = frontier(law, [D(5), D(8), D(9), D(14)], best=best)
    assert found.impossible == (5, 8)
    assert [each.budget for each in found.points] == [9, 14]


def test_a_choice_that_was_not_proven_and_is_beaten_by_a_cheaper_one_is_no_point() -> None:
    def hasty(asked: Problem, **_: object) -> Solution:
        is_last = asked.budgets[0] == D(60)
        return best(with_budget(asked, 0, D(10))) if is_last else best(replace(asked, proposals=dear(asked)))

    def dear(asked: Problem) -> tuple[Proposal, ...]:
        return tuple(each if each.ref == "b" else replace(each, options=()) for each in asked.proposals)

    found = frontier(ASKED, [D(20), D(60)], best=hasty)
    assert [(each.budget, each.spend, each.value) for each in found.points] == [(60, 10, 90)]


def test_a_total_nothing_was_found_for_in_time_is_not_called_impossible() -> None:
    def hasty(asked: Problem, **_: object) -> Solution:
        return best(asked) if asked.budgets[0] == D(10) else Solution(Status.FOUND, {}, None, 0.0, 1.0)

    found = frontier(ASKED, [D(5), D(10)], best=hasty)
    assert (found.impossible, [each.budget for each in found.points]) == ((), [10])


def test_it_tells_how_far_it_is_and_stops_when_asked() -> None:
    told: list[float] = []
    found = frontier(
        ASKED, [D(10), D(20), D(30), D(60)], best=best, progress=told.append, stop=lambda: len(told) > 1
    )
    assert told == [0.25, 0.5]
    assert [each.budget for each in found.points] == [10]


def test_round_totals_up_to_all_that_is_worth_buying() -> None:
    found = totals(ASKED, best(ASKED), best=best, count=7)
    assert found == tuple(D(each) for each in (0, 10, 20, 30, 40, 50, 60))


def test_the_budget_and_what_is_spent_are_among_the_totals() -> None:
    asked = problem(one("a", 10_450, 9), one("b", 7_777, 9), one("c", 17_300, 9), budget=20_000)
    found = totals(asked, best(asked), best=best)
    assert {D(18_227), D(20_000)} <= set(found)
    assert found[-1] >= D(35_527)
    assert totals(problem(one("a", 0, 9)), best(problem(one("a", 0, 9))), best=best) == (D(0),)


@given(problems(), st.lists(st.integers(0, 40).map(D), min_size=1, max_size=6))
def test_points_rise_in_spend_and_value_and_nothing_allowed_beats_them(
    asked: Problem, wanted: list[Decimal]
) -> None:
    found = frontier(asked, wanted, best=best)
    for less, more in pairwise(found.points):
        assert (less.budget < more.budget, less.spend < more.spend, less.value < more.value) == (True,) * 3
    for total in wanted:
        bought = [each.value for each in found.points if each.budget <= total]
        solution = best(with_budget(asked, 0, total))
        assert (solution.figures is None) == (total in found.impossible)
        if solution.figures is not None:
            size = abs(solution.figures.value) + solution.figures.loss
            assert max(bought) >= solution.figures.value - 1e-4 * size - 1e-9
    assert all(next(kept(with_budget(asked, 0, total)), None) is None for total in found.impossible)
