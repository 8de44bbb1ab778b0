"""How far this process grows while something is done, and what it leaves running."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import psutil


class Growth:
    """The highest there was above the beginning, looked at every few milliseconds."""

    def __init__(self) -> None:
        self.process = psutil.Process()
        self.before = self.peak = self.process.memory_info().rss
        self.over = threading.Event()

    def watch(self) -> None:
        while not self.over.wait(0.005):
            self.peak = max(self.peak, self.process.memory_info().rss)

    @property
    def megabytes(self) -> float:
        return (self.peak - self.before) / (1024 * 1024)


@contextmanager
def growth() -> Iterator[Growth]:
    gc.collect()
    grown = Growth()
    watcher = threading.Thread(target=grown.watch)
    watcher.start()
    try:
        yield grown
    finally:
        grown.over.set()
        watcher.join()


def children() -> frozenset[int]:
    """Return the processes this one has begun; a database or browser of other tests may be among them."""
    return frozenset(child.pid for child in psutil.Process().children())
