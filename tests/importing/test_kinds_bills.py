"""Bills from lists: each once, in its own money, and none again because it was paid."""

from datetime import date
from decimal import Decimal

import pytest

from fullscore.importing import recognising
from fullscore.importing.records import Context, Line
from fullscore.importing.repeats import without_repeats
from tests.importing.lists import CONTEXT, codes, lines, mapped, mention, record

COLUMNS = {
    "*BillNo": "number", "*Supplier": "vendor", "*BillDate": "billed_on", "*LineAmount": "amount",
    "Type": "transaction_type", "Memo": "text",
}  # fmt: skip


def bills(*rows: list[str], columns: dict[str, str] | None = None) -> list[Line]:
    told = mapped("bills", columns or COLUMNS, *rows)
    return list(without_repeats(CONTEXT, told.kind.lines(CONTEXT, told)))


def amounts(found: list[Line]) -> list[str]:
    return [
        str(each.values["amount"]) for row in found for each in row.records if each.register == "bills"
    ]  # fmt: skip


def test_a_bill_says_who_billed_how_much_when_and_what_for() -> None:
    found = bills(["7", "Acme", "01/05/2026", "$1,250.00", "Bill", "Support, January"])[0].records[0]

    assert found.register == "bills"
    assert (mention(found, "vendor").shown, mention(found, "vendor").is_made) == ("Acme", True)
    assert {name: found.values[name] for name in ("number", "billed_on", "amount", "about")} == {
        "number": "7", "billed_on": date(2026, 1, 5), "amount": Decimal("1250.00"),
        "about": "Support, January",
    }  # fmt: skip


def test_what_pays_a_bill_names_its_vendor_and_bills_nothing_again() -> None:
    found = bills(
        ["7", "Acme", "01/05/2026", "1250.00", "Bill", ""],
        ["", "Acme", "01/30/2026", "-1250.00", "Bill Payment (Check)", ""],
    )

    assert amounts(found) == ["1250.00"]
    assert [each.register for each in found[1].records] == ["vendors"]


def test_customers_are_no_vendors() -> None:
    found = bills(
        ["1", "Fictive Quartet", "01/05/2026", "10", "Invoice", ""],
        ["2", "Quartet", "01/05/2026", "1", "Payment", ""],
    )

    assert [row.records for row in found] == [(), ()]


def test_a_report_by_vendor_names_each_once_above_its_bills() -> None:
    columns = {"Column 1": "vendor", "Date": "billed_on", "Num": "number", "Amount": "amount"}
    found = bills(
        ["Northwind Traders", "", "", ""], ["", "01/05/2025", "1042", "1,200.00"],
        ["Total Quality Logistics", "", "", ""], ["", "02/03/2025", "TQL-88", "640.00"],
        columns=columns,
    )  # fmt: skip

    assert [mention(found[place].records[0], "vendor").shown for place in (1, 3)] == [
        "Northwind Traders", "Total Quality Logistics",
    ]  # fmt: skip


def test_a_bill_of_nobody_is_refused() -> None:
    assert codes(bills(["3", "", "01/05/2026", "30", "Bill", ""])[0]) == ["bill-without-vendor"]


@pytest.mark.parametrize(
    ("kind", "told", "meant"),
    [("Vendor Credit", "95.00", "-95.00"), ("Vendor Credit", "-95.00", "-95.00"), ("Expense", "-40", "40.00"),
     ("Bill", "(95.00)", "-95.00"), ("", "1.234,56", "1234.56"), ("Credit Card Charge", "12.50", "12.50"),
     ("Gutschrift", "95,00", "-95.00")],
)  # fmt: skip
def test_a_credit_is_below_nothing_and_money_spent_above(kind: str, told: str, meant: str) -> None:
    assert amounts(bills(["7", "Acme", "01/05/2026", told, kind, ""])) == [meant]


