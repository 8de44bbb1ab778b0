"""What people said of a finding survives the same file coming in again, and its import being taken back."""

import csv
import io

import pytest

from fullscore.engine.registers.access import Member
from fullscore.store.models import Contract, ImportRun, KeptFinding, Organisation
from fullscore.usecases import imports, today
from tests.conftest import NOW, TODAY

HEADER = ("Contract", "Vendor", "Start date", "End date", "Auto-renew", "Notice period", "Annual cost")
LINES = (
    ("Copier lease", "Copiers Inc.", "2024-01-01", "2026-12-31", "yes", "1 month", "2400"),
    ("Franking lease", "Copiers Inc.", "2024-01-01", "2027-09-30", "yes", "1 month", "600"),
)


def file() -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows((HEADER, *LINES))
    return out.getvalue().encode()


def brought(by: Member) -> int:
    done = imports.bring_in(by=by, file_name="contracts.csv", content=file(), clock=lambda: NOW)
    return done.id


@pytest.fixture
def put_off(organisation: Organisation, owner: Member) -> KeptFinding:
    """A finding about a contract from a file, put off until something changes."""
    brought(owner)
    assert Contract.objects.of(organisation.pk).count() == len(LINES)
    today.work_out(organisation_id=organisation.pk, now=NOW)
    line = KeptFinding.objects.of(organisation.pk).filter(register="contracts", act_by__isnull=False).first()
    assert line is not None
    today.snooze(by=owner, finding=line.pk, until=None, on=TODAY, now=NOW)
    return KeptFinding.objects.of(organisation.pk).get(pk=line.pk)


def test_the_same_file_again_leaves_states_as_they_are(put_off: KeptFinding, owner: Member) -> None:
    brought(owner)
    today.work_out(organisation_id=owner.organisation_id, now=NOW)

    again = KeptFinding.objects.of(owner.organisation_id).get(pk=put_off.pk)
    assert (again.state, again.version, again.mark) == ("snoozed", put_off.version, put_off.mark)


def test_an_import_taken_back_and_brought_in_again_leaves_states_as_they_were(
    put_off: KeptFinding, owner: Member
) -> None:
    run = ImportRun.objects.of(owner.organisation_id).order_by("-pk").first()
    assert run is not None
    imports.take_back(by=owner, number=run.pk, clock=lambda: NOW)
    today.work_out(organisation_id=owner.organisation_id, now=NOW)
    gone = KeptFinding.objects.of(owner.organisation_id).get(pk=put_off.pk)
    assert (gone.rank, gone.gone_why, gone.state) == (None, "row put away", "snoozed")

    brought(owner)
    today.work_out(organisation_id=owner.organisation_id, now=NOW)

    back = KeptFinding.objects.of(owner.organisation_id).get(pk=put_off.pk)
    assert (back.state, back.gone_at, back.rank is None) == ("snoozed", None, False)
