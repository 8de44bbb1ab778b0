"""Budget sheets: months whoever writes them, rows that must add up, and nothing half taken."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.findings.finding import Finding
from fullscore.importing import recognising
from fullscore.importing.kinds.budget.months import calendar, year_said
from fullscore.importing.records import Context, Line, Reading
from tests.importing.lists import CONTEXT, codes

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
TWELVE = ",".join(f"{month} 27" for month in MONTHS)


def read(text: str, file: str = "budget.csv", **more: str) -> Reading:
    context = Context(CONTEXT.registers, "mdy", more.get("currency", "USD"), file)
    found = recognising.read(context, text.encode())
    assert not isinstance(found, Finding), found
    return found


def lines(text: str, file: str = "budget.csv", **more: str) -> list[Line]:
    found = read(text, file, **more)
    assert (found.kind, found.register, found.is_sure) == ("budget", "lines", True)
    return list(found.lines())


def planned(line: Line) -> dict[date, Decimal]:
    """Return the amounts of a line by month."""
    told = [record.values for record in line.records if record.register == "amounts"]
    return {values["month"]: values["amount"] for values in told}  # type: ignore[misc]  # both are said


def sheet(*rows: str, header: str = f"Line item,Category,Purpose,Vendor,Team,{TWELVE},Total") -> str:
    return "\n".join((header, *rows))


def test_a_row_becomes_a_line_and_an_amount_for_each_month_that_is_told() -> None:
    found = lines(sheet("Microsoft 365,Software,run,Castle,IT,10,10,0,,10,10,10,10,10,10,10,10,100"))[0]
    line = found.records[0]

    assert (line.register, line.values["name"], line.values["purpose"]) == ("lines", "Microsoft 365", "run")
    assert line.values["category"] == "Software"
    amounts = planned(found)
    # March is nothing; April is not known.
    assert amounts[date(2027, 3, 1)] == 0
    assert date(2027, 4, 1) not in amounts
    assert (len(amounts), sum(amounts.values())) == (11, 100)


@pytest.mark.parametrize(
    "names",
    ["Jan 27,Feb 27,Mar 27,Apr 27", "2027-01,2027-02,2027-03,2027-04", "01/2027,02/2027,03/2027,04/2027",
     "Jan-27,Feb-27,Mar-27,Apr-27", "Januar 2027,Februar 2027,März 2027,April 2027",
     "2027-01-01,2027-02-01,2027-03-01,2027-04-01", "January 2027,February,March,April",
     "Jänner 2027,Feb. 2027,Mrz 2027,Apr 2027", "1.2027,2.2027,3.2027,4.2027"],
)  # fmt: skip
def test_months_are_read_as_people_and_programs_write_them(names: str) -> None:
    found = lines(f"Budget line,Category,Vendor,{names},Annual total\nPhones,Voice,Buckeye,1,2,3,4,10\n")[0]

    assert planned(found) == {date(2027, n, 1): n for n in range(1, 5)}


@pytest.mark.parametrize(
    ("title", "file", "first"),
    [("IT Budget 2027", "sheet.csv", date(2027, 1, 1)), ("", "budget-2027.csv", date(2027, 1, 1)),
     ("Budget FY27", "x.csv", date(2027, 1, 1)), ("Haushalt 2027", "x.csv", date(2027, 1, 1))],
)  # fmt: skip
def test_months_without_a_year_are_of_the_year_over_the_header_or_in_the_files_name(
    title: str, file: str, first: date
) -> None:
    body = f"Line item,Last Year's Budget,{','.join(MONTHS)},TOTALS\nPhones,0,{'1,' * 12}12\n"
    found = lines(f"{title}\n{body}" if title else body, file)[0]

    assert min(planned(found)) == first


def test_a_year_may_begin_in_any_month() -> None:
    names = [*MONTHS[6:], *MONTHS[:6]]

    for said in ("FY 2026/27", "FY27", "Budget 2026-2027"):
        found = calendar(names, year_said([said]))
        assert found is not None
        assert (found.first, found.last) == (date(2026, 7, 1), date(2027, 6, 1))
    told = calendar(["Jul 26", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan"], None)
    assert told is not None
    assert told.months["Jan"] == date(2027, 1, 1)


@given(st.integers(1, 12), st.integers(2001, 2098))
def test_twelve_months_from_anywhere_are_twelve_different_ones_of_one_year(start: int, year: int) -> None:
    names = [MONTHS[(start - 1 + n) % 12] for n in range(12)]
    found = calendar(names, (year, True))

    assert found is not None
    assert found.first == date(year, start, 1)
    assert sorted(found.months.values()) == [
        date(year + (start - 1 + n) // 12, (start - 1 + n) % 12 + 1, 1) for n in range(12)
    ]
    assert not found.outside
    assert not found.twice


def test_months_of_no_year_are_refused() -> None:
    body = f"Line item,Last Year's Budget,{','.join(MONTHS)},TOTALS\nPhones,0,{'1,' * 12}12\n"

    assert codes(lines(body)[0]) == ["budget-year-unknown"]


def test_a_row_that_does_not_come_to_its_total_is_named_with_how_far_off_and_not_taken() -> None:
    found = lines(sheet(f"Phones,Voice,run,Buckeye,IT,{'100.00,' * 12}1250.00"))[0]

    assert (codes(found), found.records) == (["budget-row-off-total"], ())
    values = found.refusals[0].finding.values
    assert (values["name"], values["sum"], values["total"], values["off"]) == (
        "Phones", "1,200.00", "1,250.00", "50.00"
    )  # fmt: skip


def test_cents_lost_by_rounding_are_no_fault() -> None:
    found = lines(sheet(f"Phones,Voice,run,Buckeye,IT,{'33.33,' * 12}400.00"))[0]

    assert not found.refusals


def test_a_total_row_that_does_not_come_to_its_columns_is_named_and_the_rows_count() -> None:
    found = lines(
        sheet(
            f"Phones,Voice,run,Buckeye,IT,{'10,' * 12}120", f"Servers,Hardware,run,Castle,IT,{'5,' * 12}60",
            f"Total,,,,,{'15,' * 11}16,180",
        )
    )  # fmt: skip

    assert [len(each.records) for each in found] == [13, 13]
    assert [codes(each) for each in found] == [[], ["budget-column-off-total"]]
    values = found[1].notes[0].finding.values
    assert (values["column"], values["row"], values["total"], values["sum"], values["off"]) == (
        "Dec 27", 4, "16.00", "15.00", "1.00"
    )  # fmt: skip


def test_totals_and_subtotals_that_add_up_are_no_lines() -> None:
    found = lines(
        sheet(
            f"Phones,Voice,run,Buckeye,IT,{'10,' * 12}120", f"Subtotal,,,,,{'10,' * 12}120",
            f"Servers,Hardware,run,Castle,IT,{'5,' * 12}60", f"Subtotal,,,,,{'5,' * 12}60",
            f"Total IT budget,,,,,{'15,' * 12}180",
        )
    )  # fmt: skip

    assert [record.values["name"] for each in found for record in each.records if record.keys] == [
        "Phones", "Servers"
    ]  # fmt: skip
    assert not any(codes(each) for each in found)


def test_a_month_outside_the_sheets_year_is_named_and_its_row_not_taken() -> None:
    header = f"Line item,Category,{TWELVE},Jan 29"
    found = lines(sheet(f"Phones,Voice,{'1,' * 12}7", f"Servers,Hardware,{'1,' * 12}", header=header))

    assert codes(found[0]) == ["budget-month-outside"]
    values = found[0].refusals[0].finding.values
    assert (values["column"], values["first"], values["last"]) == ("Jan 29", "2027-01", "2027-12")
    assert len(found[1].records) == 13


def test_a_month_that_two_columns_tell_is_named() -> None:
    header = "Line item,Category,Jan 27,Feb 27,Mar 27,2027-01"

    assert codes(lines(sheet("Phones,Voice,1,2,3,4", header=header))[0]) == ["budget-month-twice"]


@pytest.mark.parametrize("cell", ["€10.00", "10.00 EUR"])
def test_two_currencies_in_one_sheet_are_named(cell: str) -> None:
    found = lines(
        sheet(
            f"Phones,Voice,run,Buckeye,IT,{'10,' * 12}", f"Servers,Hardware,run,Rhein,IT,{cell},{'1,' * 11}"
        )
    )

    assert (codes(found[0]), len(found[0].records)) == ([], 13)
    assert (codes(found[1]), found[1].records) == (["budget-other-currency"], ())
    assert found[1].refusals[0].finding.values["currency"] == "EUR"


def test_a_column_of_currencies_says_which_rows_are_in_another() -> None:
    header = "Line item,Category,Currency,Jan 27,Feb 27,Mar 27"
    found = lines(sheet("Phones,Voice,USD,1,2,3", "Servers,Hardware,CHF,1,2,3", header=header))

    assert [len(each.records) for each in found] == [4, 0]
    assert found[1].refusals[0].finding.values["currency"] == "CHF"


def test_a_total_that_nobody_has_spread_over_months_makes_no_month_up() -> None:
    found = lines("Line Item,Monthly Budget,Annual Total,Notes\nBackup service,100,1200,Per server\n")[0]

    assert (planned(found), codes(found)) == ({}, ["budget-without-months"])
    assert found.records[0].values["comment"] == "Per server"


def test_a_heading_over_rows_is_their_category() -> None:
    header = "Line item,Jan 27,Feb 27,Mar 27,Total"
    found = lines(sheet("Software,,,,", "CRM,1,2,3,6", "Hardware,,,,", "Docks,1,,,1", header=header))

    assert [each.records[0].values.get("category") for each in found if each.records] == [
        "Software", "Hardware",
    ]  # fmt: skip


def test_lines_of_one_name_are_told_apart_by_their_team() -> None:
    header = "Line item,Team,Jan 27,Feb 27,Mar 27"
    found = lines(sheet("Laptops,Sales,1,2,3", "Laptops,Planning,1,2,3", header=header))

    assert [each.records[0].values["name"] for each in found] == ["Laptops (Sales)", "Laptops (Planning)"]


def test_a_name_that_stands_twice_is_refused_the_second_time() -> None:
    header = "Line item,Category,Jan 27,Feb 27,Mar 27"
    found = lines(sheet("Laptops,,1,2,3", "Laptops,,1,2,3", header=header))

    assert [codes(each) for each in found] == [[], ["import-repeated"]]


def test_words_for_purpose_and_booking_are_ours_whatever_they_are_called() -> None:
    header = "Budget line,Purpose,Opex/Capex,Jan 27,Feb 27,Mar 27"
    found = lines(sheet("A,Growth,Capital,1,2,3", "B,Security,operating,1,2,3", header=header))

    assert [(one.records[0].values["purpose"], one.records[0].values["treatment"]) for one in found] == [
        ("grow", "capex"), ("secure", "opex"),
    ]  # fmt: skip


@pytest.mark.parametrize("cell", ["=SUM(B2:B9)", "much", "12 apples"])
def test_what_is_no_amount_refuses_the_whole_row(cell: str) -> None:
    found = lines(sheet(f"Phones,Voice,run,Buckeye,IT,{cell},{'1,' * 11}"))[0]

    assert (codes(found), found.records) == (["field-not-a-number"], ())


@pytest.mark.parametrize("cell", ["9" * 44, "123456789012345", "1e60"])
def test_more_money_than_there_is_refuses_the_row(cell: str) -> None:
    found = lines(sheet(f"Phones,Voice,run,Buckeye,IT,{cell},{'1,' * 11}"))[0]

    assert found.records == ()
    assert codes(found)[0] in {"field-too-large", "field-not-a-number"}


def test_european_figures_and_parentheses_are_read() -> None:
    header = "Position;Kategorie;Januar 2027;Februar 2027;März 2027;Summe"
    text = f"{header}\nTelefon;Sprache;1.234,56;(34,56);0;1.200,00\n"
    found = lines(text, currency="EUR")[0]

    assert list(planned(found).values()) == [Decimal("1234.56"), Decimal("-34.56"), 0]


def test_merged_headers_over_the_months_are_no_rows() -> None:
    text = f"IT,,,,,2027,,,,,,,,,,,,\nLine item,Category,Purpose,Vendor,Team,{','.join(MONTHS)},Total\n"
    found = lines(f"{text}Phones,Voice,run,Buckeye,IT,{'10,' * 12}120\n")

    assert min(planned(found[0])) == date(2027, 1, 1)


def test_thousands_of_rows_are_read_in_a_moment() -> None:
    rows = [f"Line {n},Voice,run,Buckeye,IT,{'1,' * 12}12" for n in range(2000)]

    assert sum(len(planned(each)) for each in lines(sheet(*rows))) == 24_000
