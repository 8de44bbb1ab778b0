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
from fullscore.engine.reports.voice import Voice, summed, value_of

PURPOSES = ("run", "grow", "secure")
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

    def in_year(self, place: int) -> Decimal:
        trace = self.by_year[place]
        return value_of(trace) if trace is not None else _NOTHING


@dataclass(frozen=True, slots=True)
class Against:
    """How the year in hand stands: what was planned, committed, billed …, each as its label and amount."""

    label: str
    amount: Trace


@dataclass(frozen=True, slots=True)
class Money:
    """Costs by fiscal year; `years` are their first days. `against` holds the year in hand beside its plan.

    `told` are sentences about that year, as the budget's page says them. `purposes` and `totals` are what
    each year comes to; `money` makes them.
    """

    years: tuple[date, ...]
    costs: tuple[Cost, ...]
    against: tuple[Against, ...] = ()
    told: tuple[str, ...] = ()
    purposes: Mapping[str, tuple[Trace, ...]] = field(default_factory=lambda: MappingProxyType({}))
    totals: tuple[Trace, ...] = ()

    def of_purpose(self, place: int, purpose: str) -> Trace | None:
        """Return what a year comes to for one purpose, None where nothing is known of it."""
        found = self.purposes[purpose][place] if purpose in self.purposes else None
        return found if found is not None and found.args else None

    def place_of(self, day: date) -> int | None:
        """Return the place of the fiscal year a day lies in."""
        places = [place for place, start in enumerate(self.years) if start <= day]
        return places[-1] if places else None


def money(
    years: tuple[date, ...], costs: tuple[Cost, ...], against: tuple[Against, ...] = (),
    told: tuple[str, ...] = (),
) -> Money:  # fmt: skip
    """Return costs with what each year comes to: by purpose, and of all purposes."""
    places = range(len(years))
    used = [one for one in PURPOSES if any(each.purpose == one for each in costs)]
    purposes = {one: tuple(_sum_of(costs, one, place) for place in places) for one in used}
    totals = tuple(
        summed((purposes[one][place] for one in used if purposes[one][place].args), "all purposes")
        for place in places
    )
    return Money(years, costs, against, told, MappingProxyType(purposes), totals)


def _sum_of(costs: tuple[Cost, ...], purpose: str, place: int) -> Trace:
    found = (each.by_year[place] for each in costs if each.purpose == purpose)
    return summed((trace for trace in found if trace is not None), purpose)


def section(found: Money, voice: Voice) -> Section:
    if not found.costs:
        return Section("budget", "Nothing is known of what IT costs", missing=_MISSING)
    here = found.place_of(voice.on) or 0
    title, figures = _title(found, here, voice)
    blocks: tuple[Block, ...] = (
        _bars(found, here, voice), *_standing(found, voice), _table(found, voice),
        *_changed(found, here, voice),
    )  # fmt: skip
    return Section("budget", title, None, blocks, figures=figures)


def total_of(found: Money, place: int, voice: Voice) -> Said:
    label = voice.year(found.years[place])
    return voice.money(found.totals[place], f"what IT costs in {label}")


def _title(found: Money, here: int, voice: Voice) -> tuple[str, tuple[Said, ...]]:
    """Return the next year's cost beside this one's."""
    if here + 1 >= len(found.years):
        only = total_of(found, here, voice)
        return f"{voice.year(found.years[here])} costs {only}", (only,)
    before, after = (total_of(found, place, voice) for place in (here, here + 1))
    label, last = voice.year(found.years[here + 1]), voice.year(found.years[here])
    more = value_of(after.trace) - value_of(before.trace)
    if not more:
        return f"{label} costs {after}, as much as {last}", (after,)
    less = difference(before, after, voice, f"{label} beside {last}")
    return f"{label} costs {after}, {less} {'more' if more > 0 else 'less'} than {last}", (after, less)


def difference(before: Said, after: Said, voice: Voice, of: str) -> Said:
    """Return how far two amounts lie apart, whichever is more."""
    larger, smaller = (before, after) if value_of(before.trace) > value_of(after.trace) else (after, before)
    args = tuple(each.trace for each in (larger, smaller) if isinstance(each.trace, Trace))
    return voice.money(Trace(_apart(larger, smaller), op="difference", args=args), of)


def _apart(larger: Said, smaller: Said) -> Decimal:
    return value_of(larger.trace) - value_of(smaller.trace)


def _bars(found: Money, here: int, voice: Voice) -> Bars:
    """Return this year and the next, by purpose; purposes nobody spends on are left out."""
    places = range(here, min(here + 2, len(found.years)))
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
    """Return the year in hand beside its plan."""
    items = [Fact(each.label, voice.money(each.amount, each.label)) for each in found.against]
    items += [Fact(each) for each in found.told]
    label = voice.year(voice.on)
    return (Facts(tuple(items), f"{label} so far"),) if items else ()


def _table(found: Money, voice: Voice) -> Table:
    """Return all years by purpose; each column adds up to its last row."""
    labels = [voice.year(start) for start in found.years]
    rows = [_of(found, one, labels, voice) for one in found.purposes]
    totals = (total_of(found, place, voice) for place in range(len(found.years)))
    rows.append(Row(("Together", *totals), "total"))
    columns = ("For", *(f"{label}>" for label in labels))
    title = f"{labels[0]} to {labels[-1]}" if len(labels) > 1 else labels[0]
    return Table(
        columns, tuple(rows), title, "What contracts, plans and ages of devices lead to, as known today."
    )


def _of(found: Money, purpose: str, labels: list[str], voice: Voice) -> Row:
    cells: list[Cell | Word] = [purpose]
    for place, label in enumerate(labels):
        amount = found.of_purpose(place, purpose)
        cells.append(voice.money(amount, f"{purpose}, {label}") if amount else "not known")
    return Row(tuple(cells))


def _changed(found: Money, here: int, voice: Voice) -> tuple[Facts, ...]:
    """Return what costs most more or less in the next year, in words."""
    if here + 1 >= len(found.years):
        return ()
    moved = sorted(
        (each for each in found.costs if _more(each, here)),
        key=lambda one: (-abs(_more(one, here)), one.name),
    )
    items = tuple(_change(each, here, found, voice) for each in moved[:_MOST])
    label, last = voice.year(found.years[here + 1]), voice.year(found.years[here])
    return (Facts(items, f"What changes most from {last} to {label}"),) if items else ()


def _more(each: Cost, here: int) -> Decimal:
    return each.in_year(here + 1) - each.in_year(here)


def _change(each: Cost, here: int, found: Money, voice: Voice) -> Fact:
    before, after = each.by_year[here], each.by_year[here + 1]
    label, last = voice.year(found.years[here + 1]), voice.year(found.years[here])
    more, parts = _more(each, here), tuple(trace for trace in (after, before) if trace is not None)
    if before is None or after is None:
        amount = voice.money(parts[0], f"{each.name}, {label if after else last}")
        return Fact(f"{each.name}: {f'new in {label}' if after else f'nothing due in {label} yet'}", amount)
    larger, smaller = (after, before) if more > 0 else (before, after)
    trace = Trace(abs(more), op="difference", args=(larger, smaller), note=f"{label} beside {last}")
    amount = voice.money(trace, f"{each.name}, {label} beside {last}")
    return Fact(f"{each.name} costs {'more' if more > 0 else 'less'}", amount)
