"""A trial: pytest's tests, collected once, run for each mutant as far as they call the changed function."""

import gc
import os
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from types import FrameType, FunctionType

import hypothesis
import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.mutants import Mutant, Place

# A change may make a loop endless or a list without end: both count as noticed.
SECONDS, MEMORY = 60, 4 << 30


class Trial:
    """A plugin that tries each mutant in a fork of its own, a few at once."""

    def __init__(self, mutants: Sequence[Mutant], jobs: int) -> None:
        self._mutants, self._jobs = mutants, jobs
        self._callers: defaultdict[Place, list[tuple[float, int]]] = defaultdict(list)
        self._running: dict[int, Mutant] = {}
        self.tried: list[Mutant] = []
        self.survived: list[Mutant] = []

    def pytest_configure(self) -> None:
        """Let properties stop at the first example that fails: nobody reads it."""
        phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
        hypothesis.settings.register_profile(
            "mutants", hypothesis.settings.get_profile("fullscore"), phases=phases, derandomize=True
        )
        hypothesis.settings.load_profile("mutants")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run all tests once as they are, then each mutant."""
        for number, item in enumerate(session.items):
            if not self._passes_as_it_is(number, item):
                raise session.Failed(f"{item.nodeid} fails without any change")
        functions = _functions()
        gc.freeze()
        for mutant in self._mutants:
            self._start(mutant, session, functions[mutant.place])
            while len(self._running) >= self._jobs:
                self._wait()
        while self._running:
            self._wait()
        return True

    def _passes_as_it_is(self, number: int, item: pytest.Item) -> bool:
        """Run a test and note which functions of the engine it calls, and how long it takes."""
        called: set[Place] = set()

        def note(frame: FrameType, _event: str, _: object) -> None:
            called.add((frame.f_code.co_filename, frame.f_code.co_firstlineno))

        begun = time.process_time()
        sys.settrace(note)
        passes = _passes(item)
        sys.settrace(None)
        spent = time.process_time() - begun
        for place in called:
            self._callers[place].append((spent, number))
        return passes

    def _start(self, mutant: Mutant, session: pytest.Session, functions: Sequence[FunctionType]) -> None:
        callers = sorted(self._callers[mutant.place])
        child = os.fork()
        if child:
            self._running[child] = mutant
            return
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        try:
            code = mutant.code()
            for function in functions:
                function.__code__ = code
            survives = all(_passes(session.items[number]) for _, number in callers)
        except BaseException:  # noqa: BLE001  whatever stops the run was noticed
            survives = False
        os._exit(0 if survives else 1)

    def _wait(self) -> None:
        child, status = os.wait()
        mutant = self._running.pop(child)
        self.tried.append(mutant)
        if status == 0:
            self.survived.append(mutant)
            print(f"survived  {mutant.name}", file=sys.stderr, flush=True)


def _passes(item: pytest.Item) -> bool:
    """Run one test; its fixtures go with it."""
    return not any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))


def _functions() -> dict[Place, list[FunctionType]]:
    """Return every function in use by where its code begins; whoever imported one has the same object."""
    found: defaultdict[Place, list[FunctionType]] = defaultdict(list)
    for one in gc.get_objects():
        if isinstance(one, FunctionType):
            found[one.__code__.co_filename, one.__code__.co_firstlineno].append(one)
    return found
