"""Kept goals: a goal as plain values and back, and what is left of an accepted one on a later day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from fullscore.engine.estate.facts import Estate, SiteFact, TeamFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.finding import Basis, Finding, Subject, Value
from fullscore.engine.findings.trace import Trace, leaf, named
from fullscore.engine.goals.goal import Arrival, Goal, House
from fullscore.engine.goals.periods import Edge, Period
from fullscore.engine.goals.sentences import heads

Plain = dict[str, object]


@dataclass(frozen=True, slots=True)
class Left:
    """What accepted goals still ask for, and what is to be said about those that ask no more."""

    goals: tuple[Goal, ...] = ()
    findings: tuple[Finding, ...] = ()


def to_plain(goal: Goal) -> Plain:
    """Return a goal as JSON values; team and site by ref and name."""
    return {
        "team": {"ref": goal.team.ref, "name": goal.team.name, "department": goal.team.department},
        "from": goal.head_from,
        "to": goal.head_to,
        "period": {
            "from": goal.period.start.isoformat(),
            "to": goal.period.end.isoformat(),
            "edge": goal.period.edge.value,
            "notes": list(goal.period.notes),
        },
        "need_by": goal.need_by.isoformat(),
        "until": goal.until.isoformat() if goal.until else None,
        "arrivals": [{"on": one.on.isoformat(), "people": one.people} for one in goal.arrivals],
        "site": {"ref": goal.site.ref, "name": goal.site.name} if goal.site else None,
        "is_new_site": goal.is_new_site,
        "priority": goal.priority,
    }


def from_plain(plain: Mapping[str, Any], estate: Estate, *, ref: str) -> Goal:
    """Return the goal again, its team and site as the estate knows them now.

    What the estate no longer holds stays what it was called; `team_is_gone` tells.
    """
    period = plain["period"]
    return Goal(
        ref,
        _team(plain["team"], estate),
        plain["from"],
        plain["to"],
        Period(_day(period["from"]), _day(period["to"]), Edge(period["edge"]), tuple(period["notes"])),
        _day(plain["need_by"]),
        _day(plain["until"]) if plain["until"] else None,
        tuple(Arrival(_day(one["on"]), one["people"]) for one in plain["arrivals"]),
        _site(plain["site"], estate),
        plain["is_new_site"],
        plain["priority"],
    )


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _team(plain: Mapping[str, Any], estate: Estate) -> TeamFact:
    known = next((one for one in estate.teams if one.ref == plain["ref"]), None)
    return known or TeamFact(plain["ref"], plain["name"], plain["department"])


def _site(plain: Mapping[str, Any] | None, estate: Estate) -> SiteFact | None:
    if plain is None:
        return None
    known = next((one for one in estate.sites if one.ref == plain["ref"]), None)
    return known or SiteFact(plain["ref"], plain["name"])


def left_of(accepted: Sequence[Goal], estate: Estate, house: House) -> Left:
    """Return what accepted goals still ask for on the house's day; `accepted` in the order of keeping.

    People who have come since count for the goals of their team by need date. A goal drops out when all of
    its people are there, when its temporary people have gone, or when its period is over.
    """
    goals: list[Goal] = []
    findings: list[Finding] = []
    for group in dict.fromkeys(_group(goal) for goal in accepted):
        together = [goal for goal in accepted if _group(goal) == group]
        found = _left_of_team(together, _present(together, accepted, estate, house.on), house)
        goals += found.goals
        findings += found.findings
    return Left(tuple(goals), tuple(findings))


def _group(goal: Goal) -> tuple[str, str | None]:
    """Return whose people count for the goal: its team's, or for a new site those who work there."""
    return goal.team.ref, goal.site.ref if goal.site and goal.is_new_site else None


def _present(together: Sequence[Goal], accepted: Sequence[Goal], estate: Estate, on: date) -> int:
    """Return the heads a group of goals has reached; who works at a new site counts for its opening only."""
    team, opened = _group(together[0])
    if opened is not None:
        there = [one for one in estate.people if one.site == opened and one.is_active(on)]
        return together[0].head_from + sum(one.team == team or not team for one in there)
    new = {goal.site.ref for goal in accepted if goal.site and goal.is_new_site}
    return sum(one.site not in new for one in heads.members(estate, team, on))


