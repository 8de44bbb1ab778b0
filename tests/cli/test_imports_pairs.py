"""Rows that may be one thing, answered in a shell."""

import json
from pathlib import Path

import jsonschema
from typer.testing import CliRunner, Result

from fullscore.cli.main import app
from fullscore.engine.registers.access import Member
from fullscore.store.models import Item
from tests.process import ROOT
from tests.usecases.lists import brought, device

SCHEMA = json.loads((ROOT / "docs/schemas/pairs.json").read_text())


def command(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["imports", "pairs", *map(str, words)])


def offered(owner: Member) -> str:
    """Bring in two laptops of one name; return the number of the pair."""
    brought(owner, "Snipe-IT", [device(serial="S1", hostname="LT-12")])
    brought(owner, "Intune", [device(serial="S2", hostname="LT-12")])
    found = json.loads(command("list", "--json").stdout)
    jsonschema.validate(found, SCHEMA)
    return str(found["pairs"][0]["number"])


def test_a_doubtful_pair_is_merged_and_parted_in_the_shell(owner: Member) -> None:
    number = offered(owner)
    assert "Both are called LT-12" in command("list").stdout

    merged = command("same", number, "--keep", "other", "--json")
    jsonschema.validate(json.loads(merged.stdout), SCHEMA)
    there = Item.objects.of(owner.organisation_id).filter(archived_at=None)
    assert (json.loads(merged.stdout)["pairs"][0]["kept"], there.count()) == ("s2", 1)

    parted = command("part", number)
    assert "stand apart again" in parted.stdout
    assert there.count() == 2


def test_a_pair_kept_apart_is_not_offered_again(owner: Member) -> None:
    number = offered(owner)

    assert "different: host" in command("different", number).stdout
    assert json.loads(command("list", "--json").stdout)["pairs"] == []
    assert json.loads(command("list", "--decided", "--json").stdout)["pairs"][0]["state"] == "different"


def test_a_pair_that_is_not_there_is_refused(owner: Member) -> None:
    done = command("same", "99", "--json")

    assert (done.exit_code, json.loads(done.stdout)["code"]) == (2, "pair-not-here")
