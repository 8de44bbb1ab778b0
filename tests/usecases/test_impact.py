"""What fails with the firewall, at every door; and typing what rests on what."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import time_machine
from django.test import Client
from docs import recompute
from typer.testing import CliRunner

from fullscore.cli.main import app
from fullscore.engine.registers.access import Member, NotAllowedError, Role
from fullscore.store.models import Contract, ContractCover, Organisation, Service, Support, Vendor
from fullscore.usecases import estate, registers
from fullscore.usecases.accounts import tokens
from fullscore.usecases.estate import Impacted
from fullscore.usecases.registers import RefusedError
from tests.conftest import NOW, TODAY, MemberFactory
from tests.store.mill import row
from tests.store.test_graph import rest

SCHEMAS = Path(__file__).parents[2] / "docs/schemas"
ON = {"on": "2026-11-23"}


def schema(name: str) -> Any:  # noqa: ANN401
    return json.loads((SCHEMAS / f"{name}.json").read_text())


@pytest.fixture
def mill(organisation: Organisation, owner: Member) -> Member:
    """CRM rests on Internet, Internet on the firewall and a link; 24 sellers use the CRM."""
    rest(organisation)
    return owner


def api_of(by: Member, scope: str) -> Client:
    secret = tokens.issue_token(by=by, name="test", scope=scope, days=9, now=NOW).secret
    return Client(headers={"Authorization": f"Bearer {secret}"})


def of(by: Member, *names: str, **given: Any) -> Impacted:  # noqa: ANN401
    return estate.impacted(by=by, of=names, on=TODAY, **given)


def test_the_firewall_takes_the_crm_with_it_and_says_why_who_and_how_much(mill: Member) -> None:
    document: Any = estate.impact_document(of(mill, "Firewall HQ"))
    crm, net = document["services"]

    assert (net["state"], crm["state"], document["people"]) == ("down", "down", 25)
    assert {one["name"]: one["people"] for one in (crm, net)} == {"Internet": 25, "CRM": 24}
    said = {one["name"]: one["sentence"] for one in (crm, net)}
    assert said["CRM"] == "CRM is down: it rests on Internet, which rests on Firewall HQ."
    # 24 sellers and the one of IT, all of a day from eight to five: the CRM is priced, the rest is not.
    assert (document["people_hours"], document["cost"], document["cost_is_whole"]) == (225, "414.00", False)
    assert document["owners"][0]["name"] == "Tomas Reyes"
    assert document["sites"] == [{"ref": "dayton", "name": "Dayton", "people": 25}]


def test_it_is_the_same_at_every_door_and_fits_its_schema(mill: Member) -> None:
    document = estate.impact_document(of(mill, "items:fw-1"))
    jsonschema.validate(document, schema("impact"), format_checker=jsonschema.FormatChecker())

    with time_machine.travel(NOW):
        by_rest = api_of(mill, "read").get(
            "/api/v1/o/harbor-mill/changes/impact", {**ON, "of": "firewall hq"}
        )
    assert by_rest.json() == document
    done = CliRunner().invoke(app, ["changes", "impact", "Firewall HQ", "--on", "2026-11-23", "--json"])
    assert json.loads(done.stdout) == document


def test_a_shell_is_told_in_sentences(mill: Member) -> None:
    printed = CliRunner().invoke(app, ["changes", "impact", "Firewall HQ", "--on", "2026-11-23"]).stdout
    words = " ".join(printed.split())

    assert "Firewall HQ takes 2 services along: 225 hours of 25 people, $414" in words
    assert (
        "CRM is down: it rests on Internet, which rests on Firewall HQ. 24 people, owner Tomas Reyes."
        in words
    )


def test_every_figure_is_recomputed_by_the_script(mill: Member, tmp_path: Path) -> None:
    Organisation.objects.update(person_day_cost=Decimal(333), person_day_cost_by="Dana")
    file = tmp_path / "impact.json"
    document: Any = estate.impact_document(of(mill, "Firewall HQ", "Corvid", hours=Decimal("2.5")))
    file.write_text(json.dumps(document))

    assert document["cost_is_whole"]
    assert recompute.main(str(file)) == 0


def test_a_short_while_without_the_sign_in_only_makes_it_worse(mill: Member) -> None:
    begin = datetime(2026, 11, 23, 15, tzinfo=UTC)
    short: Any = estate.impact_document(of(mill, "Corvid", begin=begin, hours=Decimal(1)))
    long: Any = estate.impact_document(of(mill, "Corvid", begin=begin, hours=Decimal(9)))

    assert [one["state"] for one in short["services"]] == ["degraded"]
    assert short["services"][0]["no_sign_in"]
    assert (short["people_hours"], short["people_hours_worse"], short["cost"]) == (0, 24, None)
    assert [one["state"] for one in long["services"]] == ["down"]


def test_two_that_fail_together_may_stop_what_neither_stops(mill: Member) -> None:
    other = registers.save(
        by=mill, register="pools", ref=None, version=None, values={"name": "LTE", "kind": "link"}, now=NOW
    )
    line = {"service": "internet", "pool": other.ref, "group": "links", "min_up": "1"}
    registers.save(by=mill, register="supports", ref=None, version=None, values=line, now=NOW)

    assert "services:crm" not in of(mill, "Internet link").impact.states
    assert "services:crm" in of(mill, "Internet link", "LTE").impact.states


def test_what_nobody_knows_is_refused_with_what_comes_near(mill: Member) -> None:
    with pytest.raises(RefusedError) as refused:
        of(mill, "Firewal HQ")
    assert refused.value.findings[0].code == "impact-node-unknown"
    assert "Did you mean Firewall HQ?" in str(refused.value)
    with pytest.raises(RefusedError) as refused:
        of(mill, "Firewall HQ", hours=Decimal("NaN"))
    assert refused.value.findings[0].code == "impact-hours-not-understood"


def test_the_picture_keeps_every_node_and_is_the_same_from_both_ends(mill: Member) -> None:
    below, above = of(mill, "Firewall HQ"), of(mill, "CRM")

    assert below.layout == above.layout
    assert {spot.node for spot in below.layout.spots} == {
        "services:crm", "services:internet", "items:fw-1", "pools:link", "vendors:corvid", "people:tomas",
    }  # fmt: skip


def test_the_whole_graph_fits_its_schema_and_names_what_alone_stops_a_service(mill: Member) -> None:
    document: Any = estate.overview_document(estate.overview(by=mill, on=TODAY))
    jsonschema.validate(document, schema("dependencies"))

    with time_machine.travel(NOW):
        by_rest = api_of(mill, "read").get("/api/v1/o/harbor-mill/estate/dependencies", ON).json()
    assert by_rest == document
    assert [one["ref"] for one in document["single"]] == ["fw-1", "link", "corvid"]


def test_a_sentence_writes_lines_and_undo_takes_them_back(mill: Member) -> None:
    found = estate.connect(by=mill, sentence="Internet rests on LTE stick", now=NOW, adds=True)
    again = estate.connect(by=mill, sentence="CRM rests on Firewall HQ, LTE stick", now=NOW)

    assert (found.services, len(again.refs)) == (("lte-stick",), 2)
    jsonschema.validate(estate.connected_document(found), schema("connected"))
    assert "services:internet" in of(mill, "LTE stick").impact.states
    assert estate.disconnect(by=mill, refs=(*found.refs, *again.refs), now=NOW) == 3
    assert "services:internet" not in of(mill, "LTE stick").impact.states


def test_nothing_is_written_when_one_name_is_not_known(mill: Member) -> None:
    before = Support.objects.of(mill.organisation_id).count()
    with pytest.raises(RefusedError) as refused:
        estate.connect(by=mill, sentence="CRM rests on Firewall HQ, Blockchain", now=NOW)

    assert [each.code for each in refused.value.findings] == ["connect-name-unknown"]
    assert Support.objects.of(mill.organisation_id).count() == before


def test_a_sentence_typed_in_a_shell_or_sent(mill: Member) -> None:
    done = CliRunner().invoke(app, ["estate", "connect", "CRM rests on Firewall HQ", "--json"])
    assert len(json.loads(done.stdout)["refs"]) == 1
    answer = api_of(mill, "write").post(
        "/api/v1/o/harbor-mill/estate/connect", {"sentence": "CRM rests on Firewall HQ"},
        content_type="application/json",
    )  # fmt: skip
    assert (answer.status_code, answer.json()["findings"][0]["code"]) == (422, "connect-there-already")


def test_suggestions_know_the_contract_that_pays_for_a_service(mill: Member) -> None:
    place = Organisation.objects.get(pk=mill.organisation_id)
    vendor = row(Vendor, place, "acme", name="Acme Hosting")
    contract = row(Contract, place, "hosting", name="Hosting", vendor=vendor)
    service = Service.objects.of(place.pk).get(ref="crm")
    row(ContractCover, place, "hosting-crm", contract=contract, service=service)

    assert ("CRM rests on Acme Hosting", "contract") in estate.suggested(by=mill)


def test_who_may_not_plan_sees_none_of_it_and_who_may_not_write_writes_nothing(
    mill: Member, member: MemberFactory
) -> None:
    for asked in (lambda by: of(by, "CRM"), lambda by: estate.overview(by=by, on=TODAY)):
        with pytest.raises(NotAllowedError):
            asked(member(Role.REQUESTER))
    with pytest.raises(NotAllowedError):
        estate.connect(by=member(Role.AUDITOR), sentence="CRM rests on Firewall HQ", now=NOW)
