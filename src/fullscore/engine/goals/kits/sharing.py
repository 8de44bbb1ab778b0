"""Things that shifts hand to one another: one is needed for each place, not for each person."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fullscore.engine.estate.facts import PersonFact

SHIFT = "shift"


@dataclass(frozen=True, slots=True)
class Places:
    """How many places the largest shift has, and how many shifts take turns."""

    places: int
    shifts: int


def shifts_of(people: Sequence[PersonFact]) -> Counter[str]:
    """Return how many people work in each shift; who works in none is not counted."""
    patterns = (person.working_pattern or "" for person in people)
    return Counter(pattern for pattern in patterns if pattern.startswith(SHIFT))


def places(people: Sequence[PersonFact], held: Mapping[str, int]) -> Places | None:
    """Return the shift places when one shift holds what all shifts use; None when each person has one.

    The sign: at least two shifts, all of these things stand with people of one shift, and most of that
    shift has one. Each place's thing is then registered to whoever signed for it.
    """
    sizes = shifts_of(people)
    if len(sizes) < 2 or sum(sizes.values()) < len(people):  # noqa: PLR2004  one shift shares with nobody
        return None
    holding = Counter(person.working_pattern for person in people if held.get(person.ref))
    if len(holding) != 1:
        return None
    shift, holders = next(iter(holding.items()))
    largest = max(sizes.values())
    return Places(largest, len(sizes)) if 2 * holders > sizes[shift or ""] else None
