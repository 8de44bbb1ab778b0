"""Money of one option year by year beside doing nothing, each figure with the sum it comes from.

Money of the first year counts whole, that of each later year is discounted once more. What an option brings a
year begins when the quarters are over in which there is work on it; before, that share of the year is lost.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from math import exp

from fullscore.engine.budget.asking import of_year
from fullscore.engine.budget.problem import Option
from fullscore.engine.findings.trace import Later, Source, Trace, leaf
from fullscore.engine.money.amounts import cents
from fullscore.engine.risk.scenario import Part

QUARTERS = 4
_ONE = leaf(1)
Spent = Callable[[Option, int], Trace]


def spent(option: Option, year: int) -> Trace:
    """Return what an option costs in one of its years, as it stands in its row."""
    row = Source("options", option.way or option.ref, "costs")
    return leaf(of_year(option.spends, year), row, f"its year {year + 1}")


@dataclass(frozen=True, slots=True)
class Terms:
    """Over how many years, at what discount in percent a year, and where it stands what an option costs."""

    years: int
    discount: Decimal
    take: Spent = spent


@dataclass(frozen=True, slots=True)
class Flows:
    """What an option takes and brings in each of some years beside doing nothing; amounts are exact."""

    spends: tuple[Trace, ...]
    nets: tuple[Trace, ...]
    factors: tuple[Trace, ...]
    shares: tuple[Trace, ...]


def quarters_of_work(option: Option) -> int:
    """Return how many quarters pass until there is no more work on it; at least those before it starts."""
    worked = [place + 1 for place, hours in enumerate(option.hours) if hours]
    return max([option.starts, *worked])


def flows(option: Option, nothing: Option, avoided: Trace, terms: Terms) -> Flows:
    """Return the flows of an option; `avoided` is the expected loss it avoids in a full year."""
    years = range(terms.years)
    spends = tuple(terms.take(option, year) for year in years)
    shares = tuple(_share(option, year) for year in years)
    brings = added(
        (_more(option, nothing, "goal_value"), _more(option, nothing, "cost_avoided"), avoided),
        "what a full year brings beside doing nothing",
    )
    nets = tuple(
        added((minus(terms.take(nothing, year), spends[year]), times((brings, share))), f"year {year + 1}")
        for year, share in enumerate(shares)
    )
    return Flows(spends, nets, tuple(_factor(terms.discount, year) for year in years), shares)


def added(args: Iterable[Trace], note: str | None = None) -> Trace:
    """Return a sum."""
    parts = tuple(args)
    return Trace(sum((number(each) for each in parts), Fraction(0)), op="sum", args=parts, note=note)


def times(args: Iterable[Trace], note: str | None = None) -> Trace:
    """Return a product."""
    parts, value = tuple(args), Fraction(1)
    for each in parts:
        value *= number(each)
    return Trace(value, op="product", args=parts, note=note)


def over(above: Trace, below: Trace, note: str | None = None) -> Trace:
    """Return a quotient."""
    return Trace(number(above) / number(below), op="quotient", args=(above, below), note=note)


def minus(first: Trace, *others: Trace, note: str | None = None) -> Trace:
    """Return the first less all others."""
    value = number(first) - sum((number(each) for each in others), Fraction(0))
    return Trace(value, op="difference", args=(first, *others), note=note)


def rounded(trace: Trace, note: str | None = None) -> Trace:
    """Return an amount as people read it: rounded to cents, half up."""
    exact = number(trace)
    return Trace(cents(decimal(exact)), op="cents", args=(trace,), note=note or trace.note)


def number(trace: Trace) -> Fraction:
    """Return the exact value of a figure that is a number."""
    if not isinstance(trace.value, Decimal | Fraction | int):
        raise TypeError(trace.value)
    return Fraction(trace.value)


def decimal(value: Fraction) -> Decimal:
    """Return a fraction as a decimal: 28 digits of it."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def losses(parts: Iterable[Part], controls: frozenset[str], note: str) -> Trace:
    """Return the expected yearly loss under these controls, to the cent, part by part."""
    known = tuple(parts)
    value = sum((number(_left(part, controls)) for part in known), Fraction(0))
    whole = Trace(value, op="sum", args=Later(lambda: tuple(_left(part, controls) for part in known)))
    return rounded(whole, note)


def total(found: Flows) -> Trace:
    """Return what the option costs over all years."""
    return rounded(added(found.spends), "costs over all years")


def present(found: Flows) -> Trace:
    """Return the net present value beside doing nothing."""
    discounted = (over(net, factor) for net, factor in zip(found.nets, found.factors, strict=True))
    return rounded(added(discounted), "net present value beside doing nothing")


def present_spends(found: Flows) -> Trace:
    """Return the present value of what the option costs."""
    pairs = zip(found.spends, found.factors, strict=True)
    return added((over(each, factor) for each, factor in pairs), "present value of its costs")


def present_full_years(found: Flows) -> Trace:
    """Return how many full years of its gains there are, discounted."""
    pairs = zip(found.shares, found.factors, strict=True)
    return added((over(each, factor) for each, factor in pairs), "full years of gains, discounted")


def payback(found: Flows) -> Trace | None:
    """Return after how many years it has paid for itself for good; None: not within these years."""
    sums = list(accumulate(number(each) for each in found.nets))
    short = [year for year, each in enumerate(sums) if each < 0]
    if not short:
        return leaf(0, note="it never costs more than it has brought")
    last = short[-1]
    if last + 1 == len(sums):
        return None
    missing = times((leaf(-1), added(found.nets[: last + 1])), "still to be earned")
    part = over(missing, found.nets[last + 1], "part of the next year")
    return added((leaf(last + 1), part), "years until it has paid for itself")


def _share(option: Option, year: int) -> Trace:
    """Return the part of a year in which it brings something, by quarters."""
    open_quarters = min(QUARTERS, max(0, QUARTERS * (year + 1) - quarters_of_work(option)))
    quarters = leaf(open_quarters, note=f"quarters of year {year + 1} in which it is done")
    return over(quarters, leaf(QUARTERS))


def _factor(discount: Decimal, year: int) -> Trace:
    rate = added((_ONE, over(leaf(discount, Source("settings", "", "discount_percent")), leaf(100))))
    return times((rate,) * year, f"discounted {year} times") if year else _ONE


def _more(option: Option, nothing: Option, name: str) -> Trace:
    def of(one: Option) -> Trace:
        value: Decimal = getattr(one, name)
        return leaf(value, Source("options", one.way or one.ref, name))

    return minus(of(option), of(nothing)) if getattr(nothing, name) else of(option)


def _left(part: Part, controls: frozenset[str]) -> Trace:
    row = Source("scenarios", part.scenario, part.what)
    amount = leaf(Decimal(repr(part.amount)), row, f"expected a year of {part.source}")
    factors = (_remains(ref, log) for ref, log in part.controls.items() if ref in controls)
    return times((amount, *factors))


def _remains(control: str, log: float) -> Trace:
    # The logarithm holds 1 - less to about 16 digits; a person wrote far fewer.
    remains = Decimal(repr(round(exp(log), 12)))
    return leaf(remains, Source("controls", control, "less"), "what it leaves of it")
