"""How a figure of the estate came about, as the column of an account."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
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
    factors = [f"{_figure(each, currency)}" for each in part.args]
    row = next(_rows(part), None)
    about = part.note or (row.ref if row else "")
    words = f"{about}: {' × '.join(factors)}" if factors else about  # noqa: RUF001  the sign people read
    where = f"{row.file}, line {row.line}" if row and row.file and row.line else ""
    return Part(money(_value(part), currency), words, where)


def _figure(trace: Trace, currency: str) -> str:
    is_price = trace.note == "price of one" or trace.op == "quotient"
    value = _value(trace)
    said = money(value.quantize(Decimal("0.01")), currency) if is_price else number(value)
    words = {"payments a year": "a year" if value == 1 else "months", "price of one": ""}
    return f"{said} {words.get(trace.note or '', trace.note if trace.op != 'count' else 'items')}".strip()


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
