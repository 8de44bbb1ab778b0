"""Every usual form of a list reads to the same rows: separated text, workbooks, JSON, archives."""

import io
import json
from datetime import date, datetime, time

import pytest
import xlsxwriter

from fullscore.importing import child
from fullscore.importing.tables import RawTable
from tests.importing import bombs
from tests.importing.binary_workbook import binary_workbook
from tests.importing.growth import children, growth
from tests.importing.old_workbook import old_workbook

READ = [("Name", "Cost"), ("Dock", "610"), ("Cable", "2.5")]


def cells(raw: RawTable) -> list[tuple[str, ...]]:
    assert raw.trouble is None
    return [row.cells for row in raw.rows]


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        ("Name;Cost\nDock;1,50\nHub;2,00\n", [("Name", "Cost"), ("Dock", "1,50"), ("Hub", "2,00")]),
        ("Name;Mail\nLee, Ann;a@x\n", [("Name", "Mail"), ("Lee, Ann", "a@x")]),
        ("Name,Has\nAnn,E3;P1;F\nBo,E3;P1;F\n", [("Name", "Has"), ("Ann", "E3;P1;F"), ("Bo", "E3;P1;F")]),
        ("Name|Cost\nDock|1,50\n", [("Name", "Cost"), ("Dock", "1,50")]),
        ('"Name","Note"\n"Dock","a;b;c;d\ne;f"\n', [("Name", "Note"), ("Dock", "a;b;c;d\ne;f")]),
        ("sep=;\nName;Cost\nDock;1,5,0\n", [("Name", "Cost"), ("Dock", "1,5,0")]),
        ("Renewals\n\nName,Cost\nDock,1\n", [("Renewals",), ("Name", "Cost"), ("Dock", "1")]),
        ("Name\nDock\n", [("Name",), ("Dock",)]),
    ],
)  # fmt: skip
def test_the_separator_is_found_though_others_stand_in_the_cells(
    content: str, rows: list[tuple[str, ...]]
) -> None:
    assert cells(child.parsed("list.csv", content.encode())) == rows


def test_a_file_of_an_old_mac_keeps_headers_that_stand_twice() -> None:
    rows = cells(child.parsed("list.csv", b"City,City\rOslo,Rome\r"))

    assert rows == [("City", "City"), ("Oslo", "Rome")]


def test_rows_are_counted_by_the_line_they_begin_on_in_every_line_end() -> None:
    for end in ("\n", "\r\n", "\r"):
        content = f'a,b{end}"x{end}y",1{end}{end}z,2{end}'.encode()
        assert [row.line for row in child.parsed("list.csv", content).rows] == [1, 2, 5]


def open_document(*rows: list[str]) -> bytes:
    begin, end = '<table:table-cell office:value-type="string"><text:p>', "</text:p></table:table-cell>"
    filled = ("".join(f"{begin}{cell}{end}" for cell in row) for row in rows)
    table = "".join(f"<table:table-row>{cells}</table:table-row>" for cells in filled)
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="S">{table}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return bombs.archive({
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content.encode(),
        "META-INF/manifest.xml": b"<m/>",
    })  # fmt: skip


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("list.xlsx", bombs.workbook(["Name", "Cost"], ["Dock", 610], ["Cable", 2.5])),
        ("list.xls", old_workbook(["Name", "Cost"], ["Dock", 610], ["Cable", 2.5])),
        ("list.xlsb", binary_workbook(["Name", "Cost"], ["Dock", 610], ["Cable", 2.5])),
        ("list.ods", open_document(["Name", "Cost"], ["Dock", "610"], ["Cable", "2.5"])),
        ("list.json", b'[{"Name": "Dock", "Cost": 610}, {"Name": "Cable", "Cost": 2.5}]'),
        ("list.csv", b"Name,Cost\nDock,610\nCable,2.5\n"),
    ],
)
def test_the_same_list_reads_the_same_in_every_format(file: str, content: bytes) -> None:
    assert child.unpacked(file, content) == ((file, content),)
    assert cells(child.parsed(file, content)) == READ


def test_a_workbook_shows_days_times_and_yes_as_people_write_them() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        day, moment, clock = (
            book.add_format({"num_format": form}) for form in ("yyyy-mm-dd", "yyyy-mm-dd hh:mm", "hh:mm")
        )
        sheet.write_datetime(0, 0, date(2026, 11, 23), day)
        sheet.write_datetime(0, 1, datetime(2026, 11, 23, 8, 30), moment)  # noqa: DTZ001  a cell has no zone
        sheet.write_datetime(0, 2, time(8, 30), clock)
        sheet.write_boolean(0, 3, True)
        sheet.write_number(0, 4, 12.0)
        sheet.write_formula(0, 5, "=1/0", None, "#DIV/0!")

    row = cells(child.parsed("list.xlsx", out.getvalue()))[0]

    assert row[:5] == ("2026-11-23", "2026-11-23 08:30:00", "08:30:00", "yes", "12")


def test_the_first_sheet_with_anything_in_it_is_read() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.add_worksheet("Cover")
        book.add_worksheet("People").write_row(2, 1, ["Name", "Mail"])
        book.add_worksheet("More").write_row(0, 0, ["Other"])

    raw = child.parsed("list.xlsx", out.getvalue())

    assert [(row.line, row.cells) for row in raw.rows] == [(3, ("Name", "Mail"))]


