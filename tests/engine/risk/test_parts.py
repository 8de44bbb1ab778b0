"""The expected loss is rate x size, source by source, and controls multiply what is left of it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.risk.parts import expected, parts
from fullscore.engine.risk.scenario import (
    ActsOn,
    Cause,
    Effect,
    Events,
    Outage,
    Range,
    Risks,
    Scenario,
    Trigger,
)
from tests.engine.risk.drawing import CONTROLS, risks

ONCE_A_YEAR, TEN_THOUSAND = Range(1, 1), Range(10_000, 10_000)


def less(control: str, target: str, by: float, on: ActsOn = ActsOn.FREQUENCY) -> Effect:
    return Effect(control, target, on, by)


def test_it_is_how_often_times_how_much() -> None:
    fire = Scenario("fire", "Fire", Range(0.2, 0.2), loss=TEN_THOUSAND)

    assert expected(parts(Risks((fire,)))) == pytest.approx(2_000)


def test_an_outage_costs_its_hours_and_consequences_only_their_share() -> None:
    erp = Scenario(
        "erp", "ERP down", ONCE_A_YEAR, outage=Outage(Range(4, 4), 500.0), share=0.1, second=TEN_THOUSAND
    )

    assert {part.what: part.amount for part in parts(Risks((erp,)))} == pytest.approx(
        {"outage": 2_000, "consequences": 1_000}
    )


def test_two_controls_that_each_halve_it_leave_a_quarter() -> None:
    fire = Scenario("fire", "Fire", ONCE_A_YEAR, loss=TEN_THOUSAND)
    found = parts(
        Risks((fire,), effects=(less("copy", "scenarios:fire", 0.5), less("link", "scenarios:fire", 0.5)))
    )

    assert expected(found) == pytest.approx(10_000)
    assert expected(found, {"copy"}) == pytest.approx(5_000)
    assert expected(found, {"copy", "link"}) == pytest.approx(2_500)


def test_what_makes_a_cause_rarer_lessens_every_loss_it_brings_and_no_other() -> None:
    theft = Cause("theft", "Stolen password", Range(0.5, 0.5))
    fraud = Scenario("fraud", "Fraud", ONCE_A_YEAR, loss=TEN_THOUSAND, triggers=(Trigger("theft", 0.4),))
    leak = Scenario("leak", "Leak", loss=TEN_THOUSAND, triggers=(Trigger("theft", 1.0),))
    found = parts(Risks((fraud, leak), (theft,), (less("keys", "causes:theft", 0.9),)))

    assert expected(found) == pytest.approx(10_000 + 2_000 + 5_000)
    assert expected(found, {"keys"}) == pytest.approx(10_000 + 200 + 500)


def test_a_control_on_the_size_leaves_the_consequences_alone() -> None:
    fire = Scenario("fire", "Fire", ONCE_A_YEAR, loss=TEN_THOUSAND, share=1.0, second=TEN_THOUSAND)
    on_size = parts(Risks((fire,), effects=(less("doors", "scenarios:fire", 0.5, ActsOn.LOSS),)))
    on_rest = parts(Risks((fire,), effects=(less("lawyer", "scenarios:fire", 0.5, ActsOn.CONSEQUENCES),)))

    assert expected(on_size, {"doors"}) == pytest.approx(15_000)
    assert expected(on_rest, {"lawyer"}) == pytest.approx(15_000)


def test_a_cause_and_a_loss_of_one_name_stay_apart() -> None:
    flood = Cause("flood", "Flood", ONCE_A_YEAR)
    wet = Scenario("flood", "Wet", ONCE_A_YEAR, loss=TEN_THOUSAND, triggers=(Trigger("flood", 1.0),))
    found = parts(Risks((wet,), (flood,), (less("pump", "causes:flood", 0.5),)))

    assert expected(found, {"pump"}) == pytest.approx(10_000 + 5_000)


@given(risks(), st.sets(st.sampled_from(CONTROLS)), st.sampled_from(CONTROLS))
def test_one_more_control_never_adds_to_the_expected_loss(found: Risks, some: set[str], more: str) -> None:
    every = parts(found)

    assert expected(every, some | {more}) <= expected(every, some) * (1 + 1e-12)


@given(risks(), st.sets(st.sampled_from(CONTROLS)))
def test_multiplying_every_factor_by_hand_gives_the_same(found: Risks, some: set[str]) -> None:
    assert expected(parts(found), some) == pytest.approx(_by_hand(found, some), rel=1e-9)


def _by_hand(found: Risks, controls: set[str]) -> float:
    """Return the expected loss by nothing but the definition, each mean worked out anew."""

    def left(target: str, *acts_on: ActsOn) -> float:
        hits = (
            e for e in found.effects if e.target == target and e.acts_on in acts_on and e.control in controls
        )
        return math.prod(1 - each.less for each in hits)

    total = 0.0
    causes = {cause.ref: cause for cause in found.causes}
    for one in found.scenarios:
        here = f"scenarios:{one.ref}"
        size = (_mean(one.loss) + (_mean(one.outage.hours) * one.outage.an_hour if one.outage else 0)) * left(
            here, ActsOn.LOSS
        ) + one.share * _mean(one.second) * left(here, ActsOn.CONSEQUENCES)
        often = _mean(one.rate) + sum(
            each.share * _mean(causes[each.cause].rate) * left(f"causes:{each.cause}", ActsOn.FREQUENCY)
            for each in one.triggers
        )
        total += often * left(here, ActsOn.FREQUENCY) * size
    return total


def _mean(span: Range | None) -> float:
    if span is None:
        return 0.0
    if span.low == span.high:
        return span.low
    if span.likely is not None:
        return (span.low + 4 * span.likely + span.high) / 6
    width = (math.log(span.high) - math.log(span.low)) / 3.289707253902945
    return math.sqrt(span.low * span.high) * math.exp(width**2 / 2)


def test_what_comes_once_a_year_at_most_is_as_likely_as_its_range_says() -> None:
    fire = Scenario("fire", "Fire", Range(0.1, 0.3, 0.2), Events.ONCE, loss=TEN_THOUSAND)

    assert expected(parts(Risks((fire,)))) == pytest.approx(2_000)


def test_a_fair_tree_has_the_mean_another_program_draws_for_it() -> None:
    """pyfair 0.1-alpha.12, 400,000 draws, seed 42: 63,475, of which its own error is 0.15 %."""
    leak = Scenario(
        "leak", "Leak", Range(0.5, 4, 1.5), loss=Range(5_000, 60_000, 15_000), share=0.25,
        second=Range(10_000, 200_000, 40_000),
    )  # fmt: skip

    assert expected(parts(Risks((leak,)))) == pytest.approx(63_475, rel=0.003)
