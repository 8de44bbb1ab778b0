"""What a scenario is expected to cost a year, opened to its rows: the same closed forms, step by step."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from fullscore.engine.findings.trace import Source, Trace, leaf
from fullscore.engine.money.amounts import cents
from fullscore.engine.risk.ranges import is_certain, mean
from fullscore.engine.risk.scenario import Range, Scenario

_SIX, _FOUR = leaf(6), leaf(4, note="the likely value counts four times (PERT)")
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Told:
    """The figures of one scenario: how often a year, what one costs on average, and what a year costs."""

    times: Trace
    one: Trace
    expected: Trace


def told(scenario: Scenario, causes: Mapping[str, Range], an_hour: Trace | None) -> Told:
    """Return the traces of a scenario; `an_hour` None leaves its hours down out."""
    times = _sum(_often(scenario, causes), "times a year")
    one = _sum(_costs(scenario, an_hour), "one costs on average")
    whole = Trace(number(times) * number(one), op="product", args=(times, one))
    amount = Trace(_cents(whole), op="cents", args=(whole,), note=scenario.name)
    return Told(times, one, amount)


def total(found: tuple[Trace, ...], note: str) -> Trace:
    """Return the sum of amounts."""
    value = sum((Decimal(str(each.value)) for each in found), Decimal(0))
    return Trace(value, op="sum", args=found, note=note)


def number(trace: Trace) -> Fraction:
    """Return the exact value of a figure that is a number."""
    return Fraction(str(trace.value))


def _often(scenario: Scenario, causes: Mapping[str, Range]) -> list[Trace]:
    found = []
    if scenario.rate is not None:
        found.append(_mean(scenario.rate, "scenarios", scenario.ref, "often", "of its own"))
    for trigger in scenario.triggers:
        rate = _mean(causes[trigger.cause], "causes", trigger.cause, "often", f"of {trigger.cause}")
        row = Source("triggers", f"{trigger.cause}-{scenario.ref}", "share")
        share = leaf(_exact(trigger.share), row, "of its cases")
        found.append(_times(rate, share))
    return found


def _costs(scenario: Scenario, an_hour: Trace | None) -> list[Trace]:
    found = []
    if scenario.loss is not None:
        found.append(_mean(scenario.loss, "scenarios", scenario.ref, "loss", "beside the hours of people"))
    if scenario.outage is not None and an_hour is not None:
        hours = _mean(scenario.outage.hours, "scenarios", scenario.ref, "hours", "hours down")
        found.append(_times(hours, an_hour))
    if scenario.second is not None and scenario.share:
        row = Source("scenarios", scenario.ref, "second_share")
        share = leaf(_exact(scenario.share), row, "of the cases have consequences")
        found.append(
            _times(share, _mean(scenario.second, "scenarios", scenario.ref, "second", "consequences"))
        )
    return found


def _mean(span: Range, register: str, ref: str, name: str, note: str) -> Trace:
    """Return what a range is on average: the mean of a lognormal or of a PERT."""
    low = leaf(_exact(span.low), Source(register, ref, f"{name}_low"))
    if is_certain(span):
        return leaf(_exact(span.low), Source(register, ref, f"{name}_low"), note)
    high = leaf(_exact(span.high), Source(register, ref, f"{name}_high"))
    if span.likely is None:
        return Trace(_exact(round(mean(span), _DIGITS)), op="lognormal-mean", args=(low, high), note=note)
    likely = leaf(_exact(span.likely), Source(register, ref, f"{name}_likely"))
    middle = _sum([low, _times(_FOUR, likely), high])
    return Trace(number(middle) / 6, op="quotient", args=(middle, _SIX), note=note)


def _times(*args: Trace) -> Trace:
    value = Fraction(1)
    for each in args:
        value *= number(each)
    return Trace(value, op="product", args=args)


def _sum(args: list[Trace], note: str | None = None) -> Trace:
    return Trace(sum((number(each) for each in args), Fraction(0)), op="sum", args=tuple(args), note=note)


def _cents(trace: Trace) -> Decimal:
    exact = number(trace)
    return cents(Decimal(exact.numerator) / Decimal(exact.denominator))


def _exact(value: float) -> Decimal:
    return Decimal(repr(value))
