"""What changed just before this: whatever was worked on below it, the latest first."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.changes.before import Past, just_before, rests_on
from fullscore.engine.estate.graph import Graph, Link

NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
NODES = [f"items:{letter}" for letter in "abcdef"]
LINKS = st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=12)


def graph(*pairs: tuple[str, str]) -> Graph:
    return Graph({}, tuple(Link(node, on) for node, on in pairs))


def past(ref: str, node: str, days: float, hours: float | None = 1) -> Past:
    begin = NOW - timedelta(days=days)
    return Past(ref, frozenset({node}), begin, None if hours is None else begin + timedelta(hours=hours))


HOUSE = graph(("services:crm", "services:net"), ("services:net", "items:fw"), ("services:mail", "items:box"))


def test_work_far_below_is_found_and_other_work_is_not() -> None:
    found = just_before(
        HOUSE, "services:crm", (past("wall", "items:fw", 2), past("box", "items:box", 1)), NOW
    )

    assert [one.ref for one in found] == ["wall"]


def test_the_latest_comes_first_and_what_is_long_past_not_at_all() -> None:
    pasts = (past("old", "items:fw", 30), past("first", "items:fw", 5), past("last", "services:crm", 1))

    assert [one.ref for one in just_before(HOUSE, "services:crm", pasts, NOW)] == ["last", "first"]


def test_what_still_runs_counts_however_long_ago_it_began() -> None:
    pasts = (past("still", "items:fw", 40, None), past("ahead", "items:fw", -1))

    assert [one.ref for one in just_before(HOUSE, "services:crm", pasts, NOW)] == ["still"]


@given(LINKS, st.sampled_from(NODES))
def test_everything_it_rests_on_and_nothing_else(pairs: list[tuple[str, str]], node: str) -> None:
    found = rests_on(graph(*pairs), node)

    expected = {node}
    for _ in NODES:
        expected |= {on for above, on in pairs if above in expected}
    assert found == expected
