"""What cannot be meant is told before anything is chosen."""

from fullscore.engine.budget.checking import findings_of
from fullscore.engine.budget.problem import Pin, Problem, Purpose, Tie
from fullscore.engine.budget.saying import Names
from fullscore.engine.findings.sentences_en import say
from tests.engine.budget.small import D, excludes, needs, one, problem, proposal, way

NAMES = Names(("2027", "2028"), ("Q1 2027",), "USD")


def _said(asked: Problem) -> dict[str, str]:
    return {each.code: say(each) for each in findings_of(asked, NAMES)}


def test_a_problem_that_can_be_meant_says_nothing() -> None:
    asked = problem(
        one("a", 5, 9), one("b", 5, 9), budget=10, floors={Purpose.SECURE: D("0.4"), Purpose.RUN: D("0.6")},
        ceilings={Purpose.SECURE: D("0.4")}, ties=(needs("a", "b"), excludes("a", "do-b")),
    )  # fmt: skip
    assert findings_of(asked) == ()


def test_negative_limits() -> None:
    assert _said(Problem((), (None, D(-50)), (D(-4),))) == {
        "budget-negative": (
            "The budget of 2028 is \N{MINUS SIGN}$50, less than nothing. Write what may be spent, or 0."
        ),
        "budget-hours-negative": (
            "The hours of IT in Q1 2027 are -4, less than none. Write how many there are, or 0."
        ),
    }


def test_floors_over_the_whole() -> None:
    floors = {Purpose.RUN: D("0.7"), Purpose.GROW: D("0.2"), Purpose.SECURE: D("0.12")}
    assert _said(problem(floors=floors)) == {
        "budget-floors-over-whole": (
            "The floors of run, grow and secure come to 102 % of what is spent, "
            "which is more than all of it. Lower them to 100 % together."
        )
    }


def test_floors_of_exactly_all_are_fine() -> None:
    floors = {Purpose.RUN: D("0.7"), Purpose.GROW: D("0.18"), Purpose.SECURE: D("0.12")}
    assert findings_of(problem(floors=floors)) == ()


def test_a_floor_over_its_ceiling_and_ceilings_under_the_whole() -> None:
    asked = problem(
        floors={Purpose.SECURE: D("0.3")},
        ceilings={Purpose.SECURE: D("0.2"), Purpose.RUN: D("0.5"), Purpose.GROW: D("0.2")},
    )
    assert _said(asked) == {
        "budget-floor-over-ceiling": (
            "At least 30 % must go to secure, and at most 20 % may. Lower the floor or raise the ceiling."
        ),
        "budget-ceilings-under-whole": (
            "All ceilings together allow 90 % of what is spent, so only nothing can be spent. "
            "Raise them to 100 % together."
        ),
    }


def test_a_share_of_more_than_all() -> None:
    assert _said(problem(floors={Purpose.RUN: D("-0.1")}))["budget-share-outside"] == (
        "The floor of run is -10 % of what is spent. Write a share from 0 to 100 %."
    )


def test_two_pins_on_one_proposal_but_not_two_starts_of_one_way() -> None:
    both = proposal("erp", way("replace", pin=Pin.PINNED), way("wrap", pin=Pin.PINNED))
    assert _said(problem(both))["budget-pinned-twice"] == (
        "Erp is pinned to be done in 2 ways at once: Replace and Wrap. Keep one pin."
    )
    starts = proposal("erp", way("r-q1", of="r", pin=Pin.PINNED), way("r-q2", of="r", pin=Pin.PINNED))
    assert findings_of(problem(starts)) == ()


def test_what_must_be_done_needs_a_way_to_do_it() -> None:
    barred = proposal("audit", way("external", pin=Pin.FORBIDDEN), is_mandatory=True)
    assert _said(problem(barred))["budget-mandatory-forbidden"] == (
        "Audit must be done, and every way to do it is forbidden. Allow one of them."
    )
    empty = proposal("audit", way("not", is_nothing=True), is_mandatory=True)
    assert _said(problem(empty))["budget-mandatory-without-option"] == (
        "Audit must be done, and nobody wrote how. Add an option with what it costs."
    )


def test_needs_in_a_cycle_are_named_once() -> None:
    ties = (needs("a", "b"), needs("b", "c"), needs("c", "a"), needs("d", "a"))
    asked = problem(one("a"), one("b"), one("c"), one("d"), ties=ties)
    assert [each.code for each in findings_of(asked)] == ["budget-needs-cycle"]
    assert _said(asked)["budget-needs-cycle"] == (
        "A, B and C need each other in a circle, so they are done together or not at all. "
        "Take a line out where that is not meant."
    )


def test_mandatory_exclusives_directly_and_because_of_what_they_need() -> None:
    law = [proposal(ref, way(f"do-{ref}"), is_mandatory=True) for ref in ("a", "b")]
    assert _said(problem(*law, ties=(excludes("a", "b"),)))["budget-mandatory-exclusive"] == (
        "A and B must both be done, and one excludes the other. "
        "Take the exclusion out, or let one of them be optional."
    )
    asked = problem(*law, one("c"), ties=(needs("a", "c"), excludes("c", "b")))
    assert _said(asked)["budget-mandatory-exclusive"].startswith("C and B must both be done (because of A)")


def test_ties_to_nobody_and_to_oneself() -> None:
    asked = problem(one("a"), ties=(Tie("t", "a", "ghost"), excludes("a", "a")))
    assert _said(asked) == {
        "budget-tie-unknown": (
            "A need or exclusion names ghost, which is no proposal or option to choose from. "
            "Take the line out, or reopen what it names."
        ),
        "budget-excludes-itself": "A excludes itself, so it can never be done. Take the line out.",
    }
