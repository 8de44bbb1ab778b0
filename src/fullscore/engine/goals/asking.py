"""From the parts of a sentence to a goal, or to the question that is still open."""

from dataclasses import dataclass
from datetime import date

from fullscore.engine.estate.facts import Estate, TeamFact
from fullscore.engine.findings.finding import Finding
from fullscore.engine.goals import heads, matching
from fullscore.engine.goals.goal import Assumption, Goal, House, Reading, refusal
from fullscore.engine.goals.periods import Edge, Period
from fullscore.engine.goals.phrases import Phrase
from fullscore.engine.goals.sizes import Amount
from fullscore.engine.goals.teams import Mention

MOST_TEAMS_NAMED = 8


@dataclass(frozen=True, slots=True)
class Parts:
    """A sentence taken apart; `left_over` are the words nobody used."""

    sentence: str
    phrases: tuple[Phrase, ...]
    teams: tuple[Mention, ...]
    roles: tuple[Mention, ...]
    amounts: tuple[Amount, ...]
    is_up: bool
    is_down: bool
    is_temporary: bool
    left_over: tuple[str, ...]


def settle(parts: Parts, estate: Estate, house: House) -> Reading:
    """Return the goal when team, number and period are each clear; else every question at once."""
    team, period = _team(parts, estate), _period(parts, house)
    size = heads.size_of(parts.sentence, parts.amounts, is_up=parts.is_up, is_down=parts.is_down)
    questions = tuple(part for part in (team, size, period) if isinstance(part, Finding))
    known_team = team if isinstance(team, TeamFact) else None
    known_period = period if isinstance(period, Period) else None
    need_by = need_by_of(known_period, house) if known_period else None
    part_reading = Reading(
        parts.sentence, None, questions, not_understood=parts.left_over,
        team=known_team, period=known_period, need_by=need_by,
    )  # fmt: skip
    if isinstance(team, Finding) or isinstance(size, Finding) or isinstance(period, Finding):
        return part_reading
    counted = heads.count(parts.sentence, size, team, estate, house.on)
    if isinstance(counted, Finding):
        return Reading(
            parts.sentence, None, (counted,), not_understood=parts.left_over,
            team=team, period=period, need_by=need_by,
        )  # fmt: skip
    return _understood(parts, team, period, counted, house)


def need_by_of(period: Period, house: House) -> date:
    """Return the day people must be ready: the period's first working day, or its last for 'by'."""
    if period.edge is Edge.END:
        return house.calendar.on_or_before(period.end)
    return house.calendar.on_or_after(max(period.start, house.on))


def _understood(
    parts: Parts, team: TeamFact, period: Period, counted: heads.Counted, house: House
) -> Reading:
    need_by = need_by_of(period, house)
    is_until = any(phrase.is_until for phrase in parts.phrases)
    until = period.end if parts.is_temporary or is_until else None
    goal = Goal("asked", team, counted.head_from, counted.head_to, period, need_by, until)
    return Reading(
        parts.sentence, goal, (), (*counted.findings, *_unused(parts)),
        (*_read_as(parts, period, team, until), *counted.assumptions), parts.left_over, counted.trace,
        team=team, period=period, need_by=need_by,
    )  # fmt: skip


def _unused(parts: Parts) -> tuple[Finding, ...]:
    if not parts.left_over:
        return ()
    return (refusal("goal-words-not-understood", parts.sentence, words=parts.left_over),)


def _read_as(parts: Parts, period: Period, team: TeamFact, until: date | None) -> tuple[Assumption, ...]:
    told = [
        Assumption(note[:1].upper() + note[1:], "settings", "organisation", "date_order")
        for note in period.notes
    ]
    if not parts.teams and parts.roles:
        role = parts.roles[0].role
        text = f'"{role}" means the team {team.name}: nobody else has this job title'
        told.append(Assumption(text, "teams", team.ref, "name"))
    if until is not None:
        text = f"What these people hold comes back after {until.day} {until:%B %Y}; that is not counted yet"
        told.append(Assumption(text))
    return tuple(told)


def _team(parts: Parts, estate: Estate) -> TeamFact | Finding:
    named = {one.team.ref: one.team for one in parts.teams or parts.roles}
    if len(named) > 1:
        names = tuple(team.name for team in named.values())
        return refusal("goal-names-two-teams", parts.sentence, teams=names)
    if named:
        return next(iter(named.values()))
    names = tuple(team.name for team in estate.teams)
    near = {word: found for word in _candidates(parts) if (found := matching.near_misses(word, names))}
    if near:
        word, found = max(near.items(), key=lambda pair: matching.likeness(pair[0], pair[1][0]))
        return refusal("goal-team-unknown", parts.sentence, asked=word, near=found)
    if parts.left_over and names:
        asked, known = parts.left_over[0], names[:MOST_TEAMS_NAMED]
        return refusal("goal-team-unknown", parts.sentence, asked=asked, near=(), teams=known)
    return refusal("goal-team-missing", parts.sentence, teams=names[:MOST_TEAMS_NAMED])


def _candidates(parts: Parts) -> tuple[str, ...]:
    """Return what may be a misspelt team: each left-over phrase and each of its words."""
    words = (word for phrase in parts.left_over for word in (phrase, *phrase.split()))
    return tuple(dict.fromkeys(words))


def _period(parts: Parts, house: House) -> Period | Finding:
    if not parts.phrases:
        return refusal("goal-period-missing", parts.sentence)
    if len(parts.phrases) > 1:
        words = tuple(phrase.words for phrase in parts.phrases)
        return refusal("goal-names-two-periods", parts.sentence, periods=words)
    phrase = parts.phrases[0]
    if phrase.period is None:
        return refusal("goal-date-does-not-exist", parts.sentence, words=phrase.words)
    if phrase.period.end < house.on or need_by_of(phrase.period, house) < house.on:
        return refusal("goal-period-past", parts.sentence, words=phrase.words, ended_on=phrase.period.end)
    return phrase.period
