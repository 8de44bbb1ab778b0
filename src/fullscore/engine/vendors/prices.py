"""What a contract costs a year: by its lines where it has any, else by its own price."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Trace, leaf
from fullscore.engine.money.amounts import CENT, cents
from fullscore.engine.vendors.facts import Bound, ChargeFact, ContractFact

_A_YEAR: Mapping[str, int] = MappingProxyType({"month": 12, "quarter": 4, "half-year": 2, "year": 1})


def periods_a_year(period: str) -> int | None:
    """Return how often a year a price is paid; None for what is paid once."""
    return _A_YEAR.get(period)


def is_foreign(contract: ContractFact, bound: Bound) -> bool:
    """Return whether its prices are in another currency than the organisation's."""
    return bool(contract.currency) and contract.currency != bound.currency


def repeating(contract: ContractFact, charges: Iterable[ChargeFact]) -> tuple[ChargeFact, ...]:
    """Return the contract's lines that are paid again and again, owed in any case or by use."""
    return tuple(line for line in charges if line.contract == contract.ref and is_repeating(line))


def is_repeating(line: ChargeFact) -> bool:
    return line.kind != "one-off" and periods_a_year(line.period) is not None


def pricing(contract: ContractFact, charges: Iterable[ChargeFact]) -> tuple[ChargeFact, ...]:
    """Return the repeating lines that price the contract; none where its own price must do.

    Its own price stands in for lines of which one has no price.
    """
    lines = repeating(contract, charges)
    has_own = contract.price is not None and periods_a_year(contract.period) is not None
    if has_own and any(line.unit_price is None for line in lines):
        return ()
    return lines


def price_year(
    contract: ContractFact, charges: Iterable[ChargeFact], bound: Bound, *, on: date
) -> Trace | None:
    """Return what the contract costs a year at the prices of that day, to the cent.

    None when a price is not known, or when all is paid once. In another currency than the organisation's
    the trace's unit names it. Lines not yet begun count where none is in force.
    """
    lines = pricing(contract, charges)
    parts = _lines_a_year(lines, bound, on) if lines else _own_a_year(contract, bound)
    return None if parts is None else _together(contract, parts, bound)


def lines_differ(
    contract: ContractFact, charges: Iterable[ChargeFact], bound: Bound, *, on: date
) -> Trace | None:
    """Return the contract's own price a year less what its lines come to; None where they agree or cannot.

    What rounding each price to a cent explains is no difference: 83.33 a month is 1,000 a year.
    """
    lines = repeating(contract, charges)
    own, parts = _own_a_year(contract, bound), _lines_a_year(lines, bound, on)
    if own is None or parts is None:
        return None
    said, summed = _together(contract, own, bound), _together(contract, parts, bound)
    value = _amount(said) - _amount(summed)
    payments = sum(periods_a_year(line.period) or 0 for line in lines) + (
        periods_a_year(contract.period) or 0
    )
    if abs(value) <= CENT / 2 * payments:
        return None
    return Trace(value, said.unit, "difference", (said, summed), note="own price less its lines")


def _together(contract: ContractFact, parts: tuple[Trace, ...], bound: Bound) -> Trace:
    unit = contract.currency if is_foreign(contract, bound) else None
    adding = Trace(sum((_amount(part) for part in parts), Decimal(0)), unit, "sum", parts, note="a year")
    return Trace(cents(_amount(adding)), unit, "cents", (adding,), note=contract.name)


def _own_a_year(contract: ContractFact, bound: Bound) -> tuple[Trace, ...] | None:
    times = periods_a_year(contract.period)
    if contract.price is None or times is None:
        return None
    price = leaf(contract.price, source_of(contract, "price", bound.files), "price")
    payments = leaf(times, source_of(contract, "period", bound.files), "payments a year")
    return (Trace(contract.price * times, op="product", args=(price, payments), note=contract.name),)


def _lines_a_year(lines: tuple[ChargeFact, ...], bound: Bound, on: date) -> tuple[Trace, ...] | None:
    unended = [line for line in lines if line.ends_on is None or line.ends_on >= on]
    begun = [line for line in unended if line.starts_on is None or line.starts_on <= on]
    parts = [_line_a_year(line, bound) for line in begun or unended]
    known = tuple(part for part in parts if part is not None)
    return known if known and len(known) == len(parts) else None


def _line_a_year(line: ChargeFact, bound: Bound) -> Trace | None:
    times = periods_a_year(line.period)
    if line.unit_price is None or times is None:
        return None
    args = (
        leaf(line.quantity, source_of(line, "quantity", bound.files), "quantity"),
        leaf(line.unit_price, source_of(line, "unit_price", bound.files), "price of one"),
        leaf(times, source_of(line, "period", bound.files), "payments a year"),
    )
    return Trace(line.quantity * line.unit_price * times, op="product", args=args, note=line.name)


def _amount(trace: Trace) -> Decimal:
    assert isinstance(trace.value, Decimal)
    return trace.value
