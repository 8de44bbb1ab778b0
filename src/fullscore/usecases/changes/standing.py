"""How the calendar stands: every change where its date puts it, with people who are free for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from fullscore.engine.calendars.clock import zone_of
from fullscore.engine.calendars.spans import Span
from fullscore.engine.calendars.workdays import DAY
from fullscore.engine.changes.crew import crew_for
from fullscore.engine.changes.problem import Job, Problem
from fullscore.engine.changes.schedule import Placed, Violation
from fullscore.engine.changes.starts import soak_until
from fullscore.engine.changes.violations import Rulebook, busy_hours
from fullscore.engine.estate.graph import Node, State
from fullscore.usecases.changes import places
from fullscore.usecases.changes.posing import AS_IT_IS, HORIZON, Asked, Posed, posed
from fullscore.usecases.changes.values import Rule, Touching
from fullscore.usecases.goals import recalling

_WORDS = {State.UP: "up", State.DEGRADED: "degraded", State.DOWN: "down"}


@dataclass(frozen=True, slots=True)
class Standing:
    """A problem read once, and where its changes lie now; those dated before it begins lie nowhere."""

    posed: Posed
    book: Rulebook
    placed: tuple[Placed, ...]

    @property
    def problem(self) -> Problem:
        return self.posed.problem

    def of(self, ref: str) -> Placed | None:
        return next((each for each in self.placed if each.ref == ref), None)

    def local(self, at: datetime) -> datetime:
        """Return a moment on the organisation's clock."""
        return at.astimezone(zone_of(self.problem.zone))

    def rules(self, found: tuple[Violation, ...]) -> tuple[Rule, ...]:
        """Return broken rules as doors show them, each once."""
        return tuple({(one.key, one.other): Rule(one.key, one.finding, one.other) for one in found}.values())

    def touching(self, pairs: Iterable[tuple[Node, State]]) -> tuple[Touching, ...]:
        """Return nodes and how they are meanwhile, services first, the worst before the rest."""
        each = [Touching(node, places.name_of(self.problem.graph, node), _WORDS[how]) for node, how in pairs]
        order = {"down": 0, "degraded": 1, "up": 2}
        return tuple(
            sorted(each, key=lambda one: (not one.node.startswith("services:"), order[one.how], one.name))
        )


def standing(
    organisation_id: int, on: date, now: datetime, *, until: date | None = None, asked: Asked = AS_IT_IS
) -> Standing:
    """Return how it stands on a day; asked again before anything was written, it is remembered."""
    # The next quarter of an hour begins a new plan.
    quarter, until = int(now.timestamp()) // 900, _far(on, until)
    key = ("changes", organisation_id, on, quarter, until, asked)
    return recalling.recalled(key, lambda: stood(posed(organisation_id, on, now, until=until, asked=asked)),
                              lambda _: True)  # fmt: skip


def _far(on: date, until: date | None) -> date | None:
    """Return a day beyond the usual plan, in whole months: who leafs or drags asks for the same one again."""
    if until is None or until <= on + DAY * HORIZON:
        return None
    return (until.replace(day=1) + DAY * 62).replace(day=1)


def stood(told: Posed) -> Standing:
    """Return the changes of a problem at the dates they have."""
    book = Rulebook(told.problem)
    placed: list[Placed] = []
    jobs = [job for job in told.problem.jobs if lies(job, told.problem)]
    for job in sorted(jobs, key=lambda job: (not job.is_fixed, job.set_for, job.ref)):
        placed.append(_placed(book, job, placed))
    return Standing(told, book, tuple(sorted(placed, key=lambda each: (each.start, each.ref))))


def lies(job: Job, problem: Problem) -> bool:
    """Say whether a change has a date that counts: one to come, or that of a change that runs."""
    return job.set_for is not None and (job.is_fixed or job.set_for >= problem.begin)


def _placed(book: Rulebook, job: Job, others: list[Placed]) -> Placed:
    problem, effect = book.problem, book.effects[job.ref]
    assert job.set_for is not None
    end = job.set_for + timedelta(minutes=problem.step * effect.length)
    who = crew_for(problem, job, Span(job.set_for, end), busy_hours(others, job.ref)) or ()
    return Placed(job.ref, job.set_for, end, soak_until(problem, end, effect.soak_days), who)
