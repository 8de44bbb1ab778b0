"""How fast an impact is worked out beside a bare walk of the same links: `python benchmarks/impact.py`.

A layered graph of 100,000 nodes and 300,000 links, the same from the same `--seed`, is built twice: once with
nothing but links that stop, so that both walk every link, and once with links of all kinds and groups that
stand in for each other. The hundredth part that most rests on fails. The bare walk is a breadth-first search
that marks nodes and does nothing else; both read mappings made before the clock starts. Ends with 1 past
three times.
"""

import argparse
import gc
import random
import statistics
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

import yardstick

from fullscore.engine.estate.graph import Graph, How, Link, Node, State
from fullscore.engine.estate.impact import impact, indexed

NODES, LINKS, SEED, RUNS, MOST, FAILED = 100_000, 300_000, 1, 7, 3.0, 100
MIX = ((How.STOPS, 60), (How.DEGRADES, 20), (How.AUTHENTICATES, 10), (How.FEEDS, 10))
GROUPED = 0.3
Walk = Callable[[], int]


def built(nodes: int, links: int, dice: random.Random, *, is_mixed: bool) -> Graph:
    """Return nodes that rest on ones with a smaller number, and one link in a hundred the other way round."""
    names = [f"items:i-{number}" for number in range(nodes)]
    kinds, weights = zip(*MIX, strict=True)
    made = []
    for _ in range(links):
        upper, lower = sorted(dice.sample(range(nodes), 2), reverse=True)
        if dice.random() < 1 / FAILED:
            upper, lower = lower, upper
        how = dice.choices(kinds, weights)[0] if is_mixed else How.STOPS
        is_grouped = is_mixed and how is How.STOPS and dice.random() < GROUPED
        grace = Decimal(dice.randrange(9)) if how in {How.AUTHENTICATES, How.FEEDS} else None
        group = ("g", "50%") if is_grouped else ("", "")
        made.append(Link(names[upper], names[lower], how, *group, grace))
    return Graph({name: name for name in names}, tuple(made))


def beside(graph: Graph) -> Mapping[Node, Sequence[Node]]:
    """Return what rests on each node, for the bare walk."""
    above: dict[Node, list[Node]] = {}
    for link in graph.links:
        above.setdefault(link.on, []).append(link.node)
    return above


def bare(above: Mapping[Node, Sequence[Node]], begin: Sequence[Node]) -> int:
    """Walk breadth first and return how many nodes were reached: the least any answer could take."""
    seen, waiting = set(begin), deque(begin)
    while waiting:
        for node in above.get(waiting.popleft(), ()):
            if node not in seen:
                seen.add(node)
                waiting.append(node)
    return len(seen)


def timed(works: Sequence[Walk]) -> tuple[list[float], list[int]]:
    """Return the median seconds of each, run in turn so that a busy moment hits both, and what was found."""
    took: list[list[float]] = [[] for _ in works]
    found = [work() for work in works]
    gc.disable()
    for _ in range(RUNS):
        for at, work in enumerate(works):
            began = time.perf_counter()
            work()
            took[at].append(time.perf_counter() - began)
    gc.enable()
    return [statistics.median(each) for each in took], found


def measured(name: str, graph: Graph, begin: Sequence[Node]) -> float:
    """Print what both took on one graph and return how many times the walk the impact takes."""
    above, index = beside(graph), indexed(graph)
    failed = dict.fromkeys(begin, State.DOWN)
    hours = Decimal(4)
    walks = (lambda: bare(above, begin), lambda: len(impact(index, failed, hours=hours).states))
    (walk, work), (reached, hit) = timed(walks)
    print(
        f"{name}: bare walk {walk * 1000:.0f} ms ({reached:,} nodes), impact {work * 1000:.0f} ms "
        f"({hit:,} not up), ratio {work / walk:.2f} (at most {MOST:.0f})"
    )
    return work / walk


def main(given: argparse.Namespace) -> int:
    print(yardstick.line())
    print(f"{given.nodes:,} nodes, {given.links:,} links, seed {given.seed}, median of {RUNS}")
    ratios = []
    for name, is_mixed in (("links that stop", False), ("links of all kinds", True)):
        graph = built(given.nodes, given.links, random.Random(given.seed), is_mixed=is_mixed)  # noqa: S311
        begin = tuple(graph.names)[: given.nodes // FAILED]
        ratios.append(measured(name, graph, begin))
    return int(max(ratios) > MOST)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    for option, usual in (("nodes", NODES), ("links", LINKS), ("seed", SEED)):
        parser.add_argument(f"--{option}", type=int, default=usual)
    sys.exit(main(parser.parse_args()))
