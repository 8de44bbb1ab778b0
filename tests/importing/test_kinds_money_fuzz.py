"""Whatever stands in the cells of bills and budgets: a line for each row, and an answer, never a crash."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importing.lists import CONTEXT, mapped

BILLS = {
    "No": "number", "Vendor": "vendor", "Date": "billed_on", "Paid": "paid_on", "Total": "amount",
    "Net": "net", "Line amount": "line_amount", "Unit": "unit_amount", "Qty": "quantity", "Credit": "credit",
    "Currency": "currency", "Memo": "text", "Type": "transaction_type", "Contract": "contract",
}  # fmt: skip
BUDGET = {
    "Item": "line", "Category": "category", "Purpose": "purpose", "Year": "year", "Currency": "currency",
    "Jan 27": "month", "2027-02": "month", "Mar": "month", "2027-01": "month", "Dec 2031": "month",
    "Total": "yearly", "Team": "team",
}  # fmt: skip
CELLS = st.sampled_from(
    ["", "", "-", "0", "10", "10.00", "-3", "(4,5)", "1.234,56", "€9", "9 EUR", "XQZ", "CHF", "=1+1",
     "9" * 44, "1e60", "-1e60", "NaN", "Infinity", "Total", "Summe", "Acme", "acme", "Acme\u00a0",
     "01/05/2026", "2027", "2026/27", "FY", "99/99/9999", "Bill", "Bill Payment (Check)", "Vendor Credit",
     "run", "\u202e", "x" * 500],
)  # fmt: skip


@pytest.mark.parametrize(("kind", "columns"), [("bills", BILLS), ("budget", BUDGET)])
@given(data=st.data())
def test_every_row_is_answered(kind: str, columns: dict[str, str], data: st.DataObject) -> None:
    row = st.lists(CELLS, min_size=len(columns), max_size=len(columns))
    told = mapped(kind, columns, *data.draw(st.lists(row, min_size=1, max_size=6)))

    found = list(told.kind.lines(CONTEXT, told))

    assert [line.number for line in found] == [each.line for each in told.table.rows]
    for line in found:
        assert not (line.refusals and line.records)
        for record in line.records:
            amount = record.values.get("amount")
            assert amount is None or (isinstance(amount, Decimal) and amount.is_finite())
            assert amount is None or amount == round(amount, 2)
