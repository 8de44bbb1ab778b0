"""Accepted plans draft changes by themselves, once each; what nobody has worked on goes with its plan."""

import pytest

from fullscore.engine.registers.access import Member
from fullscore.store.models import Change, ChangeTouch, HistoryEntry, Organisation, Pool, Service, Support
from fullscore.usecases import goals, registers
from fullscore.usecases.changes import living
from tests.conftest import NOW, TODAY
from tests.store.mill import fill, row

pytestmark = pytest.mark.django_db
TITLE = "We need to scale our sales team by 50 percent next quarter"


@pytest.fixture
def it(organisation: Organisation, owner: Member) -> Member:
    fill(organisation)
    link = Pool.objects.of(organisation.pk).filter(kind="link").first()
    assert link is not None
    internet = row(Service, organisation, "internet", name="Internet")
    row(Support, organisation, "internet-link", service=internet, pool=link)
    return owner


def accept(by: Member, ref: str = "g-1") -> None:
    goals.accept_plan(by=by, ref=ref, version=None, on=TODAY, now=NOW)


def withdraw(by: Member) -> None:
    goals.withdraw_plan(by=by, ref="g-1", version=None, on=TODAY, now=NOW)


def drafts(by: Member) -> list[Change]:
    return list(Change.objects.of(by.organisation_id).order_by("ref"))


def test_a_faster_link_becomes_one_draft_with_its_day(it: Member) -> None:
    goals.keep_plan(by=it, sentence=TITLE, on=TODAY, now=NOW)

    accept(it)

    (draft,) = drafts(it)
    touch = ChangeTouch.objects.of(it.organisation_id).get(change=draft)
    assert (draft.state, draft.kind, touch.how) == ("draft", "normal", "down")
    assert touch.pool is not None
    assert draft.serves == f"g-1/pools:{touch.pool.ref}@dayton"
    assert draft.due is not None
    assert draft.why.startswith(TITLE)
    assert living.whole(by=it, ref=draft.ref, on=TODAY).serves_plan == "g-1"


def test_accepting_once_more_drafts_nothing_twice(it: Member) -> None:
    goals.keep_plan(by=it, sentence=TITLE, on=TODAY, now=NOW)
    accept(it)
    withdraw(it)
    accept(it)

    assert [one.state for one in drafts(it)] == ["draft"]


def test_a_withdrawn_plan_gives_up_what_nobody_has_worked_on(it: Member) -> None:
    goals.keep_plan(by=it, sentence=TITLE, on=TODAY, now=NOW)
    accept(it)

    withdraw(it)

    (draft,) = drafts(it)
    entries = HistoryEntry.objects.of(it.organisation_id).filter(register="changes", row_id=draft.pk)
    assert (draft.state, [one.action for one in entries.order_by("pk")]) == (
        "abandoned", ["created", "withdrawn"],
    )  # fmt: skip


@pytest.mark.parametrize("deed", ["named", "step"])
def test_what_somebody_worked_on_stays_when_its_plan_goes(it: Member, deed: str) -> None:
    goals.keep_plan(by=it, sentence=TITLE, on=TODAY, now=NOW)
    accept(it)
    (draft,) = drafts(it)
    given = {"named": {"name": "Our faster link"}, "step": {"steps": "Call the carrier"}}[deed]
    living.change(by=it, ref=draft.ref, given=given, version=None, on=TODAY, now=NOW)

    withdraw(it)

    assert [one.state for one in drafts(it)] == ["draft"]


def test_more_seats_change_nothing_that_is_live(it: Member) -> None:
    registers.archive(by=it, register="supports", ref="internet-link", now=NOW)
    goals.keep_plan(by=it, sentence=TITLE, on=TODAY, now=NOW)

    accept(it)

    assert drafts(it) == []
