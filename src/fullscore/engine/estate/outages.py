"""What an outage takes: people, hours of their work, and money with the name of who said the figure.

A person who works with two services that are down loses an hour once. Money is counted for what is down only:
an hour of a service at what somebody said it costs, and hours of people whose services nobody has priced at
what a day of one person costs. What nobody said is None, never nought.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from fullscore.engine.calendars.spans import Span, Spans, without
from fullscore.engine.estate.graph import Node, State, ref_of, register_of
from fullscore.engine.estate.services import ServiceFact
from fullscore.engine.estate.usage import Usage, lasts, spans_of, together
from fullscore.engine.findings.losses import PersonDay
from fullscore.engine.findings.trace import Source, Trace, leaf

_CENT = Decimal("0.01")
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Rates:
    """What an hour costs: of a service by its ref, and of a person who works `day_hours` a day."""

    services: Mapping[str, ServiceFact] = field(default_factory=dict)
    person_day: PersonDay | None = None
    day_hours: Decimal = Decimal(8)


@dataclass(frozen=True, slots=True)
class Struck:
    """One service that does not stay up: who works with it, in which hours of the outage, at what cost."""

    node: Node
    state: State
    people: frozenset[str]
    spans: Spans
    hours: Trace | None
    money: Trace | None
    is_use_known: bool


@dataclass(frozen=True, slots=True)
class Outage:
    """All of it; `lost` and `worse` are hours of people, whose services are down or degraded."""

    span: Span
    services: tuple[Struck, ...]
    people: frozenset[str]
    lost: Trace | None
    worse: Trace | None
    money: Trace | None
    is_money_whole: bool


def outage(
    states: Mapping[Node, State],
    usages: Iterable[Usage],
    span: Span,
    rates: Rates,
    closed: Container[date] = (),
) -> Outage:
    """Return what is lost while things stand like this; only services are used by anybody."""
    using: dict[Node, list[tuple[Usage, Spans]]] = defaultdict(list)
    for usage in usages:
        if usage.service in states:
            using[usage.service].append((usage, spans_of(usage, span, closed)))
    struck = tuple(
        _struck(node, state, using.get(node, []), rates)
        for node, state in sorted(states.items())
        if register_of(node) == "services"
    )
    down = [(use, spans) for each in _of(struck, State.DOWN) for use, spans in using[each.node]]
    worse = [(use, spans) for each in _of(struck, State.DEGRADED) for use, spans in using[each.node]]
    priced = {each.node for each in struck if each.money is not None}
    unpriced = [(use, spans) for use, spans in down if use.service not in priced]
    paid = _each((use, spans) for use, spans in down if use.service in priced)
    lost = _people_hours(down, {})
    money = _money(struck, _people_hours(unpriced, paid), rates)
    is_known = all(each.is_use_known for each in struck)
    return Outage(
        span, struck, frozenset(who for each in struck for who in each.people if each.spans),
        _known(lost, _of(struck, State.DOWN)),
        _known(_people_hours(worse, _each(down)), _of(struck, State.DEGRADED)), money,
        is_known and (not unpriced or rates.person_day is not None),
    )  # fmt: skip


def _of(struck: Iterable[Struck], state: State) -> list[Struck]:
    return [each for each in struck if each.state is state]


def _known(found: Trace, struck: list[Struck]) -> Trace | None:
    """Return hours where somebody has said who works with at least one of the services."""
    return found if not struck or any(each.is_use_known for each in struck) else None


def _struck(node: Node, state: State, using: list[tuple[Usage, Spans]], rates: Rates) -> Struck:
    spans = together(spans for _, spans in using)
    hours = _hours(lasts(spans), node, using) if using else None
    fact = rates.services.get(ref_of(node))
    is_priced = state is State.DOWN and hours is not None and fact is not None
    money = _service_money(fact, hours) if is_priced and fact is not None and hours is not None else None
    people = frozenset(who for use, mine in using if mine for who in use.people)
    return Struck(node, state, people, spans, hours, money, bool(using))


def _hours(length: timedelta, node: Node, using: list[tuple[Usage, Spans]]) -> Trace:
    """Return how long of the outage anybody works with it, with where those hours stand."""
    told = sorted({use.told for use, _ in using})
    minutes = leaf(int(length.total_seconds()) // 60, Source(*told[0]), "minutes of use within the outage")
    value = Fraction(int(length.total_seconds()) // 60, 60)
    return Trace(value, "hours", op="quotient", args=(minutes, leaf(60, note="minutes an hour")), note=node)


def _service_money(fact: ServiceFact, hours: Trace) -> Trace | None:
    if fact.outage_cost_hour is None:
        return None
    since = f", {fact.outage_cost_on.day} {fact.outage_cost_on:%B %Y}" if fact.outage_cost_on else ""
    whose = f"an hour, {fact.outage_cost_by or 'nobody named'}{since}"
    cost = leaf(fact.outage_cost_hour, Source("services", fact.ref, "outage_cost_hour"), whose)
    return _cents(Trace(_times(fact.outage_cost_hour, hours), op="product", args=(hours, cost)), fact.name)


def _times(amount: Decimal, hours: Trace) -> Fraction:
    return Fraction(amount) * Fraction(str(hours.value))


def _cents(amount: Trace, note: str) -> Trace:
    exact = Fraction(str(amount.value))
    value = Decimal(int(exact * 100 + Fraction(1, 2))) / 100
    return Trace(value.quantize(_CENT), op="cents", args=(amount,), note=note)


def _people_hours(using: Iterable[tuple[Usage, Spans]], less: Mapping[str, Spans]) -> Trace:
    """Return the hours people lose, summed over those who lose equally many; less what they lost already."""
    minutes = Counter(
        int(lasts(without(spans, less.get(who, ()))).total_seconds()) // 60
        for who, spans in _each(using).items()
    )
    parts = tuple(_losing(count, length) for length, count in sorted(minutes.items(), reverse=True) if length)
    total = sum((Fraction(str(part.value)) for part in parts), Fraction(0))
    return Trace(total, "hours", op="sum", args=parts, note="hours of people")


def _losing(people: int, minutes: int) -> Trace:
    """Return the hours that so many people lose who each lose so many minutes."""
    told = leaf(minutes, note="minutes of their hours of use")
    each = Trace(Fraction(minutes, 60), op="quotient", args=(told, leaf(60, note="minutes an hour")))
    args = (leaf(people, note="people"), each)
    return Trace(people * Fraction(minutes, 60), op="product", args=args, note="hours of people")


def _each(using: Iterable[tuple[Usage, Spans]]) -> dict[str, Spans]:
    """Return for each person when they work with any of it."""
    found: dict[str, list[Spans]] = defaultdict(list)
    for use, spans in using:
        for who in use.people:
            found[who].append(spans)
    return {who: together(spans) for who, spans in found.items()}


def _money(struck: Iterable[Struck], unpriced: Trace, rates: Rates) -> Trace | None:
    """Return the sum of what is known to be lost; None where nobody has said any figure."""
    parts = [*(each.money for each in struck if each.money is not None), *_of_people(unpriced, rates)]
    if not parts:
        return None
    total = sum((Decimal(str(part.value)) for part in parts), Decimal(0))
    return Trace(total, op="sum", args=tuple(parts), note="once")


def _of_people(unpriced: Trace, rates: Rates) -> Iterator[Trace]:
    if rates.person_day is None or not unpriced.args:
        return
    hours = leaf(rates.day_hours, Source("settings", "organisation", "closes_at"), "hours a day")
    an_hour = Fraction(rates.person_day.cost) / Fraction(rates.day_hours)
    rate = Trace(an_hour, op="quotient", args=(rates.person_day.trace, hours), note="an hour of one person")
    amount = Trace(Fraction(str(unpriced.value)) * an_hour, op="product", args=(unpriced, rate))
    yield _cents(amount, f"people who wait, {rates.person_day.whose}")
