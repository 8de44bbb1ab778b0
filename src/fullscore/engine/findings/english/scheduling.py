"""English of what keeps a change from being planned, and of moving dates."""

from collections.abc import Mapping

from fullscore.engine.findings.english.words import Sentence, clipped, day, number
from fullscore.engine.findings.finding import Value

Values = Mapping[str, Value]


# What would get worse earlier, level by level.
_WORSE = {
    "unplaced": "another change would have no date",
    "lateness": "it would be later than it is wanted",
    "disturbed": "it would disturb more people at work",
    "moved": "a date people were told would move",
    "earliness": "it would begin later",
}

SENTENCES: dict[str, Sentence] = {
    "change-without-length": lambda v: (
        f"Nobody said how long {v['name']} takes, so it has no date. Write it in its field 'takes'."
    ),
    "change-without-time": lambda v: (
        f"{v['name']} is set for {day(v['day'])}, at no time. Write a time, such as 22:00."
    ),
    "change-without-beginning": lambda v: (
        f"{v['name']} runs, and nobody said since when. Write its day and time."
    ),
    "change-longer-than-plan": lambda v: f"{v['name']} takes longer than all the time that is planned.",
    "change-skill-unknown": lambda v: (
        f"{v['name']} asks for {number(v['count'])} with the skill {v['skill']}, and "
        f"{number(v['have']) if v['have'] else 'nobody'} here has it. "
        "Write the skill with somebody in People, or name somebody."
    ),
    "change-person-gone": lambda v: (
        f"{v['name']} asks for {v['person']}, who is not here now. Name somebody else for it."
    ),
    "change-before-given-up": lambda v: (
        f"{v['name']} was to come after {v['other']}, which is {v['state']}. "
        "It is planned without it; take the line out if that is right."
    ),
    "change-waits-for-unplanned": lambda v: (
        f"{v['name']} comes after {v['other']}, which cannot be planned yet. See to that one first."
    ),
    "change-earlier-worse": lambda v: (
        f"On {day(v['day'])} at {v['clock']} it could be done too, but {_WORSE[str(v['level'])]}."
    ),
    "change-nothing-earlier": lambda _: "No earlier start would break a rule or be worse: none is left.",
    "change-without-rule": lambda v: (
        f"Without that rule it could be done on {day(v['day'])} at {v['clock']}."
    ),
    "change-is-announced": lambda v: (
        f"People were told that {v['name']} is on {day(v['day'])}. Move it all the same, and tell them again?"
    ),
    "change-not-movable": lambda v: f"{v['name']} is {v['state']}; its date stays as it is.",
    "change-date-unread": lambda v: f"'{v['value']}' is no day and time. Write them as 2026-12-12T22:00.",
    "change-not-planned": lambda v: f"{v['name']} takes no part in the plan: it is over, or a template.",
    "change-date-gone": lambda v: (
        f"{v['name']} was not moved: {v['other']} changed it since the dates were found. Find dates again."
    ),
    "change-date-breaks": lambda v: (
        f"{v['name']} was not moved: something was written since the dates were found, and now this date "
        "does not work. Find dates again."
    ),
    "schedule-not-found": lambda v: f"No dates were asked for under the number {v['value']}.",
    "schedule-not-done": lambda v: (
        f"The dates asked for as number {v['value']} are not found yet, or never were."
    ),
    "schedule-key-unknown": lambda v: (
        f"No rule is called '{v['value']}'. Answers name them: freeze:stocktaking, say."
    ),
    "schedule-days-unread": lambda v: (
        f"'{v['value']}' is no stretch of days. Write it as 2026-12-01..2026-12-31."
    ),
    "schedule-limit-unread": lambda v: f"A limit is 1 to {number(v['most'])} seconds, not {v['value']}.",
    "hours-unread": lambda v: (
        f"The {v['field']} of {v['name']} are not understood: '{v['value']}'. "
        "Until they are, any hour counts. Write Mon-Fri 07:30-18:00."
    ),
    "clock-time-unread": lambda v: (
        f"'{v['value']}' of {v['name']} is no time of day, so it does not count. Write it as 22:00."
    ),
    "clock-time-skipped": lambda v: (
        f"{v['name']}: there is no {v['clock']} on {day(v['day'])}, when clocks go forward. "
        "The end of the missing hour is meant."
    ),
    "clock-time-twice": lambda v: (
        f"{v['name']}: {v['clock']} comes twice on {day(v['day'])}, when clocks go back. The first is meant."
    ),
    "zone-not-known": lambda v: (
        f"{v['name']} has the time zone '{v['value']}', which nobody knows; the organisation's is taken. "
        "Write it as America/New_York."
    ),
    "freeze-ends-before-it-begins": lambda v: (
        f"The freeze {v['name']} ends before it begins, so it does not count. Turn its times round."
    ),
}
TITLES: dict[str, Sentence] = {
    "change-without-length": lambda v: f"Say how long {clipped(str(v['name']), 38)} takes",
    "change-without-beginning": lambda v: f"Say since when {clipped(str(v['name']), 36)} runs",
    "change-longer-than-plan": lambda v: f"Shorten or split {clipped(str(v['name']), 40)}",
    "change-order-cycle": lambda v: f"Say what comes first: {clipped(str(v['name']), 35)}",
}
BUTTONS: dict[str, Sentence] = {
    "change-without-length": lambda _: "Write it down",
    "change-without-beginning": lambda _: "Write it down",
    "change-longer-than-plan": lambda _: "Open the change",
    "change-order-cycle": lambda _: "Open the change",
}
