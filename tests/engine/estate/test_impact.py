"""What fails when something fails: the rules, and that more failures never hurt less."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.estate.graph import Graph, How, Link, Node, State
from fullscore.engine.estate.impact import cycles, impact, indexed
from fullscore.engine.registers.shares import ShareError, needed_up

UP, DEGRADED, DOWN = State


def graph(*links: Link) -> Graph:
    return Graph({node: node for link in links for node in (link.node, link.on)}, links)


CRM = graph(
    Link("crm", "internet"), Link("internet", "firewall"),
    Link("internet", "fiber", group="links", min_up="1"), Link("internet", "mobile", group="links"),
    Link("crm", "sign-in", How.AUTHENTICATES, grace_hours=Decimal(8)),
    Link("mes", "erp", How.FEEDS, grace_hours=Decimal(4)), Link("mail", "archive", How.DEGRADES),
)  # fmt: skip


def test_the_firewall_takes_the_crm_along_and_says_by_which_way() -> None:
    found = impact(CRM, {"firewall": DOWN})

    assert found.states == {"firewall": DOWN, "internet": DOWN, "crm": DOWN}
    assert found.chain("crm") == ("firewall", "internet", "crm")
    assert found.chain("mail") == ()


def test_one_of_two_links_may_fail_and_both_may_not() -> None:
    assert "internet" not in impact(CRM, {"fiber": DOWN}).states
    assert impact(CRM, {"fiber": DOWN, "mobile": DOWN}).states["crm"] is DOWN
    assert "internet" not in impact(CRM, {"fiber": DOWN, "mobile": DEGRADED}).states


def test_without_sign_in_nobody_new_gets_in_and_those_inside_work_on_for_a_while() -> None:
    short, long = (impact(CRM, {"sign-in": DOWN}, hours=Decimal(hours)) for hours in (8, 9))

    assert (short.states["crm"], long.states["crm"]) == (DEGRADED, DOWN)
    assert short.no_sign_in == {"crm"}


def test_data_grow_old_after_their_hours_and_what_only_gets_worse_stays_up() -> None:
    assert "mes" not in impact(CRM, {"erp": DOWN}, hours=Decimal(4)).states
    assert impact(CRM, {"erp": DOWN}, hours=Decimal(5)).states["mes"] is DEGRADED
    assert impact(CRM, {"archive": DOWN}).states["mail"] is DEGRADED


def test_what_is_degraded_stops_nothing() -> None:
    assert impact(CRM, {"firewall": DEGRADED}).states == {"firewall": DEGRADED}


@pytest.mark.parametrize(("text", "of", "needed"), [("", 3, 3), ("1", 3, 1), ("50%", 3, 2), ("100 %", 2, 2)])
def test_at_least_up_is_a_count_or_a_share(text: str, of: int, needed: int) -> None:
    assert needed_up(text, of) == needed


@pytest.mark.parametrize("text", ["half", "101%", "-1", "1.5"])
def test_what_is_neither_is_refused(text: str) -> None:
    with pytest.raises(ShareError):
        needed_up(text, 3)


def test_things_that_rest_on_each_other_are_named_and_have_an_answer() -> None:
    ring = graph(Link("a", "b"), Link("b", "c"), Link("c", "a"), Link("d", "a"))

    assert cycles(ring) == (("a", "b", "c"),)
    assert impact(ring, {}).states == {}
    assert set(impact(ring, {"b": DOWN}).states) == {"a", "b", "c", "d"}


def test_a_group_that_still_stands_explains_nothing() -> None:
    told = graph(
        Link("web", "one", group="servers", min_up="1"), Link("web", "two", group="servers"),
        Link("web", "power"), Link("power", "grid"), Link("grid", "one"),
    )  # fmt: skip

    assert impact(told, {"one": DOWN}).chain("web") == ("one", "grid", "power", "web")


NODES = "abcdefg"
LINKS = st.builds(
    Link, st.sampled_from(NODES), st.sampled_from(NODES), st.sampled_from(How),
    st.sampled_from(["", "g"]), st.sampled_from(["", "1", "50%", "9"]), st.sampled_from([None, Decimal(2)]),
)  # fmt: skip
GRAPHS = st.lists(LINKS, max_size=14).map(lambda links: graph(*links))
FAILED = st.dictionaries(st.sampled_from(NODES), st.sampled_from([DEGRADED, DOWN]), max_size=4)


def naive(told: Graph, failed: Mapping[Node, State], hours: Decimal) -> dict[Node, State]:
    """Raise every node to what its rules ask for, again and again, until nothing changes."""
    states = {node: failed.get(node, UP) for node in {*NODES, *failed}}
    while True:
        after = {node: max(state, _asked(told, node, states, hours)) for node, state in states.items()}
        if after == states:
            return {node: state for node, state in states.items() if state is not UP}
        states = after


def _asked(told: Graph, node: Node, states: Mapping[Node, State], hours: Decimal) -> State:
    worst = UP
    mine = [link for link in told.links if link.node == node]
    grouped: dict[str, list[Link]] = {}
    for link in mine:
        is_over = link.grace_hours is None or hours > link.grace_hours
        if link.how is How.STOPS and (link.group or link.min_up):
            grouped.setdefault(link.group, []).append(link)
        elif states[link.on] is DOWN:
            worst = max(worst, {
                How.STOPS: DOWN, How.DEGRADES: DEGRADED, How.FEEDS: DEGRADED if is_over else UP,
                How.AUTHENTICATES: DOWN if is_over else DEGRADED,
            }[link.how])  # fmt: skip
    for links in grouped.values():
        members = {link.on for link in links}
        said = {link.min_up for link in links if link.min_up} or {""}
        most = max(min(needed_up(each, len(members)), len(members)) for each in said)
        if sum(states[each] is not DOWN for each in members) < most:
            worst = DOWN
    return worst


@given(GRAPHS, FAILED, st.sampled_from([Decimal(1), Decimal(3)]))
def test_the_answer_is_the_least_that_all_rules_ask_for(
    told: Graph, failed: Mapping[Node, State], hours: Decimal
) -> None:
    assert impact(told, failed, hours=hours).states == naive(told, failed, hours)


@given(GRAPHS, FAILED, FAILED)
def test_more_failures_never_hurt_less(
    told: Graph, failed: Mapping[Node, State], more: Mapping[Node, State]
) -> None:
    index = indexed(told)
    few = impact(index, failed).states
    both = {node: max(failed.get(node, UP), more.get(node, UP)) for node in {*failed, *more}}
    many = impact(index, both).states

    assert all(many[node] >= state for node, state in few.items())


@given(GRAPHS, FAILED)
def test_every_chain_leads_from_what_failed_link_by_link(told: Graph, failed: Mapping[Node, State]) -> None:
    found = impact(told, failed)
    steps = {(link.on, link.node) for link in told.links}

    for node in found.states:
        chain = found.chain(node)
        assert chain[0] in failed
        assert chain[-1] == node
        assert set(pairwise(chain)) <= steps


@given(GRAPHS, FAILED, st.sampled_from([Decimal(1), Decimal(3)]))
def test_no_shorter_chain_explains_it(told: Graph, failed: Mapping[Node, State], hours: Decimal) -> None:
    found = impact(told, failed, hours=hours)
    steps = _steps(told, found.states, hours)
    far = {node: 1 for node, state in failed.items() if found.states.get(node) is state}
    for on, above in [step for _ in NODES for step in steps]:
        if on in far:
            far[above] = min(far.get(above, far[on] + 1), far[on] + 1)

    assert {node: len(found.chain(node)) for node in found.states} == far


def _steps(told: Graph, states: Mapping[Node, State], hours: Decimal) -> list[tuple[Node, Node]]:
    """Return (what is down, what is as it is because of that): by itself, or in a group that is too small."""
    every = {node: states.get(node, UP) for node in NODES}
    return [
        (link.on, link.node)
        for link in told.links
        if every[link.on] is DOWN
        and UP is not every[link.node] is _asked(_only(told, link), link.node, every, hours)
    ]


def _only(told: Graph, one: Link) -> Graph:
    """Return the graph with nothing but this link, or but its whole group."""
    if one.how is not How.STOPS or not (one.group or one.min_up):
        return graph(one)
    return graph(*(
        each for each in told.links
        if (each.node, each.group, each.how) == (one.node, one.group, one.how) and (each.group or each.min_up)
    ))  # fmt: skip


@given(GRAPHS, FAILED, st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_told_changes_nothing(
    told: Graph, failed: Mapping[Node, State], dice: Random
) -> None:
    links, others = list(told.links), list(failed.items())
    one = impact(graph(*links), failed)
    dice.shuffle(links)
    dice.shuffle(others)
    other = impact(graph(*links), dict(others))

    assert (one.states, one.no_sign_in) == (other.states, other.no_sign_in)


@given(GRAPHS, FAILED)
def test_longer_never_hurts_less(told: Graph, failed: Mapping[Node, State]) -> None:
    short, long, ever = (impact(told, failed, hours=hours).states for hours in (Decimal(1), Decimal(3), None))

    assert all(short[node] <= long[node] <= ever[node] for node in short)
