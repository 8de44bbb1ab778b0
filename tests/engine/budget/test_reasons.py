"""In because..., out because...: one reason for every proposal, and what a decision made beforehand costs."""

import pytest
from hypothesis import assume, given

from fullscore.engine.budget.asking import NothingChosenError
from fullscore.engine.budget.breaking import broken
from fullscore.engine.budget.lines import worth
from fullscore.engine.budget.prices import prices
from fullscore.engine.budget.problem import Pin, Problem, Purpose
from fullscore.engine.budget.reasons import Because, Reason, reasons
from fullscore.engine.budget.saying import Names, pins_of
from fullscore.engine.findings.sentences_en import say
from tests.engine.budget.exhaustive import best
from tests.engine.budget.generated_small import problems
from tests.engine.budget.small import D, excludes, needs, one, part, problem, proposal, way

NAMES = Names(("2027",), ("Q1 2027",), "USD")
IN = {Because.WORTH, Because.NEEDED, Because.MANDATORY, Because.PINNED, Because.FREE}


def _why(asked: Problem, tried: int = 5) -> dict[str, Reason]:
    return {each.proposal: each for each in reasons(asked, best(asked), best=best, names=NAMES, tried=tried)}


def _said(asked: Problem, ref: str, tried: int = 5) -> tuple[str, str]:
    finding = _why(asked, tried)[ref].finding
    return finding.code, say(finding)


def test_in_because_a_year_is_worse_without_it() -> None:
    asked = problem(
        proposal("copy", way("offsite", 7_300, controls="copy"), purpose=Purpose.SECURE),
        parts=(part("ransomware", 104_000, copy=0.5),),
    )
    assert _said(asked, "copy") == ("budget-in-worth", "Copy is in: without it a year is $52,000 worse.")


def test_in_though_it_is_worth_nothing_itself() -> None:
    asked = problem(
        proposal("audit", way("external", 5), is_mandatory=True),
        proposal("crm", way("cloud", 5, pin=Pin.PINNED)),
        one("shop", 1, 10), one("link", 1), ties=(needs("shop", "link"),),
    )  # fmt: skip
    assert _said(asked, "audit") == (
        "budget-in-mandatory", "Audit is in because it must be done; by itself it is not worth it.",
    )  # fmt: skip
    assert _said(asked, "crm") == (
        "budget-in-pinned", "Crm is in because it is pinned; by itself it is not worth it.",
    )  # fmt: skip
    assert _said(asked, "link") == ("budget-in-needed", "Link is in because Shop needs Link.")


def test_in_though_nobody_would_miss_it() -> None:
    asked = problem(one("chairs"))
    chosen = {"chairs": "do-chairs"}
    solution = best(problem(proposal("chairs", way("do-chairs", pin=Pin.PINNED))))
    assert solution.chosen == chosen
    (found,) = reasons(asked, solution, best=best)
    assert say(found.finding) == "Chairs is in, but a year is no worse without it. Leave it out if you like."
    assert found.finding.code == "budget-in-free"


def test_out_because_of_the_better_use_it_would_push_out() -> None:
    asked = problem(one("room", 8, 21), one("printers", 5, 31), one("keys", 4, 40), budget=10)
    assert _said(asked, "room") == (
        "budget-out-better",
        (
            "Room is out: Printers and Keys would have to go or change for it, "
            "and a year would be $50 worse. In its way: the money of 2027."
        ),
    )  # fmt: skip
    found = _why(asked)["room"]
    assert (found.keys, found.pushes, found.worse) == (("budget:0",), ("Printers", "Keys"), 50)


def test_out_because_of_the_rule_in_its_way_where_nothing_more_was_worked_out() -> None:
    asked = problem(one("room", 8, 21, hours=(3,)), one("keys", 4, 40, hours=(3,)), budget=10, hours=(D(5),))  # type: ignore[arg-type]
    assert _said(asked, "room", tried=0) == (
        "budget-out-limit",
        (
            "Room is out: there is no room for it beside the others. "
            "In its way: the money of 2027 and the hours of IT in Q1 2027."
        ),
    )  # fmt: skip


def test_out_because_no_choice_has_it() -> None:
    asked = problem(
        proposal("audit", way("external", 9), is_mandatory=True), one("erp", 9, 50), one("b", 1, 1),
        budget=12, ties=(excludes("erp", "b"), excludes("audit", "erp")),
    )  # fmt: skip
    code, sentence = _said(asked, "erp")
    assert code == "budget-out-rule"
    assert sentence == (
        "Erp is out: no choice keeps all rules with it. In its way: the money of 2027, "
        "Erp never goes with B and Audit never goes with Erp."
    )


def test_out_because_it_brings_nothing_beside_the_others() -> None:
    asked = problem(one("keys", 3, controls="keys"), one("chairs", 3), parts=(part("fraud", 100, keys=0.5),))
    assert _said(asked, "chairs") == (
        "budget-out-worthless",
        (
            "Chairs is out: beside the others a year is no better with it. "
            "Write what it earns, saves or prevents, if that is missing."
        ),
    )  # fmt: skip


