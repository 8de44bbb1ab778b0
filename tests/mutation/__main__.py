"""Break the planning engine on purpose, one small change at a time, and count what the tests notice.

    python -m tests.mutation [--size N] [--seed N] [--at-least 80] [module …]

The tests are collected once. Each mutant is a fork of that process in which one function has other code;
it runs the tests that call this function, the quickest first, until one fails.
"""

import argparse
import os
import random
import sys
from pathlib import Path

import pytest

from tests.mutation.mutants import Mutant, mutants
from tests.mutation.trial import Trial

ROOT = Path(__file__).parents[2]
GOALS = ROOT / "src/fullscore/engine/goals"
TESTS = "tests/engine/goals"
# Hypothesis is imported before pytest begins, and that is as it should be.
QUIETLY = ("-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")


def main() -> int:
    asked = _asked()
    paths = [path for path in sorted(GOALS.rglob("*.py")) if not asked.module or path.stem in asked.module]
    chosen = [one for path in paths for one in _some(list(mutants(path)), asked.size, asked.seed)]
    trial = Trial(chosen, asked.jobs)
    os.environ.setdefault("FULLSCORE_EXAMPLES", "5")
    pytest.main([*QUIETLY, TESTS], plugins=[trial])
    return _told(trial, asked.at_least)


def _asked() -> argparse.Namespace:
    reader = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    reader.add_argument("module", nargs="*", help="names of modules in engine/goals; all without")
    reader.add_argument("--size", type=int, help="how many mutants of each module; all without")
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--at-least", type=int, default=80, metavar="PERCENT")
    reader.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return reader.parse_args()


def _some(every: list[Mutant], size: int | None, seed: int) -> list[Mutant]:
    if size is None or size >= len(every):
        return every
    return random.Random(seed).sample(every, size)  # noqa: S311  a sample, not a secret


def _told(trial: Trial, at_least: int) -> int:
    """Print what survived and how many of each module were noticed; return the exit code."""
    for one in sorted(trial.survived, key=lambda one: (one.path.stem, one.node.lineno)):
        line = one.path.read_text().splitlines()[one.node.lineno - 1].strip()
        print(f"survived  {one.name:<50} {line}")
    print(f"\n{'module':<14}{'killed':>8}{'survived':>10}{'%':>6}")
    for module in sorted({one.path.stem for one in trial.tried}):
        _row(trial, module)
    percent = _row(trial, None)
    return 0 if trial.tried and percent >= at_least else 1


def _row(trial: Trial, module: str | None) -> float:
    tried, survived = (
        sum(module in {None, one.path.stem} for one in found) for found in (trial.tried, trial.survived)
    )
    percent = 100 * (tried - survived) / tried if tried else 0.0
    print(f"{module or 'all':<14}{tried - survived:>8}{survived:>10}{percent:>6.0f}")
    return percent


if __name__ == "__main__":
    sys.exit(main())
