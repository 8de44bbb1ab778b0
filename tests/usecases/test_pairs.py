"""Rows that may be one thing are offered, merged, said to be two, and parted again."""

from datetime import date, timedelta
from itertools import count, permutations
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fullscore.engine.registers.access import Member, NotAllowedError, Role
from fullscore.importing.records import Record
from fullscore.store.models import (
    Attachment,
    Blob,
    HistoryEntry,
    ImportPair,
    Item,
    Organisation,
    Person,
    Pool,
    PoolSeat,
    Sighting,
    Site,
)  # fmt: skip
from fullscore.usecases import imports, registers
from fullscore.usecases.imports import Pair
from fullscore.usecases.registers import NotThereError, RefusedError
from tests.conftest import NOW, MemberFactory
from tests.usecases.lists import brought, device, looked_at, named, person

SNIPE = device(source_id="7", serial="5CG4021ABC", tag="A-1", model="Latitude 5450")
INTUNE = device(serial="5CG4021ABC", device_id="0f1e-22", mac="aa:bb:cc:00:11:22", hostname="LT-12")
RMM = device(hostname="LT-12", mac="aa:bb:cc:00:11:22")
NUMBERS = count()


def only(by: Member) -> Pair:
    (pair,) = imports.pairs(by=by)
    return pair


def live(by: Member) -> list[Item]:
    return list(Item.objects.of(by.organisation_id).filter(archived_at=None).order_by("pk"))


def two_people(by: Member) -> Pair:
    brought(by, "BambooHR", [person(name="Ana Ruiz", email="ana@mill.example", title="Buyer")])
    brought(by, "Microsoft 365", [person(name="Ana Ruiz", email="aruiz@mill.example", phone="555-1")])
    return only(by)


def test_a_replacement_with_the_old_ones_name_is_offered_as_a_pair(owner: Member) -> None:
    brought(owner, "Snipe-IT", [device(serial="S1", hostname="LT-12")])
    brought(owner, "Intune", [device(serial="S2", hostname="LT-12")])
    pair = only(owner)

    assert pair.sentence.startswith("Both are called LT-12, and their serial numbers differ (S1 and S2).")
    assert (pair.one.ref, pair.other.ref, pair.state) == ("s1", "s2", "open")
    assert (pair.one.sources, pair.other.sources) == (("Snipe-IT",), ("Intune",))
    assert ("Serial number", "S1") in pair.one.values


def test_two_devices_that_one_list_names_side_by_side_are_no_pair(owner: Member) -> None:
    rows = [device(serial="S1", hostname="LT-12"), device(serial="S2", hostname="LT-12")]
    brought(owner, "Intune", rows)

    assert (len(live(owner)), imports.pairs(by=owner)) == (2, ())


def test_a_serial_copied_with_a_slip_is_offered_when_the_model_is_the_same(owner: Member) -> None:
    brought(owner, "Snipe-IT", [
        device(serial="5CG40210BC", tag="A-1", model="Latitude 5450"),
        device(serial="9XY00000AA", tag="A-2", model="Latitude 5450"),
    ])  # fmt: skip
    brought(owner, "Intune", [
        device(serial="5CG4021OBC", model="Latitude 5450"), device(serial="9XY0000AAA", model="Surface"),
    ])  # fmt: skip

    assert only(owner).sentence.startswith("The serial numbers 5CG40210BC and 5CG4021OBC differ as a typing")


def test_devices_of_one_lot_with_numbers_in_a_row_are_no_pairs(owner: Member) -> None:
    lot = [device(serial=f"5CG40210{at:02}", model="Latitude 5450") for at in range(40)]
    brought(owner, "Snipe-IT", lot[:30])
    brought(owner, "Intune", lot[5:])

    assert imports.pairs(by=owner) == ()


def test_one_name_with_two_addresses_is_offered_and_with_two_numbers_it_is_not(owner: Member) -> None:
    pair = two_people(owner)
    brought(owner, "BambooHR", [
        person(name="Ben Ochoa", email="ben@mill.example", employee_number="1"),
        person(name="Ben Ochoa", email="ben.ochoa@mill.example", employee_number="2"),
    ])  # fmt: skip

    assert imports.pairs(by=owner) == (pair,)
    assert "ana@mill.example and aruiz@mill.example" in pair.sentence


