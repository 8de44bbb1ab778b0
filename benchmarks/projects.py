"""Classic projects: `python benchmarks/projects.py --instances DIR [--every 20] [--limit 10]`.

DIR holds files of PSPLIB (.sm) and `best.csv` with lines `j601_1,77`: the best length anybody has found.
None of them is kept here. Of each set: how far over best, on the mean; j60 at most 1.2 %, j120 at most 4 %.
"""

import argparse
import csv
import statistics
import sys
import time
from pathlib import Path

import yardstick

from fullscore.engine.changes.projects import Activity, Project, faults
from fullscore.engine.changes.solver.projects import solved

MOST = {"j60": 0.012, "j120": 0.04}
# How a file's name begins: the set, then the number of the parameters without a mark between them.
SETS = ("j120", "j90", "j60", "j30")


def read(path: Path) -> Project:
    """Return the project in a file of ProGen: successors, then lengths and needs, then capacities."""
    parts = path.read_text().split("*" * 72)
    rows = {name: _rows(parts, name) for name in ("PRECEDENCE", "REQUESTS", "RESOURCEAVAIL")}
    before: dict[str, list[str]] = {}
    for number, _, _, *behind in rows["PRECEDENCE"]:
        for each in behind:
            before.setdefault(str(each), []).append(str(number))
    return Project(
        tuple(
            Activity(str(number), length, tuple(needs), tuple(before.get(str(number), ())))
            for number, _, length, *needs in rows["REQUESTS"]
        ),
        tuple(rows["RESOURCEAVAIL"][0]),
    )


def _rows(parts: list[str], name: str) -> list[list[int]]:
    lines = next(part for part in parts if part.strip().startswith(name)).strip().splitlines()[1:]
    told = [line.split() for line in lines]
    return [[int(word) for word in line] for line in told if line and all(word.isdigit() for word in line)]


def chosen(folder: Path, every: int) -> dict[str, list[tuple[str, int]]]:
    with (folder / "best.csv").open() as lines:
        best = {name: int(length) for name, length in csv.reader(lines)}
    found: dict[str, list[tuple[str, int]]] = {}
    for name, length in sorted(best.items()):
        found.setdefault(next(each for each in SETS if name.startswith(each)), []).append((name, length))
    return {name: told[every // 2 :: every] for name, told in found.items()}


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--instances", type=Path, required=True)
    asked.add_argument("--every", type=int, default=20)
    asked.add_argument("--limit", type=float, default=10)
    told = asked.parse_args()
    print(yardstick.line())
    is_kept = True
    for name, some in chosen(told.instances, told.every).items():
        over, taken, proven = [], [], 0
        for instance, best in some:
            project = read(told.instances / f"{instance}.sm")
            began = time.perf_counter()
            course = solved(project, limit=told.limit)
            taken.append(time.perf_counter() - began)
            assert not faults(course.starts, project)
            over.append(course.length / best - 1)
            proven += course.is_proven
        mean, most = statistics.mean(over), MOST.get(name, 1)
        print(
            f"{name}: {len(some)} projects, {mean:.2%} over best on the mean (at most {most:.1%}), "
            f"{proven} proven, {statistics.mean(taken):.1f} s on the mean, {max(taken):.1f} s at most",
            flush=True,
        )
        is_kept = is_kept and mean <= most
    return 0 if is_kept else 1


if __name__ == "__main__":
    sys.exit(main())
