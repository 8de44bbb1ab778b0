"""Contracts that end unless somebody renews them: what the outage costs, and when nothing is asked."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fullscore.engine.estate.services import ServiceFact
from fullscore.engine.findings.actions import Missing
from fullscore.engine.findings.finding import Basis
from fullscore.engine.vendors.facts import ContractFact, CoverFact
from tests.engine.vendors.morrow import OFFICE, bound, needed, said, todo

ERP = ServiceFact(
    "erp", "ERP", outage_cost_hour=Decimal(300), outage_cost_by="Ruth Morrow",
    outage_cost_on=date(2026, 9, 3),
)  # fmt: skip
HOSTING = ContractFact(
    "hosting", "ERP hosting", vendor="halden", owner="dana", starts_on=date(2026, 1, 1),
    ends_on=date(2026, 12, 31), renewal="none", price=Decimal(6000),
)  # fmt: skip
FOR_ERP = (CoverFact("hosting-erp", "hosting", service="erp"),)


def test_a_needed_contract_that_ends_costs_its_outage_from_the_day_after() -> None:
    action = needed(todo(bound(HOSTING, covers=FOR_ERP, services=(ERP,)), "contract-ending"))

    assert action.loss is not None
    # Friday 1 January 2027 is a working day of this office: three in all until Wednesday.
    assert action.loss.on(date(2027, 1, 1), OFFICE) == 0
    assert action.loss.on(date(2027, 1, 6), OFFICE) == 3 * 8 * 300
    assert (action.loss.basis, action.loss.whose) == (Basis.ASSUMED, "Ruth Morrow, 3 September 2026")
    assert said(action.finding) == ("It ends on 31 December and does not renew by itself. ERP rests on it.")
    assert (action.finding.act_by, action.cause) == (date(2026, 12, 31), "contracts:hosting:2026-12-31")


def test_an_outage_nobody_has_priced_says_which_field_would() -> None:
    silent = replace(ERP, outage_cost_hour=None)
    action = needed(todo(bound(HOSTING, covers=FOR_ERP, services=(silent,)), "contract-ending"))
    kept = needed(todo(bound(replace(HOSTING, intent="keep")), "contract-ending"))

    assert action.loss is None
    assert action.missing == Missing("services", "erp", "outage_cost_hour", "an hour without it costs")
    assert kept.missing == Missing("covers", "hosting", "service", "what it pays for")


def test_what_has_just_ended_goes_on_losing_and_what_ended_long_ago_does_not() -> None:
    found = bound(HOSTING, covers=FOR_ERP, services=(ERP,))

    late = needed(todo(found, "contract-ending", on=date(2027, 1, 11)))
    assert said(late.finding) == "It ended on 31 December. ERP rests on it."
    assert late.loss is not None
    assert late.loss.on(date(2027, 1, 18), OFFICE) - late.loss.on(date(2027, 1, 11), OFFICE) == 5 * 2400
    assert todo(found, "contract-ending", on=date(2027, 2, 11)) is None


def test_an_end_that_is_wanted_or_followed_asks_for_nothing() -> None:
    follower = replace(HOSTING, ref="new", starts_on=date(2027, 1, 1), ends_on=date(2027, 12, 31))
    covers = (*FOR_ERP, CoverFact("new-erp", "new", service="erp"))

    assert (
        todo(bound(replace(HOSTING, intent="end"), covers=FOR_ERP, services=(ERP,)), "contract-ending")
        is None
    )
    assert todo(bound(HOSTING), "contract-ending") is None
    found = bound(HOSTING, follower, covers=covers, services=(ERP,))
    assert todo(found, "contract-ending") is None
    assert todo(replace(found, covers=FOR_ERP), "contract-ending") is not None
