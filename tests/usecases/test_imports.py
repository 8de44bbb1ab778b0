"""Files brought in: every row counted, nothing doubled, what a person typed stays."""

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError

from fullscore.engine.findings.finding import Finding
from fullscore.engine.registers.access import Member, NotAllowedError, Role
from fullscore.store.models import (
    ApiToken,
    HistoryEntry,
    ImportRun,
    Item,
    ItemModel,
    Membership,
    Organisation,
    Person,
    Pool,
    PoolSeat,
    Sighting,
    Site,
    User,
    Vendor,
)  # fmt: skip
from fullscore.usecases import imports, registers
from fullscore.usecases.imports import Imported
from fullscore.usecases.imports.applying import batches, carrying, staging
from fullscore.usecases.registers import Query, RefusedError
from tests.conftest import NOW, MemberFactory

Table = list[list[str]]
BringIn = Callable[..., Imported]

PEOPLE: Table = [
    ["Employee #", "First Name", "Last Name", "Job Title", "Department", "Location", "Status", "Hire Date",
     "Work Email"],
    ["1", "Ana", "Ruiz", "Buyer", "Purchasing", "Dayton", "Active", "01/10/2012", "ana@mill.example"],
    ["2", "Ben", "Ochoa", "Seller", "Sales", "Dayton", "Terminated", "03/15/2019", "ben@mill.example"],
    ["3", "Cy", "Young", "Seller", "Sales", "Lima", "Onboarding", "03/15/2019", ""],
]  # fmt: skip
ASSETS: Table = [
    ["ID", "Company", "Asset Name", "Asset Tag", "Serial", "Model", "Category", "Status", "Checked Out To",
     "Location", "Supplier", "Purchase Date", "Purchase Cost"],
    ["7", "Mill", "PC-1", "A-1", "S1", "Latitude 5450", "Laptops", "Deployed", "Ana Ruiz", "Dayton", "CDW",
     "02/03/2025", "$1,285.00"],
    ["8", "Mill", "PC-2", "A-2", "S2", "Latitude 5450", "Laptops", "Ready to Deploy", "", "Dayton", "CDW",
     "02/03/2025", "$1,285.00"],
    ["9", "Mill", "PC-3", "A-3", "S3", "Latitude 5450", "Laptops", "Deployed", "Nobody Known", "Dayton",
     "CDW", "02/03/2025", "$1,285.00"],
]  # fmt: skip


def as_csv(table: Table) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(table)
    return out.getvalue().encode()


@pytest.fixture
def bring(owner: Member) -> BringIn:
    """Bring a table in as the owner."""

    def run(table: Table, *, by: Member = owner, name: str = "list.csv") -> Imported:
        return imports.bring_in(by=by, file_name=name, content=as_csv(table), clock=lambda: NOW)

    return run


def item(owner: Member, tag: str) -> Item:
    return Item.objects.of(owner.organisation_id).get(tag=tag)


def codes(done: Imported) -> list[str]:
    return [reason.code for reason in done.reasons]


def counts(done: Imported) -> tuple[int, int, int, int]:
    assert done.rows == done.created + done.updated + done.left + done.refused + done.conflicts
    return done.created, done.updated, done.left, done.refused


def test_people_come_with_their_team_site_and_dates(bring: BringIn, owner: Member) -> None:
    done = bring(PEOPLE)

    assert (done.kind, done.state, counts(done)) == ("people", "done", (3, 0, 0, 0))
    ana, ben, cy = Person.objects.of(owner.organisation_id).select_related("team", "site").order_by("name")
    assert (ana.team.name, ana.site.name, ana.starts_on) == ("Purchasing", "Dayton", date(2012, 1, 10))
    assert (ana.status, ben.status, cy.status) == ("active", "left", "active")
    assert codes(done) == ["import-word-unknown"]


