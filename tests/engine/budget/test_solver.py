"""The best portfolio: as good as trying every one, by the rules, and honest about what is not known."""

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.budget.breaking import broken
from fullscore.engine.budget.options import apart
from fullscore.engine.budget.problem import Pin, Problem, Purpose
from fullscore.engine.budget.solution import Status
from fullscore.engine.budget.solver import GAP, best
from tests.engine.budget import exhaustive
from tests.engine.budget.generated import problem as drawn
from tests.engine.budget.generated_small import problems
from tests.engine.budget.small import excludes, needs, one, part, problem, proposal, way

D = Decimal


def value(told: Problem) -> float:
    """Return the value of the best portfolio, less than any where there is none."""
    found = best(told)
    assert found.status is not Status.FOUND
    return found.figures.value if found.figures else float("-inf")


def close(told: Problem, amount: float) -> float:
    """Return how far two proven values of one problem may lie apart."""
    return GAP * (abs(amount) + sum(each.amount for each in told.parts)) + 1e-9


@given(problems())
def test_nothing_that_can_be_tried_is_better(told: Problem) -> None:
    found, tried = best(told), exhaustive.best(told)
    assert found.status is tried.status
    if found.figures and tried.figures:
        assert broken(told, found.chosen) == ()
        assert found.figures.value == pytest.approx(tried.figures.value, abs=close(told, tried.figures.value))
        assert found.bound >= tried.figures.value - 1e-6


@given(problems(), st.integers(0, 1), st.integers(1, 9).map(Decimal))
def test_more_money_is_never_worse(told: Problem, year: int, more: Decimal) -> None:
    budgets = [each if at != year or each is None else each + more for at, each in enumerate(told.budgets)]
    before = value(told)
    assert value(replace(told, budgets=tuple(budgets))) >= before - close(told, before)


@given(problems())
def test_letting_go_of_all_pins_is_never_worse(told: Problem) -> None:
    keys = {f"pin:{option.ref}" for each in told.proposals for option in each.options}
    before = value(told)
    assert value(replace(told, dropped=frozenset(keys))) >= before - close(told, before)


@given(problems())
def test_another_portfolio_differs_in_two_proposals(told: Problem) -> None:
    first = best(told)
    if first.status is Status.IMPOSSIBLE:
        return
    other, tried = best(told, apart=[first.chosen]), exhaustive.best(told, apart=[first.chosen])
    assert other.status is tried.status
    if other.figures and tried.figures:
        assert len(apart(told, first.chosen, other.chosen)) >= 2
        assert other.figures.value == pytest.approx(tried.figures.value, abs=close(told, tried.figures.value))


def test_two_controls_on_one_loss_are_not_worth_their_sum() -> None:
    # Each alone takes 80 of 100; both together 96, so the second is worth 16 and the tool brings 30.
    told = problem(
        one("backup", 10, controls="backup"), one("watch", 10, controls="watch"), one("tool", 10, 30),
        budget=20, parts=(part("ransomware", 100, backup=0.8, watch=0.8),),
    )  # fmt: skip
    by_sum = problem(one("backup", 10, 80), one("watch", 10, 80), one("tool", 10, 30), budget=20)
    assert best(by_sum).chosen == {"backup": "do-backup", "watch": "do-watch", "tool": "tool:nothing"}
    found = best(told)
    assert found.chosen["tool"] == "do-tool"
    assert {found.chosen["backup"], found.chosen["watch"]} & {"do-backup", "do-watch"}
    assert found.figures
    assert found.figures.value == pytest.approx(30 - 20)


def test_a_control_is_not_bought_twice() -> None:
    told = problem(
        one("cloud", 10, controls="backup"), one("tape", 8, controls="backup"),
        budget=20, parts=(part("fire", 100, backup=0.5),),
    )  # fmt: skip
    assert best(told).chosen == {"cloud": "cloud:nothing", "tape": "do-tape"}


def test_what_is_mandatory_is_done_the_cheaper_way() -> None:
    told = problem(proposal("law", way("form", 4), way("tool", 9), is_mandatory=True), budget=20)
    assert best(told).chosen == {"law": "form"}


