"""The page of the budget as people use it, without a script."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client

from fullscore.engine.registers.access import Member
from fullscore.store.models import BudgetRun, Option
from fullscore.usecases import budget, registers
from tests.conftest import NOW
from tests.web.test_goals_kept import client_of, words

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ADDRESS = "/o/harbor-mill/budget/"
ERP = f"{ADDRESS}cases/erp/"
Save = Callable[..., str]


@pytest.fixture
def client(owner: Member) -> Client:
    return client_of(owner)


@pytest.fixture
def save(owner: Member) -> Save:
    def saved(register: str, **values: object) -> str:
        return registers.save(by=owner, register=register, ref=None, values=values, version=None, now=NOW).ref

    return saved


@pytest.fixture
def proposals(save: Save) -> None:
    """A copy elsewhere, two things that earn, one that does not, an ERP in two ways; $60,000 for 2027."""
    save(
        "scenarios", name="Ransomware", kind="ransomware", often_low="0.2", often_high="0.2",
        loss_low="100000", loss_high="100000",
    )  # fmt: skip
    save("controls", name="Off-site copy")
    save("reductions", control="off-site-copy", scenario="ransomware", acts_on="loss", less="60")
    for name, purpose, once, earns in (
        ("Quoting tool", "grow", "6000", "21000"), ("Label printers", "grow", "5800", "3100"),
        ("Intranet", "grow", "24000", "0"), ("Off-site copy", "secure", "7300", "0"),
    ):  # fmt: skip
        ref = save("proposals", name=name, purpose=purpose)
        way = save("options", proposal=ref, name="Buy it", once_cost=once, goal_value=earns)
        if purpose == "secure":
            save("brings", option=way, control="off-site-copy")
    save("proposals", name="ERP", purpose="run", why="Support ends in 2028.")
    save("options", proposal="erp", name="Keep it", is_nothing="yes", yearly_cost="10000")
    save(
        "options", proposal="erp", name="Upgrade", once_cost="30000", yearly_cost="8000", cost_avoided="20000"
    )
    save(
        "options", proposal="erp", name="Replace", once_cost="90000", yearly_cost="9000",
        goal_value="22000", must_be_true="A project leader for a year",
    )  # fmt: skip
    save("limits", name="2027", kind="budget", starts_on="2027-01-01", amount="60000")


def work(owner: Member) -> None:
    """Answer what was asked, as the worker does."""
    for run in BudgetRun.objects.of(owner.organisation_id).filter(state="asked"):
        budget.advance(key=str(run.pk), clock=lambda: NOW)


def page(client: Client, address: str = ADDRESS) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(unescape(response.content.decode()))


def chosen(client: Client, owner: Member) -> str:
    assert client.post(f"{ADDRESS}runs/", {"kind": "choose"}).status_code == 302
    work(owner)
    return page(client)


def ask(client: Client, owner: Member, text: str) -> str:
    assert client.post(f"{ADDRESS}what-if/", {"q": text}).status_code == 302
    work(owner)
    return page(client)


def text(markup: str) -> str:
    """Return what a person reads of a piece of a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", markup)).strip()


def cells(found: str, start: str) -> list[str]:
    """Return the cells of the table row that begins with a name."""
    rows = re.findall(r"<tr.*?</tr>", found, re.DOTALL)
    row = next(one for one in rows if text(one).startswith(start))
    return [text(cell) for cell in re.findall(r"<td.*?</td>", row, re.DOTALL)]


def test_an_empty_budget_says_what_to_add_and_what_one_gets(client: Client) -> None:
    found = page(client)

    assert "Nothing is proposed yet" in found
    assert "Three proposals are enough for an answer." in found
    assert "/budget/proposals/new/" in found


def test_before_it_is_worked_out_proposals_stand_with_what_they_cost(client: Client, proposals: None) -> None:
    found = page(client)

    assert "<h1>Five proposals, not weighed yet</h1>" in found
    assert "costs $6,000" in words(found)
    assert "Work it out" in found


