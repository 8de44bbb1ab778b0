"""The form that changes what was understood makes a sentence that is understood the same way."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from fullscore.engine.registers.access import Member
from fullscore.store.models import Organisation, User
from fullscore.usecases.goals import plan_goal
from tests.conftest import TODAY
from tests.store.mill import fill

TITLE = "We need to scale our sales team by 50 percent next quarter"
GOALS = "/o/harbor-mill/goals/"
DAY = {"on": "2026-11-23"}
FORM = {
    "team": "Sales",
    "from": "24",
    "to": "36",
    "more": "",
    "need_by": "2027-01-04",
    "until": "",
    "site": "",
}


@pytest.fixture
def client(organisation: Organisation, owner: Member) -> Client:
    fill(organisation)
    client = Client()
    client.force_login(User.objects.get(pk=owner.user_id))
    return client


def changed(client: Client, owner: Member, **fields: str) -> dict[str, object]:
    """Return what the sentence of a filled form is understood as."""
    answer = client.get(f"{GOALS}change/", FORM | fields)
    assert answer.status_code == 302, answer.content.decode()
    sentence = parse_qs(urlsplit(answer.headers["Location"]).query)["q"][0]
    understood = plan_goal(by=owner, sentence=sentence, on=TODAY).content["understood"]
    assert isinstance(understood, dict)
    return understood


def test_the_form_shows_what_was_understood(client: Client) -> None:
    body = client.get(GOALS, {"q": TITLE, "on": "2026-11-23"}).content.decode()

    assert "<option selected>Sales</option>" in body
    assert re.search(r'name="from"[^>]*value="24"', body)
    assert re.search(r'name="to"[^>]*value="36"', body)
    assert re.search(r'name="need_by"[^>]*value="2027-01-04"', body)


def test_so_many_more_win_over_from_and_to(client: Client, owner: Member) -> None:
    understood = changed(client, owner, more="6")

    assert (understood["from"], understood["to"], understood["need_by"]) == (24, 30, "2027-01-04")


def test_another_day_is_taken(client: Client, owner: Member) -> None:
    assert changed(client, owner, need_by="2027-02-01")["need_by"] == "2027-02-01"


def test_another_team_grows_by_as_many(client: Client, owner: Member) -> None:
    understood = changed(client, owner, team="Packing", was="Sales")

    assert (understood["team_name"], understood["delta"], understood["to"]) == ("Packing", 12, 12)


def test_fewer_people_are_fewer_in_another_team_too(client: Client, owner: Member) -> None:
    fields = {"from": "36", "to": "35", "team": "Sales", "was": "Packing"}

    assert changed(client, owner, **fields)["delta"] == -1


def test_new_people_sit_where_the_form_says(client: Client, owner: Member) -> None:
    assert changed(client, owner, site="Dayton", more="2")["site"] == "dayton"


def test_people_who_come_for_a_time_leave_again(client: Client, owner: Member) -> None:
    assert changed(client, owner, until="2027-03-31")["until"] == "2027-03-31"


def test_people_who_come_in_steps_are_a_ramp(client: Client, owner: Member) -> None:
    steps = {"on1": "2027-01-11", "people1": "8", "on2": "2027-01-04", "people2": "4"}
    ramp = changed(client, owner, **steps)["ramp"]

    assert ramp == [{"on": "2027-01-04", "people": 4}, {"on": "2027-01-11", "people": 8}]


def test_the_day_a_question_was_played_on_is_kept(client: Client) -> None:
    answer = client.get(f"{GOALS}change/", {**FORM, "on": "2026-11-30"})

    assert answer.headers["Location"].endswith("&on=2026-11-30")


def test_a_new_site_stays_one_whatever_is_changed_about_it(client: Client, owner: Member) -> None:
    asked = client.get(GOALS, {"q": "open a second plant in Erie with 40 people on 1 March", **DAY})
    body = asked.content.decode()
    assert re.search(r'name="site"[^>]*value="Erie"', body)

    fields = {"kind": "new site", "team": "everybody", "site": "Erie", "from": "0", "to": "25"}
    understood = changed(client, owner, need_by="2027-03-01", **fields)

    assert (understood["kind"], understood["delta"]) == ("new site", 25)
    assert "Understood as a new site in Erie with 40 people" in " ".join(re.sub("<[^>]+>", "", body).split())


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"to": "many"}, "To: write a whole number of people."),
        ({"to": "24"}, "From 24 to 24 changes nothing."),
        ({"need_by": "soon"}, "Needed by: write a day as 2027-01-04."),
        ({"until": "2027-01-01"}, "People who come for a time go after the day they come."),
        ({"on1": "2027-01-04", "people1": "5"}, "The steps are 5 people, the change is 12."),
        ({"on1": "2027-01-04"}, "Step 1: write a whole number of people."),
    ],
)
def test_what_cannot_be_read_is_said_in_words(client: Client, fields: dict[str, str], said: str) -> None:
    answer = client.get(f"{GOALS}change/", FORM | fields)

    assert answer.status_code == 422
    assert said in answer.content.decode().replace("&#x27;", "'")