def test_a_device_finds_its_holder_and_keeps_what_it_does_not_know(bring: BringIn, owner: Member) -> None:
    bring(PEOPLE)
    done = bring(ASSETS)

    assert counts(done) == (3, 0, 0, 0)
    held, spare, unknown = (item(owner, tag) for tag in ("A-1", "A-2", "A-3"))
    assert held.holder is not None
    assert (held.holder.name, held.status, spare.status) == ("Ana Ruiz", "in use", "in stock")
    assert (held.cost, held.purchased_on, held.extra) == (
        Decimal("1285.00"),
        date(2025, 2, 3),
        {"Company": "Mill", "Category": "Laptops"},
    )
    assert unknown.holder is None
    assert unknown.extra["Checked Out To"] == "Nobody Known"
    assert codes(done) == ["import-person-unknown"]
    assert ItemModel.objects.of(owner.organisation_id).get().category == "laptop"
    assert Vendor.objects.of(owner.organisation_id).get().name == "CDW"


def test_every_value_knows_its_file_and_line(bring: BringIn, owner: Member) -> None:
    done = bring(ASSETS, name="assets.csv")

    row = registers.one(by=owner, register="items", ref="a-2")
    assert row.sources["cost"].file == "assets.csv"
    assert (row.sources["cost"].source, row.sources["cost"].line) == ("Snipe-IT", 3)
    entry = registers.history(by=owner, register="items", ref="a-2")[0]
    assert (entry.action, entry.import_file, entry.by_name) == ("created", "assets.csv", owner.name)
    assert Site.objects.of(owner.organisation_id).get().provenance["name"] == ["Snipe-IT", done.id, 2, None]
    assert Sighting.objects.of(owner.organisation_id).filter(source_id="id:8").exists()


def test_the_same_file_twice_changes_nothing(bring: BringIn, owner: Member) -> None:
    for table in (PEOPLE, ASSETS):
        bring(table)
    before = HistoryEntry.objects.of(owner.organisation_id).count()

    again = [bring(table) for table in (PEOPLE, ASSETS)]

    assert [counts(done) for done in again] == [(0, 0, 3, 0), (0, 0, 3, 0)]
    assert HistoryEntry.objects.of(owner.organisation_id).count() == before


def test_of_two_rows_that_contradict_each_other_the_first_stays_and_the_second_says_so(
    bring: BringIn, owner: Member
) -> None:
    header = ["Display name", "User principal name", "Object Id", "Licenses", "Department", "Office", "Shoe"]
    table = [
        header,
        ["Ana Ruiz", "", "", "", "", "Lima", "38"],
        ["Ana Ruiz", "", "A-1", "", "", "Dayton", "39"],
    ]

    done = bring(table)
    before = HistoryEntry.objects.of(owner.organisation_id).count()
    again = bring(table)

    assert str(Person.objects.of(owner.organisation_id).get().site) == "lima"
    assert (counts(done), counts(again)) == ((1, 0, 1, 0), (0, 0, 2, 0))
    assert [(reason.code, reason.sentence) for reason in again.reasons] == [(
        "import-line-contradicted",
        "Site: an earlier row of the file says Lima of the same one, so that stays.",
    )]  # fmt: skip
    assert HistoryEntry.objects.of(owner.organisation_id).count() == before


def test_a_changed_row_is_one_history_entry_with_before_and_after(bring: BringIn, owner: Member) -> None:
    bring(PEOPLE)
    bring(ASSETS)
    moved = [list(row) for row in ASSETS]
    moved[2][8], moved[2][9], moved[2][12] = "ben@mill.example", "Lima", "1300"

    done = bring(moved)

    assert counts(done) == (0, 1, 2, 0)
    entry = registers.history(by=owner, register="items", ref="a-2")[0]
    assert {change.column: (change.before, change.after) for change in entry.changes} == {
        "Holder": (None, "ben-ochoa"), "Site": ("dayton", "lima"), "Cost": ("1285", "1300"),
        "Status": ("in stock", "in use"),
    }  # fmt: skip


