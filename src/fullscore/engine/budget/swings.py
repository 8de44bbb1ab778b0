"""What the order of options hangs on: one figure at a time at its low and its high end, all others as said.

Ranges of losses move from one end to the other of what their authors gave. What nobody gave a range for, what
an option earns, saves and costs, moves a quarter down and up; such a swing is marked as assumed.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from fullscore.engine.budget.options import options_of
from fullscore.engine.budget.problem import Option, Proposal
from fullscore.engine.risk.scenario import Cause, Range, Risks, Scenario

Worths = Mapping[str, Decimal]
Ranking = Callable[[Proposal, Risks], Worths]
_DOWN, _UP = Decimal("0.75"), Decimal("1.25")


@dataclass(frozen=True, slots=True)
class Swing:
    """One figure at both ends, and what every option is worth then (net present value by option ref).

    `what` is rate, loss, hours or consequences of a scenario, rate of a cause, or goal_value, cost_avoided
    or costs of an option. `turns`: at one of the ends another option is best.
    """

    what: str
    register: str
    ref: str
    name: str
    low: Decimal
    high: Decimal
    at_low: Worths
    at_high: Worths
    best_at_low: str
    best_at_high: str
    turns: bool
    is_assumed: bool

    def span_of(self, ref: str) -> Decimal:
        """Return how far an option's worth moves."""
        return abs(self.at_high[ref] - self.at_low[ref])


@dataclass(frozen=True, slots=True)
class _Input:
    what: str
    register: str
    ref: str
    name: str
    ends: tuple[Decimal, Decimal]
    asked: tuple[tuple[Proposal, Risks], tuple[Proposal, Risks]]
    is_assumed: bool = False


def best_of(worths: Worths) -> str:
    """Return the ref of the option worth most; among equals the first."""
    return max(worths, key=lambda ref: worths[ref])


def swings(proposal: Proposal, risks: Risks, ranking: Ranking) -> tuple[Swing, ...]:
    """Return what moves the options' worth at all, what moves it most first."""
    best = best_of(ranking(proposal, risks))
    found = [_swing(each, ranking, best) for each in _inputs(proposal, risks)]
    moving = [each for each in found if any(each.span_of(ref) for ref in each.at_low)]
    return tuple(sorted(moving, key=lambda each: (-max(map(each.span_of, each.at_low)), each.ref, each.what)))


def _swing(each: _Input, ranking: Ranking, best: str) -> Swing:
    low, high = (ranking(*asked) for asked in each.asked)
    first, last = best_of(low), best_of(high)
    return Swing(
        each.what, each.register, each.ref, each.name, *each.ends, low, high, first, last,
        {first, last} != {best}, each.is_assumed,
    )  # fmt: skip


def _inputs(proposal: Proposal, risks: Risks) -> Iterator[_Input]:
    yield from _of_losses(proposal, risks)
    for option in options_of(proposal):
        yield from _of_option(proposal, option, risks)


def _of_losses(proposal: Proposal, risks: Risks) -> Iterator[_Input]:
    targets = _touched(proposal, risks)
    for scenario in risks.scenarios:
        if f"scenarios:{scenario.ref}" in targets:
            for what, span in _spans(scenario).items():
                ends = _ends(span)
                moved = tuple(_with(risks, scenario, _at(scenario, what, end)) for end in ends)
                yield _told(what, scenario, ends, proposal, moved)
    for cause in risks.causes:
        if f"causes:{cause.ref}" in targets:
            ends = _ends(cause.rate)
            moved = tuple(_with_cause(risks, cause, replace(cause, rate=Range(end, end))) for end in ends)
            yield _told("rate", cause, ends, proposal, moved)


def _told(
    what: str, row: Scenario | Cause, ends: tuple[float, float], proposal: Proposal, moved: tuple[Risks, ...]
) -> _Input:
    register = "causes" if isinstance(row, Cause) else "scenarios"
    low, high = (Decimal(repr(float(end))) for end in ends)
    asked = (proposal, moved[0]), (proposal, moved[1])
    return _Input(what, register, row.ref, row.name, (low, high), asked)


def _touched(proposal: Proposal, risks: Risks) -> frozenset[str]:
    """Return the scenarios and causes any of the options' controls act on, with what those causes bring."""
    controls = {ref for option in options_of(proposal) for ref in option.controls}
    direct = {each.target for each in risks.effects if each.control in controls}
    brought = {
        f"scenarios:{scenario.ref}"
        for scenario in risks.scenarios for each in scenario.triggers if f"causes:{each.cause}" in direct
    }  # fmt: skip
    causes = {
        f"causes:{each.cause}"
        for scenario in risks.scenarios for each in scenario.triggers if f"scenarios:{scenario.ref}" in direct
    }  # fmt: skip
    return frozenset(direct | brought | causes)


def _spans(scenario: Scenario) -> Mapping[str, Range]:
    hours = scenario.outage.hours if scenario.outage else None
    spans = {"rate": scenario.rate, "loss": scenario.loss, "hours": hours, "consequences": scenario.second}
    return {what: span for what, span in spans.items() if span is not None and span.low != span.high}


def _at(scenario: Scenario, what: str, value: float) -> Scenario:
    span = Range(value, value)
    if what == "hours" and scenario.outage:
        return replace(scenario, outage=replace(scenario.outage, hours=span))
    if what == "consequences":
        return replace(scenario, second=span)
    return replace(scenario, rate=span) if what == "rate" else replace(scenario, loss=span)


def _ends(span: Range) -> tuple[float, float]:
    return span.low, span.high


def _with(risks: Risks, old: Scenario, new: Scenario) -> Risks:
    scenarios = tuple(new if each.ref == old.ref else each for each in risks.scenarios)
    return replace(risks, scenarios=scenarios)


def _with_cause(risks: Risks, old: Cause, new: Cause) -> Risks:
    return replace(risks, causes=tuple(new if each.ref == old.ref else each for each in risks.causes))


def _of_option(proposal: Proposal, option: Option, risks: Risks) -> Iterator[_Input]:
    for what, said in (("goal_value", option.goal_value), ("cost_avoided", option.cost_avoided)):
        if said:
            ends = said * _DOWN, said * _UP
            low, high = (_earning(option, what, end) for end in ends)
            yield _moved(what, proposal, (low, high), ends, risks)
    costs = sum(option.spends, Decimal(0))
    if costs:
        ends = costs * _DOWN, costs * _UP
        low, high = (
            replace(option, spends=tuple(each * by for each in option.spends)) for by in (_DOWN, _UP)
        )
        yield _moved("costs", proposal, (low, high), ends, risks)


def _earning(option: Option, what: str, value: Decimal) -> Option:
    if what == "goal_value":
        return replace(option, goal_value=value)
    return replace(option, cost_avoided=value)


def _moved(
    what: str, proposal: Proposal, options: tuple[Option, Option], ends: tuple[Decimal, Decimal], risks: Risks
) -> _Input:
    low, high = ((_with_option(proposal, option), risks) for option in options)
    option = options[0]
    return _Input(what, "options", option.ref, option.name, ends, (low, high), is_assumed=True)


def _with_option(proposal: Proposal, option: Option) -> Proposal:
    options = tuple(option if each.ref == option.ref else each for each in options_of(proposal))
    return replace(proposal, options=options)
