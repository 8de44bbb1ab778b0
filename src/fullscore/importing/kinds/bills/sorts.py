"""What a transaction is: a bill, a credit, money paid at once; a payment of a bill, or about a customer."""

from enum import StrEnum


class Sort(StrEnum):
    """What a row of bookkeeping is to us."""

    BILL = "bill"
    CREDIT = "credit"
    SPENT = "spent"
    PAYMENT = "payment"
    SALE = "sale"


# Bookkeeping lists both sides; these are about customers, or only move money.
_SALES = frozenset(
    {"invoice", "payment", "sales receipt", "estimate", "credit memo", "deposit", "refund receipt", "refund",
     "customer credit", "sales invoice", "statement charge", "receive payment", "accrec", "sale",
     "transfer", "journal entry", "ausgangsrechnung", "kundenrechnung", "zahlungseingang",
     "gutschrift an kunden", "erlöse",
     "umbuchung"}
)  # fmt: skip
_CREDITS = frozenset(
    {"vendor credit", "supplier credit", "bill credit", "credit note", "credit card credit", "accpaycredit",
     "aprefund", "debit memo", "gutschrift", "lieferantengutschrift", "rechnungskorrektur"}
)  # fmt: skip
# Paid on the spot: nothing was billed before, and accounts of money show it below nothing.
_SPENT = frozenset(
    {"expense", "check", "cheque", "cash expense", "cash purchase", "credit card expense",
     "credit card charge", "spend", "spend money", "kasse", "kartenzahlung", "ausgabe"}
)  # fmt: skip
_PAYMENTS = (
    "bill payment", "bill pmt", "billpayment", "supplier payment", "vendor payment", "payment of", "zahlung",
    "überweisung", "lastschrift", "purchase order", "bestellung", "vendor prepayment",
)  # fmt: skip


def sort_of(word: str) -> Sort:
    """Return what a type of transaction is; what nobody names is a bill."""
    plain = " ".join(word.casefold().replace("-", " ").split())
    if plain in _SALES:
        return Sort.SALE
    if plain in _CREDITS:
        return Sort.CREDIT
    if plain in _SPENT:
        return Sort.SPENT
    return Sort.PAYMENT if plain.startswith(_PAYMENTS) else Sort.BILL
