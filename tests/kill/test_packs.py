"""kill -9 while a pack is made: it is whole or not there, the next worker makes it, and no number is lost."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings

# Loaded once, before any child is born: what is to be cut off is the pack, not the loading.
from fullscore.engine.budget import solver as _solver  # noqa: F401
from fullscore.engine.registers.access import Member
from fullscore.store.models import Organisation, Pack, PackFile
from fullscore.usecases import reports
from fullscore.usecases.host import operator
from fullscore.usecases.reports import working
from tests.conftest import TODAY
from tests.kill.sweep import KILLS, cut_off, require_whole, rolled, took
from tests.usecases.proposing import world

pytestmark = pytest.mark.slow
NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
PACKS = max(3, KILLS // 2)
FORMS = {"pdf", "pptx"}
Frozen = dict[int, tuple[str, dict[str, str]]]


def _house() -> Member:
    place = Organisation.objects.create(name="Mill", ref="mill", country="US", created_at=NOW)
    world(place)
    return operator(None)


def _make(at: datetime) -> None:
    for key in working.stale(now=at):
        working.advance(key=key, clock=lambda: at)


def test_a_pack_a_killed_worker_made_is_made_by_the_next_and_those_before_stay(own_database: str) -> None:
    del own_database
    by, at = _house(), NOW
    reports.issue(by=by, kind="board", on=TODAY, now=NOW)
    dice, longest, cut = rolled("packs"), took(lambda: _make(NOW)), 0
    for number in range(2, PACKS + 2):
        before = _frozen(by)
        reports.issue(by=by, kind="board", on=TODAY, now=at)
        cut += cut_off(lambda at=at: _make(at), dice.random() * longest)  # type: ignore[misc]
        require_whole()
        assert {each: kept for each, kept in _frozen(by).items() if each < number} == before
        at += timedelta(seconds=settings.LEASE_SECONDS + 1)
        _make(at)
        assert set(_frozen(by)) == set(range(1, number + 1))

    assert cut


def _frozen(by: Member) -> Frozen:
    """Return each pack that is done with its document's and its files' digests; what is not done has none."""
    found = {}
    for row in Pack.objects.of(by.organisation_id):
        mine = PackFile.objects.of(by.organisation_id).filter(pack=row).select_related("blob")
        files = {each.form: each.blob.sha256 for each in mine}
        if row.state == "done":
            assert row.fingerprint == working.fingerprint(row.document)
            assert set(files) == FORMS
            found[row.number] = (row.fingerprint, files)
        else:
            assert (row.document, files) == (None, {})
    return found
