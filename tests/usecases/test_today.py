"""Today: what people say of a finding stays said until the case is another, and nothing passes unseen."""

from datetime import date, datetime, timedelta

import pytest

from fullscore.engine.registers.access import Member, NotAllowedError, Role
from fullscore.store.models import Contract, Decision, HistoryEntry, KeptFinding, Organisation
from fullscore.usecases import today
from fullscore.usecases.registers.values import NotThereError, RefusedError, StaleVersionError
from fullscore.usecases.today import KeptLine
from tests.conftest import NOW, TODAY, MemberFactory
from tests.usecases.bound import fill, lease

DAY = timedelta(days=1)


@pytest.fixture
def mill(organisation: Organisation) -> Organisation:
    fill(organisation)
    worked(organisation)
    return organisation


def worked(organisation: Organisation, now: datetime = NOW) -> None:
    assert today.work_out(organisation_id=organisation.pk, now=now)


def found(by: Member, ref: str = "copier", on: date = TODAY) -> KeptLine:
    whole = today.everything(by=by, on=on, now=NOW)
    (line,) = (
        line
        for line in (*whole.open, *whole.snoozed, *whole.done, *whole.declined)
        if line.ref == ref and line.code == "contract-notice-due"
    )
    return line


def row(ref: str = "copier") -> KeptFinding:
    return KeptFinding.objects.of(Organisation.objects.get().pk).get(ref=ref, code="contract-notice-due")


def number(by: Member, ref: str = "copier") -> int:
    kept = found(by, ref).id
    assert kept is not None
    return kept


def test_what_cannot_wait_comes_first_with_what_waiting_costs(mill: Organisation, owner: Member) -> None:
    whole = today.everything(by=owner, on=TODAY, now=NOW)

    told = [(line.rank, line.group, line.code, line.ref) for line in whole.open]
    assert told[0] == (1, 1, "contract-notice-due", "copier")
    assert (3, "contract-notice-due", "franking") in [
        (line.group, line.code, line.ref) for line in whole.open
    ]
    assert f"{whole.lines[0].cost}" == "2400.00"
    assert f"{whole.cost}" == "2400.00"
    assert whole.unpriced == sum(line.cost is None for line in whole.open) == 2
    assert f"{whole.free}" == "12.80"


def test_reading_carries_documents_of_this_week_only(mill: Organisation, owner: Member) -> None:
    Contract.objects.of(mill.pk).update(intent="end")
    for each in range(30):
        lease(mill, f"far-{each}", ends_on=date(2027, 6, 30), vendor=None)
    KeptFinding.objects.of(mill.pk).update(hours=3)
    worked(mill, NOW + timedelta(minutes=5))
    KeptFinding.objects.of(mill.pk).update(hours=3)

    whole = today.today(by=owner, on=TODAY, now=NOW)

    assert all(line.document["title"] for line in whole.lines)
    assert whole.rest
    assert not any(line.document for line in whole.rest)
    assert today.count(by=owner) == len(whole.lines)


def test_a_snooze_outlives_working_out_anew_and_ends_on_its_day(mill: Organisation, owner: Member) -> None:
    until = TODAY + 3 * DAY
    today.snooze(by=owner, finding=number(owner), until=until, on=TODAY, now=NOW)
    worked(mill, NOW + DAY)
    assert found(owner).state == "snoozed"

    assert found(owner, on=until).state == "open"
    worked(mill, NOW + 3 * DAY)
    assert row().state == "open"


def test_a_snooze_ends_when_the_price_is_another(mill: Organisation, owner: Member) -> None:
    today.snooze(by=owner, finding=number(owner), until=None, on=TODAY, now=NOW)
    worked(mill, NOW + DAY)
    assert row().state == "snoozed"

    Contract.objects.of(mill.pk).filter(ref="copier").update(price=9000)
    worked(mill, NOW + DAY)

    assert row().state == "open"


def test_what_was_put_off_until_something_changes_comes_back_when_it_cannot_wait(
    mill: Organisation, owner: Member
) -> None:
    line = number(owner, "franking")
    today.snooze(by=owner, finding=line, until=None, on=TODAY, now=NOW)
    calm, urgent = datetime(2027, 8, 2, 14, tzinfo=NOW.tzinfo), datetime(2027, 8, 23, 14, tzinfo=NOW.tzinfo)

    worked(mill, calm)
    assert row("franking").state == "snoozed"
    worked(mill, urgent)
    assert (row("franking").state, row("franking").group) == ("open", 1)


