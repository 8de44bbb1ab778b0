"""Problems small enough to try every start, and a way to try them all that knows nothing of `asking`."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations

from hypothesis import strategies as st

from fullscore.engine.calendars.spans import Span, merged
from fullscore.engine.changes.crew import places_of
from fullscore.engine.changes.problem import Away, Demand, Frozen, Hand, Job, Problem, Touch
from fullscore.engine.changes.schedule import Placed
from fullscore.engine.changes.violations import Rulebook, busy_hours, placed_at
from fullscore.engine.estate.graph import Graph, Link, State

ON = date(2026, 12, 21)
BEGIN = datetime(2026, 12, 21, tzinfo=UTC)
HOURS = 8
SLOTS = 9
END = BEGIN + timedelta(hours=HOURS * SLOTS)
NODES = ("services:a", "services:b", "items:x", "items:y")
GRAPH = Graph(
    dict.fromkeys(NODES, "thing"),
    (
        Link("services:a", "items:x", group="g", min_up="1"), Link("services:a", "items:y", group="g"),
        Link("services:b", "items:y"),
    ),
)  # fmt: skip
PEOPLE = ("dana", "tomas")

spans = st.tuples(st.integers(0, SLOTS - 1), st.integers(1, 4)).map(
    lambda told: Span(BEGIN + timedelta(hours=HOURS * told[0]), BEGIN + timedelta(hours=HOURS * sum(told)))
)
demands = st.lists(
    st.sets(st.sampled_from(PEOPLE), min_size=1).map(lambda who: Demand(tuple(sorted(who)))), max_size=2
).map(tuple)


@st.composite
def jobs(draw: st.DrawFn, at: int) -> Job:
    first, last = draw(st.lists(st.integers(0, 2), min_size=2, max_size=2).map(sorted))
    is_told = draw(st.integers(0, 3)) == 0
    return Job(
        f"j{at}", f"Change {at}", draw(st.sampled_from([HOURS * 60, HOURS * 120])),
        touches=tuple(
            Touch(node, draw(st.sampled_from(State)))
            for node in draw(st.sets(st.sampled_from(NODES), min_size=1, max_size=2).map(sorted))
        ),
        crew=draw(demands),
        after=tuple(f"j{before}" for before in range(at) if draw(st.integers(0, 2)) == 0),
        earliest=draw(st.sampled_from([None, ON + timedelta(days=first)])),
        latest=draw(st.sampled_from([None, ON + timedelta(days=last)])),
        notice_days=draw(st.sampled_from([0, 0, 1])), soak_days=draw(st.sampled_from([0, 0, 1])),
        set_for=BEGIN + timedelta(hours=HOURS * draw(st.integers(0, SLOTS - 3))) if is_told else None,
        is_announced=is_told,
    )  # fmt: skip


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    count = draw(st.integers(1, 4))
    windows = draw(
        st.dictionaries(st.sampled_from(NODES), st.lists(spans, min_size=1, max_size=3), max_size=2)
    )
    some = st.sampled_from([None, frozenset({NODES[0]})])
    return Problem(
        tuple(draw(jobs(at)) for at in range(count)), GRAPH, BEGIN, END, ON, step=HOURS * 60,
        windows={node: merged(each) for node, each in windows.items()},
        freezes=tuple(
            Frozen(f"f{at}", "Freeze", (draw(spans),), nodes=draw(some))
            for at in range(draw(st.integers(0, 2)))
        ),
        hands=(Hand("dana", "Dana"), Hand("tomas", "Tomas", merged(draw(st.lists(spans, max_size=2))))),
        absences=tuple(Away(f"away{at}", "dana", draw(spans)) for at in range(draw(st.integers(0, 1)))),
    )  # fmt: skip


@st.composite
def tangled(draw: st.DrawFn) -> Problem:
    """Three changes in five starts: the last waits for the other two, which are in each other's way."""
    nodes = st.sampled_from(("services:b", "items:x", "items:y"))

    def job(at: int, after: tuple[str, ...] = ()) -> Job:
        touch = Touch(draw(nodes), draw(st.sampled_from((State.DOWN, State.DOWN, State.UP))))
        return Job(
            f"j{at}", f"Change {at}", HOURS * 60 * draw(st.integers(1, 2)), touches=(touch,),
            crew=draw(demands),
            after=after, soak_days=draw(st.sampled_from((0, 0, 1))),
        )  # fmt: skip

    end = BEGIN + timedelta(hours=HOURS * draw(st.integers(3, 7)))
    hours = merged(draw(st.lists(spans, min_size=1, max_size=3)))
    return Problem(
        (job(0), job(1), job(2, ("j0", "j1"))), GRAPH, BEGIN, end, ON, step=HOURS * 60,
        hands=(Hand("dana", "Dana"), Hand("tomas", "Tomas", draw(st.sampled_from((None, hours))))),
    )  # fmt: skip


def without(problem: Problem, dropped: Collection[str]) -> Rulebook:
    return Rulebook(replace(problem, dropped=frozenset(dropped)))


def solutions(book: Rulebook, ref: str, stay: Sequence[Placed]) -> Iterator[dict[str, Placed]]:
    """Yield every way to place a change and what must come before it, beside those that stay."""
    there = {each.ref for each in stay}
    free, waiting = list[str](), [ref]
    while waiting:
        here = waiting.pop()
        if here not in free and here not in there:
            free.append(here)
            gone = book.problem.dropped
            waiting += [first for first in book.jobs[here].after if f"order:{first}>{here}" not in gone]
    tries = {one: [each for each in starts(book, one) if not any(_alone(book, each, stay))] for one in free}
    for some in _combined(book, tries, free, []):
        if not any((*book.redundancy([*some, *stay]), *book.joint([*some, *stay]))):
            yield {each.ref: each for each in some}


def _combined(
    book: Rulebook, tries: Mapping[str, list[Placed]], free: Sequence[str], some: list[Placed]
) -> Iterator[list[Placed]]:
    """Yield every way to put all of these, no two in each other's way."""
    if not free:
        yield some
        return
    for here in tries[free[0]]:
        if not any(_against(book, here, each) for each in some):
            yield from _combined(book, tries, free[1:], [*some, here])


def _against(book: Rulebook, here: Placed, other: Placed) -> bool:
    is_busy = set(here.who) & set(other.who) and here.start < other.end and other.start < here.end
    return bool(is_busy) or any(book.pair(here, other))


def crews(book: Rulebook, ref: str) -> tuple[tuple[str, ...], ...]:
    """Return everybody who might do a change together."""
    places = places_of(book.jobs[ref])
    found = {
        tuple(sorted(crew)) for crew in permutations(PEOPLE, len(places))
        if all(person in place for person, place in zip(crew, places, strict=True))
    }  # fmt: skip
    return tuple(sorted(found))


def starts(book: Rulebook, ref: str) -> Iterator[Placed]:
    """Yield a change at every start, with everybody who might do it."""
    effect = book.effects[ref]
    for slot in range(book.problem.slots - effect.length + 1):
        yield from (placed_at(book.problem, effect, slot, crew) for crew in crews(book, ref))


def _alone(book: Rulebook, here: Placed, stay: Sequence[Placed]) -> Iterator[object]:
    yield from book.alone(here, busy_hours(stay, here.ref))
    for other in stay:
        yield from book.pair(here, other)
