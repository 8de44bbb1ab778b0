"""The risk class of one change, with its sum: from what it does to others and what was written of it."""

from collections.abc import Iterable, Mapping

from fullscore.engine.changes import classes
from fullscore.engine.changes.classes import Facts, Rated
from fullscore.engine.estate.graph import Node, State, register_of
from fullscore.engine.estate.usage import Usage
from fullscore.store.models import Change
from fullscore.usecases.changes.living.effects import Effect


def rated(row: Change, done: Effect, users: Iterable[Usage]) -> Rated:
    """Return how much a change can spoil, and why; `users` are those of the services it hits."""
    people = {person for one in users for person in one.people}
    return classes.rated(facts_of(row, done.impact.states, len(people)))


def facts_of(row: Change, states: Mapping[Node, State], people: int) -> Facts:
    """Return what the class follows from; `states` are those of the change's impact."""
    hit = [state for node, state in states.items() if register_of(node) == "services"]
    return Facts(
        ref=row.ref,
        down=hit.count(State.DOWN),
        degraded=hit.count(State.DEGRADED),
        people=people,
        likely=row.likely_hours,
        longest=row.longest_hours,
        rollback=row.rollback_hours,
        has_rollback=bool(row.rollback.strip()),
        has_test=bool(row.test.strip()),
    )
