"""The worker: takes wake-ups, and sweeps for rows that nobody woke."""

import logging
from collections.abc import Callable, Iterable
from threading import Event

from django.db import close_old_connections
from huey.consumer import Consumer, Scheduler

from fullscore.queue.broker import Handler, broker

log = logging.getLogger(__name__)
Sweep = Callable[[], Iterable[tuple[str, str]]]
# A long import must not hold up the nightly backup; SQLite has one writer anyway.
THREADS = 2
# How long a stop waits for work in hand. What is cut off is done again by the next worker.
PATIENCE = 10


def work(*, handle: Handler, sweep: Sweep, seconds: float) -> None:
    """Work until SIGTERM or SIGINT; needs the main thread. Every `seconds` the sweep's rows are woken."""
    queue = broker()
    queue.answer_with(_tidily(handle))
    kind = type("Sweeping", (Consumer,), {"scheduler_class": _sweeper(sweep, seconds)})
    kind(
        queue.huey,
        workers=THREADS,
        periodic=False,
        max_delay=1.0,
        graceful_signal="TERM",
        shutdown_timeout=PATIENCE,
    ).run()


def _tidily(handle: Handler) -> Handler:
    # Worker threads live long; a connection that has gone stale must not be met by the next job.
    def tidy(kind: str, key: str) -> None:
        close_old_connections()
        try:
            handle(kind, key)
        finally:
            close_old_connections()

    return tidy


def _sweeper(sweep: Sweep, seconds: float) -> type:
    class Sweeper(Scheduler):  # type: ignore[misc]  # huey ships no types
        """Takes the place of huey's clock, which knows whole minutes and keeps its state in the queue."""

        stop_flag: Event

        def loop(self, now: object = None) -> None:
            del now
            try:
                _sweep_once(sweep)
            except Exception:
                # A full disk or a database that is away must not end the sweeping.
                log.exception("The sweep failed; it is tried again.")
            self.stop_flag.wait(seconds)

    return Sweeper


def _sweep_once(sweep: Sweep) -> None:
    close_old_connections()
    try:
        for kind, key in sweep():
            broker().send(kind, key)
    finally:
        close_old_connections()
