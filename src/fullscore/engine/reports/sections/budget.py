"""What IT costs: this fiscal year, the next and the years after, and what changes most between two."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

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
    """Costs by fiscal year; `years` are their first days. `unknown` names what nobody has priced.

    `against` holds the year in hand beside its plan; `told` are sentences about it, as the budget's page
    says them.
    """

    years: tuple[date, ...]
    costs: tuple[Cost, ...]
    unknown: tuple[str, ...] = ()
    against: tuple[Against, ...] = ()
    told: tuple[str, ...] = ()

    def total(self, place: int, note: str) -> Trace:
        """Return what a year comes to, open to every cost."""
        return summed((trace for each in self.costs if (trace := each.by_year[place]) is not None), note)

    def of_purpose(self, place: int, purpose: str) -> Trace:
        found = (each.by_year[place] for each in self.costs if each.purpose == purpose)
        return summed((trace for trace in found if trace is not None), purpose)

    def place_of(self, day: date) -> int | None:
        """Return the place of the fiscal year a day lies in."""
        places = [place for place, start in enumerate(self.years) if start <= day]
        return places[-1] if places else None


def section(found: Money, voice: Voice) -> Section:
    if not found.costs:
        return Section("budget", "Nothing is known of what IT costs", missing=_MISSING)
    here = found.place_of(voice.on) or 0
    title, figures = _title(found, here, voice)
    blocks: tuple[Block, ...] = (
        _bars(found, here, voice), *_standing(found, voice), _table(found, voice), *_changed(found, here, voice),
    )  # fmt: skip
    return Section("budget", title, _lead(found), blocks, figures=figures)


def total_of(found: Money, place: int, voice: Voice) -> Said:
    label = voice.year(found.years[place])
    return voice.money(found.total(place, label), f"what IT costs in {label}")


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


def _lead(found: Money) -> str | None:
    if not found.unknown:
        return None
    return f"Not in these sums, as nobody has priced them: {names(found.unknown)}."


def _bars(found: Money, here: int, voice: Voice) -> Bars:
    """Return this year and the next, by purpose; purposes nobody spends on are left out."""
    places = range(here, min(here + 2, len(found.years)))
    used = [one for one in PURPOSES if any(value_of(found.of_purpose(place, one)) for place in places)] or [
        "run"
    ]
    bars = tuple(
        Bar(
            voice.year(found.years[place]),
            tuple(value_of(found.of_purpose(place, one)) for one in used),
            total_of(found, place, voice),
        )
        for place in places
    )
    words, beside = _shares(found, used, places[-1], voice)
    return Bars("What IT costs", words, voice.currency, tuple((one, one) for one in used), bars, beside)


def _shares(found: Money, used: list[str], place: int, voice: Voice) -> tuple[str, tuple[Said, ...]]:
    label = voice.year(found.years[place])
    said = [voice.money(found.of_purpose(place, one), f"{one}, {label}") for one in used]
    if len(said) == 1:
        return f"All {said[0]} of {label} goes to {_TO[used[0]]}.", tuple(said)
    parts = tuple(f"{amount} to {one}" for amount, one in zip(said, used, strict=True))
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
    used = [one for one in PURPOSES if any(each.purpose == one for each in found.costs)]
    rows = [_of(found, one, labels, voice) for one in used]
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
        cells.append(voice.money(amount, f"{purpose}, {label}") if amount.args else "not known")
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
        return Fact(f"{each.name} {f'is new in {label}' if after else f'ends with {last}'}", amount)
    larger, smaller = (after, before) if more > 0 else (before, after)
    trace = Trace(abs(more), op="difference", args=(larger, smaller), note=f"{label} beside {last}")
    amount = voice.money(trace, f"{each.name}, {label} beside {last}")
    return Fact(f"{each.name} costs {'more' if more > 0 else 'less'}", amount)


def of_kinds(costs: Iterable[Cost]) -> frozenset[str]:
    return frozenset(each.kind for each in costs)
