"""Why nothing can be chosen at all: named in as few rules as there are to name, each with its repair."""

import pytest
from hypothesis import assume, given

from fullscore.engine.budget.asking import dropped
from fullscore.engine.budget.clashes import NoClashError, clash
from fullscore.engine.budget.problem import Pin, Problem, Purpose
from fullscore.engine.budget.saying import Names, keys_of
from fullscore.engine.budget.solution import Solution, Status
from fullscore.engine.findings.sentences_en import say
from tests.engine.budget.exhaustive import best, kept
from tests.engine.budget.generated_small import problems
from tests.engine.budget.small import D, excludes, needs, one, problem, proposal, way

NAMES = Names(("2027",), ("Q1 2027",), "USD")


def _said(asked: Problem) -> dict[str, str]:
    found = clash(asked, best=best, names=NAMES)
    return {each.code: say(each) for each in found.findings}


def test_money_that_is_not_enough_for_what_the_law_asks_is_said_with_how_much_would_be() -> None:
    law = proposal("audit", way("external", 9_000), is_mandatory=True)
    asked = problem(law, one("printers", 100, 5), budget=6_000)
    assert clash(asked, best=best).keys == ("budget:0", "mandatory:audit")
    assert _said(asked) == {
        "budget-rule-budget": (
            "2027 has $6,000 to spend. The others need at least $9,000: allow that, or let go of one of them."
        ),
        "budget-rule-mandatory": "Audit must be done. Find a cheaper way, or see whether it may wait.",
    }


def test_hours_that_are_not_enough_are_said_the_same_way() -> None:
    pinned = proposal("audit", way("ours", hours=(40,), pin=Pin.PINNED))
    assert _said(problem(pinned, hours=(D(30),))) == {
        "budget-rule-hours": (
            "IT has 30 h for projects in Q1 2027. "
            "The others need at least 40 h: allow that, or let go of one of them."
        ),
        "budget-rule-pinned": "Audit (Ours) is pinned. Take the pin off.",
    }


def test_a_chain_of_needs_that_ends_in_something_forbidden_is_named_whole() -> None:
    asked = problem(
        proposal("shop", way("web"), is_mandatory=True), one("link"),
        proposal("line", way("fibre", pin=Pin.FORBIDDEN)), one("chairs"),
        ties=(needs("shop", "link"), needs("link", "line"), needs("chairs", "line")),
    )  # fmt: skip
    assert _said(asked) == {
        "budget-rule-mandatory": "Shop must be done. Find a cheaper way, or see whether it may wait.",
        "budget-rule-forbidden": "Line (Fibre) is forbidden. Allow it again.",
        "budget-rule-needs": "Link is only done with Line. Take the need out if it is no longer so.",
    }
    keys = clash(asked, best=best).keys
    assert keys == ("mandatory:shop", "pin:fibre", "needs:shop-needs-link", "needs:link-needs-line")


def test_two_that_must_be_done_and_exclude_each_other() -> None:
    asked = problem(
        proposal("a", way("a1"), is_mandatory=True), proposal("b", way("b1"), is_mandatory=True),
        ties=(excludes("a", "b"),),
    )  # fmt: skip
    assert _said(asked)["budget-rule-excludes"] == (
        "A is never done with B. Take the exclusion out if it is no longer so."
    )


def test_shares_that_cannot_be_kept_beside_a_law() -> None:
    law = proposal("audit", way("external", 9_000), purpose=Purpose.RUN, is_mandatory=True)
    floor = problem(law, floors={Purpose.SECURE: D("0.12")})
    assert _said(floor)["budget-rule-floor"] == (
        "At least 12 % of what is spent must go to secure. Lower that share."
    )
    ceiling = problem(law, ceilings={Purpose.RUN: D("0.7")})
    assert _said(ceiling)["budget-rule-ceiling"] == (
        "At most 70 % of what is spent may go to run. Raise that share."
    )


def test_nothing_clashes_where_something_can_be_chosen() -> None:
    with pytest.raises(NoClashError):
        clash(problem(one("a", 5, 9), budget=3), best=best)


def test_a_clash_found_while_the_time_was_up_is_not_called_proven() -> None:
    def hasty(asked: Problem, **more: object) -> Solution:
        found = best(asked)
        undecided = Solution(Status.FOUND, {}, None, 0.0, 1.0)
        return undecided if "mandatory:audit" in asked.dropped else found

    law = proposal("audit", way("external", 9_000), is_mandatory=True)
    found = clash(problem(law, budget=6_000), best=hasty)
    assert not found.is_proven
    assert "mandatory:audit" in found.keys


def test_where_time_is_up_at_once_all_rules_are_named() -> None:
    def never(asked: Problem, **_: object) -> Solution:
        return Solution(Status.FOUND, {}, None, 0.0, 1.0)

    found = clash(problem(one("a", 5, 9), budget=3, hours=(D(2),)), best=never)
    assert (found.keys, found.is_proven) == (("budget:0", "hours:0"), False)


@given(problems(is_law=True))
def test_without_any_one_of_the_rules_named_there_is_a_choice(asked: Problem) -> None:
    assume(next(kept(asked), None) is None)
    found = clash(asked, best=best)
    alone = dropped(asked, *(key for key in keys_of(asked) if key not in found.keys))
    assert next(kept(alone), None) is None
    for key in found.keys:
        assert next(kept(dropped(alone, key)), None) is not None
    assert len(found.findings) == len(found.keys)
    assert found.is_proven
