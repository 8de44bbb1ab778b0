"""kill -9 while an import is taken back: the rows of every stretch are back or still there, never half."""

import csv
import io
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

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
HEADER = ["ID", "Company", "Asset Name", "Asset Tag", "Serial", "Model", "Category", "Status", "Location",
          "Supplier", "Purchase Date", "Purchase Cost"]  # fmt: skip


def _file(cost: str) -> bytes:
    out = io.StringIO(newline="")
    lines = csv.writer(out)
    lines.writerow(HEADER)
    for number in range(ROWS):
        lines.writerow(
            [number, "Mill", f"PC-{number}", f"A-{number}", f"S{number}", "Latitude 5450", "Laptops",
             "Ready to Deploy", "Dayton", "CDW", "02/03/2025", cost]
        )  # fmt: skip
    return out.getvalue().encode()


def _brought(cost: str) -> int:
    done = imports.bring_in(by=operator(None), file_name="assets.csv", content=_file(cost), clock=lambda: NOW)
    return done.id


def take_back() -> None:
    last = ImportRun.objects.of(operator(None).organisation_id).order_by("-pk").first()
    assert last is not None
    imports.take_back(by=operator(None), number=last.pk, clock=lambda: NOW)


@pytest.mark.usefixtures("own_database")
def test_a_way_back_that_is_killed_goes_on_and_undoes_nothing_twice(
    settings: Settings, database_with_tables: str, tmp_path: Path
) -> None:
    live, kept, dice = Path(settings.HOME) / "fullscore.db", tmp_path / "brought.db", rolled("undo")

    def fresh(source: str | Path) -> str:
        if ON_POSTGRES:
            return postgres.made(str(source))
        connections.close_all()
        shutil.copyfile(source, live)
        return f"sqlite://{live}"

    url = fresh(database_with_tables)
    with instead(url):
        Organisation.objects.create(name="Mill", ref="mill", created_at=NOW)
        _brought("100")
        _brought("200")
        connections.close_all()
    source = urlsplit(url).path[1:] if ON_POSTGRES else kept
    if not ON_POSTGRES:
        shutil.copyfile(live, kept)

    with instead(fresh(source)):
        whole, killed = took(take_back), 0
        _all_back()
    for _ in range(KILLS):
        with instead(fresh(source)):
            killed += cut_off(take_back, dice.random() * whole)
            require_whole()
            _nothing_half()
            _finished()
            _all_back()
    assert killed > 0


def _nothing_half() -> None:
    """What the cursor says is what the rows say."""
    run = ImportRun.objects.of(operator(None).organisation_id).get(updated=ROWS)
    back = Item.objects.of(run.organisation_id).filter(cost=100).count()
    assert back == run.undone == HistoryEntry.objects.of(run.organisation_id).filter(action="undone").count()


def _finished() -> None:
    later = NOW + timedelta(hours=1)
    for key in imports.stale(now=later):
        imports.advance(key=key, clock=lambda: later)
    if ImportRun.objects.of(operator(None).organisation_id).filter(updated=ROWS, state="done").exists():
        take_back()


def _all_back() -> None:
    place = operator(None).organisation_id
    run = ImportRun.objects.of(place).get(updated=ROWS)
    assert (run.state, run.undone, run.kept_edits) == ("undone", ROWS, [])
    assert Item.objects.of(place).filter(cost=100, archived_at=None).count() == ROWS
    assert HistoryEntry.objects.of(place).filter(action="undone").count() == ROWS
