"""The page of goals: answer first, rows that open to their sums, questions asked back."""

import re

import pytest
from django.test import Client

from fullscore.engine.registers.access import Member
from fullscore.store.models import ItemModel, Organisation, Pool, User
from fullscore.usecases.goals import plan_goal
from fullscore.web.templatetags.words import MINUS
from tests.conftest import TODAY, MemberFactory
from tests.store.mill import fill

TITLE = "We need to scale our sales team by 50 percent next quarter"
PAGE = "/o/harbor-mill/goals/"


@pytest.fixture
def mill(organisation: Organisation) -> Organisation:
    fill(organisation)
    return organisation


def ask(by: Member, sentence: str) -> tuple[int, str]:
    """Return status and text of the answer; tags are taken out, spaces put together."""
    client = Client()
    client.force_login(User.objects.get(pk=by.user_id))
    answer = client.get(PAGE, {"q": sentence, "on": "2026-11-23"})
    body = answer.content.decode()
    text = re.sub(r"<[^>]+>", " ", body[body.index("<main") :])
    return answer.status_code, " ".join(text.replace("&quot;", '"').replace("&#x27;", "'").split())


def test_the_answer_comes_first_in_plain_words(mill: Organisation, owner: Member) -> None:
    status, text = ask(owner, TITLE)

    assert status == 200
    assert "Understood as Sales from 24 to 36 people , all in Dayton , needed on Monday 4 January ." in text
    assert (
        text.index("Yes, with one gap.")
        < text.index("Last day to order")
        < text.index("What has to be there")
    )
    assert 'Order nine Laptop 14" by Wednesday 25 November' in text


def test_once_and_a_year_are_the_documents_totals(mill: Organisation, owner: Member) -> None:
    text = ask(owner, TITLE)[1]

    totals = plan_goal(by=owner, sentence=TITLE, on=TODAY).content["totals"]
    assert isinstance(totals, dict)
    assert (totals["cost_once"], totals["cost_year"]) == ("12015.00", "11280.00")
    assert "Once $12,015 A year, from then on $11,280 Work to set up" in text


def test_the_work_is_said_in_hours_and_opens_to_its_parts(mill: Organisation, owner: Member) -> None:
    text = ask(owner, TITLE)[1]

    hours = re.search(r"Work to set up ([\d.]+) h Orders 3", text)
    assert hours
    assert f"= {hours[1]} h to set everything up" in text


def test_a_row_opens_to_its_sum_with_file_and_lines(mill: Organisation, owner: Member) -> None:
    text = ask(owner, TITLE)[1]

    assert "12 12 new people in Dayton; 24 held by 24 people today" in text
    free = f"{MINUS} 3 in stock assets.csv, lines 88, 89 and 90"
    assert f"{free} {MINUS} 2 on its way, in time Orders 118 + 2 kept back" in text
    assert "= 9 to order, at $1,285 = $11,565 once" in text
    assert "25 Nov last day to order" in text


def test_a_link_shows_its_present_use_and_its_sizes(mill: Organisation, owner: Member) -> None:
    text = ask(owner, TITLE)[1]

    assert "160 in use (count)" in text
    assert "+ 21 12 new people in Dayton, 1.75 each" in text
    assert "the smallest size that carries it, sold as 200 or 500 = $450 once and $3,360 a year" in text


def test_a_missing_price_says_so_and_makes_the_total_at_least(mill: Organisation, owner: Member) -> None:
    ItemModel.objects.of(mill.pk).update(unit_cost=None)

    text = ask(owner, TITLE)[1]

    assert "not priced" in text
    assert "Once, at least $450" in text
    assert 'The price of Laptop 14" is not known; totals are at least so much Set it' in text


def test_what_there_is_enough_of_stands_below_the_orders(mill: Organisation, owner: Member) -> None:
    Pool.objects.of(mill.pk).filter(ref="crm").update(capacity=99)

    text = ask(owner, TITLE)[1]

    assert text.index('Laptop 14"') < text.index("enough")


