"""The risk class of a change is a sum of plain points; and what waits in a circle is found."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.changes.classes import Facts, rated
from fullscore.engine.changes.ordering import circle
from fullscore.engine.changes.problem import Risk

ORDER = (Risk.LOW, Risk.MEDIUM, Risk.HIGH)
HOURS = st.none() | st.integers(1, 40).map(Decimal)
FACTS = st.builds(
    Facts, st.just("fw"), st.integers(0, 4), st.integers(0, 4), st.integers(0, 40), HOURS, HOURS, HOURS,
    st.booleans(), st.booleans(),
)  # fmt: skip
WAITS = st.dictionaries(
    st.sampled_from("abcde"), st.lists(st.sampled_from("abcde"), unique=True, max_size=3), max_size=5
)


def test_a_well_prepared_change_nobody_notices_is_low() -> None:
    found = rated(Facts("wiki", likely=Decimal(1), longest=Decimal("1.5"), has_rollback=True, has_test=True))

    assert (found.risk, found.trace.value) == (Risk.LOW, Decimal(0))


def test_a_firewall_under_everything_without_a_way_back_is_high() -> None:
    found = rated(Facts("fw", down=3, degraded=2, people=60, likely=Decimal(1), has_test=True))

    assert found.risk is Risk.HIGH
    assert [(one.value, one.note) for one in found.trace.args][:3] == [
        (Decimal(3), "3 down and 2 slower, of the services"), (Decimal(2), "60 people use them"),
        (Decimal(2), "nobody wrote how it is taken back"),
    ]  # fmt: skip


@given(FACTS)
def test_the_points_add_up(facts: Facts) -> None:
    trace = rated(facts).trace

    assert trace.value == sum(Decimal(str(one.value)) for one in trace.args)


@given(FACTS, st.integers(0, 3), st.integers(0, 30))
def test_more_harm_and_less_care_never_lower_the_class(facts: Facts, down: int, people: int) -> None:
    worse = replace(
        facts, down=facts.down + down, people=facts.people + people, has_rollback=False, has_test=False
    )

    assert ORDER.index(rated(worse).risk) >= ORDER.index(rated(facts).risk)


def test_two_that_wait_for_each_other_are_named() -> None:
    assert circle({"a": ("b",), "b": ("c",), "c": ("b",)}) == ("b", "c")


def test_a_long_chain_is_no_circle() -> None:
    assert circle({str(at): (str(at + 1),) for at in range(5000)}) == ()


@given(WAITS)
def test_a_circle_is_found_exactly_when_no_order_exists(after: Mapping[str, list[str]]) -> None:
    found = circle(after)
    names = sorted({*after, *(other for others in after.values() for other in others)})
    can_be_ordered = any(
        all(line.index(other) < line.index(one) for one, others in after.items() for other in others)
        for line in permutations(names)
    )

    assert can_be_ordered == (not found)
    for place, ref in enumerate(found):
        assert found[(place + 1) % len(found)] in after[ref]
