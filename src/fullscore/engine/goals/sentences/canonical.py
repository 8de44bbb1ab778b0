"""The one plain sentence for a goal: read again on the same day, it gives the same goal."""

import re
from collections.abc import Sequence
from datetime import date

from fullscore.engine.goals.goal import Goal, House
from fullscore.engine.goals.periods import Edge, Period, Reckoning, month_of, months_of
from fullscore.engine.goals.sentences import naming, whereabouts
from fullscore.engine.goals.sentences.phrases import find

Steps = Sequence[tuple[date, int]]
# A name of such words cannot be taken for anything else; any other stands between quotes.
_PLAIN = re.compile(r"(?:[A-Z][a-z]+|[A-Z]{2,})(?: (?:[A-Z][a-z]+|[A-Z]{2,}))*")
_SOME_DAY = Reckoning(date(2000, 1, 3))


def canonical(goal: Goal, house: House) -> str:
    """Return the sentence that means this goal."""
    steps = [(one.on, one.people) for one in goal.arrivals]
    team = goal.team.name if goal.team.ref else ""
    return compose(
        team, goal.head_from, goal.head_to, goal.need_by, goal.until, steps,
        goal.site.name if goal.site else "", is_new_site=goal.is_new_site, period=goal.period,
        reckoning=house.reckoning,
    )  # fmt: skip


def compose(  # noqa: PLR0917  the values of a goal, in its order
    team_name: str,
    head_from: int,
    head_to: int,
    need_by: date,
    until: date | None,
    arrivals: Steps,
    site_name: str,
    *,
    is_new_site: bool,
    period: Period | None = None,
    reckoning: Reckoning = _SOME_DAY,
) -> str:
    """Return the sentence for a goal's values; without a period everybody comes on `need_by`.

    An empty `team_name` stands for everybody, at a new site only. Names that `reckoning` takes for days are
    put between quotes.
    """
    whole = period or _around(need_by, until, arrivals)
    when = _when(whole, until, reckoning, is_implied=_is_implied(whole, until, arrivals))
    team, site = _name(team_name, reckoning), _name(site_name, reckoning)
    if is_new_site:
        what = _opening(team, head_to - head_from, site)
    else:
        what = _change(team, head_from, head_to, site, is_temporary=until is not None)
    return f"{what if when else what.removesuffix(',')}{when}{_steps(arrivals)}"


def _around(need_by: date, until: date | None, arrivals: Steps) -> Period:
    days = [day for day, _ in arrivals] or [need_by]
    return Period(min(days), until or max(days))


def _change(team: str, before: int, after: int, site: str, *, is_temporary: bool) -> str:
    if not team:  # only people for a season come to no team in particular
        return f"Hire {after - before} temporary people{f' in {site}' if site else ''}"
    verb, people = ("Grow" if after > before else "Reduce"), "person" if after == 1 else "people"
    new = "new " * (after > before)
    where = f", the {new}ones in {site}," if site else "," * is_temporary
    aside = " temporarily" if is_temporary else ""
    return f"{verb} {team}{aside} from {before} to {after} {people}{where}"


def _opening(team: str, people: int, site: str) -> str:
    count = f"{people} {'person' if people == 1 else 'people'}"
    return f"Open a new site in {site} with {count}{f' for {team}' if team else ''}"


def _when(period: Period, until: date | None, reckoning: Reckoning, *, is_implied: bool) -> str:
    if is_implied:  # the steps alone say it
        return ""
    if until is not None and until == period.end and period.edge is Edge.START:
        return f" from {day(period.start)} until {day(until)}"
    stay = f" until {day(until)}" if until else ""
    return f" {_stretch(period, reckoning)}{stay}"


def _stretch(period: Period, reckoning: Reckoning) -> str:
    if period.edge is Edge.END:
        return f"by {day(period.end)}"
    if period.start == period.end:
        return f"on {day(period.start)}"
    named = _named(period, reckoning)
    return f"in {named}" if named else f"between {day(period.start)} and {day(period.end)}"


def _named(period: Period, reckoning: Reckoning) -> str:
    """Return the name of a calendar month or quarter; a quarter only where no fiscal year has others."""
    year, month = period.start.year, period.start.month
    if period == month_of(year, month):
        return f"{period.start:%B} {year:04}"
    is_quarter = month % 3 == 1 and period == months_of(year, month, 3)
    return f"Q{month // 3 + 1} {year:04}" if is_quarter and reckoning.fiscal_start_month == 1 else ""


def _is_implied(period: Period, until: date | None, arrivals: Steps) -> bool:
    days = [day for day, _ in arrivals]
    return until is None and len(days) > 1 and (min(days), max(days)) == (period.start, period.end)


def _steps(arrivals: Steps) -> str:
    told = [f"{people} on {day(on)}" for on, people in arrivals]
    if not told:
        return ""
    return f": {told[0]}" if len(told) == 1 else f": {', '.join(told[:-1])} and {told[-1]}"


def day(on: date) -> str:
    """Return a day that reads the same in every country: 4 January 2027."""
    return f"{on.day} {on:%B} {on.year:04}"


def _name(name: str, reckoning: Reckoning) -> str:
    return name if not name or _is_plain(name, reckoning) else f'"{naming.quotable(name)}"'


def _is_plain(name: str, reckoning: Reckoning) -> bool:
    """Return whether a name holds no word that means something in a sentence."""
    if _PLAIN.fullmatch(name) is None:
        return False
    return whereabouts.opening(name) is None and not find(f"in {name}", reckoning)