def test_no_snooze_of_any_finding_ends_because_a_day_has_passed(mill: Organisation, owner: Member) -> None:
    whole = today.everything(by=owner, on=TODAY, now=NOW)
    for line in whole.open:
        assert line.id is not None
        today.snooze(by=owner, finding=line.id, until=None, on=TODAY, now=NOW)

    worked(mill, NOW + DAY)

    assert set(KeptFinding.objects.of(mill.pk).values_list("state", flat=True)) == {"snoozed"}


def test_done_stays_done_for_a_week_and_comes_back_where_the_lists_still_tell_otherwise(
    mill: Organisation, owner: Member
) -> None:
    Contract.objects.of(mill.pk).filter(ref="copier").update(ends_on=date(2027, 1, 31))
    worked(mill)
    today.finish(by=owner, finding=number(owner), now=NOW)
    worked(mill, NOW + 6 * DAY)
    assert row().state == "done"

    worked(mill, NOW + 7 * DAY)
    assert row().state == "open"


def test_what_is_done_and_gone_says_so(mill: Organisation, owner: Member) -> None:
    today.finish(by=owner, finding=number(owner), now=NOW)
    Contract.objects.of(mill.pk).filter(ref="copier").update(notice_given_on=TODAY)
    worked(mill, NOW + DAY)

    assert (row().rank, row().gone_why, row().came_true, row().state) == (None, "done", False, "done")


@pytest.mark.parametrize(
    ("changes", "after", "why", "came_true"),
    [
        ({"notice_given_on": TODAY}, 1, "notice given", False),
        ({"archived_at": NOW}, 1, "row put away", None),
        ({"intent": "keep"}, 1, "no longer found", False),
        ({}, 30, "notice day passed", True),
    ],
)
def test_a_finding_that_goes_away_says_why(
    mill: Organisation, *, changes: dict[str, object], after: int, why: str, came_true: bool | None
) -> None:
    Contract.objects.of(mill.pk).filter(ref="copier").update(**changes)
    worked(mill, NOW + after * DAY)

    kept = row()
    assert (kept.rank, kept.group, kept.gone_why) == (None, None, why)
    assert kept.came_true is came_true
    assert kept.gone_at == NOW + after * DAY


def test_another_day_to_act_by_brings_back_what_was_declined(mill: Organisation, owner: Member) -> None:
    line = number(owner)
    today.decline(by=owner, finding=line, reason="We like it", decided_by="Ruth", on=TODAY, now=NOW)
    worked(mill, NOW + 2 * DAY)
    assert row().state == "declined"

    Contract.objects.of(mill.pk).filter(ref="copier").update(ends_on=date(2027, 12, 31))
    worked(mill, NOW + 2 * DAY)

    assert row().state == "open"


def test_declining_is_a_row_in_the_register_of_decisions_and_reopening_takes_it_back(
    mill: Organisation, owner: Member
) -> None:
    line = number(owner)
    declined = today.decline(
        by=owner, finding=line, reason=" We like it ", decided_by="Ruth Morrow", on=TODAY, now=NOW
    )

    kept = Decision.objects.of(mill.pk).get()
    assert (kept.outcome, kept.reason, kept.decided_by) == ("not doing", "We like it", "Ruth Morrow")
    assert "Copier lease" in kept.subject
    assert "letter must arrive" in kept.seen
    assert (declined.state, declined.reason, declined.version) == ("declined", "We like it", 2)
    assert today.reopen(by=owner, finding=line, now=NOW).state == "open"
    actions = HistoryEntry.objects.of(mill.pk).filter(register="today").order_by("pk")
    assert list(actions.values_list("action", flat=True)) == ["declined", "reopened"]


