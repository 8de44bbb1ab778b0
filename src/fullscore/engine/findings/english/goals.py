"""English sentences of the findings about goals."""

from collections.abc import Mapping
from datetime import date

from fullscore.engine.findings.english.words import Sentence, day, listed, number
from fullscore.engine.findings.finding import Value

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
Values = Mapping[str, Value]


def _count(value: Value) -> str:
    """Return a number to nine as a word: below ten words read better than digits."""
    whole = int(str(value)) if str(value).isdigit() else None
    return _SMALL[whole] if whole is not None and whole < 10 else number(value)  # noqa: PLR2004


def _people(value: Value) -> str:
    return f"{_count(value)} {'person' if value == 1 else 'people'}"


def _everybody(value: Value) -> str:
    """Return all of some people with what they do: the one person starts, both people start."""
    if value == 1:
        return "the one person starts"
    return "both people start" if value == 2 else f"all {_count(value)} people start"  # noqa: PLR2004


def _weekday(value: Value) -> str:
    """Return a day without its year, as sentences about the coming months say it."""
    return f"{value:%A} {value.day} {value:%B}" if isinstance(value, date) else str(value)


def _days(value: Value) -> str:
    return f"{_count(value)} working {'day' if value == 1 else 'days'}"


def _thing(values: Values) -> str:
    quantity, unit, name = values.get("quantity"), values.get("unit"), values.get("name")
    if values.get("kind") == "level":
        return f"{name} at {number(quantity)} {unit or ''}".rstrip()
    if values.get("kind") == "pool":
        return f"{_count(quantity)} {unit or 'units'} of {name}"
    return f"{_count(quantity)} {name}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lead(values: Values) -> str:
    gaps, late, orders = values["gaps"], values["late"], values["orders"]
    if gaps == 0:
        return "Yes."
    if late == orders and late:
        return "Not in time."
    return f"Yes, with {_count(gaps)} {'gap' if gaps == 1 else 'gaps'}."


def _first(values: Values) -> str:
    order = f"Order {_thing(values)} by {_weekday(values['order_by'])}"
    if not values["is_whole"]:
        return f"{order} to be ready on {_weekday(values['need_by'])}."
    people = _everybody(values["people"])
    return f"{order} and {people} equipped on {_weekday(values['need_by'])}."


def _follow(values: Values) -> str:
    others = values["others"]
    if others == 1:
        return f"One more order follows by {_weekday(values['last'])}."
    return f"{_capital(_count(others))} more orders follow, the last by {_weekday(values['last'])}."


def _late(values: Values) -> str:
    thing = str(values["name"]) if values.get("kind") != "stock" else _thing(values)
    thing += "," * ("," in thing)  # "Internet link, Dayton, is late"
    waits = "waits" if values["people"] == 1 else "wait"
    one = values.get("kind") != "stock" or values["quantity"] == 1
    is_late, it_works = ("is late", "it works") if one else ("are late", "they work")
    return (
        f"{_capital(thing)} {is_late}: ordered today, {it_works} on {_weekday(values['earliest'])}; "
        f"{_people(values['people'])} {waits} {_days(values['working_days'])}."
    )


def _enough(values: Values) -> str:
    people = _everybody(values["people"])
    return f"Yes. What you have is enough: {people} equipped on {_weekday(values['need_by'])}."


def _fewer(values: Values) -> str:
    leave = "leaves" if values["people"] == 1 else "leave"
    people = _capital(_people(values["people"]))
    return f"Nothing to order. {people} {leave} {values['team']} by {_weekday(values['need_by'])}."


def _team_unknown(values: Values) -> str:
    near = values.get("near")
    if near:
        return f'No team is called "{values["asked"]}". Did you mean {_or(near)}?'
    return f'No team is called "{values["asked"]}". The teams are {listed(values.get("teams"))}.'


def _team_missing(values: Values) -> str:
    if not values.get("teams"):
        return "There is no team yet. Import your people with their teams, or add a team, then ask again."
    return f"Which team? Name one of {listed(values['teams'])}."


