"""Problems of any size as a small IT team has them; the same dice give the same problem.

The parameters are those of the benchmark: see PARAMETERS.
"""

from datetime import date, timedelta
from decimal import Decimal

import numpy as np

from fullscore.engine.calendars.clock import midnight, moment
from fullscore.engine.calendars.spans import Span, Spans
from fullscore.engine.changes.problem import Away, Demand, Frozen, Hand, Job, Problem, Risk, Touch, Use
from fullscore.engine.estate.graph import Graph, Link, Node

ON = date(2026, 11, 23)
FIRST = date(2026, 12, 7)
ZONE = "America/New_York"
DAY = timedelta(days=1)
SERVICES, PAIRS, FREEZES = 40, 4, 4
RISKY, FOLLOWING, ANNOUNCED, TWO_SERVICES, TWO_PEOPLE = 0.3, 0.3, 0.1, 0.2, 0.1
# Weekdays (Monday is 0) and hours of the four classes of windows.
CLASSES = (
    ((1, 3), "20:00", "24:00"), ((5,), "08:00", "20:00"),
    ((0, 1, 2, 3, 4), "19:00", "23:00"), ((6,), "06:00", "12:00"),
)  # fmt: skip
SKILLS = {"network": ("ada", "ben"), "servers": ("ben", "cem"), "": ("ada", "ben", "cem")}
PEOPLE = ("ada", "ben", "cem")
PARAMETERS = (
    f"3 people with two weeks away each, {SERVICES} services in four classes of windows (two evenings "
    f"a week, Saturday, weekday evenings, Sunday morning), {FREEZES} hard and {FREEZES} soft freezes of "
    f"4 to 9 days over half the services, {RISKY:.0%} risky (watched for 3 working days), "
    f"{FOLLOWING:.0%} with a predecessor, {ANNOUNCED:.0%} announced, {TWO_SERVICES:.0%} on two services, "
    f"{TWO_PEOPLE:.0%} for two people, 0.5 to 2.5 h and half of it to take back, dues over all of it, "
    f"{PAIRS} redundant pairs, a grid of 15 minutes"
)


def generated(
    rng: np.random.Generator, count: int = 50, days: int = 91, *, is_tight: bool = False
) -> Problem:
    """Return a problem of `count` changes in `days` days; with `is_tight` one of them has no date."""
    last = FIRST + days * DAY
    kinds = rng.integers(0, len(CLASSES), SERVICES)
    windows = {_service(n): _windows(int(kinds[n]), last) for n in range(SERVICES)}
    windows |= {_half(n, side): windows[_service(n)] for n in range(PAIRS) for side in "ab"}
    jobs = [_job(rng, n, days, kinds, windows) for n in range(count)]
    if is_tight:
        jobs[-1] = _impossible(kinds)
    return Problem(
        tuple(jobs), _graph(), midnight(FIRST, ZONE), midnight(last, ZONE), ON, ZONE,
        uses=tuple(_use(rng, n, int(kinds[n]), last) for n in range(SERVICES)), windows=windows,
        freezes=tuple(_freeze(rng, n, days) for n in range(2 * FREEZES)),
        hands=tuple(Hand(ref, ref.title()) for ref in PEOPLE), absences=tuple(_absences(rng, days)),
    )  # fmt: skip


def _service(number: int) -> Node:
    return f"services:s{number}"


def _half(number: int, side: str) -> Node:
    return f"items:i{number}{side}"


def _graph() -> Graph:
    names = {_service(n): f"Service {n}" for n in range(SERVICES)}
    names |= {_half(n, side): f"Node {n}{side}" for n in range(PAIRS) for side in "ab"}
    links = tuple(
        Link(_service(n), _half(n, side), group="cluster", min_up="1") for n in range(PAIRS) for side in "ab"
    )
    return Graph(names, links)


