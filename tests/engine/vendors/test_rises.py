"""Prices beyond what was agreed, lines that do not add up, and shares that are not the whole."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.findings.actions import Action
from fullscore.engine.findings.finding import Basis
from fullscore.engine.vendors import rises
from fullscore.engine.vendors.facts import Bound, ChargeFact, PriceChange, ShareFact
from tests.engine.goals.recomputing import wrong_in
from tests.engine.vendors.morrow import (
    COPIERS,
    DRAWING,
    OFFICE,
    SEATS,
    TODAY,
    bound,
    codes,
    needed,
    said,
    todo,
)

CAPPED = replace(DRAWING, increase_cap=Decimal(3), price=Decimal(11200))
RISE = PriceChange("drawing", date(2026, 10, 1), Decimal(10000), Decimal(11200))


def risen(**more: object) -> Action | None:
    return todo(bound(CAPPED, price_changes=(RISE,), **more), "contract-price-rise")


def test_a_rise_beyond_the_cap_costs_its_part_of_each_day() -> None:
    action = needed(risen())

    assert said(action.finding) == "It rose 12% on 1 October; at most 3% was agreed: $900 a year too much."
    assert (action.finding.at_stake, action.finding.basis) == (900, Basis.EXPECTED)
    assert action.loss is not None
    assert round(action.loss.on(TODAY + timedelta(days=365), OFFICE), 6) == 900
    assert action.finding.trace is not None
    assert action.loss.steps[0].trace is not None
    assert wrong_in(action.finding.trace, action.loss.steps[0].trace) == []


def test_a_rise_within_the_cap_or_without_one_is_no_matter() -> None:
    within = replace(CAPPED, increase_cap=Decimal(12))

    assert "contract-price-rise" not in codes(bound(within, price_changes=(RISE,)))
    assert "contract-price-rise" not in codes(
        bound(replace(CAPPED, increase_cap=None), price_changes=(RISE,))
    )


def test_two_small_rises_within_a_year_are_one_large_one() -> None:
    steps = (
        PriceChange("drawing", date(2026, 3, 1), Decimal(10000), Decimal(10250)),
        PriceChange("drawing", date(2026, 10, 1), Decimal(10250), Decimal(10500)),
    )
    found = bound(replace(CAPPED, price=Decimal(10500)), price_changes=steps)

    assert needed(todo(found, "contract-price-rise")).finding.at_stake == 200


def test_old_rises_and_prices_corrected_since_are_no_matter() -> None:
    old = replace(RISE, on=date(2025, 11, 1))

    assert "contract-price-rise" not in codes(bound(CAPPED, price_changes=(old,)))
    assert "contract-price-rise" not in codes(
        bound(replace(CAPPED, price=Decimal(10100)), price_changes=(RISE,))
    )


def test_the_price_of_a_year_where_that_of_a_month_stood_is_no_rise() -> None:
    typed = replace(RISE, before=Decimal(820), after=Decimal(9840))

    assert "contract-price-rise" not in codes(
        bound(replace(CAPPED, price=Decimal(9840)), price_changes=(typed,))
    )


def test_a_rise_written_down_beyond_the_cap_costs_from_the_renewal_on() -> None:
    planned = replace(CAPPED, increase_percent=Decimal(8), price=Decimal(12000))
    action = needed(todo(bound(planned), "contract-price-rise"))

    assert said(action.finding) == "It is to rise 8% on 2 April; at most 3% was agreed: $600 a year too much."
    assert action.loss is not None
    assert action.loss.on(date(2027, 4, 2), OFFICE) == 0
    assert action.loss.on(date(2027, 4, 3), OFFICE) > 0


def test_lines_that_do_not_come_to_the_price_are_named() -> None:
    dearer = replace(DRAWING, price=Decimal(12600))
    action = needed(todo(bound(dearer, charges=(SEATS,)), "contract-lines-differ"))

    assert said(action.finding) == ("Its lines come to $12,000 a year, its price says $12,600: $600 apart.")
    assert action.finding.at_stake == 600
    assert action.finding.trace is not None
    assert wrong_in(action.finding.trace) == []
    less = needed(
        todo(bound(replace(DRAWING, price=Decimal(11400)), charges=(SEATS,)), "contract-lines-differ")
    )
    assert less.finding.at_stake == 600


def test_a_twelfth_rounded_to_cents_is_no_difference() -> None:
    monthly = ChargeFact("m", "drawing", "Licence", unit_price=Decimal("83.33"), period="month")

    assert "contract-lines-differ" not in codes(
        bound(replace(DRAWING, price=Decimal(1000)), charges=(monthly,))
    )


def shared(*percents: str) -> Bound:
    shares = tuple(
        ShareFact(f"s-{number}", "copiers", f"team-{number}", Decimal(percent))
        for number, percent in enumerate(percents)
    )
    return bound(replace(COPIERS, intent="keep"), shares=shares)


def test_shares_above_the_whole_are_to_be_corrected() -> None:
    action = needed(todo(shared("60", "50"), "contract-shares-differ"))

    assert said(action.finding) == "The teams' shares add up to 110%, more than the whole."
    assert action.finding.trace is not None
    assert wrong_in(action.finding.trace) == []


def test_what_no_team_bears_stays_with_it_and_asks_for_nothing() -> None:
    found = shared("60", "20.5")

    assert codes(found) == set()
    (told,) = rises.shares(found)
    assert said(told) == "The teams' shares add up to 80.5%; 19.5% stays with IT."


@pytest.mark.parametrize("percents", [("100",), ("33.333", "33.333", "33.333"), ()])
def test_the_whole_is_the_whole_whether_or_not_thirds_are_rounded(percents: tuple[str, ...]) -> None:
    assert tuple(rises.shares(shared(*percents))) == ()


@given(
    before=st.decimals(1, 90000, places=2),
    after=st.decimals(1, 90000, places=2),
    cap=st.decimals(0, 30, places=1),
    period=st.sampled_from(["month", "quarter", "half-year", "year"]),
)  # fmt: skip
def test_only_what_is_beyond_the_cap_is_too_much(
    before: Decimal, after: Decimal, cap: Decimal, period: str
) -> None:
    contract = replace(DRAWING, increase_cap=cap, price=after, period=period)
    change = replace(RISE, before=before, after=after)
    action = todo(bound(contract, price_changes=(change,)), "contract-price-rise")

    allowed = before * (100 + cap) / 100
    if action is None:
        assert after <= allowed or after / before in {2, 3, 4, 6, 12}
        return
    assert after > allowed
    assert action.finding.at_stake is not None
    assert action.finding.at_stake >= 0
    assert action.finding.trace is not None
    assert wrong_in(action.finding.trace) == []