def test_out_because_somebody_decided_so() -> None:
    asked = problem(
        proposal("crm", way("cloud", 5, 9, pin=Pin.FORBIDDEN)),
        proposal("erp", way("keep", is_nothing=True, pin=Pin.PINNED), way("new", 5, 9)),
        proposal("idea"),
    )  # fmt: skip
    assert _said(asked, "crm") == (
        "budget-out-forbidden", "Crm is out: every way to do it is forbidden, or none is written down.",
    )  # fmt: skip
    assert _said(asked, "erp") == (
        "budget-out-pinned", "Erp is out because somebody pinned that it is not done.",
    )  # fmt: skip
    assert _why(asked)["idea"].because is Because.FORBIDDEN
    assert _why(asked)["crm"].keys == ("pin:cloud",)


def test_out_though_it_would_be_as_good() -> None:
    asked = problem(one("a", 5, 9), one("b", 5, 9), budget=5)
    assert _said(asked, "a") == (
        "budget-out-alike",
        "A is out, but a year would be as good with it; B would have to go or change for it.",
    )  # fmt: skip


def test_a_better_way_of_it_is_found_when_its_most_valuable_is_too_dear() -> None:
    asked = problem(
        proposal("erp", way("new", 9, 20), way("wrap", 6, 12)),
        one("crm", 4, 30),
        one("room", 6, 13),
        budget=10,
    )
    found = _why(asked)["erp"]
    assert (found.because, found.option.ref, found.pushes, found.worse) == (
        Because.BETTER, "wrap", ("Room",), 1,
    )  # fmt: skip


def test_reasons_need_a_choice() -> None:
    law = problem(proposal("audit", way("external", 9), is_mandatory=True), budget=3)
    for asked in (reasons, prices):
        with pytest.raises(NothingChosenError):
            asked(law, best(law), best=best)


def test_the_price_of_a_pin() -> None:
    asked = problem(
        proposal("sales", way("crm", 5, 40, pin=Pin.PINNED)),
        proposal("room", way("dayton", 5, 10, pin=Pin.PINNED)),
        one("copy", 5, 60), budget=10,
    )  # fmt: skip
    found = prices(asked, best(asked), best=best, names=NAMES)
    assert [(each.key, each.price) for each in found] == [("pin:dayton", 50), ("pin:crm", 20)]
    assert say(found[0].finding) == (
        "Room (Dayton) is pinned: that costs $50 a year. Let it go if it is not worth that."
    )
    assert found[0].finding.code == "budget-rule-costs"


def test_a_pin_that_costs_nothing_says_so() -> None:
    asked = problem(proposal("sales", way("crm", 5, 40, pin=Pin.PINNED)))
    (found,) = prices(asked, best(asked), best=best)
    assert (found.price, found.finding.code) == (0, "budget-rule-costs-nothing")
    assert say(found.finding) == (
        "Sales (Crm) is pinned: that costs nothing; the choice would be as good without it."
    )


def test_the_price_of_a_floor_is_asked_the_same_way() -> None:
    asked = problem(
        one("grow", 5, 50), proposal("lock", way("keys", 5, 1), purpose=Purpose.SECURE), budget=9,
        floors={Purpose.SECURE: D("0.5")},
    )  # fmt: skip
    (found,) = prices(asked, best(asked), ["floor:secure"], best=best, names=NAMES)
    assert (found.price, say(found.finding).split(":")[0]) == (49, "The floor of secure")


@given(problems())
def test_every_proposal_has_a_reason_that_holds(asked: Problem) -> None:
    solution = best(asked)
    assume(solution.figures is not None)
    found = reasons(asked, solution, best=best)
    assert [each.proposal for each in found] == [each.ref for each in asked.proposals]
    for each in found:
        assert each.is_in == (each.because in IN) or each.because is Because.PINNED
        assert say(each.finding)
        if each.is_in:
            assert each.lost == pytest.approx(worth(asked, solution.chosen, each.proposal))
        else:
            assert each.worse is None or each.worse >= 0
            assert (each.because in {Because.BETTER, Because.RULE, Because.LIMIT}) <= bool(each.keys)


@given(problems((Pin.FREE, Pin.PINNED, Pin.FORBIDDEN)))
def test_pins_never_cost_less_than_nothing(asked: Problem) -> None:
    solution = best(asked)
    assume(solution.figures is not None and pins_of(asked))
    assert solution.figures is not None
    for each in prices(asked, solution, best=best):
        free = each.relaxed.figures
        assert free is not None
        assert all(key == each.key for key in {rule.key for rule in broken(asked, each.relaxed.chosen)})
        assert each.price == pytest.approx(free.value - solution.figures.value, abs=1e-9)
        assert each.price >= 0
