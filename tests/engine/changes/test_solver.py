"""Dates for all changes at once: as good as trying everything, by the rules, and the same again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.calendars.spans import Span
from fullscore.engine.changes.crew import places_of
from fullscore.engine.changes.listing import list_schedule
from fullscore.engine.changes.problem import Demand, Frozen, Hand, Job, Problem, Risk, Touch, Use
from fullscore.engine.changes.schedule import LevelName, Placed, Schedule
from fullscore.engine.changes.solver.levels import check, solved
from fullscore.engine.changes.solver.work import WrongScheduleError
from fullscore.engine.changes.starts import at_slot
from fullscore.engine.changes.values import levels_of
from fullscore.engine.changes.violations import Rulebook, placed_at, violations
from fullscore.engine.estate.graph import Graph, Link
from tests.engine.changes.generated import generated
from tests.engine.changes.small import NODES, ON, PEOPLE, problems, spans

BEGIN = datetime(2027, 1, 4, tzinfo=UTC)
MONDAY = date(2027, 1, 4)
CRM, ERP = "services:crm", "services:erp"
GRAPH = Graph({CRM: "CRM", ERP: "ERP"}, ())


def asked(*jobs: Job, days: int = 7, **rules: object) -> Problem:
    start = Problem(jobs, GRAPH, BEGIN, BEGIN + timedelta(days=days), date(2026, 12, 21), step=60)
    return replace(start, **rules)


def dated(problem: Problem, limit: float = 10) -> Schedule:
    """Solve from nothing but what is fixed, so that no first schedule keeps the rules for the model."""
    fixed = {each.ref for each in problem.jobs if each.is_fixed}
    first = tuple(each for each in list_schedule(problem).placed if each.ref in fixed)
    return solved(problem, first=Schedule(first), limit=limit)


def level(answer: Schedule, name: LevelName) -> tuple[Decimal, bool]:
    found = next(each for each in answer.levels if each.name is name)
    return found.value, found.is_proven


def on_day(day: int, start: int, end: int) -> Span:
    first = BEGIN + timedelta(days=day)
    return Span(first + timedelta(hours=start), first + timedelta(hours=end))


def job(ref: str, node: str = CRM, **more: object) -> Job:
    return replace(Job(ref, ref.title(), 120, touches=(Touch(node),)), **more)


def test_of_two_changes_for_one_evening_the_dearer_is_in_time() -> None:
    evenings = {CRM: (on_day(0, 20, 22), on_day(3, 20, 22))}
    slow, dear = (job(ref, due=MONDAY, day_cost=Decimal(cost)) for ref, cost in (("slow", 10), ("dear", 500)))

    answer = dated(asked(slow, dear, windows=evenings))

    assert [each.ref for each in answer.placed] == ["dear", "slow"]
    assert level(answer, LevelName.LATENESS) == (Decimal(30), True)


def test_a_change_waits_for_the_night_when_nobody_works_rather_than_disturb() -> None:
    use = Use(CRM, frozenset({"ann", "bob"}), (on_day(0, 0, 20), on_day(1, 6, 20)))

    answer = dated(asked(job("patch"), uses=(use,)))

    assert answer.placed[0].start == on_day(0, 20, 22).start
    assert level(answer, LevelName.DISTURBED) == (Decimal(0), True)


def test_where_somebody_must_be_disturbed_it_is_as_few_as_can_be() -> None:
    use = Use(CRM, frozenset({"ann", "bob", "cem"}), (on_day(0, 8, 11),))

    answer = dated(asked(job("patch"), uses=(use,), windows={CRM: (on_day(0, 8, 12),)}))

    assert answer.placed[0].start == on_day(0, 10, 12).start
    assert level(answer, LevelName.DISTURBED) == (Decimal(3), True)


def test_an_announced_date_stays_even_where_an_earlier_one_is_free() -> None:
    told = job("told", is_announced=True, set_for=on_day(4, 9, 11).start)

    answer = dated(asked(told, job("other", ERP)))

    assert answer.of("told") == placed_at(asked(told), Rulebook(asked(told)).effects["told"], 4 * 24 + 9)
    assert level(answer, LevelName.MOVED) == (Decimal(0), True)


def test_one_impossible_change_never_spoils_the_rest() -> None:
    never = job("never", latest=date(2027, 1, 1))
    after = job("after", ERP, after=("never",))

    answer = dated(asked(never, after, job("fine", ERP)))

    assert answer.unplaced == ("never", "after")
    assert [each.ref for each in answer.placed] == ["fine"]
    assert level(answer, LevelName.UNPLACED) == (Decimal(2), True)


def test_what_is_watched_is_left_alone_and_people_are_in_one_place() -> None:
    ben = Demand(("ben",))
    first = job("first", risk=Risk.MEDIUM, crew=(ben,))
    then = job("next", after=("first",))
    answer = dated(asked(first, then, job("else", ERP, crew=(ben,)), hands=(Hand("ben", "Ben"),)))
    there = {each.ref: each for each in answer.placed}

    assert there["next"].start >= there["first"].soak_until
    assert there["else"].end <= there["first"].start or there["else"].start >= there["first"].end


def test_a_running_change_stays_and_others_go_round_it() -> None:
    running = job("running", is_fixed=True, set_for=BEGIN)

    answer = dated(asked(running, job("next"), days=1))

    assert [(each.ref, each.start) for each in answer.placed] == [
        ("running", BEGIN), ("next", BEGIN + timedelta(hours=2)),
    ]  # fmt: skip


def test_two_halves_of_a_pair_are_not_down_at_once() -> None:
    halves = ("items:a", "items:b")
    links = tuple(Link(CRM, half, group="pair", min_up="1") for half in halves)
    graph = Graph({CRM: "CRM", **dict.fromkeys(halves, "half")}, links)
    both = [job(ref, half) for ref, half in zip(("one", "two"), halves, strict=True)]

    kept = dated(asked(*both, graph=graph, days=1))
    free = frozenset({f"redundancy:{CRM}", f"joint:{CRM}"})
    loose = dated(asked(*both, graph=graph, days=1, windows=dict.fromkeys(halves, (on_day(0, 8, 11),))))
    dropped = dated(
        asked(*both, graph=graph, windows=dict.fromkeys(halves, (on_day(0, 8, 11),)), dropped=free)
    )

    assert not Span(kept.placed[0].start, kept.placed[0].end).overlaps(
        Span(kept.placed[1].start, kept.placed[1].end)
    )
    assert len(loose.unplaced) == 1
    assert dropped.unplaced == ()


def test_a_wrong_schedule_is_never_answered() -> None:
    problem = asked(job("one"), job("two"))
    told = Rulebook(problem).effects
    clash = [placed_at(problem, told[ref], 5) for ref in ("one", "two")]

    with pytest.raises(WrongScheduleError, match="clash"):
        check(clash, problem, told)


def test_whoever_stops_it_has_the_best_so_far() -> None:
    problem = generated(np.random.default_rng(5), 12, 21)
    first = list_schedule(problem)

    answer = solved(problem, first=first, limit=30, stop=lambda: True)

    assert answer.is_cut
    assert answer.placed == first.placed


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_the_same_problem_has_the_same_dates_and_no_broken_rule(seed: int) -> None:
    problem = generated(np.random.default_rng(seed), 15, 40, is_tight=seed == 1)
    first = list_schedule(problem)
    heard: list[str] = []

    answer = solved(problem, first=first, limit=8, progress=lambda name, _: heard.append(name))

    assert violations(answer.placed, problem) == ()
    told = levels_of(answer.placed, problem, Rulebook(problem).effects)
    assert [each.value for each in answer.levels] == [told[name] for name in LevelName]
    assert all(each.is_proven for each in answer.levels[:4])
    assert set(heard) == {name.value for name in LevelName}
    before = levels_of(first.placed, problem, Rulebook(problem).effects)
    assert [told[name] for name in LevelName] <= [before[name] for name in LevelName]
    if not answer.is_cut:
        again = solved(problem, first=first, limit=8)
        assert again.is_cut or again == answer


@st.composite
def richer(draw: st.DrawFn) -> Problem:
    """Small problems with days that are due, people at work, soft freezes and a change that runs."""
    problem = draw(problems())
    fixed_at = draw(st.integers(-1, 2))
    some = []
    for at, each in enumerate(problem.jobs[:3]):
        due = draw(st.sampled_from([None, ON, ON + timedelta(days=1)]))
        cost = draw(st.sampled_from([None, Decimal("2.5"), Decimal(7)]))
        fixed = at == fixed_at and each.set_for is not None
        some.append(replace(each, due=due, day_cost=cost, is_fixed=fixed))
    use = st.builds(
        Use, st.sampled_from([node for node in NODES if node.startswith("services")]),
        st.sets(st.sampled_from(["p", "q", "r"]), min_size=1).map(frozenset), spans.map(lambda span: (span,)),
    )  # fmt: skip
    soft = st.builds(lambda span: Frozen("soft", "Soft", (span,), is_hard=False), spans)
    return replace(
        problem, jobs=tuple(some), uses=tuple(draw(st.lists(use, max_size=2))),
        freezes=(*problem.freezes, *draw(st.lists(soft, max_size=1))),
    )  # fmt: skip


@pytest.mark.nightly
@given(richer())
def test_small_cases_equal_trying_everything_level_by_level(problem: Problem) -> None:
    """Fixed changes keep their place in both; what they break among themselves is theirs."""
    first = list_schedule(problem)

    answer = solved(problem, first=first, limit=20)

    assert all(each.is_proven for each in answer.levels)
    assert [each.value for each in answer.levels] == min(_all_levels(problem, first))


def _all_levels(problem: Problem, first: Schedule) -> Iterator[list[Decimal]]:
    book = Rulebook(problem)
    options = [list(_ways(book, each, first)) for each in problem.jobs]
    for some in product(*options):
        placed = [each for each in some if each is not None]
        if _is_allowed(book, placed):
            levels = levels_of(placed, problem, book.effects)
            yield [levels[name] for name in LevelName]


def _ways(book: Rulebook, each: Job, first: Schedule) -> Iterator[Placed | None]:
    if each.is_fixed:
        yield first.of(each.ref)
        return
    yield None
    effect = book.effects[each.ref]
    for slot in range(book.problem.slots - effect.length + 1):
        bare = placed_at(book.problem, effect, slot)
        if not any(book.alone(bare, {})):
            assert bare.start == at_slot(book.problem, slot)
            yield bare


def _is_allowed(book: Rulebook, placed: Sequence[Placed]) -> bool:
    """Some way to share out the people breaks no rule."""
    bare = [each if book.jobs[each.ref].is_fixed else replace(each, who=()) for each in placed]
    pairs = (rule for at, each in enumerate(bare) for other in bare[:at] for rule in book.pair(each, other))
    if any(pairs):
        return False
    crews = [list(_crews(book.jobs[each.ref], each)) for each in placed]
    for some in product(*crews):
        manned = [replace(each, who=who) for each, who in zip(bare, some, strict=True)]
        try:
            check(manned, book.problem, book.effects)
        except WrongScheduleError:
            continue
        return True
    return False


def _crews(each: Job, now: Placed) -> Iterator[tuple[str, ...]]:
    if each.is_fixed:
        yield now.who
        return
    for crew in product(PEOPLE, repeat=len(places_of(each))):
        if len(set(crew)) == len(crew):
            yield crew
