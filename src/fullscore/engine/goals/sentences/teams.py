"""Which team a sentence means: its name, its ref, or a role that only its people carry."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from fullscore.engine.estate.facts import PersonFact, TeamFact
from fullscore.engine.goals.sentences import naming

_AFTER = "teams?|department|dept|group|crew|unit|force|staff|people|headcount|employees|workers"
_TAIL = rf"(?:'s)?(?: (?:{_AFTER}))*"
# Words of job titles that say rank, not craft.
_RANKS = frozenset(
    {
        "head", "of", "lead", "senior", "junior", "chief", "manager", "director", "assistant", "associate",
        "officer", "the", "and", "vice", "president", "i", "ii", "iii", "coordinator", "staff", "team",
    }
)  # fmt: skip
_SHORTEST_ROLE = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """A team named in a sentence, where it stands, and the role it was guessed from, if any."""

    team: TeamFact
    start: int
    end: int
    role: str | None = None


def mentioned(sentence: str, teams: Iterable[TeamFact]) -> tuple[Mention, ...]:
    """Return the teams a sentence names, in its order; a longer name wins over one inside it."""
    return tuple(Mention(team, start, end) for team, start, end in naming.mentions(sentence, teams, _TAIL))


def by_role(
    sentence: str,
    free: Iterable[tuple[int, int]],
    people: Iterable[PersonFact],
    teams: Iterable[TeamFact],
    on: date,
) -> tuple[Mention, ...]:
    """Return the team whose people alone carry a role the sentence names: 'reps' for 'Sales Rep'."""
    owners, by_ref = _owners(people, on), {team.ref: team for team in teams}
    found = []
    for start, end in free:
        stem = _stem(sentence[start:end].lower())
        held = owners.get(stem, frozenset())
        if len(held) == 1 and (ref := next(iter(held))) in by_ref:
            found.append(Mention(by_ref[ref], start, end, role=sentence[start:end]))
    return tuple(found)


def _owners(people: Iterable[PersonFact], on: date) -> Mapping[str, frozenset[str]]:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    # Ten thousand people have few job titles.
    titles = {(one.title, one.team) for one in people if one.team and one.title and one.is_active(on)}
    for title, team in titles:
        for word in re.findall(r"\w+", title.lower()):
            owners[_stem(word)].add(team)
    return {word: frozenset(held) for word, held in owners.items() if word not in _RANKS}


def _stem(word: str) -> str:
    if len(word) < _SHORTEST_ROLE:
        return word
    for tail, instead in (("ives", "ive"), ("ies", "y"), ("ses", "s"), ("s", "")):
        if word.endswith(tail) and not word.endswith("ss"):
            word = word.removesuffix(tail) + instead
            break
    return {"representative": "rep"}.get(word, word)
