"""kill -9 while importing: no row lost, none doubled, and the counts are true."""

import csv
import io
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connections
from pytest_django.fixtures import Settings

from fullscore.store.models import HistoryEntry, ImportRun, Item, Organisation
from fullscore.usecases import imports
from fullscore.usecases.host import operator
from tests import postgres
from tests.conftest import ON_POSTGRES, instead
from tests.kill.sweep import KILLS, cut_off, require_whole, rolled, took

pytestmark = pytest.mark.slow
NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
ROWS = 1200


def _file() -> bytes:
    out = io.StringIO(newline="")
    lines = csv.writer(out)
    lines.writerow(
        ["ID", "Company", "Asset Name", "Asset Tag", "Serial", "Model", "Category", "Status",
         "Checked Out To", "Location", "Supplier", "Purchase Date", "Purchase Cost"]
    )  # fmt: skip
    for number in range(ROWS):
        lines.writerow(
            [number, "Mill", f"PC-{number}", f"A-{number}", f"S{number}", "Latitude 5450", "Laptops",
             "Ready to Deploy", "", "Dayton", "CDW", "02/03/2025", "$1,285.00"]
        )  # fmt: skip
    return out.getvalue().encode()


def bring_in() -> None:
    imports.bring_in(by=operator(None), file_name="assets.csv", content=_file(), clock=lambda: NOW)


@pytest.mark.usefixtures("own_database")
def test_an_import_that_is_killed_goes_on_and_doubles_nothing(
    settings: Settings, database_with_tables: str
) -> None:
    live, dice = Path(settings.HOME) / "fullscore.db", rolled("import")

    def fresh() -> str:
        if ON_POSTGRES:
            return postgres.made(database_with_tables)
        connections.close_all()
        shutil.copyfile(database_with_tables, live)
        return f"sqlite://{live}"

    with instead(fresh()):
        _organisation()
        whole, killed = took(bring_in), 0
    for _ in range(KILLS):
        with instead(fresh()):
            place = _organisation()
            killed += cut_off(bring_in, dice.random() * whole)
            require_whole()
            _nothing_partial(place)
            _finished(place)
            _nothing_lost(place)
    assert killed > 0


def _organisation() -> Organisation:
    return Organisation.objects.create(name="Mill", ref="mill", created_at=NOW)


def _nothing_partial(place: Organisation) -> None:
    run = ImportRun.objects.of(place.pk).first()
    assert Item.objects.of(place.pk).count() == (run.applied if run else 0)


def _finished(place: Organisation) -> None:
    later = NOW + timedelta(hours=1)
    for key in imports.stale(now=later):
        imports.advance(key=key, clock=lambda: later)
    if not ImportRun.objects.of(place.pk).exists():
        bring_in()


def _nothing_lost(place: Organisation) -> None:
    run = ImportRun.objects.of(place.pk).get()
    assert (run.state, run.applied, run.created) == ("done", ROWS, ROWS)
    assert Item.objects.of(place.pk).values("tag").distinct().count() == ROWS
    assert HistoryEntry.objects.of(place.pk).filter(register="items", action="created").count() == ROWS
