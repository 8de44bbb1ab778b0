"""Prices that do not hold: raised beyond what was agreed, lines that do not add up, shares that do not."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.actions import Action
from fullscore.engine.findings.finding import Basis, Finding, Subject
from fullscore.engine.findings.losses import Loss, Step
from fullscore.engine.findings.trace import Trace, leaf, named
from fullscore.engine.money.amounts import cents, words
from fullscore.engine.vendors.facts import Bound, ChargeFact, PriceChange, ShareFact
from fullscore.engine.vendors.noticing_values import (
    LOOKING_UP,
    WRITING,
    about,
    action,
    in_words,
    vendor_group,
)
from fullscore.engine.vendors.prices import lines_differ, periods_a_year
from fullscore.engine.vendors.renewals import Renewal, State

_A_YEAR = timedelta(days=365)
_DAYS, _HUNDRED = Decimal(365), Decimal(100)
# Thirds written with three decimals come to 99.999.
_ROUNDED = Decimal("0.01")
# The price of a year written where that of a month stood is no rise.
_PERIODS = frozenset(Decimal(many) for many in (2, 3, 4, 6, 12))
_CLOSED = frozenset({State.OVER, State.NOTICE_GIVEN})


def rises(bound: Bound, found: Sequence[Renewal], *, on: date) -> Iterator[Action]:
    """Yield prices beyond their cap, and contracts whose lines or shares do not add up."""
    changes: dict[str, list[PriceChange]] = defaultdict(list)
    for change in sorted(bound.price_changes, key=lambda one: one.on):
        if on - _A_YEAR <= change.on <= on:
            changes[change.contract].append(change)
    charges: dict[str, list[ChargeFact]] = defaultdict(list)
    for line in bound.charges:
        charges[line.contract].append(line)
    shared = {finding.subject.ref: finding for finding in shares(bound) if finding.values["rest"] is None}
    for one in found:
        if one.state in _CLOSED:
            continue
        yield from _raised(one, changes.get(one.ref, []), bound, on)
        yield from _lines(one, charges.get(one.ref, []), bound, on)
        if one.ref in shared:
            yield Action(shared[one.ref], hours=LOOKING_UP, group="contract-shares-differ")


def _raised(one: Renewal, changes: Sequence[PriceChange], bound: Bound, on: date) -> Iterator[Action]:
    """Yield what the last twelve months raised beyond the cap, else what the next rise is written down as."""
    contract = one.contract
    if contract.increase_cap is None or one.is_foreign or periods_a_year(contract.period) is None:
        return
    if changes and changes[-1].after == contract.price and _is_rise(changes[0].before, changes[-1].after):
        percent = (changes[-1].after / changes[0].before - 1) * _HUNDRED
        if percent > contract.increase_cap:
            yield _rise(one, _paid_beyond(one, changes, bound), percent, changes[-1].on, bound=bound, on=on)
            return
    planned = contract.increase_percent
    if planned is not None and planned > contract.increase_cap and one.price_year is not None:
        begins = one.dates.renews_on or on
        yield _rise(one, _planned_beyond(one, planned, bound), planned, begins, bound=bound, on=on)


def _is_rise(before: Decimal, after: Decimal) -> bool:
    return 0 < before < after and after / before not in _PERIODS


def _paid_beyond(one: Renewal, changes: Sequence[PriceChange], bound: Bound) -> Trace:
    """Return what a year costs more than the price a year ago and its cap."""
    contract = one.contract
    cap, times = contract.increase_cap or Decimal(0), periods_a_year(contract.period) or 1
    before = leaf(changes[0].before, note=f"price before {changes[0].on.isoformat()}")
    allowed = Trace(
        before.value * (_HUNDRED + cap) / _HUNDRED, op="percent", note="at most agreed",  # type: ignore[operator]
        args=(before, _plus_hundred(one, bound)),
    )  # fmt: skip
    now = leaf(changes[-1].after, source_of(contract, "price", bound.files), "price now")
    beyond = Trace(changes[-1].after - _value(allowed), op="difference", args=(now, allowed))
    payments = leaf(times, note="payments a year")
    exact = Trace(_value(beyond) * times, op="product", args=(beyond, payments), note="a year")
    return Trace(cents(_value(exact)), op="cents", args=(exact,), note="beyond what was agreed")


def _plus_hundred(one: Renewal, bound: Bound) -> Trace:
    cap = one.contract.increase_cap or Decimal(0)
    stands = leaf(cap, source_of(one.contract, "increase_cap", bound.files), "increase at most")
    return Trace(_HUNDRED + cap, unit="%", op="sum", args=(leaf(100, note="percent"), stands))


def _planned_beyond(one: Renewal, planned: Decimal, bound: Bound) -> Trace:
    contract = one.contract
    assert contract.increase_cap is not None
    assert one.price_year is not None
    parts = tuple(
        leaf(value, source_of(contract, field, bound.files), field)
        for field, value in (("increase_percent", planned), ("increase_cap", contract.increase_cap))
    )
    beyond = Trace(planned - contract.increase_cap, unit="%", op="difference", args=parts)
    value = _value(one.price_year) * _value(beyond) / _HUNDRED
    exact = Trace(value, op="percent", args=(one.price_year, beyond), note="a year")
    return Trace(cents(value), op="cents", args=(exact,), note="beyond what was agreed")


def _rise(one: Renewal, beyond: Trace, percent: Decimal, begins: date, *, bound: Bound, on: date) -> Action:
    """Each day it stays costs a day's part of what is beyond the cap."""
    a_day = Trace(
        _value(beyond) / _DAYS, op="quotient", args=(beyond, leaf(_DAYS, note="days a year")), note="a day"
    )
    step = Step(max(begins, on), per_day=_value(a_day), basis=Basis.EXPECTED, reason="price", trace=a_day)
    is_ahead = begins > on
    values = about(
        one, bound, worth=in_words(beyond, bound), percent=percent.quantize(Decimal("0.1")),
        cap=one.contract.increase_cap, rises_on=begins, is_ahead=int(is_ahead),
    )  # fmt: skip
    by = leaf(begins, note="the new price holds from") if is_ahead else None
    return action(
        "contract-price-rise", Subject("contracts", one.ref), values, on=on, hours=WRITING, by=by,
        stake=beyond, loss=Loss((step,)), group=vendor_group(one), cause=f"prices:{one.ref}",
    )  # fmt: skip