def test_an_old_workbook_shows_its_days() -> None:
    rows = cells(child.parsed("list.xls", old_workbook(["Name", "On"], ["Müller", date(2026, 11, 23)])))

    assert rows == [("Name", "On"), ("Müller", "2026-11-23")]


DEVICES = [
    {
        "id": 7,
        "name": "PC-1",
        "model": {"name": "Latitude", "maker": {"name": "Dell"}},
        "tags": ["lab", "old"],
    },
    {
        "id": 9,
        "name": "PC-2",
        "users": [{"name": "Ann"}, {"displayName": "Bo"}, {"id": "17"}],
        "managed": True,
    },
]
READ_DEVICES = [
    ("id", "name", "model.name", "model.maker.name", "tags", "users", "managed"),
    ("7", "PC-1", "Latitude", "Dell", "lab; old"),
    ("9", "PC-2", "", "", "", "Ann; Bo; 17", "yes"),
]


@pytest.mark.parametrize(
    "whole",
    [
        DEVICES, {"total": 2, "rows": DEVICES}, {"@odata.context": "x", "value": DEVICES, "more": [{"a": 1}]},
        {"data": {"devices": DEVICES, "page": {"size": 2}}}, {"devices": {"7": DEVICES[0], "9": DEVICES[1]}},
    ],
    ids=["a list", "under rows", "beside a shorter list", "two deep", "by number"],
)  # fmt: skip
def test_the_longest_list_of_a_json_file_is_the_table(whole: object) -> None:
    for content in (json.dumps(whole).encode(), json.dumps(whole, indent=1).encode("utf-16")):
        assert cells(child.parsed("export.json", content)) == READ_DEVICES


def test_one_object_a_line_is_a_list_too() -> None:
    content = "\r\n".join(json.dumps(device) for device in DEVICES).encode("utf-8-sig")

    assert cells(child.parsed("export.jsonl", content)) == READ_DEVICES


def test_json_numbers_stay_as_they_are_written() -> None:
    rows = cells(
        child.parsed(
            "a.json", b'[{"a": 1.10, "b": 123456789012345678901, "c": 1e3, "d": null, "e": NaN, "f": 1}]'
        )
    )

    assert rows[1] == ("1.10", "123456789012345678901", "1e3", "", "", "1")


def test_lists_in_a_json_list_are_rows() -> None:
    assert cells(child.parsed("a.json", b'[["Name", "Cost"], ["Dock", 610], ["Cable", 2.5]]')) == READ


def test_what_is_no_object_in_a_list_of_objects_is_named() -> None:
    row = child.parsed("a.json", b'[{"Name": "Dock"}, 12]').rows[2]

    assert (row.cells, row.problem) == (("12",), ("import-json-line", 0))


def test_a_csv_that_begins_with_a_bracket_is_a_csv() -> None:
    assert cells(child.parsed("a.csv", b"[Name],Cost\nDock,1\n"))[0] == ("[Name]", "Cost")


def test_an_archive_gives_its_lists_in_the_order_its_manifest_names_them() -> None:
    manifest = json.dumps({"files": [{"name": "sites.csv"}, {"name": "people.csv"}]}).encode()
    packed = bombs.archive({
        "out/manifest.json": manifest, "out/more.json": b"[]", "out/people.csv": b"p", "out/sites.csv": b"s",
        "notes.md": b"",
    })  # fmt: skip

    assert child.unpacked("out.zip", packed) == (
        ("sites.csv", b"s"),
        ("people.csv", b"p"),
        ("more.json", b"[]"),
    )


def test_a_manifest_alone_is_the_list() -> None:
    assert child.unpacked("out.zip", bombs.archive({"manifest.json": b"{}"})) == (("manifest.json", b"{}"),)


def test_a_manifest_that_says_nonsense_orders_nothing() -> None:
    packed = bombs.archive({"manifest.json": b'{"files": 7}', "b.csv": b"b", "a.csv": b"a"})

    assert child.unpacked("out.zip", packed) == (("b.csv", b"b"), ("a.csv", b"a"))


def test_what_is_no_archive_comes_back_as_it_is() -> None:
    assert child.unpacked("a.csv", b"a,b\n") == (("a.csv", b"a,b\n"),)


def test_a_large_list_comes_out_of_an_archive_whole() -> None:
    content = b"Name,Tag\n" + b"Dock,1\n" * 500_000

    assert child.unpacked("a.zip", bombs.archive({"a.csv": content, "b.csv": b"b"})) == (
        ("a.csv", content),
        ("b.csv", b"b"),
    )


def test_a_hundred_thousand_rows_of_twenty_columns_take_the_room_of_their_text() -> None:
    there = children()
    common = [f"Column {n}" for n in range(10)]
    rows = (
        ",".join([f"TAG-{n}", f"SN{n * 7919:010X}", *(f"{name} {n}" for name in common[:8]), *common])
        for n in range(100_000)
    )
    content = "\n".join(rows).encode()

    with growth() as grown:
        raw = child.parsed("list.csv", content)

    assert (len(raw.rows), len(raw.rows[0].cells)) == (100_000, 20)
    assert grown.megabytes < 150
    assert children() <= there
