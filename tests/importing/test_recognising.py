"""What a file is, whose, and what its columns mean is told by its names and cells; a person's word wins."""

import csv
import io
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.sentences_en import say
from fullscore.importing import recognising
from fullscore.importing.layouts import Role
from fullscore.importing.records import Context, ReadColumn, Reading, Said
from fullscore.importing.tables import RawTable, TableRow
from fullscore.usecases.registers import all_registers

HEADERS = tomllib.loads((Path(__file__).parents[1] / "data/headers.toml").read_text())
CONTEXT = Context(all_registers(), "mdy", "USD", "export.csv")
DEVICES = ["Asset Tag", "Serial", "Model", "Status"]


def as_csv(*rows: list[str]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def read(content: bytes, context: Context = CONTEXT) -> Reading:
    found = recognising.read(context, content)
    assert isinstance(found, Reading), found
    return found


def of_rows(*rows: list[str], context: Context = CONTEXT) -> Reading:
    raw = RawTable(tuple(TableRow(line, tuple(row)) for line, row in enumerate(rows, start=1)))
    found = recognising.understood(context, raw)
    assert isinstance(found, Reading), found
    return found


def column(reading: Reading, header: str) -> ReadColumn:
    return next(each for each in reading.columns if each.header == header)


@pytest.mark.parametrize("name", [name for name, about in HEADERS.items() if "source" in about])
def test_a_programs_own_header_names_the_program(name: str) -> None:
    found = of_rows(HEADERS[name]["header"])

    assert (found.source, found.kind) == (HEADERS[name]["source"], HEADERS[name]["kind"])
    assert found.is_sure
    assert found.confidence >= 0.85
    assert HEADERS[name]["source"].split()[-1] in found.label


def test_a_list_of_nobodys_is_an_own_sheet_that_names_only_a_part() -> None:
    found = of_rows(
        ["Gerät", "Seriennummer", "Nutzer", "Kaufdatum", "Garantie bis"], ["Laptop", "S1", "", "", ""]
    )

    assert (found.source, found.role, found.label) == ("Own sheet", Role.SHEET, "list of devices")
    assert not found.is_whole


@pytest.mark.parametrize(
    "header",
    [
        ["Inventarnr.", "Hersteller", "Modell", "Seriennummer", "Standort", "Benutzer", "Typ", "Status"],
        ["Computer Name", "Serial Number", "Model", "Room", "Department", "User"],
    ],
)
def test_a_sheet_of_everybodys_words_is_no_programs(header: list[str]) -> None:
    assert (of_rows(header).source, of_rows(header).kind) == ("Own sheet", "devices")


def test_azure_ad_is_called_microsoft_entra_by_later_portals() -> None:
    old = HEADERS["intune_devices_with_inventory"]["header"]
    new = [name.replace("Azure AD", "Microsoft Entra") for name in old]

    before, now = of_rows(old), of_rows(new)

    assert (before.source, now.source) == ("Intune", "Intune")
    assert column(before, "Azure AD Device ID").meaning == "device_id"
    assert column(now, "Microsoft Entra Device ID").meaning == "device_id"


@pytest.mark.parametrize("name", list(all_registers()))
def test_our_own_export_of_every_register_is_recognised(name: str) -> None:
    names = [each.name for each in all_registers()[name].columns]
    labels = [each.label for each in all_registers()[name].columns]

    by_name, by_label = of_rows(names), of_rows(labels)

    assert (by_name.source, by_name.register, by_name.confidence) == ("Fullscore export", name, 1.0)
    assert (by_label.source, by_label.register) == ("Fullscore export", name)


def test_names_and_mails_that_anybody_may_have_are_not_taken_for_our_export() -> None:
    assert of_rows(["name", "email", "phone"]).source == "Own sheet"


def test_a_list_in_the_words_of_one_register_alone_is_read_as_our_own() -> None:
    found = of_rows(["Origin", "Target", "Takes"], ["Dayton", "Lima", "2"])

    assert (found.source, found.register, found.is_sure) == ("Fullscore export", "lanes", True)


def test_a_header_below_a_title_is_found_and_the_title_counted() -> None:
    found = read(b"Employee report\n\nPrinted 11/23/2026\n" + as_csv(
        ["First Name", "Last Name", "Job Title", "Department", "Hire Date", "Status"],
        ["Ana", "Ruiz", "Buyer", "Purchasing", "01/10/2012", "Active"],
    ))  # fmt: skip

    assert found.source == "BambooHR"
    assert (found.preamble, found.header_line, found.rows) == (2, 4, 1)
    assert [line.number for line in list(found.lines())] == [5]


def test_a_reports_groups_and_totals_are_counted_apart() -> None:
    found = read(
        b"Harbor Metal\nTransaction List by Vendor\nJanuary - December 2026\n\n"
        b",Date,Transaction Type,Num,Posting,Memo/Description,Account,Amount\n"
        b"Northwind Traders,,,,,,,\n"
        b',01/05/2026,Bill,1042,Yes,Parts,Accounts Payable,"1,200.00"\n'
        b'Total for Northwind Traders,,,,,,,"$1,200.00"\n'
    )

    assert (found.kind, found.source, found.rows) == ("bills", "QuickBooks", 1)
    assert found.preamble == 3
    assert found.totals == 2
    assert "Vendor" in found.header


def test_an_unknown_file_is_named_with_its_columns() -> None:
    found = recognising.read(CONTEXT, b"Fruit,Weight\nApple,3\n")

    assert isinstance(found, Finding)
    assert found.code == "import-not-recognised"
    assert found.values["columns"] == ("Fruit", "Weight")
    assert "devices" in say(found)


def test_a_picture_is_named_without_its_bytes() -> None:
    found = recognising.read(CONTEXT, bytes(range(256)) * 40)

    assert isinstance(found, Finding)
    assert say(found).isprintable()


def test_what_is_doubtful_is_asked_with_the_best_guess_first_and_its_reasons() -> None:
    found = of_rows(["Name", "E-mail"], ["Ana Ruiz", "ana@mill.example"])

    assert not found.is_sure
    assert (found.kind, found.guesses[0].kind) == ("people", "people")
    assert found.guesses[0].why[0] == ("2 of 2 columns known by name", 1.0)
    assert [text for text, _ in found.guesses[0].why][-1].startswith("next best: ")
    assert found.guesses[1].confidence < found.guesses[0].confidence


def test_names_of_people_with_mails_and_phones_are_people_not_vendors() -> None:
    header = ["Name", "Email", "Phone"]
    people = of_rows(
        header, ["Ana Ruiz", "ana@mill.example", "555-0100"], ["Cal Diaz", "cal@mill.example", ""]
    )

    assert people.kind == "people"


def test_events_of_a_calendar_file_are_a_calendar() -> None:
    events = (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Open day\r\n"
        b"DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261202\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    found = read(events, replace(CONTEXT, file="closures.ics"))

    assert (found.kind, found.source, found.register, found.is_sure) == (
        "calendar",
        "Calendar file",
        "events",
        True,
    )


@pytest.mark.parametrize(
    "header",
    [
        ["Order ID", "Order date", "Ship date", "Customer name", "Segment", "Sales", "Profit"],
        ["Plate", "Make", "Model", "Year", "Mileage", "Driver", "Fuel card"],
        ["Date", "Description", "Debit", "Credit", "Balance"],
        ["Sample", "pH", "Temperature", "Conductivity", "Operator", "Date"],
        ["Property", "Value"],
    ],
)
def test_a_list_of_another_world_is_never_sure(header: list[str]) -> None:
    raw = RawTable((TableRow(1, tuple(header)), TableRow(2, tuple("x" for _ in header))))
    found = recognising.understood(CONTEXT, raw)

    assert isinstance(found, Finding) or not found.is_sure


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("Serien-Nr.", "serial"), ("SERIAL_NUMBER", "serial"), ("*Serial Number", "serial"),
        ("Serial Numbr", "serial"), ("serialNumber [READ ONLY]", "serial"), ("Geräteseriennummer", "serial"),
        ("Anschaffungsdatum", "purchased_on"), ("Geraetename", "hostname"), ("Gerätename", "hostname"),
    ],
)  # fmt: skip
def test_a_name_is_known_however_it_is_written(header: str, meaning: str) -> None:
    found = of_rows(["Asset Tag", "Model", "Status", header])

    assert column(found, header).meaning == meaning


