"""The same Today through use case, REST and command line; and what is done about a line over REST."""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.test import Client
from typer.testing import CliRunner

from fullscore.cli.main import app
from fullscore.engine.registers.access import Member
from fullscore.store import today as store
from fullscore.store.models import Contract, KeptFinding, Organisation
from fullscore.usecases import today
from fullscore.usecases.accounts import tokens
from tests.conftest import NOW, TODAY
from tests.usecases.bound import changed, fill

ROOT = Path(__file__).parents[2]
ADDRESS = "/api/v1/o/harbor-mill/today"


@pytest.fixture
def mill(organisation: Organisation) -> Organisation:
    fill(organisation)
    return organisation


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / f"docs/schemas/{name}.json").read_text())
    return found


def client(by: Member, scope: str = "write") -> Client:
    secret = tokens.issue_token(by=by, name="test", scope=scope, days=1, now=NOW).secret
    return Client(headers={"Authorization": f"Bearer {secret}"})


def command(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["today", *words])
    return result.exit_code, result.stdout


def patch(by: Member, finding: int, **body: object) -> tuple[int, Any]:
    answer = client(by).patch(f"{ADDRESS}/{finding}", json.dumps(body), "application/json")
    return answer.status_code, json.loads(answer.content)


def test_use_case_rest_and_command_line_give_the_same_document(mill: Organisation, owner: Member) -> None:
    reader = client(owner, "read")
    code, printed = command("--json")
    over_rest = reader.get(ADDRESS).json()
    said = today.today_document(today.everything(by=owner, on=TODAY, now=NOW))

    assert code == 0
    assert over_rest == json.loads(printed) == json.loads(json.dumps(said))
    assert [one["rank"] for one in over_rest["findings"]] == list(range(1, len(over_rest["findings"]) + 1))
    jsonschema.validate(over_rest, schema("today"), format_checker=jsonschema.FormatChecker())


def test_every_figure_is_recomputed_by_the_script_in_docs(mill: Organisation, tmp_path: Path) -> None:
    file = tmp_path / "today.json"
    file.write_text(command("--json")[1])

    done = subprocess.run(  # noqa: S603  our own script
        [sys.executable, str(ROOT / "docs/recompute.py"), str(file)], capture_output=True, text=True,
        check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout
    assert int(done.stdout.split()[0]) > 8


def test_the_command_line_works_out_first_what_is_behind(mill: Organisation) -> None:
    first = json.loads(command("--json")[1])
    Contract.objects.of(mill.pk).filter(ref="copier").update(price=9000)
    changed(mill, NOW)

    again = json.loads(command("--json")[1])

    costs = [found["findings"][0]["cost_of_waiting"] for found in (first, again)]
    assert costs == ["2400.00", "9000.00"]
    assert not again["behind"]


def test_another_day_is_worked_out_aside_and_stores_nothing(mill: Organisation, owner: Member) -> None:
    command("--json")
    line = KeptFinding.objects.of(mill.pk).get(ref="franking", code="contract-notice-due").pk
    today.snooze(by=owner, finding=line, until=None, on=TODAY, now=NOW)
    before = list(KeptFinding.objects.of(mill.pk).order_by("pk").values())

    code, printed = command("--json", "--on", "2026-12-14")
    over_rest = client(owner, "read").get(ADDRESS, {"on": "2026-12-14"}).json()

    assert code == 0
    document = json.loads(printed)
    assert document["on"] == "2026-12-14"
    assert "copier" not in [
        one["subject"]["ref"] for one in document["findings"] if one["code"] == "contract-notice-due"
    ]
    (snoozed,) = [one for one in document["findings"] if one["state"] == "snoozed"]
    assert (snoozed["id"], snoozed["rank"]) == (line, None)
    assert over_rest["findings"] == document["findings"]
    assert list(KeptFinding.objects.of(mill.pk).order_by("pk").values()) == before
    jsonschema.validate(document, schema("today"), format_checker=jsonschema.FormatChecker())


def test_what_a_worker_has_in_hand_is_told_all_the_same(mill: Organisation) -> None:
    assert today.work_out(organisation_id=mill.pk, now=NOW - timedelta(days=1))
    store.claim(mill.pk, "another", NOW, NOW + timedelta(minutes=2))

    code, printed = command("--json")

    assert code == 0
    assert json.loads(printed)["findings"][0]["cost_of_waiting"] == "2400.00"


def test_the_table_says_what_to_do_by_when_and_what_waiting_costs(mill: Organisation) -> None:
    code, printed = command()

    assert code == 0
    assert "Give notice on Copier lease" in printed
    assert "2026-11-25" in printed
    assert "$2,400" in printed
    assert "nobody can say yet" in printed


def test_a_day_that_is_none_is_refused(mill: Organisation) -> None:
    code, printed = command("--json", "--on", "30 February")
    assert code == 2
    assert json.loads(printed)["code"] == "day-not-understood"


def test_over_rest_a_finding_is_put_off_finished_declined_given_and_reopened(
    mill: Organisation, owner: Member
) -> None:
    command("--json")
    line = KeptFinding.objects.of(mill.pk).get(ref="copier", code="contract-notice-due").pk

    status, done = patch(
        owner, line, state="snoozed", until="2026-12-01", assigned_to=owner.user_id, version=1
    )
    assert (status, done["state"], done["snoozed_until"]) == (200, "snoozed", "2026-12-01")
    assert (done["assigned_name"], done["version"]) == ("Owner", 3)
    assert patch(owner, line, state="open", version=1)[0] == 409
    assert patch(owner, line, state="open")[1]["state"] == "open"
    status, document = patch(owner, line, state="declined", reason="", decided_by="Ruth")
    assert (status, document["code"]) == (422, "finding-reason-missing")
    assert patch(owner, line, state="declined", reason="No", decided_by="Ruth")[1]["decline_reason"] == "No"
    assert patch(owner, line, state="open", assigned_to=None)[1]["assigned_to"] is None
    assert patch(owner, line, state="done")[1]["state"] == "done"
    assert patch(owner, line + 4711, state="done")[0] == 404
    assert patch(owner, line, state="burnt")[0] == 422
    status, document = patch(owner, line, state="snoozed", until="2020-01-01")
    assert (status, document["code"]) == (422, "finding-dealt-with")


def test_half_of_what_one_asks_for_is_never_done(mill: Organisation, owner: Member) -> None:
    command("--json")
    line = KeptFinding.objects.of(mill.pk).get(ref="copier", code="contract-notice-due").pk

    status, document = patch(owner, line, state="snoozed", until="2026-11-23", assigned_to=owner.user_id)

    assert (status, document["code"]) == (422, "finding-snooze-past")
    assert KeptFinding.objects.of(mill.pk).get(pk=line).assigned_to_id is None


def test_a_token_that_may_only_read_changes_nothing(mill: Organisation, owner: Member) -> None:
    command("--json")
    line = KeptFinding.objects.of(mill.pk).get(ref="copier", code="contract-notice-due").pk

    answer = client(owner, "read").patch(f"{ADDRESS}/{line}", '{"state": "done"}', "application/json")

    assert answer.status_code == 403
    assert KeptFinding.objects.of(mill.pk).get(pk=line).state == "open"
