"""The first schedule: there at once, urgent changes first, nothing broken and nothing forgotten."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.calendars.spans import Span
from fullscore.engine.changes.crew import places_of
from fullscore.engine.changes.listing import list_schedule
from fullscore.engine.changes.problem import Demand, Frozen, Hand, Job, Problem, Touch, Use
from fullscore.engine.changes.schedule import LevelName, Placed
from fullscore.engine.changes.values import levels_of
from fullscore.engine.changes.violations import Rulebook, placed_at, violations
from fullscore.engine.estate.graph import Graph, Link
from tests.engine.changes.generated import generated
from tests.engine.changes.small import NODES, PEOPLE, problems, spans

BEGIN = datetime(2026, 12, 21, tzinfo=UTC)
ON = date(2026, 12, 21)
CRM = "services:crm"
ADA = (Demand(("ada",)),)


def asked(*jobs: Job, **rules: object) -> Problem:
    start = Problem(jobs, Graph({CRM: "CRM"}, ()), BEGIN, BEGIN + timedelta(days=3), ON, step=60)
    return replace(start, hands=(Hand("ada", "Ada"),), **rules)


def starts(problem: Problem) -> dict[str, int]:
    """Return the hour at which each change of the first schedule begins."""
    return {each.ref: (each.start - BEGIN) // timedelta(hours=1) for each in list_schedule(problem).placed}


def test_what_is_wanted_first_and_what_waits_dearly_goes_first() -> None:
    late = Job("late", "Late", 60, touches=(Touch(CRM),), due=ON + timedelta(days=2))
    cheap = replace(late, ref="cheap", due=ON, day_cost=Decimal(5))
    dear = replace(late, ref="dear", due=ON, day_cost=Decimal(50))

    assert starts(asked(late, cheap, dear)) == {"dear": 0, "cheap": 1, "late": 2}


def test_one_impossible_change_spoils_nothing_but_what_waits_for_it() -> None:
    never = Job("never", "Never", 60, latest=ON - timedelta(days=1))
    after = Job("after", "After", 60, after=("never",))
    fine = Job("fine", "Fine", 60)

    assert list_schedule(asked(never, after, fine)).unplaced == ("never", "after")
    assert starts(asked(never, after, fine, dropped=frozenset({"order:never>after"}))) == {
        "after": 0,
        "fine": 0,
    }


def test_an_announced_date_is_kept_and_moved_only_where_it_cannot_be() -> None:
    told = Job("told", "Told", 60, set_for=BEGIN + timedelta(hours=30), is_announced=True)
    closed = Frozen("closed", "Closed", (Span(BEGIN + timedelta(hours=30), BEGIN + timedelta(hours=40)),))

    assert starts(asked(told)) == {"told": 30}
    assert starts(asked(told, freezes=(closed,))) == {"told": 0}


def test_who_works_on_what_runs_already_is_not_free_meanwhile() -> None:
    running = Job("running", "Running", 180, crew=ADA, set_for=BEGIN - timedelta(hours=1), is_fixed=True)
    problem = asked(running, Job("next", "Next", 60, crew=ADA))
    found = list_schedule(problem)

    assert starts(problem) == {"running": -1, "next": 2}
    assert [each.who for each in found.placed] == [("ada",), ("ada",)]


def test_a_chain_of_a_thousand_waits_is_put_in_order() -> None:
    jobs = tuple(Job(f"j{at}", "Job", 60, after=(f"j{at + 1}",) if at < 1100 else ()) for at in range(1101))
    problem = Problem(jobs, Graph({}, ()), BEGIN, BEGIN + timedelta(days=1), ON, step=60)

    assert starts(problem) == {f"j{1100 - hour}": hour for hour in range(24)}


def test_together_they_would_stop_what_each_alone_leaves_up() -> None:
    links = tuple(Link(CRM, node, group="g", min_up="1") for node in ("items:x", "items:y", "items:z"))
    jobs = tuple(Job(node, node, 60, touches=(Touch(f"items:{node}"),)) for node in "xyz")
    graph = Graph(dict.fromkeys((CRM, "items:x", "items:y", "items:z"), "thing"), links)
    apart = replace(asked(*jobs), graph=graph, dropped=frozenset({f"redundancy:{CRM}"}))

    assert starts(apart) == {"x": 0, "y": 0, "z": 1}
    assert starts(replace(apart, dropped=frozenset({f"redundancy:{CRM}", f"joint:{CRM}"}))) == dict.fromkeys(
        "xyz", 0
    )


def test_a_change_that_ends_at_midnight_is_in_time_and_disturbs_nobody() -> None:
    closed = Frozen("closed", "Closed", (Span(BEGIN, BEGIN + timedelta(hours=21)),))
    use = Use(CRM, frozenset({"ann"}), (Span(BEGIN + timedelta(hours=21), BEGIN + timedelta(hours=22)),))
    job = Job("one", "One", 120, touches=(Touch(CRM),), due=ON)

    # From 21 hours on it disturbs somebody; from 22 on nobody, and it is over when the day is.
    assert starts(asked(job, freezes=(closed,), uses=(use,))) == {"one": 22}


def test_the_changes_of_a_quarter_all_find_a_place_but_the_impossible_one() -> None:
    problem = generated(np.random.default_rng(3), is_tight=True)
    found = list_schedule(problem)

    assert found.unplaced == ("never",)
    assert violations(found.placed, problem) == ()
    assert found == list_schedule(problem)


def _everywhere(book: Rulebook, ref: str) -> Iterator[Placed]:
    effect, places = book.effects[ref], places_of(book.jobs[ref])
    for slot in range(book.problem.slots - effect.length + 1):
        for who in permutations(PEOPLE, len(places)):
            yield placed_at(book.problem, effect, slot, who)


@given(problems())
def test_what_has_no_place_could_not_be_put_anywhere_beside_the_others(problem: Problem) -> None:
    book, found = Rulebook(problem), list_schedule(problem)
    there = {each.ref for each in found.placed}

    assert book.all(found.placed) == ()
    for ref in found.unplaced:
        if there.issuperset(book.jobs[ref].after):
            assert all(book.of(ref, [*found.placed, each]) for each in _everywhere(book, ref))


@given(problems(), st.lists(spans, max_size=3).map(tuple), st.integers(0, 2))
def test_one_change_alone_gets_the_best_of_all_places(
    problem: Problem, used: tuple[Span, ...], due: int
) -> None:
    job = replace(problem.jobs[0], after=(), due=problem.on + timedelta(days=due))
    use = Use(NODES[0], frozenset({"ann", "bob"}), used)
    alone = replace(problem, jobs=(job,), uses=(use,))
    book, found = Rulebook(alone), list_schedule(alone)

    tried = [each for each in _everywhere(book, job.ref) if not book.all([each])]
    assert bool(found.placed) == bool(tried)
    if tried:
        assert _cost(book, found.placed[0]) == min(_cost(book, each) for each in tried)


def _cost(book: Rulebook, each: Placed) -> tuple[object, ...]:
    levels = levels_of([each], book.problem, book.effects)
    named = (LevelName.MOVED, LevelName.LATENESS, LevelName.DISTURBED)
    return *(levels[name] for name in named), each.start
