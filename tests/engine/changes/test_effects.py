"""What a change does while it runs, and what a schedule comes to, counted hour by hour."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.calendars.spans import Span
from fullscore.engine.changes.effects import disturbed, effects, profile
from fullscore.engine.changes.problem import Frozen, Job, Problem, Risk, Touch, Use
from fullscore.engine.changes.schedule import LevelName
from fullscore.engine.changes.values import levels_of
from fullscore.engine.changes.violations import placed_at
from fullscore.engine.estate.graph import Graph, How, Link, State

BEGIN = datetime(2026, 12, 21, tzinfo=UTC)
ON = date(2026, 12, 21)
HOURS = 72
CRM, MAIL, SHOP = "services:crm", "services:mail", "services:shop"
SIGN_IN, FIREWALL = "services:sign-in", "items:firewall"
GRAPH = Graph(
    dict.fromkeys((CRM, MAIL, SHOP, SIGN_IN, FIREWALL), "thing"),
    (Link(CRM, FIREWALL), Link(SHOP, CRM), Link(MAIL, SIGN_IN, How.AUTHENTICATES, grace_hours=Decimal(2))),
)
FIREWALL_DOWN = (Touch(FIREWALL),)


def asked(*jobs: Job) -> Problem:
    return Problem(jobs, GRAPH, BEGIN, BEGIN + timedelta(hours=HOURS), ON, step=60)


def test_a_firewall_takes_the_sales_software_with_it_and_is_watched_with_what_rests_on_it() -> None:
    effect = effects(asked(Job("fw", "Firewall", 90, 45, touches=FIREWALL_DOWN, risk=Risk.MEDIUM)))["fw"]

    assert effect.length == 3
    assert effect.services == {CRM, SHOP}
    assert effect.downs == {FIREWALL, CRM, SHOP}
    assert effect.soaks_on == {FIREWALL, CRM}
    assert effect.soak_days == 1


def test_how_long_it_is_watched_follows_from_the_risk_unless_somebody_says() -> None:
    jobs = [Job(risk, risk, 60, risk=risk) for risk in Risk]
    found = effects(asked(*jobs, Job("said", "Said", 60, risk=Risk.HIGH, soak_days=0)))

    assert [found[ref].soak_days for ref in ("low", "medium", "high", "said")] == [0, 1, 3, 0]


def test_taking_it_back_counts_for_what_holds_out_some_hours() -> None:
    short = Job("short", "Short", 60, touches=(Touch(SIGN_IN),))
    found = effects(asked(short, replace(short, ref="long", rollback=120)))

    assert found["short"].states[MAIL] is State.DEGRADED
    assert found["long"].states[MAIL] is State.DOWN


def test_a_change_is_late_by_the_day_it_ends_on() -> None:
    problem = asked(Job("late", "Late", 180, due=ON))
    known = effects(problem)
    late = [levels_of([placed_at(problem, known["late"], hour)], problem, known) for hour in (21, 22, 45)]

    assert [each[LevelName.LATENESS] for each in late] == [0, 1, 1]


def test_hours_of_use_written_twice_count_once() -> None:
    hours = ((0, 4), (2, 10), (0, 10))
    spans = tuple(Span(*(BEGIN + timedelta(hours=hour) for hour in each)) for each in hours)
    jobs = (Job("fw", "Firewall", 60, touches=FIREWALL_DOWN),)
    problem = replace(asked(*jobs), uses=(Use(CRM, frozenset({"ann", "bob"}), spans),))

    assert disturbed(profile(problem, effects(problem)["fw"]), Span(BEGIN, problem_end())) == 20


def test_what_is_touched_and_left_up_disturbs_nobody() -> None:
    effect = effects(asked(Job("look", "Look", 60, touches=(Touch(CRM, State.UP),))))["look"]

    assert (effect.states, effect.services, effect.touched) == ({}, frozenset(), {CRM})


hour_spans = st.tuples(st.integers(-5, HOURS), st.integers(1, 30)).map(
    lambda told: Span(BEGIN + timedelta(hours=told[0]), BEGIN + timedelta(hours=sum(told)))
)
some_hours = st.lists(hour_spans, max_size=4).map(tuple)
uses = st.builds(
    Use, st.sampled_from([CRM, MAIL, SHOP]), st.frozensets(st.sampled_from(["ann", "bob", "cem"])), some_hours
)
soft = st.builds(
    Frozen, st.sampled_from(["f0", "f1"]), st.just("Freeze"), some_hours, is_hard=st.just(value=False),
    nodes=st.sampled_from([None, frozenset({CRM}), frozenset({MAIL})]),
)  # fmt: skip


def _in(spans: tuple[Span, ...], at: datetime) -> bool:
    return any(span.start <= at < span.end for span in spans)


def _people(problem: Problem, at: datetime) -> int:
    """Return who is disturbed in an hour by a firewall that takes CRM and shop with it."""
    hit = [use for use in problem.uses if use.service in {CRM, SHOP}]
    for freeze in problem.freezes:
        if (freeze.nodes is None or CRM in freeze.nodes) and _in(freeze.spans, at):
            return max(1, len({person for use in hit for person in use.people}))
    return len({person for use in hit if _in(use.spans, at) for person in use.people})


@given(st.lists(uses, max_size=5).map(tuple), st.lists(soft, max_size=2).map(tuple), st.integers(0, 60))
def test_people_are_disturbed_once_in_each_hour_however_many_services_they_use(
    told: tuple[Use, ...], freezes: tuple[Frozen, ...], hour: int
) -> None:
    problem = replace(asked(Job("fw", "Firewall", 300, touches=FIREWALL_DOWN)), uses=told, freezes=freezes)
    known = profile(problem, effects(problem)["fw"])
    hours = [BEGIN + timedelta(hours=hour + late) for late in range(5)]

    assert disturbed(known, Span(hours[0], hours[0] + timedelta(hours=5))) == sum(
        _people(problem, at) for at in hours
    )
    assert all(one.end <= other.start for (one, _), (other, _) in pairwise(known))


ends = st.none() | st.integers(0, HOURS - 3)


@given(ends, ends, st.integers(0, 2), st.integers(1, 90), st.integers(0, HOURS - 3))
def test_the_levels_are_what_a_calendar_counts(
    one: int | None, other: int | None, due: int, cost: int, told: int
) -> None:
    dear = Job(
        "dear", "Dear", 180, touches=FIREWALL_DOWN, due=ON + timedelta(days=due), day_cost=Decimal(cost)
    )
    set_for = BEGIN + timedelta(hours=told)
    jobs = (dear, Job("told", "Told", 60, set_for=set_for, is_announced=True))
    problem = replace(
        asked(*jobs), uses=(Use(CRM, frozenset({"ann", "bob"}), (Span(BEGIN, problem_end()),)),)
    )
    known = effects(problem)
    slots = {"dear": one, "told": other}
    placed = [placed_at(problem, known[ref], slot) for ref, slot in slots.items() if slot is not None]

    # Three hours from `one` on; what ends at midnight ends on the day before.
    late = max(0, (one + 2) // 24 - due) if one is not None else 0
    assert levels_of(placed, problem, known) == {
        LevelName.UNPLACED: 2 - len(placed),
        LevelName.LATENESS: late * cost,
        LevelName.DISTURBED: 6 if one is not None else 0,
        LevelName.MOVED: int(other != told),
        LevelName.EARLINESS: sum(slot // 24 for slot in slots.values() if slot is not None),
    }


def problem_end() -> datetime:
    return BEGIN + timedelta(hours=HOURS)
