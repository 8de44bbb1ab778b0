"""Whatever stands in a file: every row is counted once, and the second time nothing changes."""

import csv
import io
from functools import cache
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fullscore.engine.registers.access import Member, Role
from fullscore.importing import child, recognising
from fullscore.store.models import HistoryEntry, Organisation
from fullscore.usecases import imports
from fullscore.usecases.imports import Imported
from fullscore.usecases.imports.applying import staging
from tests.conftest import NOW

NUMBERS = count()
FEW = st.sampled_from(
    ["", " ", "A-1", "a-1", "A-2", "S1", "Ana Ruiz", "Ruiz, Ana", "ana@mill.example", "Dayton", "N/A"]
)
ODD = st.sampled_from(
    ["31/02/2025", "2025-01-31", "1/2/2025", "99999999999", str(2**70), "-1", "$1,285.00", "€5", "=1+1",
    "'=x", "x" * 300,
     "Deployed", "Ready to Deploy", "Quarantine", "Active", "Terminated", "Onboarding", "yes", "ß" * 210,
     "\u202e", "E3+E5"]
)  # fmt: skip
CELLS = FEW | ODD | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
HEADERS = {
    "assets": ["ID", "Asset Tag", "Serial", "Model", "Status", "Checked Out To", "Location",
    "Purchase Date", "Purchase Cost"],
    "people": ["Employee #", "First Name", "Last Name", "Job Title", "Department", "Hire Date", "Status",
    "Work Email"],
    "users": ["Display name", "User principal name", "Object Id", "Licenses", "Department", "Office"],
    "licences": ["ID", "Name", "Product Key", "Total", "Avail", "Supplier", "Expiration Date"],
    "pools": ["name", "kind", "scope", "site", "capacity", "used", "used_on", "planning_limit", "ref"],
    "orders": ["number", "vendor", "model", "pool", "quantity", "ordered_on", "received_on", "ref"],
}  # fmt: skip


def table(name: str) -> st.SearchStrategy[bytes]:
    header = HEADERS[name]
    rows = st.lists(st.lists(CELLS, min_size=len(header), max_size=len(header)), max_size=6)
    return rows.map(lambda found: as_csv([header, *found]))


def as_csv(rows: list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def fresh() -> Member:
    number = next(NUMBERS)
    made = Organisation.objects.create(name=f"Works {number}", ref=f"works-{number}", created_at=NOW)
    return Member(made.pk, made.ref, Role.OWNER, None, "host")


def bring(by: Member, content: bytes) -> Imported:
    return imports.bring_in(by=by, file_name="list.csv", content=content, clock=lambda: NOW)


def counts(file: Imported) -> tuple[int, ...]:
    return file.created, file.updated, file.left, file.refused, file.conflicts


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.sampled_from(sorted(HEADERS)).flatmap(table), min_size=1, max_size=3))
def test_every_row_is_counted_and_the_second_time_nothing_changes(files: list[bytes]) -> None:
    with pytest.MonkeyPatch.context() as patched:
        # The same bytes are looked at, brought in and brought in again; the child reads them once.
        patched.setattr(recognising.child, "parsed", cache(child.parsed))
        _count_every_row(fresh(), files)


def _count_every_row(by: Member, files: list[bytes]) -> None:
    for content in files:
        with pytest.MonkeyPatch.context() as patched:
            # Batches so small that rows meet what earlier ones would have made or changed.
            patched.setattr(staging, "BATCH", 2)
            looked = imports.dry_run(by=by, file_name="list.csv", content=content, now=NOW)
        done = bring(by, content)
        assert done.state == "done"
        assert done.rows == done.applied == sum(counts(done))
        assert counts(looked) == counts(done)
        refused = {reason.line for reason in done.reasons if reason.is_refusal}
        assert len(refused) == done.refused
        assert all(reason.sentence and reason.line for reason in done.reasons)
        before = HistoryEntry.objects.of(by.organisation_id).count()

        again = bring(by, content)

        assert (again.created, again.updated, again.refused) == (0, 0, done.refused)
        assert HistoryEntry.objects.of(by.organisation_id).count() == before
