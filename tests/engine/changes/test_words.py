"""A change in plain words: things and how they are meanwhile, people and skills, lengths of time."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.changes.problem import Touch
from fullscore.engine.changes.words import Hands, hands, hours, length, touched
from fullscore.engine.estate.graph import State

NAMES = {
    "items:fw-1": "Firewall HQ", "services:crm": "CRM", "pools:net": "Internet link",
    "services:net": "Internet link", "services:standby": "Backup is up",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "node", "how"),
    [
        ("Firewall HQ", "items:fw-1", State.DOWN), ("firewall hq: degraded", "items:fw-1", State.DEGRADED),
        ("CRM stays up", "services:crm", State.UP), ("CRM is slower", "services:crm", State.DEGRADED),
        ("items:fw-1 (up)", "items:fw-1", State.UP), ("- CRM goes down", "services:crm", State.DOWN),
        ("pools:net", "pools:net", State.DOWN), ("Backup is up", "services:standby", State.DOWN),
        ("Backup is up: up", "services:standby", State.UP),
    ],
)  # fmt: skip
def test_a_thing_and_how_it_is_meanwhile(text: str, node: str, how: State) -> None:
    assert touched(text, NAMES) == ((Touch(node, how),), ())


def test_each_thing_once_and_the_last_word_counts() -> None:
    assert touched("CRM\nFirewall HQ; CRM: up", NAMES)[0] == (
        Touch("services:crm", State.UP), Touch("items:fw-1", State.DOWN),
    )  # fmt: skip


def test_what_is_unknown_or_unclear_says_what_may_be_meant() -> None:
    _, found = touched("Firewal HQ\nInternet link", NAMES)

    assert [(one.code, one.values["near"]) for one in found] == [
        ("change-touch-unknown", ("Firewall HQ",)), ("change-touch-unclear", ("pools:net", "services:net")),
    ]  # fmt: skip


def test_people_by_name_and_by_skill() -> None:
    found, wrong = hands(
        "Dana Whitfield\n2 with Network; 3 x erp\nplumbing", {"dana": "Dana Whitfield"}, ("network", "ERP")
    )

    assert found == (Hands("dana", "", 1), Hands(None, "network", 2), Hands(None, "ERP", 3))
    assert [one.code for one in wrong] == ["change-hands-unknown"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.5", "1.50"), ("1,5 h", "1.50"), ("1:30", "1.50"), ("90 min", "1.50"), ("1 h 30 min", "1.50"),
        ("2 hours", "2.00"), ("45 minutes", "0.75"), ("20min", "0.33"),
    ],
)  # fmt: skip
def test_lengths_as_people_write_them(text: str, expected: str) -> None:
    assert hours(text) == Decimal(expected)


@pytest.mark.parametrize("text", ["", "soon", "1:75", "-1", "h", "1 h 30 h", "12345678"])
def test_what_is_no_length_is_none(text: str) -> None:
    assert hours(text) is None


@given(st.integers(1, 9999 * 4))
def test_a_length_that_is_said_is_read_again(quarters: int) -> None:
    value = Decimal(quarters) / 4

    assert hours(length(value)) == value


@given(st.text(max_size=200))
def test_any_text_is_read_without_trouble(text: str) -> None:
    touched(text, NAMES)
    hands(text, {"dana": "Dana"}, ("network",))
    hours(text)
