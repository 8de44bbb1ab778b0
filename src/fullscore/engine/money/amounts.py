"""Amounts: exact until a person reads them, then rounded half up, once."""

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
# From here on cents only distract.
NO_CENTS_FROM = 100
SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CAD": "CA$", "AUD": "A$", "CHF": "CHF "}


def cents(amount: Decimal) -> Decimal:
    """Return the amount rounded to cents, half up."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def plain(amount: Decimal) -> str:
    """Return the amount as documents carry it: text with two decimals."""
    return f"{cents(amount):.2f}"


def words(amount: Decimal, currency: str) -> str:
    """Return the amount as people read it: $1,285, $66.50, a real minus."""
    places = 0 if abs(amount) >= NO_CENTS_FROM or amount == amount.to_integral_value() else 2
    rounded = abs(amount).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    sign = "−" if amount < 0 and rounded else ""  # noqa: RUF001  the minus sign people read
    return f"{sign}{SYMBOLS.get(currency, currency + ' ')}{rounded:,f}"
