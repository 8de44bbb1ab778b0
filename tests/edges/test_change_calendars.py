"""Calendars kept elsewhere at the command line: brought in by file, listed with their age, taken out."""

import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from fullscore.cli.main import app
from fullscore.store.models import Organisation

pytestmark = pytest.mark.django_db
SCHEMA = Path(__file__).parents[2] / "docs/schemas/change-calendars.json"
PLANT = (
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Closed\r\nDTSTART;VALUE=DATE:20261224\r\n"
    "DTEND;VALUE=DATE:20261227\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Broken\r\nDTSTART:2026\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)


def test_a_file_is_brought_in_listed_with_what_it_lacks_and_taken_out(
    organisation: Organisation, tmp_path: Path
) -> None:
    file = tmp_path / "plant.ics"
    file.write_text(PLANT)
    run = CliRunner().invoke

    added = run(app, ["changes", "calendar-add", "Plant", str(file), "--on", "2026-11-23"])
    assert (added.exit_code, "Plant: hard freeze, 1 days and times" in added.output) == (0, True)
    assert "Broken" in added.output
    told = json.loads(run(app, ["changes", "calendars", "--json"]).output)
    jsonschema.validate(told, json.loads(SCHEMA.read_text()))
    assert [(one["name"], one["events"], one["error"]) for one in told["calendars"]] == [("Plant", 1, "")]

    gone = run(app, ["changes", "calendar-remove", str(told["calendars"][0]["number"])])
    assert gone.exit_code == 0
    assert "no calendar yet" in run(app, ["changes", "calendars"]).output


def test_a_file_that_is_not_there_is_said(organisation: Organisation) -> None:
    answer = CliRunner().invoke(app, ["changes", "calendar-add", "Plant", "gone.ics"])

    assert answer.exit_code != 0
    assert "gone.ics" in answer.output
