"""A small house with losses and proposals, written row by row as people would."""

from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from fullscore.store.models import (
    Bringing,
    Cause,
    Control,
    Insurance,
    Limit,
    Need,
    Option,
    Organisation,
    Outlay,
    Person,
    Proposal,
    Reduction,
    Scenario,
    Service,
    ServiceUse,
    Team,
    Tolerance,
    Trigger,
)
from fullscore.store.models.registers import RegisterRow
from tests.conftest import NOW

R = TypeVar("R", bound=RegisterRow)
SAID_ON = date(2026, 11, 2)


def put(house: Organisation, model: type[R], ref: str, **fields: Any) -> R:  # noqa: ANN401  any column
    return model.objects.of(house.pk).create(
        organisation=house, ref=ref, created_at=NOW, changed_at=NOW, **fields
    )


def priced_erp(house: Organisation) -> Service:
    """Write a service six people work with 40 hours a week; an hour without it costs 420."""
    team = put(house, Team, "office", name="Office")
    for number in range(6):
        put(house, Person, f"p-{number}", name=f"Person {number}", team=team, status="active")
    erp = put(
        house, Service, "erp", name="ERP", outage_cost_hour=Decimal(420), outage_cost_by="Ruth",
        outage_cost_on=SAID_ON,
    )  # fmt: skip
    put(house, ServiceUse, "office-erp", service=erp, team=team, hours="Mon-Fri 08:00-16:00")
    return erp


def risky(house: Organisation) -> Service:
    """Write three losses, a cause of two of them, and four controls, one of them in place."""
    erp = priced_erp(house)
    ransom = put(
        house, Scenario, "ransom", name="Ransomware", kind="ransomware", often_low=Decimal("0.05"),
        often_high=Decimal("0.4"), loss_low=Decimal(20_000), loss_high=Decimal(400_000),
        second_share=Decimal(20), second_low=Decimal(10_000), second_high=Decimal(100_000),
        is_assumed=True,
    )  # fmt: skip
    down = put(
        house, Scenario, "erp-down", name="ERP down", kind="outage", service=erp, often_low=Decimal(1),
        often_likely=Decimal(2), often_high=Decimal(4), hours_low=Decimal(2), hours_likely=Decimal(5),
        hours_high=Decimal(24), said_by="Ruth", said_on=SAID_ON,
    )  # fmt: skip
    fraud = put(
        house, Scenario, "fraud", name="Invoice fraud", kind="fraud", events="once a year at most",
        often_low=Decimal("0.1"), often_likely=Decimal("0.2"), often_high=Decimal("0.4"),
        loss_low=Decimal(5_000), loss_high=Decimal(60_000),
    )  # fmt: skip
    stolen = put(
        house, Cause, "stolen", name="A stolen password", often_low=Decimal("0.2"), often_high=Decimal(1)
    )
    put(house, Trigger, "stolen-ransom", cause=stolen, scenario=ransom, share=Decimal(10))
    put(house, Trigger, "stolen-fraud", cause=stolen, scenario=fraud, share=Decimal(25))
    for ref, name, is_in_place in (
        ("backup", "Copy elsewhere", False), ("mfa", "MFA keys", False), ("link", "Second link", False),
        ("filter", "Mail filter", True),
    ):  # fmt: skip
        put(house, Control, ref, name=name, is_in_place=is_in_place)
    of = {row.ref: row for row in Control.objects.of(house.pk)}
    put(house, Reduction, "r-1", control=of["backup"], scenario=ransom, acts_on="loss", less=Decimal(60))
    put(house, Reduction, "r-2", control=of["mfa"], cause=stolen, acts_on="frequency", less=Decimal(80))
    put(house, Reduction, "r-3", control=of["link"], scenario=down, acts_on="frequency", less=Decimal(40))
    put(house, Reduction, "r-4", control=of["filter"], scenario=fraud, acts_on="frequency", less=Decimal(50))
    put(house, Insurance, "cyber", name="Cyber cover", scenario=ransom, deductible=Decimal(10_000),
        most_a_year=Decimal(200_000))  # fmt: skip
    put(house, Tolerance, "owners", name="What the owners bear", one_in_years=10, amount=Decimal(150_000),
        said_by="Ruth", said_on=SAID_ON)  # fmt: skip
    return erp


def proposing(house: Organisation) -> None:
    """Write six proposals with their ways, what they need, and the limits of two years."""
    controls = {row.ref: row for row in Control.objects.of(house.pk)}

    def way(proposal: Proposal, ref: str, name: str, control: str = "", **fields: Any) -> Option:  # noqa: ANN401
        option = put(house, Option, ref, proposal=proposal, name=name, **fields)
        if control:
            put(house, Bringing, f"{ref}-{control}", option=option, control=controls[control])
        return option

    copy = put(house, Proposal, "copy", name="Off-site copy", purpose="secure")
    way(copy, "copy-cloud", "In the cloud", "backup", yearly_cost=Decimal(7_300), hours=Decimal(24))
    way(copy, "copy-disk", "On disks", "backup", once_cost=Decimal(4_000), yearly_cost=Decimal(900),
        hours=Decimal(120), over_quarters=2)  # fmt: skip
    keys = put(house, Proposal, "keys", name="MFA keys", purpose="secure", is_mandatory=True)
    way(keys, "keys-all", "For everyone", "mfa", once_cost=Decimal(6_200), hours=Decimal(40))
    link = put(house, Proposal, "link", name="Second link", purpose="run")
    way(link, "link-lte", "By radio", "link", once_cost=Decimal(1_200), yearly_cost=Decimal(3_000),
        hours=Decimal(16))  # fmt: skip
    room = put(house, Proposal, "room", name="Meeting room", purpose="grow", serves="g-1")
    way(room, "room-full", "With cameras", once_cost=Decimal(8_900), goal_value=Decimal(11_000),
        hours=Decimal(30))  # fmt: skip
    quoting = put(
        house, Proposal, "quoting", name="Quoting tool", purpose="grow", starts_from=date(2027, 1, 1),
        starts_until=date(2027, 12, 31),
    )  # fmt: skip
    tool = way(quoting, "quoting-buy", "Bought", yearly_cost=Decimal(6_000), cost_avoided=Decimal(9_500),
               hours=Decimal(60), must_be_true="Sales uses it\nNine quotes a week")  # fmt: skip
    put(house, Outlay, "quoting-buy-2", option=tool, year=2, amount=Decimal(1_500), note="training")
    gone = put(house, Proposal, "gone", name="New intranet", purpose="grow", state="declined")
    way(gone, "gone-buy", "Bought", once_cost=Decimal(5_000), goal_value=Decimal(50_000))
    put(house, Need, "n-1", proposal=quoting, how="needs", other_proposal=link)
    put(house, Limit, "b-27", name="Projects 2027", kind="budget", starts_on=date(2027, 1, 1),
        amount=Decimal(24_000))  # fmt: skip
    put(house, Limit, "b-28", name="Projects later", kind="budget", amount=Decimal(20_000))
    put(house, Limit, "h", name="Hours", kind="hours", hours=Decimal(90))
    put(house, Limit, "f-secure", name="Security floor", kind="floor", purpose="secure", share=Decimal(20))


def world(house: Organisation) -> None:
    """Write all of it."""
    risky(house)
    proposing(house)
