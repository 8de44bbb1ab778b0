"""Gone from a list is "not seen since", never deleted; bought and never enrolled is shown."""

from datetime import timedelta

import pytest

from fullscore.engine.registers.access import Member, Role
from fullscore.importing.records import Record
from fullscore.store.models import ImportRun, Item
from fullscore.usecases import imports, registers
from fullscore.usecases.registers import NotThereError
from tests.conftest import NOW, MemberFactory
from tests.usecases.lists import brought, device

DAY = timedelta(days=1)
ONE = device(serial="S1", tag="A-1", model="Latitude 5450")
TWO = device(serial="S2", tag="A-2", model="Latitude 5450")


def live(by: Member) -> int:
    return Item.objects.of(by.organisation_id).filter(archived_at=None).count()


def test_a_device_that_left_the_list_is_not_seen_since_and_stays(owner: Member) -> None:
    brought(owner, "Snipe-IT", [ONE, TWO])
    brought(owner, "Snipe-IT", [ONE], now=NOW + DAY)

    assert (imports.not_seen(by=owner, register="items"), live(owner)) == (("a-2",), 2)
    (seen,) = imports.sources_of(by=owner, register="items", ref="a-2")
    assert (seen.source, seen.source_id, seen.is_missing) == ("Snipe-IT", "s2", True)
    assert (seen.first_seen_at, seen.last_seen_at, seen.file) == (NOW, NOW, "Snipe-IT.csv")
    (still,) = imports.sources_of(by=owner, register="items", ref="a-1")
    assert (still.is_missing, still.first_seen_at, still.last_seen_at) == (False, NOW, NOW + DAY)


def test_it_is_seen_again_when_it_comes_back(owner: Member) -> None:
    for day, rows in enumerate(([ONE, TWO], [ONE], [TWO, ONE])):
        brought(owner, "Snipe-IT", rows, now=NOW + day * DAY)

    assert imports.not_seen(by=owner, register="items") == ()


def test_a_partial_list_says_nothing_of_what_it_leaves_out(owner: Member) -> None:
    brought(owner, "Snipe-IT", [ONE, TWO])
    brought(owner, "Snipe-IT", [ONE], is_whole=False, now=NOW + DAY)

    assert imports.not_seen(by=owner, register="items") == ()


def test_one_source_says_nothing_for_another(owner: Member) -> None:
    brought(owner, "Snipe-IT", [ONE, TWO])
    brought(owner, "Intune", [ONE], now=NOW + DAY)

    assert imports.not_seen(by=owner, register="items") == ()
    assert [each.source for each in imports.sources_of(by=owner, register="items", ref="a-1")] == [
        "Intune", "Snipe-IT"
    ]  # fmt: skip


def test_a_list_that_was_taken_back_says_nothing(owner: Member) -> None:
    brought(owner, "Snipe-IT", [ONE, TWO])
    done = brought(owner, "Snipe-IT", [ONE], now=NOW + DAY)
    ImportRun.objects.of(owner.organisation_id).filter(pk=done.id).update(state="undone")

    assert imports.not_seen(by=owner, register="items") == ()


def test_what_was_bought_and_never_enrolled_is_named(owner: Member) -> None:
    laptops = [ONE, TWO, device(serial="S3", tag="A-3", model="Latitude 5450", status="retired")]
    monitor = device(serial="M1", tag="A-4", model="P2422H")
    brought(owner, "Snipe-IT", [*laptops, monitor])
    for ref, category in (("latitude-5450", "laptop"), ("p2422h", "monitor")):
        registers.save(
            by=owner, register="models", ref=ref, values={"category": category}, version=None, now=NOW
        )
    assert imports.not_enrolled(by=owner) == ()
    brought(owner, "Intune", [Record("items", {"serial": "S1"}, keys=ONE.keys[:1])])

    assert imports.not_enrolled(by=owner) == ("a-2",)


def test_an_item_of_another_organisation_has_no_sources_here(owner: Member, member: MemberFactory) -> None:
    brought(owner, "Snipe-IT", [ONE])
    with pytest.raises(NotThereError):
        imports.sources_of(by=owner, register="items", ref="a-9")
    requester = member(Role.REQUESTER)

    assert imports.not_seen(by=requester, register="items") == ()
    with pytest.raises(NotThereError):
        imports.sources_of(by=requester, register="items", ref="a-1")
