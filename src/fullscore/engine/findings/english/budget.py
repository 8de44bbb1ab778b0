"""English of what is chosen from, what keeps it from being chosen, and why something is in or out."""

from collections.abc import Mapping
from decimal import Decimal

from fullscore.engine.findings.english.words import Sentence, listed, number
from fullscore.engine.findings.finding import Value
from fullscore.engine.money import amounts

Values = Mapping[str, Value]

# What stops something, by the kind of rule; the text after the kind says which one.
_RULES = {
    "budget": "the money of {0}", "hours": "the hours of IT in {0}", "floor": "the floor of {0}",
    "ceiling": "the ceiling of {0}", "mandatory": "{0} must be done", "pinned": "{0} is pinned",
    "forbidden": "{0} is forbidden", "needs": "{0} needs {1}", "excludes": "{0} never goes with {1}",
}  # fmt: skip


def _money(v: Values, name: str) -> str:
    value = v[name]
    return amounts.words(Decimal(str(value)), str(v.get("currency") or "")).strip()


def _percent(v: Values, name: str) -> str:
    return f"{number(v[name])} %"


def rule_words(value: str) -> str:
    """Return a rule in words: 'budget:2027' is 'the money of 2027'."""
    kind, _, about = value.partition(":")
    return _RULES[kind].format(*about.split("\n"))


def _rules(v: Values) -> str:
    rules = v["rules"]
    return listed(tuple(rule_words(each) for each in rules)) if isinstance(rules, tuple) and rules else ""


def _needed(v: Values, unit: str) -> str:
    if v["needed"] is None:
        return "Raise it, or let go of something else."
    if unit == "hours":
        return f"The others need at least {number(v['needed'])} h: allow that, or let go of one of them."
    return f"The others need at least {_money(v, 'needed')}: allow that, or let go of one of them."


def _bills(v: Values) -> str:
    return "1 bill" if v["count"] == 1 else f"{number(v['count'])} bills"


def _are(v: Values) -> str:
    return "is" if v["count"] == 1 else "are"


def _since(v: Values) -> str:
    return f", every month since {v['since']}" if v["since"] else ""


def _pushed(v: Values) -> str:
    return f"{listed(v['others'])} would have to go or change for it"


