"""Containerfile, compose file and unit name only what exists, and run without rights."""

import configparser
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from fullscore.cli.main import app
from tests.process import ROOT

DEPLOY = ROOT / "deploy"
COMMANDS = set(get_command(app).list_commands(None))  # type: ignore[attr-defined]  # the app is a group
KNOWN = {
    "FROM",
    "RUN",
    "COPY",
    "WORKDIR",
    "ENV",
    "USER",
    "VOLUME",
    "EXPOSE",
    "STOPSIGNAL",
    "HEALTHCHECK",
    "CMD",
}
SOURCE = "\n".join(path.read_text() for path in (ROOT / "src/fullscore").rglob("*.py"))


@pytest.fixture
def compose() -> dict[str, Any]:
    return dict(yaml.safe_load((DEPLOY / "compose.yaml").read_text()))


@pytest.fixture
def unit() -> configparser.ConfigParser:
    parsed = configparser.ConfigParser(strict=False, interpolation=None)
    parsed.optionxform = str  # type: ignore[assignment,method-assign]  # systemd's words have capitals
    parsed.read(DEPLOY / "fullscore.service")
    return parsed


def instructions() -> list[tuple[str, str]]:
    lines = re.sub(r"\\\n", " ", (DEPLOY / "Containerfile").read_text()).splitlines()
    words = [line.partition(" ") for line in lines if line and not line.startswith("#")]
    return [(word.strip(), rest.strip()) for word, _, rest in words]


def test_the_containerfile_copies_what_is_there() -> None:
    sources = [
        name
        for word, rest in instructions()
        if word == "COPY" and not rest.startswith("--from")
        for name in rest.split()[:-1]
    ]

    assert {word for word, _ in instructions()} <= KNOWN
    assert sources
    assert all((ROOT / name).exists() for name in sources)


def test_the_container_runs_without_rights_and_says_when_it_is_ready() -> None:
    found = dict(instructions())

    assert found["USER"] == "fullscore"
    assert "/healthz" in found["HEALTHCHECK"]
    assert found["VOLUME"] == "/var/lib/fullscore"


def test_every_command_that_is_started_exists(
    compose: dict[str, Any], unit: configparser.ConfigParser
) -> None:
    started = [service["command"][1] for service in compose["services"].values() if "command" in service]
    started.append(yaml.safe_load(dict(instructions())["CMD"])[1])
    started.append(unit["Service"]["ExecStart"].split()[1])

    assert set(started) == {"serve", "web", "worker"}
    assert set(started) <= COMMANDS


def test_pages_are_not_open_to_the_world_without_tls(compose: dict[str, Any]) -> None:
    assert compose["services"]["web"]["ports"] == ["127.0.0.1:8000:8000"]
    assert "ports" not in compose["services"]["database"]


def test_no_password_is_written_down(compose: dict[str, Any]) -> None:
    secrets = [
        str(value)
        for service in compose["services"].values()
        for name, value in service["environment"].items()
        if re.search("PASSWORD|SECRET|DATABASE_URL", name)
    ]

    assert secrets
    assert all(":?" in value for value in secrets)


@pytest.mark.parametrize("name", ["README.md", "compose.yaml", "fullscore.service", "Containerfile"])
def test_every_variable_named_is_one_that_is_read(name: str) -> None:
    named = set(re.findall(r"\bFULLSCORE_[A-Z_]+\b", (DEPLOY / name).read_text()))

    assert [each for each in sorted(named) if f'"{each}"' not in SOURCE] == []


def test_the_service_may_write_its_own_folder_only(unit: configparser.ConfigParser) -> None:
    service = unit["Service"]

    assert service["User"] == "fullscore"
    assert service["ProtectSystem"] == "strict"
    assert service["NoNewPrivileges"] == "yes"
    assert service["StateDirectory"] == "fullscore"


def test_systemd_understands_every_word_of_the_unit(tmp_path: Path, unit: configparser.ConfigParser) -> None:
    assert set(unit.sections()) == {"Unit", "Service", "Install"}
    if shutil.which("systemd-analyze") is None:
        # Where systemd is not, its words were checked by the sections and names above.
        return
    text = (DEPLOY / "fullscore.service").read_text().replace("/opt/fullscore/bin/fullscore", sys.executable)
    (tmp_path / "fullscore.service").write_text(text)
    command = ["systemd-analyze", "verify", str(tmp_path / "fullscore.service")]
    said = subprocess.run(  # noqa: S603  a fixed command
        command, capture_output=True, text=True, check=False, timeout=60
    )

    assert [line for line in said.stderr.splitlines() if "fullscore.service" in line] == []
