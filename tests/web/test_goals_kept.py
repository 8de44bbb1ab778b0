"""Kept plans on pages: kept, accepted, ordered, withdrawn, dropped, compared, given out by a link."""

import re

import pytest
from django.test import Client

from fullscore.engine.registers.access import Member
from fullscore.store.models import Organisation, Person, PurchaseOrder, User
from tests.conftest import MemberFactory
from tests.store.mill import fill

TITLE = "We need to scale our sales team by 50 percent next quarter"
GOALS = "/o/harbor-mill/goals/"
PLAN = f"{GOALS}plans/g-1/"
DAY = {"on": "2026-11-23"}


@pytest.fixture
def mill(organisation: Organisation) -> Organisation:
    fill(organisation)
    return organisation


def client_of(by: Member) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=by.user_id))
    return client


@pytest.fixture
def client(mill: Organisation, owner: Member) -> Client:
    return client_of(owner)


def text_of(client: Client, address: str, **query: str) -> str:
    """Return the words of a page, tags taken out."""
    answer = client.get(address, {**DAY, **query})
    assert answer.status_code == 200, answer.content.decode()
    return words(answer.content.decode())


def words(body: str) -> str:
    text = re.sub(r"<[^>]+>", " ", body[body.index("<body") :])
    return " ".join(text.replace("&quot;", '"').replace("&#x27;", "'").split())


def keep(client: Client, then: str = "") -> None:
    answer = client.post(f"{GOALS}keep/", {"q": TITLE, "on": "2026-11-23", "then": then})
    assert answer.headers["Location"] == PLAN


def post(client: Client, address: str, **fields: str) -> int:
    return client.post(f"{address}?on=2026-11-23", fields).status_code


def requirement_of(client: Client, name: str) -> str:
    """Return the hidden id of the order whose row says `name`."""
    body = client.get(PLAN, DAY).content.decode()
    row = next(
        part
        for part in body[body.index('id="orders"') :].split("<li>")
        if name in part.replace("&quot;", '"')
    )
    found = re.search(r'name="requirement" value="([^"]+)"', row)
    assert found
    return found[1]


def test_accepting_an_answer_keeps_it_and_lists_its_orders(client: Client) -> None:
    keep(client, "accept")

    text = text_of(client, PLAN)
    assert "Accepted. 3 orders to place. Undo" in text
    assert 'Laptop 14" 9 · $11,565 once by' in text
    assert "accepted" in text


def test_keeping_orders_nothing(client: Client) -> None:
    keep(client)

    text = text_of(client, PLAN)
    assert "draft" in text
    assert "Orders of this plan" not in text
    assert "Nothing to order" in text_of(client, f"{GOALS}to-order/")


def test_a_half_understood_sentence_is_not_kept(client: Client) -> None:
    answer = client.post(f"{GOALS}keep/", {"q": "grow sales", "then": "accept"})

    assert answer.status_code == 422
    assert "No plan is kept yet" in text_of(client, f"{GOALS}plans/")


def test_what_was_ordered_is_a_purchase_order_and_leaves_the_list(client: Client) -> None:
    keep(client, "accept")
    requirement = requirement_of(client, 'Laptop 14"')
    ordered = {
        "requirement": requirement,
        "ordered_on": "2026-11-23",
        "due_on": "2026-12-11",
        "quantity": "9",
    }

    assert post(client, f"{PLAN}order/", **ordered) == 302

    assert 'Laptop 14" 9' not in text_of(client, f"{GOALS}to-order/").partition("What accepted plans")[2]
    text = text_of(client, PLAN)
    assert re.search(r'Laptop 14" 9 · \$11,565 once ordered', text)
    order = re.search(r'href="(/o/harbor-mill/vendors/orders/[^"]+)"', client.get(PLAN, DAY).content.decode())
    assert order
    assert "2026" in text_of(client, order[1])


def test_an_order_is_taken_back_and_stands_to_order_again(client: Client) -> None:
    keep(client, "accept")
    requirement = requirement_of(client, 'Laptop 14"')
    post(client, f"{PLAN}order/", requirement=requirement, ordered_on="2026-11-23", quantity="9")

    post(client, f"{PLAN}take-back/", requirement=requirement)

    assert 'Laptop 14" 9 · $11,565 once · g-1' in text_of(client, f"{GOALS}to-order/")


def test_an_order_that_is_not_needed_is_set_aside(client: Client) -> None:
    keep(client, "accept")

    post(client, f"{PLAN}set-aside/", requirement=requirement_of(client, 'Laptop 14"'))

    assert 'Laptop 14" 9 · $11,565 once not needed' in text_of(client, PLAN)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"quantity": "a few"}, "a few is not a quantity. Nothing was ordered."),
        ({"quantity": "NaN"}, "NaN is not a quantity. Nothing was ordered."),
        ({"ordered_on": "today"}, "today is not a day. Write it as 2026-11-25. Nothing was ordered."),
    ],
)
def test_an_order_that_cannot_be_read_is_refused_in_words(
    client: Client, mill: Organisation, fields: dict[str, str], said: str
) -> None:
    keep(client, "accept")
    requirement = requirement_of(client, 'Laptop 14"')

    answer = client.post(
        f"{PLAN}order/?on=2026-11-23", {"requirement": requirement, "quantity": "9", **fields}
    )

    assert answer.status_code == 422
    assert said in words(answer.content.decode())
    assert not PurchaseOrder.objects.of(mill.pk).filter(ref__startswith="g-1")


