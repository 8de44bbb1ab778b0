"""How a day of a contract was reckoned: from what was written down, step by step, to the day itself."""

from collections.abc import Iterator
from datetime import date

from fullscore.engine.findings.trace import Trace
from fullscore.web.registers.sums import Part
from fullscore.web.templatetags.words import MINUS, full_day
from fullscore.web.vendors.sums import Sum, place_of

_ENDS = {"month-end": "to the end of its month", "quarter-end": "to the end of its quarter"}


def of_day(key: str, title: str, trace: Trace | None) -> Sum | None:
    """Return what a day was reckoned from, the day itself last."""
    if trace is None or trace.value is None:
        return None
    last = Part(f"= {_said(trace)}", trace.note or "", is_total=True)
    return Sum(key, title, (*_steps(trace), last))


def _steps(trace: Trace) -> Iterator[Part]:
    args = trace.args
    match trace.op:
        case None:
            yield Part(_said(trace), trace.note or "", place_of(trace))
        case "notice-until":
            yield from _steps(args[0])
            yield _subtotal(args[0], "the end that notice must reach")
            yield _length(MINUS, args[1], args[2])
        case "notice-reaches":
            yield from _steps(args[0])
            yield _length("+", args[1], args[2])
        case "days-before" | "days-after":
            yield Part(_said(args[0]), args[0].note or "", place_of(args[0]))
            yield _days(MINUS if trace.op == "days-before" else "+", args[1])
        case "first-end":
            yield from _first_end(trace)
        case _:
            for each in args:
                yield from _steps(each)
            if trace.op in _ENDS:
                yield _subtotal(trace, _ENDS[trace.op])


def _first_end(trace: Trace) -> Iterator[Part]:
    """Yield from when on an end is looked for, what ends are counted from, and how they repeat."""
    day, start, counts, months, *step = trace.args
    yield from _steps(day)
    if day.args:
        yield _subtotal(day, "notice reaches")
    yield Part(_said(start), start.note or "", place_of(start))
    if counts.value != "ends on":
        yield Part(f"+ {_months(months)}", "first term", place_of(months))
    for each in step:
        yield Part(f"+ {_months(each)}", "each time it renews", place_of(each))


def _subtotal(trace: Trace, words: str) -> Part:
    return Part(f"= {_said(trace)}", words, is_total=True)


def _length(sign: str, notice: Trace, unit: Trace) -> Part:
    """Return the notice as people say it: 3 months, 1 working day."""
    words = str(unit.value)
    words = words.removesuffix("s") if notice.value == 1 else words
    return Part(f"{sign} {notice.value} {words}", "notice", place_of(notice))


def _days(sign: str, count: Trace) -> Part:
    return Part(
        f"{sign} {count.value} day{'' if count.value == 1 else 's'}", count.note or "", place_of(count)
    )


def _months(trace: Trace) -> str:
    return f"{trace.value} month{'' if trace.value == 1 else 's'}"


def _said(trace: Trace) -> str:
    return full_day(trace.value) if isinstance(trace.value, date) else str(trace.value)