def _spans(weekdays: tuple[int, ...], opens: str, closes: str, last: date) -> Spans:
    every = (FIRST + n * DAY for n in range((last - FIRST).days))
    return tuple(
        Span(moment(day, opens, ZONE).at, moment(day, closes, ZONE).at)
        for day in every if day.weekday() in weekdays
    )  # fmt: skip


def _windows(kind: int, last: date) -> Spans:
    weekdays, opens, closes = CLASSES[kind]
    return _spans(weekdays, opens, closes, last)


def _use(rng: np.random.Generator, number: int, kind: int, last: date) -> Use:
    """Offices by day; some services longer or on Saturday, into their windows."""
    people = frozenset(f"person-{n}" for n in rng.choice(200, int(rng.integers(5, 120)), replace=False))
    is_longer = rng.random() < RISKY
    spans = _spans((0, 1, 2, 3, 4), "07:00", "21:00" if is_longer else "17:30", last)
    if is_longer and kind == 1:
        spans = tuple(sorted((*spans, *_spans((5,), "08:00", "13:00", last))))
    return Use(_service(number), people, spans)


def _job(
    rng: np.random.Generator, number: int, days: int, kinds: np.ndarray, windows: dict[Node, Spans]
) -> Job:
    minutes = 15 * int(rng.integers(2, 11))
    service = int(rng.integers(0, SERVICES))
    nodes = [_half(service, "ab"[int(rng.integers(0, 2))]) if service < PAIRS else _service(service)]
    same = [n for n in range(PAIRS, SERVICES) if kinds[n] == kinds[service] and n != service]
    if same and rng.random() < TWO_SERVICES:
        nodes.append(_service(int(rng.choice(same))))
    skill = str(rng.choice(list(SKILLS)))
    announced = rng.random() < ANNOUNCED
    due = FIRST + int(rng.integers(7, days)) * DAY
    # Nobody tells people a date after the day a change is wanted by.
    spans = [span for span in windows[nodes[0]] if span.end < midnight(due, ZONE)]
    span = spans[int(rng.integers(0, len(spans)))] if spans else windows[nodes[0]][0]
    return Job(
        f"c{number}", f"Change {number}", minutes, minutes // 2, touches=tuple(map(Touch, nodes)),
        crew=(Demand(SKILLS[skill], 2 if rng.random() < TWO_PEOPLE else 1, skill),),
        after=(f"c{rng.integers(0, number)}",) if number and rng.random() < FOLLOWING else (),
        due=due,
        risk=Risk.HIGH if rng.random() < RISKY else Risk.LOW,
        set_for=span.start if announced else None, is_announced=announced,
        day_cost=Decimal(int(rng.integers(1, 60)) * 10),
    )  # fmt: skip


def _impossible(kinds: np.ndarray) -> Job:
    """On a service with a window on Saturdays only, asked for on one Wednesday."""
    service = next(n for n in range(PAIRS, SERVICES) if kinds[n] == 1)
    day = FIRST + 30 * DAY
    return Job(
        "never", "Change without a date", 60, touches=(Touch(_service(service)),), earliest=day, latest=day
    )


def _freeze(rng: np.random.Generator, number: int, days: int) -> Frozen:
    first = FIRST + int(rng.integers(0, days - 9)) * DAY
    end = first + int(rng.integers(4, 10)) * DAY
    half = rng.choice(SERVICES, SERVICES // 2, replace=False)
    nodes = frozenset(_service(int(n)) for n in half)
    span = Span(midnight(first, ZONE), midnight(end, ZONE))
    return Frozen(f"f{number}", f"Freeze {number}", (span,), is_hard=number < FREEZES, nodes=nodes)


def _absences(rng: np.random.Generator, days: int) -> list[Away]:
    found = []
    for ref in PEOPLE:
        for turn, week in enumerate(rng.choice(days // 7 - 1, 2, replace=False)):
            first = FIRST + 7 * int(week) * DAY
            span = Span(midnight(first, ZONE), midnight(first + 7 * DAY, ZONE))
            found.append(Away(f"{ref}-{turn}", ref, span))
    return found
