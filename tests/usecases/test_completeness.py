"""How the estate stands: the same answer at every door, each figure with its rows, for those who may."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import time_machine
from django.test import Client
from docs import recompute
from typer.testing import CliRunner

from fullscore.cli.main import app
from fullscore.engine.findings.english.estate import SENTENCES
from fullscore.engine.registers.access import Member, NotAllowedError
from fullscore.store.models import Item, Person
from fullscore.usecases import estate, registers
from fullscore.usecases.accounts import tokens
from fullscore.usecases.estate.completing import KEYS
from fullscore.usecases.registers import RefusedError
from fullscore.web.registers.figures import TITLES
from tests.conftest import NOW, TODAY, MemberFactory
from tests.usecases.lists import brought, device

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schemas/completeness.json").read_text())
# Findings of a page of their own, which is no register's.
OWN_PAGE = {"support-ends", "support-ends-not-fetched"}


def add(by: Member, register: str, **values: object) -> None:
    registers.save(by=by, register=register, ref=None, values=values, version=None, now=NOW)


@pytest.fixture
def mill(owner: Member) -> Member:
    """A small mill after a few files: somebody left, a warranty ends, prices are missing."""
    add(owner, "models", name="Laptop 14", category="laptop")
    add(owner, "people", name="Ann")
    add(owner, "people", name="Lee", status="left")
    add(owner, "items", name="Laptop of Ann", model="laptop-14", holder="ann", warranty_ends_on="2026-12-03")
    add(owner, "items", name="Laptop of Lee", model="laptop-14", holder="lee", cost="1200")
    add(owner, "items", name="Laptop of nobody", model="laptop-14")
    add(owner, "pools", name="CRM", capacity=5, unit_cost="50", cost_period="month", owner="ann")
    add(owner, "seats", pool="crm", person="ann")
    add(owner, "seats", pool="crm", person="lee")
    return owner


def by_command(*words: str) -> dict[str, Any]:
    done = CliRunner().invoke(app, ["estate", "gaps", *words, "--json"])
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_what_is_missing_is_the_same_at_every_door_and_fits_its_schema(mill: Member) -> None:
    secret = tokens.issue_token(by=mill, name="test", scope="read", days=9, now=NOW).secret
    api = Client(headers={"Authorization": f"Bearer {secret}"})

    document = estate.completeness(by=mill, on=TODAY)

    jsonschema.validate(document, SCHEMA, format_checker=jsonschema.FormatChecker())
    with time_machine.travel(NOW):
        by_rest = api.get("/api/v1/o/harbor-mill/estate/completeness?on=2026-11-23").json()
    assert by_rest == document
    assert by_command("--on", "2026-11-23") == document


def test_a_shell_is_told_in_sentences(mill: Member) -> None:
    printed = CliRunner().invoke(app, ["estate", "gaps", "--on", "2026-11-23"]).stdout

    words = " ".join(printed.split())
    assert "1 seat is still with 1 person who left: $600 a year. Take it back." in words
    assert "1 warranty ends within 90 days: Laptop of Ann on Thursday 3 December 2026." in words
    assert "1 model has no price: 3 items, worth about $3,600, are missing from every forecast." in words
    assert "Plans find 46 % of what they need in these rows (6 of 13 values)." in words
    assert "a list of models with prices" in words


def test_a_day_nobody_understands_is_refused(mill: Member) -> None:
    done = CliRunner().invoke(app, ["estate", "gaps", "--on", "soon", "--json"])

    assert (done.exit_code, json.loads(done.stdout)["code"]) == (2, "day-not-understood")


def test_every_figure_is_recomputed_by_the_script(mill: Member, tmp_path: Path) -> None:
    file = tmp_path / "standing.json"
    document = estate.completeness(by=mill, on=TODAY)
    file.write_text(json.dumps(document))

    assert recompute.main(str(file)) == 0

    document["known"]["percent"] += 1  # type: ignore[index]  # a plain document
    file.write_text(json.dumps(document))
    assert recompute.main(str(file)) == 1


def test_every_figure_opens_to_as_many_rows_as_it_says(mill: Member) -> None:
    for notice in estate.standing(by=mill, on=TODAY).notices:
        refs = estate.rows_behind(by=mill, on=TODAY, key=notice.code)
        assert refs == set(notice.refs)
        known = [registers.one(by=mill, register=notice.register, ref=ref).ref for ref in refs]
        assert len(known) == len(refs) > 0
        for window in notice.windows:
            key = f"{notice.code}.{window.days or 'over'}"
            assert estate.rows_behind(by=mill, on=TODAY, key=key) == set(window.refs)


def test_every_figure_there_may_be_has_a_name_and_a_register() -> None:
    assert set(KEYS) == set(TITLES) == set(SENTENCES) - OWN_PAGE


@pytest.mark.parametrize("key", ["nothing", "warranties-ending.7", ""])
def test_a_figure_nobody_knows_is_refused(mill: Member, key: str) -> None:
    with pytest.raises(RefusedError, match="cannot be used on Figure"):
        estate.rows_behind(by=mill, on=TODAY, key=key)


def test_a_known_figure_that_is_nought_has_no_rows(owner: Member) -> None:
    assert estate.rows_behind(by=owner, on=TODAY, key="items-of-leavers") == frozenset()


def test_what_was_put_away_is_nobodys_business(mill: Member) -> None:
    registers.archive(by=mill, register="items", ref="laptop-of-lee", now=NOW)

    assert estate.rows_behind(by=mill, on=TODAY, key="items-of-leavers") == frozenset()


def test_a_requester_sees_own_rows_only_and_so_no_standing(mill: Member, member: MemberFactory) -> None:
    with pytest.raises(NotAllowedError):
        estate.standing(by=member("requester"), on=TODAY)

    assert (
        estate.standing(by=member("auditor"), on=TODAY).notices == estate.standing(by=mill, on=TODAY).notices
    )


def test_what_an_executive_may_not_see_changes_nothing_they_are_told(
    mill: Member, member: MemberFactory
) -> None:
    executive = member("executive")
    before = estate.completeness(by=executive, on=TODAY)

    Person.objects.of(mill.organisation_id).update(
        email=None, employee_number=None, phone="remarkable", notes="remarkable", extra={"Salary": "9"}
    )
    Item.objects.of(mill.organisation_id).update(notes="remarkable", extra={"Salary": "9"})

    assert estate.completeness(by=executive, on=TODAY) == before


def test_an_empty_organisation_is_asked_for_every_list(owner: Member) -> None:
    found = estate.standing(by=owner, on=TODAY)

    assert found.is_empty
    assert [step.kind for step in found.next_steps] == [
        "devices", "people", "licences", "licence seats", "models",
    ]  # fmt: skip
    assert found.notices == ()


def test_another_organisation_changes_nothing(mill: Member, other_organisation: object) -> None:
    before = estate.completeness(by=mill, on=TODAY)
    there = Member(other_organisation.pk, "other-works", mill.role, None, "host")  # type: ignore[attr-defined]  # an organisation
    add(there, "items", name="Laptop of theirs")

    assert estate.completeness(by=mill, on=TODAY) == before
    assert estate.standing(by=there, on=TODAY).notices != estate.standing(by=mill, on=TODAY).notices


def test_stock_that_was_bought_and_never_enrolled_is_told(owner: Member) -> None:
    add(owner, "models", name="Latitude", category="laptop")
    bought = [device(serial=f"S{number}", tag=f"A-{number}", model="Latitude") for number in (1, 2)]
    brought(owner, "Snipe-IT", bought)
    brought(owner, "Intune", [device(serial="S1", hostname="LT-1")])

    assert estate.rows_behind(by=owner, on=TODAY, key="items-not-enrolled") == {"a-2"}
