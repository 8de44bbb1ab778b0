"""Halvorsen Crane Builders: crews that come for a summer, and an ERP that nobody sells any more."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from pytest_django.plugin import DjangoDbBlocker

from fullscore.importing.samples import construction
from fullscore.store.models import Item, Person, PoolLevel
from tests.conftest import TODAY
from tests.usecases.samples import Loaded, kept, load

SUMMER = "30 seasonal workers in Field Crews from May to September"
ESTIMATORS = "hire 4 estimators by 1 March"

# Databases are only made where a test says that it uses one.
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def halvorsen(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Loaded]:
    with kept(construction.COMPANY, TODAY, django_db_blocker, tmp_path_factory) as loaded:
        yield loaded


def test_ninety_people_work_in_the_office_the_yard_and_on_three_sites(halvorsen: Loaded) -> None:
    people = Person.objects.of(halvorsen.organisation_id).exclude(status="left")
    here = people.filter(starts_on__lte=TODAY)

    assert Counter(here.values_list("site__name", flat=True)) == {
        "Head office": 32, "Pike Road yard": 8, "Juniper school": 20, "Route 9 bridge": 15,
        "Mill Creek homes": 15,
    }  # fmt: skip
    assert (people.filter(starts_on__gt=TODAY).count(), people.filter(ends_on__gt=TODAY).count()) == (2, 2)


def test_last_summers_crew_has_left_with_two_tablets(halvorsen: Loaded) -> None:
    """One of the fourteen has a first day that no calendar has, and is refused."""
    crew = Person.objects.of(halvorsen.organisation_id).filter(title="Seasonal Laborer")
    held = Item.objects.of(halvorsen.organisation_id).filter(holder__in=crew)

    assert crew.filter(status="left", ends_on=date(2026, 9, 30)).count() == 13
    assert held.count() == 2


def test_the_erp_runs_on_a_server_of_fifteen_years(halvorsen: Loaded) -> None:
    server = Item.objects.of(halvorsen.organisation_id).get(model__name="ERP server of 2011")

    assert server.purchased_on is not None
    assert TODAY.year - server.purchased_on.year == 15
    assert server.replace_by is not None
    assert server.replace_by < TODAY


def test_mobile_links_are_bound_for_a_year(halvorsen: Loaded) -> None:
    levels = PoolLevel.objects.of(halvorsen.organisation_id).filter(pool__name="Link, Route 9 bridge")

    assert {(int(one.capacity), one.term_months) for one in levels} == {(50, 12), (100, 12), (300, 12)}


def test_thirty_seasonal_workers_are_here_until_the_end_of_september(halvorsen: Loaded) -> None:
    found = halvorsen.asked(SUMMER).understood

    assert (found["from"], found["to"], found["until"]) == (40, 70, "2027-09-30")
    # The first of May is a Saturday.
    assert found["need_by"] == "2027-05-03"
    assert found["site_split"] == {"juniper-school": 12, "route-9-bridge": 9, "mill-creek-homes": 9}


def test_a_summer_needs_tablets_app_seats_and_a_larger_link_at_the_bridge(halvorsen: Loaded) -> None:
    found = halvorsen.asked(SUMMER)

    assert found.quantities == {
        # A tablet for every fourth: 3, 3 and 3; 4 lie in the yard, 2 are on order, 2 replace old ones.
        'Rugged tablet 10"': 5,
        # 2 free and 1 that somebody gives back; sold in tens.
        "Crew app seat": 30,
        # 60 bought, 56 taken: 4 free for nine tablets; sold in tens.
        "MDM seat": 10,
        # 37 and 9 people of half a Mbit/s, in whole ones 42; 40 of 50 may be used.
        "Link, Route 9 bridge": 100,
    }
    assert found.figures("Crew app seat") == (30, 3, 0, 0, 27, 30)
    assert found.figures("Link, Route 9 bridge") == (42, 40, 0, 0, 2, 100)


def test_a_summer_costs_what_its_terms_ask(halvorsen: Loaded) -> None:
    found = halvorsen.asked(SUMMER)

    # The link is bound for twelve months at 70 more, though five are needed; 150 for the change.
    assert found.orders["Link, Route 9 bridge"]["cost_once"] == "990.00"
    # Thirty seats for five months at 9, or for a year at 84.
    options = found.orders["Crew app seat"]["options"]
    assert [(one["cost"], one["is_chosen"]) for one in options] == [("1350.00", True), ("2520.00", False)]
    # With 5 tablets at 1,120 and 10 MDM seats at 42.
    assert found.totals["cost_once"] == "8360.00"


def test_tablets_come_back_in_october(halvorsen: Loaded) -> None:
    back = [one for one in halvorsen.asked(SUMMER).content["returns"] if one["name"] == 'Rugged tablet 10"']

    assert sum(one["quantity"] for one in back) == 9
    # Four working days to make them ready again, after Thursday the thirtieth; Colorado rests on the fourth.
    assert {one["usable_from"] for one in back} == {"2027-10-07"}


def test_estimators_need_erp_users_whose_price_nobody_knows(halvorsen: Loaded) -> None:
    found = halvorsen.asked(ESTIMATORS)
    users = found.orders["ERP concurrent user"]

    # Every second one at a time; 24 of 25 are taken at the peak; sold in fives, after sixty days.
    assert found.figures("ERP concurrent user") == (2, 1, 0, 0, 1, 5)
    assert (users["lead_days"]["safe"], users["cost_known"]) == (60, False)
    assert found.totals["complete"] is False


def test_four_estimators_need_machines_seats_and_a_switch(halvorsen: Loaded) -> None:
    found = halvorsen.asked(ESTIMATORS)

    assert found.quantities == {
        'Workstation 17"': 3, "Dock and two screens": 2, "Takeoff seat": 3, "ERP concurrent user": 5,
        "Switch ports, head office": 24, "Switch, 24 ports": 1,
    }  # fmt: skip
    # Machines at 2,980, docks at 640, a switch at 1,180; the ERP users come on top.
    assert found.totals["cost_once"] == "11400.00"
    assert found.totals["cost_year"] == "4320.00"
    lead = found.orders['Workstation 17"']["lead_days"]
    assert (lead["likely"], lead["safe"]) == (14, 19)


def test_the_fiscal_year_begins_in_july(halvorsen: Loaded) -> None:
    """The third fiscal quarter of a year from July is January to March."""
    found = halvorsen.asked("hire 2 estimators in fiscal Q3").understood

    assert found["period"] == {"from": "2027-01-01", "to": "2027-03-31"}


@pytest.mark.parametrize("sentence", [SUMMER, ESTIMATORS])
def test_every_figure_adds_up_again_by_the_script_in_docs(halvorsen: Loaded, sentence: str) -> None:
    assert halvorsen.asked(sentence).wrong == []


def test_the_builders_have_an_answer_on_a_leap_day() -> None:
    found = load(construction.COMPANY, date(2028, 2, 29)).asked(SUMMER)

    assert (found.understood["from"], found.understood["to"]) == (40, 70)
    assert found.orders["Crew app seat"]["quantity"] == 30
