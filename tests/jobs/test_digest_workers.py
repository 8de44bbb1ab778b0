"""Workers send the week's mail: two of them each letter once, and one that is killed leaves it behind."""

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connections
from django.db.models import QuerySet
from pytest_django.fixtures import Settings

from fullscore.store.models import Digest, DigestMail, Organisation
from tests.jobs.test_two_workers import worker
from tests.letterbox import Letterbox, listening
from tests.process import eventually
from tests.usecases.bound import fill

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]
READERS = 5


@pytest.fixture
def mill(own_database: str) -> Organisation:
    place = Organisation.objects.create(name="Harbor Mill", ref="harbor-mill", created_at=_now())
    fill(place)
    return place


def mailing(settings: Settings, url: str, port: int) -> AbstractContextManager["subprocess.Popen[bytes]"]:
    """Run a worker that was told of a mail server."""
    return worker(
        Path(settings.HOME), url, FULLSCORE_MAIL_HOST="127.0.0.1", FULLSCORE_MAIL_PORT=str(port),
        FULLSCORE_SITE="https://it.harbor.example",
    )  # fmt: skip


def test_two_workers_send_each_letter_once(mill: Organisation, own_database: str, settings: Settings) -> None:
    for number in range(READERS):
        _due(mill, f"reader{number}@harbor.example")
    connections["default"].close()
    box = Letterbox(takes_seconds=0.2)

    with (
        listening(box) as port,
        mailing(settings, own_database, port),
        mailing(settings, own_database, port),
    ):
        assert eventually(lambda: _left(mill) == READERS, 100)

    assert sorted(box.recipients) == [f"reader{number}@harbor.example" for number in range(READERS)]
    assert set(DigestMail.objects.of(mill.pk).values_list("attempts", flat=True)) == {1}


@pytest.fixture
def silent() -> Iterator[int]:
    """A port that takes a call and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        yield port


def test_a_worker_killed_with_a_letter_in_hand_leaves_it_to_the_next(
    mill: Organisation, own_database: str, settings: Settings, silent: int
) -> None:
    _due(mill, "ruth@harbor.example")
    connections["default"].close()
    box = Letterbox()

    with mailing(settings, own_database, silent) as running:
        assert eventually(lambda: _mails(mill).filter(attempts=1).exclude(claimed_by="").exists(), 100)
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
    assert _mails(mill).get().state == "waiting"
    # Ten minutes pass.
    _mails(mill).update(claimed_until=_now() - timedelta(seconds=1))
    connections["default"].close()
    with listening(box) as port, mailing(settings, own_database, port):
        assert eventually(lambda: _left(mill) == 1, 100)

    assert box.recipients == ["ruth@harbor.example"]
    assert _mails(mill).get().attempts == 2


def _due(place: Organisation, email: str) -> None:
    """Set up a weekly mail whose hour was a moment ago."""
    now = _now()
    hour = now - timedelta(minutes=1)
    Digest.objects.create(
        organisation=place, email=email, name=email, zone="UTC", weekday=hour.isoweekday(),
        at=hour.time().replace(second=0, microsecond=0), made_at=now - timedelta(days=1), made_by="Ada",
    )  # fmt: skip


def _mails(place: Organisation) -> QuerySet[DigestMail]:
    return DigestMail.objects.of(place.pk)


def _left(place: Organisation) -> int:
    return _mails(place).filter(state="sent").count()


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251  workers read the real clock