def test_refusals_say_what_to_do_and_change_nothing(mill: Organisation, owner: Member) -> None:
    line = number(owner)
    with pytest.raises(RefusedError, match="still to come"):
        today.snooze(by=owner, finding=line, until=TODAY, on=TODAY, now=NOW)
    for reason, who, code in (("", "Ruth", "finding-reason-missing"), ("No", " ", "finding-decider-missing")):
        with pytest.raises(RefusedError) as refused:
            today.decline(by=owner, finding=line, reason=reason, decided_by=who, on=TODAY, now=NOW)
        assert refused.value.findings[0].code == code
    with pytest.raises(RefusedError) as refused:
        today.assign(by=owner, finding=line, user=4711, now=NOW)
    assert refused.value.findings[0].code == "finding-assignee-unknown"
    with pytest.raises(NotThereError):
        today.finish(by=owner, finding=line + 4711, now=NOW)

    assert (row().state, row().version, Decision.objects.of(mill.pk).count()) == ("open", 1, 0)
    today.finish(by=owner, finding=line, now=NOW)
    with pytest.raises(RefusedError) as refused:
        today.snooze(by=owner, finding=line, until=None, on=TODAY, now=NOW)
    assert refused.value.findings[0].code == "finding-dealt-with"


def test_two_who_act_on_one_version_do_not_overwrite_each_other(mill: Organisation, owner: Member) -> None:
    line = number(owner)
    today.finish(by=owner, finding=line, now=NOW, version=1)
    with pytest.raises(StaleVersionError, match="Owner"):
        today.reopen(by=owner, finding=line, now=NOW, version=1)


def test_a_finding_is_given_to_whoever_may_act(
    mill: Organisation, owner: Member, member: MemberFactory
) -> None:
    it, auditor = member(Role.IT), member(Role.AUDITOR)
    assert it.user_id in dict(today.assignees(by=owner))
    assert auditor.user_id not in dict(today.assignees(by=owner))

    given = today.assign(by=owner, finding=number(owner), user=it.user_id, now=NOW)
    worked(mill, NOW + DAY)

    assert (given.assigned_name, row().assigned_to_id) == (it.name, it.user_id)


def test_only_owners_and_it_act_and_who_plans_may_read(mill: Organisation, member: MemberFactory) -> None:
    line = number(member(Role.OWNER))
    for role in (Role.EXECUTIVE, Role.AUDITOR):
        assert today.line(by=member(role), finding=line).ref == "copier"
        with pytest.raises(NotAllowedError):
            today.finish(by=member(role), finding=line, now=NOW)
    with pytest.raises(NotAllowedError):
        today.today(by=member(Role.REQUESTER), on=TODAY, now=NOW)


def test_a_line_that_is_dealt_with_gives_its_cause_to_the_next(mill: Organisation, owner: Member) -> None:
    before = KeptFinding.objects.of(mill.pk).get(ref="copier", code="contract-notice-due")
    today.finish(by=owner, finding=before.pk, now=NOW)
    worked(mill, NOW + DAY)

    whole = today.everything(by=owner, on=TODAY, now=NOW)
    assert "copier" not in [line.ref for line in whole.open if line.code == "contract-notice-due"]
    assert [line.rank for line in whole.open] == list(range(1, len(whole.open) + 1))


def test_thirty_licences_of_one_vendor_that_end_together_are_one_line(
    organisation: Organisation, owner: Member
) -> None:
    fill(organisation)
    vendor = Contract.objects.of(organisation.pk).get(ref="copier").vendor
    for each in range(29):
        lease(organisation, f"more-{each}", vendor=vendor)
    worked(organisation)

    first = today.everything(by=owner, on=TODAY, now=NOW).lines[0]

    parts = first.document["parts"]
    assert isinstance(parts, list)
    assert len(parts) == 30
    assert f"{first.cost}" == "72000.00"


def test_missing_data_costs_what_such_rows_have_come_to_in_two_years(
    mill: Organisation, owner: Member
) -> None:
    Contract.objects.of(mill.pk).filter(ref="alarm").update(price=1200)
    worked(mill)
    assert _unknown(mill).cost is None

    for each, came_true in enumerate((True, False, False, False)):
        KeptFinding.objects.create(
            organisation=mill, code="contract-notice-unknown", register="contracts", ref=f"old-{each}",
            document={}, mark="x", first_found_at=NOW, gone_at=NOW - 30 * DAY, came_true=came_true,
        )  # fmt: skip
    worked(mill)

    assert f"{_unknown(mill).cost}" == "2.88"


def _unknown(mill: Organisation) -> KeptFinding:
    return KeptFinding.objects.of(mill.pk).get(code="contract-notice-unknown", rank__isnull=False)
