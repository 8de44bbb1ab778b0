"""The planner: demands netted level by level, hours loaded before quantities, parts after their parents."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache, partial

from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals import days
from fullscore.engine.goals.demands import needs
from fullscore.engine.goals.demands.demand import Demand
from fullscore.engine.goals.demands.needs import Need, Work
from fullscore.engine.goals.demands.returns import Return, of_temporary
from fullscore.engine.goals.hours import sequence
from fullscore.engine.goals.hours.jobs import Job, Placed
from fullscore.engine.goals.hours.loading import Loading, load
from fullscore.engine.goals.netting import netting, supply
from fullscore.engine.goals.netting.lots import Levels
from fullscore.engine.goals.netting.netting import Netted
from fullscore.engine.goals.orders import leadtime, ordering, timing
from fullscore.engine.goals.orders.ordering import Desk
from fullscore.engine.goals.orders.requirement import Requirement
from fullscore.engine.goals.plans import components
from fullscore.engine.goals.plans.scope import Ground, Scope, by_thing

ONE = Trace(1, "working days")


@dataclass(frozen=True, slots=True)
class Settled:
    """A need with its work, its days and its netting; `desk` makes out its order."""

    desk: Desk
    netted: Netted
    work: Work
    job: Job


@dataclass(frozen=True, slots=True)
class Made:
    """What a scope comes to: requirements with the goals' needs, findings, and the loaded hours."""

    requirements: tuple[Requirement, ...]
    findings: tuple[Finding, ...]
    jobs: tuple[Job, ...]
    loading: Loading
    returns: tuple[Return, ...]


