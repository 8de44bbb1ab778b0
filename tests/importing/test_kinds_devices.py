"""Lists of devices, models and accessories, whoever writes them."""

from datetime import date

import pytest

from fullscore.importing.kinds import devices
from fullscore.importing.layouts import Role
from fullscore.importing.records import Key, Mention, Record
from fullscore.importing.vocabularies.devices import STATUS_WORDS, STATUSES
from tests.importing.mapping import codes, context, lines, only

ASSETS = {"Tag": "tag", "Serial": "serial", "State": "status", "Out to": "holder_name"}
INTUNE = {
    "Device ID": "source_id", "Device name": "hostname", "Entra ID": "device_id", "Serial number": "serial",
    "Manufacturer": "manufacturer", "Model": "model", "Wi-Fi MAC": "mac", "EthernetMAC": "mac",
    "OS": "system",
    "OS version": "system_version", "UPN": "holder_login", "Last check-in": "checked_in_on",
    "Ownership": "ownership", "Free storage": "storage_free",
}  # fmt: skip


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


def test_every_word_for_a_state_is_one_of_ours() -> None:
    assert set(STATUS_WORDS.values()) == set(STATUSES)
    assert all(word == word.casefold() for word in STATUS_WORDS)