def test_rows_of_one_number_and_day_are_lines_of_one_bill() -> None:
    found = bills(
        ["7", "Acme", "01/05/2026", "100.00", "", "Lines"], ["7", "ACME", "01/05/2026", "20.50", "", "Modem"],
        ["7", "Other", "01/05/2026", "9.00", "", ""], ["7", "Acme", "02/05/2026", "8.00", "", ""],
    )  # fmt: skip

    assert amounts(found) == ["120.50", "120.50", "9.00", "8.00"]
    assert found[0].records[0].values["about"] == "Lines; Modem"


def test_the_total_of_a_bill_stands_on_each_of_its_lines_and_counts_once() -> None:
    columns = {"Supplier": "vendor", "Invoice": "number", "Date": "billed_on", "Invoice total": "amount",
               "Item": "text"}  # fmt: skip
    found = bills(
        ["Acme", "7", "01/05/2026", "300.00", "Lines"], ["Acme", "7", "01/05/2026", "300.00", "Modem"],
        columns=columns,
    )  # fmt: skip

    assert amounts(found) == ["300.00", "300.00"]


def test_a_row_said_twice_is_one_bill() -> None:
    row = ["7", "Acme", "01/05/2026", "100.00", "Bill", ""]
    found = bills(row, row)

    assert amounts(found) == ["100.00"]
    assert codes(found[1]) == ["import-repeated"]


def test_two_bills_of_a_day_without_a_number_are_two() -> None:
    row = ["", "Taxi", "01/05/2026", "18.00", "", ""]
    found = bills(row, row)

    assert [each.records[0].values.get("number") for each in found] == [None, "(2)"]


def test_a_bill_in_other_money_keeps_its_own_and_is_named() -> None:
    columns = {**COLUMNS, "Currency": "currency"}
    by_column = bills(["7", "Acme", "01/05/2026", "80", "", "", "EUR"], columns=columns)[0]
    by_sign = bills(["7", "Acme", "01/05/2026", "€80.00", "", ""])[0]
    ours = bills(["7", "Acme", "01/05/2026", "$80", "", "", "USD"], columns=columns)[0]

    for found in (by_column, by_sign):
        assert (found.records[0].values["currency"], found.records[0].values["amount"]) == ("EUR", 80)
        assert codes(found) == ["bill-other-currency"]
    assert ("currency" in ours.records[0].values, codes(ours)) == (False, [])


def test_a_bill_of_two_moneys_is_not_added_up() -> None:
    columns = {**COLUMNS, "Currency": "currency"}
    found = bills(
        ["7", "Acme", "01/05/2026", "80", "", "a", "USD"], ["7", "Acme", "01/05/2026", "20", "", "b", "EUR"],
        columns=columns,
    )  # fmt: skip

    assert amounts(found) == ["80.00"]
    assert codes(found[1]) == ["bill-of-two-currencies"]


@pytest.mark.parametrize(
    ("cells", "code"),
    [(["7", "Acme", "01/05/2026", "=SUM(A1:A9)", "", ""], "field-not-a-number"),
     (["7", "Acme", "02/31/2026", "5", "", ""], "import-day-impossible"),
     (["7", "Acme", "soon", "5", "", ""], "field-not-a-date"),
     (["7", "Acme", "", "5", "", ""], "import-required-missing"),
     (["7", "Acme", "01/05/2026", "", "Bill", ""], "import-required-missing"),
     (["7", "Acme", "01/05/2026", "80 XQZ", "", ""], "currency-unknown")],
)  # fmt: skip
def test_what_cannot_be_read_is_named_and_nothing_of_the_row_is_kept(cells: list[str], code: str) -> None:
    found = bills(cells)[0]

    assert ([reason.finding.code for reason in found.refusals], found.records) == ([code], ())


@pytest.mark.parametrize("amount", ["9" * 44, "123456789012345", "1e60"])
def test_more_money_than_there_is_is_refused(amount: str) -> None:
    found = bills(["7", "Acme", "01/05/2026", amount, "", ""])[0]

    assert found.records == ()
    assert codes(found)[0] in {"field-too-large", "field-not-a-number"}


