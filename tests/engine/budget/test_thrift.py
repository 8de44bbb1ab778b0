"""Of portfolios that are worth the same, the one that costs less."""

from hypothesis import assume, given
from hypothesis import strategies as st

from fullscore.engine.budget.breaking import broken
from fullscore.engine.budget.figures import figures
from fullscore.engine.budget.problem import Problem, Purpose
from fullscore.engine.budget.thrift import thrifty
from tests.engine.budget.exhaustive import kept
from tests.engine.budget.generated_small import problems
from tests.engine.budget.small import D, needs, one, part, problem, proposal, way


def test_a_law_is_kept_in_the_cheaper_way() -> None:
    law = proposal("audit", way("external", 9), way("ours", 4), is_mandatory=True)
    assert thrifty(problem(law), {"audit": "external"}) == {"audit": "ours"}


def test_a_control_is_not_bought_twice() -> None:
    asked = problem(
        one("keys", 3, controls="keys"),
        one("more-keys", 5, controls="keys"),
        parts=(part("fraud", 100, keys=0.5),),
    )
    bought = {"keys": "do-keys", "more-keys": "do-more-keys"}
    assert thrifty(asked, bought) == {"keys": "do-keys", "more-keys": "more-keys:nothing"}


def test_what_something_needs_stays() -> None:
    asked = problem(one("shop", 2, 9), one("link", 3), ties=(needs("shop", "link"),))
    chosen = {"shop": "do-shop", "link": "do-link"}
    assert thrifty(asked, chosen) == chosen


def test_what_keeps_a_floor_stays() -> None:
    asked = problem(
        one("shop", 5, 9), proposal("lock", way("keys", 5), purpose=Purpose.SECURE),
        floors={Purpose.SECURE: D("0.5")},
    )  # fmt: skip
    chosen = {"shop": "do-shop", "lock": "keys"}
    assert thrifty(asked, chosen) == chosen


@given(problems(), st.data())
def test_never_worth_less_never_dearer_and_never_against_a_rule(asked: Problem, data: st.DataObject) -> None:
    allowed = list(kept(asked))
    assume(allowed)
    portfolio = data.draw(st.sampled_from(allowed))
    before, after = figures(asked, portfolio), figures(asked, found := thrifty(asked, portfolio))
    assert after.value >= before.value
    assert sum(after.spends) <= sum(before.spends)
    assert broken(asked, found) == ()
    assert thrifty(asked, found) == found
