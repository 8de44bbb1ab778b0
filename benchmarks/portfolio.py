"""How fast the best portfolio is proven: `python benchmarks/portfolio.py [additive|joint] [cases]`.

200 proposals of three options beside doing nothing, five yearly budgets, hours of eight quarters, a floor, 20
needs and 10 excludes: proven within 0.01 % of value + loss in at most 5 s where all value is added up, in at
most 10 s with 50 scenarios that several controls lessen (medians of 20). `--instances DIR` reads the
multidimensional knapsacks of OR-Library through the same door: `mknap1` all proven, of `mknapcb1` the optimum
or the best known (`mkcbres` beside it) within 10 s. Wall clock, with the generator's parameters printed.
"""

import argparse
import inspect
import re
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random

import yardstick

sys.path.insert(0, str(Path(__file__).parents[1]))

from fullscore.engine.budget.breaking import broken
from fullscore.engine.budget.problem import Option, Problem, Proposal, Purpose
from fullscore.engine.budget.solution import Solution, Status
from fullscore.engine.budget.solver import best
from tests.engine.budget import generated

SECONDS = {"additive": 5.0, "joint": 10.0}
SCENARIOS = {"additive": 0, "joint": 50}
CASES, LIMIT = 20, 30.0
KNAPSACK, CLOSE = 10.0, 1e-9


@dataclass(frozen=True, slots=True)
class Knapsack:
    """An instance of OR-Library; `known` is its optimum or the best anybody found, 0: not told."""

    name: str
    problem: Problem
    known: Decimal


def knapsacks(path: Path, known: Sequence[Decimal] = ()) -> Iterator[Knapsack]:
    """Read a file of Beasley: how many, then of each n, m, optimum, n values, m rows of n weights, m limits.

    A thing is a proposal with one option; its weights are what it spends in each of m "years".
    """
    numbers = iter(path.read_text().split())
    for place in range(int(next(numbers))):
        things, rows, told = int(next(numbers)), int(next(numbers)), Decimal(next(numbers))
        values = [Decimal(next(numbers)) for _ in range(things)]
        weights = [[Decimal(next(numbers)) for _ in range(things)] for _ in range(rows)]
        limits = tuple(Decimal(next(numbers)) for _ in range(rows))
        proposals = tuple(
            Proposal(f"{at}", f"{at}", Purpose.GROW, (
                Option(f"{at}-do", "Do", spends=tuple(row[at] for row in weights), goal_value=value),
            ))
            for at, value in enumerate(values)
        )  # fmt: skip
        best_known = told or (known[place] if place < len(known) else Decimal(0))
        yield Knapsack(f"{path.stem} {place + 1}", Problem(proposals, limits), best_known)


def results(path: Path) -> tuple[Decimal, ...]:
    """Return the best values Chu and Beasley found, in the order of their files; empty without the file."""
    if not path.exists():
        return ()
    table = path.read_text().split("LP optimal")[0]
    return tuple(Decimal(found) for found in re.findall(r"^(?:\S+\s+)?(\d{4,})\s*$", table, re.MULTILINE))


def instances(folder: Path) -> bool:
    """Solve every knapsack of the files there; true when all are proven or as good as the best known."""
    known, is_kept = results(folder / "mkcbres.txt"), True
    for path in sorted(folder.glob("mknap*.txt")):
        is_big = path.stem.startswith("mknapcb")
        place = int(path.stem[7:]) - 1 if is_big else 0
        told = [_knapsack(each) for each in knapsacks(path, known[30 * place :] if is_big else ())]
        print(f"{path.stem}: {sum(told)} of {len(told)} reached in {KNAPSACK:.0f} s each")
        is_kept = is_kept and all(told)
    return is_kept


def _knapsack(one: Knapsack) -> bool:
    began = time.perf_counter()
    found = best(one.problem, gap=CLOSE, limit=KNAPSACK)
    spent = time.perf_counter() - began
    value = found.figures.goal_value if found.figures else Decimal(0)
    is_kept = found.status is Status.PROVEN or (one.known > 0 and value >= one.known)
    beside = f"best known {one.known}" if one.known else "no value told"
    print(f"{one.name}: {value} in {spent:.2f} s, {found.status.value}, at most {found.bound:.6g}; {beside}")
    return is_kept and value >= one.known


def drawn(name: str, cases: int, share: float, work: float) -> bool:
    """Prove generated problems; true when the median keeps its seconds and all are proven by the limit."""
    taken = []
    for seed in range(1, cases + 1):
        dice = Random(seed)  # noqa: S311  no secret
        problem = generated.problem(dice, scenarios=SCENARIOS[name], share=share, work=work)
        began = time.perf_counter()
        found = best(problem, limit=LIMIT)
        taken.append(time.perf_counter() - began)
        assert not broken(problem, found.chosen)
        print(f"{name} {seed:2}: {taken[-1]:6.2f} s, {_told(found)}", flush=True)
    middle = statistics.median(taken)
    longest = max(taken)
    print(f"{name}: {middle:.2f} s, median of {cases} (at most {SECONDS[name]} s), longest {longest:.2f} s")
    return middle <= SECONDS[name]


def _told(found: Solution) -> str:
    value = found.figures.value if found.figures else 0.0
    return f"{found.status.value}, value {value:,.0f}, gap {found.gap:.4%}, {found.rounds} rounds"


def main(words: Sequence[str]) -> int:
    usual = {name: each.default for name, each in inspect.signature(generated.problem).parameters.items()}
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("name", nargs="?", choices=["all", *SECONDS], default="all")
    reader.add_argument("cases", nargs="?", type=int, default=CASES)
    reader.add_argument("--share", type=float, default=usual["share"], help="there is money for")
    reader.add_argument("--work", type=float, default=usual["work"], help="there is time for")
    reader.add_argument("--instances", type=Path, help="folder with mknap*.txt of OR-Library, mkcbres.txt")
    asked = reader.parse_args(words)
    print(yardstick.line())
    if asked.instances:
        return 0 if instances(asked.instances) else 1
    print(f"generator: {inspect.signature(generated.problem)}, share {asked.share}, work {asked.work}")
    names = list(SECONDS) if asked.name == "all" else [asked.name]
    kept = [drawn(name, asked.cases, asked.share, asked.work) for name in names]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
