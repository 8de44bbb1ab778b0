"""Lines of the budget, what is planned for them, and the bills that came: read whole."""

from collections.abc import Iterator
from decimal import Decimal

from fullscore.engine.budget.matching_facts import Agreement, BillFact, OrderFact
from fullscore.engine.budget.year.facts import AmountFact, LineFact
from fullscore.engine.findings.trace import Source
from fullscore.store.models import Bill, Contract, ImportRun, Line, LineAmount, PurchaseOrder
from fullscore.store.reading import facts

# Each in the order of its value's fields; provenance comes last.
_LINE = (
    "ref", "name", "purpose", "treatment", "category", "team__ref", "service__ref", "vendor__ref",
    "contract__ref", "comment", "assumption",
)  # fmt: skip
_AMOUNT = ("ref", "line__ref", "month", "amount", "said_by", "said_on")
_BILL = (
    "ref", "number", "vendor__ref", "billed_on", "amount", "currency", "about", "covers_from",
    "covers_until", "contract__ref", "order__ref", "line__ref",
)  # fmt: skip


def read_lines(organisation_id: int) -> tuple[LineFact, ...]:
    return facts(LineFact, Line, organisation_id, _LINE)


def read_amounts(organisation_id: int) -> tuple[AmountFact, ...]:
    """Read what is planned, of lines that are not put away."""
    found = facts(AmountFact, LineAmount, organisation_id, _AMOUNT)
    away = set(Line.objects.of(organisation_id).exclude(archived_at=None).values_list("ref", flat=True))
    return tuple(one for one in found if one.line not in away)


def read_bills(organisation_id: int) -> Iterator[tuple[BillFact, Source]]:
    """Read every bill with where its amount stands."""
    files = dict(ImportRun.objects.of(organisation_id).values_list("pk", "file"))
    rows = Bill.objects.of(organisation_id).filter(archived_at=None).order_by("billed_on", "ref")
    for *values, provenance in rows.values_list(*_BILL, "provenance"):
        ref, number, vendor, billed_on, amount, currency, about, *others = values
        bill = BillFact(ref, number, vendor, billed_on, amount, currency or None, about, *others)
        source, run, line = (*provenance.get("amount", ()), None, None, None)[:3]
        yield bill, Source("bills", ref, "amount", source, files.get(run), line)


def read_agreements(organisation_id: int) -> tuple[Agreement, ...]:
    rows = Contract.objects.of(organisation_id).filter(archived_at=None).order_by("ref")
    return tuple(Agreement(*row) for row in rows.values_list("ref", "name", "vendor__ref", "number"))


def read_orders(organisation_id: int) -> tuple[OrderFact, ...]:
    """Read what was ordered, with what it came to where its price is known."""
    rows = PurchaseOrder.objects.of(organisation_id).filter(archived_at=None).order_by("ref")
    told = rows.values_list("ref", "number", "vendor__ref", "ordered_on", "quantity", "unit_cost")
    return tuple(
        OrderFact(ref, number, vendor, day, None if cost is None else Decimal(quantity) * cost)
        for ref, number, vendor, day, quantity, cost in told
    )
