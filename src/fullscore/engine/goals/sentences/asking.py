"""From the parts of a sentence to a goal, or to the question that is still open."""

from dataclasses import dataclass, replace
from fractions import Fraction

from fullscore.engine.estate.facts import Estate, SiteFact, TeamFact
from fullscore.engine.findings.finding import Finding
from fullscore.engine.goals.goal import Arrival, Assumption, Goal, House, Reading, refusal
from fullscore.engine.goals.sentences import heads, meant, ramps, timespan
from fullscore.engine.goals.sentences.meant import Left
from fullscore.engine.goals.sentences.phrases import Phrase
from fullscore.engine.goals.sentences.ramps import Part, Ramp, need_by_of
from fullscore.engine.goals.sentences.sizes import Amount, Size
from fullscore.engine.goals.sentences.teams import Mention
from fullscore.engine.goals.sentences.timespan import When
from fullscore.engine.goals.sentences.whereabouts import Opening, Place


@dataclass(frozen=True, slots=True)
class Parts:
    """A sentence taken apart; `left` are the words nobody used."""

    sentence: str
    timed: tuple[Phrase, ...]
    until: Phrase | None
    teams: tuple[Mention, ...]
    roles: tuple[Mention, ...]
    places: tuple[Place, ...]
    opening: Opening | None
    amounts: tuple[Amount, ...]
    ramp: Ramp | None
    is_up: bool
    is_down: bool
    is_temporary: bool
    left: tuple[Left, ...]


@dataclass(frozen=True, slots=True)
class _Clear:
    """What is settled once no question is open."""

    team: TeamFact
    site: SiteFact | None
    amount: Amount
    when: When


def settle(parts: Parts, estate: Estate, house: House) -> Reading:
    """Return the goal when team, number and period are each clear; else every question at once."""
    opened = meant.site(parts.sentence, parts.places, parts.opening, parts.left, estate)
    team = meant.team(
        parts.sentence, (*parts.teams, *parts.roles), parts.left, estate,
        opening=parts.opening, is_temporary=parts.is_temporary,
    )  # fmt: skip
    when = timespan.settle(
        parts.sentence, parts.timed, parts.until, parts.ramp, house, is_temporary=parts.is_temporary
    )
    size = _size(parts, house)
    asked = (team, opened, size, when)
    reading = Reading(
        parts.sentence, None, tuple(part for part in asked if isinstance(part, Finding)),
        not_understood=tuple(one.words for one in parts.left),
        team=team if isinstance(team, TeamFact) else None,
        period=when.period if isinstance(when, When) else None,
        need_by=need_by_of(when.period, house) if isinstance(when, When) else None,
    )  # fmt: skip
    if (
        isinstance(team, Finding) or isinstance(opened, Finding)
        or isinstance(size, Finding) or isinstance(when, Finding)
    ):  # fmt: skip
        return reading
    return _counted(parts, _Clear(team, opened, size, when), reading, estate, house)


def _size(parts: Parts, house: House) -> Amount | Finding:
    """Return how many, said outright or by the steps alone."""
    amounts = parts.amounts or _by_ramp(parts, house)
    if isinstance(amounts, Finding):
        return amounts
    is_up = parts.is_up or (_is_new(parts) and not parts.is_down)
    return heads.size_of(parts.sentence, amounts, is_up=is_up, is_down=parts.is_down)


def _is_new(parts: Parts) -> bool:
    return parts.opening is not None and (parts.opening.is_opened or parts.opening.name is not None)


def _by_ramp(parts: Parts, house: House) -> tuple[Amount, ...] | Finding:
    if parts.ramp is None:
        return ()
    span = (parts.ramp.spans[0][0], parts.ramp.spans[-1][1])
    total = ramps.total_of(parts.ramp)
    if total is not None:
        size = Size.TARGET if total.part is Part.TARGET else Size.CHANGE
        return (Amount(size, total.value, *span),)
    if parts.ramp.rate is None:
        return ()
    steps = ramps.arrivals(parts.ramp, parts.sentence, 0, None, house)
    if isinstance(steps, Finding):
        return steps
    return (Amount(Size.CHANGE, Fraction(sum(one.people for one in steps)), *span),)


def _counted(parts: Parts, clear: _Clear, reading: Reading, estate: Estate, house: House) -> Reading:
    is_new = clear.site is not None and clear.site not in estate.sites
    within = None if is_new or any(one.is_for_new for one in parts.places) else clear.site
    where = heads.Where(clear.team, within, is_new=is_new)
    counted = heads.count(parts.sentence, clear.amount, where, estate, house.on)
    if isinstance(counted, Finding):
        return replace(reading, refusals=(counted,))
    change = counted.head_to - counted.head_from
    if change < 0 and clear.when.until is not None:
        return replace(reading, refusals=(refusal("goal-fewer-for-a-time", parts.sentence),))
    steps: tuple[Arrival, ...] | Finding = ()
    if parts.ramp is not None:
        steps = ramps.arrivals(parts.ramp, parts.sentence, counted.head_from, abs(change), house)
    if isinstance(steps, Finding):
        return replace(reading, refusals=(steps,))
    when, steps = timespan.arriving(clear.when, steps, house)
    goal = Goal(
        "asked", clear.team, counted.head_from, counted.head_to, when.period,
        steps[0].on if steps else need_by_of(when.period, house), when.until, steps, clear.site, is_new,
    )  # fmt: skip
    return replace(
        reading, goal=goal, period=goal.period, need_by=goal.need_by, trace=counted.trace,
        findings=(*counted.findings, *_unused(parts)),
        assumptions=(*_read_as(parts, goal, when), *counted.assumptions),
    )  # fmt: skip


def _unused(parts: Parts) -> tuple[Finding, ...]:
    if not parts.left:
        return ()
    words = tuple(one.words for one in parts.left)
    return (refusal("goal-words-not-understood", parts.sentence, words=words),)


def _read_as(parts: Parts, goal: Goal, when: When) -> tuple[Assumption, ...]:
    told = [
        Assumption(note[:1].upper() + note[1:], "settings", "organisation", "date_order")
        for note in when.notes
    ]
    if not parts.teams and parts.roles:
        role = parts.roles[0].role
        text = f'"{role}" means the team {goal.team.name}: nobody else has this job title'
        told.append(Assumption(text, "teams", goal.team.ref, "name"))
    if goal.until is not None:
        until = f"{goal.until.day} {goal.until:%B %Y}"
        told.append(Assumption(f"These people leave after {until}; what they hold comes back then"))
    if goal.is_new_site and not goal.team.ref:
        told.append(Assumption(f"The people in {goal.site.name if goal.site else ''} are a mix of all teams"))
    elif not goal.team.ref:
        told.append(Assumption("No team is named: these people are a mix of all teams"))
    return tuple(told)
