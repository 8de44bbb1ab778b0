"""Morrow Metalworks comes in through the importers, dirty as files are, and its plan adds up."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest

from fullscore.engine.registers.access import Member
from fullscore.importing.samples import manufacturer
from fullscore.store.models import HistoryEntry, Item, Person
from fullscore.usecases import imports
from fullscore.usecases.goals import plan_goal
from fullscore.usecases.imports import Imported
from tests.conftest import NOW, TODAY

TITLE = "We need to scale our sales team by 50 percent next quarter"


def load(owner: Member, on: date) -> dict[str, Imported]:
    return {
        name: imports.bring_in(by=owner, file_name=name, content=content, clock=lambda: NOW)
        for name, content in manufacturer.files(on)
    }


def plan(owner: Member, on: date) -> dict[str, Any]:
    return dict(plan_goal(by=owner, sentence=TITLE, on=on).content)


def test_the_same_day_gives_the_same_files() -> None:
    assert manufacturer.files(TODAY) == manufacturer.files(TODAY)
    assert manufacturer.files(TODAY) != manufacturer.files(TODAY + timedelta(days=1))


def test_two_hundred_people_on_two_sites_come_in_with_the_mistakes_of_their_files(owner: Member) -> None:
    done = load(owner, TODAY)

    assert {file.state for file in done.values()} == {"done"}
    here = Person.objects.of(owner.organisation_id).exclude(status="left").select_related("site", "team")
    assert Counter(person.site.name for person in here) == {"Dayton": 156, "Lima": 43}
    assert sum(person.team.name == "Sales" for person in here) == 24
    refused = Counter(reason.code for file in done.values() for reason in file.reasons if reason.is_refusal)
    assert refused == {
        "import-nothing-to-know-it-by": 5, "import-day-impossible": 4, "import-repeated": 2,
        "import-word-unknown": 1, "import-account-without-person": 5,
    }  # fmt: skip
    held_by_leavers = Item.objects.of(owner.organisation_id).filter(holder__status="left", status="in use")
    assert held_by_leavers.count() == 3


def test_the_files_twice_change_nothing(owner: Member) -> None:
    load(owner, TODAY)
    before = HistoryEntry.objects.of(owner.organisation_id).count()

    again = load(owner, TODAY)

    assert sum(file.created + file.updated for file in again.values()) == 0
    assert HistoryEntry.objects.of(owner.organisation_id).count() == before


def test_the_plan_gives_the_figures_the_pages_were_drawn_from(owner: Member) -> None:
    load(owner, TODAY)
    found = plan(owner, TODAY)
    orders = {one["name"]: one for one in found["requirements"]}

    def figures(name: str) -> tuple[float, ...]:
        names = ("gross", "on_hand", "scheduled_receipts", "safety_stock", "net", "quantity")
        return tuple(orders[name][each] for each in names)

    assert (found["understood"]["from"], found["understood"]["to"]) == (24, 36)
    assert figures('Laptop 14"') == (12, 3, 2, 2, 9, 9)
    assert figures("Dock and two screens") == (12, 5, 0, 0, 7, 7)
    assert figures("CRM seat") == (12, 4, 0, 0, 8, 10)
    assert figures("VPN seat") == (12, 9, 0, 0, 3, 10)
    assert figures("Switch ports, Dayton") == (12, 3, 0, 0, 9, 24)
    assert figures("Internet link, Dayton") == (181, 160, 0, 0, 21, 500)
    assert orders['Laptop 14"']["order_by"] == "2026-11-25"
    assert orders["Internet link, Dayton"]["late"]["earliest"] == "2027-01-11"
    assert (found["totals"]["cost_once"], found["totals"]["cost_year"]) == ("17465.00", "11660.00")


@pytest.mark.parametrize("on", [date(2026, 8, 5), date(2027, 2, 14), date(2028, 2, 29)])
def test_the_story_holds_on_other_days(owner: Member, on: date) -> None:
    load(owner, on)
    found = plan(owner, on)

    quantities = {one["name"]: one["quantity"] for one in found["requirements"]}
    assert quantities == {
        'Laptop 14"': 9, "Dock and two screens": 7, "CRM seat": 10, "VPN seat": 10,
        "Switch ports, Dayton": 24, "Internet link, Dayton": 500,
    }  # fmt: skip
    assert found["totals"]["cost_once"] == "17465.00"
