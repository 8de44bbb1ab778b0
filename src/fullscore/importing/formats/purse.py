"""The purse: how much time the events of one file may take together, and one of them alone."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import process_time
from types import FrameType

_AGAIN = 0.1  # a library's clean-up may swallow one call, hardly the next as well


class TooLongError(BaseException):
    """Not an Exception, so no library that forgives errors can swallow it."""


@dataclass(slots=True)
class Purse:
    """What is left, in seconds of processor time: for one, for those that never end, for all."""

    alone: float
    given_up: float
    together: float

    @contextmanager
    def spending(self) -> Iterator[None]:
        """Stop the block by TooLongError when its time, or that of the file, is over."""
        allowed = min(self.alone, self.given_up, self.together)
        if allowed <= 0:
            raise TooLongError
        began = process_time()
        signal.signal(signal.SIGVTALRM, _ring)
        signal.setitimer(signal.ITIMER_VIRTUAL, allowed, _AGAIN)
        try:
            yield
        except TooLongError:
            self.given_up -= process_time() - began
            raise
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            self.together -= process_time() - began


def _ring(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise TooLongError
