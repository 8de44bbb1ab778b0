"""The rota: every free hour of the crew, given out to jobs day by day.

Counted in the largest unit of which all hours are whole multiples: as exact as fractions, and quick.
"""

import math
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from heapq import heappop, heappush
from itertools import accumulate

from fullscore.engine.goals.hours.crew import Crew
from fullscore.engine.goals.hours.hands import DAY
from fullscore.engine.goals.hours.jobs import Job, Slot


class Rota:
    """Free hours from `on` to `end`; days are counted from `on`. What is given out is gone."""

    def __init__(self, crew: Crew, jobs: Sequence[Job], on: date, end: date) -> None:
        self.crew, self.on, self.end = crew, on, (end - on).days
        fractions = [*crew.hours, *(job.hours for job in jobs)]
        self.units = math.lcm(*(one.denominator for one in fractions))
        self.left: list[int] = []
        self.slots: dict[str, list[Slot]] = {job.key: [] for job in jobs}
        # From a full day to the next that may have hours left.
        self.jump: dict[int, int] = {}

    def in_time(self, jobs: Sequence[Job]) -> dict[str, Fraction]:
        """Return how many hours of each job fit before its need; `jobs` by need, the first counts most.

        Hours of work with windows are a matroid: they fit just when, in every span of days, there are as
        many free hours as work that must lie inside it. So each job takes what the tightest span leaves.
        """
        self._open(max((self._index(job.need_by) for job in jobs), default=0))
        until = list(accumulate(self.left, initial=0))
        taken = dict.fromkeys(sorted({self._begin(job) for job in jobs}), 0)
        found = {}
        for job in jobs:
            need, begin = self._index(job.need_by), self._begin(job)
            spans = [start for start in taken if start <= begin]
            fits = 0
            if begin < need:
                room = min(until[need] - until[start] - taken[start] for start in spans)
                fits = min(self._units(job.hours), room)
            for start in spans:
                taken[start] += fits
            found[job.key] = Fraction(fits, self.units)
        return found

    def fill_back(self, jobs: Sequence[Job], hours: Mapping[str, Fraction]) -> None:
        """Give out these hours before each need, as late as possible."""
        missing = {key: self._units(one) for key, one in hours.items()}
        coming = sorted((job for job in jobs if missing[job.key]), key=lambda one: one.need_by)
        running: list[tuple[int, int, int, str, str]] = []
        for index in range(self._index(coming[-1].need_by) - 1 if coming else -1, -1, -1):
            while coming and self._index(coming[-1].need_by) > index:
                job = coming.pop()
                latest_first = (-self._begin(job), -self._index(job.need_by))
                heappush(running, (*latest_first, job.priority, job.ref, job.key))
            while running and self.left[index]:
                key = running[0][-1]
                missing[key] -= self._take(key, index, missing[key])
                if not missing[key]:
                    heappop(running)

    def fill_forward(self, job: Job, hours: Fraction) -> Fraction:
        """Give the job the first free hours from its need on; return how many there never are."""
        missing, index = self._units(hours), max(self._index(job.need_by), self._begin(job))
        while missing and (index := self._free_from(index)) < self.end:
            missing -= self._take(job.key, index, missing)
        return Fraction(missing, self.units)

    def _take(self, key: str, index: int, wanted: int) -> int:
        left = self.left[index]
        taken = min(left, wanted)
        self.left[index] -= taken
        parts = Fraction(left, self.units), Fraction(taken, self.units)
        self.slots[key].append(Slot(self.on + DAY * index, *parts))
        return taken

    def _free_from(self, index: int) -> int:
        """Return the first day from here on with hours left, or the end; full days are jumped over."""
        passed = []
        while index < self.end:
            self._open(index + 1)
            if self.left[index]:
                break
            passed.append(index)
            index = self.jump.get(index, index + 1)
        self.jump |= dict.fromkeys(passed, index)
        return index

    def _open(self, count: int) -> None:
        """Look up the free hours of so many days, once."""
        first = len(self.left)
        self.left += [self._units(self.crew.free(self.on + DAY * step)) for step in range(first, count)]

    def _index(self, day: date) -> int:
        return max(0, (day - self.on).days)

    def _begin(self, job: Job) -> int:
        return self._index(job.ready_from)

    def _units(self, hours: Fraction) -> int:
        return int(hours * self.units)
