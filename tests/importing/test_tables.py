"""What of a file is header, row, title of a group, total or footer."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.importing.tables import RawTable, Table, TableRow, headed, titles, told_apart
from fullscore.importing.totals import without_totals

BY_VENDOR = """,Date,Transaction Type,Num,Memo/Description,Amount
Northwind Traders,,,,,
,01/05/2025,Bill,1042,Parts,"1,200.00"
,01/30/2025,Bill Payment (Check),,,"-1,200.00"
Total for Northwind Traders,,,,,0.00
Total Quality Logistics,,,,,
,02/03/2025,Bill,TQL-88,Freight,640.00
Total for Total Quality Logistics,,,,,640.00
TOTAL,,,,,640.00
"""


def table(text: str, at: int = 0) -> Table:
    return headed(raw(text), at)


def raw(text: str) -> RawTable:
    reader = csv.reader(io.StringIO(text))
    rows = []
    for line, cells in enumerate(reader, start=1):
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            rows.append(TableRow(line, tuple(cell.strip() for cell in cells)))
    return RawTable(tuple(rows))


def rows(text: str) -> list[tuple[str, ...]]:
    return [row.cells for row in without_totals(table(text))[0].rows]


def test_headers_that_repeat_are_told_apart_and_empty_ones_go_by_their_place() -> None:
    assert told_apart(("City", "City", "", "City (2)", "Column 3")) == (
        "City", "City (3)", "Column 3 (2)", "City (2)", "Column 3",
    )  # fmt: skip


@given(st.lists(st.sampled_from(["", "City", "City (2)", "Column 2", "Column 1", "City (3)"]), max_size=8))
def test_no_two_columns_ever_have_one_name(names: list[str]) -> None:
    told = told_apart(tuple(names))

    assert len(set(told)) == len(names)
    assert all(told)


def test_a_cell_beyond_the_header_is_kept_by_its_place() -> None:
    found = table("Name,Tag\nLaptop,A-1,lent to Ana\n")

    assert found.cells(found.rows[0]) == {"Name": "Laptop", "Tag": "A-1", "Column 3": "lent to Ana"}


def test_what_stands_above_the_header_is_told() -> None:
    found = raw("Mill Ltd,,\nBills by Vendor,,\n\nDate,Name,Amount\n")

    assert titles(found, 2) == ("Mill Ltd", "Bills by Vendor")


def test_the_title_of_a_group_reaches_its_rows() -> None:
    found, left_out = without_totals(table(BY_VENDOR), ("Transaction List by Vendor",))

    assert found.header[0] == "Vendor"
    assert [row.cells[0] for row in found.rows] == [
        "Northwind Traders", "Northwind Traders", "Total Quality Logistics",
    ]  # fmt: skip
    assert [row.line for row in found.rows] == [3, 4, 7]
    assert left_out == 5


def test_a_title_says_what_the_groups_are() -> None:
    found, _ = without_totals(table(BY_VENDOR), ("Mill Ltd", "Sales by Customer Detail"))

    assert found.header[0] == "Customer"


def test_groups_without_totals_are_known_by_a_first_column_that_has_no_name() -> None:
    found, left_out = without_totals(table(",Tag,Model\nHarlow,,\n,A-1,X\n,A-2,X\nEast,,\n,A-3,X\n"))

    assert [row.cells[:2] for row in found.rows] == [("Harlow", "A-1"), ("Harlow", "A-2"), ("East", "A-3")]
    assert left_out == 2


@pytest.mark.parametrize(
    "line",
    ["Total,,640.00", "TOTAL,,$640.00", 'Summe,,"640,00 €"', "Gesamt:,,640", "Grand total,,640.00",
     "Total for Harbor Freight,,640.00", "Summe für Nord,,640", "Zwischensumme,,640", ",Total,640.00",
     ",,640.00"],
)  # fmt: skip
def test_a_total_line_is_no_row(line: str) -> None:
    assert rows(f"Vendor,Date,Amount\nHarbor,2025-01-05,600.00\nDyn,2025-01-06,40.00\n{line}\n") == [
        ("Harbor", "2025-01-05", "600.00"), ("Dyn", "2025-01-06", "40.00"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ["Total Quality Logistics,2025-02-03,640.00", "Total Quality Logistics,,640.00", "Summe,Anna,7",
     "Total,Bill,640.00", "Total for Life Inc,2025-02-03,640.00", "Gesamt GmbH,,640.00",
     "Totalenergies,,640.00"],
)  # fmt: skip
@pytest.mark.parametrize("after", ["", "Dyn,2025-03-01,10.00\n"])
def test_a_vendor_or_person_with_such_a_name_is_a_row(line: str, after: str) -> None:
    text = f"Vendor,Date,Amount\nHarbor,2025-01-05,1200.00\n{line}\n{after}"

    assert tuple(line.split(",")) in rows(text)


def test_a_total_between_rows_must_add_up() -> None:
    header = "Vendor,Seats\nHarbor,10\nDyn,30\n"

    assert len(rows(f"{header}Total,40\nAce,5\n")) == 3
    assert len(rows(f"{header}Total,39\nAce,5\n")) == 4


def test_a_last_person_called_total_keeps_the_row_for_the_employee_number() -> None:
    assert rows("Surname,Employee ID\nRuiz,1041\nTotal,1042\n")[-1] == ("Total", "1042")


@pytest.mark.parametrize(
    "line",
    ['" Tuesday, September 29, 2026 09:30 PM GMT-04:00"', "Report generated on 2026-09-29",
     '"Accrual basis Tuesday, September 29, 2026 09:30 PM"',
     "Erstellt am 29.09.2026", "Page 1 of 3", "3 records", "Anzahl: 3",
     "Generated,2026-09-29 10:00", "Total records: 3", "Stand: 29.09.2026"],
)  # fmt: skip
def test_a_footer_is_no_row(line: str) -> None:
    found, left_out = without_totals(table(f"Tag,Model,Status\nA-1,X,In use\nA-2,X,In use\n{line}\n"))

    assert ([row.cells[0] for row in found.rows], left_out) == (["A-1", "A-2"], 1)


def test_a_lonely_tag_on_the_last_line_is_a_row() -> None:
    assert rows("Tag,Model\nA-1,X\n20250203\n")[-1] == ("20250203",)


def test_a_header_said_again_on_the_next_page_is_no_row() -> None:
    found, left_out = without_totals(
        table("Tag,City,City\nA-1,Harlow,Essex\nTag,City,City\nA-2,Harlow,Essex\n")
    )

    assert [row.line for row in found.rows] == [2, 4]
    assert left_out == 1


def test_a_list_of_one_column_has_no_totals() -> None:
    assert rows("Name\nSumme\nTotal\n") == [("Summe",), ("Total",)]


CELLS = st.sampled_from(
    ["", "Total", "Total for Acme", "Acme", "TOTAL", "640.00", "$1,200.00", "A-1", "Summe", "Page 1 of 2",
     "Tag", "Amount", "2025-01-05", "Accrual basis", "12"]
) | st.text(max_size=6)  # fmt: skip


@given(st.lists(st.lists(CELLS, max_size=4), max_size=12), st.sampled_from(["Tag", "Column 1"]))
def test_whatever_a_table_holds_every_line_is_a_row_or_counted_apart(
    lines: list[list[str]], first: str
) -> None:
    header = (first, "Amount", "Date")
    told = tuple(TableRow(number, tuple(cells)) for number, cells in enumerate(lines, start=2))
    found, left_out = without_totals(Table(header, 1, told))

    assert len(found.rows) + left_out == len(told)
    assert [row.line for row in found.rows] == sorted({row.line for row in found.rows})
    before = {row.line: row.cells for row in told}
    assert all(row.cells[1:] == before[row.line][1:] for row in found.rows)
