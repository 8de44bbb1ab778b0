"""What this machine does with three fixed pieces of work, so that figures of two machines can be compared.

Every benchmark prints it beside its own figures: `yardstick.line()`.
"""

import sqlite3
import statistics
import time
from collections.abc import Callable

import numpy as np

RUNS = 5


def python() -> None:
    """Count in a loop: how fast the interpreter is."""
    total = 0
    for number in range(2_000_000):
        total += number * number % 7
    if total <= 0:
        raise ArithmeticError


def numbers() -> None:
    """Multiply and sort: how fast numpy is."""
    table = np.random.default_rng(1).random((600, 600))
    np.sort((table @ table).ravel())


def database() -> None:
    """Write and read 20,000 rows in memory: how fast SQLite is."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE x (a INTEGER PRIMARY KEY, b TEXT)")
    connection.executemany("INSERT INTO x VALUES (?, ?)", ((n, f"row {n}") for n in range(20_000)))
    connection.execute("SELECT sum(length(b)) FROM x").fetchone()
    connection.close()


def milliseconds(work: Callable[[], None]) -> float:
    """Return the median of five runs."""
    took = []
    for _ in range(RUNS):
        began = time.perf_counter()
        work()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


def line() -> str:
    """Return the yardstick as one line to print beside a benchmark's figures."""
    parts = [f"{work.__name__} {milliseconds(work):.0f} ms" for work in (python, numbers, database)]
    return f"yardstick: {', '.join(parts)}"


if __name__ == "__main__":
    print(line())
