"""The page of risk as people use it, without a script."""

from collections.abc import Callable

import pytest
from django.db.models import QuerySet
from django.test import Client

from fullscore.engine.registers.access import Member
from fullscore.store.models import BudgetRun, Organisation, Scenario
from fullscore.usecases import registers, risk
from fullscore.usecases.risk.values import Run
from tests.conftest import NOW, TODAY
from tests.web.test_goals_kept import client_of, words

pytestmark = pytest.mark.django_db
ADDRESS = "/o/harbor-mill/risk/"
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
def losses(save: Save) -> None:
    """Two things that may happen, one an assumption; a control a proposal would bring; an insurance."""
    save(
        "scenarios", name="Ransomware", kind="ransomware", often_low="0.05", often_high="0.4",
        loss_low="20000", loss_high="400000", said_by="Ruth Morrow", said_on="2026-09-03",
    )  # fmt: skip
    save(
        "scenarios", name="Invoice fraud", kind="fraud", often_low="0.1", often_likely="0.3",
        often_high="0.8", loss_low="5000", loss_high="60000", is_assumed="yes",
    )  # fmt: skip
    save("controls", name="Off-site copy")
    save("reductions", control="off-site-copy", scenario="ransomware", acts_on="loss", less="60")
    save(
        "insurances",
        name="Cyber",
        scenario="ransomware",
        deductible="25000",
        share="100",
        most_a_year="250000",
    )
    save("tolerances", name="A bad year", one_in_years="10", amount="30000", said_by="Ruth Morrow")
    save("tolerances", name="The worst", one_in_years="100", amount="2000000")


def runs_of(owner: Member) -> QuerySet[BudgetRun]:
    return BudgetRun.objects.of(owner.organisation_id)


def worked_out(owner: Member) -> Run:
    """Ask for bad years and answer as the worker would, from fewer years."""
    asked = risk.ask(by=owner, on=TODAY, now=NOW)
    document = risk.simulate(by=owner, on=TODAY)
    runs_of(owner).filter(number=asked.number).update(state="done", document=document, ended_at=NOW)
    return risk.run(by=owner, number=asked.number)


def page(client: Client, address: str = ADDRESS) -> str:
    response = client.get(address)
    assert response.status_code == 200, response.content.decode()
    return response.content.decode()


def test_an_empty_page_says_what_to_begin_with_and_leads_there(client: Client) -> None:
    found = page(client)

    assert "Nobody has said yet what may go wrong" in found
    assert "/risk/scenarios/new/?name=Ransomware&amp;kind=ransomware&amp;is_assumed=yes" in found


@pytest.mark.usefixtures("losses")
def test_before_bad_years_are_worked_out_the_exact_yearly_figures_stand(client: Client) -> None:
    text = words(page(client))

    assert "Losses of $" in text
    assert "How bad a year can get was not worked out yet." in text
    assert "Work out bad years" in text
    assert "How bad a year can get What" not in text


@pytest.mark.usefixtures("losses")
def test_the_answer_is_the_title_and_says_whose_assumptions(client: Client, owner: Member) -> None:
    worked_out(owner)
    text = words(page(client))

    assert (
        "A usual year costs $" in text
        or "Half of all years cost nothing; one year in ten more than $" in text
    )
    assert "1 of 2 scenarios rests on assumptions to replace by your own figures." in text
    assert "simulated years" in text


@pytest.mark.usefixtures("losses")
def test_what_can_be_borne_is_said_in_words_where_it_is_exceeded_and_where_not(
    client: Client, owner: Member
) -> None:
    worked_out(owner)
    text = words(page(client))

    assert "more than can be borne." in text
    assert "the limit is $30,000 (Ruth Morrow), and is passed" in text
    assert "$2,000,000 can be borne" in text
    assert text.index("more than can be borne.") < text.index("$2,000,000 can be borne")


@pytest.mark.usefixtures("losses")
def test_each_scenario_opens_to_its_sum_and_says_where_to_put_own_figures(
    client: Client, owner: Member
) -> None:
    worked_out(owner)
    html = page(client)
    found = risk.board(by=owner, on=TODAY, now=NOW).of("ransomware")

    assert found is not None
    assert found.amount is not None
    assert f"{found.amount:,.0f}" in html
    assert 'popovertarget="sum-loss-ransomware"' in html
    assert 'id="sum-loss-ransomware"' in html
    assert "/risk/scenarios/invoice-fraud/edit/" in html
    assert "Put in your own figures" in html


@pytest.mark.usefixtures("losses")
def test_a_control_says_what_it_takes_off_a_year(client: Client, owner: Member) -> None:
    text = words(page(client))
    found = risk.board(by=owner, on=TODAY, now=NOW).of("ransomware")

    assert found is not None
    assert found.amount is not None
    assert "Ransomware 60% less each time" in text
    assert f"${found.amount * 0.6:,.0f}" in text
    assert "no proposal" in text


@pytest.mark.usefixtures("losses")
def test_insurance_is_shown_before_and_after(client: Client, owner: Member) -> None:
    worked_out(owner)
    text = words(page(client))

    assert "Cyber: above $25,000, up to $250,000 a year" in text
    assert "Stays with you" in text
    assert "after insurance" in text


@pytest.mark.usefixtures("losses")
def test_what_was_written_since_makes_the_bad_years_old(client: Client, owner: Member, save: Save) -> None:
    worked_out(owner)
    save("scenarios", name="Flood", often_low="0.01", often_high="0.02", loss_low="1000", loss_high="2000")

    assert "Something was written since." in words(page(client))


