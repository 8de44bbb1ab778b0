"""The year as rows of cells by month, and every way of grouping them: all come to the same total.

A cell that nobody knows is absent, never nothing. The forecast of a month is what was billed where the month
is over and bills came; what is due where that is known; what was planned else.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from fullscore.engine.budget.year.facts import Asked, Flow, Heading, Home
from fullscore.engine.findings.trace import Later, Trace, leaf

MEASURES = ("planned", "committed", "forecast", "actual", "last")
WAYS = ("purpose", "treatment", "category", "team", "service", "vendor")
MONTHS = 12
_NOTHING = Decimal(0)

Cells = Mapping[int, Trace]
Figures = Mapping[str, Trace]


@dataclass(frozen=True, slots=True)
class Row:
    """One line, or what no line covers; `cells` holds a trace for each measure and known month.

    Beside the measures it holds `expected`: what contracts, plans and refresh say of months to come.
    """

    heading: Heading
    cells: Mapping[str, Cells]

    def total(self, measure: str, until: int | None = None) -> Trace | None:
        """Return the sum of the months that are known, up to `until`; None where none is."""
        known = [cell for month, cell in self.cells[measure].items() if until is None or month <= until]
        return _sum(known, self.heading.name) if known else None


@dataclass(frozen=True, slots=True)
class Year:
    """Rows and totals of twelve months from `first`; last year's bills stand in the months of this one.

    `billed` is the first and last month bills were brought in for and that is over; None: no bills.
    """

    first: int
    now: int
    rows: tuple[Row, ...]
    totals: Figures
    by_month: Mapping[int, Figures]
    billed: tuple[int, int] | None

    @property
    def months(self) -> range:
        return range(self.first, self.first + MONTHS)

    def by(self, way: str) -> Mapping[str | None, Figures]:
        """Return the totals of each group, what belongs to none last."""
        groups: dict[str | None, list[Row]] = defaultdict(list)
        for row in self.rows:
            groups[getattr(row.heading, way) or None].append(row)
        ordered = sorted(groups.items(), key=lambda one: (one[0] is None, one[0] or ""))
        return MappingProxyType({key: _totals(rows, key or "") for key, rows in ordered})


def year(asked: Asked) -> Year:
    """Return the year of all that is asked; rows with the most money first."""
    billed = _billed(asked)
    flows = {
        "planned": _placed(asked.planned, asked),
        "committed": _placed(asked.committed, asked),
        "expected": _placed(asked.expected, asked),
        "actual": _placed(asked.billed, asked),
        "last": _placed(_moved(asked.billed), asked),
    }
    homes = {("lines", line.ref) for line in asked.lines}
    for name, placed in flows.items():
        homes |= {home for home, months in placed.items() if name != "expected" or months}
    rows = tuple(row for row in (_row(home, flows, asked, billed) for home in homes) if row is not None)
    ordered = tuple(sorted(rows, key=_order))
    return Year(asked.first, asked.now, ordered, _totals(ordered, "all"), _by_month(ordered, asked), billed)


def _billed(asked: Asked) -> tuple[int, int] | None:
    """Return the months that are over and lie between the first and the last bill."""
    months = [flow.month for flow in asked.billed]
    if not months:
        return None
    first, last = min(months), min(max(months), asked.now - 1)
    return (first, last) if first <= last else None


Placed = dict[Home, dict[int, list[Flow]]]


def _placed(flows: Iterable[Flow], asked: Asked) -> Placed:
    """Return the flows of the year's months by where they belong."""
    found: Placed = defaultdict(lambda: defaultdict(list))
    for flow in flows:
        if asked.first <= flow.month < asked.first + MONTHS:
            found[asked.homes.get(flow.home, flow.home)][flow.month].append(flow)
    return found


def _moved(flows: Iterable[Flow]) -> Iterator[Flow]:
    """Return last year's flows in the months of this one."""
    return (Flow(flow.home, flow.month + MONTHS, flow.amount, flow.trace) for flow in flows)


