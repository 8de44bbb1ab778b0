"""The calendar of changes at every door: command, REST and page do and answer the same."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from fullscore.engine.registers.access import Member
from fullscore.store.models import Change, HistoryEntry, Organisation, Service, User, Window
from fullscore.usecases.changes import living
from tests.conftest import NOW
from tests.edges.test_change_life import Api, command
from tests.store.mill import row
from tests.usecases.changing import furnish

ON = ("--on", "2026-11-23", "--json")
DAY = "?on=2026-11-23"


@pytest.fixture
def api(organisation: Organisation, owner: Member) -> Api:
    furnish(organisation)
    crm = Service.objects.of(organisation.pk).get(ref="crm")
    row(
        Window, organisation, "sat", name="Saturdays", service=crm, weekdays="6", opens_at="22:00",
        closes_at="24:00",
    )  # fmt: skip
    work = {"touches": "Firewall HQ: down", "crew": "1 with network", "likely_hours": "1 h"}
    for name in ("Up", "Two"):
        living.add(by=owner, given={"name": name, **work, "due": "2026-12-20"}, now=NOW)
    return Api(owner)


def timeless(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document without how long it took."""
    return {**document, "seconds": None}


def test_the_shell_and_rest_find_the_same_dates(api: Api) -> None:
    code, told = command("schedule", *ON)

    status, over_rest = api.ask("GET", f"/schedule{DAY}")

    assert (code, status) == (0, 200)
    assert timeless(over_rest) == timeless(told)
    assert [each["start"] for each in told["placed"]] == [
        "2026-11-28T22:00:00-05:00", "2026-12-05T22:00:00-05:00",
    ]  # fmt: skip
    assert {level["name"]: level["proven"] for level in told["levels"]}["unplaced"]


def test_what_if_is_asked_the_same_at_both(api: Api) -> None:
    december = "2026-11-24..2026-12-31"

    _, told = command("schedule", "--no-changes", december, "--without", "window:services:crm", *ON)
    _, over_rest = api.ask("GET", f"/schedule{DAY}&no_changes={december}&without=window:services:crm")

    assert timeless(over_rest) == timeless(told)
    assert told["asked"] == {
        "dropped": ["window:services:crm"], "frozen": [["2026-11-24", "2026-12-31"]],
    }  # fmt: skip


def test_kept_dates_are_written(api: Api) -> None:
    _, told = command("schedule", "--keep", *ON)

    assert {each["ref"] for each in told["taken"]["moved"]} == {"up", "two"}
    assert not told["taken"]["left"]
    assert api.ask("GET", f"/plans/up/why{DAY}")[1]["placed"]["start"] in {
        each["start"] for each in told["placed"]
    }


def test_why_is_said_the_same_at_both(api: Api) -> None:
    command("schedule", "--keep", *ON)

    code, told = command("why", "up", *ON)

    assert (code, api.ask("GET", f"/plans/up/why{DAY}")) == (0, (200, told))
    assert told["placed"]["why"][0]["sentence"]
    assert len(told["placed"]["alternatives"]) == 2


def test_a_date_is_tried_and_moved_the_same_at_both(api: Api) -> None:
    _, told = command("move", "up", "2026-12-04T20:00", "--look", *ON)
    status, tried = api.ask("POST", f"/plans/up/try{DAY}", start="2026-12-04T20:00")
    assert (status, tried) == (200, told)
    assert [rule["rule"] for rule in tried["rules"]] == ["window:services:crm"]

    status, moved = api.ask("POST", f"/plans/up/move{DAY}", start=tried["dates"][0]["start"], version=1)
    assert (status, moved["rules"], moved["version"]) == (200, [], 2)
    _, again = command("move", "up", "2026-12-12T22:00", *ON)
    assert (again["version"], again["start"]) == (3, "2026-12-12T22:00:00-05:00")


def by_page(owner: Member) -> None:
    client = Client()
    client.force_login(User.objects.get(pk=owner.user_id or 0))
    sent = {"ref": "up", "day": "2026-12-12", "at": "22:00", "version": "1"}
    assert "Saturday" in client.post(f"/o/harbor-mill/changes/try/{DAY}", {**sent, "at": "21:00"}).text
    assert client.post(f"/o/harbor-mill/changes/move/{DAY}", sent).status_code == 302


def by_shell(owner: Member) -> None:
    del owner
    assert command("move", "up", "2026-12-12T22:00", *ON)[0] == 0


def by_rest(owner: Member) -> None:
    assert Api(owner).ask("POST", f"/plans/up/move{DAY}", start="2026-12-12T22:00", version=1)[0] == 200


@pytest.mark.parametrize("move", [by_page, by_shell, by_rest])
def test_moved_at_any_door_it_is_written_the_same(
    api: Api, owner: Member, move: Callable[[Member], None]
) -> None:
    del api
    move(owner)

    row = Change.objects.of(owner.organisation_id).get(ref="up")
    entry = HistoryEntry.objects.of(owner.organisation_id).latest("pk")
    assert (row.starts_on, row.starts_at, row.version) == (date(2026, 12, 12), "22:00", 2)
    assert (entry.action, entry.changes) == (
        "moved", {"starts_on": [None, "2026-12-12"], "starts_at": [None, "22:00"]},
    )  # fmt: skip


def test_who_was_overtaken_is_told_so_and_writes_nothing(api: Api) -> None:
    api.ask("POST", f"/plans/up/move{DAY}", start="2026-12-05T22:00", version=1)

    status, refused = api.ask("POST", f"/plans/up/move{DAY}", start="2026-12-12T22:00", version=1)

    assert (status, refused["code"]) == (409, "row-changed-meanwhile")
    assert api.ask("GET", f"/plans/up/why{DAY}")[1]["placed"]["start"][:10] == "2026-12-05"


def test_dates_are_asked_for_read_stopped_and_refused_over_rest(api: Api) -> None:
    status, run = api.ask("POST", "/runs", no_changes=["2026-12-24..2026-12-26"])
    assert (status, run["state"], run["number"]) == (201, "asked", 1)

    assert api.ask("POST", "/runs/1/take", is_confirmed=True)[1]["code"] == "schedule-not-done"
    assert api.ask("POST", "/runs/1/stop")[1]["state"] == "stopped"
    assert api.ask("GET", "/runs/1")[1]["state"] == "stopped"
    assert api.ask("GET", "/runs/2")[0] == 404


def test_the_calendar_reads_the_same_at_both(api: Api) -> None:
    command("schedule", "--keep", *ON)

    _, told = command("calendar", "2026-12-01", "2026-12-31", *ON)
    status, over_rest = api.ask("GET", f"/calendar{DAY}&begin=2026-12-01&end=2026-12-31")

    assert (status, over_rest) == (200, told)
    assert {each["ref"] for each in told["changes"]} == {"up", "two"}


def test_the_shell_says_it_in_words(api: Api) -> None:
    del api
    code, told = command("schedule", "--on", "2026-11-23")
    assert (code, "2 with a date, 0 without." in told) == (0, True)
    assert "Sat 28 Nov 2026 22:00" in told

    assert "Works: Sat 05 Dec 2026 22:00" in command(
        "move", "up", "2026-12-04T20:00", "--look", "--on", "2026-11-23"
    )[1]  # fmt: skip
    assert "Christmas" in command("calendar", "2026-12-01", "2026-12-31", "--on", "2026-11-23")[1]
    assert command("schedule", "--no-changes", "soon")[0] == 2
