"""English of the rules that changes keep: what stands against a date, and what would help."""

from collections.abc import Mapping
from datetime import date, timedelta

from fullscore.engine.findings.english.words import Sentence, clipped, day, listed, number
from fullscore.engine.findings.finding import Value

Values = Mapping[str, Value]
_MIDNIGHT, _ALL_DAY = "00:00", ("00:00", "24:00")
LONGEST_TITLE = 60
_WEEKDAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
_COUNTS = {2: "two", 3: "three", 4: "four"}


def _when(v: Values) -> str:
    """Return a span of time: on one day, over night, or from day to day."""
    start, last = v["day"], v["last"]
    if not isinstance(start, date) or not isinstance(last, date):
        return "on a day nobody knows"
    if v["to"] == _MIDNIGHT:
        last = last - timedelta(days=1)
    if v["from"] == v["to"] == _MIDNIGHT:
        return f"on {day(start)}" if start == last else f"from {day(start)} to {day(last)}"
    is_near = (last - start).days <= 1
    until = str(v["to"]) if is_near else f"{day(last)}, {v['to']}"
    return f"on {day(start)} from {v['from']} to {until}"


def _weekly(openings: Value) -> str:
    """Return hours of a week: on Tuesdays and Thursdays from 20:00 to 24:00, and on Saturdays ..."""
    by_hours: dict[tuple[str, str], list[str]] = {}
    for one in openings if isinstance(openings, tuple) else ():
        weekday, opens, closes = one.split()
        by_hours.setdefault((opens, closes), []).append(_WEEKDAYS[int(weekday) - 1])
    said = tuple(
        f"on {listed(tuple(days))}" + ("" if hours == _ALL_DAY else f" from {hours[0]} to {hours[1]}")
        for hours, days in by_hours.items()
    )
    return ", and ".join(said)


def _window(v: Values) -> str:
    longest, minutes = v.get("longest"), v["minutes"]
    if isinstance(longest, int) and isinstance(minutes, int) and longest < minutes:
        has = f"its longest window has {_length(longest)}" if longest else "no window is ahead for it"
        return f"{v['node']} is away for {_length(minutes)}, and {has}. Lengthen one, or shorten the work."
    if v.get("openings"):
        return f"{v['node']} is changed {_weekly(v['openings'])}."
    if v.get("day") is None:
        return f"{v['node']} has no window from then on. Add one."
    return f"{v['node']} may only be away in its windows; the next is {_when(v)}."


def _length(minutes: Value) -> str:
    """Return minutes as people say them: 45 min, 2 h, 1 h 30 min."""
    assert isinstance(minutes, int)
    hours, rest = divmod(minutes, 60)
    return " ".join([f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest or not hours))


def _takes(v: Values) -> str:
    """Return that more than one person is needed, where that is why it matters."""
    needs = v.get("needs")
    if not isinstance(needs, int) or needs <= 1:
        return ""
    return f" and it takes {_COUNTS.get(needs, number(needs))} people"


def _hours(v: Values) -> str:
    if v.get("openings"):
        return f"{v['person']} works on changes {_weekly(v['openings'])}{_takes(v)}."
    return f"{v['person']} does not work on changes at that hour{_takes(v)}."


def _at(v: Values) -> str:
    """Return the day of a change, without its year: 12 December."""
    return _short(v["day"])


def _short(value: Value) -> str:
    return f"{value.day} {value:%B}" if isinstance(value, date) else str(value)


def _late_by(v: Values) -> str:
    days = v["days_late"]
    since = "yesterday" if days == 1 else f"{number(days)} days ago"
    planned = f"it is set for {_at(v)}" if v.get("day") is not None else "it has no date"
    return f"It was wanted {since}, by {_short(v['due'])}; {planned}."


def _windowless(v: Values) -> str:
    if v.get("count"):
        names = v["names"] if isinstance(v["names"], tuple) else ()
        said = listed(tuple(clipped(name, 22) for name in names)) if names else "Several"
        others = "" if v["count"] == len(names) else " and others"
        return f"{said}{others}: they may stop at any hour."
    who = "person works" if v["people"] == 1 else "people work"
    return f"{number(v['people'])} {who} with it, and it may stop at any hour."


def _other(v: Values) -> str:
    return str(v.get("other", "another change"))


def _titled(before: str, key: str = "name") -> Sentence:
    """Return a title of what is to be done about a change, in so many letters."""
    return lambda v: f"{before} {clipped(str(v[key]), LONGEST_TITLE - len(before) - 1)}"