class Planner:
    """Works through one scope: what stands on a deeper level of a kit waits for what asks for it."""

    def __init__(self, ground: Ground, scope: Scope) -> None:
        self._ground, self._scope = ground, scope
        self._waiting: defaultdict[int, list[Demand]] = defaultdict(list)
        self._back = list(scope.returns)
        self._jobs: dict[str, Job] = {}
        self._loaded: tuple[tuple[Job, ...], Loading] | None = None
        self._settled: list[Settled] = []
        self._background: list[Need] = []
        self._findings: list[Finding] = []
        self._add(scope.demands)

    def made(self) -> Made:
        """Return the plan of the whole scope."""
        while self._waiting:
            self._level(self._waiting.pop(min(self._waiting)))
        loading = self._load()
        requirements = [
            one for settled in self._settled for one in self._requirement(settled, loading.placed)
        ]
        final = self._final(requirements)
        kept = tuple(self._in_time(settled, one, final.placed) for settled, one in requirements)
        return Made(kept, tuple(self._findings), tuple(self._jobs.values()), final, tuple(self._back))

    def _add(self, demands: Iterable[Demand]) -> None:
        codes = self._ground.holdings.parts
        for demand in demands:
            self._waiting[codes.code(demand.key)].append(demand)
            if demand.until is not None:
                self._back.append(of_temporary(demand, self._ground.house))

    def _level(self, demands: Sequence[Demand]) -> None:
        """Net all things of one low-level code: first who works when, then what is short."""
        back = by_thing(self._back, self._scope.last)
        opened = list[tuple[Desk, tuple[Need, ...]]]()
        for key, together in needs.grouped(demands).items():
            if all(need.is_background for need in together):
                self._background += together
                continue
            desk = self._desk(together[0], back.get(key, []))
            if isinstance(desk, Finding):
                self._findings.append(desk)
                continue
            self._findings += desk.stock.findings
            opened.append((desk, together))
        works = {
            need.key: (work, job)
            for desk, together in opened
            for need, work, job in self._work(desk, together)
        }
        self._jobs |= {key: job for key, (_, job) in works.items()}
        placed = self._load().placed if works else {}
        for desk, together in opened:
            self._settle(desk, together, works, placed)

    def _desk(self, need: Need, back: Sequence[Return]) -> Desk | Finding:
        thing, known, house = need.thing, self._ground.holdings, self._ground.house
        lot = ordering.lot_of(thing, known)
        stock = supply.supply_of(thing, known, house, back, whole_load=isinstance(lot, Levels))
        if isinstance(stock, Finding):
            return stock
        lead = cache(partial(leadtime.lead_time, thing, known, house.vendor_calendar))
        return Desk(thing, lot, stock, lead, known, house, self._ground.ways)

    def _work(self, desk: Desk, together: Sequence[Need]) -> Iterator[tuple[Need, Work, Job]]:
        """Yield the work of each need that a goal has a part in, netted as if all came as late as can be.

        That is two working days before the need: on the one between, things are handed out at the latest.
        """
        known, house = self._ground.holdings, self._ground.house
        last = {need.key: max(house.on, house.calendar.workdays_before(need.day, 2)) for need in together}
        for netted in netting.net(together, last, desk.lot, desk.stock, self._ground.ways):
            need = netted.need
            if need.is_background:
                self._background.append(need)
                continue
            work = needs.work_of(need, known, is_ordered=netted.quantity != 0)
            yield need, work, self._job(desk, need, work, is_ordered=netted.is_order)

    def _job(self, desk: Desk, need: Need, work: Work, *, is_ordered: bool) -> Job:
        """Return the work as a job; what is ordered cannot be set up before it can be here."""
        house = self._ground.house
        begin = timing.first_day_of_work(desk.lead(), house) if is_ordered else house.on
        return Job(need.key, work.hours, need.day, begin, need.priority, need.thing.ref, need.thing.name)

    def _load(self) -> Loading:
        """Load all work for its day of need, as if what is ordered came in time; once for the same work."""
        ground, jobs = self._ground, tuple(self._jobs.values())
        if self._loaded is None or self._loaded[0] != jobs:
            self._loaded = jobs, sequence.load_in_order(jobs, ground.crew, ground.house)
        return self._loaded[1]

    def _settle(
        self,
        desk: Desk,
        together: Sequence[Need],
        works: Mapping[str, tuple[Work, Job]],
        placed: Mapping[str, Placed],
    ) -> None:
        arrivals = {need.key: self._arrival(need, works, placed) for need in together}
        for netted in netting.net(together, arrivals, desk.lot, desk.stock, self._ground.ways):
            need = netted.need
            if need.is_background:
                begun = days.before(self._ground.house.calendar, need.need_by, ONE)
            else:
                work, job = works[need.key]
                self._settled.append(Settled(desk, netted, work, job))
                begun = timing.start(placed[need.key], need.need_by, work.trace, self._ground.house)
            self._add(components.demands(netted, begun, self._ground.holdings))

    def _arrival(
        self, need: Need, works: Mapping[str, tuple[Work, Job]], placed: Mapping[str, Placed]
    ) -> date:
        start = placed[need.key].start if need.key in works else need.day
        # What is here today serves a need of today too, even if there is no day left to set it up.
        return max(self._ground.house.on, self._ground.house.calendar.workdays_before(start, 1))

    def _requirement(
        self, settled: Settled, placed: Mapping[str, Placed]
    ) -> Iterator[tuple[Settled, Requirement]]:
        found = settled.desk.requirement(settled.netted, settled.work, placed[settled.job.key])
        if isinstance(found, Finding):
            self._findings.append(found)
            return
        if found.timing is not None:
            self._findings += settled.desk.waiting(found.timing.arrive_by)
        yield settled, found

    def _is_late(self, one: Requirement) -> bool:
        return one.is_order and one.order_by < self._ground.house.on

    def _final(self, requirements: Sequence[tuple[Settled, Requirement]]) -> Loading:
        """Load once more, what is late from the day on which it can be here."""
        house = self._ground.house
        jobs = {key: replace(job, ready_from=house.on) for key, job in self._jobs.items()}
        for settled, one in requirements:
            if self._is_late(one):
                begin = timing.first_day_of_work(settled.desk.lead(), house)
                jobs[settled.job.key] = replace(settled.job, ready_from=begin)
        self._jobs = jobs
        return load(jobs.values(), self._ground.crew, house.calendar, house.on)

    def _in_time(self, settled: Settled, one: Requirement, placed: Mapping[str, Placed]) -> Requirement:
        late = self._is_late(one) or (one.is_order and placed[settled.job.key].is_late)
        return settled.desk.late(one, settled.netted, placed[settled.job.key]) if late else one

    def background(self) -> Mapping[date, Fraction]:
        """Return the hours of refresh and trend by the day of need; known once the plan is made."""
        return needs.background_hours(self._background, self._ground.house)