def test_what_a_person_typed_outranks_the_file(bring: BringIn, owner: Member) -> None:
    bring(ASSETS)
    registers.save(by=owner, register="items", ref="a-1", values={"name": "Reception"}, version=None, now=NOW)

    done = bring(ASSETS)

    assert (counts(done), done.conflicts) == ((0, 0, 2, 0), 1)
    assert item(owner, "A-1").name == "Reception"
    (kept,) = [reason for reason in done.reasons if reason.code == "import-own-edit-kept"]
    assert (kept.line, kept.column, kept.is_refusal) == (2, "Asset Name", False)
    assert "Reception" in kept.sentence


def test_a_missing_value_erases_nothing(bring: BringIn, owner: Member) -> None:
    bring(ASSETS)
    emptied = [ASSETS[0], [*ASSETS[1][:9], "", "", "", ""]]

    assert counts(bring(emptied)) == (0, 0, 1, 0)
    assert item(owner, "A-1").cost == Decimal("1285.00")


def test_a_device_taken_back_has_no_holder(bring: BringIn, owner: Member) -> None:
    bring(PEOPLE)
    bring(ASSETS)
    returned = [ASSETS[0], [*ASSETS[1][:7], "Ready to Deploy", "", *ASSETS[1][9:]]]

    assert counts(bring(returned)) == (0, 1, 0, 0)
    assert (item(owner, "A-1").holder, item(owner, "A-1").status) == (None, "in stock")


def test_a_corrected_serial_is_the_same_device_by_the_sources_own_number(
    bring: BringIn, owner: Member
) -> None:
    bring(ASSETS)
    corrected = [ASSETS[0], [*ASSETS[1][:4], "S1-TRUE", *ASSETS[1][5:]]]

    assert counts(bring(corrected)) == (0, 1, 0, 0)
    assert item(owner, "A-1").serial == "S1-TRUE"


def test_a_tag_on_another_serial_refuses_the_row(bring: BringIn, owner: Member) -> None:
    bring([[*ASSETS[0][1:]], *[row[1:] for row in ASSETS[1:]]])
    clash = [ASSETS[0][1:], [*ASSETS[1][1:3], "A-2", "S1", *ASSETS[1][5:]]]

    done = bring(clash)

    assert (counts(done), codes(done)[-1]) == ((0, 0, 0, 1), "import-keys-disagree")
    assert done.reasons[-1].is_refusal
    assert item(owner, "A-1").serial == "S1"


def test_what_was_put_away_by_hand_stays_away(bring: BringIn, owner: Member) -> None:
    bring(ASSETS)
    registers.archive(by=owner, register="items", ref="a-1", now=NOW)

    done = bring(ASSETS)

    assert counts(done) == (0, 0, 3, 0)
    assert "import-row-archived" in codes(done)
    assert item(owner, "A-1").archived_at is not None


def test_facts_that_cannot_both_hold_refuse_their_row_only(bring: BringIn, owner: Member) -> None:
    header = ["name", "starts_on", "ends_on", "is_closed", "ref"]
    done = bring([header, ["Fair", "2026-12-05", "2026-12-01", "no", "fair"],
                  ["Audit", "2026-12-05", "2026-12-06", "yes", "audit"]])  # fmt: skip

    assert (counts(done), codes(done)) == ((1, 0, 0, 1), ["event-ends-after-start"])


def test_a_new_row_needs_what_its_register_requires(bring: BringIn) -> None:
    done = bring(
        [
            ["number", "quantity", "ordered_on", "ref"],
            ["1", "", "2026-01-05", "1"],
            ["2", "3", "2026-01-05", "2"],
        ]
    )

    assert (counts(done), codes(done)) == ((1, 0, 0, 1), ["import-required-missing"])


