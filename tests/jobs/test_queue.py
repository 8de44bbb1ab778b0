"""Wake-ups: sent on commit, taken by a worker, never trusted to arrive."""

import logging
import threading
import time
from pathlib import Path

import pytest
from django.db import connections, transaction
from pytest_django.fixtures import Settings

from fullscore import queue
from fullscore.jobs.main import rooms
from fullscore.queue.broker import broker
from tests.conftest import ON_POSTGRES

pytestmark = pytest.mark.usefixtures("own_database")


def test_a_wake_up_waits_until_a_worker_takes_it() -> None:
    queue.wake("backup", "2026-11-25")
    taken: list[tuple[str, str]] = []
    broker().answer_with(lambda kind, key: taken.append((kind, key)))

    assert queue.waiting() == 1
    broker().huey.execute(broker().huey.dequeue())
    assert taken == [("backup", "2026-11-25")]
    assert queue.waiting() == 0


def test_nothing_is_woken_for_what_was_rolled_back() -> None:
    with transaction.atomic():
        transaction.on_commit(lambda: queue.wake("backup", "never"))
        transaction.set_rollback(True)

    assert queue.waiting() == 0


def test_waking_inside_a_transaction_waits_for_no_lock() -> None:
    with transaction.atomic():
        with connections["default"].cursor() as cursor:
            cursor.execute("DELETE FROM store_hostrun")
        began = time.monotonic()
        queue.wake("backup", "x")

    assert time.monotonic() - began < 2


def test_a_queue_that_cannot_be_written_is_left_to_the_sweep(
    settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    if ON_POSTGRES:
        # The queue lies where the rows do: what could not be woken could not be committed either.
        assert queue.exists()
        return
    settings.HOME = tmp_path / "not/there"
    with caplog.at_level(logging.ERROR):
        queue.wake("backup", "x")

    assert "the next sweep will find it" in caplog.text


def test_what_lies_in_the_queue_is_data_and_never_code() -> None:
    queue.wake("backup", "x")
    (raw,) = broker().huey.storage.enqueued_items()

    assert bytes(raw).startswith(b'["')


def test_two_threads_that_wake_lose_nothing() -> None:
    def wake(number: int) -> None:
        for each in range(20):
            queue.wake("backup", f"{number}-{each}")

    threads = [threading.Thread(target=wake, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert queue.waiting() == 80


def test_every_rooms_job_says_its_kind_what_it_does_and_what_is_stale() -> None:
    found = rooms()

    assert "backup" in found
    assert all(callable(job.handle) and callable(job.stale) for job in found.values())
