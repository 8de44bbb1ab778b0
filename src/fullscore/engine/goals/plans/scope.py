"""Scope: everything that asks for something inside the horizon, and everything that comes back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial

from fullscore.engine.estate.facts import Estate
from fullscore.engine.goals.demands import demand, growth, opening, refresh, returns
from fullscore.engine.goals.demands.demand import Demand, Kit
from fullscore.engine.goals.demands.returns import Return
from fullscore.engine.goals.goal import Goal, House
from fullscore.engine.goals.hours.crew import Crew, crew_of
from fullscore.engine.goals.kits import holdings, kits
from fullscore.engine.goals.kits.holdings import Holdings
from fullscore.engine.goals.kits.parts import Key
from fullscore.engine.goals.netting import places
from fullscore.engine.goals.netting.places import Ways

HORIZON = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Ground:
    """An estate looked up once for any number of plans: what is held, learned kits, ways, free hours."""

    holdings: Holdings
    house: House
    kit: Kit
    ways: Ways
    crew: Crew


@dataclass(frozen=True, slots=True)
class Scope:
    """What is netted together, up to and including the day `last`."""

    goals: tuple[Goal, ...]
    demands: tuple[Demand, ...]
    returns: tuple[Return, ...]
    last: date


def ground_of(estate: Estate, house: House, goals: Iterable[Goal] = ()) -> Ground:
    """Return what every plan for this estate starts from; the sites that `goals` open are in it, empty."""
    estate = opening.opened(estate, goals)
    known = holdings.look_up(estate, house.on)
    ways = places.ways(estate.lanes, house.calendar, house.on)
    return Ground(known, house, cache(partial(kits.learn, known)), ways, crew_of(estate, house))


def horizon_end(goals: Iterable[Goal], on: date) -> date:
    """Return the later of the last goal's end and `on` + 366 days."""
    ends = [max(goal.period.end, goal.need_by, goal.until or goal.need_by) for goal in goals]
    return max([on + HORIZON, *ends])


def scope_of(goals: Sequence[Goal], ground: Ground) -> Scope:
    """Return the scope of a plan; in whichever order the goals are given, it is the same."""
    known, house = ground.holdings, ground.house
    last = horizon_end(goals, house.on)
    asked = sorted(goals, key=lambda one: (one.need_by, one.priority, one.ref))
    wanted = [one for goal in asked for one in demand.explode(goal, known, ground.kit, house)]
    wanted += [one for goal in asked for one in opening.demands(goal, known, house)]
    wanted += refresh.demands(known, house, last)
    wanted += growth.demands(known, house, last)
    back = list(returns.of_leavers(known, house, last))
    back += [one for goal in asked for one in returns.of_goal(goal, known, ground.kit, house)]
    return Scope(tuple(asked), tuple(wanted), tuple(back), last)


def by_thing(back: Iterable[Return], last: date) -> Mapping[Key, list[Return]]:
    """Return what comes back inside the horizon, by thing."""
    found: defaultdict[Key, list[Return]] = defaultdict(list)
    for one in back:
        if one.since <= last:
            found[one.thing.REGISTER, one.thing.ref].append(one)
    return found
