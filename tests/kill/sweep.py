"""Kill -9 at a chance moment, many times: what a sweep needs, whichever work it cuts off."""

import os
import random
import signal
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from traceback import print_exc

from django.db import connections

from fullscore.store import database
from tests.conftest import ON_POSTGRES

SEED = int(os.environ.get("FULLSCORE_SEED", "20261123"))
# `make nightly` says how many; `make test` takes a few.
KILLS = int(os.environ.get("FULLSCORE_SIZE", "10"))
Work = Callable[[], object]


def rolled(name: str) -> random.Random:
    """Return the dice of one sweep; the seed is printed with a failure's output."""
    sys.stdout.write(f"{name}: seed {SEED}, {KILLS} kills\n")
    return random.Random(f"{SEED} {name}")  # noqa: S311  chosen moments, no secret


def took(work: Work) -> float:
    """Do the work in a child to its end and return how long it took."""
    began = time.monotonic()
    child = _forked(work)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    return time.monotonic() - began


def cut_off(work: Work, after: float) -> bool:
    """Begin the work in a child and kill it; True when it was still at it."""
    child, ends = _forked(work), time.monotonic() + after
    ended, status = os.waitpid(child, os.WNOHANG)
    while not ended and time.monotonic() < ends:
        time.sleep(0.002)
        ended, status = os.waitpid(child, os.WNOHANG)
    if not ended:
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in {0, -signal.SIGKILL}
    return code != 0


def _forked(work: Work) -> int:
    # A child must not use, nor close, a connection of its parent.
    connections.close_all()
    with warnings.catch_warnings():
        # Newer Pythons warn of forks beside threads; the child runs nothing of theirs.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child:
        return child
    try:
        work()
        connections.close_all()
    except BaseException:  # noqa: BLE001  whatever it is, this process must not become a second pytest
        print_exc()
        os._exit(3)
    os._exit(0)


def require_whole() -> None:
    """Assert that the database's own check finds nothing."""
    if not ON_POSTGRES:
        path = Path(connections["default"].settings_dict["NAME"])
        assert database.complaints(path) == ()