def test_a_reference_that_nobody_answers_to_is_named(bring: BringIn) -> None:
    done = bring([["pool", "person", "ref"], ["CRM", "Ana Ruiz", "x"]])

    assert (counts(done), codes(done)) == ((0, 0, 0, 1), ["import-person-unknown"])


def test_a_name_two_sites_share_is_not_guessed(bring: BringIn, owner: Member) -> None:
    bring([["name", "city", "ref"], ["Plant", "Dayton", "plant-1"], ["Plant", "Lima", "plant-2"]])

    done = bring([["name", "site", "ref"], ["Ana Ruiz", "Plant", "ana"], ["Ben Ochoa", "plant-2", "ben"]])

    assert (counts(done), codes(done)) == ((2, 0, 0, 0), ["import-reference-ambiguous"])
    ana, ben = Person.objects.of(owner.organisation_id).order_by("ref").select_related("site")
    assert (ana.site, ana.extra["site"], ben.site.ref) == (None, "Plant", "plant-2")


def test_a_licence_whose_name_fits_no_column_is_named_and_the_person_is_kept(
    bring: BringIn, owner: Member
) -> None:
    header = ["Display name", "User principal name", "Object Id", "Licenses", "Department"]
    long, short = ["Ana Ruiz", "ana@mill.example", "o-1"], ["Ben Ochoa", "ben@mill.example", "o-2"]

    done = bring([header, [*long, "x" * 300, "Sales"], [*short, "E3", "Sales"]])

    assert (done.created, set(codes(done))) == (2, {"field-too-long"})
    assert list(Pool.objects.of(owner.organisation_id).values_list("name", flat=True)) == ["E3"]


def test_of_somebody_named_in_two_rows_no_seat_is_given_back(bring: BringIn, owner: Member) -> None:
    header = ["Display name", "User principal name", "Object Id", "Licenses", "Department"]
    rows = [header, ["Ana Ruiz", "", "", "", ""], ["Ana Ruiz", "", "o-1", "E3", "Sales"]]
    bring(rows)

    again = bring(rows)

    assert (again.created, again.updated) == (0, 0)
    assert PoolSeat.objects.of(owner.organisation_id).filter(archived_at=None).count() == 1


def test_two_of_one_name_need_a_number(bring: BringIn) -> None:
    twin = [*PEOPLE[1]]
    twin[0], twin[8] = "9", "ana2@mill.example"
    bring([PEOPLE[0], PEOPLE[1], twin])

    done = bring([ASSETS[0], ASSETS[1]])

    assert codes(done) == ["import-person-ambiguous"]


USERS: Table = [
    [
        "Display name",
        "User principal name",
        "Object Id",
        "Licenses",
        "Department",
        "Office",
        "Block credential",
    ],
    ["Ana R.", "ana@mill.example", "o1", "Microsoft 365 E3+Power BI Pro", "Buying", "Dayton HQ", "False"],
    ["Dee New", "dee@mill.example", "o2", "Microsoft 365 E3", "Sales", "Dayton", "False"],
    ["Scanner", "scan@mill.example", "o3", "Unlicensed", "", "", "True"],
]
LICENCES: Table = [
    ["Product Title", "Total Licenses", "Expired Licenses", "Assigned licenses"],
    ["Microsoft 365 E3", "10", "2", "2"],
    ["Power BI Pro", "5", "0", "1"],
]


def test_a_directory_adds_seats_and_fills_gaps_but_hr_is_believed(bring: BringIn, owner: Member) -> None:
    bring(PEOPLE)
    done = bring(USERS)

    assert counts(done) == (1, 1, 0, 1)
    # Name, team and site are HR's to say; that is told, not passed over.
    assert codes(done) == [*["import-other-source-believed"] * 3, "import-account-without-person"]
    ana = Person.objects.of(owner.organisation_id).select_related("team").get(email="ana@mill.example")
    assert (ana.name, ana.team.name) == ("Ana Ruiz", "Purchasing")
    assert PoolSeat.objects.of(owner.organisation_id).count() == 3
    assert counts(bring(USERS)) == (0, 0, 2, 1)


