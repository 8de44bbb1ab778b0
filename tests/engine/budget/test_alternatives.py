"""Portfolios nearly as good: few, near, and truly others."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import assume, given

from fullscore.engine.budget.alternatives import MOST, WITHIN, alternatives
from fullscore.engine.budget.asking import NothingChosenError
from fullscore.engine.budget.breaking import broken
from fullscore.engine.budget.figures import figures
from fullscore.engine.budget.options import apart
from fullscore.engine.budget.problem import Problem
from tests.engine.budget.exhaustive import best, kept
from tests.engine.budget.generated_small import problems
from tests.engine.budget.small import one, problem, proposal, way


def test_almost_as_good_keeps_the_printers_and_drops_the_training() -> None:
    asked = problem(one("printers", 5, 310), one("training", 5, 309), one("crm", 5, 40_000), budget=10)
    (found,) = alternatives(asked, best(asked), best=best)
    assert [(each.name, each.how) for each in found.lines] == [
        ("Printers", "falls out"), ("Training", "comes in"),
    ]  # fmt: skip
    assert found.lost == pytest.approx(1)


def test_what_is_only_one_proposal_apart_is_no_alternative() -> None:
    asked = problem(one("chairs", 0, 1), one("crm", 5, 40_000), budget=10)
    assert alternatives(asked, best(asked), best=best) == ()


def test_what_only_starts_later_is_no_alternative() -> None:
    starts = [
        proposal(ref, way(f"{ref}-1", 1, 500, of=ref), way(f"{ref}-2", 1, 500, of=ref, starts=1))
        for ref in "ab"
    ]
    asked = problem(*starts)
    assert alternatives(asked, best(asked), best=best) == ()


def test_at_most_five_are_told() -> None:
    asked = problem(*(one(ref, 1, 1_000) for ref in "abcdefgh"), budget=4)
    found = alternatives(asked, best(asked), best=best)
    assert len(found) == MOST
    assert all(len(apart(asked, one_.chosen, other.chosen)) > 1 for one_, other in combinations(found, 2))


def test_what_is_better_within_the_gap_of_the_proof_loses_nothing() -> None:
    asked = problem(one("a", 5, 99_996), one("b", 5, 100_001), one("c", 1, 5), one("d", 1, 1), budget=6)
    near = replace(best(asked), chosen={"a": "do-a", "b": "b:nothing", "c": "c:nothing", "d": "do-d"})
    near = replace(near, figures=figures(asked, near.chosen), gap=1e-4)
    found = alternatives(asked, near, best=best)
    assert found[0].figures.value == 100_006
    assert {each.lost for each in found} == {0}


def test_nothing_is_near_what_does_not_exist() -> None:
    law = problem(proposal("audit", way("external", 9), is_mandatory=True), budget=3)
    with pytest.raises(NothingChosenError):
        alternatives(law, best(law), best=best)


@given(problems())
def test_each_is_near_apart_and_allowed_and_none_was_left_out(asked: Problem) -> None:
    first = best(asked)
    assume(first.figures is not None)
    assert first.figures is not None
    found = alternatives(asked, first, best=best)
    span = WITHIN * (abs(first.figures.value) + first.figures.loss)
    every = [first.chosen, *(each.chosen for each in found)]
    assert all(-1e-9 <= each.lost <= span + 1e-6 for each in found)
    assert [each.lost for each in found] == sorted(each.lost for each in found)
    assert all(len(apart(asked, one_, other)) >= 2 for one_, other in combinations(every, 2))
    assert all(broken(asked, each) == () for each in every)
    left_out = best(asked, apart=every, at_least=first.figures.value - span)
    assert len(found) == MOST or left_out.figures is None
    assert next(kept(asked), None) is not None