@pytest.mark.parametrize(
    ("register", "one", "other", "code"),
    [
        ("models", "Latitude 5450", "Dell Latitude 5450", "import-pair-model"),
        ("vendors", "CDW", "CDW LLC", "import-pair-name"),
        ("sites", "Dayton", "Dayton Plant", "import-pair-name"),
        ("teams", "Purchasing", "Purchaisng", "import-pair-name"),
    ],
)
def test_names_written_nearly_the_same_are_offered(
    owner: Member, register: str, one: str, other: str, code: str
) -> None:
    brought(owner, "Snipe-IT", [named(register, one), named(register, "Something else")])
    brought(owner, "Intune", [named(register, other)])
    pair = only(owner)

    assert (pair.one.title, pair.other.title) == (one, other)
    assert code in {"import-pair-model", "import-pair-name"}
    assert one in pair.sentence
    assert other in pair.sentence


def test_a_pair_said_to_be_two_is_never_offered_again(owner: Member) -> None:
    told = imports.different(by=owner, number=two_people(owner).number, now=NOW)
    brought(owner, "BambooHR", [person(name="Ana Ruiz", email="ana@mill.example", title="Buyer")])
    brought(owner, "Microsoft Entra", [person(name="Ana Ruiz", email="aruiz@mill.example")])

    assert imports.pairs(by=owner) == ()
    assert [(each.number, each.state, each.by_name) for each in imports.pairs(by=owner, is_decided=True)] == [
        (told.number, "different", owner.name)
    ]


def test_the_kept_row_takes_what_it_lacks_and_everything_that_pointed_at_the_other(owner: Member) -> None:
    pair = two_people(owner)
    place = owner.organisation_id
    ana, other = Person.objects.of(place).order_by("pk")
    item = device(tag="A-1")
    brought(owner, "Snipe-IT", [item])
    registers.save(by=owner, register="items", ref="a-1", values={"holder": other.ref}, version=None, now=NOW)
    pool = Pool.objects.of(place).create(
        organisation_id=place, ref="e3", name="E3", created_at=NOW, changed_at=NOW
    )
    for who in (ana, other):
        PoolSeat.objects.of(place).create(
            organisation_id=place, ref=f"e3-{who.pk}", pool=pool, person=who, created_at=NOW, changed_at=NOW
        )
    file = Attachment.objects.of(place).create(
        organisation_id=place, register="people", row_id=other.pk, name="contract.pdf", added_at=NOW,
        added_by="Ana", blob=Blob.objects.of(place).create(
            organisation_id=place, sha256="x", size=1, content=b"x"
        ),
    )  # fmt: skip

    told = imports.same(by=owner, number=pair.number, keep="one", now=NOW)

    ana.refresh_from_db()
    other.refresh_from_db()
    file.refresh_from_db()
    assert (told.state, told.kept) == ("same", ana.ref)
    assert (ana.email, ana.title, ana.phone) == ("ana@mill.example", "Buyer", "555-1")
    assert ana.provenance["phone"][0] == "Microsoft 365"
    assert other.archived_at == NOW
    assert other.provenance["merged"] == ["merged", None, None, owner.name]
    assert (Item.objects.of(place).get().holder_id, file.row_id) == (ana.pk, ana.pk)
    seats = PoolSeat.objects.of(place).order_by("pk")
    assert [(seat.person_id, seat.archived_at) for seat in seats] == [(ana.pk, None), (other.pk, NOW)]
    seen = Sighting.objects.of(place).filter(register="people")
    assert {(each.source, each.row_id) for each in seen} == {("BambooHR", ana.pk), ("Microsoft 365", ana.pk)}
    merged = HistoryEntry.objects.of(place).filter(action="merged").order_by("pk")
    assert [(entry.ref, entry.changes) for entry in merged] == [
        (ana.ref, {"phone": [None, "555-1"]}), (other.ref, {"ref": [other.ref, ana.ref]})
    ]  # fmt: skip


def test_a_later_list_that_names_the_merged_row_finds_the_kept_one(owner: Member) -> None:
    imports.same(by=owner, number=two_people(owner).number, keep="one", now=NOW)
    done = brought(
        owner, "Microsoft Entra", [person(name="Ana Ruiz", email="aruiz@mill.example", phone="555-2")]
    )
    again = brought(owner, "Microsoft 365", [person(name="A. Ruiz", email="aruiz@mill.example")])

    assert (done.created, again.created) == (0, 0)
    assert Person.objects.of(owner.organisation_id).filter(archived_at=None).count() == 1


def test_what_a_person_typed_into_the_other_row_wins(owner: Member) -> None:
    pair = two_people(owner)
    for ref, title in ((pair.other.ref, "Head buyer"),):
        registers.save(by=owner, register="people", ref=ref, values={"title": title}, version=None, now=NOW)
    imports.same(by=owner, number=pair.number, keep="one", now=NOW)

    ana = Person.objects.of(owner.organisation_id).get(archived_at=None)
    assert (ana.title, ana.provenance["title"][3]) == ("Head buyer", owner.name)


