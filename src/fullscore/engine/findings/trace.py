"""Traces: every amount or date shown opens to the tree it was computed from."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import overload


@dataclass(frozen=True, slots=True)
class Source:
    """Where an input figure stands: a register's row and field, and the file it came from."""

    register: str
    ref: str
    field: str
    source: str | None = None
    file: str | None = None
    line: int | None = None


class Later(Sequence["Trace"]):
    """Arguments that are only written down when somebody opens the figure; most are never opened."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: "Callable[[], tuple[Trace, ...]]") -> None:
        self._make = make
        self._made: tuple[Trace, ...] | None = None

    def _read(self) -> "tuple[Trace, ...]":
        if self._made is None:
            self._made = self._make()
        return self._made

    @overload
    def __getitem__(self, index: int) -> "Trace": ...
    @overload
    def __getitem__(self, index: slice) -> "tuple[Trace, ...]": ...
    def __getitem__(self, index: int | slice) -> "Trace | tuple[Trace, ...]":
        return self._read()[index]

    def __len__(self) -> int:
        return len(self._read())

    def __iter__(self) -> "Iterator[Trace]":
        return iter(self._read())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._read() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._read())


@dataclass(frozen=True, slots=True)
class Trace:
    """One figure: its value, the operation on its arguments, and its words; a leaf names its row.

    `op` is None for a leaf, else one of: sum, difference, product, quotient, ceil, max, min, count,
    cents, median, ninth-decile, workdays-before, workdays-after, workdays-between, workday-from,
    workday-until, later, percent, hours-before, hours-after, days-between, theil-sen, slope-of-rank,
    trend-value, days-before, days-after, month-end, quarter-end, notice-reaches, notice-until, first-end,
    dues, even-part, lognormal-mean, figures; in documents also see. `docs/recompute.py` recomputes every
    figure from these.
    `figure` names the field of the document that shows this value.
    """

    value: Decimal | Fraction | int | date | str | None
    unit: str | None = None
    op: str | None = None
    args: "Sequence[Trace]" = ()
    row: Source | None = None
    note: str | None = None
    figure: str | None = None


def named(trace: Trace, figure: str) -> Trace:
    """Return the same trace, now saying which field of the document shows its value."""
    return replace(trace, figure=figure)


def leaf(
    value: Decimal | int | date | str | None, row: Source | None = None, note: str | None = None
) -> Trace:
    """Return a figure that was not computed: it stands in a row, or is assumed for the reason in `note`."""
    return Trace(value, row=row, note=note)


def as_document(trace: Trace, shown: Mapping[int, str] = MappingProxyType({})) -> Mapping[str, object]:
    """Return the trace as plain JSON values: dates as ISO text, quantities and amounts as numbers.

    `shown` names traces (by id) that the document spells out elsewhere: they become a leaf with op 'see'
    and the figure's path, so that a sum stands in a document once.
    """
    row = trace.row
    seen = shown.get(id(trace))
    return {
        "figure": seen or trace.figure,
        "value": plain_value(trace.value),
        "unit": trace.unit,
        "op": "see" if seen else trace.op,
        "args": [] if seen else [as_document(arg, shown) for arg in trace.args],
        "note": trace.note,
        "row": None if row is None else {
            "register": row.register, "ref": row.ref, "field": row.field,
            "source": row.source, "file": row.file, "line": row.line,
        },
    }  # fmt: skip


def plain_value(value: object) -> object:
    """Return a date as ISO text, a number as int where it is whole; anything else as it is."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal | Fraction):
        return int(value) if value == int(value) else float(value)
    return value