def test_a_column_whose_header_says_nothing_is_known_by_its_cells() -> None:
    found = of_rows(
        ["Asset Tag", "Model", "Status", "", "Assigned to"],
        ["A-1", "X1", "Deployed", "3C:22:FB:10:20:30", "Ana Ruiz"],
        ["A-2", "X1", "Deployed", "3C:22:FB:10:20:31", "Cal Diaz"],
    )

    assert column(found, "Column 4").meaning == "mac"
    assert ("1 known by its values", 0.2) in found.guesses[0].why


def test_another_mail_beside_the_mail_is_kept_beside_the_row() -> None:
    found = of_rows(["First name", "Last name", "E-mail", "Backup E-mail", "Department"])

    assert column(found, "E-mail").meaning == "email"
    assert (column(found, "Backup E-mail").meaning, column(found, "Backup E-mail").fate) == ("", "kept")


def test_of_two_columns_for_a_state_the_one_with_its_words_is_taken() -> None:
    found = of_rows(["Asset Tag", "Model", "State", "Status"], ["A-1", "X", "Ohio", "Deployed"])

    assert (column(found, "State").fate, column(found, "Status").meaning) == ("kept", "status")
    assert next(iter(found.lines())).records[0].values["status"] == "in use"


def test_an_address_is_no_mail_address_and_a_devices_user_no_device() -> None:
    found = of_rows(
        ["Asset Tag", "Serial", "Address", "Gerätestandort"], ["A-1", "S1", "5 Dock Road", "Halle 3"]
    )

    assert column(found, "Address").meaning == ""
    assert column(found, "Gerätestandort").meaning != "name"