def picture(by: Member) -> list[dict[str, object]]:
    """Every column of people, seats, items and sightings, without what counts changes."""
    apart = ("version", "changed_at")
    tables = (Person, PoolSeat, Item, Sighting, Attachment)
    rows = [row for table in tables for row in table.objects.of(by.organisation_id).order_by("pk").values()]
    return [{name: value for name, value in row.items() if name not in apart} for row in rows]


def test_parting_gives_both_rows_back_as_they_were(owner: Member) -> None:
    pair = two_people(owner)
    brought(owner, "Snipe-IT", [device(tag="A-1")])
    registers.save(
        by=owner, register="items", ref="a-1", values={"holder": pair.other.ref}, version=None, now=NOW
    )
    before = picture(owner)

    imports.same(by=owner, number=pair.number, keep="one", now=NOW)
    parted = imports.part(by=owner, number=pair.number, now=NOW + timedelta(days=1))

    assert (parted.refs, parted.kept, picture(owner)) == ((pair.one.ref, pair.other.ref), (), before)
    assert imports.pairs(by=owner) == ()
    assert [entry.action for entry in registers.history(by=owner, register="people", ref=pair.other.ref)] == [
        "parted", "merged", "created"
    ]  # fmt: skip


TOLD = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from(["Buyer", "Head buyer"]), "phone": st.sampled_from(["555-1", "555-2"]),
        "employment": st.sampled_from(["employee", "contractor"]), "notes": st.sampled_from(["a", "b"]),
        "starts_on": st.sampled_from([date(2020, 1, 1), date(2021, 6, 1)]),
        "ends_on": st.sampled_from([date(2020, 6, 1), date(2026, 1, 1)]),
    },
)  # fmt: skip
TYPED = st.dictionaries(st.sampled_from(["title", "phone"]), st.sampled_from(["x", "y"]), max_size=2)


@pytest.mark.slow
@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.tuples(TOLD, TOLD), st.tuples(TYPED, TYPED), st.lists(st.booleans(), max_size=3),
    st.sampled_from(["one", "other"]),
)  # fmt: skip
def test_whatever_is_merged_is_as_before_when_it_is_parted(
    told: tuple[dict[str, date | str], ...], typed: tuple[dict[str, str], ...], held: list[bool],
    keep: Literal["one", "other"],
) -> None:  # fmt: skip
    by = fresh_organisation()
    for at, (source, mail) in enumerate(
        (("BambooHR", "ana@x.example"), ("Microsoft 365", "aruiz@x.example"))
    ):
        values = {**told[at]}
        if "starts_on" in values and "ends_on" in values and values["ends_on"] < values["starts_on"]:  # type: ignore[operator]  # two days
            values.pop("ends_on")
        brought(by, source, [person(name="Ana Ruiz", email=mail, **values)])
    pair = only(by)
    for side, edits in zip((pair.one, pair.other), typed, strict=True):
        registers.save(by=by, register="people", ref=side.ref, values=edits, version=None, now=NOW)
    brought(by, "Snipe-IT", [device(tag=f"A-{at}") for at in range(3)])
    for at, is_first in enumerate(held):
        holder = (pair.one if is_first else pair.other).ref
        registers.save(
            by=by, register="items", ref=f"a-{at}", values={"holder": holder}, version=None, now=NOW
        )
    before = picture(by)

    imports.same(by=by, number=pair.number, keep=keep, now=NOW)
    merged = Person.objects.of(by.organisation_id).get(archived_at=None)
    said = [{**told[at], **typed[at]} for at in range(2)]
    assert all(getattr(merged, name) for name in ("title", "phone") if name in said[0] or name in said[1])
    assert Item.objects.of(by.organisation_id).exclude(holder=None).exclude(holder=merged).count() == 0
    parted = imports.part(by=by, number=pair.number, now=NOW)

    assert (parted.kept, picture(by)) == ((), before)


def fresh_organisation() -> Member:
    number = next(NUMBERS)
    made = Organisation.objects.create(name=f"Fleet {number}", ref=f"fleet-{number}", created_at=NOW)
    return Member(made.pk, made.ref, Role.OWNER, None, "host")


def test_parting_keeps_and_lists_what_was_changed_since(owner: Member) -> None:
    pair = two_people(owner)
    imports.same(by=owner, number=pair.number, keep="one", now=NOW)
    registers.save(
        by=owner, register="people", ref=pair.one.ref, values={"phone": "555-9"}, version=None, now=NOW
    )
    parted = imports.part(by=owner, number=pair.number, now=NOW)

    ana, other = Person.objects.of(owner.organisation_id).order_by("pk")
    assert (ana.phone, other.phone, other.archived_at) == ("555-9", "555-1", None)
    (finding,) = parted.kept
    assert (finding.code, finding.values["value"]) == ("pair-edit-kept", "555-9")


