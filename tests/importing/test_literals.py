"""Days and amounts as people and programs write them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.importing.literals import UnreadError, amount, day

SPRING = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("text", "order", "meant"),
    [
        ("2026-03-05", "mdy", SPRING), ("2026-03-05T08:15:00Z", "mdy", SPRING), ("2026/3/5", "dmy", SPRING),
        ("03/05/2026", "mdy", SPRING), ("05/03/2026", "dmy", SPRING), ("3/5/26", "mdy", SPRING),
        ("05.03.2026", "mdy", SPRING), ("03-05-2026", "mdy", SPRING), ("Mar 5, 2026", "dmy", SPRING),
        ("Thu Mar 5, 2026 08:15 AM", "mdy", SPRING), ("5 March 2026", "mdy", SPRING),
        ("05-Mar-26", "mdy", SPRING),
        ("31/12/2025", "mdy", date(2025, 12, 31)), ("12/31/2025", "dmy", date(2025, 12, 31)),
        ("46086", "mdy", SPRING), ("11/24/78", "mdy", date(1978, 11, 24)), ("0000-00-00", "mdy", None),
    ],
)  # fmt: skip
def test_a_day_is_read_as_it_was_meant(text: str, order: str, meant: date | None) -> None:
    assert day(text, order) == meant


@pytest.mark.parametrize(
    "text", ["31/02/2025", "2025-13-01", "29 Feb 2025", "soon", "99999", "5 Foo 2026", ""]
)
def test_what_is_no_day_is_said_to_be_none(text: str) -> None:
    with pytest.raises(UnreadError):
        day(text, "mdy")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("$1,285.00", "1285.00"), ("1285", "1285"), ("1.285,50", "1285.50"), ("1,285", "1285"),
        ("USD 66", "66"), ("(45.10)", "-45.10"), ("1 285,5", "1285.5"), ("41.666667", "41.666667"),
        ("1,234,567.89", "1234567.89"), ("-3", "-3"),
    ],
)  # fmt: skip
def test_an_amount_is_read_as_it_was_meant(text: str, meant: str) -> None:
    assert amount(text, "USD") == Decimal(meant)


@pytest.mark.parametrize("text", ["€1.285,00", "CAD 66", "£5"])
def test_another_currency_is_refused_and_not_converted(text: str) -> None:
    with pytest.raises(UnreadError) as unread:
        amount(text, "USD")

    assert unread.value.code == "import-other-currency"


@given(st.dates(date(1971, 1, 1), date(2069, 12, 31)), st.sampled_from(["mdy", "dmy"]))
def test_every_day_written_in_the_organisations_order_comes_back(meant: date, order: str) -> None:
    written = f"{meant:%m/%d/%Y}" if order == "mdy" else f"{meant:%d/%m/%Y}"

    assert day(written, order) == meant


@given(st.text())
def test_any_text_is_a_day_an_amount_or_unread(text: str) -> None:
    assert all(_unread(partial(read, text)) in {None, "field", "import"} for read in READERS)


READERS = (partial(day, order="mdy"), partial(amount, currency="USD"))


def _unread(read: Callable[[], object]) -> str | None:
    try:
        read()
    except UnreadError as unread:
        return unread.code.partition("-")[0]
    return None
