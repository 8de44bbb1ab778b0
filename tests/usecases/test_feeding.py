"""Days of contracts and orders in somebody's own calendar, read by another program."""

from datetime import UTC, date, datetime, timedelta

import pytest
import vobject

from fullscore.engine.registers.access import Member, NotAllowedError, Role
from fullscore.store.models import Contract, Feed, Membership, Organisation, Vendor
from fullscore.usecases import registers
from fullscore.usecases.accounts.throttling import TooOftenError
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.today import feeding
from fullscore.usecases.today.feeding import FeedDeadError, NewFeed
from tests.conftest import NOW, MemberFactory

pytestmark = pytest.mark.django_db
HERE, ROOT = "10.0.0.1", "https://it.mill.example/"


@pytest.fixture
def lease(owner: Member) -> Contract:
    """A copier lease that renews each March unless a letter arrives three months before."""
    vendor = Vendor.objects.create(
        organisation_id=owner.organisation_id, ref="buckeye", name="Buckeye Office", created_at=NOW,
        changed_at=NOW,
    )  # fmt: skip
    return Contract.objects.create(
        organisation_id=owner.organisation_id, ref="copiers", name="Copiers, 4 devices", vendor=vendor,
        kind="lease", ends_on=date(2027, 2, 28), renewal="tacit", renewal_months=12, notice=3,
        notice_form="letter", decide_days=3, price="820.00", period="month", created_at=NOW, changed_at=NOW,
    )  # fmt: skip


def events(link: NewFeed, now: object = NOW) -> list[vobject.base.Component]:
    content = feeding.feed(secret=link.secret, address=HERE, root=ROOT, now=now)  # type: ignore[arg-type]
    return list(vobject.readOne(content.decode()).contents.get("vevent", ()))


def day_of(owner: Member, kind: str) -> date | None:
    found = events(feeding.give(by=owner, kind=kind, now=NOW))
    return found[0].dtstart.value if found else None


@pytest.mark.usefixtures("lease")
def test_each_kind_tells_its_own_day(owner: Member) -> None:
    assert {kind: day_of(owner, kind) for kind in feeding.KINDS} == {
        "notice": date(2026, 11, 30), "decide": date(2026, 11, 27), "renewals": date(2027, 3, 1),
        "order": None, "changes": None,
    }  # fmt: skip


def test_a_change_is_an_appointment_that_moves_with_its_date(owner: Member) -> None:
    told = {"name": "Firewall", "state": "planned", "likely_hours": "1.5", "rollback_hours": "0.5",
            "starts_on": "2026-12-12", "starts_at": "22:00", "why": "Its version is old."}  # fmt: skip
    row = registers.save(by=owner, register="changes", ref=None, values=told, version=None, now=NOW)
    link = feeding.give(by=owner, kind="changes", now=NOW)

    (event,) = events(link)
    assert (event.summary.value, event.description.value) == ("Firewall", "Its version is old.")
    assert event.dtstart.value == datetime(2026, 12, 13, 3, tzinfo=UTC)
    assert event.dtend.value - event.dtstart.value == timedelta(hours=2)
    assert event.transp.value == "OPAQUE"
    moved = {"starts_on": "2026-12-19"}
    registers.save(by=owner, register="changes", ref=row.ref, values=moved, version=row.version, now=NOW)
    (later,) = events(link)
    assert (later.uid.value, later.dtstart.value.day) == (event.uid.value, 20)
    assert int(later.sequence.value) > int(event.sequence.value)


@pytest.mark.usefixtures("lease")
def test_the_day_says_what_it_is_about_and_no_price(owner: Member) -> None:
    event = events(feeding.give(by=owner, kind="notice", now=NOW))[0]

    assert event.summary.value == "Last day for notice: Copiers, 4 devices (Buckeye Office)"
    assert event.description.value == (
        "Notice must have arrived by then, by letter. It then ends on Sunday 28 February 2027."
    )
    assert event.url.value == "https://it.mill.example/o/harbor-mill/vendors/renewals/copiers/"
    assert "820" not in event.serialize()


