"""A contract's money among the services it pays for and the teams that bear it, to the cent."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_FLOOR, Decimal

from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Trace, leaf
from fullscore.engine.money.amounts import CENT, cents
from fullscore.engine.vendors.facts import Bound, ShareFact

Part = tuple[str | None, Trace]
_WHOLE = Decimal(100)


def by_service(amounts: Mapping[str, Trace], bound: Bound) -> Iterator[Part]:
    """Divide each contract's amount evenly among its services, cents that are left over to the last."""
    covered: dict[str, dict[str, None]] = defaultdict(dict)
    for cover in bound.covers:
        if cover.service is not None:
            covered[cover.contract][cover.service] = None
    for contract, amount in amounts.items():
        yield from _evenly(amount, tuple(covered.get(contract, ())))


def _evenly(amount: Trace, services: tuple[str, ...]) -> Iterator[Part]:
    if len(services) <= 1:
        yield (services[0] if services else None), amount
        return
    *others, last = services
    each = (value_of(amount) / len(services)).quantize(CENT, ROUND_FLOOR)
    part = Trace(each, op="even-part", args=(amount, leaf(len(services), note="services")))
    yield from ((service, part) for service in others)
    rest = value_of(amount) - each * len(others)
    yield last, Trace(rest, op="difference", args=(amount, *(part for _ in others)), note="what is left")


def by_team(amounts: Mapping[str, Trace], bound: Bound) -> Iterator[Part]:
    """Divide each contract's amount by the teams' shares; what nobody bears is under None and stays with IT.

    Shares of more than all of it count until all is borne.
    """
    shares: dict[str, list[ShareFact]] = defaultdict(list)
    for share in bound.shares:
        shares[share.contract].append(share)
    for contract, amount in amounts.items():
        yield from _borne(amount, shares.get(contract, ()), bound)


def _borne(amount: Trace, shares: Iterable[ShareFact], bound: Bound) -> Iterator[Part]:
    """Return each team's part as what is borne with it less what is borne without: no cent is lost."""
    borne: Trace = leaf(Decimal(0), note="of nothing")
    percents: tuple[Trace, ...] = ()
    for share in shares:
        percents += (leaf(share.percent, source_of(share, "percent", bound.files), share.team),)
        so_far = _first(amount, percents)
        part = value_of(so_far) - value_of(borne)
        yield share.team, Trace(part, op="difference", args=(so_far, borne), note=share.team)
        borne = so_far
    if not percents:
        yield None, amount
    elif value_of(amount) != value_of(borne):
        rest = value_of(amount) - value_of(borne)
        yield None, Trace(rest, op="difference", args=(amount, borne), note="borne by no team")


def _first(amount: Trace, percents: tuple[Trace, ...]) -> Trace:
    added = Trace(sum((value_of(one) for one in percents), Decimal(0)), op="sum", args=percents)
    whole = leaf(_WHOLE, note="all of it")
    borne = Trace(min(value_of(added), _WHOLE), op="min", args=(added, whole))
    exact = Trace(value_of(amount) * value_of(borne) / _WHOLE, op="percent", args=(amount, borne))
    return Trace(cents(value_of(exact)), op="cents", args=(exact,))


def value_of(trace: Trace) -> Decimal:
    """Return the amount a trace stands for."""
    assert isinstance(trace.value, Decimal)
    return trace.value
