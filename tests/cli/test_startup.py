"""A command loads what it needs and no more; facts about what is loaded, since a clock differs by machine."""

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
import typer
from typer.main import get_command, get_group
from typer.testing import CliRunner

from fullscore.cli.main import ROOMS, app
from fullscore.usecases import goals, host, registers
from tests.process import environment, fullscore

SENTENCE = "hire 3 people in Sales next quarter"
# What a plan has no use for, each of it slow to load.
HEAVY = {
    "argon2", "cryptography", "holidays", "httpx", "huey", "importlib.metadata", "ninja", "psycopg",
    "pydantic", "python_calamine", "rich", "xlsxwriter", "zipfile", "fullscore.usecases.host.doctor",
    "fullscore.usecases.imports", "fullscore.web", "fullscore.api", "fullscore.importing.samples",
}  # fmt: skip
ASK = """
import json, sys
from fullscore.cli.main import app
try:
    app()
except SystemExit as end:
    print(json.dumps([end.code, sorted(sys.modules)]), file=sys.stderr)
"""


def loaded_by(home: Path, *words: str) -> set[str]:
    """Run a command in a process of its own; return the modules it has loaded at its end."""
    done = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-c", ASK, *words], env=environment(home), capture_output=True, text=True, check=True
    )
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code == 0, done.stderr
    return set(modules)


def test_a_plan_loads_nothing_it_does_not_use(tmp_path: Path) -> None:
    home = tmp_path / "home"
    fullscore(home, "init", "--org", "Mill", "--owner", "ann@mill.example")
    fullscore(home, "teams", "set", "-", "name=Sales")
    words = ("plan", SENTENCE, "--on", "2026-11-23", "--json")
    assert "holidays" in loaded_by(home, *words), "The first plan asks the library; later ones need not."

    assert loaded_by(home, *words) & HEAVY == set()


def test_every_command_is_where_the_table_says() -> None:
    for room, names in ROOMS.items():
        made = typer.Typer()
        import_module(room).mount(made)
        found = tuple(get_group(made).commands)
        assert found == (names or tuple(registers.all_registers())), room


def test_help_tells_every_command() -> None:
    printed = CliRunner().invoke(app, ["--help"]).stdout

    everything = get_command(app).list_commands(None)  # type: ignore[attr-defined]  # the app is a group
    assert len(everything) > len(registers.all_registers()) + 10
    assert [name for name in everything if f" {name} " not in printed] == []


def test_a_command_mistyped_is_told_what_it_may_be() -> None:
    assert "Did you mean 'teams'" in CliRunner().invoke(app, ["teems"]).output


@pytest.mark.parametrize("package", [goals, host, registers], ids=lambda package: str(package.__name__))
def test_a_name_is_found_when_it_is_asked_for(package: ModuleType) -> None:
    assert [name for name in package.__all__ if not hasattr(package, name)] == []
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = package.nothing
