"""Accepted plans draft changes: one for each order that is set up on something people work with."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.changes.drafting import Drafted, Thing, drafts
from fullscore.engine.changes.problem import Touch
from fullscore.engine.estate.graph import Graph, Link, State
from fullscore.engine.goals.plans.placing import Placed

GRAPH = Graph({}, (
    Link("services:net", "pools:link"), Link("services:mail", "pools:seats"),
    Link("services:net", "items:sw-1"), Link("services:lab", "items:sw-2"),
    Link("services:net", "pools:ports"),
))  # fmt: skip
POOLS = {"link": "link", "seats": "licence", "ports": "ports", "spare": "link"}
MODELS = {"switch-24": "switch", "laptop": "laptop"}
THINGS = (
    Thing("items:sw-1", "switch", "dayton"), Thing("items:sw-2", "switch", "lima"),
    Thing("items:sw-3", "switch", "dayton"), Thing("items:nb-1", "laptop", "dayton"),
)  # fmt: skip


def part(register: str, ref: str, *, goal: str = "g-1", place: str | None = None) -> Placed:
    day = date(2027, 1, 15)
    return Placed(
        goal, f"{register}/{ref}@{day}", register, ref, ref.title(), "stock", Decimal(2), None, place, day,
        day, None, None,
    )  # fmt: skip


def drafted(*parts: Placed) -> tuple[Drafted, ...]:
    return drafts(parts, GRAPH, pools=POOLS, models=MODELS, things=THINGS)


def test_a_faster_link_is_down_while_it_is_changed() -> None:
    (found,) = drafted(part("pools", "link"))

    assert (found.serves, found.due, found.touches) == (
        "g-1/pools:link", date(2027, 1, 15), (Touch("pools:link", State.DOWN),),
    )  # fmt: skip


def test_more_ports_only_slow_things_down() -> None:
    assert [one.touches for one in drafted(part("pools", "ports"))] == [
        (Touch("pools:ports", State.DEGRADED),)
    ]


def test_a_new_switch_touches_those_that_stand_there_and_carry_something() -> None:
    (found,) = drafted(part("models", "switch-24", place="dayton"))

    assert found.touches == (Touch("items:sw-1", State.DEGRADED),)


def test_seats_laptops_and_what_nothing_rests_on_change_nothing() -> None:
    assert drafted(part("pools", "seats"), part("models", "laptop"), part("pools", "spare")) == ()


def test_two_orders_of_one_thing_are_two_changes() -> None:
    assert [one.serves for one in drafted(part("pools", "link"), part("pools", "link"))] == [
        "g-1/pools:link", "g-1/pools:link#2",
    ]  # fmt: skip


@given(
    st.lists(
        st.tuples(st.sampled_from(("link", "ports", "seats")), st.sampled_from(("g-1", "g-22"))), max_size=6
    )
)
def test_each_has_a_name_of_its_own_that_fits_and_stays(wanted: list[tuple[str, str]]) -> None:
    parts = [part("pools", ref, goal=goal, place="a-very-long-site-" * 4) for ref, goal in wanted]

    found = drafted(*parts)

    assert len({one.serves for one in found}) == sum(ref != "seats" for ref, _ in wanted)
    assert all(len(one.serves) <= 64 for one in found)
    assert drafted(*parts) == found