def test_a_withdrawn_plan_asks_for_nothing_and_can_be_accepted_again(client: Client) -> None:
    keep(client, "accept")

    post(client, f"{PLAN}withdraw/")

    assert "g-1 is withdrawn." in text_of(client, PLAN)
    assert "Nothing to order" in text_of(client, f"{GOALS}to-order/")
    post(client, f"{PLAN}accept/")
    assert "3 orders to place" in text_of(client, f"{GOALS}to-order/")


def test_a_dropped_plan_leaves_the_list_and_comes_back(client: Client) -> None:
    keep(client)

    post(client, f"{PLAN}drop/")

    assert "No plan is kept yet" in text_of(client, f"{GOALS}plans/")
    assert "dropped" in text_of(client, f"{GOALS}plans/", dropped="")
    post(client, f"{PLAN}restore/")
    assert "1 plan kept" in text_of(client, f"{GOALS}plans/")


def test_somebody_faster_is_named(client: Client) -> None:
    keep(client)
    post(client, f"{PLAN}accept/", version="1")

    assert post(client, f"{PLAN}drop/", version="1") == 409


def test_a_kept_plan_says_what_has_changed_since(client: Client) -> None:
    keep(client, "accept")
    assert "Nothing: planned again today it comes out the same" in text_of(client, PLAN)
    requirement = requirement_of(client, 'Laptop 14"')

    post(client, f"{PLAN}order/", requirement=requirement, ordered_on="2026-11-23", quantity="9")

    assert 'Laptop 14": nothing to order any more instead of 9' in text_of(client, PLAN)


def test_the_home_of_goals_shows_plans_with_their_next_order_and_what_waits(client: Client) -> None:
    keep(client, "accept")

    text = text_of(client, GOALS)

    assert "3 orders to place" in text
    assert f"{TITLE} g-1 · Sales +12, needed Mon 4 Jan" in text
    assert "$12,015" in text
    assert "See the kit lines" in text


def test_what_if_stands_beside_the_accepted_plans_and_keeps_nothing(client: Client) -> None:
    keep(client, "accept")

    text = text_of(client, f"{GOALS}what-if/", q="hire 4 people in Packing by 1 March")

    assert "As accepted With this Difference Once $12,015" in text
    assert "1 plan kept" in text_of(client, f"{GOALS}plans/")


def shared(client: Client) -> str:
    """Give out a link and return its address."""
    body = client.post(f"{PLAN}links/?on=2026-11-23", {"days": "30"}).content.decode()
    found = re.search(r'value="http://testserver(/plan/[^"]+/)"', body)
    assert found
    return found[1]


def test_a_link_shows_the_plan_to_anybody_and_nothing_to_press(client: Client) -> None:
    keep(client)
    address = shared(client)

    answer = Client().get(address)

    body = answer.content.decode()
    assert answer.status_code == 200
    text = words(body)
    assert "Made by Harbor Mill from its data of Monday 23 November 2026" in text
    assert "This link shows it until" in text
    assert "Yes, with one gap." in text
    assert not re.search(r"<(form|button|nav|input|a) ", body)
    for ours in ("assets.csv", "Owner", "/o/harbor-mill/"):
        assert ours not in body


def test_a_link_names_nobody(client: Client, mill: Organisation) -> None:
    Person.objects.of(mill.pk).filter(team__ref="sales").update(sets_up=True)
    keep(client)
    assert any(person.ref in text_of(client, PLAN) for person in Person.objects.of(mill.pk))

    body = Client().get(shared(client)).content.decode()

    assert not [person.ref for person in Person.objects.of(mill.pk) if person.ref in body]


def test_an_ended_link_says_so_and_what_to_do(client: Client) -> None:
    keep(client)
    address = shared(client)
    end = re.search(r'action="([^"]+/end/)"', client.get(PLAN, DAY).content.decode())
    assert end

    post(client, end[1])

    answer = Client().get(address)
    assert answer.status_code == 404
    assert "This link shows nothing any more" in answer.content.decode()
    assert "Ask" in words(answer.content.decode())


def test_a_link_can_be_given_out_right_from_an_answer(client: Client) -> None:
    answer = client.post(f"{GOALS}keep/", {"q": TITLE, "on": "2026-11-23", "then": "link"})

    assert "Copy the link now" in answer.content.decode()


def test_links_of_no_or_too_many_days_are_refused(client: Client) -> None:
    keep(client)

    assert post(client, f"{PLAN}links/", days="0") == 422
    assert post(client, f"{PLAN}links/", days="9000") == 422


def test_who_may_only_read_is_offered_nothing_to_press(
    client: Client, mill: Organisation, member: MemberFactory
) -> None:
    keep(client, "accept")
    auditor = client_of(member("auditor"))

    assert "Accept the plan" not in text_of(auditor, GOALS, q=TITLE)
    text = text_of(auditor, PLAN)
    assert "Withdraw it" not in text
    assert "Links to this plan" not in text
    assert "Ordered…" not in text
