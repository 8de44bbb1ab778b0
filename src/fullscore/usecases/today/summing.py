"""What waiting for a week costs over all open lines, opened to them."""

from collections.abc import Sequence
from decimal import Decimal

from fullscore.engine.findings.trace import Trace, as_document, leaf
from fullscore.usecases.today.values import Document, KeptLine

_NONE = Decimal(0)


def cost_of(lines: Sequence[KeptLine]) -> tuple[Decimal | None, Document | None, int]:
    """Return what waiting for a week costs over all lines, its trace, and how many lines have no figure."""
    priced = [line for line in lines if line.cost is not None]
    # A loss that another line holds is a figure, only not here.
    unpriced = sum(line.cost is None and not line.is_counted_elsewhere for line in lines)
    if not priced:
        return None, None, unpriced
    total = sum((line.cost for line in priced if line.cost is not None), _NONE)
    parts = tuple(leaf(line.cost, note=f"{line.code} {line.register} {line.ref}") for line in priced)
    trace = Trace(total, op="sum", args=parts, note="waiting for a week", figure="cost_of_waiting")
    return total, as_document(trace), unpriced