def _left_of_team(together: Sequence[Goal], present: int, house: House) -> Left:
    """Walk the team's goals by need date: the heads each leads to, less those who are there already."""
    goals: list[Goal] = []
    findings: list[Finding] = []
    running = [goal for goal in together if goal.until is None or goal.until >= house.on]
    target, reach = (running[0].head_from if running else 0), present
    for goal in sorted(running, key=lambda one: (one.need_by, one.ref)):
        target += goal.delta
        asked = _asked(goal, target, reach)
        reach += asked
        if asked and goal.period.end < house.on:
            findings.append(_over(goal, asked))
        elif asked:
            goals.append(_with_rest(goal, reach - asked, asked, house))
    return Left(tuple(goals), tuple(findings))


def _asked(goal: Goal, target: int, reach: int) -> int:
    """Return how many heads are still to come (or, below zero, to go) until the target is reached."""
    if goal.delta > 0:
        return max(0, target - reach)
    return max(goal.delta, min(0, target - reach))


def _over(goal: Goal, missing: int) -> Finding:
    values: dict[str, Value] = {
        "goal": goal.ref, "team": goal.team.name, "ended_on": goal.period.end, "missing": abs(missing),
        "people": abs(goal.delta),
    }  # fmt: skip
    return Finding("kept-goal-over", Subject("goals", goal.ref), values, basis=Basis.EXPECTED)


def _with_rest(goal: Goal, head_from: int, asked: int, house: House) -> Goal:
    """Return the goal for the people still to come: the first of its ramp are those who are there."""
    need_by = goal.need_by if goal.need_by >= house.on else house.calendar.on_or_after(house.on)
    rest = replace(goal, arrivals=(), head_from=head_from, head_to=head_from + asked, need_by=need_by)
    if not goal.arrivals:
        return rest
    steps = _steps(goal.arrivals, abs(asked), house)
    return replace(rest, arrivals=steps, need_by=steps[0].on)


def _steps(arrivals: Sequence[Arrival], people: int, house: House) -> tuple[Arrival, ...]:
    """Return the ramp's last steps that bring so many people; what is past comes on the next working day."""
    by_day: dict[date, int] = {}
    left = people
    for step in reversed(arrivals):
        taken = min(step.people, left)
        left -= taken
        day = max(step.on, house.calendar.on_or_after(house.on))
        by_day[day] = by_day.get(day, 0) + taken
    first = min(by_day)
    by_day[first] += left
    return tuple(Arrival(day, count) for day, count in sorted(by_day.items()) if count)


def beside(asked: Goal, accepted: Sequence[Goal]) -> tuple[Finding, ...]:
    """Say that accepted goals bring people to the same team as well: these come on top of them."""
    same = [goal for goal in accepted if goal.team.ref == asked.team.ref and goal.delta * asked.delta > 0]
    if not same:
        return ()
    others = sum(goal.delta for goal in same)
    values: dict[str, Value] = {
        "team": asked.team.name, "people": abs(asked.delta), "others": abs(others),
        "plans": tuple(goal.ref for goal in same), "all": abs(asked.delta + others),
        "is_more": int(asked.delta > 0),
    }  # fmt: skip
    return (Finding("goal-beside-accepted", Subject("goals", asked.ref), values, basis=Basis.EXPECTED),)


def traced(goal: Goal, estate: Estate, house: House) -> Trace:
    """Return the heads of a kept goal as figures: those there today, those other goals bring, its own."""
    base = heads.members(estate, goal.team.ref, house.on)
    rows = tuple(leaf(one.ref, source_of(one, "team", estate.files)) for one in base)
    present = Trace(len(rows), "people", "count", rows, note=f"people in {goal.team.name} today")
    others = goal.head_from - len(rows)
    if others:
        moved = Trace(others, "people", note="come and go with accepted plans before it")
        present = Trace(goal.head_from, "people", "sum", (present, moved))
    target = Trace(goal.head_to, "people", note="as the kept plan says")
    delta = Trace(goal.delta, "people", "difference", (target, present), figure="delta")
    return Trace(None, op="figures", args=(named(present, "from"), named(target, "to"), delta))