SENTENCES: dict[str, Sentence] = {
    "budget-negative": lambda v: (
        f"The budget of {v['when']} is {_money(v, 'amount')}, less than nothing. "
        "Write what may be spent, or 0."
    ),
    "budget-hours-negative": lambda v: (
        f"The hours of IT in {v['when']} are {number(v['amount'])}, less than none. "
        "Write how many there are, or 0."
    ),
    "budget-share-outside": lambda v: (
        f"The {v['what']} of {v['purpose']} is {_percent(v, 'share')} of what is spent. "
        "Write a share from 0 to 100 %."
    ),
    "budget-floor-over-ceiling": lambda v: (
        f"At least {_percent(v, 'floor')} must go to {v['purpose']}, "
        f"and at most {_percent(v, 'ceiling')} may. "
        "Lower the floor or raise the ceiling."
    ),
    "budget-floors-over-whole": lambda v: (
        f"The floors of {listed(v['names'])} come to {_percent(v, 'share')} of what is spent, which is more "
        "than all of it. Lower them to 100 % together."
    ),
    "budget-ceilings-under-whole": lambda v: (
        f"All ceilings together allow {_percent(v, 'share')} of what is spent, so only nothing can be spent. "
        "Raise them to 100 % together."
    ),
    "budget-pinned-twice": lambda v: (
        f"{v['name']} is pinned to be done in {number(_count(v, 'ways'))} ways at once: {listed(v['ways'])}. "
        "Keep one pin."
    ),
    "budget-mandatory-forbidden": lambda v: (
        f"{v['name']} must be done, and every way to do it is forbidden. Allow one of them."
    ),
    "budget-mandatory-without-option": lambda v: (
        f"{v['name']} must be done, and nobody wrote how. Add an option with what it costs."
    ),
    "budget-tie-unknown": lambda v: (
        f"A need or exclusion names {v['name']}, which is no proposal or option to choose from. "
        "Take the line out, or reopen what it names."
    ),
    "budget-excludes-itself": lambda v: (
        f"{v['name']} excludes itself, so it can never be done. Take the line out."
    ),
    "budget-needs-cycle": lambda v: (
        f"{listed(v['names'])} need each other in a circle, so they are done together or not at all. "
        "Take a line out where that is not meant."
    ),
    "budget-mandatory-exclusive": lambda v: (
        f"{v['name']} and {v['other']} must both be done"
        + (f" (because of {listed(v['because'])})" if v["because"] else "")
        + ", and one excludes the other. Take the exclusion out, or let one of them be optional."
    ),
    "budget-rule-budget": lambda v: (
        f"{v['when']} has {_money(v, 'limit')} to spend. {_needed(v, 'money')}"
    ),
    "budget-rule-hours": lambda v: (
        f"IT has {number(v['limit'])} h for projects in {v['when']}. {_needed(v, 'hours')}"
    ),
    "budget-rule-floor": lambda v: (
        f"At least {_percent(v, 'limit')} of what is spent must go to {v['purpose']}. Lower that share."
    ),
    "budget-rule-ceiling": lambda v: (
        f"At most {_percent(v, 'limit')} of what is spent may go to {v['purpose']}. Raise that share."
    ),
    "budget-rule-mandatory": lambda v: (
        f"{v['name']} must be done. Find a cheaper way, or see whether it may wait."
    ),
    "budget-rule-pinned": lambda v: f"{v['name']} is pinned. Take the pin off.",
    "budget-rule-forbidden": lambda v: f"{v['name']} is forbidden. Allow it again.",
    "budget-rule-needs": lambda v: (
        f"{v['name']} is only done with {v['other']}. Take the need out if it is no longer so."
    ),
    "budget-rule-excludes": lambda v: (
        f"{v['name']} is never done with {v['other']}. Take the exclusion out if it is no longer so."
    ),
    "budget-rule-costs": lambda v: (
        f"{_capital(rule_words(str(v['rule'])))}: that costs {_money(v, 'cost')} a year. "
        "Let it go if it is not worth that."
    ),
    "budget-rule-costs-nothing": lambda v: (
        f"{_capital(rule_words(str(v['rule'])))}: that costs nothing; the choice would be as good without it."
    ),
    "budget-in-worth": lambda v: f"{v['name']} is in: without it a year is {_money(v, 'lost')} worse.",
    "budget-in-needed": lambda v: f"{v['name']} is in because {_rules(v)}.",
    "budget-in-mandatory": lambda v: (
        f"{v['name']} is in because it must be done; by itself it is not worth it."
    ),
    "budget-in-pinned": lambda v: f"{v['name']} is in because it is pinned; by itself it is not worth it.",
    "budget-in-free": lambda v: (
        f"{v['name']} is in, but a year is no worse without it. Leave it out if you like."
    ),
    "budget-out-pinned": lambda v: f"{v['name']} is out because somebody pinned that it is not done.",
    "budget-out-forbidden": lambda v: (
        f"{v['name']} is out: every way to do it is forbidden, or none is written down."
    ),
    "budget-out-worthless": lambda v: (
        f"{v['name']} is out: beside the others a year is no better with it. "
        "Write what it earns, saves or prevents, if that is missing."
    ),
    "budget-out-rule": lambda v: (
        f"{v['name']} is out: no choice keeps all rules with it. In its way: {_rules(v)}."
    ),
    "budget-out-better": lambda v: (
        f"{v['name']} is out: {_pushed(v)}, and a year would be {_money(v, 'worse')} worse. "
        f"In its way: {_rules(v)}."
    ),
    "budget-out-limit": lambda v: (
        f"{v['name']} is out: there is no room for it beside the others. In its way: {_rules(v)}."
    ),
    "budget-out-alike": lambda v: (
        f"{v['name']} is out, but a year would be as good with it"
        + (f"; {_pushed(v)}." if v["others"] else ".")
    ),
    "budget-year-outside": lambda v: (
        f"{v['value']} is no year to plan for. Name one from {v['first']} to {v['last']}."
    ),
    "budget-forecast-years": lambda v: (
        f"A forecast reaches 1, 3 or 5 fiscal years, not {v['value']}. Ask for one of these."
    ),
    "budget-figure-unknown": lambda v: (
        f"There is no such figure ({v['measure']}). Open one that stands on the page."
    ),
    "budget-line-unknown": lambda v: (
        f"There is nothing to confirm for {v['value']}. Name a row of the proposal."
    ),
    "budget-line-said": lambda v: (
        f"{v['name']} has planned amounts for {v['year']} already. Change them, or take them back first."
    ),
    "bills-without-place": lambda v: (
        f"{_bills(v)} of {_money(v, 'amount')} {'belongs' if v['count'] == 1 else 'belong'} "
        "to no contract, order or line. "
        "Say on each what it was for."
    ),
    "bills-of-other-currency": lambda v: (
        f"{_bills(v)} in {listed(v['currencies'])} {_are(v)} in no sum: "
        f"everything here is in {v['currency']}. Write the amounts in {v['currency']}."
    ),
    "line-over-plan": lambda v: (
        f"{v['name']} is {_money(v, 'amount')} over its plan of {_money(v, 'planned')} "
        f"until {v['until']}{_since(v)}."
    ),
    "line-under-plan": lambda v: (
        f"{v['name']} is {_money(v, 'amount')} under its plan of {_money(v, 'planned')} until {v['until']}."
    ),
}  # fmt: skip


def _count(v: Values, name: str) -> int:
    value = v[name]
    return len(value) if isinstance(value, tuple) else 1


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