def _or(value: Value) -> str:
    parts = value if isinstance(value, tuple) else (str(value),)
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} or {parts[-1]}"


def _quoted(value: Value) -> str:
    parts = value if isinstance(value, tuple) else (str(value),)
    return listed(tuple(f'"{part}"' for part in parts))


def _not_yet(values: Values) -> str:
    return (
        f'This is a goal about {values["kind"]} ("{values["word"]}"); such goals are not planned '
        "yet. They will be "
        f"in the room {values['room']}. Ask for people in a team, like: grow Sales by 50 percent "
        "next quarter."
    )


def _not_positive(values: Values) -> str:
    if values.get("team"):
        return (
            f"{values['team']} has {_people(values['present'])}; this would leave {values['said']}. "
            "Name a number of one or more."
        )
    return f'"{values["said"]}" is not a number of people to plan for. Name a number of one or more.'


def _late_finding(values: Values) -> str:
    return (
        f"{values['name']} can no longer be ready by {day(values['need_by'])}: its last day to order was "
        f"{day(values['order_by'])}. Ordered today it works on {day(values['earliest'])}; until then "
        f"{_people(values['people'])} {'waits' if values['people'] == 1 else 'wait'} "
        f"{_days(values['working_days'])}."
    )


_GOAL_REFUSALS: dict[str, Sentence] = {
    "goal-empty": lambda _: "Write what the business wants, like: hire 12 people in Sales in March.",
    "goal-unreadable": lambda _: (
        "The sentence holds characters nobody can read. Type it again in plain text."
    ),
    "goal-too-long": lambda values: (
        f"The sentence has {number(values['length'])} characters; {number(values['longest'])} are read. "
        "Ask for one goal in one sentence."
    ),
    "goal-kind-not-planned-yet": _not_yet,
    "goal-hangs-on-a-word": lambda values: (
        f'The word "{values["word"]}" may turn the sentence round. Say it without, like: grow '
        "Sales by 50 percent "
        "next quarter."
    ),
    "goal-team-missing": _team_missing,
    "goal-team-unknown": _team_unknown,
    "goal-names-two-teams": lambda values: (
        f"This names {listed(values['teams'])}. Ask for one team at a time."
    ),
    "goal-team-has-nobody": lambda values: (
        f"Nobody works in {values['team']} today, so a share of it is nobody. Say how many people it gets."
    ),
    "goal-number-missing": lambda _: "How many people? Say a number or a percentage, like: by 12 people.",
    "goal-names-two-numbers": lambda values: (
        f"This says {_quoted(values['numbers'])}; which one counts? Leave the other out."
    ),
    "goal-number-too-large": lambda values: (
        f'"{values["said"]}" is more than the {number(values["most"])} that can be planned. Check the number.'
    ),
    "goal-direction-missing": lambda values: (
        f'Is "{values["said"]}" more, fewer, or the new total? Say: {values["said"]} more, or: '
        f"to {values['said']}."
    ),
    "headcount-not-positive": _not_positive,
    "headcount-not-whole": lambda values: f'"{values["said"]}" is not a whole number of people. Round it.',
    "goal-changes-nothing": lambda values: (
        f"{values['team']} has {_people(values['present'])} already. Name another number."
    ),
    "goal-period-missing": lambda _: "By when? Say a day, month or quarter, like: next quarter, by 1 March.",
    "goal-names-two-periods": lambda values: (
        f"This names {_quoted(values['periods'])}; which one counts? Leave the other out."
    ),
    "goal-date-does-not-exist": lambda values: (
        f'There is no day "{values["words"]}" to plan for. Check the date.'
    ),
    "goal-period-past": lambda values: (
        f'"{values["words"]}" ended on {day(values["ended_on"])}. Name a day that is still to come.'
    ),
}
_GOAL_REFUSALS |= {
    "day-out-of-reach": lambda values: f"{day(values['on'])} is too far away to plan on. Check the year.",
    "day-not-understood": lambda values: f'"{values["said"]}" is not a day. Write it as 2026-11-23.',
}
_GOAL_NOTES: dict[str, Sentence] = {
    "goal-words-not-understood": lambda values: (
        f"Not used: {_quoted(values['words'])}. If it matters, say it in another way."
    ),
    "goal-starts-elsewhere": lambda values: (
        f"The sentence starts from {values['said']}; the register of people has "
        f"{number(values['present'])} in "
        f"{values['team']}. The plan starts from the register. Correct the people if they are wrong."
    ),
}
_PLAN: dict[str, Sentence] = {
    "requirement-late": _late_finding,
    "order-without-date": lambda values: (
        f"Order {values['order']} of {number(values['quantity'])} {values['name']} has no due "
        "date, so it is not "
        "counted. Fill in when it is due."
    ),
    "items-on-order-without-order": lambda values: (
        f"{number(values['quantity'])} {values['name']} stand as on order, but no open order says when they "
        "come, so they are not counted. Add the order with its due date."
    ),
    "order-overdue": lambda values: (
        f"Order {values['order']} of {number(values['quantity'])} {values['name']} was due on "
        f"{day(values['due_on'])}. "
        "It is counted as coming next. Ask the vendor, or mark it received."
    ),
    "order-comes-too-late": lambda values: (
        f"Order {values['order']} brings {number(values['quantity'])} {values['name']} on "
        f"{day(values['due_on'])}, too "
        "late for this. Ask whether it can come sooner before ordering more."
    ),
    "pool-without-capacity": lambda values: (
        f"How much there is of {values['pool']} is not known, so nothing is ordered for it. Fill "
        "in its capacity."
    ),
    "pool-without-unit": lambda values: (
        f"{values['pool']} has no unit. Fill in what it is counted in, like seats."
    ),
    "pool-over-used": lambda values: (
        f"{values['pool']} is used beyond what it may be by {number(values['over'])} "
        f"{values['unit']}; the order fills "
        "that as well. Check who still needs one."
    ),
    "pool-no-size-large-enough": lambda values: (
        f"{values['pool']} needs {number(values['needed'])} {values['unit']}; the largest size is "
        f"{number(values['largest'])}. Add a larger size, or another {values['pool']}."
    ),
    "kit-cycle": lambda values: (
        f"These things need one another, so that no order would ever end: {listed(values['circle'])}. "
        "Take one of their kit lines away."
    ),
    "workload-does-not-fit": lambda values: (
        f"There is more to set up than time to do it: from the week of {day(values['week'])} on, "
        f"{number(values['hours'])} hours are missing ({values['people']}). All of it would be ready on "
        f"{day(values['ready_on'])}. Let more people set things up, lower their share for tickets, or start "
        "later."
    ),
    "workload-nobody-free": lambda values: (
        f"{number(values['hours'])} hours of setting up are not counted: {values['people']} will have no "
        "time for them within three years. Tick who sets things up, and correct their hours and share for "
        "tickets."
    ),
    "kit-nothing-known": lambda values: (
        f"What people in {values['team']} hold is not known, so nothing can be planned for "
        "newcomers. Import devices "
        "and licences with their holders."
    ),
}
_ANSWER: dict[str, Sentence] = {
    "answer-lead": _lead,
    "answer-order-first": _first,
    "answer-orders-follow": _follow,
    "answer-late": _late,
    "answer-more-late": lambda values: (
        "One more order is late."
        if values["more"] == 1
        else f"{_capital(_count(values['more']))} more are late."
    ),
    "answer-enough": _enough,
    "answer-fewer": _fewer,
    "answer-not-known": lambda values: f"Not known. Nothing tells what a newcomer in {values['team']} needs.",
}
SENTENCES: dict[str, Sentence] = {**_GOAL_REFUSALS, **_GOAL_NOTES, **_PLAN, **_ANSWER}
