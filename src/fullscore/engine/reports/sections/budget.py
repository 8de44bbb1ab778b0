"""What IT costs: this fiscal year, the next and the years after, and what changes most between two."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from fullscore.engine.findings.english.words import listed
from fullscore.engine.findings.trace import Trace
from fullscore.engine.reports.blocks import (
    Bar,
    Bars,
    Block,
    Cell,
    Fact,
    Facts,
    Row,
    Said,
    Section,
    Table,
    Word,
)
from fullscore.engine.reports.voice import Voice, names, summed, value_of

PURPOSES = ("run", "grow", "secure")
# What the years to come are made of, as a forecast tells it.
KINDS = ("contract", "seats", "refresh", "plan", "project")
_CALLED = {
    "contract": "Contracts", "seats": "More seats", "refresh": "Devices to replace",
    "plan": "Accepted plans", "project": "Accepted proposals",
}  # fmt: skip
_MISSING = "Nothing is known of what IT costs. Drop your contracts or last year's budget on the import page."
_MOST = 6
_NOTHING = Decimal(0)
_TO = {"run": "keeping things running", "grow": "growth", "secure": "security"}


@dataclass(frozen=True, slots=True)
class Cost:
    """One thing that costs money, with its amount in each fiscal year; None where nothing falls due."""

    name: str
    purpose: str
    kind: str
    by_year: tuple[Trace | None, ...]
    ref: str = ""

    def in_year(self, place: int) -> Decimal:
        trace = self.by_year[place]
        return value_of(trace) if trace is not None else _NOTHING


@dataclass(frozen=True, slots=True)
class Against:
    """How the year in hand stands: what was planned, committed, billed …, each as its label and amount."""

    label: str
    amount: Trace


@dataclass(frozen=True, slots=True)
class Strayed:
    """A line that was billed far from its plan over the months that are over, and by how much."""

    name: str
    by: Trace
    is_over: bool


@dataclass(frozen=True, slots=True)
class Money:
    """Costs by fiscal year; `years` are their first days. `totals` are what each comes to.

    `purposes` are the same by purpose, or by kind; `unpriced` names what costs money nobody has told.
    `planned` is the plan of the year in hand, `against` what else it stands beside, `strayed` the lines far
    from their plan.
    """

    years: tuple[date, ...]
    costs: tuple[Cost, ...]
    planned: Trace | None = None
    against: tuple[Against, ...] = ()
    strayed: tuple[Strayed, ...] = ()
    unpriced: tuple[str, ...] = ()
    purposes: Mapping[str, tuple[Trace, ...]] = field(default_factory=lambda: MappingProxyType({}))
    totals: tuple[Trace, ...] = ()

    def of_purpose(self, place: int, purpose: str) -> Trace | None:
        """Return what a year comes to for one purpose, None where nothing is known of it."""
        found = self.purposes[purpose][place] if purpose in self.purposes else None
        return found if found is not None and found.args else None


def money(years: tuple[date, ...], costs: tuple[Cost, ...], groups: tuple[str, ...] = PURPOSES) -> Money:
    """Return costs with what each year comes to: by purpose (or by kind, where `groups` are), and in all."""
    places, way = range(len(years)), "purpose" if groups == PURPOSES else "kind"
    by = {one: tuple(each for each in costs if getattr(each, way) == one) for one in groups}
    sums = {one: tuple(_sum_of(mine, one, place) for place in places) for one, mine in by.items() if mine}
    totals = tuple(
        summed((each[place] for each in sums.values() if each[place].args), "all of it") for place in places
    )
    return Money(years, costs, purposes=MappingProxyType(sums), totals=totals)


def _sum_of(costs: tuple[Cost, ...], note: str, place: int) -> Trace:
    found = (each.by_year[place] for each in costs)
    return summed((trace for trace in found if trace is not None), note)


def section(found: Money, ahead: Money, voice: Voice) -> Section:
    """Return this year and the next as it is proposed; `ahead` is what is known of the years to come."""
    if not found.costs:
        return Section("budget", "Nothing is known of what IT costs", missing=_MISSING)
    title, figures = _title(found, voice)
    blocks: tuple[Block, ...] = (
        _bars(found, voice), *_standing(found, voice), _table(found, None, None, voice),
        *_changed(found, voice), *_ahead(ahead, voice),
    )  # fmt: skip
    return Section("budget", title, None, blocks, figures=figures)


def _ahead(ahead: Money, voice: Voice) -> tuple[Table, ...]:
    if not ahead.costs:
        return ()
    first, last = (voice.year(ahead.years[place]) for place in (0, -1))
    note = f"Not priced: {names(ahead.unpriced)}." if ahead.unpriced else None
    return (_table(ahead, f"Known of {first} to {last}", note, voice),)


def over_plan(found: Money, voice: Voice) -> tuple[Said, bool] | None:
    """Return how far the year in hand is heading from its plan, and whether over it; None without a plan."""
    if found.planned is None or not found.totals:
        return None
    planned, expected = voice.money(found.planned, "planned"), total_of(found, 0, voice)
    label = voice.year(found.years[0])
    more = value_of(expected.trace) > value_of(planned.trace)
    return difference(planned, expected, voice, f"{label} beside its plan"), more


def total_of(found: Money, place: int, voice: Voice) -> Said:
    label = voice.year(found.years[place])
    return voice.money(found.totals[place], f"what IT costs in {label}")


def _title(found: Money, voice: Voice) -> tuple[str, tuple[Said, ...]]:
    """Return what the next year is proposed at, beside this one."""
    before = total_of(found, 0, voice)
    last = voice.year(found.years[0])
    if len(found.years) == 1:
        return f"{last} costs {before}", (before,)
    after, label = total_of(found, 1, voice), voice.year(found.years[1])
    more = value_of(after.trace) - value_of(before.trace)
    if not more:
        return f"{label} is proposed at {after}, as much as {last}", (after,)
    less = difference(before, after, voice, f"{label} beside {last}")
    return f"{label} is proposed at {after}, {less} {'more' if more > 0 else 'less'} than {last}", (
        after,
        less,
    )


def difference(before: Said, after: Said, voice: Voice, of: str) -> Said:
    """Return how far two amounts lie apart, whichever is more."""
    larger, smaller = (before, after) if value_of(before.trace) > value_of(after.trace) else (after, before)
    args = tuple(each.trace for each in (larger, smaller) if isinstance(each.trace, Trace))
    return voice.money(Trace(_apart(larger, smaller), op="difference", args=args), of)


def _apart(larger: Said, smaller: Said) -> Decimal:
    return value_of(larger.trace) - value_of(smaller.trace)


def _bars(found: Money, voice: Voice) -> Bars:
    """Return the years by purpose; purposes nobody spends on are left out."""
    places = range(len(found.years))
    used = [one for one in found.purposes if any(found.of_purpose(place, one) for place in places)]
    bars = tuple(
        Bar(
            voice.year(found.years[place]),
            tuple(_value(found.of_purpose(place, one)) for one in used),
            total_of(found, place, voice),
        )
        for place in places
    )
    words, beside = _shares(found, used, places[-1], voice)
    return Bars("What IT costs", words, voice.currency, tuple((one, one) for one in used), bars, beside)


def _value(trace: Trace | None) -> Decimal | None:
    return None if trace is None else value_of(trace)


def _shares(found: Money, used: list[str], place: int, voice: Voice) -> tuple[str, tuple[Said, ...]]:
    label = voice.year(found.years[place])
    known = {one: trace for one in used if (trace := found.of_purpose(place, one)) is not None}
    said = [voice.money(trace, f"{one}, {label}") for one, trace in known.items()]
    if not said:
        return f"Nothing is known of {label} yet.", ()
    if len(said) == 1:
        return f"All {said[0]} of {label} goes to {_TO[next(iter(known))]}.", tuple(said)
    parts = tuple(f"{amount} to {one}" for amount, one in zip(said, known, strict=True))
    return f"In {label}, {listed(parts)}.", tuple(said)


def _standing(found: Money, voice: Voice) -> tuple[Facts, ...]:
    """Return the year in hand beside its plan, and the lines that strayed from theirs."""
    label, items = voice.year(found.years[0]), []
    if found.planned is not None:
        items.append(Fact("Planned for the whole year", voice.money(found.planned, f"planned for {label}")))
    items += [Fact(each.label, voice.money(each.amount, each.label)) for each in found.against]
    off = over_plan(found, voice)
    if off is not None:
        items.append(Fact("Expected for the whole year", total_of(found, 0, voice)))
        items.append(
            Fact(f"Expected {'over' if off[1] else 'under'} its plan by", off[0], "soon" if off[1] else "")
        )
    items += [_strayed(each, voice) for each in found.strayed]
    return (Facts(tuple(items), f"{label} so far"),) if items else ()


def _strayed(each: Strayed, voice: Voice) -> Fact:
    side = "over" if each.is_over else "under"
    amount = voice.money(each.by, f"{each.name}, {side} its plan")
    return Fact(f"{each.name}: {side} its plan so far by", amount, "soon" if each.is_over else "")


def _table(found: Money, title: str | None, note: str | None, voice: Voice) -> Table:
    """Return the years by purpose; each column adds up to its last row."""
    labels = [voice.year(start) for start in found.years]
    rows = [_of(found, one, labels, voice) for one in found.purposes]
    totals = (total_of(found, place, voice) for place in range(len(found.years)))
    rows.append(Row(("Together", *totals), "total"))
    return Table(("For", *(f"{label}>" for label in labels)), tuple(rows), title, note)


def _of(found: Money, purpose: str, labels: list[str], voice: Voice) -> Row:
    # Of a forecast it is known that nothing falls due; of a year's lines nobody has said.
    nothing = "none due" if purpose in KINDS else "not known"
    cells: list[Cell | Word] = [_CALLED.get(purpose, purpose)]
    for place, label in enumerate(labels):
        amount = found.of_purpose(place, purpose)
        cells.append(voice.money(amount, f"{purpose}, {label}") if amount else nothing)
    return Row(tuple(cells))


def _changed(found: Money, voice: Voice) -> tuple[Facts, ...]:
    """Return what costs most more or less in the next year, in words."""
    if len(found.years) == 1:
        return ()
    moved = sorted(
        (each for each in found.costs if _more(each)), key=lambda one: (-abs(_more(one)), one.name)
    )
    items = tuple(_change(each, found, voice) for each in moved[:_MOST])
    last, label = (voice.year(start) for start in found.years[:2])
    return (Facts(items, f"What changes most from {last} to {label}"),) if items else ()


def _more(each: Cost) -> Decimal:
    return each.in_year(1) - each.in_year(0)


def _change(each: Cost, found: Money, voice: Voice) -> Fact:
    before, after, *_ = each.by_year
    last, label = (voice.year(start) for start in found.years[:2])
    more, parts = _more(each), tuple(trace for trace in (after, before) if trace is not None)
    if before is None or after is None:
        amount = voice.money(parts[0], f"{each.name}, {label if after else last}")
        return Fact(f"{each.name}: {f'new in {label}' if after else f'nothing due in {label} yet'}", amount)
    larger, smaller = (after, before) if more > 0 else (before, after)
    trace = Trace(abs(more), op="difference", args=(larger, smaller), note=f"{label} beside {last}")
    amount = voice.money(trace, f"{each.name}, {label} beside {last}")
    return Fact(f"{each.name} costs {'more' if more > 0 else 'less'}", amount)