def test_the_answer_is_the_title_and_every_proposal_has_its_side_and_reason(
    client: Client, proposals: None, owner: Member
) -> None:
    found = chosen(client, owner)

    # 30,000 + 8,000 for the ERP, 6,000, 5,800 and 7,300; 21,000 + 3,100 + 20,000 and 0.6 of 20,000 saved.
    assert "<h1>$57,100 in 2027 brings $56,100 a year</h1>" in found
    assert "No better choice exists under your limits." in words(found)
    assert "In: four proposals" in found
    assert "Out: one proposal" in found
    assert cells(found, "Off-site copy")[2:4] == ["$7,300", "$12,000"]


def test_what_falls_out_of_a_cut_adds_up_and_stands_below_its_answer(
    client: Client, proposals: None, owner: Member
) -> None:
    chosen(client, owner)
    found = ask(client, owner, "What do we lose if you cut 5k?")

    assert "About $3,100 a year, and no security." in text(found)
    assert cells(found, "Label printers") == ["Label printers", "$5,800", "$3,100"]
    assert cells(found, "Together") == ["Together", "$5,800", "$3,100"]
    assert "10% to 10.8%" in words(found)


def test_enter_asks_what_was_typed_and_not_what_is_offered_beside_it(
    client: Client, proposals: None, owner: Member
) -> None:
    chosen(client, owner)
    form = client.get(ADDRESS).text.partition('<form class="ask"')[2].partition("</form>")[0]

    # Browsers press the first button of a form.
    assert form.index(">Show it</button>") < form.index('name="instead"')


def test_a_cut_that_nothing_survives_names_what_stands_in_its_way(
    client: Client, proposals: None, owner: Member
) -> None:
    option = Option.objects.of(owner.organisation_id).get(proposal__ref="off-site-copy")
    client.post(f"{ADDRESS}cases/off-site-copy/pin/", {"option": option.ref, "pin": "pinned"})
    chosen(client, owner)
    found = ask(client, owner, "cut 45,000")

    assert "$12,100 in 2027 is too little. Something has to give." in text(found)
    assert "Off-site copy (Buy it) is pinned. Take the pin off." in text(found)


def test_more_money_says_what_it_would_buy(client: Client, proposals: None, owner: Member) -> None:
    chosen(client, owner)
    found = ask(client, owner, "10,000 more")

    assert "Nothing. More money buys nothing better." in words(found)


def test_a_question_that_is_not_understood_says_which_words(
    client: Client, proposals: None, owner: Member
) -> None:
    chosen(client, owner)
    refused = client.post(f"{ADDRESS}what-if/", {"q": "cut 5,000 from security"})

    assert refused.status_code == 422
    assert "“from security” is not understood here." in unescape(refused.content.decode())
    assert 'value="cut 5,000 from security"' in refused.content.decode()
    assert not BudgetRun.objects.of(owner.organisation_id).filter(kind="cut").exists()


def test_each_budget_brings_more_until_it_does_not(client: Client, proposals: None, owner: Member) -> None:
    chosen(client, owner)
    client.post(f"{ADDRESS}runs/", {"kind": "frontier"})
    work(owner)
    found = words(page(client))

    assert "What each budget brings" in found
    assert "Plan" in found
    # Replacing the ERP for 99,000 instead of upgrading it earns 2,000 more.
    assert "The next $61,000 would bring only $2,000 a year: do not ask for it." in found


def test_a_pin_is_kept_says_its_price_and_is_taken_back(
    client: Client, proposals: None, owner: Member
) -> None:
    chosen(client, owner)
    option = Option.objects.of(owner.organisation_id).get(proposal__ref="intranet")
    sent = {"option": option.ref, "pin": "pinned", "version": str(option.version), "from": "page"}
    answer = client.post(f"{ADDRESS}cases/intranet/pin/", sent, follow=True)
    shown = unescape(answer.content.decode())

    assert "“Intranet: Buy it” is pinned" in shown
    assert "Something was written since." in shown
    back = next(one for one in re.findall(r'action="([^"]+)"', shown) if "/undo/" in one)
    assert "pin costs" in words(chosen(client, owner)) or "costs" in cells(page(client), "Intranet")[4]

    client.post(back)
    option.refresh_from_db()
    assert option.pin == "free"


