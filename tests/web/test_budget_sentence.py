"""The question about a smaller or bigger budget, as people type it."""

from decimal import Decimal

import pytest

from fullscore.web.budget.sentence import Question, Unread, read

ONES = [
    ("What do we lose if you cut 20,000?", "20000", False),
    ("cut 20k", "20000", False),
    ("Cut $20,000", "20000", False),
    ("cut USD 20000.50", "20000.50", False),
    ("20 thousand less", "20000", False),
    ("if the budget is 1.5m less", "1500000", False),
    ("reduce the budget by 7\u2019500", "7500", False),
    ("\N{MINUS SIGN}20,000: what would we lose with 20,000 less", "", False),
    ("10,000 more", "10000", True),
    ("What do we get for $10k more?", "10000", True),
    ("add another 500", "500", True),
]


@pytest.mark.parametrize(("text", "amount", "is_more"), ONES)
def test_amounts_and_directions_are_read_as_people_type_them(
    text: str, amount: str, *, is_more: bool
) -> None:
    expected = Question(Decimal(amount), is_more) if amount else Unread("One amount at a time, above 0.")

    assert read(text, "USD") == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("cut 20,000 from security", "“from security” is not understood here."),
        ("cut 10%", "“10%” is not understood here."),
        ("cut 20.000", "“20.000” is not understood here."),
        ("cut €20,000", "“€” is not understood here."),
        ("cut", "An amount is missing."),
        ("", "An amount is missing."),
        ("20,000", "Say whether it is less or more."),
        ("cut 20,000 more", "It is either less or more."),
        ("cut 0", "One amount at a time, above 0."),
        ("cut 9999999999999", "One amount at a time, above 0."),
        ("cut 20,000 or 30,000", "“or” is not understood here."),
    ],
)
def test_what_is_not_understood_is_said_and_never_guessed(text: str, words: str) -> None:
    assert read(text, "USD") == Unread(words)


def test_another_money_is_read_in_its_own_sign() -> None:
    assert read("cut €20k", "EUR") == Question(Decimal(20000), False)
    assert read("cut 500 CHF", "CHF") == Question(Decimal(500), False)
