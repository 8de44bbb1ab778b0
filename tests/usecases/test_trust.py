"""Whose word counts when two programs disagree, and by what rows are met: as shipped, and as said here."""

import pytest

from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import Member, NotAllowedError, Role
from fullscore.store.models import Item, Person
from fullscore.usecases import imports, registers
from fullscore.usecases.imports import Imported
from fullscore.usecases.registers import RefusedError
from tests.conftest import NOW, MemberFactory
from tests.usecases.lists import brought, device, person


def ana(by: Member) -> Person:
    return Person.objects.of(by.organisation_id).get(employee_number="1")


def item(by: Member) -> Item:
    return Item.objects.of(by.organisation_id).get(serial="S1")


def codes(done: Imported) -> list[str]:
    return [reason.code for reason in done.reasons]


def test_the_staff_list_knows_people_better_than_the_directory(owner: Member) -> None:
    told = {"employee_number": "1", "name": "Ana Ruiz"}
    brought(owner, "BambooHR", [person(**told, title="Buyer")])
    done = brought(owner, "Microsoft 365", [person(**told, title="buyer (temp)", phone="555-1")])

    assert (ana(owner).title, ana(owner).phone) == ("Buyer", "555-1")
    (note,) = done.reasons
    assert (note.code, note.is_refusal) == ("import-other-source-believed", False)
    assert note.sentence == "Job title: BambooHR is believed first here, so its word stays."
    brought(owner, "BambooHR", [person(**told, title="Head buyer")])
    assert ana(owner).title == "Head buyer"


def test_the_management_tool_reads_the_system_and_the_asset_list_knows_the_cost(owner: Member) -> None:
    brought(owner, "Snipe-IT", [device(serial="S1", system="Windows", cost=None, place="Room 1")])
    brought(owner, "Intune", [device(serial="S1", system="Windows 11 23H2", place="Dayton")])
    brought(owner, "Snipe-IT", [device(serial="S1", system="Windows 10", place="Room 2")])

    assert (item(owner).system, item(owner).place) == ("Windows 11 23H2", "Room 2")


def test_of_two_programs_of_one_role_the_newer_word_counts(owner: Member) -> None:
    brought(owner, "Intune", [device(serial="S1", system="Windows 10")])
    done = brought(owner, "NinjaOne", [device(serial="S1", system="Windows 11")])

    assert (item(owner).system, codes(done)) == ("Windows 11", [])


def test_our_own_export_changed_and_sent_back_counts(owner: Member) -> None:
    brought(owner, "Snipe-IT", [device(serial="S1", place="Room 1")])
    brought(owner, "Fullscore export", [device(serial="S1", place="Room 2")])

    assert item(owner).place == "Room 2"


def test_what_a_newer_list_leaves_empty_stays(owner: Member) -> None:
    brought(owner, "Snipe-IT", [device(serial="S1", place="Room 1")])
    brought(owner, "Snipe-IT", [device(serial="S1", place=None)])

    assert item(owner).place == "Room 1"


def test_a_persons_word_stands_above_every_program(owner: Member) -> None:
    brought(owner, "Intune", [device(serial="S1", system="Windows 10")])
    row = registers.one(by=owner, register="items", ref="s1")
    registers.save(
        by=owner, register="items", ref="s1", values={"system": "Linux"}, version=row.version, now=NOW
    )
    done = brought(owner, "Intune", [device(serial="S1", system="Windows 11")])

    assert (item(owner).system, done.conflicts, codes(done)) == ("Linux", 1, ["import-own-edit-kept"])


def test_the_organisation_may_say_whom_it_believes(owner: Member) -> None:
    told = {"employee_number": "1", "name": "Ana Ruiz"}
    brought(owner, "BambooHR", [person(**told, title="Buyer")])
    brought(owner, "Microsoft 365", [person(**told)])
    imports.set_trust(by=owner, register="people", sources=["Microsoft 365", "BambooHR"], now=NOW)
    brought(owner, "Microsoft 365", [person(**told, title="Purchasing manager")])
    brought(owner, "BambooHR", [person(**told, title="Buyer II")])

    assert ana(owner).title == "Purchasing manager"
    order = next(each for each in imports.trust_order(by=owner) if each.register == "people")
    assert (order.sources, order.is_said) == (
        (("Microsoft 365", "directory"), ("BambooHR", "hr")), True
    )  # fmt: skip


def test_a_program_nobody_has_placed_stands_with_the_one_of_its_role(owner: Member) -> None:
    imports.set_trust(by=owner, register="items", sources=["Intune", "Snipe-IT"], now=NOW)
    brought(owner, "Snipe-IT", [device(serial="S1", place="Room 1")])
    brought(owner, "NinjaOne", [device(serial="S1", place="Dayton")])
    brought(owner, "QuickBooks", [device(serial="S1", place="Books")])

    assert item(owner).place == "Dayton"


def test_taking_the_order_back_brings_the_shipped_one(owner: Member) -> None:
    brought(owner, "Microsoft 365", [person(name="Ana Ruiz", employee_number="1")])
    brought(owner, "BambooHR", [person(name="Ana Ruiz", employee_number="1")])
    imports.set_trust(by=owner, register="people", sources=["Microsoft 365"], now=NOW)
    order = imports.set_trust(by=owner, register="people", sources=[], now=NOW)

    assert (order.sources[0][0], order.is_said) == ("BambooHR", False)


def test_rows_are_met_by_the_columns_the_organisation_names(owner: Member) -> None:
    order = imports.set_keys(by=owner, register="items", columns=["tag"], now=NOW)
    brought(owner, "Snipe-IT", [device(tag="A-1", hostname="LT-12")])
    done = brought(owner, "NinjaOne", [device(source_id="9", hostname="LT-12")])

    assert (order.keys, done.created) == (("tag",), 1)
    assert order.possible_keys == ("serial", "tag", "device_id", "mac", "hostname")


@pytest.mark.parametrize(
    ("register", "columns", "value"), [("items", ["name"], "name"), ("seats", [], "seats")]
)
def test_an_item_is_never_met_by_its_name(
    owner: Member, register: str, columns: list[str], value: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        imports.set_keys(by=owner, register=register, columns=columns, now=NOW)

    (finding,) = refused.value.findings
    assert (finding.code, finding.values["value"]) == ("trust-unknown", value)
    assert value in say(finding)


def test_only_who_runs_the_organisation_sets_the_order(member: MemberFactory) -> None:
    with pytest.raises(NotAllowedError):
        imports.set_trust(by=member(Role.AUDITOR), register="items", sources=["Intune"], now=NOW)
