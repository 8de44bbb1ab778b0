"""The bills of the sample companies: most pay for what was agreed, and those that do not are told why."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from fullscore.engine.budget.matching_facts import How, Matching, Why
from fullscore.importing.samples.company import Company
from fullscore.store.models import Bill
from fullscore.usecases.budget.gathering import gathered
from fullscore.usecases.host.companies import Sample
from fullscore.usecases.host.sampling import COMPANIES
from tests.conftest import TODAY
from tests.usecases.samples import load

pytestmark = pytest.mark.django_db
ALL = pytest.mark.parametrize("company", tuple(COMPANIES.values()), ids=tuple(COMPANIES))
# What bills speak of; the rest of a company takes its time to load.
_FILES = frozenset(
    {"sites.csv", "teams.csv", "vendors.csv", "models.csv", "pools.csv", "orders.csv", "contracts.csv",
     "contract-lines.csv", "budget.csv", "bills.csv"}
)  # fmt: skip


def matched(company: Company, on: date = TODAY) -> tuple[int, Matching]:
    """Return how many bills came in, and what they pay for."""
    files = company.files
    short = replace(company, files=lambda day: [one for one in files(day) if one[0] in _FILES])
    loaded = load(short, on)
    told = loaded.files["bills.csv"]
    assert (told.kind, told.refused, told.reasons) == ("bills", 0, ())
    count = Bill.objects.of(loaded.organisation_id).count()
    return count, gathered(loaded.organisation_id, on).matching


@ALL
@pytest.mark.parametrize("on", [TODAY, date(2028, 2, 29)])
def test_most_bills_pay_for_what_was_agreed(company: Company, on: date) -> None:
    count, found = matched(company, on)

    assert len(found.matched) + len(found.unmatched) == count > 230
    assert len(found.matched) / count > 0.85


def test_the_manufacturer_has_some_of_everything() -> None:
    count, found = matched(COMPANIES[Sample.MANUFACTURER])

    hows = Counter(one.how for one in found.matched)
    whys = Counter(one.why for one in found.unmatched)
    assert count > 320
    assert set(hows) >= {How.SAME_AMOUNT, How.ABOUT, How.REPEATED, How.CREDIT, How.PLANNED}
    assert set(whys) >= {Why.OTHER_AMOUNT, Why.SEVERAL}


def test_what_was_raised_in_july_is_the_only_contract_of_its_vendor() -> None:
    _, found = matched(COMPANIES[Sample.MANUFACTURER])
    raised = [one for one in found.matched if one.bill.vendor == "transact-bridge" and one.bill.amount > 700]

    assert {(one.contract, one.how, one.bill.billed_on.month) for one in raised} == {
        ("edi-exchange", How.REPEATED, month) for month in range(7, 12)
    }


def test_an_order_that_has_come_is_paid_by_its_bill() -> None:
    _, found = matched(COMPANIES[Sample.MANUFACTURER])

    assert sum(one.order is not None for one in found.matched) >= 6
