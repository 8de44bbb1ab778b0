"""The page of one change: where it stands, whom it stops, who must agree, and what can be done next."""

import re

import pytest
from django.test import Client

from fullscore.engine.registers.access import Member, Role
from fullscore.store.models import Agreement, Change, ChangeStep, Organisation, User
from tests.conftest import MemberFactory
from tests.usecases.changing import furnish

NEW = "/o/harbor-mill/changes/plans/new/"
ONE = "/o/harbor-mill/changes/plans/upgrade-the-firewall/"
DAY = "?on=2026-11-23"
FIELDS = {
    "kind": "normal", "name": "Upgrade the firewall", "why": "It gets no more updates.",
    "touches": "Firewall HQ: down", "crew": "1 with network", "likely_hours": "1 h 30 min",
    "rollback_hours": "30 min", "steps": "Save its settings\nUpgrade", "whole": "yes",
}  # fmt: skip


@pytest.fixture
def house(organisation: Organisation) -> Organisation:
    furnish(organisation)
    return organisation


def client_of(by: Member) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=by.user_id))
    return client


@pytest.fixture
def client(house: Organisation, owner: Member) -> Client:
    return client_of(owner)


@pytest.fixture
def written(client: Client) -> Client:
    """Somebody who has written the upgrade down."""
    assert post(client, NEW, **FIELDS) == 302
    return client


def post(client: Client, address: str, **fields: str) -> int:
    return client.post(f"{address}{DAY}", fields).status_code


def text_of(client: Client, address: str = ONE, status: int = 200) -> str:
    """Return the words of a page, tags taken out."""
    answer = client.get(f"{address}{DAY}")
    assert answer.status_code == status, answer.content.decode()
    return words(answer.content.decode())


def words(body: str) -> str:
    text = re.sub(r"<[^>]+>", " ", body[body.index("<body") :])
    return " ".join(text.replace("&quot;", '"').replace("&#x27;", "'").split())


def asked(client: Client) -> None:
    assert post(client, f"{ONE}ask/") == 302


def agreed(client: Client) -> None:
    asked(client)
    for person in ("mara", "priya"):
        assert post(client, f"{ONE}answer/", person=person, said="agreed") == 302


def state(organisation: Organisation) -> str:
    return Change.objects.of(organisation.pk).get(ref="upgrade-the-firewall").state


def test_written_down_it_says_what_follows(written: Client) -> None:
    page = text_of(written)

    assert "Upgrade the firewall has no date yet" in page
    assert "CRM Firewall HQ → CRM down Mara Lind" in page
    assert "Mail Firewall HQ → Mail slower or partly away Priya Shah" in page
    assert "Mara Lind not asked yet answers for CRM" in page
    assert "Ask the owners" in page
    assert "1 with network Dana Whitfield" in page


def test_the_risk_opens_to_its_sum(written: Client) -> None:
    page = text_of(written)

    assert "Risk high" in page
    assert "1 down and 1 slower, of the services" in page
    assert "nobody wrote how it is taken back" in page


def test_what_is_wrong_in_the_form_is_said_and_kept(client: Client) -> None:
    answer = client.post(f"{NEW}{DAY}", {**FIELDS, "touches": "Firewal HQ", "likely_hours": "soon"})

    page = words(answer.content.decode())
    assert answer.status_code == 422
    assert "Did you mean Firewall HQ?" in page
    assert "“soon” is no length of time" in page
    assert "It gets no more updates." in page


def test_asked_it_waits_and_hands_out_links(written: Client) -> None:
    asked(written)

    page = text_of(written)
    assert "Upgrade the firewall waits for Mara Lind and Priya Shah" in page
    assert "Hand Mara Lind and Priya Shah their link." in page
    assert len(re.findall("/agree/", written.get(f"{ONE}{DAY}").content.decode())) == 2


def test_who_may_only_read_gets_no_link_and_no_button(written: Client, member: MemberFactory) -> None:
    asked(written)

    body = client_of(member(Role.AUDITOR)).get(f"{ONE}{DAY}").content.decode()

    assert "/agree/" not in body
    assert 'method="post" action="/' in body  # the way out
    assert not re.findall(r'method="post" action="(?!/)', body)


def test_from_agreed_to_done_with_an_undo_beside(written: Client, house: Organisation) -> None:
    agreed(written)
    assert "Find a date" in text_of(written)

    assert post(written, f"{ONE}act/", do="begin") == 302
    page = written.get(f"{ONE}{DAY}").content.decode()
    assert "is running since" in words(page)
    undo = re.search(r'action="([^"]+/undo/\d+/)"', page)
    assert undo is not None
    assert post(written, undo[1]) == 302
    assert state(house) == "agreed"

    post(written, f"{ONE}act/", do="begin")
    post(written, f"{ONE}act/", do="finish")
    assert "was done on" in text_of(written)


def test_an_objection_without_a_reason_is_refused_on_the_page(written: Client) -> None:
    asked(written)

    answer = written.post(f"{ONE}answer/{DAY}", {"person": "mara", "said": "objected"})

    assert answer.status_code == 422
    assert "Say why in a few words" in words(answer.content.decode())


