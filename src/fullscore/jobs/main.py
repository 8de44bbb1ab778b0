"""All background work: each room's module says its KIND, what `handle` does, and what is `stale`."""

import pkgutil
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from typing import Protocol

from django.conf import settings

from fullscore import jobs
from fullscore.queue.worker import work as work_on_queue
from fullscore.usecases.host import periodic


class Job(Protocol):
    """What a module in this folder offers."""

    KIND: str

    def handle(self, key: str, now: datetime) -> None:
        """Do what the row `key` asks for, once, however often this is called."""

    def stale(self, now: datetime) -> tuple[str, ...]:
        """Return the keys of rows that wait and nobody works on."""


def work() -> None:
    """Work until told to stop; needs the main thread."""
    found = rooms()

    def handle(kind: str, key: str) -> None:
        found[kind].handle(key, datetime.now(UTC))

    def sweep() -> Iterator[tuple[str, str]]:
        now = datetime.now(UTC)
        periodic.note_worker(now=now)
        for kind, room in found.items():
            yield from ((kind, key) for key in room.stale(now))

    work_on_queue(handle=handle, sweep=sweep, seconds=settings.SWEEP_SECONDS)


def rooms() -> dict[str, Job]:
    """Return each room's job by its kind."""
    names = [module.name for module in pkgutil.iter_modules(jobs.__path__) if module.name != "main"]
    modules: list[Job] = [import_module(f"fullscore.jobs.{name}") for name in names]
    return {module.KIND: module for module in modules}