def _do_not(v: Values) -> str:
    return "do not answer" if isinstance(v["people"], tuple) and len(v["people"]) > 1 else "does not answer"


SENTENCES: dict[str, Sentence] = {
    "calendar-is-none": lambda _: (
        "This is no calendar. Bring a file that ends in .ics, or the address of one; a page about it is none."
    ),
    "calendar-not-reached": lambda v: f"The calendar {v['name']} could not be read. {v['reason']}",
    "calendar-name-taken": lambda v: f"There is a calendar called {v['name']} already. Choose another name.",
    "calendar-unnamed": lambda v: (
        f"{v['name']} needs a name of at most 200 letters and what it means. Fill both in."
    ),
    "calendar-absence-of-nobody": lambda v: f"{v['name']} holds absences. Say whose they are.",
    "change-window-missed": _window,
    "change-frozen": lambda v: f"{v['freeze']}: nothing may change {_when(v)}.",
    "change-too-early": lambda v: f"{v['name']} may not begin before {day(v['day'])}.",
    "change-too-late": lambda v: f"{v['name']} must be over by the end of {day(v['day'])}.",
    "change-notice-short": lambda v: (
        f"People are told {number(v['days'])} working days before: not before {day(v['day'])}."
    ),
    "change-hours-outside": _hours,
    "change-absent": lambda v: f"{v['person']} is away {_when(v)}{_takes(v)}.",
    "change-order-broken": lambda v: f"{v['then']} begins when {v['first']} is over.",
    "change-soaking": lambda v: f"{v['other']} is still being watched; what it changed is left alone.",
    "change-clash": lambda v: f"{v['other']} disturbs the same service at the same time.",
    "change-redundancy-lost": lambda v: (
        f"Too little of what {v['node']} rests on would be left: {_other(v)} has the rest."
    ),
    "change-joint-outage": lambda v: (
        f"Together with {_other(v)} it would stop {v['node']}, which neither does alone."
    ),
    "change-other-announced": lambda v: f"The date of {v['other']} was told to people and stays.",
    "change-late": lambda v: f"{v['name']} is wanted by {day(v['day'])}.",
    "change-person-busy": lambda v: f"{v['person']} works on {v['other']} then.",
    "change-crew-missing": lambda v: (
        f"{v['name']} asks for {v['skill']}, and too few people here have that. "
        "Write the skill with somebody in People, or name somebody."
    ),
    "change-outside-plan": lambda v: f"{v['name']} does not fit into the time that is planned.",
    "change-unanswered": lambda v: (
        f"People are told by {_short(v['notice_by'])}, and {listed(v['people'])} {_do_not(v)}. Ask again."
    ),
    "change-window-short": lambda v: (
        f"At worst it takes {_length(v['minutes'])}; the longest window of {clipped(str(v['node']), 30)} has "
        f"{_length(v['longest'])}."
    ),
    "service-without-window": _windowless,
    "person-double-booked": lambda v: (
        f"{listed(v['people'])} works on {clipped(str(v['other']), 40)} on {_at(v)} at {v['starts']} as well."
    ),
    "change-overdue": _late_by,
    "change-date-passed": lambda v: f"It was set for {_at(v)}. Say how it went, or give it another date.",
    "vendor-double-booked": lambda v: (
        f"{clipped(str(v['vendor']), 30)} is asked for {clipped(str(v['other']), 40)} on {_at(v)} too."
    ),
}
TITLES: dict[str, Sentence] = {
    "change-unanswered": _titled("Get an answer on"),
    "change-window-short": _titled("Make room for"),
    "service-without-window": lambda v: (
        f"Say when {number(v['count'])} services may be away"
        if v.get("count")
        else f"Say when {clipped(str(v['name']), 40)} may be away"
    ),
    "person-double-booked": _titled("Find somebody else for"),
    "change-overdue": _titled("Get done:"),
    "change-date-passed": _titled("Say how it went:"),
    "vendor-double-booked": _titled("Find another evening for"),
}
BUTTONS: dict[str, Sentence] = {
    "change-unanswered": lambda _: "Ask again",
    "change-window-short": lambda _: "See the change",
    "service-without-window": lambda _: "Add a window",
    "person-double-booked": lambda _: "Find another date",
    "change-overdue": lambda _: "Find a date",
    "change-date-passed": lambda _: "See the change",
    "vendor-double-booked": lambda _: "Find another date",
}
