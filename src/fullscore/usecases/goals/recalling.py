"""Answers that may be given again: what was planned stays so until anything at all has been written.

SQLite tells each of its connections, exactly, whether a byte was committed since: by itself or by another
thread, process or program, in whatever table. So every thread remembers for its own connection, and
forgets all when something was written. Of a database server nobody can say that as cheaply: there, and in a
transaction that may yet be undone, every question is worked out anew.
"""

import threading
from collections.abc import Callable, Hashable
from typing import TypeVar

from fullscore.store import database

T = TypeVar("T")
# A person goes back and forth between a few questions; of each of eight threads more would only hold memory.
KEPT = 8


class _Memory(threading.local):
    def __init__(self) -> None:
        self.state: Hashable = None
        self.answers: dict[Hashable, object] = {}


_memory = _Memory()


def recalled(key: Hashable, work_out: Callable[[], T], is_worth_it: Callable[[T], bool] = bool) -> T:
    """Return what `work_out` gives, or gave since the last change to the data; nobody may alter it.

    The key must name every argument the work depends on beside the database; the same key, the same type.
    What is not worth the memory it takes is worked out each time.
    """
    state = database.state()
    if state is None:
        return work_out()
    if state != _memory.state:
        _memory.state, _memory.answers = state, {}
    if key not in _memory.answers:
        found = work_out()
        if is_worth_it(found):
            _remember(key, found)
        return found
    known: T = _memory.answers.pop(key)  # type: ignore[assignment]  # one key, one type
    _remember(key, known)
    return known


def remembered(key: Hashable) -> object | None:
    """Return what is remembered for a key, None where it would have to be worked out."""
    if database.state() != _memory.state:
        return None
    return _memory.answers.get(key)


def _remember(key: Hashable, answer: object) -> None:
    """Put an answer last; the one nobody has asked for longest makes room."""
    while len(_memory.answers) >= KEPT:
        del _memory.answers[next(iter(_memory.answers))]
    _memory.answers[key] = answer


def forget() -> None:
    """Let this thread remember nothing."""
    _memory.answers.clear()