@pytest.mark.usefixtures("losses")
def test_it_is_worked_out_on_request_and_can_be_stopped(client: Client, owner: Member) -> None:
    asked = client.post(f"{ADDRESS}runs/")
    run = runs_of(owner).get()
    text = words(page(client))

    assert asked.status_code == 302
    assert "Working out bad years" in text
    assert client.get(f"{ADDRESS}runs/{run.number}/").status_code == 200
    client.post(f"{ADDRESS}runs/{run.number}/stop/")
    run.refresh_from_db()
    assert run.state == "stopped"
    assert client.get(f"{ADDRESS}runs/{run.number}/").headers["HX-Refresh"] == "true"


@pytest.mark.usefixtures("losses")
def test_how_far_it_is_is_said_in_years(client: Client, owner: Member) -> None:
    client.post(f"{ADDRESS}runs/")
    runs_of(owner).update(state="running", progress={"level": "years", "value": "250000/2000000"})

    text = page(client)
    assert "250,000 of at most 2,000,000 years." in text
    assert 'value="12"' in text


@pytest.mark.usefixtures("losses")
def test_the_page_of_a_scenario_shows_its_ranges_and_what_lessens_it(client: Client, owner: Member) -> None:
    worked_out(owner)
    text = words(page(client, f"{ADDRESS}losses/ransomware/"))

    assert "Ransomware costs $" in text
    assert "Figures of Ruth Morrow, 3 Sep 2026." in text
    assert "$20,000" in text
    assert "$400,000" in text
    assert "nine in ten cases lie between them" in text
    assert "60% less each time" in text
    assert client.get(f"{ADDRESS}losses/nothing/").status_code == 404


def test_an_outage_nobody_has_priced_is_named(client: Client, save: Save) -> None:
    save("services", name="ERP")
    save(
        "scenarios", name="ERP is down", service="erp", often_low="0.2", often_high="2", hours_low="2",
        hours_high="40",
    )  # fmt: skip
    text = words(page(client))

    assert "No scenario has a price yet" in text
    assert "not priced" in text
    assert "To see to" in text
    assert "has no price yet" in words(page(client, f"{ADDRESS}losses/erp-is-down/"))


@pytest.mark.usefixtures("losses")
def test_the_sheet_holds_what_a_year_is_expected_to_cost(client: Client, owner: Member) -> None:
    worked_out(owner)
    answer = client.get(f"{ADDRESS}losses.csv")
    lines = answer.content.decode("utf-8-sig").splitlines()
    board = risk.board(by=owner, on=TODAY, now=NOW)

    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert (
        len(lines) == 1 + Scenario.objects.of(Organisation.objects.get(pk=owner.organisation_id).pk).count()
    )
    ransomware = board.of("ransomware")
    assert ransomware is not None
    assert f"{ransomware.amount:.2f}" in next(one for one in lines if "Ransomware" in one)


@pytest.mark.usefixtures("losses")
def test_what_somebody_typed_stays_text(client: Client, owner: Member, save: Save) -> None:
    save(
        "scenarios",
        name="<b>Flood</b>",
        often_low="0.5",
        often_high="0.5",
        loss_low="90000",
        loss_high="90000",
    )
    worked_out(owner)

    assert "<b>Flood</b>" not in page(client)
    assert "&lt;b&gt;Flood&lt;/b&gt;" in page(client)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("risk-without-often", "nobody has said how often it comes"),
        ("risk-without-cost", "nobody has said what it costs"),
        ("risk-outage-unpriced", "is counted without the hours it lasts"),
        ("risk-outage-partly-priced", "is counted too low"),
    ],
)
def test_what_is_left_out_is_said_with_what_to_do(client: Client, save: Save, code: str, said: str) -> None:
    often = {"often_low": "0.2", "often_high": "2"}
    hours = {"hours_low": "2", "hours_high": "40", "service": "erp"}
    given = {
        "risk-without-often": {"loss_low": "1000", "loss_high": "9000"},
        "risk-without-cost": often,
        "risk-outage-unpriced": {**often, **hours},
        "risk-outage-partly-priced": {**often, **hours},
    }[code]
    is_partly = code == "risk-outage-partly-priced"
    save(
        "services",
        name="ERP",
        **({"outage_cost_hour": "900", "outage_cost_by": "Ruth Morrow"} if is_partly else {}),
    )
    save("services", name="Stock counts")
    save("supports", service="stock-counts", other="erp")
    team = save("teams", name="Stock")
    save("people", name="Sam Reed", team=team)
    save("uses", service="stock-counts", team=team)
    save("uses", service="erp", team=team)
    save("scenarios", name="ERP is down", **given)

    assert said in words(page(client))


@pytest.mark.usefixtures("losses")
@pytest.mark.parametrize("years", [1, 20, 1000, 5000])
def test_any_number_of_years_may_be_said(client: Client, owner: Member, save: Save, years: int) -> None:
    save("tolerances", name="Another", one_in_years=str(years), amount="1")
    worked_out(owner)

    assert f"ne year in {years:,}" in words(page(client))


def test_insurance_that_brings_it_within_the_limit_is_said(client: Client, owner: Member, save: Save) -> None:
    save("scenarios", name="Fire", often_low="2", often_high="2", loss_low="1000", loss_high="9000")
    save("tolerances", name="A bad year", one_in_years="10", amount="2000")
    save("insurances", name="All of it", deductible="0", share="100")
    worked_out(owner)

    assert "After insurance it is kept." in words(page(client))
