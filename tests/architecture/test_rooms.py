"""What no linter checks: rooms stay small, keep one name on every floor, and engine values never change."""

import ast
import importlib
import pkgutil
from dataclasses import is_dataclass
from pathlib import Path

import pytest

from fullscore import engine

SOURCE = Path(__file__).parents[2] / "src/fullscore"
LONGEST = 300
# Nouns of upper floors only. A new one is normal; it comes with a line in docs/adr/0002-words.md.
OTHER_NOUNS = {
    "accounts", "context", "fields", "host", "imports", "main", "middleware", "policy", "registers",
    "settings", "static", "templates", "templatetags", "tenancy", "urls",
}  # fmt: skip
# Generated from the models; nobody reads or writes it by hand.
GENERATED = "migrations"


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_file_fits_in_one_sitting(path: Path) -> None:
    assert GENERATED in path.parts or len(path.read_text().splitlines()) <= LONGEST


@pytest.mark.parametrize("floor", ["web", "api", "cli", "jobs", "usecases", "store/models"])
def test_a_room_has_one_name_on_every_floor(floor: str) -> None:
    rooms = {path.name for path in (SOURCE / "engine").iterdir() if path.is_dir()}
    names = {path.stem for path in (SOURCE / floor).iterdir() if not path.name.startswith("_")}

    assert names <= rooms | OTHER_NOUNS


def test_engine_values_never_change() -> None:
    names = [module.name for module in pkgutil.walk_packages(engine.__path__, "fullscore.engine.")]
    values = [value for name in names for value in vars(importlib.import_module(name)).values()]
    loose = [value for value in values if is_dataclass(value) and not _is_frozen(value)]

    assert loose == []


def test_edges_open_no_table() -> None:
    edges = [path for floor in ("web", "api", "cli", "jobs") for path in (SOURCE / floor).rglob("*.py")]
    opened = {
        (path.name, name)
        for path in edges
        for name in _imported(path)
        if name in {"django.db", "django.apps"}
    }

    assert opened == set()


def _imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text())
    froms = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return {".".join(name.split(".")[:2]) for name in froms | plain}


def _is_frozen(value: object) -> bool:
    return bool(getattr(value, "__dataclass_params__").frozen)  # noqa: B009  mypy does not know the name
