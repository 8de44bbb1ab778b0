"""The figures of one netted need: what is asked, what is there, what comes, what is kept, what is short."""

from dataclasses import dataclass
from decimal import Decimal

from fullscore.engine.findings.trace import Trace


@dataclass(frozen=True, slots=True)
class Figures:
    """The netting of one need, each with the rows it was counted from."""

    gross: Trace
    on_hand: Trace
    scheduled_receipts: Trace
    safety_stock: Trace
    net: Trace

    def amount(self, name: str) -> Decimal:
        """Return one of the figures as a number."""
        trace: Trace = getattr(self, name)
        assert isinstance(trace.value, Decimal)
        return trace.value
