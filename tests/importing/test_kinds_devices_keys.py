"""What a device is known by, and what only looks like it."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.importing.kinds import devices
from fullscore.importing.kinds.devices_keys import directory_id, macs, number
from fullscore.importing.records import Key
from tests.importing.mapping import codes, lines, only


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
    assert [number(text) for text in ("5CG1234", " 1E400 ", "007", "1E4")] == [
        "5CG1234",
        "1E400",
        "007",
        "1E4",
    ]


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
