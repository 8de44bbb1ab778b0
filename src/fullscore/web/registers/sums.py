"""How a figure of the estate came about, as the column of an account."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from types import MappingProxyType

from fullscore.engine.findings.trace import Source, Trace
from fullscore.usecases.estate import Standing
from fullscore.web.templatetags.words import money, number

NOUNS = MappingProxyType({
    "items": ("item", "items"), "pools": ("licence", "licences"), "people": ("person", "people"),
    "seats": ("seat", "seats"), "models": ("model", "models"),
})  # fmt: skip
_FIELDS = MappingProxyType({
    "team": "with a team", "model": "with a model", "purchased_on": "with an age",
    "unit_cost": "with a price",
    "lead_days": "with a lead time", "capacity": "with a capacity", "used": "with a count of use",
    "expires_on": "with an end date",
})  # fmt: skip
_MOST_PARTS = 8


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a sum."""

    amount: str
    words: str
    source: str = ""
    is_total: bool = False


def parts_of(trace: Trace, amount: Decimal, currency: str) -> tuple[Part, ...]:
    """Return the sum behind an amount: its largest parts, the rest together, the total."""
    adding = trace.args[0].args[0]
    by_size = sorted(adding.args, key=lambda part: -_value(part))
    shown = [_part(part, currency) for part in by_size[:_MOST_PARTS]]
    rest = by_size[_MOST_PARTS:]
    if rest:
        together = money(sum((_value(part) for part in rest), Decimal(0)), currency)
        shown.append(Part(together, f"{number(len(rest))} more"))
    return (*shown, Part(f"= {money(amount, currency)}", adding.note or "", is_total=True))


def _part(part: Trace, currency: str) -> Part:
    rows = list(islice(_rows(part), 2))
    about = part.note or (rows[0].ref if rows else "")
    factors = [said for each in part.args if (said := _factor(each, currency))]
    words = f"{about}: {' × '.join(factors)}" if factors else about  # noqa: RUF001  the sign people read
    return Part(money(_value(part), currency), words, _where(rows))


def _factor(trace: Trace, currency: str) -> str:
    """Return one factor in words; a price paid once a year is just the price."""
    value = _value(trace)
    if trace.note == "payments a year":
        return "" if value == 1 else f"{number(value)} months"
    if trace.op == "quotient":
        mean = "mean price" if (trace.note or "").startswith("mean") else "as bought"
        return f"{money(value, currency)}, {mean}"
    if trace.note == "price of one":
        return money(value, currency)
    return f"{number(value)} {'items' if trace.op == 'count' else trace.note or ''}".strip()


def _where(rows: Sequence[Source]) -> str:
    """Return the file a part stands in, with its line where it is only one."""
    files = {row.file for row in rows if row.file}
    if len(files) != 1:
        return ""
    is_one = len({row.ref for row in rows}) == 1 and rows[0].line
    return f"{files.pop()}, line {rows[0].line}" if is_one else str(files.pop())


def _rows(trace: Trace) -> Iterator[Source]:
    if trace.row:
        yield trace.row
    for arg in trace.args:
        yield from _rows(arg)


def _value(trace: Trace) -> Decimal:
    return Decimal(str(trace.value))


@dataclass(frozen=True, slots=True)
class Share:
    """How much of what plans read is known, and its parts."""

    percent: str
    known: str
    needed: str
    parts: tuple[Part, ...]


def share(found: Standing) -> Share | None:
    """Return the share that is known as its line shows it, None where nothing is asked yet."""
    percent = found.known.percent
    if percent is None:
        return None
    needs = found.known.needs
    known, needed = sum(need.known for need in needs), sum(need.needed for need in needs)
    parts = tuple(
        Part(number(need.known), f"of {number(need.needed)} {NOUNS[need.register][1]} {_FIELDS[need.field]}")
        for need in needs
    )
    total = Part(f"= {number(known)}", f"of {number(needed)} values known", is_total=True)
    return Share(str(percent.value), number(known), number(needed), (*parts, total))
