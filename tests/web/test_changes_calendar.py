"""The calendar of changes as people use it, without a script."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client

from fullscore.engine.registers.access import Member
from fullscore.store.models import Change, HistoryEntry, Organisation, User
from fullscore.usecases import changes, registers
from fullscore.web.changes import wording
from fullscore.web.changes.asking import Asked
from tests.conftest import NOW, TODAY

pytestmark = pytest.mark.django_db
ADDRESS = "/o/harbor-mill/changes/"
DECEMBER = f"{ADDRESS}?day=2026-12-01"
Save = Callable[..., str]


@pytest.fixture
def client(owner: Member) -> Client:
    browser = Client()
    browser.force_login(User.objects.get(pk=owner.user_id))
    return browser


@pytest.fixture
def save(owner: Member) -> Save:
    def saved(register: str, **values: object) -> str:
        return registers.save(by=owner, register=register, ref=None, values=values, version=None, now=NOW).ref

    return saved


@pytest.fixture
def firewall(save: Save) -> str:
    """A change on a Friday, of a service that may only be away on Saturday nights."""
    save("services", name="CRM")
    save("people", name="Dana Whitfield", skills="network")
    save("windows", name="Saturday night", service="crm", weekdays="6", opens_at="22:00", closes_at="04:00")
    ref = save(
        "changes", name="Firewall", state="planned", likely_hours="1.5", rollback_hours="0.5",
        starts_on="2026-12-11", starts_at="18:00", due="2026-12-18",
    )  # fmt: skip
    save("touches", change=ref, service="crm", how="down")
    save("crews", change=ref, skill="network")
    return ref


def page(client: Client, address: str = DECEMBER) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_an_empty_calendar_says_what_it_is_good_for(client: Client) -> None:
    found = page(client, ADDRESS)

    assert "One change, what it touches and how long it takes are enough for a date." in found
    assert "Add a change" in found


def test_the_answer_is_the_title_and_the_rule_and_two_dates_stand_beside(
    client: Client, firewall: str
) -> None:
    found = page(client)

    assert "<h1>One change until 11 December, one that does not work</h1>" in found
    assert "CRM is changed on Saturdays from 22:00 to 04:00." in found
    assert found.count("Sat 12 Dec, 22:00 to 00:00") == 1
    assert "Sun 13 Dec, 00:00 to 02:00" in found
    assert '"kind": "clash"' in found
    assert "1 rule stands against it" in found


def test_a_date_that_is_tried_writes_nothing(client: Client, firewall: str) -> None:
    before = HistoryEntry.objects.of(Change.objects.of(_organisation()).get().organisation_id).count()
    tried = client.post(f"{ADDRESS}try/", {"ref": firewall, "day": "2026-12-12", "at": "22:00"})

    text = tried.content.decode()
    assert "You moved it to Sat 12 Dec, 22:00 to 00:00." in text
    assert "Leave it where it was" in text
    assert HistoryEntry.objects.of(_organisation()).count() == before


def test_moving_it_can_be_undone(client: Client, firewall: str) -> None:
    version = Change.objects.of(_organisation()).get().version
    sent = {"ref": firewall, "day": "2026-12-12", "at": "22:00", "version": version}
    moved = client.post(f"{ADDRESS}move/", sent, follow=True)

    text = moved.content.decode()
    assert "Firewall is set for Sat 12 Dec, 22:00 to 00:00." in text
    assert _place() == (date(2026, 12, 12), "22:00")
    undo = next(one for one in text.split('action="') if "/undo/" in one.split('"')[0]).split('"')[0]
    client.post(undo)
    assert _place() == (date(2026, 12, 11), "18:00")


def test_two_people_who_move_it_at_once_lose_nothing(client: Client, owner: Member, firewall: str) -> None:
    version = Change.objects.of(_organisation()).get().version
    start = changes.moment_for(by=owner, text="2026-12-19T22:00")
    changes.move(by=owner, ref=firewall, start=start, version=version, on=TODAY, now=NOW)

    sent = {"ref": firewall, "day": "2026-12-12", "at": "22:00", "version": version}
    late = client.post(f"{ADDRESS}move/", sent)

    assert late.status_code == 409
    assert _place() == (date(2026, 12, 19), "22:00")


@pytest.mark.parametrize(
    ("day", "at"), [("", ""), ("2026-13-01", "22:00"), ("2027-03-14", "02:30"), ("x", "y")]
)
def test_what_is_no_moment_is_named(client: Client, firewall: str, day: str, at: str) -> None:
    tried = client.post(f"{ADDRESS}try/", {"ref": firewall, "day": day, "at": at})

    assert tried.status_code == 422
    assert 'class="late"' in tried.content.decode()


def test_the_sheet_holds_what_no_register_does(client: Client, firewall: str) -> None:
    lines = client.get(f"{ADDRESS}calendar.csv?day=2026-12-01").content.decode("utf-8-sig").splitlines()

    assert lines[0].startswith("change,name,state,starts,ends,watched_until")
    assert "2026-12-11T18:00-05:00" in lines[1]
    assert "CRM is changed on Saturdays" in lines[1]


def test_filters_leave_what_fits_and_say_so_when_nothing_does(client: Client, firewall: str) -> None:
    assert "Firewall" in page(client, f"{DECEMBER}&service=services:crm")
    assert "Nothing fits the filters here." in page(client, f"{DECEMBER}&person=Nobody")


@pytest.mark.parametrize(
    ("view", "span"),
    [
        ("month", (date(2026, 11, 30), date(2027, 1, 3))), ("week", (date(2026, 12, 7), date(2026, 12, 13))),
        ("agenda", (date(2026, 12, 9), date(2027, 3, 10))),
    ],
)  # fmt: skip
def test_each_view_shows_whole_weeks_or_a_quarter(view: str, span: tuple[date, date]) -> None:
    assert Asked(view, date(2026, 12, 9)).span == span


def test_days_beside_each_other_are_said_as_one_span() -> None:
    start, end = (
        datetime.fromisoformat("2026-12-12T22:00-05:00"),
        datetime.fromisoformat("2026-12-13T00:00-05:00"),
    )

    assert wording.when(start, end) == "Sat 12 Dec, 22:00 to 00:00"
    assert wording.listed(("ERP", "MES", "CRM", "VPN")) == "ERP, MES, CRM and 1 more"


def _organisation() -> int:
    return int(Organisation.objects.get(ref="harbor-mill").pk)


def _place() -> tuple[date | None, str]:
    row = Change.objects.of(_organisation()).get()
    return row.starts_on, row.starts_at
