"""The page of what fails with what: from either end, by several, typed in, taken back; seen by who may."""

import re

import pytest
from django.test import Client

from fullscore.engine.registers.access import Member, Role
from fullscore.store.models import Organisation, Service, Support
from tests.conftest import MemberFactory
from tests.store.test_graph import rest
from tests.web.test_goals_kept import client_of, words

PAGE = "/o/harbor-mill/estate/impact/"
TYPE = "/o/harbor-mill/estate/connect/"
ON = {"on": "2026-11-23"}


@pytest.fixture
def client(organisation: Organisation, owner: Member) -> Client:
    rest(organisation)
    return client_of(owner)


def html(client: Client, status: int = 200, **asked: object) -> str:
    answer = client.get(PAGE, {**ON, **asked})
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def boxes(page: str) -> dict[str, tuple[str, ...]]:
    """Return the place of each box by what it is called."""
    found = re.findall(r'<title>([^<:]+): [^<]+</title><rect x="([\d.]+)" y="([\d.]+)"', page)
    return {name: tuple(place) for name, *place in found}


def test_the_answer_is_the_title_with_people_and_cost(client: Client) -> None:
    text = words(html(client, of="Firewall HQ"))

    assert "Firewall HQ takes 2 services down" in text
    assert "25 people wait, if it lasts 9 h from Mon 23 Nov, 08:00 on." in text
    assert "CRM is down: it rests on Internet, which rests on Firewall HQ." in text
    assert "24 people: Sales" in text
    assert "$414" in text
    assert "9 h × $46" in text  # noqa: RUF001  the sign people read
    assert "not all is priced" in text


def test_the_same_picture_from_whichever_end_it_is_opened(client: Client) -> None:
    below, above = boxes(html(client, of="items:fw-1")), boxes(html(client, of="services:crm"))

    assert below == above
    assert set(below) == {"CRM", "Internet", "Firewall HQ", "Internet link", "Corvid", "Tomas Reyes"}


def test_a_service_says_what_alone_takes_it_down(client: Client) -> None:
    text = words(html(client, of="CRM"))

    assert "CRM takes no other service down" in text
    assert re.search("What alone takes CRM down Firewall HQ .*Internet link .*Internet .*Corvid", text)


def test_several_fail_together_for_as_long_as_is_said(client: Client) -> None:
    text = words(html(client, of=["Firewall HQ", "Corvid"], hours="2,5", begin="2026-11-24T09:00"))

    assert "Firewall HQ and Corvid take 2 services down" in text
    assert "if it lasts 2.5 h from Tue 24 Nov, 09:00 on." in text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"of": "Firewal HQ"}, "Did you mean Firewall HQ?"),
        ({"of": "CRM", "hours": "-1"}, "is no length of time"),
        ({"of": "CRM", "hours": "soon"}, "is no length of time"),
    ],
)
def test_what_is_not_understood_is_said_beside_the_whole(
    client: Client, asked: dict[str, str], said: str
) -> None:
    assert said in words(html(client, 422, **asked))


def test_nothing_asked_shows_what_alone_stops_most_and_what_to_see_to(client: Client) -> None:
    text = words(html(client))

    assert "Firewall HQ alone takes 2 services down" in text
    assert "Nobody answers for Internet" in text
    assert len(boxes(html(client))) == 6


def test_a_sentence_is_written_down_and_taken_back(client: Client, organisation: Organisation) -> None:
    client.post(TYPE, {"sentence": "CRM rests on Firewall HQ"})
    page = html(client)
    assert "1 line written down." in words(page)
    back = re.search(r'action="([^"]+connect/undo/[^"]+)"', page)
    assert back is not None
    client.post(back[1])

    assert "1 line taken back." in words(html(client))
    assert Support.objects.of(organisation.pk).filter(archived_at=None).count() == 5


def test_a_name_nobody_knows_may_become_a_service(client: Client, organisation: Organisation) -> None:
    answer = client.post(TYPE, {"sentence": "CRM rests on Blockchain"})
    assert answer.status_code == 422
    assert "Nothing here is called Blockchain." in words(answer.content.decode())
    assert "Add as new services" in words(answer.content.decode())
    client.post(TYPE, {"sentence": "CRM rests on Blockchain", "adds": "on"})

    assert Service.objects.of(organisation.pk).filter(name="Blockchain").exists()


def test_an_auditor_reads_and_types_nothing(client: Client, member: MemberFactory) -> None:
    auditor = client_of(member(Role.AUDITOR))

    assert "Write it down" not in words(html(auditor))
    assert auditor.post(TYPE, {"sentence": "CRM rests on Firewall HQ"}).status_code == 403


def test_names_are_no_markup(client: Client, organisation: Organisation) -> None:
    Service.objects.of(organisation.pk).filter(ref="crm").update(name='<b onclick="x">CRM</b>')
    page = html(client, of="items:fw-1")

    assert "<b onclick" not in page


def test_nothing_known_yet_says_how_to_begin(organisation: Organisation, owner: Member) -> None:
    text = words(html(client_of(owner)))

    assert "Nobody has said what rests on what" in text
    assert "Type one sentence" in text


def test_what_only_gets_worse_is_told_apart_in_the_title(client: Client) -> None:
    assert "Corvid makes 1 service worse" in words(html(client, of="Corvid", hours="1"))
    assert "Corvid takes 1 service down" in words(html(client, of="Corvid", hours="9"))
    assert "no new sign-in" in words(html(client, of="Corvid", hours="1"))
