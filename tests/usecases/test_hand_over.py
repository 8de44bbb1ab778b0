"""The hand-over lets a stranger take over: every table whole, what is missing said, and never a secret."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from docs import recompute
from pytest_django.plugin import DjangoDbBlocker

from fullscore.engine.registers.access import Member, NotAllowedError, Role
from fullscore.engine.reports.handover.masking import HIDDEN
from fullscore.store.models import Contract, Pack, PurchaseOrder, Service, Vendor
from fullscore.usecases import registers, reports, today
from fullscore.usecases.host.sampling import COMPANIES
from fullscore.usecases.reports.handing_over import SECTIONS, handover_document
from fullscore.usecases.reports.handover_files import handover_zip
from tests.conftest import NOW, TODAY, MemberFactory
from tests.usecases.samples import Loaded, kept

Document = dict[str, Any]
SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schemas/hand-over.json").read_text())
# Databases are only made where a test says that it uses one.
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", params=tuple(COMPANIES.values()), ids=tuple(COMPANIES))
def each(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Loaded]:
    with kept(request.param, TODAY, django_db_blocker, tmp_path_factory) as loaded:
        yield loaded


@pytest.fixture(scope="module")
def pack(each: Loaded, django_db_blocker: DjangoDbBlocker) -> Document:
    with django_db_blocker.unblock():
        return told(each.owner)


def told(by: Member) -> Document:
    return json.loads(json.dumps(handover_document(by=by, on=TODAY, now=NOW)))  # type: ignore[no-any-return]  # JSON


def section(pack: Document, key: str) -> Document:
    return next(each for each in pack["sections"] if each["key"] == key)


def rows(pack: Document, key: str) -> list[list[str]]:
    tables = [block for block in section(pack, key)["blocks"] if block["type"] == "table"]
    return [[cell["words"] for cell in row["cells"]] for table in tables for row in table["rows"]]


def test_every_section_is_there_and_fits_its_schema(pack: Document) -> None:
    jsonschema.validate(pack, SCHEMA, format_checker=jsonschema.FormatChecker())
    assert tuple(each["key"] for each in pack["sections"]) == SECTIONS
    for each in pack["sections"]:
        assert bool(each["blocks"]) != bool(each["missing"])


def test_every_figure_is_computed_again(pack: Document) -> None:
    wrong: list[str] = []
    figures = sum(
        recompute.check(record, where, wrong) for where, record in recompute.records_of_pack(pack)
    )  # fmt: skip
    assert (wrong, figures > 30) == ([], True)


def test_every_table_is_whole(each: Loaded, pack: Document) -> None:
    live = {
        key: model.objects.of(each.organisation_id).filter(archived_at=None).count()
        for key, model in (("services", Service), ("vendors", Vendor), ("contracts", Contract))
    }
    # Who answers for a service and what it rests on are two tables.
    assert {key: len(rows(pack, key)) for key in live} == live | {"services": 2 * live["services"]}
    assert len(rows(pack, "secrets")) == live["services"] + live["contracts"]
    open_lines = today.on_day(by=each.owner, on=TODAY, now=NOW).open
    assert len(rows(pack, "findings")) == len(open_lines) > 0
    waiting = PurchaseOrder.objects.of(each.organisation_id).filter(received_on=None, archived_at=None)
    assert len(rows(pack, "orders")) >= waiting.count() > 0


def test_what_nobody_wrote_down_is_said(pack: Document) -> None:
    assert "nobody wrote down where" in pack["title"]
    assert {row[-1] for row in rows(pack, "secrets")} == {"nobody wrote down where the password is"}
    assert "No deputy is written down" in section(pack, "services")["blocks"][0]["note"]


def test_the_tables_come_as_csv_with_an_index_and_the_same_bytes_each_time(pack: Document) -> None:
    content = handover_zip(pack)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        told = {name: list(csv.reader(archive.read(name).decode("utf-8-sig").splitlines()))
                for name in archive.namelist()}  # fmt: skip
    index = told.pop("index.csv")

    assert handover_zip(json.loads(json.dumps(pack))) == content
    assert {row[0] for row in index[1:] if row[0]} == told.keys()
    assert {row[0]: int(row[3]) for row in index[1:] if row[0]} == {
        name: len(lines) - 1 for name, lines in told.items()
    }
    assert any(name.endswith(("services.csv", "services-1.csv")) for name in told)


def test_no_cell_is_run_by_a_spreadsheet(owner: Member) -> None:
    save(owner, "vendors", name='=HYPERLINK("http://evil.example")', phone="+1 555 0100")
    with zipfile.ZipFile(io.BytesIO(handover_zip(told(owner)))) as archive:
        text = archive.read("04-vendors.csv").decode("utf-8-sig")
    assert "'=HYPERLINK" in text
    assert "'+1 555 0100" in text


def save(owner: Member, register: str, **values: str) -> None:
    registers.save(by=owner, register=register, ref=None, values=values, version=None, now=NOW)


def test_an_empty_organisation_says_what_would_fill_each_section(owner: Member) -> None:
    found = told(owner)
    jsonschema.validate(found, SCHEMA, format_checker=jsonschema.FormatChecker())
    for key in ("services", "vendors", "contracts", "secrets", "single-points"):
        assert section(found, key)["missing"]


def test_a_place_is_told_and_what_looks_like_a_secret_is_not(owner: Member) -> None:
    save(owner, "vendors", name="Castle", account_number="C-17", notes="portal password: hunter2")
    save(owner, "services", name="CRM", notes="root pw is correct horse")
    save(owner, "contracts", name="Vault", vendor="Castle", account_at="Keyhold, folder Network")
    save(owner, "contracts", name="Mail", vendor="Castle", account_at="dana / S3cr3t!pass")
    save(owner, "covers", contract="vault", service="CRM")

    found = told(owner)
    text = json.dumps(found, ensure_ascii=False)

    for secret in ("hunter2", "horse", "S3cr3t"):
        assert secret not in text
    kept = {row[0]: row[3] for row in rows(found, "secrets")}
    assert kept["CRM"] == "Keyhold, folder Network (as for Vault)"
    assert kept["Vault"] == "Keyhold, folder Network"
    assert HIDDEN in kept["Mail"]
    assert "C-17" in text


@pytest.mark.parametrize("role", [Role.EXECUTIVE, Role.AUDITOR, Role.REQUESTER])
def test_who_may_not_read_account_numbers_reads_no_hand_over(
    owner: Member, member: MemberFactory, role: Role
) -> None:
    save(owner, "vendors", name="Castle", account_number="C-17")
    by = member(role)
    Pack.objects.create(
        organisation_id=owner.organisation_id, kind="hand-over", number=1, on=TODAY, state="done",
        asked_at=NOW, asked_by="Dana", document=told(owner),
    )  # fmt: skip
    with pytest.raises(NotAllowedError):
        handover_document(by=by, on=TODAY, now=NOW)
    with pytest.raises(NotAllowedError):
        reports.pack(by=by, kind="hand-over", number=1)
    with pytest.raises(NotAllowedError):
        reports.file(by=by, kind="hand-over", number=1, form="pdf")
    assert reports.pack(by=owner, kind="hand-over", number=1).document
