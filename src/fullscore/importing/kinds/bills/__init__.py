"""Bills and what was paid: a bill for each row or number, and whoever is named as a vendor."""

from fullscore.importing.kinds.bills.meanings import MEANINGS
from fullscore.importing.kinds.bills.reading import lines
from fullscore.importing.kinds.kind import Kind

KIND = Kind(
    "bills", "Bills and payments", "bills", MEANINGS,
    (frozenset({"vendor", "number", "transaction_type"}),
     frozenset({"amount", "net", "line_amount", "unit_amount", "credit", "open"}),
     frozenset({"billed_on", "due_on", "paid_on"})),
    lines,
)  # fmt: skip