def test_five_hundred_columns_of_every_program_are_weighed_without_a_fall() -> None:
    header = list(dict.fromkeys(name for about in HEADERS.values() for name in about["header"]))[:500]

    assert of_rows(header).kind


def test_a_table_nobody_knows_begins_with_its_first_full_row() -> None:
    found = of_rows(
        ["Season 2026"], ["Team", "Wins", "Losses", "Points", "Goals"], ["Reds", "5", "1", "15", "22"],
        ["Blues", "4", "2", "12", "17"],
    )  # fmt: skip

    assert (found.is_sure, found.header[0], found.rows, found.preamble) == (False, "Team", 2, 1)


def test_a_secret_is_left_out_and_its_cells_are_not_shown() -> None:
    found = of_rows(["License", "Product Key", "Seats"], ["Office", "AAAA-BBBB", "5"])
    key = column(found, "Product Key")

    assert (key.fate, key.samples) == ("left out", ())
    assert column(found, "License").samples == ("Office",)


def test_the_programs_own_number_is_taken_though_no_column_holds_it() -> None:
    found = of_rows(HEADERS["snipeit_export_assets_table"]["header"])

    assert (column(found, "ID").meaning, column(found, "ID").fate) == ("source_id", "taken")
    assert (column(found, "Company").fate, column(found, "Age").fate) == ("kept", "left out")


