"""English of risks and of questions about the budget: what is left out, and what nobody can mean."""

from collections.abc import Mapping
from decimal import Decimal

from fullscore.engine.findings.english.words import Sentence, listed
from fullscore.engine.findings.finding import Value
from fullscore.engine.money import amounts

Values = Mapping[str, Value]
_HOURS = {
    "who works with it": (
        "nobody has said who works with {service}. Say which teams use it, so that its hours down are counted"
    ),
    "what an hour without it costs": (
        "nobody has said what an hour without {service} costs. Write it at the service, or what a day of one "
        "person costs in the settings"
    ),
}  # fmt: skip


def _unpriced(v: Values) -> str:
    missing = _HOURS[str(v["missing"])].format(service=v["service"])
    return f"{v['name']} is counted without the hours it lasts: {missing}."


def _money(v: Values, name: str) -> str:
    return amounts.words(Decimal(str(v[name])), str(v["currency"]))


def _keeps(v: Values) -> str:
    alone = f"{v['name']} stays: without it a year is {_money(v, 'without')} worse"
    if v["instead"] is None:
        return f"{alone}, and the rest cannot do without it."
    return f"{alone}. Cutting there instead, all else at its best, would lose {_money(v, 'instead')} a year."


SENTENCES: dict[str, Sentence] = {
    "risk-outage-unpriced": _unpriced,
    "risk-outage-partly-priced": lambda v: (
        f"{v['name']} is counted too low: of some services that go down with {v['service']} nobody has said "
        "what an hour costs. Write it there, or what a day of one person costs in the settings."
    ),
    "risk-without-often": lambda v: (
        f"{v['name']} is not counted: nobody has said how often it comes. "
        "Write times a year, or a cause that brings it."
    ),
    "risk-without-cost": lambda v: (
        f"{v['name']} is not counted: nobody has said what it costs. "
        "Write a cost, consequences, or hours down."
    ),
    "budget-not-asked-yet": lambda _: "Nobody has asked for this yet. Ask, and a worker will answer.",
    "run-not-found": lambda v: f"There is no question number {v['value']} here. Ask again.",
    "budget-proposal-declined": lambda v: (
        f"{v['name']} was declined and is left out. Open it again to weigh it."
    ),
    "budget-proposal-outside": lambda v: (
        f"{v['name']} is left out: it starts in none of the quarters that are planned. "
        "Change when it may start."
    ),
    "budget-proposal-without-way": lambda v: (
        f"{v['name']} is left out: nobody has written a way to do it. Add an option with what it costs."
    ),
    "budget-need-left-out": lambda v: (
        f"{v['name']} needs {v['other']}, which is left out; so it is left out too. "
        "Take the need away, or open what it needs again."
    ),
    "budget-nothing-chosen": lambda _: (
        "Your limits cannot hold together, so there is nothing to cut or to add to. "
        "Choose first: that names the rules that clash."
    ),
    "budget-cut-too-much": lambda v: (
        f"The best choice spends {_money(v, 'spends')} in {v['when']}; "
        f"{_money(v, 'amount')} cannot be cut from it. Ask for a smaller cut."
    ),
    "budget-cut-keeps": _keeps,
    "budget-bad-year-unmet": lambda v: (
        f"None of the {v['count']} choices examined keeps one year in {v['years']} within what you set. "
        "What is shown is the best whatever bad years cost: allow more, or propose what makes losses smaller."
    ),
    "budget-amount-unread": lambda v: f"{v['value']} is no amount above 0. Write it as 20000 or 20000.00.",
    "budget-year-unread": lambda v: (
        f"There is no year {v['value']} in the plan. Write 0 for the first, up to {v['most']}."
    ),
    "budget-kind-unknown": lambda v: f"{v['value']} cannot be asked. Ask for one of: {listed(v['kinds'])}.",
    "budget-pin-unknown": lambda v: (
        f"{v['value']} says nothing about an option. Write one of: {listed(v['pins'])}."
    ),
    "budget-pin-overtaken": lambda v: (
        f"{v['name']} was changed since, or that entry was no pin. Set it as you want it now."
    ),
}
