"""What the estate asks to be done, what it takes, and what waiting costs."""

from datetime import date
from decimal import Decimal

import pytest

from fullscore.engine.estate import acting
from fullscore.engine.estate.facts import PersonFact, SeatFact
from fullscore.engine.estate.held import Held, HeldItem, HeldPool
from fullscore.engine.findings.actions import Action, Missing
from fullscore.engine.findings.finding import Basis
from fullscore.engine.findings.losses import PersonDay
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.findings.titles_en import BUTTONS, TITLES, button, title
from fullscore.engine.today.documents import line_document
from fullscore.engine.today.ranking import Ranked, ranked
from tests.engine.goals.recomputing import wrong_in
from tests.engine.today.things import CALENDAR, MONDAY, once, thing

RUTH = PersonDay(Decimal(184), "Ruth Morrow", date(2026, 9, 3))
LEFT = tuple(PersonFact(f"p{n}", "sales", None, status="left") for n in range(6))
MS = HeldPool("ms", "Microsoft 365", capacity=Decimal(50), used=Decimal(44), unit_cost=Decimal(22),
              cost_period="month", owner="ann", expires_on=date(2027, 9, 30))  # fmt: skip
CRM = HeldPool("crm", "CRM", capacity=Decimal(10), used=Decimal(8), owner="ann", expires_on=date(2027, 9, 30))


def of(held: Held, code: str, **known: object) -> Action:
    made = acting.actions(held, on=MONDAY, **known)  # type: ignore[arg-type]  # the test's own words
    return next(one for one in made if one.finding.code == code)


def placed(*actions: Action) -> Ranked:
    return ranked(actions, on=MONDAY, calendar=CALENDAR)[0]


def test_seats_nobody_has_cost_their_price_for_seven_days_of_the_year() -> None:
    line = placed(of(Held(pools=(MS,)), "seats-unused"))

    # 6 seats x 22 a month x 12 / 365 x 7
    assert (line.group, line.cost) == (2, Decimal("30.38"))
    assert line.cost_trace is not None
    assert wrong_in(line.cost_trace) == []
    assert title(line.action.finding) == "Give out or cancel 6 Microsoft 365 seats"
    assert line_document(line)["reason"] == "unused"


def test_each_licence_is_a_part_and_one_without_a_price_says_which_field_would_tell() -> None:
    line = placed(of(Held(pools=(MS, CRM)), "seats-unused"))

    assert title(line.action.finding) == "Give out or cancel 8 seats"
    assert [(part.action.finding.subject.ref, part.cost) for part in line.parts] == [
        ("crm", None), ("ms", Decimal("30.38")),
    ]  # fmt: skip
    assert line.action.missing == Missing("pools", "crm", "unit_cost", "the price of CRM")
    assert line.cost == Decimal("30.38")


def test_seats_that_a_contract_charges_for_are_referred_to_its_renewal() -> None:
    renewal = thing("ms-2026", date(2027, 1, 31), once(date(2027, 2, 1), "1584"), cause="pools:ms")
    seats = of(Held(pools=(MS,)), "seats-unused", charged=frozenset({"ms"}))

    found = {one.action.finding.code: one for one in ranked((seats, renewal), on=MONDAY, calendar=CALENDAR)}

    assert found["seats-unused"].cost is None
    assert found["seats-unused"].counted_in == ("thing", "contracts", "ms-2026")


def test_a_licence_of_a_contract_ends_with_its_contract() -> None:
    soon = HeldPool("ms", "Microsoft 365", owner="ann", expires_on=date(2026, 12, 31))
    codes = [one.finding.code for one in acting.actions(Held(pools=(soon,)), on=MONDAY)]
    bound = acting.actions(Held(pools=(soon,)), on=MONDAY, charged=frozenset({"ms"}))

    assert {"licences-ending", "pools-without-price"} <= set(codes)
    assert not {"licences-ending", "pools-without-price"} & {one.finding.code for one in bound}


def test_seats_of_people_who_left_are_taken_back_by_licence() -> None:
    seats = tuple(SeatFact(f"s{n}", "ms", person.ref) for n, person in enumerate(LEFT))

    line = placed(of(Held(people=LEFT, pools=(MS,), seats=seats), "seats-of-leavers"))

    assert (title(line.action.finding), button(line.action.finding)) == (
        "Take back 6 Microsoft 365 seats", "Take back 6 seats",
    )  # fmt: skip
    assert line.cost == Decimal("30.38")
    assert line.action.hours == Decimal("0.20")


