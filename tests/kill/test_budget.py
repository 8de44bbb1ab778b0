"""kill -9 while a choice is made: what was asked is answered all the same, by the next worker."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings

# Loaded once, before any child is born: what is to be cut off is the search, not the loading.
from fullscore.engine.budget import solver as _solver  # noqa: F401
from fullscore.engine.registers.access import Member
from fullscore.store.models import BudgetRun, Organisation, Proposal
from fullscore.usecases import budget
from fullscore.usecases.host import operator
from tests.conftest import TODAY
from tests.kill.sweep import KILLS, cut_off, require_whole, rolled, took
from tests.usecases.proposing import world

pytestmark = pytest.mark.slow
NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


def _house() -> Member:
    place = Organisation.objects.create(name="Mill", ref="mill", country="US", created_at=NOW)
    world(place)
    return operator(None)


def _answer(at: datetime) -> None:
    (key,) = budget.stale(now=at)
    budget.advance(key=key, clock=lambda: at)


def test_a_choice_a_killed_worker_made_is_made_by_the_next(own_database: str) -> None:
    del own_database
    by, at = _house(), NOW
    budget.ask(by=by, kind="choose", on=TODAY, now=NOW)
    dice, longest, cut = rolled("choices"), took(lambda: _answer(NOW)), 0
    whole = budget.run(by=by, number=1).document
    assert whole is not None
    for number in range(2, KILLS + 2):
        # Another name makes it another question of the same answer.
        Proposal.objects.of(by.organisation_id).filter(ref="room").update(name=f"Room {number}")
        budget.ask(by=by, kind="choose", on=TODAY, now=NOW)
        cut += cut_off(lambda at=at: _answer(at), dice.random() * longest)  # type: ignore[misc]
        require_whole()
        at += timedelta(seconds=settings.LEASE_SECONDS + 1)
        if budget.stale(now=at):
            _answer(at)
        found = budget.run(by=by, number=number)
        assert (found.state, budget.stale(now=at)) == ("done", ())
        assert found.document is not None
        assert found.document["value"] == whole["value"]

    assert cut
    assert BudgetRun.objects.of(by.organisation_id).count() == KILLS + 1