def _lines(one: Renewal, charges: Sequence[ChargeFact], bound: Bound, on: date) -> Iterator[Action]:
    apart = lines_differ(one.contract, charges, bound, on=on)
    if apart is None:
        return
    said, summed = (_value(part) for part in apart.args)
    currency = apart.unit or bound.currency
    gap = Trace(abs(_value(apart)), apart.unit, "max", (apart, _turned(apart)), note="apart")
    values = about(
        one, bound, said=words(said, currency), summed=words(summed, currency), worth=in_words(gap, bound)
    )
    yield action(
        "contract-lines-differ", Subject("contracts", one.ref), values, on=on, hours=LOOKING_UP, stake=gap,
        group="contract-lines-differ",
    )  # fmt: skip


def _turned(apart: Trace) -> Trace:
    """Return the same difference taken the other way round."""
    return Trace(-_value(apart), apart.unit, "difference", tuple(reversed(tuple(apart.args))))


def shares(bound: Bound) -> Iterator[Finding]:
    """Yield contracts whose teams' shares are not the whole: what is over is wrong, what is left is IT's."""
    told: dict[str, list[ShareFact]] = defaultdict(list)
    for share in bound.shares:
        told[share.contract].append(share)
    for contract in bound.contracts:
        parts = tuple(
            leaf(share.percent, source_of(share, "percent", bound.files), share.team)
            for share in told.get(contract.ref, ())
        )
        percent = sum((_value(part) for part in parts), Decimal(0))
        if not parts or abs(percent - _HUNDRED) <= _ROUNDED:
            continue
        rest = _HUNDRED - percent if percent < _HUNDRED else None
        added = named(Trace(percent, unit="%", op="sum", args=parts, note="shares"), "values.percent")
        yield Finding(
            "contract-shares-differ", Subject("contracts", contract.ref),
            {"name": contract.name, "vendor": None, "percent": percent, "rest": rest, "years": ()},
            trace=Trace(None, op="figures", args=(added,)),
        )  # fmt: skip


def _value(trace: Trace) -> Decimal:
    assert isinstance(trace.value, Decimal | int)
    return Decimal(trace.value)