def test_a_warranty_that_ends_has_a_day_and_no_figure() -> None:
    line = placed(
        of(Held(items=(HeldItem("a", "Press PC", warranty_ends_on=date(2026, 12, 5)),)), "warranties-ending")
    )

    assert (line.action.finding.act_by, line.cost, line.group) == (date(2026, 12, 5), None, 3)
    assert title(line.action.finding) == "Decide about the warranty of Press PC"


def test_a_warranty_that_is_over_asks_for_nothing() -> None:
    held = Held(items=(HeldItem("a", warranty_ends_on=date(2026, 10, 5)),))

    assert "warranties-ending" not in {one.finding.code for one in acting.actions(held, on=MONDAY)}


def test_what_is_missing_costs_what_came_of_it_in_the_last_two_years() -> None:
    held = Held(items=(HeldItem("a", cost=Decimal(7300), holder="p0"),), people=LEFT)

    unknown = of(held, "items-of-leavers")
    never = of(held, "items-of-leavers", came_true={"items-of-leavers": (0, 4)})
    line = placed(of(held, "items-of-leavers", came_true={"items-of-leavers": (1, 4)}))

    assert (unknown.loss, never.loss) == (None, None)
    # 7,300 x 1/4 over two years: 2.50 a day
    assert (line.cost, line.action.finding.basis) == (Decimal("17.50"), Basis.EXPECTED)
    assert line.cost_trace is not None
    assert wrong_in(line.cost_trace) == []


def test_what_came_true_is_lost_on_its_day_where_there_is_one() -> None:
    held = Held(items=(HeldItem("a", cost=Decimal(1000), warranty_ends_on=date(2026, 11, 25)),))

    line = placed(of(held, "warranties-ending", came_true={"warranties-ending": (1, 2)}))

    assert (line.group, line.cost) == (1, Decimal(500))


def sales(without: int) -> Held:
    people = tuple(PersonFact(f"p{n}", "sales", None) for n in range(5))
    items = tuple(
        HeldItem(f"i{n}", category="laptop", holder=f"p{n}", site="dayton") for n in range(5 - without)
    )
    return Held(people=people, items=items)


def test_people_without_a_computer_are_priced_by_what_the_sponsor_said_and_what_came_true() -> None:
    came = {"people-without-computer": (1, 2)}

    line = placed(of(sales(2), "people-without-computer", person_day=RUTH, came_true=came))

    # 2 people x 184 x Monday to Wednesday x one in two
    assert (line.cost, line.action.finding.basis) == (Decimal(552), Basis.ASSUMED)
    assert line.action.loss is not None
    assert line.action.loss.whose == "Ruth Morrow, 3 September 2026"
    assert line.cost_trace is not None
    assert wrong_in(line.cost_trace) == []


@pytest.mark.parametrize(("person_day", "field"), [(None, "person_day_cost"), (RUTH, None)])
def test_a_computer_off_the_record_is_not_taken_for_somebody_idle(
    person_day: PersonDay | None, field: str | None
) -> None:
    action = of(sales(2), "people-without-computer", person_day=person_day)

    assert action.loss is None
    assert (action.missing.field if action.missing else None) == field


def test_every_notice_has_a_title_a_button_and_hours_of_work() -> None:
    seats = (SeatFact("s", "ms", "p0"),)
    items = (
        HeldItem("nobodys"), HeldItem("w", category="laptop", site="x", warranty_ends_on=date(2026, 12, 1)),
        HeldItem("l", holder="p1"), HeldItem("r", site="x", replace_by=date(2026, 10, 1)),
    )  # fmt: skip
    long = HeldPool("x", "Extraordinarily long name of a licence for everything there is",
                    capacity=Decimal(3), used=Decimal(1), expires_on=date(2026, 12, 9))  # fmt: skip
    pools = (MS, CRM, long)
    held = Held(people=(*LEFT, *sales(2).people), items=items, pools=pools, seats=seats,
                not_seen=frozenset({"l"}), not_enrolled=frozenset({"r"}))  # fmt: skip

    found = acting.actions(held, on=MONDAY)

    assert len(found) > 12
    for action in (*found, *(part for one in found for part in one.parts)):
        assert 0 < len(title(action.finding)) <= 60
        assert 0 < len(button(action.finding)) <= 24
        assert say(action.finding)
        assert 0 < action.hours <= 8
    assert set(acting.WORK) <= set(TITLES)
    assert set(acting.WORK) <= set(BUTTONS)