def test_what_reads_as_before_again_is_answered_as_before(
    client: Client, proposals: None, owner: Member
) -> None:
    chosen(client, owner)
    option = Option.objects.of(owner.organisation_id).get(proposal__ref="intranet")
    for pin in ("pinned", "free"):
        client.post(f"{ADDRESS}cases/intranet/pin/", {"option": option.ref, "pin": pin})
        found = chosen(client, owner)

    assert "Something was written since." not in found
    assert "<h1>$57,100 in 2027 brings $56,100 a year</h1>" in found
    assert BudgetRun.objects.of(owner.organisation_id).filter(kind="choose").count() == 2


def test_somebody_who_wrote_meanwhile_is_not_written_over(
    client: Client, proposals: None, owner: Member
) -> None:
    option = Option.objects.of(owner.organisation_id).get(proposal__ref="intranet")
    answer = client.post(
        f"{ADDRESS}cases/intranet/pin/", {"option": option.ref, "pin": "pinned", "version": "99"}
    )
    option.refresh_from_db()

    assert answer.status_code == 409
    assert option.pin == "free"


def test_limits_that_cannot_hold_together_are_named(
    client: Client, proposals: None, owner: Member, save: Save
) -> None:
    replace = Option.objects.of(owner.organisation_id).get(name="Replace")
    client.post(f"{ADDRESS}cases/erp/pin/", {"option": replace.ref, "pin": "pinned"})
    found = chosen(client, owner)

    assert "<h1>Your limits cannot hold together</h1>" in found
    assert "These two cannot hold together. Drop any one and there is a choice." in found
    assert "2027 has $60,000 to spend." in words(found)
    assert "ERP (Replace) is pinned. Take the pin off." in words(found)


def test_the_case_sets_all_ways_side_by_side(client: Client, proposals: None, owner: Member) -> None:
    chosen(client, owner)
    found = words(page(client, ERP))

    assert "It is in the best use of the money, as “Upgrade”." in found
    assert "Costs over 5 years $50,000 $135,000 $70,000" in re.sub(r"\s+", " ", found)
    assert "A project leader for a year" in found
    assert "When it has paid for itself" in found
    assert "What it hangs on" in found


def test_bad_years_of_a_case_are_simulated_when_somebody_asks(
    client: Client, proposals: None, owner: Member
) -> None:
    asked = client.post(f"{ADDRESS}runs/", {"kind": "case", "ref": "off-site-copy"})
    work(owner)
    found = words(page(client, asked["Location"].partition("#")[0]))

    assert "simulated years, seed" in found
    assert "1 year in 100" in found


def test_a_sheet_has_a_line_for_each_proposal(client: Client, proposals: None, owner: Member) -> None:
    chosen(client, owner)
    lines = client.get(f"{ADDRESS}budget.csv").content.decode("utf-8-sig").splitlines()

    assert len(lines) == 6
    assert any("off-site-copy" in line and "12000.00" in line for line in lines)


def test_a_run_that_goes_on_is_told_and_stopped(client: Client, proposals: None, owner: Member) -> None:
    client.post(f"{ADDRESS}runs/", {"kind": "choose"})
    run = BudgetRun.objects.of(owner.organisation_id).get()

    assert "Waiting for the worker to begin." in page(client)
    assert client.get(f"{ADDRESS}runs/{run.number}/").status_code == 200
    client.post(f"{ADDRESS}runs/{run.number}/stop/")
    assert "It was stopped" in page(client)
    assert client.get(f"{ADDRESS}runs/{run.number}/")["HX-Refresh"] == "true"
