"""What newcomers need: how sure a figure is, whose figure fills up a small team's, and what is left out."""

import math
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from fullscore.engine.estate.facts import Estate, ItemFact, KitFact, ModelFact, PersonFact, PoolFact, TeamFact
from fullscore.engine.goals.kits.holdings import look_up
from fullscore.engine.goals.kits.kit import KitLine
from fullscore.engine.goals.kits.kits import interval, learn
from tests.engine.goals.mill import CRM, LAPTOP, TODAY, goal, mill, numbers, of, people, planned
from tests.engine.goals.recomputing import wrong_in

D = Decimal
MONITOR = ModelFact("screen-27", "Screen 27", "monitor")
LAB = TeamFact("lab", "Lab", "Commercial")


def kit(estate: Estate, team: str = "sales", site: str | None = "dayton") -> dict[str, KitLine]:
    return {line.thing.ref: line for line in learn(look_up(estate, TODAY), team, site)}


def screens(*holders: PersonFact) -> tuple[ItemFact, ...]:
    return tuple(
        ItemFact(f"M-{one.ref}-{n}", "screen-27", "in use", one.ref) for n, one in enumerate(holders)
    )


def with_lab(lab: Sequence[PersonFact], items: tuple[ItemFact, ...]) -> Estate:
    estate = mill()
    return replace(
        estate, teams=(*estate.teams, LAB), people=(*estate.people, *lab), models=(LAPTOP, MONITOR),
        items=estate.items + items,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("counts", "mean", "low", "high"),
    [
        # One and three: they differ by one from two on average; s² = 2, half the width 1.2816 √(2/2).
        ([1, 3], Fraction(2), 2 - 1.2816, 2 + 1.2816),
        # Nobody holds fewer than none.
        ([0, 2], Fraction(1), 0.0, 1 + 1.2816),
        # 1, 1, 2, 4: squares 1 + 1 + 0 + 4 over 3 are 2; half the width 1.2816 √(2/4).
        ([1, 1, 2, 4], Fraction(2), 2 - 1.2816 * math.sqrt(0.5), 2 + 1.2816 * math.sqrt(0.5)),
        ([2, 2], Fraction(2), 2.0, 2.0),
        ([7], Fraction(7), 0.0, math.inf),
    ],
)
def test_the_interval_of_a_mean_is_the_one_of_the_textbook(
    counts: list[int], mean: Fraction, low: float, high: float
) -> None:
    assert interval(counts, mean) == pytest.approx((low, high))


def test_a_department_of_just_five_fills_up_a_small_team() -> None:
    lab = people("lab", 5)
    two = tuple(replace(one, team="office") for one in lab[:2])
    estate = with_lab((*two, *lab[2:]), screens(two[0], lab[2], lab[3]))
    office = TeamFact("office", "Office", "Research")
    estate = replace(estate, teams=(*mill().teams, office, replace(LAB, department="Research")))

    line = kit(estate, "office")["screen-27"]

    # One of two here holds one; three of the department's five do: (1 + 3 x 3/5) / 5.
    assert line.per_head == Fraction(14, 25)
    assert "the department Research (5 people) counts for the other 3" in line.assumptions[0].text


def test_what_few_at_another_site_hold_is_not_given_to_a_small_group_here() -> None:
    here, there = people("lab", 2), people("far", 10, site="lima")
    far = tuple(replace(one, team="lab") for one in there)

    assert "screen-27" not in kit(with_lab((*here, *far), screens(far[0])), "lab")


def test_what_one_of_a_small_group_holds_is_given_by_their_own_and_their_teams_figure() -> None:
    here, there = people("lab", 2), people("far", 10, site="lima")
    far = tuple(replace(one, team="lab") for one in there)

    line = kit(with_lab((*here, *far), screens(here[0])), "lab")["screen-27"]

    # One of two here; of the twelve of the whole team one holds one: (1 + 3/12) / 5.
    assert line.per_head == Fraction(1, 4)


def test_a_typed_nought_takes_a_thing_out_of_the_kit() -> None:
    nought = KitFact("k", "sales", None, None, None, "laptop-14", None, D(0))

    assert "laptop-14" not in kit(replace(mill(), kits=(nought,)))


def test_a_typed_line_goes_before_what_the_pool_itself_says() -> None:
    two = KitFact("k", None, None, None, None, None, "crm", D(2))
    estate = replace(mill(), kits=(two,), pools=(replace(CRM, per_head=D(1)),))

    assert numbers(of(planned(estate), "crm"))[0] == 24


def test_people_in_three_shifts_and_one_more_need_one_more_place() -> None:
    seats = PoolFact("desk", "Desk", capacity=D(40))
    line = KitFact("k", "sales", None, None, None, None, "desk", D(1), per="shift place")
    shifts = tuple(
        replace(one, working_pattern=f"shift {n % 3}") for n, one in enumerate(people("sales", 24))
    )
    estate = replace(mill(), people=(*shifts, *mill().people[24:]), pools=(seats,), kits=(line,))

    made = {to: of(planned(estate, goal(estate, to=to)), "desk") for to in (27, 28, 33)}

    assert {to: numbers(one)[0] for to, one in made.items()} == {27: 1, 28: 2, 33: 3}
    assert wrong_in(*(one.figures.gross for one in made.values())) == []
