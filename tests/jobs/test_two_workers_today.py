"""Two workers work findings out: each organisation once for each change, nothing twice, nothing left."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connections
from pytest_django.fixtures import Settings

from fullscore.store import today as store
from fullscore.store.models import KeptFinding, Organisation, TodayRun
from tests.jobs.test_two_workers import worker
from tests.process import eventually
from tests.usecases.bound import changed, fill

pytestmark = pytest.mark.slow
HOUSES = 12


def test_two_workers_work_every_organisation_out_without_duplicates(
    own_database: str, settings: Settings
) -> None:
    places = [
        Organisation.objects.create(name=f"Mill {n}", ref=f"mill-{n}", created_at=_now())
        for n in range(HOUSES)
    ]
    for place in places:
        fill(place)
    connections["default"].close()
    with worker(Path(settings.HOME), own_database), worker(Path(settings.HOME), own_database):
        assert eventually(lambda: _worked(places) == HOUSES, 60)
        before = _keys(places)
        for place in places:
            changed(place, _now())
        assert eventually(lambda: _caught_up(places), 60)
        time.sleep(1)

    assert _keys(places) == before
    assert all(len(keys) == len(set(keys)) > 2 for keys in before.values())
    assert not TodayRun.objects.exclude(error="").exists()


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251  workers read the real clock


def _worked(places: list[Organisation]) -> int:
    return TodayRun.objects.filter(organisation__in=places, computed_at__isnull=False).count()


def _caught_up(places: list[Organisation]) -> bool:
    standings = (store.standing_of(place.pk) for place in places)
    return all(each.run is not None and each.run.history == each.newest.history for each in standings)


def _keys(places: list[Organisation]) -> dict[str, list[tuple[str, str, str]]]:
    return {
        place.ref: sorted(KeptFinding.objects.of(place.pk).values_list("code", "register", "ref"))
        for place in places
    }