def test_a_formula_in_a_text_stays_a_text() -> None:
    found = record("bills", {
        "No": ("number", "=1+1"), "Vendor": ("vendor", "Acme"), "Date": ("billed_on", "01/05/2026"),
        "Amount": ("amount", "5"), "Memo": ("text", "=cmd|' /C calc'!A0"),
    })  # fmt: skip

    assert (found.values["number"], found.values["about"]) == ("=1+1", "=cmd|' /C calc'!A0")


def test_contract_order_and_line_are_taken_at_their_word() -> None:
    found = record("bills", {
        "No": ("number", "7"), "Vendor": ("vendor", "Acme"), "Date": ("billed_on", "01/05/2026"),
        "Amount": ("amount", "5"), "Contract no": ("contract", "C-1"), "PO": ("order", "118"),
        "Budget line": ("line", "Support"), "Period start": ("covers_from", "01/01/2026"),
    })  # fmt: skip

    assert mention(found, "contract").words == (("number", "C-1"), ("ref", "C-1"), ("name", "C-1"))
    assert not mention(found, "contract").is_made
    assert not mention(found, "order").is_made
    assert (mention(found, "line").shown, found.values["covers_from"]) == ("Support", date(2026, 1, 1))


def test_a_day_in_the_other_order_is_proved_by_the_column() -> None:
    content = (
        b"Bill No,Vendor,Bill Date,Due Date,Amount\n1,Acme,05/01/2026,05/02/2026,10\n"
        b"2,Acme,25/01/2026,25/02/2026,20\n"
    )
    found = recognising.read(CONTEXT, content)

    assert not hasattr(found, "code")
    assert [row.records[0].values["billed_on"] for row in found.lines()] == [  # type: ignore[union-attr]  # read
        date(2026, 1, 5), date(2026, 1, 25),
    ]  # fmt: skip


def test_a_list_that_tells_no_amounts_only_names_vendors() -> None:
    columns = {"Vendor": "vendor", "Due": "due_on", "Balance": "open"}

    assert [each.register for each in bills(["Acme", "01/05/2026", "5"], columns=columns)[0].records] == [
        "vendors"
    ]  # fmt: skip


def test_thousands_of_rows_are_read_in_a_moment() -> None:
    rows = [[str(n // 3), f"Vendor {n % 40}", "01/05/2026", f"{n}.10", "Bill", "x"] for n in range(6000)]

    assert len(bills(*rows)) == 6000


def test_a_unit_price_times_how_many_is_a_line() -> None:
    columns = {"*ContactName": "vendor", "*InvoiceNumber": "number", "*InvoiceDate": "billed_on",
               "Total": "amount", "*Quantity": "quantity", "*UnitAmount": "unit_amount"}  # fmt: skip
    found = bills(
        ["Acme", "7", "01/05/2026", "", "3", "20.00"], ["Acme", "7", "01/05/2026", "", "1", "5.50"],
        columns=columns,
    )  # fmt: skip

    assert amounts(found) == ["65.50", "65.50"]


def test_of_debit_and_credit_one_is_billed_and_the_other_given_back() -> None:
    columns = {"Vendor": "vendor", "Date": "billed_on", "Debit": "amount", "Credit": "credit"}
    found = bills(["Acme", "01/05/2026", "20", ""], ["Acme", "01/06/2026", "", "5"], columns=columns)

    assert amounts(found) == ["20.00", "-5.00"]


def test_context_knows_its_organisations_money() -> None:
    euro = Context(CONTEXT.registers, "dmy", "EUR", "list.csv")
    told = mapped("bills", COLUMNS, ["7", "Acme", "31.01.2026", "1.234,56 €", "", ""])
    found = next(told.kind.lines(euro, told))

    assert (found.records[0].values["amount"], codes(found)) == (Decimal("1234.56"), [])


def test_lines_are_the_same_when_asked_for_again() -> None:
    told = mapped("bills", COLUMNS, ["7", "Acme", "01/05/2026", "5", "", ""])

    assert list(told.kind.lines(CONTEXT, told)) == lines("bills", COLUMNS, ["7", "Acme", "01/05/2026", "5"])