def test_a_decision_that_somebody_else_has_taken_is_refused(owner: Member) -> None:
    pair = two_people(owner)
    imports.different(by=owner, number=pair.number, now=NOW)
    with pytest.raises(RefusedError) as refused:
        imports.same(by=owner, number=pair.number, keep="one", now=NOW)
    with pytest.raises(RefusedError):
        imports.part(by=owner, number=pair.number, now=NOW)
    with pytest.raises(NotThereError) as nowhere:
        imports.part(by=owner, number=999_999, now=NOW)

    assert [finding.code for finding in refused.value.findings] == ["pair-overtaken"]
    assert owner.name in str(refused.value)
    assert [finding.code for finding in nowhere.value.findings] == ["pair-not-here"]


def test_a_pair_of_which_one_was_put_away_is_offered_no_more(owner: Member) -> None:
    pair = two_people(owner)
    assert imports.doubts(by=owner) == 1
    registers.archive(by=owner, register="people", ref=pair.one.ref, now=NOW)

    assert (imports.pairs(by=owner), imports.doubts(by=owner)) == ((), 0)
    with pytest.raises(RefusedError):
        imports.same(by=owner, number=pair.number, keep="one", now=NOW)


def test_nobody_decides_on_the_pairs_of_another_organisation(
    owner: Member, other_organisation: Organisation, member: MemberFactory
) -> None:
    pair = two_people(owner)
    stranger = Member(other_organisation.pk, other_organisation.ref, Role.OWNER, None, "host")

    assert imports.pairs(by=stranger) == ()
    with pytest.raises(NotThereError):
        imports.same(by=stranger, number=pair.number, keep="one", now=NOW)
    with pytest.raises(NotAllowedError):
        imports.same(by=member(Role.EXECUTIVE), number=pair.number, keep="one", now=NOW)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_in_whatever_order_the_three_lists_come_it_is_one_item(owner: Member, order: tuple[int, ...]) -> None:
    lists = (("Snipe-IT", SNIPE), ("Intune", INTUNE), ("NinjaOne", RMM))
    for at in order:
        brought(owner, lists[at][0], [lists[at][1]])

    (item,) = live(owner)
    assert (item.serial, item.tag, item.hostname, item.mac) == (
        "5CG4021ABC", "A-1", "LT-12", "aa:bb:cc:00:11:22"
    )  # fmt: skip
    seen = Sighting.objects.of(owner.organisation_id).filter(register="items", row_id=item.pk)
    assert {each.source for each in seen} == {"Snipe-IT", "Intune", "NinjaOne"}
    again = [brought(owner, *each) for each in ((n, [r]) for n, r in lists)]
    assert [(done.created, done.updated, done.left) for done in again] == [(0, 0, 1)] * 3


def test_rows_that_a_list_has_joined_can_be_parted_and_stay_two(owner: Member) -> None:
    for source, row in (("NinjaOne", RMM), ("Snipe-IT", SNIPE), ("Intune", INTUNE)):
        done = brought(owner, source, [row])
    (pair,) = imports.pairs(by=owner, is_decided=True)
    assert (done.updated, pair.state, "as one device" in pair.sentence) == (1, "same", True)
    assert ImportPair.objects.of(owner.organisation_id).get().why["code"] == "pair-joined"

    imports.part(by=owner, number=pair.number, now=NOW)
    brought(owner, "Intune", [INTUNE])

    assert len(live(owner)) == 2


def test_a_look_tells_of_a_join_what_comes_of_it_and_touches_nothing(owner: Member) -> None:
    for source, row in (("NinjaOne", RMM), ("Snipe-IT", SNIPE)):
        brought(owner, source, [row])
    before = picture(owner)
    rows = [INTUNE, device(serial="S9", hostname="LT-99")]
    looked = looked_at(owner, "Intune", rows)

    assert (looked, picture(owner)) == ((1, 1, 0), before)
    done = brought(owner, "Intune", rows)
    assert (done.created, done.updated, done.left) == looked


@pytest.mark.parametrize(
    "rows",
    [
        [device(serial="S1", tag="A-1"), device(hostname="LT-12", tag="T-9")],
        [device(serial="S1", device_id="0f1e-1"), device(hostname="LT-12", device_id="0f1e-2")],
    ],
)
def test_rows_with_two_tags_or_numbers_are_never_joined(owner: Member, rows: list[Record]) -> None:
    for source, row in zip(("Snipe-IT", "NinjaOne"), rows, strict=True):
        brought(owner, source, [row])
    brought(owner, "Intune", [device(serial="S1", hostname="LT-12")])

    assert len(live(owner)) == 2