def _row(home: Home, flows: Mapping[str, Placed], asked: Asked, billed: tuple[int, int] | None) -> Row | None:
    own = {name: placed.get(home, {}) for name, placed in flows.items()}
    known = {name: _cells(months) for name, months in own.items()}
    cells = {**known, "forecast": dict(_forecast(known, asked, billed))}
    if home[0] != "lines" and not any(cells.values()):
        return None
    return Row(asked.headings[home], MappingProxyType(cells))


def _cells(months: Mapping[int, list[Flow]]) -> Cells:
    return {month: _cell(flows) for month, flows in sorted(months.items())}


def _cell(flows: list[Flow]) -> Trace:
    if len(flows) == 1:
        return flows[0].trace
    amount = sum((flow.amount for flow in flows), _NOTHING)
    return Trace(amount, op="sum", args=Later(lambda: tuple(flow.trace for flow in flows)))


def _forecast(
    known: Mapping[str, Cells], asked: Asked, billed: tuple[int, int] | None
) -> Iterator[tuple[int, Trace]]:
    """Yield what each month is expected to cost; a month of which nothing is known is left out."""
    for month in range(asked.first, asked.first + MONTHS):
        found = _expected(month, known, asked, billed)
        if found is not None:
            yield month, found


def _expected(
    month: int, known: Mapping[str, Cells], asked: Asked, billed: tuple[int, int] | None
) -> Trace | None:
    actual = known["actual"].get(month)
    if billed and billed[0] <= month <= billed[1]:
        return actual or (leaf(_NOTHING, note="no bill came") if _is_told(known) else None)
    due = _due(month, known, asked)
    if actual is None or due is None:
        return actual or due
    # The month is not over: what came already counts, and more where more is due.
    return Trace(max(_value(actual), _value(due)), op="max", args=(actual, due), note="billed, or due")


def _is_told(known: Mapping[str, Cells]) -> bool:
    """Return whether anything of the year is known of a row, so that no bill means nothing billed."""
    return any(known.values())


def _due(month: int, known: Mapping[str, Cells], asked: Asked) -> Trace | None:
    """Return what is due in a month: as forecast, else as contracts bill, else as planned."""
    ahead = known["expected"] if month >= asked.now else known["committed"]
    if month in ahead:
        return ahead[month]
    return leaf(_NOTHING, note="nothing falls due") if ahead else known["planned"].get(month)


def _by_month(rows: tuple[Row, ...], asked: Asked) -> Mapping[int, Figures]:
    found = {}
    for month in range(asked.first, asked.first + MONTHS):
        cells = {
            measure: [row.cells[measure][month] for row in rows if month in row.cells[measure]]
            for measure in MEASURES
        }
        found[month] = {measure: _sum(parts, "month") for measure, parts in cells.items() if parts}
    return MappingProxyType(found)


def _totals(rows: Iterable[Row], note: str) -> Figures:
    every = tuple(rows)
    found = {measure: [row.total(measure) for row in every] for measure in MEASURES}
    known = {measure: [part for part in parts if part is not None] for measure, parts in found.items()}
    return MappingProxyType({measure: _sum(parts, note) for measure, parts in known.items() if parts})


def _sum(parts: list[Trace], note: str) -> Trace:
    return Trace(sum(map(_value, parts), _NOTHING), op="sum", args=tuple(parts), note=note)


def _value(trace: Trace) -> Decimal:
    assert isinstance(trace.value, Decimal)
    return trace.value


def amount_of(trace: Trace | None) -> Decimal | None:
    """Return a figure's amount; None where nobody knows it."""
    return None if trace is None else _value(trace)


def _order(row: Row) -> tuple[bool, Decimal, str, Home]:
    """Lines come before what no line covers, the dearest first."""
    dearest = max((abs(amount_of(row.total(measure)) or _NOTHING) for measure in MEASURES), default=_NOTHING)
    return row.heading.home[0] != "lines", -dearest, row.heading.name, row.heading.home
