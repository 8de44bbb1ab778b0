"""Files are known by their header alone."""

import csv
import io
import tomllib
from pathlib import Path

import pytest

from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.sentences_en import say
from fullscore.importing import recognising
from fullscore.importing.records import Context, Reading
from fullscore.usecases.registers import all_registers

HEADERS = tomllib.loads((Path(__file__).parents[1] / "data/headers.toml").read_text())
CONTEXT = Context(all_registers(), "mdy", "USD", "export.csv")


def as_csv(*rows: list[str]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def read(content: bytes) -> Reading:
    found = recognising.read(CONTEXT, content)
    assert isinstance(found, Reading), found
    return found


@pytest.mark.parametrize("name", [name for name, about in HEADERS.items() if "source" in about])
def test_a_real_header_is_recognised(name: str) -> None:
    found = recognising.recognised(CONTEXT, tuple(HEADERS[name]["header"]))

    assert found is not None
    assert (found.source, found.kind) == (HEADERS[name]["source"], HEADERS[name]["kind"])
    assert found.confidence >= 0.9


@pytest.mark.parametrize("name", [name for name, about in HEADERS.items() if "source" not in about])
def test_a_list_nobody_reads_yet_is_not_taken_for_another(name: str) -> None:
    assert recognising.recognised(CONTEXT, tuple(HEADERS[name]["header"])) is None


@pytest.mark.parametrize("name", list(all_registers()))
def test_our_own_export_of_every_register_is_recognised(name: str) -> None:
    header = tuple(column.name for column in all_registers()[name].columns)
    labels = tuple(column.label for column in all_registers()[name].columns)

    by_name, by_label = (recognising.recognised(CONTEXT, each) for each in (header, labels))

    assert by_name is not None
    assert (by_name.source, by_name.register, by_name.confidence) == ("Fullscore export", name, 1.0)
    assert by_label is not None
    assert by_label.register == name


def test_a_header_below_a_title_is_found() -> None:
    found = read(b"Employee report\n\nPrinted 11/23/2026\n" + as_csv(
        ["First Name", "Last Name", "Job Title", "Department", "Hire Date", "Status"],
        ["Ana", "Ruiz", "Buyer", "Purchasing", "01/10/2012", "Active"],
    ))  # fmt: skip

    assert found.source == "BambooHR"
    assert [line.number for line in list(found.lines())] == [5]


def test_an_unknown_file_is_named_with_its_columns() -> None:
    found = recognising.read(CONTEXT, b"Fruit,Weight\nApple,3\n")

    assert isinstance(found, Finding)
    assert found.code == "import-not-recognised"
    assert found.values["columns"] == ("Fruit", "Weight")


def test_a_picture_is_named_without_its_bytes() -> None:
    found = recognising.read(CONTEXT, bytes(range(256)) * 40)

    assert isinstance(found, Finding)
    assert say(found).isprintable()


def test_the_second_row_with_the_same_serial_is_refused_and_names_the_first() -> None:
    header = ["Asset Tag", "Serial", "Model", "Status"]
    found = read(as_csv(header, ["A-1", "S1", "X", "Pending"], ["A-2", "s1", "X", "Pending"]))

    assert [len(line.refusals) for line in list(found.lines())] == [0, 1]
    assert list(found.lines())[1].refusals[0].finding.code == "import-repeated"
    assert list(found.lines())[1].refusals[0].finding.values["first"] == 2


def test_a_day_that_does_not_exist_is_refused_with_what_was_probably_meant() -> None:
    found = read(
        as_csv(["Asset Tag", "Serial", "Status", "Purchase Date"], ["A-1", "S", "Pending", "31/02/2025"])
    )

    reason = next(iter(found.lines())).refusals[0]
    assert reason.column == "Purchase Date"
    assert (reason.finding.code, reason.finding.values["guess"]) == ("import-day-impossible", "2025-02-28")


def test_a_checked_out_device_is_in_use_whatever_its_label_says() -> None:
    header = ["Asset Tag", "Serial", "Status", "Checked Out To"]
    found = read(as_csv(
        header,
        ["A-1", "S1", "Ready to Deploy", "Ana Ruiz"],
        ["A-2", "S2", "Ready to Deploy", ""],
        ["A-3", "S3", "Quarantine", "Ana Ruiz"],
        ["A-4", "S4", "Quarantine", ""],
    ))  # fmt: skip
    lines = list(found.lines())

    assert lines[0].records[0].values["status"] == "in use"
    assert lines[1].records[0].values["status"] == "in stock"
    assert lines[1].records[0].clears == {"holder"}
    assert lines[2].records[0].values["status"] == "in use"
    assert [reason.finding.code for reason in lines[2].notes] == ["import-word-unknown"]
    assert [reason.finding.code for reason in lines[3].refusals] == ["import-word-unknown"]


def test_a_user_brings_a_seat_for_each_licence_joined_by_plus() -> None:
    header = ["Display name", "User principal name", "Licenses", "Block credential"]
    found = read(as_csv(
        header,
        ["Ana Ruiz", "Ana@mill.example", "Microsoft 365 E3+Power BI Pro", "False"],
        ["Scanner", "scan@mill.example", "Unlicensed", "False"],
    ))  # fmt: skip

    registers = [[record.register for record in line.records] for line in list(found.lines())]
    assert registers == [["people", "seats", "seats"], ["people"]]
    assert list(found.lines())[1].records[0].is_met_only


def test_a_neutralised_formula_comes_back_as_it_was() -> None:
    columns = ["name", "address", "ref"]
    found = read(as_csv(columns, ["'=1+1", "'-5 Dock Road", "mill"], ["'Plain", "x", "plain"]))

    assert next(iter(found.lines())).records[0].values["name"] == "=1+1"
    assert next(iter(found.lines())).records[0].values["address"] == "-5 Dock Road"
    assert list(found.lines())[1].records[0].values["name"] == "'Plain"
