"""Traces: every amount or date shown opens to the tree it was computed from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Source:
    """Where an input figure stands: a register's row and field, and the file it came from."""

    register: str
    ref: str
    field: str
    source: str | None = None
    file: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """One figure: its value, the operation on its arguments, and its words; a leaf names its row.

    `op` is None for a leaf, else one of: sum, difference, product, quotient, ceil, max, min, count,
    round-up, workdays-before, workdays-after, first-workday, choose. `docs/recompute.py` recomputes
    every figure from these.
    """

    value: Decimal | int | date | str | None
    unit: str | None = None
    op: str | None = None
    args: "tuple[Trace, ...]" = ()
    row: Source | None = None
    note: str | None = None


def as_document(trace: Trace) -> Mapping[str, object]:
    """Return the trace as plain JSON values: dates as ISO text, amounts as decimal text."""
    value = trace.value
    plain: object = value
    if isinstance(value, date):
        plain = value.isoformat()
    elif isinstance(value, Decimal):
        plain = int(value) if value == value.to_integral_value() else float(value)
    document: dict[str, object] = {
        "value": plain,
        "unit": trace.unit,
        "op": trace.op,
        "args": [as_document(arg) for arg in trace.args],
        "note": trace.note,
    }
    document["row"] = (
        None
        if trace.row is None
        else {
            "register": trace.row.register,
            "ref": trace.row.ref,
            "field": trace.row.field,
            "source": trace.row.source,
            "file": trace.row.file,
            "line": trace.row.line,
        }
    )
    return document