def test_words_of_a_vocabulary_are_counted_and_unknown_ones_ask() -> None:
    found = of_rows(
        DEVICES,
        ["A-1", "S1", "X", "Deployed"],
        ["A-2", "S2", "X", "deployed "],
        ["A-3", "S3", "X", "Quarantine"],
    )
    words = {word.word: (word.means, word.rows) for word in found.words if word.meaning == "status"}

    assert words["Quarantine"] == ("", 1)
    assert words["Deployed"][0] == "in use"
    assert "in use" in next(word.options for word in found.words if word.word == "Quarantine")


def test_a_persons_word_for_a_word_wins_over_the_programs() -> None:
    said = Said(words={"status": {"Quarantine": "in repair", "deployed": "in stock"}})
    found = of_rows(
        DEVICES, ["A-1", "S1", "X", "Quarantine"], ["A-2", "S2", "X", "Deployed"],
        context=replace(CONTEXT, said=said),
    )  # fmt: skip

    assert [line.records[0].values["status"] for line in found.lines()] == ["in repair", "in stock"]


def test_a_persons_word_for_kind_and_columns_wins_and_is_certain() -> None:
    said = Said(kind="devices", columns={"Plate": "tag", "Make": "", "Mileage": "beside"})
    header = ["Plate", "Make", "Model", "Mileage"]
    found = of_rows(header, ["FS-1", "Ford", "Transit", "100"], context=replace(CONTEXT, said=said))
    record = next(iter(found.lines())).records[0]

    assert (found.kind, found.is_sure, found.confidence) == ("devices", True, 1.0)
    assert record.values["tag"] == "FS-1"
    assert record.extra["Mileage"] == "100"
    assert "Make" not in record.extra
    assert column(found, "Make").fate == "left out"


def test_an_answer_is_remembered_for_the_same_header_in_any_order() -> None:
    first = of_rows(["Plate", "Model", "Mileage"])
    remembered = {first.fingerprint: Said(kind="devices", source="Fleet tool", columns={"PLATE": "tag"})}

    again = of_rows(["mileage", "PLATE", "Model"], context=replace(CONTEXT, remembered=remembered))

    assert (again.kind, again.source, again.is_sure) == ("devices", "Fleet tool", True)
    assert column(again, "PLATE").meaning == "tag"
    assert again.fingerprint == first.fingerprint


def test_every_kind_may_be_chosen_by_a_person() -> None:
    assert dict(recognising.labels())["devices"] == "list of devices"
    assert len(recognising.labels()) > 15
    assert recognising.role_of("BambooHR") is Role.HR
    assert recognising.role_of("Fleet tool") is Role.SHEET
    assert recognising.role_of("Fullscore export") is Role.OURS


def test_rows_of_a_room_to_come_are_read_and_left() -> None:
    found = of_rows(HEADERS["freshdesk_ticket_export"]["header"], ["1"] * 13)

    assert (found.kind, found.register, found.rows) == ("tickets", "", 1)
    assert [line.records for line in found.lines()] == [()]
    assert {each.fate for each in found.columns} <= {"kept", "left out"}


def test_the_second_row_with_the_same_serial_is_refused_and_names_the_first() -> None:
    found = of_rows(DEVICES, ["A-1", "S1", "X", "Pending"], ["A-2", "s1", "X", "Pending"])

    assert [len(line.refusals) for line in list(found.lines())] == [0, 1]
    assert list(found.lines())[1].refusals[0].finding.code == "import-repeated"
    assert list(found.lines())[1].refusals[0].finding.values["first"] == 2


def test_a_neutralised_formula_comes_back_as_it_was() -> None:
    columns = ["name", "address", "ref"]
    found = read(as_csv(columns, ["'=1+1", "'-5 Dock Road", "mill"], ["'Plain", "x", "plain"]))

    assert next(iter(found.lines())).records[0].values["name"] == "=1+1"
    assert next(iter(found.lines())).records[0].values["address"] == "-5 Dock Road"
    assert list(found.lines())[1].records[0].values["name"] == "'Plain"
