"""Larkspur Valley Health: 140 people in five clinics, and plans whose figures were worked out by hand."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from pytest_django.plugin import DjangoDbBlocker

from fullscore.importing.samples import clinic
from fullscore.store.models import Absence, Item, Person, Site
from tests.conftest import TODAY
from tests.usecases.samples import Loaded, kept, load

NURSES = "grow nurses by 10 percent next quarter"
HELD = {
    'Laptop 13"': 6, 'Clinical tablet 11"': 7, "Mobile phone": 4, "Dock and screen": 4, "Front desk PC": 3,
}  # fmt: skip
SIXTH = "Open a sixth clinic in Willow Bend with 18 people on 1 March"
BILLING = "hire 4 billing specialists by 1 March"
PHYSICIANS = "hire 3 physicians by 1 March"

# Databases are only made where a test says that it uses one.
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def larkspur(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Loaded]:
    with kept(clinic.COMPANY, TODAY, django_db_blocker, tmp_path_factory) as loaded:
        yield loaded


def test_a_hundred_and_forty_people_work_in_five_clinics(larkspur: Loaded) -> None:
    people = Person.objects.of(larkspur.organisation_id).exclude(status="left")
    here = people.filter(starts_on__lte=TODAY)

    assert Counter(here.values_list("site__name", flat=True)) == {
        "Harlow": 61, "Stanbury": 28, "Orrin Falls": 21, "Dunmore": 18, "Kettle Lake": 12,
    }  # fmt: skip
    assert Counter(here.values_list("team__name", flat=True))["Nurses"] == 40
    assert people.filter(starts_on__gt=TODAY).count() == 2
    assert people.filter(ends_on__gt=TODAY).count() == 2
    hours = set(Site.objects.of(larkspur.organisation_id).values_list("hours", flat=True))
    assert hours == {"Mon-Fri 07:30-18:00"}


def test_leavers_hold_tablets_that_never_came_back(larkspur: Loaded) -> None:
    held = Item.objects.of(larkspur.organisation_id).filter(holder__status="left", status="in use")

    assert held.count() == 2


def test_ten_percent_more_nurses_are_four_of_whom_one_is_hired(larkspur: Loaded) -> None:
    found = larkspur.asked(NURSES).understood

    assert (found["from"], found["to"], found["registered"]) == (40, 44, 1)
    assert found["site_split"] == {"harlow": 1, "stanbury": 2, "orrin-falls": 1}


def test_four_nurses_need_a_tablet_an_ehr_seat_and_a_faster_link(larkspur: Loaded) -> None:
    found = larkspur.asked(NURSES)

    assert found.quantities == {
        # 2 in stock and 2 on order, less 1 for an old one on 23 December and 1 kept back; 4 are needed.
        'Clinical tablet 11"': 2,
        # None free but the one of somebody who leaves on 18 December; sold in tens.
        "EHR seat": 10,
        # 100 bought for 99 laptops and tablets; sold by twenty-five.
        "MDM seat": 25,
        # 79 and 1.5 Mbit/s, in whole ones 81; 80 of 100 may be used.
        "Internet link, Orrin Falls": 200,
    }
    assert found.figures("EHR seat") == (4, 1, 0, 0, 3, 10)
    assert found.figures("Internet link, Orrin Falls") == (81, 80, 0, 0, 1, 200)
    # Two tablets at 840 and 350 for the link's change.
    assert found.totals["cost_once"] == "2030.00"
    # 10 EHR seats at 948, 25 MDM seats at 42, 95 more a month for the link.
    assert found.totals["cost_year"] == "11670.00"


def test_tablets_come_after_thirteen_days_in_nine_of_ten_orders(larkspur: Loaded) -> None:
    lead = larkspur.asked(NURSES).orders['Clinical tablet 11"']["lead_days"]

    assert (lead["likely"], lead["safe"]) == (11, 13)
    assert "11 past orders" in lead["basis"]


def test_ehr_seats_bound_for_a_year_are_cheaper_and_both_prices_are_shown(larkspur: Loaded) -> None:
    options = larkspur.asked(NURSES).orders["EHR seat"]["options"]

    assert [(one["cost"], one["is_chosen"]) for one in options] == [("9480.00", True), ("11040.00", False)]


def test_while_the_it_manager_is_on_holiday_two_hours_a_day_are_left(larkspur: Loaded) -> None:
    """20 hours a week of the assistant, half of them for tickets: 2 a day from Monday to Thursday."""
    away = Absence.objects.of(larkspur.organisation_id).get(ref="raman-christmas")
    weeks = {week["week"]: week for week in larkspur.asked(NURSES).content["workload"]}

    assert (away.starts_on, away.ends_on) == (date(2026, 12, 21), date(2027, 1, 1))
    assert weeks["2026-12-28"]["free_hours"] == 8
    # Four days of both (2.4 and 2 hours) and the public holiday of the week before.
    assert weeks["2026-11-30"]["free_hours"] == 22


def test_a_sixth_clinic_gets_what_people_hold_and_what_dunmore_has(larkspur: Loaded) -> None:
    found = larkspur.asked(SIXTH)

    assert (found.understood["kind"], found.understood["delta"]) == ("new site", 18)
    needed = {
        one["name"]: one["gross"] for one in (*found.content["requirements"], *found.content["covered"])
    }
    # Of the 138 who stay 46 hold a laptop, 52 a tablet, 28 a phone, 24 a dock, 19 a front desk PC.
    assert {name: needed[name] for name in HELD} == HELD
    expected = {
        # Harlow feeds Dunmore, so it feeds the new clinic: 3 laptops and 3 tablets; one of each is kept back.
        'Laptop 13"': 6 - 3 + 1, 'Clinical tablet 11"': 7 - 3 + 1, "Dock and screen": 4 - 2,
        "Front desk PC": 3,
        # 126 of them work in the EHR: 17 more, less 2 that leavers give back, in tens.
        "EHR seat": 20,
        # 13 laptops and tablets, less 1 free.
        "MDM seat": 25,
        # Eighteen people work in Dunmore, where these stand for all; Harlow has an access point to spare.
        "Firewall": 1, "Access point": 3 - 1, "Label printer": 2, "Office printer": 1, "UPS 1000 VA": 1,
    }  # fmt: skip
    assert {name: found.quantities[name] for name in expected} == expected
    assert all(one["place"] in {"willow-bend", None} for one in found.content["requirements"])


def test_ports_for_billing_bring_a_switch_and_the_switch_a_place_in_the_rack(larkspur: Loaded) -> None:
    found = larkspur.asked(BILLING)

    # Four docks need four ports; three are free, sold by the switch of twenty-four.
    assert found.figures("Switch ports, Harlow") == (4, 3, 0, 0, 1, 24)
    assert found.quantities["Switch, 24 ports"] == 1
    racks = {one["name"]: one for one in found.content["covered"]}["Rack units, Harlow"]
    assert (racks["gross"], racks["on_hand"], racks["net"]) == (2, 2, 0)
    # Two laptops (4, less 3 in stock of which 1 stays) at 1,175, two docks at 390, a switch at 1,240.
    assert found.totals["cost_once"] == "4370.00"


def test_laptops_ordered_five_times_wait_for_the_longest(larkspur: Loaded) -> None:
    lead = larkspur.asked(BILLING).orders['Laptop 13"']["lead_days"]

    assert (lead["likely"], lead["safe"]) == (9, 12)


def test_an_overdue_order_is_named(larkspur: Loaded) -> None:
    assert "order-overdue" in larkspur.asked(PHYSICIANS).codes


def test_the_storage_grows_by_itself(larkspur: Loaded) -> None:
    """13,600 GB now, some 13 more a day; 16,200 may be used, and three physicians bring 150."""
    found = larkspur.asked(PHYSICIANS)
    parts = {one["name"]: one for one in [*found.content["requirements"], *found.content["covered"]]}
    storage = parts["Imaging storage"]

    assert 1300 < storage["gross"] + 16200 - 13600 - storage["on_hand"] < 1600


@pytest.mark.parametrize("sentence", [NURSES, SIXTH, BILLING, PHYSICIANS])
def test_every_figure_adds_up_again_by_the_script_in_docs(larkspur: Loaded, sentence: str) -> None:
    assert larkspur.asked(sentence).wrong == []


def test_the_clinics_have_an_answer_on_a_leap_day() -> None:
    found = load(clinic.COMPANY, date(2028, 2, 29)).asked(NURSES)

    assert (found.understood["from"], found.understood["to"]) == (40, 44)
    assert found.quantities["EHR seat"] == 10
