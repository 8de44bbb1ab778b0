"""Bad years of portfolios: looked at with the same dice, and never called proven."""

from collections.abc import Collection, Sequence
from functools import partial

from fullscore.engine.budget.problem import Problem
from fullscore.engine.budget.tails import BadYear, candidates, examine
from fullscore.engine.risk.parts import parts
from fullscore.engine.risk.scenario import ActsOn, Effect, Range, Risks, Scenario
from fullscore.engine.risk.simulate import compared
from fullscore.engine.risk.simulation import Simulation
from tests.engine.budget.exhaustive import best
from tests.engine.budget.small import one, problem

RISKS = Risks(
    (Scenario("ransomware", "Ransomware", Range(0.1, 0.4), loss=Range(20_000, 400_000)),),
    effects=(
        Effect("copy", "scenarios:ransomware", ActsOn.LOSS, 0.6),
        Effect("watch", "scenarios:ransomware", ActsOn.FREQUENCY, 0.5),
    ),
)
QUICK = partial(compared, least_years=20_000, most_years=20_000)
ASKED: Problem = problem(
    one("room", 9, 30_000), one("copy", 9, controls="copy"), one("watch", 9, controls="watch"), budget=18,
    parts=parts(RISKS),
)  # fmt: skip
COSTLY = {"room": "do-room", "copy": "do-copy", "watch": "watch:nothing"}
SAFE = {"room": "room:nothing", "copy": "do-copy", "watch": "do-watch"}


def test_more_controls_never_make_any_year_worse() -> None:
    found = examine(ASKED, [COSTLY, SAFE], RISKS, compared=QUICK, seed=7)
    costly, safe = (each.simulation.gross for each in found.examined)
    assert all(safe.points[bad].value <= costly.points[bad].value for bad in (10, 100))
    assert safe.mean < costly.mean
    assert (found.count, found.seed, found.limit) == (2, 7, None)
    assert found.best is max(found.examined, key=lambda each: each.value)


def test_a_limit_of_a_bad_year_is_met_by_the_best_that_was_examined() -> None:
    free = examine(ASKED, [COSTLY, SAFE], RISKS, compared=QUICK, seed=7)
    bad = [each.simulation.net.points[100] for each in free.examined]
    limit = BadYear(100, (bad[0].value + bad[1].value) / 2)
    found = examine(ASKED, [COSTLY, SAFE], RISKS, compared=QUICK, seed=7, limit=limit)
    assert [each.is_within for each in found.examined] == [False, True]
    assert found.best is found.examined[1]
    assert found.examined[1].is_sure == (bad[1].high <= limit.amount)


def test_a_limit_nobody_meets_names_none() -> None:
    found = examine(ASKED, [COSTLY, SAFE], RISKS, compared=QUICK, seed=7, limit=BadYear(100, 1.0))
    assert (found.best, found.count) == (None, 2)


def test_a_limit_between_the_years_that_are_told_is_read_from_the_curve() -> None:
    seen = examine(ASKED, [SAFE], RISKS, compared=QUICK, seed=7)
    tenth, hundredth = (seen.examined[0].simulation.net.points[bad].value for bad in (10, 100))
    for amount, is_within in ((tenth, False), (hundredth, True)):
        (found,) = examine(
            ASKED, [SAFE], RISKS, compared=QUICK, seed=7, limit=BadYear(30, amount)
        ).examined  # fmt: skip
        assert (found.is_within, found.is_sure) == (is_within, None)


def test_what_brings_the_same_controls_is_simulated_once() -> None:
    asked_of: list[Sequence[Collection[str]]] = []

    def counting(risks: Risks, sets: Sequence[Collection[str]], *, seed: int) -> Sequence[Simulation]:
        asked_of.append(sets)
        return QUICK(risks, sets, seed=seed)

    poorer = {**COSTLY, "room": "room:nothing"}
    found = examine(ASKED, [COSTLY, poorer, SAFE], RISKS, compared=counting, seed=7)
    assert [len(sets) for sets in asked_of] == [2]
    assert found.examined[0].simulation is found.examined[1].simulation


def test_safer_ones_are_looked_for_beside_the_best() -> None:
    first = best(ASKED).chosen
    found = candidates(ASKED, [first], best=best)
    assert found[0] == first
    assert SAFE in found
    assert len(found) == len({tuple(sorted(each.items())) for each in found})


def test_nothing_examined_is_no_answer() -> None:
    found = examine(ASKED, [], RISKS, compared=QUICK, seed=7)
    assert (found.count, found.best) == (0, None)
