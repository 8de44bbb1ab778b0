"""kill -9 while dates are found or taken: what was asked is found all the same, and dates are whole."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings

# Loaded once, before any child is born: what is to be cut off is the search, not the loading.
from fullscore.engine.changes.solver import levels as _levels  # noqa: F401
from fullscore.engine.registers.access import Member
from fullscore.store.models import Change, HistoryEntry, Organisation, ScheduleRun
from fullscore.usecases import changes
from fullscore.usecases.changes import living
from fullscore.usecases.host import operator
from tests.conftest import TODAY
from tests.kill.sweep import KILLS, cut_off, require_whole, rolled, took
from tests.usecases.changing import furnish

pytestmark = pytest.mark.slow
NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
CHANGES = 3


def _house() -> Member:
    place = Organisation.objects.create(name="Mill", ref="mill", country="US", created_at=NOW)
    furnish(place)
    by = operator(None)
    work = {"touches": "Wiki: down", "crew": "1 with network", "likely_hours": "2 h"}
    for number in range(CHANGES):
        living.add(by=by, given={"name": f"Change {number}", **work}, now=NOW)
    return by


def _find(by: Member, at: datetime) -> None:
    (key,) = changes.stale(now=at)
    changes.advance(key=key, clock=lambda: at)


def test_dates_a_killed_worker_looked_for_are_found_by_the_next(own_database: str) -> None:
    del own_database
    by, at = _house(), NOW
    changes.ask(by=by, on=TODAY, now=NOW)
    dice, longest, cut = rolled("dates"), took(lambda: _find(by, NOW)), 0
    whole = changes.run(by=by, number=1).document
    assert whole is not None
    for number in range(2, KILLS + 2):
        changes.ask(by=by, on=TODAY, now=NOW)
        cut += cut_off(lambda at=at: _find(by, at), dice.random() * longest)  # type: ignore[misc]
        require_whole()
        at += timedelta(seconds=settings.LEASE_SECONDS + 1)
        if changes.stale(now=at):
            _find(by, at)
        found = changes.run(by=by, number=number)
        assert (found.state, changes.stale(now=at)) == ("done", ())
        assert found.document is not None
        assert [each["ref"] for each in _placed(found.document)] == [each["ref"] for each in _placed(whole)]

    assert cut
    assert ScheduleRun.objects.of(by.organisation_id).count() == KILLS + 1


def test_dates_are_taken_whole_or_not_at_all(own_database: str) -> None:
    del own_database
    by = _house()
    changes.ask(by=by, on=TODAY, now=NOW)
    _find(by, NOW)
    dice, longest, cut = rolled("taking"), took(lambda: _taken(by)), 0
    _undated(by)
    for _ in range(KILLS):
        before = HistoryEntry.objects.of(by.organisation_id).count()
        cut += cut_off(lambda: _taken(by), dice.random() * longest)
        require_whole()
        written = HistoryEntry.objects.of(by.organisation_id).count() - before
        dated = Change.objects.of(by.organisation_id).exclude(starts_on=None).count()
        assert (written, dated) in {(0, 0), (CHANGES, CHANGES)}
        _undated(by)

    assert cut


def _taken(by: Member) -> None:
    changes.take(by=by, number=1, on=TODAY, now=NOW)


def _undated(by: Member) -> None:
    Change.objects.of(by.organisation_id).update(starts_on=None, starts_at="", version=1)


def _placed(document: object) -> list[dict[str, str]]:
    assert isinstance(document, dict)
    placed = document["placed"]
    assert isinstance(placed, list)
    return placed
