"""Children end with their parent, even when it was killed without a word, and say when they are ready."""

import os
import signal
import threading

LIFELINE = "FULLSCORE_LIFELINE"
READY = "FULLSCORE_READY"


def end_with_parent() -> None:
    """Watch the pipe whose other end the parent holds; when it breaks, stop as for SIGTERM."""
    given = os.environ.pop(LIFELINE, None)
    if given is not None:
        threading.Thread(target=_watch, args=(int(given),), daemon=True, name="lifeline").start()


def say_ready() -> None:
    """Tell the parent that this process answers from now on."""
    given = os.environ.pop(READY, None)
    if given is not None:
        os.write(int(given), b"1")
        os.close(int(given))


def _watch(pipe: int) -> None:
    while os.read(pipe, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
