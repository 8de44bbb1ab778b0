"""Lists of devices, models and accessories, whoever writes them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.sentences_en import say
from fullscore.importing.kinds import accessories, devices, models
from fullscore.importing.kinds.devices_keys import directory_id, macs, number
from fullscore.importing.kinds.devices_models import category, maker, model
from fullscore.importing.layouts import Role
from fullscore.importing.records import Key, Line, Mention, Record
from fullscore.importing.vocabularies.devices import STATUS_WORDS, STATUSES
from tests.importing.mapping import context, lines

ASSETS = {"Tag": "tag", "Serial": "serial", "State": "status", "Out to": "holder_name"}
INTUNE = {
    "Device ID": "source_id", "Device name": "hostname", "Entra ID": "device_id", "Serial number": "serial",
    "Manufacturer": "manufacturer", "Model": "model", "Wi-Fi MAC": "mac", "EthernetMAC": "mac",
    "OS": "system",
    "OS version": "system_version", "UPN": "holder_login", "Last check-in": "checked_in_on",
    "Ownership": "ownership", "Free storage": "storage_free",
}  # fmt: skip


def only(found: list[Line]) -> Record:
    assert [line.refusals for line in found] == [()], said(found)
    return found[0].records[0]


def said(found: list[Line]) -> list[str]:
    return [say(reason.finding) for line in found for reason in (*line.refusals, *line.notes)]


def codes(found: list[Line]) -> list[list[str]]:
    return [[reason.finding.code for reason in (*line.refusals, *line.notes)] for line in found]


def device(meanings: dict[str, str], *cells: str, role: Role = Role.SHEET) -> Record:
    return only(lines(devices.KIND, meanings, cells, role=role))


def test_a_managed_laptop_is_known_by_everything_that_can_know_it() -> None:
    found = device(
        INTUNE, "9f0c", "LT-0042", "5e1d-22", "5CG1234", "Dell Inc.", "Latitude 5450", "00155D012AFF",
        "00-15-5d-01-2b-00", "Windows", "10.0.22631", "ana@mill.example", "2026-11-20T23:59:59-05:00",
        "Personal", "12 GB", role=Role.MANAGEMENT,
    )  # fmt: skip

    assert found.keys == (
        Key("serial", "5CG1234"), Key("device_id", "5e1d-22"), Key("mac", "00:15:5d:01:2a:ff"),
        Key("mac", "00:15:5d:01:2b:00"), Key("hostname", "LT-0042", is_strong=False),
    )  # fmt: skip
    assert found.source_id == "9f0c"
    assert found.values["mac"] == "00:15:5d:01:2a:ff, 00:15:5d:01:2b:00"
    assert found.values["system"] == "Windows 10.0.22631"
    assert found.values["checked_in_on"] == date(2026, 11, 20)
    assert found.fills["name"] == "LT-0042"
    assert found.extra == {"Manufacturer": "Dell Inc.", "Ownership": "Personal"}


def test_that_somebody_signs_in_is_no_word_about_the_state() -> None:
    found = device(
        {"Serial": "serial", "User": "holder_email"}, "S1", "ana@mill.example", role=Role.MANAGEMENT
    )

    assert "status" not in found.values
    assert found.firsts == {"status": "in use"}
    assert found.values["holder"] == Mention("people", (("email", "ana@mill.example"),), is_made=False)


def test_a_checked_out_device_is_in_use_whatever_its_label_says() -> None:
    found = lines(
        devices.KIND, ASSETS,
        ("A-1", "S1", "Ready to Deploy", "Ana Ruiz"),
        ("A-2", "S2", "Ready to Deploy", ""),
        ("A-3", "S3", "Quarantine", "Ana Ruiz"),
        ("A-4", "S4", "Quarantine", ""),
        ("A-5", "S5", "Lab use Deployable", "Unassigned"),
        ("A-6", "S6", "Auf Lager", ""),
    )  # fmt: skip

    assert [line.records[0].values["status"] if line.records else None for line in found] == [
        "in use", "in stock", "in use", None, "in stock", "in stock",
    ]  # fmt: skip
    assert [sorted(line.records[0].clears) if line.records else None for line in found] == [
        [], ["holder"], [], None, ["holder"], ["holder"],
    ]  # fmt: skip
    assert codes(found) == [[], [], ["import-word-unknown"], ["import-word-unknown"], [], []]


def test_a_list_that_tells_no_holders_takes_nothing_from_anybody() -> None:
    assert device({"Tag": "tag", "State": "status"}, "A-1", "In stock").clears == frozenset()


def test_a_display_checked_out_to_its_place_is_with_nobody() -> None:
    told = {**ASSETS, "Where": "site"}
    by_site = device(told, "A-1", "S1", "Deployed", "Harlow", "Harlow")
    by_kind = device(
        {**ASSETS, "Kind": "holder_kind"}, "A-2", "S2", "Deployed", "Room 4", "Location"
    )  # fmt: skip

    assert (by_site.values["place"], by_site.values["status"]) == ("Harlow", "in use")
    assert by_kind.values["place"] == "Room 4"
    assert "holder" not in by_site.values
    assert by_site.clears == {"holder"}


def test_a_dock_lent_to_a_trolley_keeps_the_trolleys_name_beside_it() -> None:
    found = device({**ASSETS, "Kind": "holder_kind"}, "A-1", "S1", "Deployed", "Trolley 3", "Asset")

    assert found.extra["Out to"] == "Trolley 3"
    assert "holder" not in found.values


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (("17", "", "", ""), (("employee_number", "17"),)),
        (("", "Ana@Mill.example", "", "Ana Ruiz"), (("email", "ana@mill.example"), ("name", "Ana Ruiz"))),
        (("", "", "MILL\\aruiz", ""), (("username", "aruiz"),)),
        (("", "", "ana@mill.example", ""), (("email", "ana@mill.example"), ("username", "ana@mill.example"))),
        (("", "", "", "Ruiz, Ana"), (("name", "Ruiz, Ana"),)),
    ],
)
def test_a_holder_is_sought_by_the_surest_word_first(
    cells: tuple[str, ...], words: tuple[tuple[str, str], ...]
) -> None:
    told = {
        "Tag": "tag", "No": "holder_number", "Mail": "holder_email", "Login": "holder_login",
        "Who": "holder_name",
    }  # fmt: skip

    assert device(told, "A-1", *cells).values["holder"] == Mention("people", words, is_made=False)


def test_ten_equal_rows_with_ten_tags_are_ten_items() -> None:
    told = {"Model": "model", "Tag": "tag", "Cost": "cost"}
    found = lines(devices.KIND, told, *[("Dock", f"T-{tag}", "99.00") for tag in range(10)])

    assert [line.records[0].keys for line in found] == [(Key("tag", f"T-{tag}"),) for tag in range(10)]


def test_equal_rows_with_nothing_to_know_them_by_are_each_refused() -> None:
    found = lines(devices.KIND, {"Model": "model", "Tag": "tag"}, ("Dock", ""), ("Dock", ""), ("Dock", "n/a"))

    assert codes(found) == [["import-nothing-to-know-it-by"]] * 3
    assert {reason.column for line in found for reason in line.refusals} == {"Tag"}


def test_a_host_name_alone_is_enough_but_a_name_is_not() -> None:
    by_host = lines(devices.KIND, {"Host": "hostname"}, ("srv-01",))
    by_name = lines(devices.KIND, {"Name": "name", "Model": "model"}, ("Server in the cellar", "X"))

    assert only(by_host).keys == (Key("hostname", "srv-01", is_strong=False),)
    assert codes(by_name) == [["import-nothing-to-know-it-by"]]


def test_a_dock_seen_on_two_laptops_refuses_neither() -> None:
    told = {"Serial": "serial", "MAC": "mac"}

    assert codes(lines(devices.KIND, told, ("S1", "00155D012AFF"), ("S2", "00155D012AFF"))) == [[], []]
    assert codes(lines(devices.KIND, told, ("", "00155D012AFF"), ("", "00155D012AFF"))) == [
        [],
        ["import-repeated"],
    ]


@pytest.mark.parametrize(
    "text",
    ["To Be Filled By O.E.M.", "To be filled by O.E.M", "0", "N/A", "Default string", "System Serial Number",
     "None", "00000000", "XXXXXXX", "Not Specified", "unbekannt", "3.57849E+15"],
)  # fmt: skip
def test_what_makers_write_for_no_number_is_no_number(text: str) -> None:
    assert number(text) == ""


def test_a_number_is_a_number() -> None:
    assert [number(text) for text in ("5CG1234", " 1E400 ", "007", "1E4")] == ["5CG1234", "1E400", "007", ""]


def test_a_serial_that_a_spreadsheet_rounded_is_said_and_kept_beside() -> None:
    found = lines(
        devices.KIND, {"Tag": "tag", "Serial": "serial"}, ("A-1", "3.57849E+15"), ("A-2", "3.57849E+15")
    )

    assert codes(found) == [["import-number-shortened"]] * 2
    assert [line.records[0].extra for line in found] == [{"Serial": "3.57849E+15"}] * 2


@pytest.mark.parametrize(
    "text", ["00155D012AFF", "00:15:5D:01:2A:FF", "00-15-5d-01-2a-ff", "0015.5d01.2aff", " 00155d012aff "]
)
def test_a_mac_is_one_address_however_it_is_written(text: str) -> None:
    assert macs(text) == ("00:15:5d:01:2a:ff",)


def test_addresses_that_mean_none_are_none() -> None:
    assert macs("00:00:00:00:00:00, ffffffffffff, none") == ()
    assert directory_id("00000000-0000-0000-0000-000000000000") == ""


@given(
    st.binary(min_size=6, max_size=6),
    st.sampled_from([":", "-", ""]),
    st.sampled_from([str.upper, str.lower]),
)
def test_every_address_comes_back(raw: bytes, mark: str, cased: Callable[[str], str]) -> None:
    plain = ":".join(f"{byte:02x}" for byte in raw)

    assert macs(cased(plain.replace(":", mark))) == (() if set(raw) in ({0}, {255}) else (plain,))


def names(name: str, manufacturer: str = "") -> set[str]:
    return {word for _, word in model(name, manufacturer, "").words}


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (("Latitude 5450", "Dell Inc."), ("Dell Latitude 5450", "")),
        (("Dell Latitude 5450", "Dell"), ("Latitude 5450", "Dell Inc.")),
        (("Latitude 5450", ""), ("Dell Latitude 5450", "Dell Inc.")),
        (("Dell Latitude 5450", ""), ("Latitude 5450", "Dell Inc.")),
        (("EliteBook 840 G9", "HP"), ("HP EliteBook 840 G9 Notebook PC", "Hewlett-Packard")),
        (("ThinkPad T14", "Lenovo"), ("LENOVO ThinkPad T14", "LENOVO")),
    ],
)
def test_one_model_is_met_by_every_program(first: tuple[str, str], then: tuple[str, str]) -> None:
    made = model(*first, "").shown

    assert made == first[0]
    assert made.casefold() in {name.casefold() for name in names(*then)}


def test_different_models_of_one_maker_do_not_meet() -> None:
    assert names("Latitude 5450", "Dell Inc.").isdisjoint(names("Latitude 5440", "Dell Inc."))
    assert "15" not in names("HP 15", "HP")


@pytest.mark.parametrize(
    ("text", "meant"),
    [("Dell Inc.", "Dell"), ("LENOVO", "Lenovo"), ("Hewlett-Packard Company", "HP"), ("HP Inc.", "HP"),
     ("ASUSTeK COMPUTER INC.", "ASUS"), ("Microsoft Corporation", "Microsoft"), ("Gigaset AG", "Gigaset")],
)  # fmt: skip
def test_a_maker_has_one_short_name(text: str, meant: str) -> None:
    assert maker(text) == meant


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [("Laptops", "", "laptop"), ("Computers", "Latitude 5450", "laptop"), ("Computers", "", "desktop"),
     ("", "iPhone 15", "phone"), ("Drucker", "", "printer"), ("Wireless mouse", "", "accessory"),
     ("Coffee cups", "", "other"), ("USV", "", "ups"), ("Notebook", "Dock X", "laptop"), ("", "NAS 4 Bay",
      "server")],
)  # fmt: skip
def test_a_category_is_found_by_its_word_or_the_models_name(text: str, name: str, meant: str) -> None:
    assert category(text, name) == meant


@pytest.mark.parametrize(
    ("warranty", "bought", "ends"),
    [
        ("36", "2023-01-31", date(2026, 1, 31)), ("3 Jahre", "2024-02-29", date(2027, 2, 28)),
        ("36 months", "1/23/23", date(2026, 1, 23)), ("ProSupport", "2023-01-31", None), ("36", "", None),
    ],
)  # fmt: skip
def test_a_warranty_ends_so_many_months_after_buying(warranty: str, bought: str, ends: date | None) -> None:
    found = device(
        {"Tag": "tag", "Bought": "purchased_on", "Warranty": "warranty_months"}, "A-1", bought, warranty
    )

    assert found.fills.get("warranty_ends_on") == ends
    assert found.extra == {"Warranty": warranty}


def test_a_day_of_the_list_goes_before_one_that_is_counted() -> None:
    told = {"Tag": "tag", "Bought": "purchased_on", "W": "warranty_months", "Ends": "warranty_ends_on"}
    found = device(told, "A-1", "2023-01-31", "36", "2025-06-30")

    assert found.values["warranty_ends_on"] == date(2025, 6, 30)
    assert found.fills == {}


def test_a_column_with_a_13_in_front_is_read_day_first_all_the_way_down() -> None:
    told = {"Tag": "tag", "Bought": "purchased_on", "Ends": "warranty_ends_on"}
    found = lines(
        devices.KIND, told, ("A-1", "03/02/2025", "03/02/2028"), ("A-2", "13/02/2025", "03/14/2028"),
        of=context("mdy"),
    )  # fmt: skip

    assert found[0].records[0].values["purchased_on"] == date(2025, 2, 3)
    assert found[0].records[0].values["warranty_ends_on"] == date(2028, 3, 2)


def test_a_last_contact_nobody_can_read_refuses_no_device() -> None:
    found = lines(devices.KIND, {"Tag": "tag", "Seen": "checked_in_on"}, ("A-1", "three days ago"))

    assert codes(found) == [["field-not-a-date"]]
    assert found[0].records[0].keys == (Key("tag", "A-1"),)
    assert found[0].records[0].extra == {"Seen": "three days ago"}


def test_docks_that_are_only_counted_become_their_model_and_a_note() -> None:
    told = {"Model": "model", "Tag": "tag", "Pieces": "quantity", "Type": "category"}
    found = lines(devices.KIND, told, ("WD19S", "", "10", "Docking station"), ("WD19S", "A-1", "1", "Dock"))

    assert codes(found) == [["import-several-without-number"], []]
    assert found[0].records[0].register == "models"
    assert found[0].records[0].firsts == {"category": "dock"}
    assert found[0].records[0].extra["Pieces"] == "10"
    assert found[1].records[0].register == "items"


def test_secrets_and_passing_figures_are_not_kept() -> None:
    told = {
        "Tag": "tag",
        "Recovery key": "secret",
        "Age": "passing",
        "Free": "storage_free",
        "Cost center": "",
    }

    assert device(told, "A-1", "123-456", "3 years", "9 GB", "4711").extra == {"Cost center": "4711"}


def test_a_second_column_of_one_meaning_is_kept_beside() -> None:
    told = {"Tag": "tag", "User": "holder_name", "Last user": "holder_name"}

    assert device(told, "A-1", "Ana Ruiz", "Cal Diaz").extra == {"Last user": "Cal Diaz"}


@pytest.mark.parametrize("cells", [("X", "36"), ("X", "36 months"), ("X", "3 Jahre")])
def test_a_models_life_is_told_in_months(cells: tuple[str, str]) -> None:
    assert only(lines(models.KIND, {"Name": "name", "EOL": "life_months"}, cells)).values["life_months"] == 36


def test_a_life_in_years_is_known_by_its_header() -> None:
    found = only(lines(models.KIND, {"Name": "name", "Nutzungsdauer (Jahre)": "life_months"}, ("X", "4")))

    assert found.values["life_months"] == 48


def test_a_model_says_what_it_is_where_the_list_does() -> None:
    told = {"Name": "name", "Category": "category", "Min": "minimum", "EOL": "life_months", "Set": "fieldset"}
    found = lines(models.KIND, told, ("T14", "Laptops", "50", "soon", "A"), ("iPad 10", "Misc", "", "", ""))

    assert found[0].records[0].values == {"name": "T14", "safety_stock": 50, "category": "laptop"}
    assert found[0].records[0].extra == {"Category": "Laptops", "EOL": "soon", "Set": "A"}
    assert found[1].records[0].firsts == {"category": "tablet"}
    assert codes(found) == [["import-not-a-duration"], []]


def test_accessories_of_one_name_are_one_model_counted_together() -> None:
    told = {"Name": "name", "Qty": "quantity", "Where": "site", "Cost": "cost"}
    found = lines(
        accessories.KIND, told, ("USB-C cable", "61", "Harlow", "$9.50"), ("Mouse", "5", "", ""),
        ("usb-c  cable", "1,000", "East", "9.50"), ("", "3", "", ""),
    )  # fmt: skip

    assert found[0].records[0].extra == {"Qty": "1061", "Where": "Harlow"}
    assert found[0].records[0].values == {"name": "USB-C cable", "unit_cost": Decimal("9.50")}
    assert found[0].records[0].firsts == {"category": "accessory"}
    assert codes(found) == [[], [], ["import-counted-together"], ["import-nothing-to-know-it-by"]]
    assert found[2].records == ()
    assert "1,061 together" in said(found)[0]


def test_every_word_for_a_state_is_one_of_ours() -> None:
    assert set(STATUS_WORDS.values()) == set(STATUSES)
    assert all(word == word.casefold() for word in STATUS_WORDS)


@pytest.mark.parametrize("kind", [devices.KIND, models.KIND, accessories.KIND], ids=lambda kind: kind.name)
def test_a_kind_names_each_meaning_once_and_columns_that_exist(kind: object) -> None:
    assert isinstance(kind, type(devices.KIND))
    told = [each.name for each in kind.meanings]
    columns = {column.name for column in context().registers[kind.register].columns}

    assert len(set(told)) == len(told)
    assert {each.becomes for each in kind.meanings if each.becomes} <= columns
    assert frozenset().union(*kind.needs) <= set(told)


NAMES = tuple(each.name for each in devices.KIND.meanings)
CELLS = st.sampled_from(
    ["", "A-1", "S1", "10", "in use", "Ana", "2025-02-30", "00155D012AFF", "36", "$5", "€5", "user", "--"]
) | st.text(max_size=8)  # fmt: skip


@given(
    st.lists(st.sampled_from(NAMES), unique=True, max_size=8),
    st.lists(st.lists(CELLS, max_size=8), max_size=4),
)
def test_whatever_stands_in_a_list_every_row_gets_one_line(told: list[str], rows: list[list[str]]) -> None:
    for kind in (devices.KIND, models.KIND, accessories.KIND):
        known = [name for name in told if name in {each.name for each in kind.meanings}]
        found = lines(kind, {name: name for name in known}, *map(tuple, rows))

        assert [line.number for line in found] == list(range(2, len(rows) + 2))
        assert all(line.records or line.refusals or line.notes for line in found)
        assert all(
            isinstance(reason.finding, Finding) and say(reason.finding)
            for line in found
            for reason in line.refusals
        )