def test_needs_and_excludes_hold_for_ways_and_proposals() -> None:
    told = problem(
        proposal("erp", way("cloud", 10, 50), way("house", 10, 20)), one("line", 5), one("server", 3, 4),
        budget=20, ties=(needs("cloud", "line"), excludes("cloud", "server")),
    )  # fmt: skip
    assert best(told).chosen == {"erp": "cloud", "line": "do-line", "server": "server:nothing"}
    without = best(replace(told, budgets=(D(14),)))
    assert without.chosen == {"erp": "house", "line": "line:nothing", "server": "do-server"}


def test_a_floor_is_a_share_of_what_is_spent() -> None:
    told = problem(
        one("app", 80, 100),
        proposal("wall", way("small", 10, 1), way("large", 25, 1), purpose=Purpose.SECURE),
        budget=120, floors={Purpose.SECURE: D("0.2")},
    )  # fmt: skip
    assert best(told).chosen == {"app": "do-app", "wall": "large"}


def test_a_pin_is_kept_and_one_let_go_is_not() -> None:
    told = problem(proposal("erp", way("keep", 1, 1, pin=Pin.PINNED), way("new", 1, 9)), budget=2)
    assert best(told).chosen == {"erp": "keep"}
    assert best(replace(told, dropped=frozenset({"pin:keep"}))).chosen == {"erp": "new"}


def test_all_starts_as_early_as_money_and_hours_allow() -> None:
    def staged(ref: str) -> tuple[object, ...]:
        return tuple(way(f"{ref}{at}", 0, 5, hours=(*(0,) * at, 10), starts=at, of=ref) for at in range(3))

    told = problem(
        proposal("a", *staged("a")), proposal("b", *staged("b")),  # type: ignore[arg-type]  # options
        hours=(D(10), D(10), D(10)),
    )  # fmt: skip
    found = best(told)
    assert sorted(ref[1] for ref in found.chosen.values()) == ["0", "1"]


def test_where_no_portfolio_keeps_the_rules_none_is_made_up() -> None:
    told = problem(proposal("law", way("form", 30), is_mandatory=True), budget=20)
    found = best(told)
    assert (found.status, found.chosen, found.figures) == (Status.IMPOSSIBLE, {}, None)
    assert best(replace(told, dropped=frozenset({"budget:0"}))).chosen == {"law": "form"}


def test_a_value_nobody_reaches_is_impossible() -> None:
    told = problem(one("erp", 10, 50), budget=20)
    assert best(told, at_least=50).chosen == {"erp": "do-erp"}
    assert best(told, at_least=51).status is Status.IMPOSSIBLE


def test_time_that_is_up_leaves_what_was_found_and_an_honest_bound() -> None:
    told = drawn(Random(1), proposals=15, scenarios=6, needs=3, excludes=2)  # noqa: S311  no secret
    hint = {each.ref: f"{each.ref}:nothing" for each in told.proposals}
    hint = best(told, limit=0.05, hint=hint if not broken(told, hint) else None).chosen or hint
    found, proven = best(told, limit=0.02, hint=hint), best(told)
    assert proven.status is Status.PROVEN
    assert proven.figures
    assert found.figures
    assert broken(told, found.chosen) == ()
    assert found.figures.value <= proven.bound + 1e-6
    assert found.bound >= proven.figures.value - 1e-6
    assert found.status is Status.PROVEN or found.gap > GAP


def test_who_stops_keeps_what_was_found() -> None:
    told = drawn(Random(2), proposals=15, scenarios=6, needs=3, excludes=2)  # noqa: S311  no secret
    rounds: list[int] = []
    found = best(told, gap=0.0, stop=lambda: True, progress=lambda each, _gap: rounds.append(each))
    assert rounds == [1]
    assert found.figures
    assert broken(told, found.chosen) == ()
    assert found.bound >= best(told).figures.value - 1e-6  # type: ignore[union-attr]  # it has some


def test_the_same_question_has_the_same_answer() -> None:
    told = drawn(Random(3), proposals=15, scenarios=6, needs=3, excludes=2)  # noqa: S311  no secret
    assert best(told) == best(told)
