"""What newcomers need, learned from what their team holds."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from fullscore.engine.estate.facts import (
    Estate,
    ItemFact,
    ModelFact,
    PersonFact,
    PoolFact,
    SeatFact,
    TeamFact,
)
from fullscore.engine.goals.kits.holdings import look_up
from fullscore.engine.goals.kits.kits import KitLine, learn
from tests.engine.goals.mill import CRM, LAPTOP, TODAY, mill, people

LAB = TeamFact("lab", "Lab")
MONITOR = ModelFact("screen-27", "Screen 27", "monitor")
HEADSET = ModelFact("headset", "Headset", "accessory")
MOUSE = ModelFact("mouse", "Mouse", "accessory")


def kit(estate: Estate, team: str = "sales", site: str | None = "dayton") -> dict[str, KitLine]:
    return {line.thing.ref: line for line in learn(look_up(estate, TODAY), team, site)}


def holding(model: str, *holders: str, status: str = "in use") -> tuple[ItemFact, ...]:
    return tuple(
        ItemFact(f"{model}-{number}", model, status, holder) for number, holder in enumerate(holders)
    )


def with_items(*items: ItemFact) -> Estate:
    return replace(mill(), items=mill().items + items, models=(LAPTOP, MONITOR, HEADSET, MOUSE))


def test_two_screens_each_are_two_a_head() -> None:
    everybody = [f"sales-{number:02}" for number in range(24)]

    assert kit(with_items(*holding("screen-27", *everybody, *everybody)))["screen-27"].per_head == 2


def test_a_thing_a_third_of_the_team_holds_is_a_third_a_head() -> None:
    line = kit(with_items(*holding("screen-27", *(f"sales-{number:02}" for number in range(8)))))["screen-27"]

    assert (line.per_head, line.holders, line.sample) == (Fraction(1, 3), 8, 24)


def test_whoever_keeps_stock_for_others_is_left_out_and_named() -> None:
    line = kit(with_items(*holding("screen-27", *(["sales-00"] * 9), "sales-01")))["screen-27"]

    assert line.per_head == Fraction(1, 23)
    assert [(one.ref, one.text) for one in line.assumptions] == [
        ("sales-00", "sales-00 holds more than 3 of Screen 27 and was left out of the count"),
    ]


def test_accessories_have_nothing_in_common() -> None:
    found = kit(with_items(*holding("headset", "sales-00"), *holding("mouse", "sales-01", "sales-02")))

    assert (found["headset"].per_head, found["mouse"].per_head) == (Fraction(1, 24), Fraction(2, 24))


def test_what_leavers_hold_and_what_is_retired_says_nothing() -> None:
    estate = with_items(*holding("screen-27", "gone"), *holding("headset", "sales-00", status="retired"))
    gone = PersonFact("gone", "sales", "dayton", status="left")

    assert {"screen-27", "headset"}.isdisjoint(kit(replace(estate, people=(*estate.people, gone))))


def test_the_model_most_held_is_bought_and_among_equals_the_newest() -> None:
    newer = replace(LAPTOP, ref="laptop-15")
    estate = mill()
    swapped = tuple(
        replace(item, model="laptop-15", purchased_on=date(2026, 1, 1)) if number % 2 else item
        for number, item in enumerate(estate.items[:24])
    )

    found = kit(replace(estate, models=(LAPTOP, newer), items=swapped))

    assert "laptop-15" in found
    assert "laptop-14" not in found


def test_a_typed_amount_counts_before_what_is_held() -> None:
    estate = replace(mill(), pools=(replace(CRM, per_head=CRM.safety + 2),))

    line = kit(estate)["crm"]

    assert (line.per_head, line.trace.note) == (2, "per person, as typed")


def test_a_link_of_another_site_is_not_needed() -> None:
    assert "link" not in kit(mill(), site="erie")


def test_a_small_team_is_filled_up_from_the_whole_and_said() -> None:
    few = people("lab", 2)
    seats = tuple(SeatFact(f"seat-{one.ref}", "crm", one.ref) for one in few[:1])
    estate = replace(
        mill(),
        people=mill().people + few,
        teams=(*mill().teams, TeamFact("lab", "Lab")),
        seats=mill().seats + seats,
    )

    line = kit(estate, "lab")["crm"]

    # One of two in the lab, and 25 of all 36 for the three that are missing to five.
    assert line.per_head == (Fraction(1) + 3 * Fraction(25, 37)) / 5
    assert "the whole organisation (37 people) counts for the other 3" in line.assumptions[0].text


def test_a_small_team_is_filled_up_from_its_department_first() -> None:
    few = people("inside", 1)
    inside = TeamFact("inside", "Inside Sales", "Commercial")
    estate = replace(mill(), people=mill().people + few, teams=(*mill().teams, inside))

    line = kit(estate, "inside")["crm"]

    assert "the department Commercial (25 people)" in line.assumptions[0].text


def test_what_hardly_anybody_holds_is_not_given_to_a_small_team() -> None:
    few = people("lab", 1)
    estate = with_items(*holding("screen-27", "sales-00"))
    estate = replace(estate, people=estate.people + few, teams=(*estate.teams, TeamFact("lab", "Lab")))

    assert "screen-27" not in kit(estate, "lab")


def test_items_of_unknown_or_archived_models_are_left_out() -> None:
    stray = (ItemFact("A", None, "in use", "sales-00"), ItemFact("B", "archived", "in use", "sales-00"))
    seat = SeatFact("stray", "archived", "sales-00")
    estate = replace(
        with_items(*stray), seats=(*mill().seats, seat), pools=(*mill().pools, PoolFact("x", "X"))
    )

    assert set(kit(estate)) == {"laptop-14", "crm", "link"}


def test_a_few_at_one_site_are_filled_up_from_their_whole_team_first() -> None:
    away = tuple(replace(one, ref=f"erie-{one.ref}", site="erie") for one in people("sales", 2))
    estate = replace(mill(), people=mill().people + away)

    line = kit(estate, site="erie")["crm"]

    assert "the whole team (26 people) counts for the other 3" in line.assumptions[0].text
    assert line.per_head == 3 * Fraction(24, 26) / 5


def test_five_people_tell_enough_and_four_do_not() -> None:
    def told(count: int) -> int:
        estate = replace(mill(), people=mill().people + people("lab", count), teams=(*mill().teams, LAB))
        seat = SeatFact("seat-lab", "crm", "lab-00")
        return len(kit(replace(estate, seats=(*mill().seats, seat)), "lab")["crm"].assumptions)

    assert (told(5), told(4)) == (0, 1)


def test_what_half_of_the_whole_holds_is_given_to_a_small_team() -> None:
    few = people("lab", 1)
    half = holding("screen-27", *(f"sales-{number:02}" for number in range(18)))
    less = half[:17]

    for screens, is_given in ((half, True), (less, False)):
        estate = with_items(*screens)
        estate = replace(estate, people=estate.people + few, teams=(*estate.teams, LAB))
        assert ("screen-27" in kit(estate, "lab")) == is_given


def test_three_of_a_class_are_a_holding_and_four_are_a_store() -> None:
    three = kit(with_items(*holding("screen-27", *(["sales-00"] * 3))))["screen-27"]
    four = kit(with_items(*holding("screen-27", *(["sales-00"] * 4), "sales-01")))["screen-27"]

    assert (three.per_head, three.sample) == (Fraction(3, 24), 24)
    assert (four.per_head, four.sample) == (Fraction(1, 23), 23)