def test_a_seat_the_directory_no_longer_names_is_given_back_and_can_return(
    bring: BringIn, owner: Member
) -> None:
    bring(PEOPLE)
    bring(USERS)
    fewer = [USERS[0], [*USERS[1][:3], "Power BI Pro", *USERS[1][4:]], *USERS[2:]]

    def live() -> int:
        return PoolSeat.objects.of(owner.organisation_id).filter(archived_at=None).count()

    assert (counts(bring(fewer)), live()) == ((0, 1, 1, 1), 2)
    assert counts(bring(fewer)) == (0, 0, 2, 1)
    assert (counts(bring(USERS)), live()) == ((0, 1, 1, 1), 3)
    assert PoolSeat.objects.of(owner.organisation_id).count() == 3
    assert [entry.action for entry in _entries(owner, "seats", "microsoft-365-e3-ana-ruiz")] == [
        "unarchived", "archived", "created",
    ]  # fmt: skip


def test_a_seat_another_source_told_of_is_not_the_directorys_to_end(bring: BringIn, owner: Member) -> None:
    bring(PEOPLE)
    bring([["pool", "person", "ref"], ["CRM", "ana@mill.example", "crm-ana"]])

    bring(USERS)

    assert PoolSeat.objects.of(owner.organisation_id).get(ref="crm-ana").archived_at is None


def _entries(owner: Member, register: str, ref: str) -> list[HistoryEntry]:
    entries = HistoryEntry.objects.of(owner.organisation_id).filter(register=register, ref=ref)
    return list(entries.order_by("-id"))


def test_licences_bought_meet_the_pool_that_seats_made(bring: BringIn, owner: Member) -> None:
    bring(PEOPLE)
    bring(USERS)

    assert counts(bring(LICENCES)) == (0, 2, 0, 0)
    pool = Pool.objects.of(owner.organisation_id).get(name="Microsoft 365 E3")
    assert (pool.capacity, pool.used, pool.used_on, pool.kind) == (10, 2, NOW.date(), "licence")
    assert counts(bring(LICENCES)) == (0, 0, 2, 0)


def test_a_pool_renamed_by_hand_is_still_the_one_the_file_means(bring: BringIn, owner: Member) -> None:
    bring(LICENCES)
    registers.save(
        by=owner, register="pools", ref="power-bi-pro", values={"name": "Dashboards"}, version=None, now=NOW
    )

    done = bring(LICENCES)

    assert (counts(done), codes(done)) == ((0, 0, 1, 0), ["import-own-edit-kept"])


def test_two_licences_of_one_name_are_told_apart_by_their_number(bring: BringIn, owner: Member) -> None:
    header = ["ID", "Name", "Product Key", "Total", "Avail", "Supplier", "Expiration Date"]
    table = [
        header,
        ["1", "CAD", "SECRET-1", "5", "1", "CDW", ""],
        ["2", "CAD", "SECRET-2", "3", "0", "CDW", ""],
    ]

    assert counts(bring(table)) == (2, 0, 0, 0)
    assert counts(bring(table)) == (0, 0, 2, 0)
    kept = str(list(Pool.objects.of(owner.organisation_id).values()))
    assert "SECRET" not in kept


def test_every_register_goes_out_and_comes_back_unchanged(bring: BringIn, owner: Member) -> None:
    for table in (PEOPLE, ASSETS, USERS, LICENCES):
        bring(table)
    registers.save(
        by=owner, register="sites", ref="dayton", values={"address": "=1+1"}, version=None, now=NOW
    )

    for register in registers.registers(owner):
        out = registers.export(by=owner, register=register.name, query=Query(), form="xlsx")
        rows = registers.page(by=owner, register=register.name, query=Query()).total
        if rows:
            done = imports.bring_in(
                by=owner, file_name=f"{register.name}.xlsx", content=out, clock=lambda: NOW
            )
            assert (register.name, counts(done)) == (register.name, (0, 0, rows, 0))