def test_an_objection_is_shown_with_its_reason_and_decided_on(written: Client, house: Organisation) -> None:
    asked(written)
    post(written, f"{ONE}answer/", person="mara", said="objected", reason="Quotes go out then.")
    page = text_of(written)
    assert "Upgrade the firewall is objected to by Mara Lind" in page
    assert "“Quotes go out then.”" in page

    assert post(written, f"{ONE}decide/", outcome="approved", reason="The hole is open.") == 302

    assert state(house) == "agreed"


def test_a_step_is_ticked_and_taken_back(written: Client, house: Organisation) -> None:
    step = ChangeStep.objects.of(house.pk).get(position=1)

    assert post(written, f"{ONE}steps/{step.ref}/", done="yes") == 302

    page = written.get(f"{ONE}{DAY}").content.decode()
    assert 'aria-checked="true"' in page
    undo = re.search(r'action="([^"]+/steps/[^"]+/undo/\d+/)"', page)
    assert undo is not None
    assert post(written, undo[1]) == 302
    assert not ChangeStep.objects.of(house.pk).get(position=1).is_done


def test_two_people_at_once_are_told(written: Client) -> None:
    agreed(written)

    answer = written.post(f"{ONE}act/{DAY}", {"do": "abandon", "version": "1"})

    assert answer.status_code == 409


def test_the_link_of_a_letter_opens_without_an_account_and_works_once(
    written: Client, house: Organisation
) -> None:
    asked(written)
    link = re.search(r"/agree/[^\"]+/", written.get(f"{ONE}{DAY}").content.decode())
    assert link is not None
    stranger = Client()

    page = stranger.get(link[0]).content.decode()
    mark = re.search(r'name="mark" value="(\w+)"', page)
    assert mark is not None
    assert "Mara Lind, do you agree?" in words(page)
    assert "Both sides in the same figures" in words(page)
    refused = stranger.post(link[0], {"said": "objected", "mark": mark[1]})
    assert refused.status_code == 422
    assert stranger.post(link[0], {"said": "agreed", "mark": mark[1]}).status_code == 302

    assert "You agreed" in words(stranger.get(link[0]).content.decode())
    assert stranger.post(link[0], {"said": "objected", "reason": "no", "mark": mark[1]}).status_code == 404
    assert Agreement.objects.of(house.pk).get(person__ref="mara").answer == "agreed"


def test_a_link_nobody_sent_shows_nothing(client: Client) -> None:
    assert "This link shows nothing any more" in words(Client().get("/agree/1-1-x/").content.decode())


def test_edited_it_says_the_same_words_again(written: Client) -> None:
    body = written.get(f"{ONE}edit/{DAY}").content.decode()
    assert "Firewall HQ: down" in body
    assert "1 h 30 min" in body

    assert (
        post(written, f"{ONE}edit/", name="Upgrade the firewall", touches="CRM: degraded", version="1") == 302
    )

    assert "Mail" not in text_of(written).split("Who must agree")[0].split("What it touches")[1]


def test_an_emergency_is_written_down_afterwards(client: Client) -> None:
    fields = FIELDS | {
        "kind": "emergency", "begun_day": "2026-11-20", "begun_at": "22:10", "ended_day": "2026-11-20",
        "ended_at": "23:40", "outcome": "done",
    }  # fmt: skip
    assert post(client, NEW, **fields) == 302

    page = text_of(client)
    assert "Upgrade the firewall was done on Friday 20 November" in page
    assert "It took 1 h 30 min" in page


def test_a_service_says_what_changed_just_before(client: Client) -> None:
    fields = FIELDS | {
        "kind": "emergency", "begun_day": "2026-11-20", "begun_at": "22:10", "ended_day": "2026-11-20",
        "ended_at": "23:40",
    }  # fmt: skip
    post(client, NEW, **fields)

    crm = text_of(client, "/o/harbor-mill/estate/services/crm/")
    wiki = text_of(client, "/o/harbor-mill/estate/services/wiki/")

    assert "What changed just before this" in crm
    assert "Upgrade the firewall Firewall HQ done" in crm
    assert "Nothing was worked on." in wiki


def test_an_act_nobody_knows_does_nothing(written: Client, house: Organisation) -> None:
    answer = written.post(f"{ONE}act/{DAY}", {"do": "explode"})

    assert answer.status_code == 422
    assert "Choose one of: begin, finish, roll back, abandon and again." in words(answer.content.decode())
    assert state(house) == "draft"


def test_the_picture_of_what_fails_is_one_press_away(written: Client) -> None:
    body = written.get(f"{ONE}{DAY}").content.decode()
    link = re.search(r'href="([^"]+/estate/impact/[^"]+)"', body)
    assert link is not None

    answer = written.get(link[1].replace("&amp;", "&"))

    assert answer.status_code == 200
    assert "CRM" in words(answer.content.decode())
