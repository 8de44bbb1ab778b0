"""Orders of accepted plans that wait to be placed."""

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from fullscore.engine.findings.finding import Basis
from fullscore.engine.findings.losses import PersonDay
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.findings.titles_en import button, title
from fullscore.engine.today.documents import line_document
from fullscore.engine.today.orders import ToOrder, order_actions
from fullscore.engine.today.ranking import ranked
from tests.engine.goals.recomputing import SCRIPT
from tests.engine.today.things import CALENDAR, MONDAY

RUTH = PersonDay(Decimal(184), "Ruth Morrow", date(2026, 9, 3))
LAPTOPS = ToOrder(
    "g-1", "models/laptop@2027-01-04", "laptops", "stock", Decimal(9), date(2026, 11, 23), date(2027, 1, 4),
    team="Sales", people=Decimal(7),
)  # fmt: skip


def document(order: ToOrder, person_day: PersonDay | None = RUTH, on: date = MONDAY) -> dict[str, object]:
    made = order_actions((order,), person_day=person_day, on=on)
    return line_document(ranked(made, on=on, calendar=CALENDAR)[0])


def test_an_order_that_waits_leaves_people_without() -> None:
    told = document(LAPTOPS)

    assert (told["code"], told["act_by"], told["group"]) == ("order-place", "2026-11-23", 1)
    # 7 people x 184 x Monday to Wednesday; Thursday and Friday are closed.
    assert (told["cost_of_waiting"], told["reason"]) == ("3864.00", "idle")
    assert (told["basis"], told["whose"]) == (Basis.ASSUMED.value, "Ruth Morrow, 3 September 2026")
    assert (told["title"], told["button"]) == ("Order 9 laptops for Sales", "Place the order")
    assert told["sentence"] == (
        "After Monday 23 November 2026 it comes too late for Monday 4 January 2027: 7 people have to wait."
    )


def test_the_sum_of_a_line_can_be_done_again_from_its_document() -> None:
    told = json.loads(json.dumps(document(LAPTOPS)))

    wrong: list[str] = []
    found = SCRIPT.recompute(told["cost_trace"], "", wrong)

    assert (found, wrong) == (3864, [])
    assert told["loss"] == [{
        "from_day": "2026-11-23", "lump": "0.00", "per_day": "1288.00", "probability": 1, "basis": "assumed",
        "counts": "working days", "reason": "idle",
    }]  # fmt: skip


def test_without_the_cost_of_a_day_the_one_field_is_named_that_would_tell() -> None:
    told = document(LAPTOPS, None)

    assert (told["cost_of_waiting"], told["cost_trace"], told["loss"]) == (None, None, None)
    assert told["missing"] == {
        "register": "settings", "ref": "organisation", "field": "person_day_cost",
        "label": "what a day of one person costs",
    }  # fmt: skip


def test_what_nobody_waits_for_has_no_figure_and_no_field_would_give_one() -> None:
    told = document(replace(LAPTOPS, people=None))

    assert (told["cost_of_waiting"], told["missing"]) == (None, None)


def test_an_order_that_is_late_says_since_when() -> None:
    told = document(LAPTOPS, on=MONDAY + timedelta(days=7))

    assert told["sentence"] == "7 days late: every working day more, 7 people have to wait."
    assert told["group"] == 1


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (replace(LAPTOPS, team=None), "Order 9 laptops"),
        (replace(LAPTOPS, kind="pool", name="CRM", unit="seats"), "Order 9 seats of CRM for Sales"),
        (replace(LAPTOPS, kind="level", name="Link", unit="Mbit/s", team=None), "Order Link at 9 Mbit/s"),
        (
            replace(LAPTOPS, name="Extraordinarily long laptops with docks, bags and mice"),
            "Order 9 Extraordinarily long laptops with docks… for Sales",
        ),
    ],
)
def test_a_title_says_what_to_order_for_whom_in_sixty_letters(order: ToOrder, said: str) -> None:
    (action,) = order_actions((order,), person_day=RUTH, on=MONDAY)

    assert title(action.finding) == said
    assert len(said) <= 60
    assert len(say(action.finding)) <= 110
    assert button(action.finding) == "Place the order"
