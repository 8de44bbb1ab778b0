"""What the graph shows by itself, and where each node of its picture stands."""

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.estate.graph import Graph, How, Link, State, register_of
from fullscore.engine.estate.graph_layout import laid_out
from fullscore.engine.estate.impact import impact
from fullscore.engine.estate.single import islands, noticed, part_of, single_points
from fullscore.engine.findings.sentences_en import say

LINKS = (
    Link("services:crm", "services:net"), Link("services:net", "items:fw"),
    Link("services:net", "pools:fiber", group="links", min_up="1"),
    Link("services:net", "pools:lte", group="links", min_up="1"),
    Link("services:mail", "services:net"), Link("services:mail", "vendors:ms", How.DEGRADES),
)  # fmt: skip
NAMES = {
    "services:crm": "CRM", "services:net": "Internet", "services:mail": "Mail", "services:fax": "Fax",
    "items:fw": "Firewall HQ", "pools:fiber": "Fiber", "pools:lte": "LTE", "vendors:ms": "Mail vendor",
}  # fmt: skip
PEOPLE = {
    "services:crm": frozenset({"ada", "ben"}), "services:mail": frozenset({"ben", "cy"}),
    "services:net": frozenset[str](), "services:fax": frozenset({"ada"}),
}  # fmt: skip
OWNERS = dict.fromkeys(("services:crm", "services:net", "services:mail"), "ada")
GRAPH = Graph(NAMES, LINKS, OWNERS)


def test_the_firewall_alone_stops_three_services_and_either_link_none() -> None:
    (found,) = single_points(GRAPH, PEOPLE)

    assert (found.node, len(found.services), found.people) == ("items:fw", 3, {"ada", "ben", "cy"})


def test_each_thing_to_see_to_is_said_in_words() -> None:
    said = {finding.code: say(finding) for finding in noticed(GRAPH, PEOPLE)}

    assert said == {
        "single-point-of-failure": (
            "Firewall HQ alone takes CRM, Mail and Internet down with it. 3 people wait then. "
            "Put a second way beside it, or say how long they can do without."
        ),
        "service-rests-on-nothing": (
            "Nobody has said what Fax rests on, so no failure and no change is seen to hit it. "
            "Type what it needs."
        ),
        "service-without-owner": (
            "Nobody answers for Fax, so nobody is asked before a change. Name an owner."
        ),
    }


def test_a_circle_is_named_and_who_uses_a_service_is_asked_for() -> None:
    ring = Graph(
        {"services:a": "A", "services:b": "B"},
        (Link("services:a", "services:b"), Link("services:b", "services:a")),
    )
    found = {finding.code: say(finding) for finding in noticed(ring, {})}

    assert found["estate-circle"].startswith("A and B rest on each other in a circle")
    assert "service-use-unknown" in found


def test_more_up_than_there_are_is_said_and_all_of_them_count() -> None:
    graph = Graph(
        {"services:a": "A", "items:x": "X", "items:y": "Y"},
        (Link("services:a", "items:x", group="g", min_up="3"), Link("services:a", "items:y", group="g")),
    )
    said = [say(finding) for finding in noticed(graph, {}) if finding.code == "support-group-too-small"]

    assert said == ["A asks for 3 up of g, and there are 2. Until that is put right, all of them count."]
    assert impact(graph, {"items:x": State.DOWN}).states["services:a"] is State.DOWN


def test_what_no_link_joins_is_an_island() -> None:
    assert [len(part) for part in islands(GRAPH)] == [7, 1]
    assert part_of(GRAPH, ["services:fax"]) == {"services:fax"}


NODES = [f"{register}:{name}" for register in ("services", "items") for name in "abcd"]
GRAPHS = st.lists(
    st.builds(
        Link, st.sampled_from(NODES), st.sampled_from(NODES), st.sampled_from(How),
        st.sampled_from(["", "g"]), st.sampled_from(["", "1"]),
    ),
    max_size=14,
).map(lambda links: Graph({node: node for node in NODES}, tuple(links)))  # fmt: skip


@given(GRAPHS)
def test_a_single_point_is_just_what_alone_stops_a_service(graph: Graph) -> None:
    found = {each.node: set(each.services) for each in single_points(graph)}
    slow = {
        node: {
            each for each, state in impact(graph, {node: State.DOWN}).states.items()
            if state is State.DOWN and register_of(each) == "services"
        }
        for node in NODES if register_of(node) == "items"
    }  # fmt: skip

    assert found == {node: services for node, services in slow.items() if services}


@given(GRAPHS)
def test_every_node_has_a_place_of_its_own_and_supports_stand_to_the_right(graph: Graph) -> None:
    found = laid_out(graph, frozenset(NODES))
    column = {spot.node: spot.column for spot in found.spots}
    circles = {node for part in _circles(graph) for node in part}

    assert set(column) == set(NODES)
    assert len({(spot.column, spot.row) for spot in found.spots}) == len(NODES)
    assert all(column[one] < column[other] for one, other in found.pairs if not {one, other} <= circles)


def _circles(graph: Graph) -> list[set[str]]:
    """Return what reaches itself, found by walking from each node."""
    above = {node: {link.on for link in graph.links if link.node == node} for node in NODES}
    reach = {node: set(above[node]) for node in NODES}
    for _ in NODES:
        reach = {
            node: found | {far for near in found for far in above[near]} for node, found in reach.items()
        }
    return [{node for node in NODES if node in reach[node]}]


@given(GRAPHS, st.sampled_from(NODES))
def test_the_picture_is_the_same_from_whichever_end_it_is_opened(graph: Graph, node: str) -> None:
    whole = part_of(graph, [node])

    assert all(laid_out(graph, part_of(graph, [other])) == laid_out(graph, whole) for other in whole)
