"""Which bill pays for what: rules in words, one fact each."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fullscore.engine.budget.matching import match
from fullscore.engine.budget.matching_facts import (
    Agreement,
    BillFact,
    Expected,
    How,
    Match,
    OrderFact,
    PlannedLine,
    Posed,
    Unmatched,
    What,
    Why,
)

LINE = Agreement("line", "Internet, Dayton", "river", "GM-871")
LIMA = Agreement("lima", "Internet, Lima", "river", "GM-902")
CRM = Agreement("crm", "CRM", "copper", "C-2093")


def months(contract: str, amount: str, charge: str | None = None, day: int = 1) -> tuple[Expected, ...]:
    return tuple(Expected(contract, charge, date(2026, n, day), Decimal(amount)) for n in range(1, 13))


def bill(ref: str, on: str, amount: str, vendor: str | None = "river", **more: object) -> BillFact:
    known = BillFact(ref, str(more.pop("number", "")), vendor, date.fromisoformat(on), Decimal(amount))
    return replace(known, **more)  # type: ignore[arg-type]  # a test names the fields it is about


def settled(posed: Posed, ref: str) -> Match:
    return match(posed).by_bill[ref]


def left(posed: Posed, ref: str) -> Unmatched:
    return next(one for one in match(posed).unmatched if one.bill.ref == ref)


def test_a_bill_of_the_agreed_amount_pays_the_nearest_day() -> None:
    posed = Posed((bill("b", "2026-03-04", "410"),), (LINE,), months("line", "410"))

    found = settled(posed, "b")
    assert (found.contract, found.due, found.how) == ("line", date(2026, 3, 1), How.SAME_AMOUNT)


def test_what_the_row_says_decides_against_vendor_and_amount() -> None:
    said = bill("b", "2026-03-04", "410", contract="crm", line="software")
    posed = Posed((said,), (LINE, CRM), (*months("line", "410"), *months("crm", "95")))

    found = settled(posed, "b")
    assert (found.contract, found.how, found.line) == ("crm", How.SAID, "software")


def test_a_bill_for_a_line_of_the_budget_needs_no_contract() -> None:
    found = settled(Posed((bill("b", "2026-03-04", "410", line="training"),)), "b")

    assert (found.how, found.parts[0].what, found.contract) == (How.SAID, What("lines", "training"), None)


def test_a_price_two_percent_up_is_nearly_it_and_one_ten_percent_up_about() -> None:
    agreed = months("line", "400")

    assert settled(Posed((bill("b", "2026-03-04", "408"),), (LINE,), agreed), "b").how == How.NEARLY
    assert settled(Posed((bill("b", "2026-03-04", "440"),), (LINE,), agreed), "b").how == How.ABOUT
    assert left(Posed((bill("b", "2026-03-04", "440.01"),), (LINE,), agreed), "b").why == Why.OTHER_AMOUNT


def test_the_same_amount_comes_before_one_that_is_near() -> None:
    agreed = (*months("line", "402", day=9), *months("lima", "400"))
    posed = Posed((bill("b", "2026-03-01", "402"),), (LINE, LIMA), agreed)

    assert settled(posed, "b").contract == "line"


def test_two_contracts_of_one_price_are_told_apart_by_their_names_only() -> None:
    agreed = (*months("line", "410"), *months("lima", "410"))
    named = Posed((bill("b", "2026-03-04", "410", about="Internet, Lima - March"),), (LINE, LIMA), agreed)
    numbered = Posed((bill("b", "2026-03-04", "410", number="GM-871/03"),), (LINE, LIMA), agreed)
    silent = Posed((bill("b", "2026-03-04", "410"),), (LINE, LIMA), agreed)

    assert (settled(named, "b").contract, settled(named, "b").is_named) == ("lima", True)
    assert settled(numbered, "b").contract == "line"
    assert left(silent, "b") == Unmatched(
        silent.bills[0], Why.SEVERAL, (What("contracts", "lima"), What("contracts", "line"))
    )


def test_of_two_names_one_within_the_other_the_longer_is_meant() -> None:
    plain = Agreement("plain", "Internet", "river")
    agreed = (*months("plain", "410"), *months("lima", "410"))
    posed = Posed((bill("b", "2026-03-04", "410", about="Internet, Lima"),), (plain, LIMA), agreed)

    assert settled(posed, "b").contract == "lima"


def test_no_payment_is_settled_twice() -> None:
    bills = (bill("a", "2026-12-02", "410"), bill("b", "2026-12-03", "410"), bill("c", "2026-12-04", "410"))
    posed = Posed(bills, (LINE,), months("line", "410")[-1:])

    assert settled(posed, "a").due == date(2026, 12, 1)
    assert left(posed, "b").why == Why.PAID_ALREADY
    assert left(posed, "c").candidates == (What("contracts", "line"),)


def test_two_bills_of_one_month_pay_two_months_when_one_came_late() -> None:
    bills = (bill("late", "2026-01-28", "410"), bill("next", "2026-02-02", "410"))
    posed = Posed(bills, (LINE,), months("line", "410"))

    assert settled(posed, "next").due == date(2026, 2, 1)
    assert settled(posed, "late").due == date(2026, 1, 1)


def test_the_days_it_covers_say_which_month_it_pays() -> None:
    covering = bill("b", "2026-04-20", "410", covers_from=date(2026, 3, 1), covers_until=date(2026, 3, 31))

    assert settled(Posed((covering,), (LINE,), months("line", "410")), "b").due == date(2026, 3, 1)


def test_one_bill_pays_all_of_a_contract_in_a_month() -> None:
    agreed = (*months("line", "410", "access"), *months("line", "15", "addresses"))
    found = settled(Posed((bill("b", "2026-03-04", "425"),), (LINE,), agreed), "b")

    assert [(part.charge, part.amount) for part in found.parts] == [
        ("access", Decimal(410)), ("addresses", Decimal(15))
    ]  # fmt: skip
    assert found.contract == "line"


def test_one_bill_pays_all_contracts_of_a_vendor_in_a_month_to_the_cent() -> None:
    agreed = (*months("line", "410"), *months("lima", "240"))
    posed = Posed((bill("b", "2026-03-04", "650"),), (LINE, LIMA), agreed)
    near = Posed((bill("b", "2026-03-04", "651"),), (LINE, LIMA), agreed)

    assert {part.what.ref: part.amount for part in settled(posed, "b").parts} == {"line": 410, "lima": 240}
    assert settled(posed, "b").contract is None
    assert left(near, "b").why == Why.OTHER_AMOUNT


def test_an_order_is_paid_by_its_bill() -> None:
    order = OrderFact("o-118", "118", "castle", date(2026, 3, 2), Decimal(2570))
    posed = Posed((bill("b", "2026-03-20", "2570", "castle"),), (), (), (order,))

    assert (settled(posed, "b").order, settled(posed, "b").due) == ("o-118", date(2026, 3, 2))


def test_an_orders_number_decides_whatever_it_came_to() -> None:
    orders = (
        OrderFact("o-118", "118", "castle", date(2026, 3, 2), Decimal(2570)),
        OrderFact("o-119", "119", "castle", date(2026, 3, 9), Decimal(2570)),
    )
    same = Posed((bill("b", "2026-03-20", "2570", "castle", about="PO 118"),), (), (), orders)
    more = Posed((bill("b", "2026-03-20", "3900", "castle", about="Order no. 119, freight"),), (), (), orders)

    assert settled(same, "b").order == "o-118"
    assert (settled(more, "b").order, settled(more, "b").how) == ("o-119", How.NAMED)


def test_the_rows_of_one_order_are_paid_together() -> None:
    orders = (
        OrderFact("118-laptop", "118", "castle", date(2026, 3, 2), Decimal(2570)),
        OrderFact("118-dock", "118", "castle", date(2026, 3, 2), Decimal(610)),
    )
    found = settled(Posed((bill("b", "2026-03-20", "3180", "castle"),), (), (), orders), "b")

    assert {part.what.ref: part.amount for part in found.parts} == {"118-laptop": 2570, "118-dock": 610}


def test_an_amount_that_comes_again_and_again_is_the_only_contracts_new_price() -> None:
    bills = tuple(bill(f"b{n}", f"2026-{n:02}-03", "520") for n in range(7, 11))
    found = match(Posed(bills, (LINE,), months("line", "410")))

    assert [(one.how, one.due) for one in found.matched] == [
        (How.REPEATED, date(2026, n, 1)) for n in range(7, 11)
    ]
    assert match(Posed(bills[:2], (LINE,), months("line", "410"))).matched == ()


def yearly(contract: str, amount: str) -> tuple[Expected, ...]:
    return tuple(Expected(contract, None, date(year, 4, 1), Decimal(amount), 12) for year in (2025, 2026))


def test_a_price_by_the_year_may_be_billed_by_the_month() -> None:
    bills = tuple(bill(f"b{n}", f"2026-{n:02}-03", "820") for n in range(5, 9))
    found = match(Posed(bills, (LINE,), yearly("line", "9840")))

    assert [(one.due, one.parts[0].instalments) for one in found.matched] == [
        (date(2026, n, 1), 12) for n in range(5, 9)
    ]


def test_what_was_paid_by_the_month_is_not_paid_by_the_year_again() -> None:
    bills = (bill("month", "2026-05-03", "820"), bill("year", "2026-05-04", "9840"))
    found = match(Posed(bills, (LINE,), yearly("line", "9840")[1:]))

    # The bill over all of it is the surer one; who billed a month of it too is left to a person.
    assert [one.bill.ref for one in found.matched] == ["year"]
    assert [(one.bill.ref, one.why) for one in found.unmatched] == [("month", Why.PAID_ALREADY)]


def test_a_month_of_several_prices_by_the_year_comes_on_one_bill() -> None:
    agreed = (
        Expected("line", "access", date(2026, 4, 1), Decimal(4920), 12),
        Expected("line", "addresses", date(2026, 4, 1), Decimal(180), 12),
    )
    found = settled(Posed((bill("b", "2026-06-04", "425"),), (LINE,), agreed), "b")

    assert [(part.charge, part.amount) for part in found.parts] == [("access", 410), ("addresses", 15)]


def test_a_credit_follows_the_contract_of_its_vendor() -> None:
    credit = bill("c", "2026-03-20", "-95")

    assert settled(Posed((credit,), (LINE,), months("line", "410")), "c").how == How.CREDIT
    assert left(Posed((credit,), (LINE, LIMA)), "c").why == Why.SEVERAL
    named = replace(credit, about="Outage of Internet, Lima")
    assert settled(Posed((named,), (LINE, LIMA)), "c").contract == "lima"


def test_other_money_is_never_held_against_ours() -> None:
    foreign = bill("b", "2026-03-04", "410", currency="EUR", contract="line")

    assert left(Posed((foreign,), (LINE,), months("line", "410")), "b").why == Why.OTHER_CURRENCY


def test_who_cannot_be_matched_is_told_why() -> None:
    posed = Posed((bill("b", "2026-03-04", "410", None), bill("c", "2026-03-04", "9", "taxi")), (LINE,))

    assert left(posed, "b").why == Why.NO_VENDOR
    assert left(posed, "c").why == Why.NOTHING_AGREED


def test_who_bills_without_a_contract_is_paid_from_the_line_planned_for_them() -> None:
    lines = (PlannedLine("mobiles", "Mobile phones", "mobile"), PlannedLine("cables", "Cabling", "cable"))
    posed = Posed((bill("b", "2026-03-04", "612", "mobile"),), (LINE,), lines=lines)

    found = settled(posed, "b")
    assert (found.line, found.how, found.parts[0].what) == ("mobiles", How.PLANNED, What("lines", "mobiles"))


def test_of_two_lines_for_one_vendor_the_one_the_bill_names_is_meant() -> None:
    lines = (PlannedLine("a", "Cabling", "cable"), PlannedLine("b", "Power", "cable"))
    silent = Posed((bill("b", "2026-03-04", "612", "cable"),), lines=lines)
    named = Posed((bill("b", "2026-03-04", "612", "cable", about="Cabling, gate 2"),), lines=lines)

    assert left(silent, "b").candidates == (What("lines", "a"), What("lines", "b"))
    assert (settled(named, "b").line, settled(named, "b").is_named) == ("a", True)


def test_a_vendor_with_a_contract_is_not_paid_from_another_line() -> None:
    lines = (PlannedLine("extras", "Extras", "river"),)
    posed = Posed((bill("b", "2026-03-04", "99"),), (LINE,), months("line", "410"), lines=lines)

    assert left(posed, "b").why == Why.OTHER_AMOUNT


def test_bills_show_in_how_many_instalments_a_price_comes() -> None:
    bills = tuple(bill(f"b{n}", f"2026-{n:02}-03", "820") for n in range(5, 9))

    assert match(Posed(bills, (LINE,), yearly("line", "9840"))).instalments == {"line": 12}
