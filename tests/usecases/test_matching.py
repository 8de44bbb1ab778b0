"""One thing seen by many lists is one row; what only looks alike stays apart."""

from itertools import permutations

import pytest

from fullscore.engine.registers.access import Member
from fullscore.store.models import Item, Person, Sighting
from fullscore.usecases import imports, registers
from fullscore.usecases.imports import Imported
from tests.conftest import NOW
from tests.usecases.lists import brought, device, named, person

SNIPE = device(source_id="7", serial="5CG4021ABC", tag="A-1", model="Latitude 5450")
INTUNE = device(
    source_id="d-1", serial="5CG4021ABC", device_id="0f1e-22", mac="aa:bb:cc:00:11:22", hostname="LT-12"
)
RMM = device(hostname="lt-12.mill.example", mac="AA-BB-CC-00-11-22")


def items(by: Member) -> list[Item]:
    return list(Item.objects.of(by.organisation_id).filter(archived_at=None).order_by("pk"))


def people(by: Member) -> list[Person]:
    return list(Person.objects.of(by.organisation_id).filter(archived_at=None).order_by("pk"))


def counts(done: Imported) -> tuple[int, int, int, int]:
    return done.created, done.updated, done.left, done.refused


def test_one_laptop_known_to_three_programs_is_one_item_with_three_sources(owner: Member) -> None:
    for source, row in (("Snipe-IT", SNIPE), ("Intune", INTUNE), ("NinjaOne", RMM)):
        brought(owner, source, [row])

    (item,) = items(owner)
    seen = Sighting.objects.of(owner.organisation_id).filter(register="items", row_id=item.pk)
    assert {each.source for each in seen} == {"Snipe-IT", "Intune", "NinjaOne"}
    assert (item.tag, item.serial, item.device_id) == ("A-1", "5CG4021ABC", "0f1e-22")


def test_a_serial_number_is_the_same_with_blanks_and_dashes(owner: Member) -> None:
    brought(owner, "Snipe-IT", [device(serial="VMware-42 1d 5e", tag="A-1")])
    done = brought(owner, "Intune", [device(serial="vmware-421d5e", hostname="SRV-1")])

    assert counts(done) == (0, 1, 0, 0)


def test_tags_that_differ_in_a_dash_are_two(owner: Member) -> None:
    done = brought(owner, "Snipe-IT", [device(tag="A-1"), device(tag="A1")])

    assert counts(done) == (2, 0, 0, 0)


def test_ten_equal_rows_with_ten_tags_are_ten_items(owner: Member) -> None:
    rows = [device(tag=f"A-{at}", name="Monitor", model="P2422H") for at in range(10)]

    assert counts(brought(owner, "Snipe-IT", rows)) == (10, 0, 0, 0)
    assert counts(brought(owner, "Snipe-IT", rows)) == (0, 0, 10, 0)


def test_every_one_of_several_addresses_finds_the_device(owner: Member) -> None:
    brought(owner, "Intune", [device(serial="S1", mac="aa:bb:cc:00:11:22, aa:bb:cc:00:11:33")])
    done = brought(owner, "NinjaOne", [device(hostname="LT-12", mac="AABB.CC00.1133")])

    assert counts(done) == (0, 1, 0, 0)


def test_a_dock_with_its_address_in_two_laptops_does_not_make_them_one(owner: Member) -> None:
    dock = "aa:bb:cc:00:11:22"
    done = brought(owner, "Intune", [device(serial="S1", mac=dock), device(serial="S2", mac=dock)])
    again = brought(owner, "NinjaOne", [device(serial="S3", mac=dock)])

    assert (done.created, again.created) == (2, 1)


def test_a_replacement_that_took_over_the_name_is_a_second_item(owner: Member) -> None:
    brought(owner, "Snipe-IT", [device(serial="S1", hostname="LT-12")])
    done = brought(owner, "Intune", [device(serial="S2", hostname="LT-12")])

    assert counts(done) == (1, 0, 0, 0)


def test_a_host_name_that_several_devices_carry_finds_none_of_them(owner: Member) -> None:
    brought(owner, "Snipe-IT", [device(tag="A-1", hostname="pc"), device(tag="A-2", hostname="pc")])
    done = brought(owner, "Intune", [device(serial="S1", hostname="pc")])
    alone = brought(owner, "NinjaOne", [device(hostname="pc")])

    assert counts(done) == (1, 0, 0, 0)
    assert [reason.code for reason in alone.reasons] == ["import-item-ambiguous"]


def test_devices_of_one_name_are_not_one_for_that(owner: Member) -> None:
    brought(owner, "Snipe-IT", [device(tag="A-1", name="Front desk PC")])
    done = brought(owner, "Intune", [device(serial="S1", name="Front desk PC")])

    assert counts(done) == (1, 0, 0, 0)


def test_people_are_met_in_either_order_with_titles_initials_and_accents(owner: Member) -> None:
    brought(owner, "BambooHR", [
        person(name="Ana Ruiz", employee_number="1"), person(name="Jürgen Müller", employee_number="2"),
        person(name="Robert Hayes", employee_number="3"),
    ])  # fmt: skip
    done = brought(owner, "Microsoft 365", [
        person(name="Ruiz, Ana M.", email="ana@mill.example"),
        person(name="Dr. Juergen Mueller", email="jm@mill.example"),
        person(name="Hayes Jr., Robert", email="rh@mill.example"),
    ])  # fmt: skip

    assert counts(done) == (0, 3, 0, 0)
    assert [each.email for each in people(owner)] == [
        "ana@mill.example",
        "jm@mill.example",
        "rh@mill.example",
    ]


