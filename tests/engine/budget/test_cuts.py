"""What a cut loses, and what more money would bring: in the words an owner asks them."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fullscore.engine.budget import asking
from fullscore.engine.budget.breaking import broken
from fullscore.engine.budget.cuts import cut, more
from fullscore.engine.budget.figures import figures
from fullscore.engine.budget.lines import How, lines, worth
from fullscore.engine.budget.options import options_of
from fullscore.engine.budget.problem import Pin, Problem, Purpose
from fullscore.engine.budget.solution import Solution, Status
from tests.engine.budget.exhaustive import best
from tests.engine.budget.generated_small import problems
from tests.engine.budget.small import D, needs, one, part, problem, proposal, way

METALWORKS = problem(
    one("room", 8_900, 2_100), one("printers", 5_800, 3_100),
    proposal("laptops", way("all", 30_800, 9_000), way("nineteen", 24_375, 7_360)),
    proposal("copy", way("offsite", 7_300, controls="copy"), purpose=Purpose.SECURE),
    proposal("sales", way("crm", 12_110, 40_000, pin=Pin.PINNED)),
    budget=65_000, parts=(part("ransomware", 104_000, copy=0.5),),
)  # fmt: skip


def test_what_do_we_lose_if_you_cut_20_000() -> None:
    base = best(METALWORKS)
    found = cut(METALWORKS, base, D(20_000), best=best)
    assert found.budget == D(44_910)
    assert [(each.name, each.how, each.saved, round(each.lost)) for each in found.falls] == [
        ("Room", How.OUT, D(8_900), 2_100), ("Printers", How.OUT, D(5_800), 3_100),
        ("Laptops", How.OTHER, D(6_425), 1_640),
    ]  # fmt: skip
    assert (found.saved, round(found.lost)) == (D(21_125), 6_840)
    assert found.before.value - found.after.value == pytest.approx(found.lost)  # type: ignore[union-attr]


def test_why_not_something_else() -> None:
    found = cut(METALWORKS, best(METALWORKS), D(20_000), best=best)
    kept = {each.name: each for each in found.kept}
    assert round(kept["Copy"].without) == 52_000
    # The copy frees 7,300 of the 20,000; the room and five laptops are the cheapest way to the rest.
    assert round(kept["Copy"].instead or 0) == 52_000 + 2_100 + 1_640
    assert (kept["Sales"].instead, kept["Sales"].key) == (None, "pin:crm")
    assert [each.name for each in found.kept] == ["Sales", "Copy"]


def test_what_a_law_asks_for_is_kept_by_the_law() -> None:
    law = proposal("audit", way("external", 9), is_mandatory=True)
    asked = problem(law, one("a", 5, 9))
    found = cut(asked, best(asked), D(5), best=best)
    assert [(each.name, each.instead, each.key) for each in found.kept] == [
        ("Audit", None, "mandatory:audit")
    ]


def test_a_cut_counts_from_what_is_spent_not_from_what_might_be() -> None:
    asked = problem(one("a", 5, 9), one("b", 5, 4), budget=1_000)
    found = cut(asked, best(asked), D(5), best=best)
    assert [(each.name, each.lost) for each in found.falls] == [("B", 4)]


def test_what_leans_on_what_falls_falls_with_it() -> None:
    asked = problem(one("shop", 2, 10), one("link", 8, 1), ties=(needs("shop", "link"),))
    found = cut(asked, best(asked), D(3), best=best)
    assert {each.name for each in found.falls} == {"Shop", "Link"}
    assert found.lost == 11


def test_waiting_a_year_saves_money_now_and_says_what_is_missed_meanwhile() -> None:
    asked = problem(
        proposal("erp", way("now", (9,), 20, of="erp"), way("next", (0, 9), 20, of="erp", starts=4)), budget=9
    )
    found = cut(asked, best(asked), D(9), best=best)
    (line,) = found.falls
    assert (line.how, line.saved, line.lost, line.quarters, line.meanwhile) == (How.LATER, D(9), 0, 4, 20)


def test_a_cut_nobody_can_keep_to_names_the_clash() -> None:
    law = proposal("audit", way("external", 9), is_mandatory=True)
    asked = problem(law, budget=20)
    found = cut(asked, best(asked), D(3), best=best)
    assert (found.solution.status, found.after) == (Status.IMPOSSIBLE, None)
    assert found.clash is not None
    assert found.clash.keys == ("budget:0", "mandatory:audit")


def test_a_cut_of_more_than_all_names_the_money() -> None:
    asked = problem(one("a", 5, 9))
    found = cut(asked, best(asked), D(6), best=best)
    assert found.clash is not None
    assert found.clash.keys == ("budget:0",)


def test_a_cut_that_was_not_worked_out_in_time_claims_no_clash() -> None:
    def never(asked: Problem, **_: object) -> Solution:
        return Solution(Status.FOUND, {}, None, 0.0, 1.0)

    asked = problem(one("a", 5, 9))
    found = cut(asked, best(asked), D(3), best=never)
    assert (found.after, found.clash, found.solution.status) == (None, None, Status.FOUND)


def test_10_000_more_buys_the_next_best() -> None:
    asked = problem(one("a", 5, 9), one("b", 5, 4), one("c", 6, 6), budget=9)
    found = more(asked, best(asked), D(2), best=best)
    assert [(each.name, each.how) for each in found.comes] == [("C", How.IN)]
    assert (found.budget, found.spent, found.gained) == (D(11), D(6), 6)


def test_more_money_where_nothing_is_left_to_buy_brings_nothing() -> None:
    asked = problem(one("a", 5, 9), budget=9)
    found = more(asked, best(asked), D(50), best=best)
    assert (found.comes, found.spent, found.gained) == ((), 0, 0)


def test_nothing_is_cut_from_nothing() -> None:
    asked = problem(proposal("audit", way("external", 9), is_mandatory=True), budget=3)
    with pytest.raises(asking.NothingChosenError):
        cut(asked, best(asked), D(1), best=best)


def test_two_controls_that_fall_together_lose_what_they_lose_together() -> None:
    asked = problem(
        one("keys", 3, controls="keys"), one("watch", 2, controls="watch"),
        parts=(part("ransomware", 100, keys=0.5, watch=0.5),),
    )  # fmt: skip
    found = cut(asked, best(asked), D(5), best=best)
    # The first takes 25 along, the second 50: alone each would take 25.
    assert [round(each.lost) for each in found.falls] == [25, 50]


@given(problems(), st.integers(0, 12).map(D))
def test_parts_sum_to_the_whole_and_a_cut_never_gains(asked: Problem, amount: Decimal) -> None:
    base = best(asked)
    assume(base.figures is not None)
    found = cut(asked, base, amount, best=best, most=1)
    if found.after is None:
        assert found.clash is not None
        return
    assert found.lost == pytest.approx(found.before.value - found.after.value, abs=1e-9)
    assert found.lost >= -1e-9
    assert found.saved == found.before.spends[0] - found.after.spends[0] >= amount
    assert broken(asked, found.solution.chosen) == ()
    for each in found.kept:
        assert each.instead is None or each.instead >= found.lost - 1e-9


@given(problems(), st.integers(0, 12).map(D))
def test_more_money_is_never_worse(asked: Problem, amount: Decimal) -> None:
    base = best(asked)
    assume(base.figures is not None)
    found = more(asked, base, amount, best=best)
    assert found.gained >= -1e-9
    assert found.after.spends[0] - found.before.spends[0] == found.spent


@given(problems(), st.data())
def test_lines_tell_any_two_portfolios_apart_to_the_cent(asked: Problem, data: st.DataObject) -> None:
    one_, other = (
        {each.ref: data.draw(st.sampled_from(options_of(each))).ref for each in asked.proposals}
        for _ in range(2)
    )
    found = lines(asked, one_, other)
    lost = figures(asked, one_).value - figures(asked, other).value
    assert sum(each.lost for each in found) == pytest.approx(lost, abs=1e-9)
    assert all(
        each.lost == pytest.approx(float(each.goal_value + each.cost_avoided) + each.loss, abs=1e-9)
        for each in found
    )
    assert {each.proposal for each in found} == {ref for ref in one_ if one_[ref] != other[ref]}


def test_what_something_is_worth_is_what_a_year_loses_without_it() -> None:
    chosen = best(METALWORKS).chosen
    assert worth(METALWORKS, chosen, "copy") == pytest.approx(52_000)
    assert worth(METALWORKS, chosen, "room") == pytest.approx(2_100)
