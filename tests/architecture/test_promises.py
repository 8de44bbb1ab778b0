"""Every promise names the test or command that keeps it, or says that it is open."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROMISES = ROOT / "docs/promises.md"
COMMANDS = ("make ", "fullscore ", "python ")


def promises() -> list[tuple[str, str]]:
    lines = [line for line in PROMISES.read_text().splitlines() if line.startswith("| ")]
    cells = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines[2:]]
    return [(cell[0], cell[-1]) for cell in cells]


@pytest.mark.parametrize(("sentence", "keeper"), promises(), ids=lambda text: text[:60])
def test_a_promise_is_kept_by_something_that_exists(sentence: str, keeper: str) -> None:
    assert sentence
    kept_by = re.findall(r"`([^`]+)`", keeper)
    assert kept_by or keeper.startswith("open"), f"{keeper!r} names neither a test, a command, nor 'open'"
    for name in kept_by:
        assert name.startswith(COMMANDS) or _exists(name), f"{name} does not exist"


def _exists(name: str) -> bool:
    path, _, test = name.partition("::")
    file = ROOT / path
    if not file.exists():
        return False
    if not test:
        return True
    tree = ast.parse(file.read_text())
    return any(isinstance(node, ast.FunctionDef) and node.name == test for node in ast.walk(tree))
