"""Ways to do a proposal as the engine asks for them: one option for each quarter it may start in."""

from collections.abc import Collection, Iterable
from decimal import Decimal

from fullscore.engine.budget.problem import Option, Pin
from fullscore.engine.money.amounts import cents
from fullscore.store import budget as store
from fullscore.store.models import Option as OptionRow
from fullscore.store.models import Proposal as ProposalRow
from fullscore.usecases.budget.periods import AHEAD, QUARTERS

_NONE = Decimal(0)


def options_of(
    rows: store.Rows, row: ProposalRow, starts: Iterable[int], years: int, in_place: Collection[str] = ()
) -> tuple[Option, ...]:
    """Return the options of a proposal over so many years; `in_place` are controls that are there already."""
    quarters = tuple(starts)
    return tuple(
        option
        for each in rows.options.get(row.pk, ())
        for option in _starting(rows, each, (0,) if each.is_nothing else quarters, years, in_place)
    )


def _starting(
    rows: store.Rows, row: OptionRow, quarters: tuple[int, ...], years: int, in_place: Collection[str]
) -> Iterable[Option]:
    controls = frozenset(each.control.ref for each in rows.brings.get(row.pk, ())) - frozenset(in_place)
    for start in quarters:
        yield Option(
            row.ref if len(quarters) == 1 else f"{row.ref}@{start}", row.name, row.ref, row.is_nothing,
            spends_of(rows, row, start, years), hours_of(row, start), row.goal_value or _NONE,
            row.cost_avoided or _NONE, controls, start, Pin(row.pin),
        )  # fmt: skip


def spends_of(rows: store.Rows, row: OptionRow, start: int, years: int) -> tuple[Decimal, ...]:
    """Return what an option costs in each fiscal year when it starts in a quarter of them.

    What it costs a year is paid for the quarters left of the year it starts in, and whole from then on; what
    it costs once falls into that year. A cost of its year 1 falls into it too, and so on.
    """
    first, quarter = divmod(start, QUARTERS)
    found = [_NONE] * years
    for year in range(first, years):
        share = Decimal(QUARTERS - quarter) / QUARTERS if year == first else Decimal(1)
        found[year] += (row.yearly_cost or _NONE) * share
    if first < years:
        found[first] += row.once_cost or _NONE
    for outlay in rows.outlays.get(row.pk, ()):
        if first + outlay.year - 1 < years:
            found[first + outlay.year - 1] += outlay.amount
    return tuple(cents(each) for each in found)


def hours_of(row: OptionRow, start: int) -> tuple[Decimal, ...]:
    """Return the hours of each quarter, spread evenly from the one it starts in."""
    if not row.hours:
        return ()
    each = row.hours / row.over_quarters
    return tuple(each if start <= place < start + row.over_quarters else _NONE for place in range(AHEAD))
