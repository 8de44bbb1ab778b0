"""How a figure of a contract came about, as the column of an account: amounts and counts of seats."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import islice

from fullscore.engine.findings.trace import Source, Trace
from fullscore.web.registers.sums import Part
from fullscore.web.templatetags.words import MINUS, money, number

# These hold one figure and only change how it is written: their argument is the sum.
_THROUGH = frozenset({"cents"})
# What a factor of an amount is called when it is money; the others are counts.
_PRICES = frozenset({"price", "price of one", "price of the contract", "a year for one"})
_MOST_PARTS, _MOST_ROWS = 8, 12


@dataclass(frozen=True, slots=True)
class Sum:
    """What opens under a figure; `key` names it on its page."""

    key: str
    title: str
    parts: tuple[Part, ...]


def of_money(key: str, title: str, trace: Trace | None, currency: str, total: str = "") -> Sum | None:
    """Return the sum behind an amount: its largest parts, the rest together, the total."""
    if trace is None:
        return None
    currency = trace.unit or currency
    adding = _opened(trace)
    last = Part(f"= {money(_amount(trace), currency)}", total or trace.note or "a year", is_total=True)
    return Sum(key, title, (*_money_parts(adding, currency), last))


def _money_parts(adding: Trace, currency: str) -> Iterator[Part]:
    if adding.op == "difference":
        for place, part in enumerate(adding.args):
            yield _money_part(part, currency, f"{MINUS} " if place else "")
        return
    parts = adding.args if adding.op == "sum" else (adding,)
    by_size = sorted(parts, key=lambda part: -_amount(part))
    yield from (_money_part(part, currency) for part in by_size[:_MOST_PARTS])
    rest = by_size[_MOST_PARTS:]
    if rest:
        together = sum((_amount(part) for part in rest), Decimal(0))
        yield Part(money(together, currency), f"{number(len(rest))} more")


def _money_part(part: Trace, currency: str, sign: str = "") -> Part:
    inner = _opened(part)
    while inner.op == "sum" and len(inner.args) == 1:
        inner = _opened(inner.args[0])
    about = part.note or inner.note or ""
    factors = _factors(inner, currency)
    words = ": ".join(said for said in (about, factors) if said)
    return Part(
        f"{sign}{money(_amount(part), currency)}", words, _where(list(islice(_rows(part), _MOST_ROWS)))
    )


def _factors(inner: Trace, currency: str) -> str:
    """Return the factors of an amount: 26 by $66 by 12 payments a year; "" where it has none."""
    if inner.op not in {"product", "quotient"}:
        return ""
    sign = " × " if inner.op == "product" else " ÷ "  # noqa: RUF001  the signs people read
    return sign.join(_factor(part, currency) for part in inner.args)


def _factor(part: Trace, currency: str) -> str:
    if part.note in _PRICES or _opened(part).op in {"sum", "product", "quotient"}:
        return money(_amount(part), currency)
    words = "" if part.note in {"quantity", None} else f" {part.note}"
    return f"{number(_amount(part))}{words}"


def of_count(key: str, title: str, trace: Trace | None) -> Sum | None:
    """Return the sum behind a number of seats."""
    if trace is None:
        return None
    parts = tuple(_count_parts(trace))
    return Sum(key, title, (*parts, Part(f"= {number(_amount(trace))}", trace.note or "", is_total=True)))


def _count_parts(trace: Trace) -> Iterator[Part]:
    if trace.op == "max":  # never below nothing: the other argument is the sum
        trace = max(trace.args, key=lambda part: len(part.args))
    if trace.op in {"sum", "difference"}:
        for place, part in enumerate(trace.args):
            sign = "" if not place else f"{MINUS} " if trace.op == "difference" else "+ "
            yield Part(f"{sign}{number(_amount(part))}", part.note or "", place_of(part))
    else:
        yield Part(number(_amount(trace)), _counted(trace), place_of(trace))


def _counted(trace: Trace) -> str:
    return "counted one by one" if trace.op == "count" else trace.note or ""


def _opened(trace: Trace) -> Trace:
    while trace.op in _THROUGH and len(trace.args) == 1:
        trace = trace.args[0]
    return trace


def _amount(trace: Trace) -> Decimal:
    if isinstance(trace.value, Fraction):
        # Hours of people are exact; nobody reads more than two of their places.
        exact = Decimal(trace.value.numerator) / trace.value.denominator
        return exact.quantize(Decimal("0.01"))
    return Decimal(str(trace.value if trace.value is not None else 0))


def place_of(part: Trace) -> str:
    return _where(list(islice(_rows(part), 2)))


def _where(rows: Sequence[Source]) -> str:
    """Return the file a part stands in, with its line where that is one."""
    places = {(row.file, row.line) for row in rows if row.file}
    files = {file for file, _ in places}
    if len(files) != 1:
        return "typed" if rows and all(row.source == "person" for row in rows) else ""
    ((file, line), *others) = places
    return f"{file}, line {line}" if line and not others else str(file)


def _rows(trace: Trace) -> Iterator[Source]:
    if trace.row:
        yield trace.row
    for arg in trace.args:
        yield from _rows(arg)
