"""What stands against a schedule, read again from its rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.calendars.clock import local_day, midnight
from fullscore.engine.calendars.spans import Span, merged
from fullscore.engine.changes.effects import effects, failures
from fullscore.engine.changes.listing import list_schedule
from fullscore.engine.changes.problem import Away, Demand, Frozen, Hand, Job, Problem, Touch
from fullscore.engine.changes.schedule import Placed
from fullscore.engine.changes.starts import allowed, at_slot, unary
from fullscore.engine.changes.values import late
from fullscore.engine.changes.violations import Rulebook, placed_at, violations
from fullscore.engine.estate.graph import Graph, Link, State
from fullscore.engine.estate.impact import impact

ON = date(2026, 12, 21)
BEGIN = datetime(2026, 12, 21, tzinfo=UTC)


def saturdays(begin: date, weeks: int) -> tuple[Span, ...]:
    first = begin + timedelta(days=(5 - begin.weekday()) % 7)
    days = [first + timedelta(days=7 * week) for week in range(weeks)]
    return tuple(Span(midnight(day, "UTC"), midnight(day + timedelta(days=1), "UTC")) for day in days)


FIREWALL = Job(
    "firewall", "Firewall", 120, touches=(Touch("services:crm"),), earliest=date(2026, 12, 28),
    latest=date(2027, 1, 8),
)  # fmt: skip
FREEZE = Frozen(
    "new-year", "New year", (Span(midnight(date(2027, 1, 2), "UTC"), midnight(date(2027, 1, 9), "UTC")),)
)
CLASHING = Problem(
    (FIREWALL,), Graph({"services:crm": "CRM"}, ()), BEGIN, BEGIN + timedelta(days=28), ON,
    windows={"services:crm": saturdays(ON, 5)}, freezes=(FREEZE,),
)  # fmt: skip


def test_four_rules_leave_no_day_and_without_any_one_there_is_one() -> None:
    effect = effects(CLASHING)["firewall"]
    rules = unary(CLASHING, effect)
    keys = [rule.key for rule in rules]

    assert keys == ["window:services:crm", "freeze:new-year", "earliest:firewall", "latest:firewall"]
    assert allowed(CLASHING, effect, rules) == ()
    firsts = [at_slot(CLASHING, allowed(CLASHING, effect, rules, {key})[0][0]).date() for key in keys]
    assert firsts == [date(2026, 12, 28), date(2027, 1, 2), date(2026, 12, 26), date(2027, 1, 9)]


def test_every_rule_that_stands_against_a_day_is_named() -> None:
    effect = effects(CLASHING)["firewall"]
    slot = (datetime(2027, 1, 8, 23, tzinfo=UTC) - BEGIN) // timedelta(minutes=15)
    found = violations([placed_at(CLASHING, effect, slot)], CLASHING)

    assert [(each.key, each.finding.code) for each in found] == [
        ("window:services:crm", "change-window-missed"), ("freeze:new-year", "change-frozen"),
        ("latest:firewall", "change-too-late"),
    ]  # fmt: skip
    dropped = replace(CLASHING, dropped=frozenset({"freeze:new-year", "latest:firewall"}))
    assert [each.key for each in violations([placed_at(dropped, effect, slot)], dropped)] == [
        "window:services:crm"
    ]


NODES = ("services:a", "services:b", "services:c", "items:x", "items:y", "items:z")
GRAPH = Graph(
    dict.fromkeys(NODES, "thing"),
    (
        Link("services:a", "items:x", group="g", min_up="1"), Link("services:a", "items:y", group="g"),
        Link("services:b", "items:z"), Link("services:c", "items:x", group="h", min_up="1"),
        Link("services:c", "items:y", group="h"), Link("services:c", "items:z", group="h"),
    ),
)  # fmt: skip
PEOPLE = ("dana", "tomas")
ONE = frozenset({"services:a"})
LAST = BEGIN + timedelta(days=4)
hour_spans = st.tuples(st.integers(0, 90), st.integers(1, 12)).map(
    lambda told: Span(BEGIN + timedelta(hours=told[0]), BEGIN + timedelta(hours=sum(told)))
)
demands = st.lists(
    st.sets(st.sampled_from(PEOPLE), min_size=1).map(lambda who: Demand(tuple(sorted(who)))), max_size=2
).map(tuple)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    count = draw(st.integers(1, 4))
    jobs = tuple(draw(_job(at)) for at in range(count))
    windows = draw(st.dictionaries(st.sampled_from(NODES[:3]), st.lists(hour_spans, min_size=1, max_size=4)))
    return Problem(
        jobs,
        GRAPH,
        BEGIN,
        LAST,
        ON,
        step=60,
        windows={node: merged(spans) for node, spans in windows.items()},
        freezes=tuple(
            Frozen(
                f"f{at}",
                "Freeze",
                (draw(hour_spans),),
                nodes=draw(st.sampled_from([None, frozenset({NODES[0]})])),
            )
            for at in range(draw(st.integers(0, 2)))
        ),
        hands=(Hand("dana", "Dana"), Hand("tomas", "Tomas", merged(draw(st.lists(hour_spans, max_size=3))))),
        absences=tuple(Away(f"away{at}", "dana", draw(hour_spans)) for at in range(draw(st.integers(0, 1)))),
        dropped=draw(st.sampled_from([frozenset[str](), frozenset({"freeze:f0"}), frozenset({"clash:j0"})])),
    )


@st.composite
def _job(draw: st.DrawFn, at: int) -> Job:
    days = draw(st.lists(st.integers(0, 3), min_size=2, max_size=2).map(sorted))
    return Job(
        f"j{at}", f"Change {at}", draw(st.sampled_from([60, 90, 180])), draw(st.sampled_from([0, 60])),
        touches=tuple(
            Touch(node, draw(st.sampled_from(State)))
            for node in draw(st.sets(st.sampled_from(NODES), min_size=1, max_size=2).map(sorted))
        ),
        crew=draw(demands), after=(f"j{at - 1}",) if at and draw(st.booleans()) else (),
        earliest=draw(st.sampled_from([None, ON + timedelta(days=days[0])])),
        latest=draw(st.sampled_from([None, ON + timedelta(days=days[1])])),
        notice_days=draw(st.sampled_from([0, 1])), soak_days=draw(st.sampled_from([0, 0, 1])),
    )  # fmt: skip


def at_hour(job: Job, hour: int, problem: Problem) -> Placed:
    return placed_at(problem, effects(problem)[job.ref], hour)


def test_a_change_begins_when_the_one_before_it_is_over_and_not_with_it() -> None:
    first, then = Job("first", "First", 120), Job("then", "Then", 60, after=("first",))
    problem = Problem((first, then), GRAPH, BEGIN, LAST, ON, step=60)

    for hour, words in ((9, ["order:first>then"]), (10, [])):
        placed = [at_hour(first, 8, problem), at_hour(then, hour, problem)]
        assert [each.key for each in violations(placed, problem)] == words
    assert [each.key for each in violations([at_hour(then, 12, problem)], problem)] == ["order:first>then"]


def test_what_stands_in_for_something_that_is_still_watched_is_left_up() -> None:
    one = Job("one", "One", 60, touches=(Touch("items:x"),), soak_days=1)
    other = Job("other", "Other", 60, touches=(Touch("items:y"),))
    problem = Problem((one, other), GRAPH, BEGIN, LAST, ON, step=60)

    near, far = ([at_hour(one, 8, problem), at_hour(other, hour, problem)] for hour in (30, 49))
    assert [each.key for each in violations(near, problem)] == ["redundancy:services:a"]
    assert violations(far, problem) == ()


def test_who_is_free_but_not_whom_the_change_asks_for_is_said() -> None:
    one = Job("one", "One", 60, crew=(Demand(("dana",), skill="network"), Demand(PEOPLE)))
    problem = Problem((one,), GRAPH, BEGIN, LAST, ON, step=60)
    effect = effects(problem)["one"]

    for who, words in (
        (("dana", "tomas"), []), ((), []), (("tomas",), ["crew:one"]), (("tomas", "tomas"), ["crew:one"]),
        (("dana", "stranger"), ["crew:one"]), (("dana", "tomas", "stranger"), ["crew:one"]),
    ):  # fmt: skip
        assert [each.key for each in violations([placed_at(problem, effect, 8, who)], problem)] == words


@given(problems())
def test_the_first_schedule_breaks_no_rule_and_names_every_change(problem: Problem) -> None:
    found = list_schedule(problem)

    assert violations(found.placed, problem) == ()
    assert sorted([*(each.ref for each in found.placed), *found.unplaced]) == [
        job.ref for job in problem.jobs
    ]


@st.composite
def schedules(draw: st.DrawFn) -> tuple[Problem, list[Placed]]:
    """Changes anywhere, by anybody: most of them break something."""
    problem = draw(problems())
    told, placed = effects(problem), []
    for job in problem.jobs:
        if draw(st.booleans()):
            who = tuple(draw(st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True)))
            placed.append(placed_at(problem, told[job.ref], draw(st.integers(0, 90)), who))
    return problem, placed


@given(schedules())
def test_what_is_said_of_each_change_is_what_is_said_of_all(told: tuple[Problem, list[Placed]]) -> None:
    problem, placed = told
    book = Rulebook(problem)
    each_alone = {rule.key for each in placed for rule in book.of(each.ref, placed)}

    assert each_alone == {rule.key for rule in book.all(placed)}


def test_all_three_that_leave_too_little_are_told_so_when_they_are_moved() -> None:
    trio = Graph(
        dict.fromkeys(("services:a", "items:x", "items:y", "items:z"), "thing"),
        tuple(Link("services:a", node, group="g", min_up="1") for node in ("items:x", "items:y", "items:z")),
    )
    jobs = tuple(Job(f"j{node}", node, 180, touches=(Touch(f"items:{node}"),)) for node in "xyz")
    problem = Problem(jobs, trio, BEGIN, LAST, ON, step=60)
    placed = [at_hour(job, 8 + number, problem) for number, job in enumerate(jobs)]

    for job in jobs:
        found = Rulebook(problem).of(job.ref, placed)
        assert {rule.key for rule in found} == {"redundancy:services:a", "joint:services:a"}
        assert all(job.ref in {rule.change, rule.other} for rule in found)


def test_what_one_of_them_stops_alone_is_no_outage_of_both() -> None:
    one = Job("one", "One", 60, touches=(Touch("items:x"), Touch("services:a")))
    other = Job("other", "Other", 60, touches=(Touch("items:y"),))
    problem = Problem((one, other), GRAPH, BEGIN, LAST, ON, step=60)
    found = violations([at_hour(one, 8, problem), at_hour(other, 8, problem)], problem)

    assert "redundancy:services:a" in {each.key for each in found}
    assert "joint:services:a" not in {each.key for each in found}


@given(schedules())
def test_hour_by_hour_reading_finds_the_same_changes_at_fault(told: tuple[Problem, list[Placed]]) -> None:
    problem, placed = told
    book = Rulebook(problem)
    said = {each.key.partition(":")[0] for each in book.all(placed)} - {"horizon"}
    assert said == set(_hour_by_hour(problem, placed))


def _hour_by_hour(problem: Problem, placed: list[Placed]) -> Iterable[str]:
    """Walk through the hours and yield the word of every rule that is broken in one of them."""
    jobs = {job.ref: job for job in problem.jobs}
    states = {ref: impact(GRAPH, failures(job)).states for ref, job in jobs.items()}
    there = {each.ref: each for each in placed}
    for each in placed:
        job = jobs[each.ref]
        yield from _of_days(problem, job, each)
        for first in job.after:
            if first not in there or there[first].end > each.start:
                yield "order"
        yield from _of_people(problem, job, each, placed)
    for step in range(8 * 24):
        at = BEGIN + timedelta(hours=step)
        hour = Hour(problem, [each for each in placed if each.start <= at < each.end], placed, at, states)
        for each in hour.running:
            yield from _closed(hour, each)
            yield from _beside(hour, each)
        yield from _thinned(hour)
        yield from _together(problem, hour.running)


@dataclass
class Hour:
    problem: Problem
    running: list[Placed]
    placed: list[Placed]
    at: datetime
    states: Mapping[str, Mapping[str, State]]


def _closed(hour: Hour, each: Placed) -> Iterable[str]:
    job = next(job for job in hour.problem.jobs if job.ref == each.ref)
    for node, spans in hour.problem.windows.items():
        if node in hour.states[each.ref] and not _in(spans, hour.at):
            yield "window"
    meets = {*hour.states[each.ref], *(touch.node for touch in job.touches)}
    for freeze in hour.problem.freezes:
        is_hit = freeze.nodes is None or freeze.nodes & meets
        if is_hit and f"freeze:{freeze.ref}" not in hour.problem.dropped and _in(freeze.spans, hour.at):
            yield "freeze"


def _in(spans: Iterable[Span], at: datetime) -> bool:
    return any(span.start <= at < span.end for span in spans)


def _of_days(problem: Problem, job: Job, each: Placed) -> Iterable[str]:
    if job.earliest and local_day(each.start, "UTC") < job.earliest:
        yield "earliest"
    if job.latest and local_day(each.end - timedelta(seconds=1), "UTC") > job.latest:
        yield "latest"
    if job.notice_days and local_day(each.start, "UTC") <= ON:
        yield "notice"


def _of_people(problem: Problem, job: Job, each: Placed, placed: list[Placed]) -> Iterable[str]:
    places = [demand.people for demand in job.crew]
    reasons = {person: list(_why_not(problem, person, each, placed)) for person in PEOPLE}
    asked = each.who or tuple(dict.fromkeys(person for people in places for person in people))
    free = {person for person in asked if not reasons[person]}
    seats: list[list[str]] = [[]] if places else []
    for people in places:
        seats = [
            [*some, person] for some in seats for person in people if person in free and person not in some
        ]
    is_manned = bool(seats) and (not each.who or (len(each.who) == len(places) and len(free) == len(asked)))
    if places and not is_manned:
        yield from [word for person in asked for word in reasons[person]] or ["crew"]


def _why_not(problem: Problem, person: str, each: Placed, placed: list[Placed]) -> Iterable[str]:
    span = Span(each.start, each.end)
    hand = next(hand for hand in problem.hands if hand.ref == person)
    if hand.hours is not None and not any(one.holds(span) for one in hand.hours):
        yield "hours"
    if any(away.person == person and away.span.overlaps(span) for away in problem.absences):
        yield "absence"
    others = [one for one in placed if one.ref != each.ref and person in one.who]
    if any(Span(one.start, one.end).overlaps(span) for one in others):
        yield "people"


def _beside(hour: "Hour", each: Placed) -> Iterable[str]:
    problem, running, placed, at, states = hour.problem, hour.running, hour.placed, hour.at, hour.states
    jobs = {job.ref: job for job in problem.jobs}
    services = {ref: {node for node in found if node.startswith("services")} for ref, found in states.items()}
    for other in running:
        keys = {f"clash:{each.ref}", f"clash:{other.ref}"}
        if other.ref != each.ref and services[each.ref] & services[other.ref] and not keys & problem.dropped:
            yield "clash"
    for other in placed:
        nodes = {touch.node for touch in jobs[other.ref].touches}
        near = nodes | {link.node for link in GRAPH.links if link.on in nodes}
        mine = {touch.node for touch in jobs[each.ref].touches}
        if other.ref != each.ref and other.end <= at < other.soak_until and mine & near:
            yield "soak"


def _thinned(hour: "Hour") -> Iterable[str]:
    groups = (({"items:x", "items:y"}, 1), ({"items:x", "items:y", "items:z"}, 2))
    for members, spare in groups:
        down = [
            {node for node, state in hour.states[each.ref].items() if state is State.DOWN} & members
            for each in hour.placed if each.start <= hour.at < max(each.end, each.soak_until)
        ]  # fmt: skip
        down = [each for each in down if each]
        if len(down) > 1 and len(set().union(*down)) > spare:
            yield "redundancy"


def _together(problem: Problem, running: list[Placed]) -> Iterable[str]:
    jobs = {job.ref: job for job in problem.jobs}

    def down(refs: tuple[str, ...]) -> set[str]:
        failed: dict[str, State] = {}
        for ref in refs:
            for node, state in failures(jobs[ref]).items():
                failed[node] = max(state, failed.get(node, State.UP))
        found = impact(GRAPH, failed).states.items()
        return {node for node, state in found if state is State.DOWN and node.startswith("services:")}

    for size in (2, 3):
        for some in combinations([each.ref for each in running], size):
            parts = (part for less in range(1, size) for part in combinations(some, less))
            if down(some).difference(*map(down, parts)):
                yield "joint"


def test_what_ends_at_midnight_is_not_late_that_day() -> None:
    job = Job("late", "Late", 120, due=ON)
    problem = Problem((job,), GRAPH, BEGIN, LAST, ON, step=60)

    found = [late(job, at_hour(job, hour, problem), problem) for hour in (22, 23, 47)]
    assert found == [0, 1, 2]