def test_rows_that_one_list_names_side_by_side_are_never_joined(owner: Member) -> None:
    brought(owner, "Snipe-IT", [device(serial="S1"), device(hostname="LT-12")])
    brought(owner, "Intune", [device(serial="S1", hostname="LT-12")])

    assert len(live(owner)) == 2


def test_taking_an_import_back_parts_what_it_had_joined(owner: Member) -> None:
    for source, row in (("NinjaOne", RMM), ("Snipe-IT", SNIPE)):
        brought(owner, source, [row])
    before = [(item.pk, item.mac, item.serial) for item in live(owner)]
    done = brought(owner, "Intune", [INTUNE])

    taken = imports.take_back(by=owner, number=done.id, clock=lambda: NOW + timedelta(days=1))

    assert (taken.state, taken.kept_edits) == ("undone", ())
    assert [(item.pk, item.mac, item.serial) for item in live(owner)] == before
    assert imports.pairs(by=owner, is_decided=True) == ()


def test_rows_that_a_list_joined_are_two_again_when_it_is_taken_back(owner: Member) -> None:
    def rows() -> list[dict[str, object]]:
        apart = {"version", "changed_at"}
        told = Item.objects.of(owner.organisation_id).order_by("pk").values()
        return [{name: value for name, value in row.items() if name not in apart} for row in told]

    for source, row in (("NinjaOne", RMM), ("Snipe-IT", SNIPE)):
        brought(owner, source, [row])
    before = rows()
    done = brought(owner, "Intune", [INTUNE])
    assert len(live(owner)) == 1

    undone = imports.take_back(by=owner, number=done.id, clock=lambda: NOW)

    assert (undone.state, undone.kept_edits) == ("undone", ())
    assert rows() == before


FLEET = st.lists(
    st.tuples(*[st.sets(st.sampled_from(names), min_size=1) for names in (
        ("serial", "tag"), ("serial", "device_id", "mac", "hostname"), ("mac", "hostname"),
    )], *[st.booleans()] * 3),
    min_size=1, max_size=3,
)  # fmt: skip


def _rows(fleet: list[tuple[object, ...]], at: int) -> list[Record]:
    rows = []
    for number, told in enumerate(fleet):
        every = {
            "serial": f"5CG40{number}77", "tag": f"A-{number}", "device_id": f"0f1e-{number}",
            "mac": f"aa:bb:cc:00:11:0{number}", "hostname": f"LT-{number}",
        }  # fmt: skip
        if told[3 + at]:
            rows.append(device(**{name: every[name] for name in sorted(told[at])}))  # type: ignore[call-overload]  # a set of names
    return rows


@pytest.mark.slow
@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(FLEET, st.permutations(range(3)))
def test_the_order_of_the_lists_never_decides_which_items_there_are(
    fleet: list[tuple[object, ...]], order: list[int]
) -> None:
    lists = [(name, _rows(fleet, at)) for at, name in enumerate(("Snipe-IT", "Intune", "NinjaOne"))]
    found = []
    for places in (range(3), order):
        by = fresh_organisation()
        for place in places:
            brought(by, *lists[place])
        seen: dict[int, set[tuple[str, str]]] = {}
        for each in Sighting.objects.of(by.organisation_id).filter(register="items"):
            seen.setdefault(each.row_id, set()).add((each.source, each.source_id))
        assert {item.pk for item in live(by)} == set(seen)
        found.append(sorted(map(sorted, seen.values())))

    assert found[0] == found[1]


def test_a_site_merged_into_another_takes_its_people_along(owner: Member) -> None:
    brought(owner, "BambooHR", [named("sites", "Dayton"), named("sites", "Dayton Plant")])
    brought(owner, "BambooHR", [person(name="Ana Ruiz", employee_number="1")])
    registers.save(
        by=owner, register="people", ref="ana-ruiz", values={"site": "dayton-plant"}, version=None, now=NOW
    )
    imports.same(by=owner, number=only(owner).number, keep="one", now=NOW)

    ana = Person.objects.of(owner.organisation_id).get()
    assert ana.site == Site.objects.of(owner.organisation_id).get(ref="dayton")
    entry = registers.history(by=owner, register="people", ref="ana-ruiz")[0]
    assert (entry.changes[0].before, entry.changes[0].after) == ("dayton-plant", "dayton")
