"""A pack speaks in plain words: money rounded once, days with their distance, counts as words."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.findings.trace import Trace, leaf
from fullscore.engine.reports.voice import Voice, few, headed, many, names, summed, text, value_of

VOICE = Voice("USD", date(2026, 11, 23), 7, "FY")


def test_money_is_rounded_once_when_it_is_spoken() -> None:
    assert str(VOICE.money(leaf(Decimal("93769.50")), "asked")) == "$93,770"
    assert str(VOICE.money(leaf(Decimal("66.5")), "a seat")) == "$66.50"
    assert str(VOICE.money(Trace(Fraction(200, 3)), "a third")) == "$66.67"
    assert str(VOICE.money({"value": -12.5, "op": None}, "credit")) == "\N{MINUS SIGN}$12.50"


def test_a_day_names_its_year_only_where_it_is_far() -> None:
    assert VOICE.day(date(2026, 11, 25)) == "Wednesday 25 November"
    assert VOICE.short(date(2027, 1, 4)) == "Mon 4 Jan"
    assert VOICE.short(date(2028, 1, 4)) == "Tue 4 Jan 2028"
    assert VOICE.short(date(2025, 10, 19)) == "Sun 19 Oct 2025"


@pytest.mark.parametrize(
    ("days", "said", "tone"),
    [
        (0, "today", "soon"), (1, "in 1 day", "soon"), (14, "in 14 days", "soon"), (15, "in 15 days", ""),
        (-6, "6 days late", "late"), (101, "in 3 months", ""), (-400, "13 months late", "late"),
    ],
)  # fmt: skip
def test_beside_a_day_stands_how_far_it_is(days: int, said: str, tone: str) -> None:
    day = VOICE.on + timedelta(days=days)

    assert (VOICE.distance(day), VOICE.tone(day)) == (said, tone)


def test_years_are_called_as_the_organisation_does() -> None:
    assert VOICE.year(date(2026, 11, 23)) == "FY27"
    assert VOICE.quarter(date(2026, 10, 1)) == "Q2 FY27"


def test_counts_are_words_up_to_twelve() -> None:
    assert [few(count, "change") for count in (0, 1, 12, 13)] == [
        "no changes", "one change", "twelve changes", "13 changes",
    ]  # fmt: skip
    assert many(1_200, "contract") == "1,200 contracts"
    assert many(1, "person", "people") == "1 person"


def test_long_lists_are_counted() -> None:
    assert names(("a",)) == "a"
    assert names(("a", "b", "c")) == "a, b and c"
    assert names(("a", "b", "c", "d", "e")) == "a, b, c and 2 more"
    assert names(()) == ""
    assert headed("nine changes") == "Nine changes"


def test_a_paragraph_names_its_figures() -> None:
    usual = VOICE.money(leaf(Decimal(300)), "a usual year")

    said = text("{} costs {}.", "A year", usual)

    assert said.words == "A year costs $300."
    assert said.figures == (usual,)


@given(st.lists(st.decimals(-(10**9), 10**9, places=2)))
def test_a_sum_is_its_parts_to_the_cent(amounts: list[Decimal]) -> None:
    assert value_of(summed(map(leaf, amounts), "all")) == sum(amounts, Decimal(0))


def test_a_day_is_no_amount() -> None:
    with pytest.raises(TypeError):
        value_of(leaf(date(2026, 11, 23)))
