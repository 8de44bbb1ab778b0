"""How hours of people and what they cost came about, as the column of an account."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fullscore.engine.findings.trace import Trace
from fullscore.web.registers.sums import Part
from fullscore.web.templatetags.words import money, number
from fullscore.web.vendors.sums import Sum

_MOST = 8


def of_hours(key: str, title: str, trace: Trace | None) -> Sum | None:
    """Return the sum behind hours of people: so many people by so many hours each."""
    if trace is None or not trace.args:
        return None
    parts = [
        Part(hours(part), f"{number(_value(part.args[0]))} people × {hours(part.args[1])}")  # noqa: RUF001
        for part in trace.args[:_MOST]
    ]
    rest = trace.args[_MOST:]
    if rest:
        together = sum((_value(part) for part in rest), Decimal(0))
        parts.append(Part(f"{number(round(together, 1))} h", f"{len(rest)} more lengths"))
    return Sum(key, title, (*parts, Part(f"= {hours(trace)}", "hours of people", is_total=True)))


def of_money(key: str, title: str, trace: Trace | None, currency: str) -> Sum | None:
    """Return the sum behind a cost: each service by its own figure, and the people of all others."""
    if trace is None:
        return None
    adding = trace.args if trace.op == "sum" else (trace,)
    parts = tuple(_part(part, currency) for part in adding)
    return Sum(key, title, (*parts, Part(f"= {money(_value(trace), currency)}", "once", is_total=True)))


def _part(part: Trace, currency: str) -> Part:
    (product,) = part.args
    time, rate = product.args
    whose = next(_notes(rate), "")
    words = f"{part.note}: {hours(time)} × {money(_value(rate), currency)}"  # noqa: RUF001  the sign people read
    return Part(money(_value(part), currency), words, whose)


def _notes(trace: Trace) -> Iterator[str]:
    """Yield whose figure it is: the note of the leaf, where there is one."""
    if not trace.args and trace.note and "," in trace.note:
        yield trace.note
    for arg in trace.args:
        yield from _notes(arg)


def hours(trace: Trace) -> str:
    return f"{number(_value(trace).quantize(Decimal('0.1')))} h"


def _value(trace: Trace) -> Decimal:
    value = trace.value
    return (
        Decimal(value.numerator) / value.denominator if isinstance(value, Fraction) else Decimal(str(value))
    )
