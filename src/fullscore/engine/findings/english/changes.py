"""English of the rules that changes keep: what stands against a date, and what would help."""

from collections.abc import Mapping
from datetime import date, timedelta

from fullscore.engine.findings.english.words import Sentence, day, number
from fullscore.engine.findings.finding import Value

Values = Mapping[str, Value]
_MIDNIGHT = "00:00"


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


def _window(v: Values) -> str:
    if v.get("day") is None:
        minutes = number(v["minutes"])
        return f"{v['node']} has no window of {minutes} minutes from then on. Add one, or shorten the work."
    return f"{v['node']} may only be away in its windows; the next is {_when(v)}."


SENTENCES: dict[str, Sentence] = {
    "change-window-missed": _window,
    "change-frozen": lambda v: f"{v['freeze']}: nothing may change {_when(v)}.",
    "change-too-early": lambda v: f"{v['name']} may not begin before {day(v['day'])}.",
    "change-too-late": lambda v: f"{v['name']} must be over by the end of {day(v['day'])}.",
    "change-notice-short": lambda v: (
        f"People are told {number(v['days'])} working days before: not before {day(v['day'])}."
    ),
    "change-hours-outside": lambda v: f"{v['person']} does not work on changes at that hour.",
    "change-absent": lambda v: f"{v['person']} is away {_when(v)}.",
    "change-order-broken": lambda v: f"{v['other']} and {v['name']} come one after the other, not like this.",
    "change-soaking": lambda v: f"{v['other']} is still being watched; what it changed is left alone.",
    "change-clash": lambda v: f"{v['other']} disturbs the same service at the same time.",
    "change-redundancy-lost": lambda v: (
        f"Too little of what {v['node']} rests on would be left: another change has the rest."
    ),
    "change-joint-outage": lambda v: (
        f"Together with {v['other']} it would stop {v['node']}, which neither does alone."
    ),
    "change-other-announced": lambda v: f"The date of {v['other']} was told to people and stays.",
    "change-late": lambda v: f"{v['name']} is wanted by {day(v['day'])}.",
    "change-person-busy": lambda v: f"{v['person']} works on {v['other']} then.",
    "change-crew-missing": lambda v: (
        f"{v['name']} asks for {v['skill']}, and too few people here have that. "
        "Write the skill with somebody in People, or name somebody."
    ),
    "change-outside-plan": lambda v: f"{v['name']} does not fit into the time that is planned.",
}
TITLES: dict[str, Sentence] = {}
BUTTONS: dict[str, Sentence] = {}
