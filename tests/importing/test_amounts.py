"""Amounts of money as people and programs write them."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.importing.literals import UnreadError, amount

MONEY = [
    ("$1,285.00", "1285.00"), ("1285", "1285"), ("1.285,50", "1285.50"), ("1,285", "1285"),
    ("USD 66", "66"), ("(45.10)", "-45.10"), ("1 285,5", "1285.5"), ("41.666667", "41.666667"),
    ("1,234,567.89", "1234567.89"), ("-3", "-3"), ("(1,285.00)", "-1285.00"), ("USD 1,285", "1285"),
    ("1,285.00-", "-1285.00"), ("-1,285.00-", "-1285.00"), ("1285 US$", "1285"), ("US$1,285.00", "1285.00"),
    ("3.01043E+13", "30104300000000"), ("1 285,00", "1285.00"), ("\u22125.00", "-5.00"), ("$(1,200.00)",
     "-1200.00"),
    ("-$1,200.00", "-1200.00"), ("($12.34)", "-12.34"), (" $ 9.50 ", "9.50"), ("1.234.567", "1234567"),
    ("+7", "7"), (".5", "0.5"), ("1,285.-", "1285"), ("1285,--", "1285"), ("1\u202f285,00", "1285.00"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), MONEY)
def test_an_amount_is_read_as_it_was_meant(text: str, meant: str) -> None:
    assert amount(text, "USD") == Decimal(meant)


@pytest.mark.parametrize(
    ("text", "currency", "meant"),
    [("1.285,00 €", "EUR", "1285.00"), ("CHF 1'285.-", "CHF", "1285"), ("Fr. 1\u2019285.50", "CHF",
     "1285.50"),
     ("EUR 1.285,00", "EUR", "1285.00"), ("£1,285", "GBP", "1285"), ("1 285,00 kr", "SEK", "1285.00"),
     ("$5", "CAD", "5"), ("€1.285", "EUR", "1285"), ("1.285", "EUR", "1.285"), ("12,5 Euro", "EUR", "12.5")],
)  # fmt: skip
def test_an_amount_in_the_organisations_own_money_is_read(text: str, currency: str, meant: str) -> None:
    assert amount(text, currency) == Decimal(meant)


@pytest.mark.parametrize(
    "text", ["€1.285,00", "CAD 66", "£5", "5 Euro", "US$5|EUR", "$5|EUR", "Fr. 5", "$5 CAD"]
)
def test_another_currency_is_refused_and_not_converted(text: str) -> None:
    written, _, own = text.partition("|")
    with pytest.raises(UnreadError) as unread:
        amount(written, own or "USD")

    assert unread.value.code == "import-other-currency"


@pytest.mark.parametrize(
    "text", ["+1,285.00-", "1-2", "12 apples", "1/2", "--", "", "1,2,3", "5 GB", "1e999", "٣"]
)
def test_what_is_no_amount_is_said_to_be_none(text: str) -> None:
    with pytest.raises(UnreadError) as unread:
        amount(text, "USD")

    assert unread.value.code == "field-not-a-number"


def _grouped(whole: str, mark: str) -> str:
    head = len(whole) % 3
    return mark.join(
        part for part in (whole[:head], *(whole[i : i + 3] for i in range(head, len(whole), 3))) if part
    )


def _written(cents: int, thousands: str, point: str) -> str:
    whole, rest = divmod(abs(cents), 100)
    return f"{_grouped(str(whole), thousands)}{point}{rest:02}"


def _sign(cents: int) -> str:
    return "-" if cents < 0 else ""


MONEY_WRITERS: tuple[Callable[[int], str], ...] = (
    lambda cents: f"{_sign(cents)}${_written(cents, ',', '.')}",
    lambda cents: f"{_sign(cents)}{_written(cents, '.', ',')}",
    lambda cents: f"({_written(cents, ',', '.')})" if cents < 0 else _written(cents, ",", "."),
    lambda cents: f"{_sign(cents)}{_written(cents, ' ', ',')}",
    lambda cents: f"USD {_sign(cents)}{_written(cents, chr(39), '.')}",
    lambda cents: f"{_written(cents, ',', '.')}{_sign(cents)}",
    lambda cents: f"{_sign(cents)}{_written(cents, chr(0x202F), ',')} US$",
    lambda cents: f"{_sign(cents)}{_written(cents, '', '.')}",
)


@given(st.integers(-(10**12), 10**12), st.sampled_from(MONEY_WRITERS))
def test_every_amount_comes_back_from_every_format(cents: int, write: Callable[[int], str]) -> None:
    assert amount(write(cents), "USD") == Decimal(cents) / 100
