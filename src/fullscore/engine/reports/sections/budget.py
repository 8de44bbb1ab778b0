"""What IT costs: this fiscal year, the next and the years after, and what changes most between two."""

from decimal import Decimal

from fullscore.engine.findings.trace import Trace
from fullscore.engine.reports.blocks import Block, Cell, Fact, Facts, Row, Said, Section, Table, Word
from fullscore.engine.reports.sections.cost_bars import drawn
from fullscore.engine.reports.sections.costs import KINDS, Cost, Money, Strayed, total_of
from fullscore.engine.reports.voice import Voice, names, value_of

_CALLED = {
    "contract": "Contracts", "seats": "More seats", "refresh": "Devices to replace",
    "plan": "Accepted plans", "project": "Accepted proposals",
}  # fmt: skip
_MISSING = "Nothing is known of what IT costs. Drop your contracts or last year's budget on the import page."
_MOST = 6


def section(found: Money, ahead: Money, voice: Voice, *, is_drawn_before: bool = False) -> Section:
    """Return this year and the next as it is proposed; `ahead` is what is known of the years to come.

    Where page one has drawn these two years, the years to come are drawn here instead.
    """
    if not found.costs:
        return Section("budget", "Nothing is known of what IT costs", missing=_MISSING)
    title, figures = _title(found, voice)
    blocks: tuple[Block, ...] = (
        *drawn(found, ahead, voice, is_drawn_before=is_drawn_before), *_standing(found, voice),
        _table(found, None, None, voice), *_changed(found, voice), *_ahead(ahead, voice),
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
