"""kill -9 while findings are worked out: none is lost, none is there twice, and what people said stays."""

from datetime import UTC, datetime, timedelta

import pytest
from pytest_django.fixtures import Settings

from fullscore.store.models import Contract, KeptFinding, Organisation, TodayRun
from fullscore.usecases import today
from fullscore.usecases.host import operator
from tests.kill.sweep import KILLS, cut_off, require_whole, rolled, took
from tests.usecases.bound import changed, fill, lease

pytestmark = pytest.mark.slow
NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
CONTRACTS = 120
Kept = dict[tuple[str, str], tuple[str, int | None]]


def work() -> None:
    """Work out as a worker would that meets the claim of one who was killed."""
    place = operator(None).organisation_id
    TodayRun.objects.filter(organisation_id=place).update(claimed_until=NOW - timedelta(seconds=1))
    assert today.work_out(organisation_id=place, now=NOW)


def test_a_killed_working_out_loses_nothing_and_doubles_nothing(
    own_database: str, settings: Settings
) -> None:
    del own_database, settings
    place = _house()
    work()
    put_off = KeptFinding.objects.of(place.pk).filter(code="contract-notice-due").order_by("pk").last()
    assert put_off is not None
    KeptFinding.objects.of(place.pk).filter(pk=put_off.pk).update(state="done", acted_at=NOW)
    work()
    whole = _kept(place)
    assert whole[put_off.code, put_off.ref][0] == "done"
    dice, longest, cut = rolled("today"), took(work), 0
    for _ in range(KILLS):
        # Half of the rows lie, so that every one of these is to be written again.
        KeptFinding.objects.of(place.pk).filter(pk__gt=put_off.pk - 60).update(cost=1, rank=1)
        cut += cut_off(work, dice.random() * longest)
        require_whole()
        work()
        assert _kept(place) == whole

    assert cut


def test_what_a_killed_worker_had_in_hand_is_found_by_the_next_sweep(own_database: str) -> None:
    del own_database
    place = _house()
    dice, longest = rolled("today in hand"), took(work)
    changed(place, NOW - timedelta(minutes=5))
    while not cut_off(lambda: today.work_out(organisation_id=place.pk, now=NOW), dice.random() * longest):
        changed(place, NOW - timedelta(minutes=5))

    later = NOW + timedelta(minutes=10)
    found = today.stale(now=later)
    if found:
        assert today.advance(key=found[0], now=later)
    assert today.stale(now=later) == ()
    assert KeptFinding.objects.of(place.pk).filter(rank__isnull=False).count() > CONTRACTS


def _house() -> Organisation:
    place = Organisation.objects.create(name="Mill", ref="mill", country="US", created_at=NOW)
    fill(place)
    for number in range(CONTRACTS):
        lease(place, f"lease-{number}", price=100 + number)
    assert Contract.objects.of(place.pk).count() > CONTRACTS
    return place


def _kept(place: Organisation) -> Kept:
    rows = list(KeptFinding.objects.of(place.pk).values_list("code", "ref", "state", "rank"))
    assert len(rows) == len({row[:2] for row in rows})
    return {(code, ref): (state, rank) for code, ref, state, rank in rows}
