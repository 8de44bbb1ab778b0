"""Level-triggered: whatever was written since makes an organisation stale, and nobody has to say so."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fullscore.engine.registers.access import Member
from fullscore.store import today as store
from fullscore.store.models import Contract, HistoryEntry, ImportRun, KeptFinding, Organisation, TodayRun
from fullscore.usecases import registers, today
from fullscore.usecases.today import finding_out
from fullscore.usecases.today.finding_out import Worked
from tests.conftest import NOW, TODAY
from tests.usecases.bound import changed, fill

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@pytest.fixture
def mill(organisation: Organisation) -> Organisation:
    fill(organisation)
    return organisation


def key(organisation: Organisation) -> tuple[str, ...]:
    return (str(organisation.pk),)


def test_one_that_was_never_worked_out_is_stale_and_then_is_not(mill: Organisation) -> None:
    assert today.stale(now=NOW) == key(mill)
    assert today.advance(key=str(mill.pk), now=NOW)
    assert today.stale(now=NOW + 5 * MINUTE) == ()
    assert not today.advance(key=str(mill.pk), now=NOW + 5 * MINUTE)


def test_any_saved_row_makes_it_stale(mill: Organisation, owner: Member) -> None:
    today.work_out(organisation_id=mill.pk, now=NOW)
    registers.save(
        by=owner, register="contracts", ref="copier", values={"price": "2500"}, version=None, now=NOW + MINUTE
    )

    assert today.stale(now=NOW + 2 * MINUTE) == key(mill)
    assert today.today(by=owner, on=TODAY, now=NOW + 2 * MINUTE).is_behind


def test_a_file_that_changed_nothing_makes_it_stale_too(mill: Organisation) -> None:
    """What a list leaves out is no entry of history, and yet it is news."""
    today.work_out(organisation_id=mill.pk, now=NOW)
    ImportRun.objects.create(
        organisation=mill, file="devices.csv", sha256="x", started_at=NOW, finished_at=NOW + MINUTE,
        by_name="Ada", state="done",
    )  # fmt: skip

    assert today.stale(now=NOW + 2 * MINUTE) == key(mill)


def test_another_day_in_its_own_zone_makes_it_stale(mill: Organisation) -> None:
    today.work_out(organisation_id=mill.pk, now=NOW)
    # 23 November, 23:59 and 24 November, 00:01 in New York.
    assert today.stale(now=NOW.replace(day=24, hour=4, minute=59)) == ()
    assert today.stale(now=NOW.replace(day=24, hour=5, minute=1)) == key(mill)


def test_what_is_written_while_it_is_worked_out_makes_it_stale_again(
    mill: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = finding_out.worked_out

    def and_meanwhile(organisation_id: int, on: date, now: datetime) -> Worked:
        worked = real(organisation_id, on, now)
        changed(mill, NOW)
        return worked

    monkeypatch.setattr(finding_out, "worked_out", and_meanwhile)
    assert today.work_out(organisation_id=mill.pk, now=NOW)

    assert today.stale(now=NOW + MINUTE) == key(mill)


def test_an_older_entry_that_is_committed_later_is_not_missed(mill: Organisation) -> None:
    """PostgreSQL gives out ids before commits: the newest id seen may have an older one on its way."""
    late = changed(mill, NOW)
    newest = changed(mill, NOW)
    HistoryEntry.objects.of(mill.pk).filter(pk=late.pk).delete()
    today.work_out(organisation_id=mill.pk, now=NOW + timedelta(seconds=5))
    late.save(force_insert=True)
    assert store.standing_of(mill.pk).newest.history == newest.pk

    assert today.stale(now=NOW + timedelta(seconds=30)) == ()
    assert today.stale(now=NOW + timedelta(seconds=66)) == key(mill)
    today.work_out(organisation_id=mill.pk, now=NOW + timedelta(seconds=66))
    assert today.stale(now=NOW + timedelta(seconds=300)) == ()


def test_what_one_has_in_hand_is_left_alone_until_the_claim_runs_out(mill: Organisation) -> None:
    assert store.claim(mill.pk, "another", NOW, NOW + 2 * MINUTE)

    assert today.stale(now=NOW + MINUTE) == ()
    assert not today.work_out(organisation_id=mill.pk, now=NOW + MINUTE)
    assert today.stale(now=NOW + 3 * MINUTE) == key(mill)
    assert today.work_out(organisation_id=mill.pk, now=NOW + 3 * MINUTE)


def test_one_whose_claim_ran_out_writes_nothing_any_more(
    mill: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = finding_out.worked_out

    def too_slow(organisation_id: int, on: date, now: datetime) -> Worked:
        worked = real(organisation_id, on, now)
        TodayRun.objects.filter(organisation=mill).update(claimed_by="another")
        return worked

    monkeypatch.setattr(finding_out, "worked_out", too_slow)

    assert not today.work_out(organisation_id=mill.pk, now=NOW)
    assert not KeptFinding.objects.of(mill.pk).exists()


def test_the_failure_of_one_is_shown_there_and_stops_no_other(
    mill: Organisation, other_organisation: Organisation, owner: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = finding_out.worked_out

    def broken(organisation_id: int, on: date, now: datetime) -> Worked:
        if organisation_id == mill.pk:
            raise ArithmeticError("a price of no number")
        return real(organisation_id, on, now)

    monkeypatch.setattr(finding_out, "worked_out", broken)
    with pytest.raises(ArithmeticError):
        today.advance(key=str(mill.pk), now=NOW)
    assert today.advance(key=str(other_organisation.pk), now=NOW)

    assert "a price of no number" in today.today(by=owner, on=TODAY, now=NOW).error
    assert today.stale(now=NOW + MINUTE) == ()
    monkeypatch.setattr(finding_out, "worked_out", real)
    assert today.stale(now=NOW + 6 * MINUTE) == key(mill)
    assert today.work_out(organisation_id=mill.pk, now=NOW + 6 * MINUTE)
    assert not today.today(by=owner, on=TODAY, now=NOW).error


def test_working_out_anew_writes_only_what_differs(mill: Organisation) -> None:
    today.work_out(organisation_id=mill.pk, now=NOW)
    before = dict(KeptFinding.objects.of(mill.pk).values_list("pk", "ref"))
    with CaptureQueriesContext(
        connection,
    ) as again:
        today.work_out(organisation_id=mill.pk, now=NOW + MINUTE)
    assert not [query for query in again if "INSERT" in query["sql"] and "keptfinding" in query["sql"]]

    Contract.objects.of(mill.pk).filter(ref="copier").update(price=2500)
    with CaptureQueriesContext(connection) as again:
        today.work_out(organisation_id=mill.pk, now=NOW + MINUTE)
    assert [query for query in again if "INSERT" in query["sql"] and "keptfinding" in query["sql"]]
    assert dict(KeptFinding.objects.of(mill.pk).values_list("pk", "ref")) == before


def test_asking_about_a_thousand_organisations_takes_three_queries(mill: Organisation) -> None:
    Organisation.objects.bulk_create(
        Organisation(name=f"Mill {n}", ref=f"mill-{n}", created_at=NOW) for n in range(300)
    )
    with CaptureQueriesContext(connection) as asked:
        assert len(today.stale(now=NOW)) == 200
    assert len(asked) <= 3


def test_one_that_has_gone_since_it_was_woken_is_no_trouble(mill: Organisation) -> None:
    assert not today.advance(key=str(mill.pk + 4711), now=NOW)