def test_an_export_fills_an_empty_organisation_with_the_same_refs(
    bring: BringIn, owner: Member, other_organisation: Organisation
) -> None:
    for table in (PEOPLE, ASSETS):
        bring(table)
    there = Member(other_organisation.pk, other_organisation.ref, Role.OWNER, None, "host")

    for name in ("sites", "teams", "vendors", "models", "people", "items"):
        out = registers.export(by=owner, register=name, query=Query(), form="csv")
        imports.bring_in(by=there, file_name=f"{name}.csv", content=out, clock=lambda: NOW)

    for name in ("people", "items"):
        ours, theirs = (
            registers.export(by=by, register=name, query=Query(), form="csv") for by in (owner, there)
        )
        assert ours == theirs


def test_only_those_who_may_import_do(bring: BringIn, member: MemberFactory) -> None:
    for role in (Role.EXECUTIVE, Role.AUDITOR, Role.REQUESTER):
        with pytest.raises(NotAllowedError):
            bring(PEOPLE, by=member(role))
    assert counts(bring(PEOPLE, by=member(Role.IT)))[0] == 3


def test_no_row_makes_a_user_a_member_or_a_token(bring: BringIn) -> None:
    before = [model.objects.count() for model in (User, ApiToken)]
    bring([["name", "email", "role", "organisation"], ["Xaver", "x@mill.example", "owner", "1"]])
    bring(USERS)

    assert [model.objects.count() for model in (User, ApiToken)] == before


def test_a_file_that_is_not_understood_leaves_nothing(owner: Member) -> None:
    with pytest.raises(RefusedError) as refusal:
        imports.start(
            is_applied=True, by=owner, file_name="fruit.csv", content=b"Fruit,Weight\nApple,3\n", now=NOW
        )

    assert refusal.value.findings[0].code == "import-not-recognised"
    assert not ImportRun.objects.of(owner.organisation_id).exists()


def test_rows_of_another_organisation_are_neither_found_nor_touched(
    bring: BringIn, owner: Member, other_organisation: Organisation
) -> None:
    there = Member(other_organisation.pk, other_organisation.ref, Role.OWNER, None, "host")
    bring(PEOPLE, by=there)

    assert counts(bring(PEOPLE)) == (3, 0, 0, 0)
    assert codes(bring(ASSETS)) == ["import-person-unknown"]
    with pytest.raises(registers.NotThereError) as refusal:
        imports.one(by=there, number=imports.imports(by=owner)[0].id)
    assert refusal.value.findings[0].code == "import-not-here"


def started(owner: Member, table: Table) -> tuple[ImportRun, str]:
    run = imports.start(is_applied=True, by=owner, file_name="list.csv", content=as_csv(table), now=NOW)
    return ImportRun.objects.of(owner.organisation_id).get(pk=run.id), f"{owner.organisation_id}/{run.id}"


class KilledError(BaseException):
    """A worker that is gone between two statements."""


MANY: Table = [
    ASSETS[0],
    *([str(n), "Mill", f"PC-{n}", f"A-{n}", f"S{n}", *ASSETS[1][5:]] for n in range(60)),
]


