"""What opens under a figure of a scenario: how often, by what each time costs, and whose figures they are."""

from collections.abc import Iterator
from decimal import Decimal

from fullscore.engine.findings.trace import Trace
from fullscore.usecases.risk.values import RiskBoard, RiskScenario, value_of
from fullscore.web.estate import sums as outages
from fullscore.web.registers.sums import Part
from fullscore.web.risk import wording
from fullscore.web.templatetags.words import number
from fullscore.web.vendors.sums import Sum

_MOST = 10


def of_all(board: RiskBoard) -> Sum | None:
    """Return what a year is expected to cost, scenario by scenario, the dearest first."""
    if board.expected is None:
        return None
    dear = sorted((one for one in board.scenarios if one.amount), key=lambda one: -(one.amount or 0.0))
    parts = [Part(wording.exact(one.amount or 0.0, board.currency), one.name) for one in dear[:_MOST]]
    if rest := dear[_MOST:]:
        together = sum(one.amount or 0.0 for one in rest)
        parts.append(Part(wording.exact(together, board.currency), f"{len(rest)} more"))
    total = wording.exact(value_of(board.expected), board.currency)
    return Sum(
        "total", "Expected a year", (*parts, Part(f"= {total}", "a year, without any dice", is_total=True))
    )


def of_year(one: RiskScenario, currency: str) -> Sum | None:
    """Return how a year's expected loss of one scenario came about."""
    if one.expected is None or one.times_a_year is None or one.one_costs is None:
        return None
    often, each = _times(value_of(one.times_a_year)), wording.exact(value_of(one.one_costs), currency)
    words = f"a year: {often} × {each}"  # noqa: RUF001  the sign people read
    total = Part(f"= {wording.exact(one.amount or 0.0, currency)}", words, is_total=True)
    parts = (*_often(one, one.times_a_year), *_costs(one, one.one_costs, currency), total)
    return Sum(f"loss-{one.ref}", one.name, parts)


def of_times(one: RiskScenario) -> Sum | None:
    if one.times_a_year is None:
        return None
    total = Part(f"= {_times(value_of(one.times_a_year))}", "times a year, on average", is_total=True)
    return Sum("often", "How often", (*_often(one, one.times_a_year), total))


def of_each(one: RiskScenario, currency: str) -> Sum | None:
    if one.one_costs is None:
        return None
    costs = wording.exact(value_of(one.one_costs), currency)
    total = Part(f"= {costs}", "each time, on average", is_total=True)
    return Sum("each", "Each time", (*_costs(one, one.one_costs, currency), total))


def of_hour(one: RiskScenario, currency: str) -> Sum | None:
    """Return what an hour of the clock costs: a week without the service, and whose figures those are."""
    if one.an_hour is None:
        return None
    week, hours = one.an_hour.args
    opened = outages.of_money("hour", f"An hour without {one.service_name}", week, currency)
    if opened is None:
        return None
    clock = Part(f"÷ {number(Decimal(str(hours.value)))}", "hours of the clock in a week, nights and all")
    total = Part(f"= {wording.exact(value_of(one.an_hour), currency)}", "an hour", is_total=True)
    return Sum("hour", opened.title, (*opened.parts[:-1], clock, total))


def _times(amount: float) -> str:
    return number(Decimal(f"{amount:.3g}"))


def _adding(trace: Trace) -> tuple[Trace, ...]:
    return tuple(trace.args) if trace.op == "sum" else (trace,)


def _often(one: RiskScenario, trace: Trace) -> Iterator[Part]:
    """Yield each source of events with how many a year: its own first, then its causes."""
    causes = {f"of {ref}": (name, share) for ref, name, share in one.triggers}
    for part in _adding(trace):
        cause = causes.get((part.args[0].note or "") if part.op == "product" else "")
        if cause is None:
            words = f"times a year by itself, {wording.often(one.rate)}"
        else:
            words = f"times a year from {cause[0]}, {wording.percent(cause[1])} of its cases"
        yield Part(_times(value_of(part)), words, _whose(one))


def _whose(one: RiskScenario) -> str:
    return one.said_by or ("assumption" if one.is_assumed else "")


def _costs(one: RiskScenario, trace: Trace, currency: str) -> Iterator[Part]:
    for part in _adding(trace):
        yield Part(wording.exact(value_of(part), currency), _cost_words(one, part, currency), _whose(one))


def _cost_words(one: RiskScenario, part: Trace, currency: str) -> str:
    """Return what one part of a time costs: as it was said, or hours by what an hour costs."""
    if part.op == "product" and part.args[0].note == "hours down":
        hours, rate = (value_of(each) for each in part.args)
        return (
            f"each time: {number(Decimal(f'{hours:.3g}'))} h down × {wording.exact(rate, currency)} an hour"  # noqa: RUF001
        )
    if part.op == "product":
        share, follows = (value_of(each) for each in part.args)
        return f"what follows: {wording.percent(share)} of the cases × {wording.exact(follows, currency)}"  # noqa: RUF001
    span = f": {wording.amounts(one.loss, currency)}" if one.loss and one.loss.low != one.loss.high else ""
    return f"each time{span}"
