"""Who works on a change: everybody it asks for, each free for all of it, nobody twice (Kuhn 1955)."""

from collections.abc import Callable, Mapping, Sequence

from fullscore.engine.calendars.spans import Span, covered, merged
from fullscore.engine.changes.problem import Job, Problem

Busy = Mapping[str, Sequence[tuple[Span, str]]]


def places_of(job: Job) -> tuple[tuple[str, ...], ...]:
    """Return for each person the change takes who that may be."""
    return tuple(demand.people for demand in job.crew for _ in range(demand.count))


def matched(places: Sequence[Sequence[str]], is_free: Callable[[str], bool]) -> tuple[str, ...] | None:
    """Return somebody free for each place, nobody twice; None where there are not enough."""
    taken: dict[str, int] = {}
    for place in range(len(places)):
        if not _seated(place, places, is_free, taken, set()):
            return None
    people = {place: person for person, place in taken.items()}
    return tuple(people[place] for place in range(len(places)))


def _seated(
    place: int,
    places: Sequence[Sequence[str]],
    is_free: Callable[[str], bool],
    taken: dict[str, int],
    asked: set[str],
) -> bool:
    for person in places[place]:
        if person in asked or not is_free(person):
            continue
        asked.add(person)
        if person not in taken or _seated(taken[person], places, is_free, taken, asked):
            taken[person] = place
            return True
    return False


def hindrances(problem: Problem, person: str, span: Span, busy: Busy) -> tuple[tuple[str, str | None], ...]:
    """Return why somebody cannot work then: (key, other change) each; dropped rules do not count."""
    hand = next((each for each in problem.hands if each.ref == person), None)
    found: list[tuple[str, str | None]] = []
    if hand is not None and hand.hours is not None and not covered(merged(hand.hours), span):
        found.append((f"hours:{person}", None))
    found += [
        (f"absence:{away.ref}", None)
        for away in problem.absences if away.person == person and away.span.overlaps(span)
    ]  # fmt: skip
    found = [each for each in found if each[0] not in problem.dropped]
    return (*found, *((f"people:{person}", other) for at, other in busy.get(person, ()) if at.overlaps(span)))


def crew_for(problem: Problem, job: Job, span: Span, busy: Busy) -> tuple[str, ...] | None:
    """Return who may do the change in a span; None where too few are free."""
    return matched(places_of(job), lambda person: not hindrances(problem, person, span, busy))
