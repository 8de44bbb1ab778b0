"""The sample companies come in through the importers, dirty as files are; the manufacturer's plan adds up."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from pytest_django.plugin import DjangoDbBlocker

from fullscore.importing.samples import manufacturer
from fullscore.importing.samples.company import Company
from fullscore.store.models import HistoryEntry, Item, Person
from fullscore.usecases.host.companies import Sample
from fullscore.usecases.host.sampling import COMPANIES
from fullscore.usecases.registers.deriving import models_by_register
from tests.conftest import TODAY
from tests.usecases.samples import Loaded, kept, load

TITLE = "We need to scale our sales team by 50 percent next quarter"
ALL = pytest.mark.parametrize("company", tuple(COMPANIES.values()), ids=tuple(COMPANIES))

# Databases are only made where a test says that it uses one.
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", params=tuple(COMPANIES.values()), ids=tuple(COMPANIES))
def each(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Loaded]:
    with kept(request.param, TODAY, django_db_blocker, tmp_path_factory) as loaded:
        yield loaded


@pytest.fixture(scope="module")
def metalworks(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Loaded]:
    with kept(manufacturer.COMPANY, TODAY, django_db_blocker, tmp_path_factory) as loaded:
        yield loaded


def test_there_is_a_company_for_every_word() -> None:
    assert set(COMPANIES) == set(Sample)
    assert len({company.ref for company in COMPANIES.values()}) == len(Sample)


@ALL
def test_the_same_day_gives_the_same_files(company: Company) -> None:
    assert company.files(TODAY) == company.files(TODAY)
    assert company.files(TODAY) != company.files(TODAY + timedelta(days=1))


def test_every_register_has_something_to_show(each: Loaded) -> None:
    empty = [
        name
        for name, model in models_by_register().items()
        if not model.objects.of(each.organisation_id).exists()
    ]

    assert empty == []


def test_what_programs_export_is_spoilt_and_our_own_sheets_are_not(each: Loaded) -> None:
    assert {file.state for file in each.files.values()} == {"done"}
    spoilt = {name for name, file in each.files.items() if any(one.is_refusal for one in file.reasons)}

    assert spoilt == {"bamboohr-employees.csv", "snipeit-assets.csv", "m365-users.csv"}


def test_the_files_twice_change_nothing(each: Loaded) -> None:
    before = HistoryEntry.objects.of(each.organisation_id).count()

    again = each.again()

    assert [file.file for file in again if file.created + file.updated] == []
    assert HistoryEntry.objects.of(each.organisation_id).count() == before


def test_two_hundred_people_on_two_sites_come_in_with_the_mistakes_of_their_files(
    metalworks: Loaded,
) -> None:
    people = Person.objects.of(metalworks.organisation_id).exclude(status="left")
    assert Counter(people.values_list("site__name", flat=True)) == {"Dayton": 156, "Lima": 43}
    assert people.filter(team__name="Sales").count() == 24
    refused = Counter(
        one.code for file in metalworks.files.values() for one in file.reasons if one.is_refusal
    )
    assert refused == {
        "import-nothing-to-know-it-by": 5, "import-day-impossible": 4, "import-repeated": 2,
        "import-word-unknown": 1, "import-account-without-person": 5,
    }  # fmt: skip
    held_by_leavers = Item.objects.of(metalworks.organisation_id).filter(
        holder__status="left", status="in use"
    )
    assert held_by_leavers.count() == 3


def test_the_plan_gives_the_figures_the_pages_were_drawn_from(metalworks: Loaded) -> None:
    found = metalworks.asked(TITLE)

    assert (found.understood["from"], found.understood["to"]) == (24, 36)
    assert found.understood["need_by"] == "2027-01-04"
    assert found.figures('Laptop 14"') == (12, 3, 2, 2, 9, 9)
    assert found.figures("Dock and two screens") == (12, 5, 0, 0, 7, 7)
    assert found.figures("CRM seat") == (12, 4, 0, 0, 8, 10)
    assert found.figures("VPN seat") == (12, 9, 0, 0, 3, 10)
    assert found.figures("Switch ports, Dayton") == (12, 3, 0, 0, 9, 24)
    # 154 measured and 12 newcomers of 2.25 Mbit/s; 80 % of 200 may be used.
    assert found.figures("Internet link, Dayton") == (181, 160, 0, 0, 21, 500)
    assert found.orders["Internet link, Dayton"]["late"]["earliest"] == "2027-01-11"
    # 9 laptops at 1,285, 7 docks at 610, 24 ports at 49.1667, 450 for the larger link.
    assert found.totals["cost_once"] == "17465.00"
    # 10 CRM seats bound for a year at 792, 10 VPN seats at 38, 280 more a month for the link.
    assert found.totals["cost_year"] == "11660.00"


def test_the_laptops_of_the_story_have_their_last_day_on_wednesday(metalworks: Loaded) -> None:
    """9.6 hours a day are free, 53.2 needed: six days of setting up, after the 17 until they come."""
    laptops = metalworks.asked(TITLE).orders['Laptop 14"']

    assert laptops["late"] is None
    assert (laptops["deploy_from"], laptops["arrive_by"]) == ("2026-12-22", "2026-12-21")
    assert laptops["order_by"] == "2026-11-25"


@pytest.mark.parametrize(
    "sentence", [TITLE, "hire 6 buyers by March", "open a second plant in Erie with 40 people on 1 March"]
)
def test_every_figure_adds_up_again_by_the_script_in_docs(metalworks: Loaded, sentence: str) -> None:
    assert metalworks.asked(sentence).wrong == []


@pytest.mark.parametrize("on", [date(2026, 8, 5), date(2026, 11, 22), date(2027, 2, 14), date(2028, 2, 29)])
def test_the_story_holds_on_other_days(on: date) -> None:
    found = load(manufacturer.COMPANY, on).asked(TITLE)

    assert found.quantities == {
        'Laptop 14"': 9, "Dock and two screens": 7, "CRM seat": 10, "VPN seat": 10,
        "Switch ports, Dayton": 24, "Internet link, Dayton": 500,
    }  # fmt: skip
    assert found.totals["cost_once"] == "17465.00"
