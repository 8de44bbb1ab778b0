"""Questions asked of the solver are answered as by trying every portfolio."""

import random
from dataclasses import replace
from decimal import Decimal
from functools import partial

import pytest

from fullscore.engine.budget import solver
from fullscore.engine.budget.alternatives import alternatives
from fullscore.engine.budget.clashes import clash
from fullscore.engine.budget.cuts import cut, more
from fullscore.engine.budget.frontier import frontier
from fullscore.engine.budget.prices import prices
from fullscore.engine.budget.problem import Pin, Problem
from fullscore.engine.budget.reasons import Because, reasons
from fullscore.engine.budget.saying import keys_of
from fullscore.engine.budget.solution import Status
from tests.engine.budget import exhaustive, generated
from tests.engine.budget.exhaustive import kept

EXACT = partial(solver.best, gap=1e-9, limit=30.0)
SEEDS = range(3)
_STEP = Decimal(20_000)


def _asked(seed: int) -> Problem:
    dice = random.Random(seed)  # noqa: S311  dice of a test hide nothing
    return generated.problem(dice, proposals=6, ways=2, scenarios=4, needs=2, excludes=1, share=0.6)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_cut_loses_as_little_as_any_could_and_more_brings_as_much(seed: int) -> None:
    asked = _asked(seed)
    base = EXACT(asked)
    assert base.figures is not None
    for question in (partial(cut, most=1), more):
        found = question(asked, base, _STEP, best=EXACT)
        tried = question(asked, base, _STEP, best=exhaustive.best)
        assert (found.after is None) == (tried.after is None)
        if found.after is not None and tried.after is not None:
            assert found.after.value == pytest.approx(tried.after.value, abs=0.01)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_frontier_is_the_one_found_by_trying_all(seed: int) -> None:
    asked, totals = _asked(seed), [_STEP * step for step in range(4)]
    found, tried = (frontier(asked, totals, best=each) for each in (EXACT, exhaustive.best))
    assert [each.value for each in found.points] == pytest.approx([each.value for each in tried.points])
    assert found.impossible == tried.impossible


@pytest.mark.parametrize("seed", SEEDS)
def test_alternatives_reasons_and_prices_agree(seed: int) -> None:
    asked = _asked(seed)
    pinned = replace(asked.proposals[0].options[0], pin=Pin.PINNED)
    first = replace(asked.proposals[0], options=(pinned, *asked.proposals[0].options[1:]))
    asked = replace(asked, proposals=(first, *asked.proposals[1:]))
    base = EXACT(asked)
    if base.figures is None:
        assert next(kept(asked), None) is None
        return
    found, tried = (alternatives(asked, base, best=each) for each in (EXACT, exhaustive.best))
    assert [each.lost for each in found] == pytest.approx([each.lost for each in tried], abs=0.01)
    paid, also = (prices(asked, base, best=each) for each in (EXACT, exhaustive.best))
    assert [each.price for each in paid] == pytest.approx([each.price for each in also], abs=0.01)
    for one, other in zip(
        *(reasons(asked, base, best=each) for each in (EXACT, exhaustive.best)), strict=True
    ):
        assert one.proposal == other.proposal
        # Which of several equally good ones is pushed out may differ; what that costs may not.
        alike = {Because.BETTER, Because.LIMIT, Because.ALIKE}
        assert one.because == other.because or {one.because, other.because} <= alike
        assert one.worse == (None if other.worse is None else pytest.approx(other.worse, abs=0.01))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_clash_is_irreducible(seed: int) -> None:
    asked = _asked(seed)
    law = replace(asked, proposals=tuple(replace(each, is_mandatory=True) for each in asked.proposals))
    if EXACT(law).status is not Status.IMPOSSIBLE:
        law = replace(law, budgets=(Decimal(1), *law.budgets[1:]))
    found = clash(law, best=EXACT)
    assert found.is_proven
    alone = replace(law, dropped=frozenset(key for key in keys_of(law) if key not in found.keys))
    assert next(kept(alone), None) is None
    for key in found.keys:
        assert next(kept(replace(alone, dropped=alone.dropped | {key})), None) is not None
