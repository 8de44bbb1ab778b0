"""Lists as they really come: mixed spellings, titles above, totals below, odd line ends, joined cells."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest

from fullscore.engine.findings.finding import Finding
from fullscore.importing import recognising
from fullscore.importing.records import Context, Line, Mention, Reading
from fullscore.usecases.registers import all_registers

QUICKBOOKS = (
    "Mill & Sons Ltd,,,,,,,\r\n"
    "Invoice List by Date,,,,,,,\r\n"
    '"January 1-September 29, 2026",,,,,,,\r\n'
    ",,,,,,,\r\n"
    "Date,Transaction type,Num,Name,Memo,Due date,Amount,Open balance\r\n"
    "1/19/2026,Invoice,1001,Harlow Quartet,,2/18/2026,100.00,0.00\r\n"
    '1/20/2026,Invoice,1002,Dyn Media,,2/19/2026,"1,134.56",0.00\r\n'
    'TOTAL,,,,,,"$1,234.56",$0.00\r\n'
    "\r\n\r\n\r\n"
    '" Tuesday, September 29, 2026 09:30 PM GMT-04:00",,,,,,,\r\n'
)
BY_VENDOR = (
    "Mill & Sons Ltd\nTransaction List by Vendor\nJanuary - December 2025\n\n"
    ",Date,Transaction Type,Num,Posting,Memo/Description,Account,Amount\n"
    "Northwind Traders,,,,,,,\n"
    ',01/05/2025,Bill,1042,Yes,Parts,Accounts Payable,"1,200.00"\n'
    ',01/30/2025,Bill Payment (Check),,Yes,,Checking,"-1,200.00"\n'
    "Total for Northwind Traders,,,,,,,0.00\n"
    "Total Quality Logistics,,,,,,,\n"
    ",02/03/2025,Bill,TQL-88,Yes,Freight,Accounts Payable,640.00\n"
    "Total for Total Quality Logistics,,,,,,,640.00\n"
    "TOTAL,,,,,,,640.00\n"
)
ASSETS = ["Asset Name", "Asset Tag", "Serial", "Model", "Status", "Purchase Date", "Purchase Cost"]


def as_csv(*rows: list[str]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def read(content: bytes, currency: str = "USD") -> Reading:
    found = recognising.read(Context(all_registers(), "mdy", currency, "list.csv"), content)
    assert isinstance(found, Reading), found
    return found


def lines(content: bytes, currency: str = "USD") -> list[Line]:
    return list(read(content, currency).lines())


def codes(found: list[Line]) -> list[list[str]]:
    return [[reason.finding.code for reason in (*line.refusals, *line.notes)] for line in found]


def test_one_day_in_twelve_formats_is_one_day() -> None:
    written = [
        "2025-02-03", "02/03/2025", "3.2.2025", "03-Feb-2025", "Feb 3, 2025", "20250203",
        "2025-02-03T04:05:06Z",
        "3. Februar 2025", "Monday, February 3, 2025", "45691", "2/3/2025 3:02:10 PM", "2/3/25",
    ]  # fmt: skip
    found = lines(
        as_csv(
            ASSETS, *(["", f"A-{at}", f"S{at}", "X", "Pending", day, ""] for at, day in enumerate(written))
        )
    )

    assert codes(found) == [[]] * len(written)
    assert {line.records[0].values["purchased_on"] for line in found} == {date(2025, 2, 3)}


@pytest.mark.parametrize(
    ("currency", "written"),
    [
        ("USD", ["$1,285.00", "1285", "USD 1,285", "1285 US$", "1,285.00", "$ 1285.00", "1.285E+03"]),
        ("EUR", ["1.285,00 €", "€1.285", "EUR 1285,00", "1 285,00", "1285,-", "1.285,00", "1'285.00 EUR"]),
        ("CHF", ["CHF 1'285.-", "1\u2019285.00", "1285.00 CHF", "Fr. 1285", "1 285.00", "1285,00", "1'285"]),
    ],
)  # fmt: skip
def test_one_price_in_seven_formats_is_one_price(currency: str, written: list[str]) -> None:
    rows = [["", f"A-{at}", f"S{at}", "X", "Pending", "", price] for at, price in enumerate(written)]
    found = lines(as_csv(ASSETS, *rows), currency)

    assert codes(found) == [[]] * len(written)
    assert {line.records[0].values["cost"] for line in found} == {Decimal(1285)}


def test_a_report_with_titles_a_total_and_a_time_of_printing_has_two_rows() -> None:
    found = read(QUICKBOOKS.encode())

    assert (found.kind, found.header_line, found.preamble, found.rows, found.totals) == ("bills", 5, 3, 2, 2)
    assert [line.number for line in found.lines()] == [6, 7]


def test_a_carrier_called_total_quality_is_a_vendor_and_not_a_total() -> None:
    found = read(BY_VENDOR.encode())
    bills = [record.values for line in found.lines() for record in line.records if record.register == "bills"]
    told = [(str(bill["amount"]), getattr(bill["vendor"], "shown", "")) for bill in bills]

    assert (found.kind, found.preamble, found.rows, found.totals) == ("bills", 3, 3, 5)
    assert told == [("1200.00", "Northwind Traders"), ("640.00", "Total Quality Logistics")]


def test_an_old_macs_list_with_headers_that_repeat_is_read_to_its_end() -> None:
    header = [
        "ID", "Company", "Asset Name", "Asset Tag", "Model", "Category", "Manufacturer", "Serial",
        "Purchased", "Cost",
        "Warranty", "Supplier", "Location", "Address", "Address", "City", "State", "Country", "Zip",
        "Default Location", "Address", "Address", "City", "State", "Country", "Zip", "Checked Out", "Type",
        "Username", "Employee No.", "Status", "Notes", "URL",
    ]  # fmt: skip
    row = [
        "7", "Mill", "LT-7", "A-7", "Latitude 5450", "Laptops", "Dell", "S7", "2025-02-03", "1285.00",
        "36 months", "Dyn",
        "Harlow", "1 Mill Rd", "Yard", "Harlow", "ES", "GB", "CM1", "East", "2 Dock St", "", "Ely",
        "CA", "GB", "CB6", "Ana Ruiz", "user", "aruiz", "17", "Deployed", "", "https://x.example/7",
    ]  # fmt: skip
    again = ["8", "Mill", "LT-8", "A-8", *row[4:7], "S8", *row[8:]]
    found = read(as_csv(header, row, again).replace(b"\r\n", b"\r"))
    told = list(found.lines())

    assert (found.kind, found.rows, codes(told)) == ("devices", 2, [[], []])
    assert [line.number for line in told] == [2, 3]
    assert {"Address", "Address (2)", "Address (3)", "City (2)"} <= set(found.header)
    record = told[0].records[0]
    assert (record.extra["Address"], record.extra["Address (3)"]) == ("1 Mill Rd", "2 Dock St")
    assert (record.values["status"], record.fills["warranty_ends_on"]) == ("in use", date(2028, 2, 3))


def test_sizes_and_dashes_refuse_nobody() -> None:
    header = [
        "Device name",
        "Serial number",
        "Manufacturer",
        "Model",
        "OS",
        "Total storage",
        "Free storage",
        "Last check-in",
    ]
    found = lines(as_csv(
        header,
        ["LT-1", "S1", "Dell Inc.", "Latitude 5450", "Windows", "476.2GB", "2.49GB", "2026-11-20 10:00:00"],
        ["LT-2", "S2", "Dell Inc.", "Latitude 5450", "Windows", " --", " --", " --"],
    ))  # fmt: skip

    assert codes(found) == [[], []]
    assert found[0].records[0].values["checked_in_on"] == date(2026, 11, 20)
    assert found[0].records[0].extra["Total storage"] == "476.2GB"
    assert "Free storage" not in found[0].records[0].extra
    assert "checked_in_on" not in found[1].records[0].values


def test_licences_joined_by_plus_are_seats_of_their_own() -> None:
    header = ["Display name", "User principal name", "Licenses", "Block credential"]
    found = lines(
        as_csv(header, ["Ana Ruiz", "ana@mill.example", "Microsoft 365 E3+Power BI Pro+Visio", "False"])
    )
    seats = [record for record in found[0].records if record.register == "seats"]

    assert len(seats) == 3


def test_ten_people_who_manage_themselves_are_ten_people() -> None:
    header = [
        "First Name",
        "Last Name",
        "Employee #",
        "Job Title",
        "Department",
        "Hire Date",
        "Status",
        "Reports To",
    ]
    rows = [
        ["Ana", f"Ruiz {at}", str(at), "Buyer", "Purchasing", "01/10/2012", "Active", f"Ana Ruiz {at}"]
        for at in range(10)
    ]  # fmt: skip
    found = lines(as_csv(header, *rows))

    assert codes(found) == [[]] * 10
    assert {line.records[0].values["name"] for line in found} == {f"Ana Ruiz {at}" for at in range(10)}


def test_ten_equal_rows_with_ten_tags_are_ten_items() -> None:
    rows = [["Dock", f"T-{at}", "", "WD19S", "In stock", "2025-02-03", "99"] for at in range(10)]
    found = lines(as_csv(ASSETS, *rows))

    assert codes(found) == [[]] * 10
    assert len({line.records[0].keys for line in found}) == 10
    assert len({str(line.records[0].values["name"]) for line in found}) == 1


def test_equal_rows_with_nothing_to_know_them_by_are_each_refused() -> None:
    rows = [["Dock", "", "", "WD19S", "In stock", "2025-02-03", "99"] for _ in range(3)]
    found = read(as_csv(ASSETS, *rows))

    assert found.rows == 3
    assert codes(list(found.lines())) == [["import-nothing-to-know-it-by"]] * 3


def test_one_laptop_is_written_by_three_programs_and_meets_in_one_model() -> None:
    snipe = lines(as_csv(
        ["Asset Name", "Asset Tag", "Serial", "Model", "Category", "Status", "Manufacturer"],
        ["LT-1", "A-1", "5CG1", "Dell Latitude 5450", "Laptop", "Deployed", "Dell"],
    ))  # fmt: skip
    intune = lines(as_csv(
        ["Device name", "Serial number", "Manufacturer", "Model", "OS", "Last check-in", "Wi-Fi MAC"],
        ["LT-1", "5CG1", "Dell Inc.", "Latitude 5450", "Windows", "2026-11-20", "00155D012AFF"],
    ))  # fmt: skip
    told = [found[0].records[0].values["model"] for found in (snipe, intune)]

    assert all(isinstance(each, Mention) for each in told)
    assert [each.shown for each in told if isinstance(each, Mention)] == [
        "Dell Latitude 5450",
        "Latitude 5450",
    ]
    first, second = (each for each in told if isinstance(each, Mention))
    assert ("name", first.shown) in second.words
    assert ("name", second.shown) in first.words
    assert snipe[0].records[0].keys[0] == intune[0].records[0].keys[0]


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01", b"Total\n", b"Total,1\nTotal,2\n", b"TOTAL for,,\n,,\n"]
)
def test_what_is_nothing_but_dirt_is_a_finding(content: bytes) -> None:
    found = recognising.read(Context(all_registers(), "mdy", "USD", "list.csv"), content)

    assert isinstance(found, Finding) or not found.is_sure