def test_words_not_used_are_named_beside_what_was_understood(mill: Organisation, owner: Member) -> None:
    assert "Not used: because, Ohio contract ." in ask(owner, f"{TITLE} because of the Ohio contract")[1]


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        (
            "grow the sails team by 5 people next quarter",
            'No team is called "sails". Did you mean Sales? Sales',
        ),
        ("grow sales next quarter", "Understood: the team Sales, by Monday 4 January 2027. How many people?"),
        (
            "grow sales by 5 people",
            "By when? Say a day, month or quarter, like: next quarter, by 1 March. next quarter",
        ),
        ("we need 5 people in sales in March", "5 people more 5 people fewer 5 people in all"),
        ("grow by 5 people next quarter", "Which team? Name one of Packing and Sales. Packing Sales"),
    ],
)
def test_a_question_half_understood_is_asked_back_with_likely_answers(
    mill: Organisation, owner: Member, sentence: str, shown: str
) -> None:
    status, text = ask(owner, sentence)

    assert status == 422
    assert shown in text


def test_a_likely_answer_is_a_question_that_is_understood(mill: Organisation, owner: Member) -> None:
    client = Client()
    client.force_login(User.objects.get(pk=owner.user_id))
    for sentence in ("grow the sails team by 5 people next quarter", "we need 5 people in sales in March"):
        body = client.get(PAGE, {"q": sentence, "on": "2026-11-23"}).content.decode()
        offers = re.findall(r'href="(\?q=[^"]+)"', body)
        assert offers
        for offer in offers:
            assert client.get(f"{PAGE}{offer.replace('&amp;', '&')}&on=2026-11-23").status_code == 200, offer


def test_without_a_question_the_page_offers_some_of_our_own_teams(mill: Organisation, owner: Member) -> None:
    status, text = ask(owner, "")

    assert status == 200
    assert "Scale Sales by 50 percent next quarter" in text


def test_without_teams_the_page_says_what_to_bring_in(organisation: Organisation, owner: Member) -> None:
    assert "There is no team yet" in ask(owner, "")[1]


def test_who_may_not_change_rows_is_not_offered_to(mill: Organisation, member: MemberFactory) -> None:
    ItemModel.objects.of(mill.pk).update(unit_cost=None)

    assert "Set it" not in ask(member("executive"), TITLE)[1]


def test_a_sentence_is_shown_as_text_and_never_as_markup(mill: Organisation, owner: Member) -> None:
    client = Client()
    client.force_login(User.objects.get(pk=owner.user_id))

    body = client.get(PAGE, {"q": "<script>alert(1)</script> grow sales"}).content.decode()

    assert "<script>alert" not in body


def test_no_style_or_script_stands_in_the_page(mill: Organisation, owner: Member) -> None:
    client = Client()
    client.force_login(User.objects.get(pk=owner.user_id))

    body = client.get(PAGE, {"q": TITLE, "on": "2026-11-23"}).content.decode()

    assert " style=" not in body
    assert "<style" not in body
    assert " onclick=" not in body


def test_every_month_of_the_year_and_what_falls_into_it_is_told(mill: Organisation, owner: Member) -> None:
    text = ask(owner, TITLE)[1]

    assert text.index("What has to be there") < text.index("Cost by month") < text.index("Hours by week")
    months = text[text.index("The months in figures") : text.index("Hours by week")]
    assert re.search(r'\$11,565 Laptop 14"', months)
    assert "running" in months


def test_later_starts_stand_below_the_asked_one_and_are_questions(mill: Organisation, owner: Member) -> None:
    client = Client()
    client.force_login(User.objects.get(pk=owner.user_id))
    body = client.get(PAGE, {"q": TITLE, "on": "2026-11-23"}).content.decode()

    later = body[body.index("And if they start later?") :]
    assert later.count("12 on 4 January") == 1
    offers = re.findall(r'href="(/o/harbor-mill/goals/\?q=[^"]+)"', later)
    assert offers
    for offer in offers:
        assert client.get(f"{offer.replace('&amp;', '&')}&on=2026-11-23").status_code == 200, offer


def test_every_assumption_is_told(mill: Organisation, owner: Member) -> None:
    made = plan_goal(by=owner, sentence=TITLE, on=TODAY).content["assumptions"]
    text = ask(owner, TITLE)[1]

    assert isinstance(made, list)
    assert made
    assert all(one["text"] in text for one in made)


def test_a_plan_is_taken_away_as_a_workbook(mill: Organisation, owner: Member) -> None:
    client = Client()
    client.force_login(User.objects.get(pk=owner.user_id))

    answer = client.get(f"{PAGE}plan.xlsx", {"q": TITLE, "on": "2026-11-23"})

    assert answer.headers["Content-Disposition"] == 'attachment; filename="plan.xlsx"'
    assert answer.content.startswith(b"PK")