def test_father_and_son_and_two_initials_are_two_people(owner: Member) -> None:
    done = brought(owner, "BambooHR", [
        person(name="Robert Hayes Sr."), person(name="Robert Hayes Jr."),
        person(name="Ana M. Ruiz"), person(name="Ana K. Ruiz"),
    ])  # fmt: skip

    assert counts(done) == (4, 0, 0, 0)


def test_one_name_with_other_numbers_and_addresses_is_two_people(owner: Member) -> None:
    brought(owner, "BambooHR", [person(name="Ana Ruiz", employee_number="1", email="ana@mill.example")])
    done = brought(owner, "BambooHR", [
        person(name="Ana Ruiz", employee_number="2", email="ana.ruiz2@mill.example"),
    ])  # fmt: skip

    assert counts(done) == (1, 0, 0, 0)


def test_a_holder_is_found_though_the_list_spells_the_name_otherwise(owner: Member) -> None:
    from fullscore.importing.records import Mention  # noqa: PLC0415  one test only

    brought(owner, "BambooHR", [person(name="José García", employee_number="1")])
    row = device(tag="A-1")
    held = Mention("people", (("name", "Garcia, Jose"),), is_made=False)
    brought(owner, "Snipe-IT", [type(row)("items", {**row.values, "holder": held}, keys=row.keys)])

    (item,) = items(owner)
    assert item.holder is not None
    assert item.holder.name == "José García"


def test_names_of_sites_stay_as_they_are_written(owner: Member) -> None:
    done = brought(owner, "Snipe-IT", [named("sites", "Dayton"), named("sites", "Dayton Plant")])

    assert counts(done) == (2, 0, 0, 0)


def test_number_seven_of_one_sheet_is_not_number_seven_of_another(owner: Member) -> None:
    brought(owner, "Own sheet", [device(source_id="7", serial="S1")])
    done = brought(owner, "Own sheet", [device(source_id="7", serial="S2")])
    corrected = brought(owner, "Snipe-IT", [device(source_id="7", serial="S3")])
    again = brought(owner, "Snipe-IT", [device(source_id="7", serial="S4")])

    assert (counts(done), counts(corrected), counts(again)) == ((1, 0, 0, 0), (1, 0, 0, 0), (0, 1, 0, 0))


def test_of_two_serial_numbers_that_differ_in_a_dash_the_one_written_so_is_meant(owner: Member) -> None:
    brought(owner, "Snipe-IT", [device(serial="AB-1", tag="A-1"), device(serial="CD1", tag="A-2")])
    registers.save(by=owner, register="items", ref="a-2", values={"serial": "AB1"}, version=None, now=NOW)
    brought(owner, "Intune", [device(serial="ab-1", hostname="LT-1"), device(serial="ab1", hostname="LT-2")])

    assert [(item.tag, item.hostname) for item in items(owner)] == [("A-1", "LT-1"), ("A-2", "LT-2")]


FILES = {
    "assets.csv": (
        "ID,Company,Asset Name,Asset Tag,Serial,Model,Category,Status,Checked Out To,Location,Purchase Cost\n"
        '7,Mill,PC-1,A-1,5CG4021ABC,Latitude 5450,Laptops,Ready to Deploy,,Dayton,"$1,285.00"\n'
    ),
    "intune.csv": (
        "Device ID,Device name,OS,OS version,Last check-in,Serial number,Manufacturer,Model,Wi-Fi MAC\n"
        "0f1e2d3c-1,LT-12,Windows,10.0.22631,2026-11-20,5CG4021ABC,Dell Inc.,Latitude 5450,aabbcc001122\n"
    ),
    "rmm.csv": (
        "Display Name,System Name,Organization,Device Role,Last Login,OS Name,MAC Addresses,Last Contact\n"
        "LT-12,LT-12.mill.example,Mill,WORKSTATION,ana,Windows 11,AA-BB-CC-00-11-22,2026-11-20\n"
    ),
}


@pytest.mark.parametrize("order", list(permutations(FILES)), ids=" ".join)
def test_the_files_of_three_programs_tell_of_one_laptop_in_any_order(
    owner: Member, order: tuple[str, ...]
) -> None:
    for name in order:
        done = imports.bring_in(by=owner, file_name=name, content=FILES[name].encode(), clock=lambda: NOW)
        assert done.refused == 0

    (item,) = items(owner)
    assert (item.serial, item.tag, item.hostname.partition(".")[0]) == ("5CG4021ABC", "A-1", "LT-12")
    assert {each.source for each in imports.sources_of(by=owner, register="items", ref=item.ref)} == {
        "Snipe-IT", "Intune", "NinjaOne"
    }  # fmt: skip
    assert imports.pairs(by=owner) == ()
    # What programs only write otherwise does not go back and forth.
    for name in order:
        imports.bring_in(by=owner, file_name=name, content=FILES[name].encode(), clock=lambda: NOW)
    assert [each.hostname for each in items(owner)] == [item.hostname]