def test_a_changed_contract_moves_the_same_event_and_counts_it(owner: Member, lease: Contract) -> None:
    link = feeding.give(by=owner, kind="notice", now=NOW)
    before = events(link)[0]

    registers.save(
        by=owner, register="contracts", ref="copiers", values={"notice": 2}, version=None, now=NOW
    )  # fmt: skip
    after = events(link)[0]

    assert before.uid.value == after.uid.value
    assert (before.dtstart.value, after.dtstart.value) == (date(2026, 11, 30), date(2026, 12, 31))
    assert int(after.sequence.value) > int(before.sequence.value)
    assert events(link)[0].sequence.value == after.sequence.value


@pytest.mark.usefixtures("lease")
def test_a_new_address_ends_the_old_one(owner: Member) -> None:
    old = feeding.give(by=owner, kind="notice", now=NOW)
    new = feeding.give(by=owner, kind="notice", now=NOW)

    with pytest.raises(FeedDeadError):
        events(old)

    assert len(events(new)) == 1


@pytest.mark.parametrize("how", ["ended", "left", "now a requester", "never was"])
def test_every_dead_address_says_the_same(owner: Member, how: str) -> None:
    link = feeding.give(by=owner, kind="notice", now=NOW)
    place = Membership.objects.of(owner.organisation_id).filter(user_id=owner.user_id)
    if how == "ended":
        feeding.end(by=owner, kind="notice", now=NOW)
    if how == "left":
        place.update(deactivated_at=NOW)
    if how == "now a requester":
        place.update(role="requester")
    if how == "never was":
        link = NewFeed(1, "notice", "wrong")

    with pytest.raises(FeedDeadError) as refused:
        events(link)

    assert [one.code for one in refused.value.findings] == ["feed-dead"]


@pytest.mark.usefixtures("lease")
def test_whoever_tries_many_waits_and_a_right_one_is_read(owner: Member) -> None:
    link = feeding.give(by=owner, kind="notice", now=NOW)
    for _ in range(20):
        with pytest.raises(FeedDeadError):
            events(NewFeed(1, "notice", "wrong"))
    with pytest.raises(TooOftenError):
        events(NewFeed(1, "notice", "wrong"))

    assert len(events(link)) == 1


def test_it_says_when_it_was_read_last_and_keeps_only_a_hash(owner: Member) -> None:
    link = feeding.give(by=owner, kind="notice", now=NOW)
    events(link, NOW + timedelta(hours=1))

    assert [one.read_at for one in feeding.feeds(by=owner)] == [NOW + timedelta(hours=1)]
    row = Feed.objects.of(owner.organisation_id).values().get()
    assert not any(link.secret in str(value) for value in row.values())


def test_an_address_belongs_to_its_person(owner: Member, member: MemberFactory) -> None:
    link = feeding.give(by=owner, kind="notice", now=NOW)
    colleague = member(Role.IT)

    assert feeding.feeds(by=colleague) == ()
    feeding.end(by=colleague, kind="notice", now=NOW)
    assert events(link) == []
    with pytest.raises(NotAllowedError):
        feeding.give(by=member(Role.REQUESTER), kind="notice", now=NOW)


@pytest.mark.usefixtures("lease")
def test_another_organisations_days_are_in_nobodys_calendar(
    owner: Member, other_organisation: Organisation
) -> None:
    Contract.objects.create(
        organisation=other_organisation, ref="secret", name="Secret", ends_on=date(2027, 2, 28),
        renewal="tacit", renewal_months=12, notice=3, created_at=NOW, changed_at=NOW,
    )  # fmt: skip

    assert len(events(feeding.give(by=owner, kind="notice", now=NOW))) == 1


def test_a_kind_that_is_none_is_refused(owner: Member) -> None:
    with pytest.raises(RefusedError) as refused:
        feeding.give(by=owner, kind="birthdays", now=NOW)

    assert [one.code for one in refused.value.findings] == ["feed-kind-unknown"]