@pytest.mark.parametrize("dies_at", range(1, 7))
def test_a_killed_import_goes_on_where_it_stopped_and_doubles_nothing(
    owner: Member, monkeypatch: pytest.MonkeyPatch, dies_at: int
) -> None:
    monkeypatch.setattr(carrying, "BATCH", 10)
    run, key = started(owner, MANY)
    real, calls = batches.counted, []

    def dying(*args: object) -> object:
        calls.append(1)
        if len(calls) == dies_at:
            raise KilledError
        return real(*args)  # type: ignore[arg-type]  # what it was called with

    monkeypatch.setattr(batches, "counted", dying)
    with pytest.raises(KilledError):
        imports.advance(key=key, clock=lambda: NOW)
    run.refresh_from_db()
    assert (run.applied, run.created, run.state) == ((dies_at - 1) * 10, (dies_at - 1) * 10, "running")
    assert Item.objects.of(owner.organisation_id).count() == run.applied

    monkeypatch.setattr(batches, "counted", real)
    later = NOW + timedelta(hours=1)
    assert imports.stale(now=later) == (key,)
    imports.advance(key=key, clock=lambda: later)

    run.refresh_from_db()
    assert (run.state, run.applied, run.created, run.left) == ("done", 60, 60, 0)
    assert Item.objects.of(owner.organisation_id).count() == 60
    assert HistoryEntry.objects.of(owner.organisation_id).filter(register="items").count() == 60
    assert imports.stale(now=later) == ()


def test_two_workers_never_have_one_import_in_hand(owner: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    run, key = started(owner, ASSETS)
    monkeypatch.setattr(carrying, "worker", lambda: "first")
    assert carrying.claimed(owner.organisation_id, run.pk, lambda: NOW) is not None

    monkeypatch.setattr(carrying, "worker", lambda: "second")
    imports.advance(key=key, clock=lambda: NOW)

    run.refresh_from_db()
    assert (run.claimed_by, run.applied) == ("first", 0)


def test_a_worker_whose_claim_was_taken_over_writes_nothing(
    owner: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, _ = started(owner, ASSETS)
    monkeypatch.setattr(carrying, "worker", lambda: "slow")
    slow = carrying.claimed(owner.organisation_id, run.pk, lambda: NOW)
    assert slow is not None
    ImportRun.objects.of(owner.organisation_id).filter(pk=run.pk).update(claimed_by="quick")

    reading = staging.reading_of(slow, as_csv(ASSETS))
    assert not isinstance(reading, Finding)
    carrying.carry_out(slow, owner, reading, lambda: NOW, lambda _, __: None)

    assert not Item.objects.of(owner.organisation_id).exists()


def test_an_import_stops_when_its_importer_is_out(owner: Member) -> None:
    run, key = started(owner, ASSETS)
    Membership.objects.of(owner.organisation_id).filter(user_id=owner.user_id).update(deactivated_at=NOW)

    imports.advance(key=key, clock=lambda: NOW)

    run.refresh_from_db()
    assert (run.state, run.applied) == ("stopped", 0)


def test_rows_that_somebody_wrote_meanwhile_are_met_and_not_doubled(
    owner: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, key = started(owner, ASSETS)
    real, calls = batches.make_mentioned, []

    def late(*args: object) -> None:
        calls.append(1)
        real(*args)  # type: ignore[arg-type]  # what it was called with
        if len(calls) == 1:
            raise IntegrityError("somebody was quicker")

    monkeypatch.setattr(batches, "make_mentioned", late)
    imports.advance(key=key, clock=lambda: NOW)

    assert [counts(file) for file in imports.imports(by=owner)] == [(3, 0, 0, 0)]
    assert Item.objects.of(owner.organisation_id).count() == 3


def test_a_row_the_database_refuses_is_refused_alone(owner: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    run, key = started(owner, ASSETS)
    real = batches.settle

    def picky(work: object, looked: batches.Looked, spot: object) -> object:
        if looked.line == 3:
            raise IntegrityError("no")
        return real(work, looked, spot)  # type: ignore[arg-type]  # what it was called with

    monkeypatch.setattr(batches, "settle", picky)
    imports.advance(key=key, clock=lambda: NOW)

    done = imports.one(by=owner, number=run.pk)
    assert counts(done) == (2, 0, 0, 1)
    assert "import-row-clashes" in codes(done)
