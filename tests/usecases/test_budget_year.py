"""A fiscal year from rows: what was planned, billed and is expected, and a person's yes to the next."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from docs import recompute

from fullscore.engine.budget.year.year import MEASURES, WAYS, amount_of
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import Member, NotAllowedError, Role
from fullscore.store.models import Bill, Contract, Line, LineAmount, Organisation, Vendor
from fullscore.usecases import budget, registers
from fullscore.usecases.budget.yearly import BudgetYear
from fullscore.usecases.registers.values import RefusedError
from tests.conftest import NOW, TODAY, MemberFactory
from tests.usecases.proposing import put
from tests.usecases.test_budget import fits

CRM, MAIL = ("lines", "crm"), ("contracts", "mail")


@pytest.fixture
def house(organisation: Organisation) -> Organisation:
    """A line for the CRM, a contract for mail that no line covers, ten months of bills for both."""
    northwind = put(organisation, Vendor, "northwind", name="Northwind")
    contoso = put(organisation, Vendor, "contoso", name="Contoso")
    crm = put(
        organisation, Contract, "crm-contract", name="CRM", vendor=northwind, price=Decimal(100),
        period="month", starts_on=date(2025, 1, 1),
    )  # fmt: skip
    put(
        organisation, Contract, "mail", name="Mail", vendor=contoso, price=Decimal(40), period="month",
        starts_on=date(2025, 1, 1),
    )  # fmt: skip
    line = put(organisation, Line, "crm", name="CRM", purpose="grow", contract=crm, vendor=northwind)
    for month in range(1, 13):
        put(
            organisation, LineAmount, f"crm-{month}", line=line, month=date(2026, month, 1),
            amount=Decimal(90), said_by="Dana",
        )  # fmt: skip
    for month in range(1, 11):
        for vendor, amount in ((northwind, 100), (contoso, 40)):
            put(
                organisation, Bill, f"{vendor.ref}-{month}", number=f"{month}", vendor=vendor,
                billed_on=date(2026, month, 3), amount=Decimal(amount), about="monthly",
            )  # fmt: skip
    return organisation


@pytest.fixture
def by(house: Organisation, member: MemberFactory) -> Member:
    return member(Role.IT)


def year(by: Member, number: int | None = None) -> BudgetYear:
    return budget.year_of(by=by, on=TODAY, number=number)


def total(found: BudgetYear, home: tuple[str, str], measure: str) -> Decimal | None:
    row = next(each for each in found.year.rows if each.heading.home == home)
    return amount_of(row.total(measure))


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(RefusedError) as refused:
        act()
    return refused.value.findings[0].code


def confirm(by: Member, *homes: tuple[str, str]) -> budget.Confirmed:
    return budget.confirm(by=by, homes=homes, number=2027, on=TODAY, now=NOW)


def test_bills_find_their_line_through_the_contract_it_names(by: Member) -> None:
    found = year(by)
    assert found.number == 2026
    assert total(found, CRM, "planned") == 1080
    assert total(found, CRM, "committed") == 1200
    assert total(found, CRM, "actual") == 1000
    # Ten months as billed, two as the contract asks.
    assert total(found, CRM, "forecast") == 1200
    assert total(found, MAIL, "forecast") == 480
    assert amount_of(found.year.totals["forecast"]) == 1680


def test_a_contract_without_a_line_stands_in_a_row_of_its_own(by: Member) -> None:
    (row,) = [each for each in year(by).year.rows if each.heading.home == MAIL]
    assert row.heading.line is None
    assert row.total("planned") is None


def test_a_line_over_its_plan_is_named(by: Member) -> None:
    (one,) = [each for each in year(by).findings if each.code == "line-over-plan"]
    assert say(one).startswith("CRM is $100 over its plan of $900 until October 2026")


def test_a_bill_of_nobody_known_is_in_the_sum_and_named(by: Member, house: Organisation) -> None:
    put(house, Bill, "odd", number="77", billed_on=date(2026, 5, 5), amount=Decimal("12.34"), about="odd")
    found = year(by)
    (one,) = [each for each in found.findings if each.code == "bills-without-place"]
    assert say(one) == "1 bill of $12.34 belongs to no contract, order or line. Say on each what it was for."
    assert amount_of(found.year.totals["actual"]) == Decimal("1412.34")
    assert [each.bill.ref for each in found.unmatched] == ["odd"]


def test_a_bill_in_another_currency_is_in_no_sum_and_named(by: Member, house: Organisation) -> None:
    put(house, Bill, "odd", billed_on=date(2026, 5, 5), amount=Decimal(500), currency="EUR")
    found = year(by)
    (one,) = [each for each in found.findings if each.code == "bills-of-other-currency"]
    assert say(one).startswith("1 bill in EUR is in no sum")
    assert amount_of(found.year.totals["actual"]) == 1400


def test_moving_the_fiscal_year_groups_the_same_months_anew(by: Member, house: Organisation) -> None:
    before = year(by).year.by_month
    house.fiscal_start_month = 7
    house.save()
    found = year(by)
    assert (found.number, found.first) == (2027, date(2026, 7, 1))
    for month, figures in found.year.by_month.items():
        for measure in ("planned", "committed", "actual") if month in before else ():
            assert amount_of(figures.get(measure)) == amount_of(before[month].get(measure))


def test_a_year_nobody_plans_for_is_refused(by: Member) -> None:
    assert refusal(lambda: year(by, 1999)) == "budget-year-outside"
    assert refusal(lambda: year(by, 9999)) == "budget-year-outside"


def test_a_figure_opens_to_its_bills(by: Member) -> None:
    _, trace = budget.figure(by=by, on=TODAY, number=2026, home=CRM, measure="actual", month=4)
    assert amount_of(trace) == 100
    assert trace.row is not None
    assert (trace.row.register, trace.row.ref) == ("bills", "northwind-5")
    ask = lambda home, measure: budget.figure(  # noqa: E731
        by=by, on=TODAY, number=2026, home=home, measure=measure
    )
    assert refusal(lambda: ask(("lines", "nothing"), "actual")) == "budget-figure-unknown"
    assert refusal(lambda: ask(CRM, "gossip")) == "budget-figure-unknown"


def test_every_figure_of_a_year_is_recomputed_by_the_script_in_docs(by: Member) -> None:
    found = year(by)
    homes: list[tuple[str, str] | None] = [None, *(row.heading.home for row in found.year.rows)]
    wrong: list[str] = []
    count = 0
    for home in homes:
        for measure in MEASURES:
            for month in (None, *range(12)):
                document = _figure(by, home, measure, month)
                if document is not None:
                    count += recompute.check(document, "figure", wrong)
    assert wrong == []
    # Three rows' worth of measures and months, those that are known.
    assert count > 100


def _figure(
    by: Member, home: tuple[str, str] | None, measure: str, month: int | None
) -> dict[str, Any] | None:
    try:
        found, trace = budget.figure(by=by, on=TODAY, number=2026, home=home, measure=measure, month=month)
    except RefusedError:
        return None
    document: dict[str, Any] = dict(budget.figure_document(found, trace))
    fits(document, "budget-figure")
    return document


def test_documents_follow_their_schemas_and_add_up(by: Member) -> None:
    document: dict[str, Any] = dict(budget.year_document(year(by)))
    fits(document, "budget-year")
    for measure in MEASURES:
        whole = Decimal(document["totals"][measure] or 0)
        assert sum(Decimal(row["totals"][measure] or 0) for row in document["rows"]) == whole
        assert sum(Decimal(month[measure] or 0) for month in document["months"]) == whole
        for way in WAYS:
            assert sum(Decimal(group["totals"][measure] or 0) for group in document["by"][way]) == whole
    fits(dict(budget.proposal_document(*budget.next_year(by=by, on=TODAY))), "budget-proposal")


def test_a_yes_writes_twelve_amounts_with_who_said_so(by: Member) -> None:
    done = confirm(by, CRM)
    rows = LineAmount.objects.of(by.organisation_id).filter(line__ref="crm", month__year=2027)
    assert (done.amount, rows.count()) == (1200, 12)
    assert {(row.amount, row.said_by, row.said_on) for row in rows} == {(Decimal(100), by.name, TODAY)}
    fits(budget.confirmed_document(done), "budget-confirmed")
    assert total(year(by, 2027), CRM, "planned") == 1200


def test_a_yes_to_a_contract_without_a_line_makes_one(by: Member) -> None:
    confirm(by, MAIL)
    line = Line.objects.of(by.organisation_id).get(contract__ref="mail")
    assert line.name == "Mail"
    assert total(year(by, 2027), ("lines", line.ref), "planned") == 480


def test_a_second_yes_and_one_to_nothing_change_nothing(by: Member) -> None:
    confirm(by, CRM)
    assert refusal(lambda: confirm(by, CRM)) == "budget-line-said"
    before = LineAmount.objects.of(by.organisation_id).count()
    assert refusal(lambda: confirm(by, MAIL, ("lines", "nothing"))) == "budget-line-unknown"
    assert LineAmount.objects.of(by.organisation_id).count() == before


def test_a_yes_is_taken_back_and_its_history_brings_it_back(by: Member) -> None:
    confirm(by, CRM)
    done = budget.unconfirm(by=by, line="crm", number=2027, on=TODAY, now=NOW)
    assert done.amount == 1200
    assert total(year(by, 2027), CRM, "planned") is None
    ref = LineAmount.objects.of(by.organisation_id).filter(month__year=2027).first()
    assert ref is not None
    registers.unarchive(by=by, register="amounts", ref=ref.ref, now=NOW)
    assert total(year(by, 2027), CRM, "planned") == 100
    again = lambda: budget.unconfirm(by=by, line="nothing", number=2027, on=TODAY, now=NOW)  # noqa: E731
    assert refusal(again) == "budget-line-unknown"


def test_an_auditor_reads_the_year_and_confirms_nothing(by: Member, member: MemberFactory) -> None:
    assert year(member(Role.AUDITOR)).number == 2026
    with pytest.raises(NotAllowedError):
        confirm(member(Role.AUDITOR), CRM)
    with pytest.raises(NotAllowedError):
        year(member(Role.REQUESTER))
