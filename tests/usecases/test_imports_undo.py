"""An import taken back: what it changed is as before, what others did since stays and is listed."""

import csv
import io
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest

from fullscore.engine.registers.access import Member, NotAllowedError, Role
from fullscore.store.models import HistoryEntry, ImportRun, Item, Membership, Person, PoolSeat, Sighting, Site
from fullscore.usecases import imports, registers
from fullscore.usecases.imports import Imported
from fullscore.usecases.imports.undoing import undoing
from fullscore.usecases.imports.values import KeptEdit
from fullscore.usecases.registers import NotThereError, RefusedError
from tests.conftest import NOW, MemberFactory

Table = list[list[str]]
BringIn = Callable[..., Imported]
TakeBack = Callable[[Imported], Imported]
LATER = NOW + timedelta(hours=2)

PEOPLE: Table = [
    ["Employee #", "First Name", "Last Name", "Job Title", "Department", "Location", "Status", "Hire Date",
     "Work Email"],
    ["1", "Ana", "Ruiz", "Buyer", "Purchasing", "Dayton", "Active", "01/10/2012", "ana@mill.example"],
    ["2", "Ben", "Ochoa", "Seller", "Sales", "Dayton", "Active", "03/15/2019", "ben@mill.example"],
]  # fmt: skip
ASSETS: Table = [
    ["ID", "Company", "Asset Name", "Asset Tag", "Serial", "Model", "Category", "Status", "Checked Out To",
     "Location", "Supplier", "Purchase Date", "Purchase Cost"],
    ["7", "Mill", "PC-1", "A-1", "S1", "Latitude 5450", "Laptops", "Deployed", "Ana Ruiz", "Dayton", "CDW",
     "02/03/2025", "$1,285.00"],
    ["8", "Mill", "PC-2", "A-2", "S2", "Latitude 5450", "Laptops", "Ready to Deploy", "", "Dayton", "CDW",
     "02/03/2025", "$1,285.00"],
]  # fmt: skip
USERS: Table = [
    ["Display name", "User principal name", "Object Id", "Licenses", "Department", "Office",
     "Block credential"],
    ["Ana Ruiz", "ana@mill.example", "o1", "Microsoft 365 E3+Power BI Pro", "Buying", "Dayton", "False"],
]  # fmt: skip


def as_csv(table: Table) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(table)
    return out.getvalue().encode()


@pytest.fixture
def bring(owner: Member) -> BringIn:
    """Bring a table in as the owner."""

    def run(table: Table, name: str = "list.csv") -> Imported:
        return imports.bring_in(by=owner, file_name=name, content=as_csv(table), clock=lambda: NOW)

    return run


@pytest.fixture
def take_back(owner: Member) -> TakeBack:
    """Take an import back as the owner."""
    return lambda done: imports.take_back(by=owner, number=done.id, clock=lambda: LATER)


def changed(table: Table, row: int, **cells: str) -> Table:
    """Return a table with some cells of one row said otherwise, by header."""
    names = {name.casefold().replace(" ", "_"): at for at, name in enumerate(table[0])}
    rows = [list(each) for each in table]
    for name, cell in cells.items():
        rows[row][names[name]] = cell
    return rows


def item(owner: Member, tag: str) -> Item:
    return Item.objects.of(owner.organisation_id).get(tag=tag)


def live(owner: Member, register: str) -> list[str]:
    return [row.ref for row in registers.page(by=owner, register=register, query=registers.Query()).rows]


def test_what_came_with_a_file_goes_with_it(bring: BringIn, take_back: TakeBack, owner: Member) -> None:
    bring(PEOPLE)
    kept = {name: live(owner, name) for name in ("people", "teams", "sites")}

    undone = take_back(bring(ASSETS))

    assert (undone.state, undone.undone_at, undone.undone_by) == ("undone", LATER, owner.name)
    assert undone.kept_edits == ()
    assert {name: live(owner, name) for name in ("items", "models", "vendors")} == {
        "items": [], "models": [], "vendors": [],
    }  # fmt: skip
    assert {name: live(owner, name) for name in kept} == kept


def test_values_a_file_changed_are_as_before(bring: BringIn, take_back: TakeBack, owner: Member) -> None:
    bring(PEOPLE)
    bring(ASSETS)
    before = Item.objects.of(owner.organisation_id).filter(tag="A-1").values().get()
    moved = changed(
        ASSETS, 1, checked_out_to="ben@mill.example", location="Lima", purchase_cost="1300", company="Other",
        purchase_date="02/04/2025",
    )  # fmt: skip
    second = bring(moved)
    assert item(owner, "A-1").cost == Decimal(1300)

    take_back(second)

    after = Item.objects.of(owner.organisation_id).filter(tag="A-1").values().get()
    apart = {"version", "changed_at"}
    assert {k: v for k, v in after.items() if k not in apart} == {
        k: v for k, v in before.items() if k not in apart
    }
    assert after["version"] == before["version"] + 2
    assert live(owner, "sites") == ["dayton"]


def test_history_shows_plainly_what_was_taken_back(
    bring: BringIn, take_back: TakeBack, owner: Member
) -> None:
    bring(ASSETS, "first.csv")
    take_back(bring(changed(ASSETS, 1, purchase_cost="1300"), "second.csv"))

    entry, *older = registers.history(by=owner, register="items", ref="a-1")

    assert (entry.action, entry.import_file, entry.by_name) == ("undone", "second.csv", owner.name)
    assert [(each.column, each.before, each.after) for each in entry.changes] == [("Cost", "1300", "1285")]
    assert [each.action for each in older] == ["changed", "created"]


def test_a_later_edit_by_hand_stays_and_is_listed(bring: BringIn, take_back: TakeBack, owner: Member) -> None:
    bring(ASSETS)
    second = bring(changed(ASSETS, 1, purchase_cost="1300", asset_name="Front desk"))
    registers.save(by=owner, register="items", ref="a-1", values={"cost": "1400"}, version=None, now=NOW)

    undone = take_back(second)

    assert undone.kept_edits == (KeptEdit("items", "a-1", "Cost", "1400", owner.name),)
    assert (item(owner, "A-1").cost, item(owner, "A-1").name) == (Decimal(1400), "PC-1")


def test_a_later_imports_word_stays_and_its_program_is_named(
    bring: BringIn, take_back: TakeBack, owner: Member
) -> None:
    bring(ASSETS)
    second = bring(changed(ASSETS, 1, purchase_cost="1300", company="Second"))
    bring(changed(ASSETS, 1, purchase_cost="1350", company="Third"))

    undone = take_back(second)

    assert [(edit.field, edit.value, edit.by) for edit in undone.kept_edits] == [
        ("Cost", "1350", "Snipe-IT"), ("Company", "Third", owner.name),
    ]  # fmt: skip
    assert item(owner, "A-1").extra["Company"] == "Third"


def test_a_later_import_that_was_taken_back_itself_is_no_later_word(
    bring: BringIn, take_back: TakeBack, owner: Member
) -> None:
    first = bring(ASSETS)
    second = bring(changed(ASSETS, 1, purchase_cost="1300", company="Second"))
    third = bring(changed(ASSETS, 1, purchase_cost="1350", company="Third"))
    take_back(third)
    take_back(second)
    assert (item(owner, "A-1").cost, item(owner, "A-1").extra["Company"]) == (Decimal(1285), "Mill")

    assert take_back(first).kept_edits == ()
    assert live(owner, "items") == []


def test_a_new_row_somebody_worked_on_stays(bring: BringIn, take_back: TakeBack, owner: Member) -> None:
    done = bring(ASSETS)
    registers.save(by=owner, register="items", ref="a-1", values={"name": "Reception"}, version=None, now=NOW)

    undone = take_back(done)

    assert undone.kept_edits[0] == KeptEdit("items", "a-1", "Name", "Reception", owner.name)
    assert live(owner, "items") == ["a-1"]
    # What the row points at stays with it, and says so.
    assert {(edit.register, edit.field, edit.value) for edit in undone.kept_edits[1:]} == {
        ("models", "used by", "a-1"), ("sites", "used by", "a-1"), ("vendors", "used by", "a-1"),
    }  # fmt: skip


def test_a_file_on_a_new_row_keeps_the_row(bring: BringIn, take_back: TakeBack, owner: Member) -> None:
    done = bring(ASSETS)
    registers.attach(by=owner, register="items", ref="a-2", name="bill.pdf", content=b"x", now=NOW)

    undone = take_back(done)

    assert undone.kept_edits[0] == KeptEdit("items", "a-2", "file added", "", owner.name)
    assert live(owner, "items") == ["a-2"]


def test_a_site_that_another_files_people_work_at_stays(
    bring: BringIn, take_back: TakeBack, owner: Member
) -> None:
    assets = bring(ASSETS)
    bring(PEOPLE)

    undone = take_back(assets)

    assert [(edit.register, edit.ref, edit.field) for edit in undone.kept_edits] == [
        ("sites", "dayton", "used by")
    ]
    assert (live(owner, "sites"), live(owner, "items")) == (["dayton"], [])


def test_a_seat_the_file_had_given_back_is_held_again(
    bring: BringIn, take_back: TakeBack, owner: Member
) -> None:
    bring(PEOPLE)
    bring(USERS)
    seats = live(owner, "seats")
    fewer = bring(changed(USERS, 1, licenses="Power BI Pro"))
    assert live(owner, "seats") != seats

    take_back(fewer)
    assert live(owner, "seats") == seats

    bring(changed(USERS, 1, licenses="Power BI Pro"))
    back = bring(USERS)
    take_back(back)
    assert len(live(owner, "seats")) == len(seats) - 1
    assert PoolSeat.objects.of(owner.organisation_id).count() == len(seats)


def test_a_tag_taken_meanwhile_is_kept_where_it_is(
    bring: BringIn, take_back: TakeBack, owner: Member
) -> None:
    bring(ASSETS)
    second = bring(changed(ASSETS, 1, asset_tag="A-9", purchase_cost="1300"))
    registers.save(by=owner, register="items", ref=None, values={"tag": "A-1"}, version=None, now=NOW)

    undone = take_back(second)

    kept = item(owner, "A-9")
    assert (undone.state, kept.cost) == ("undone", Decimal(1285))
    assert [(edit.ref, edit.field, edit.value) for edit in undone.kept_edits] == [
        (kept.ref, "Asset tag", "A-9")
    ]


def test_days_that_would_no_longer_agree_are_kept(bring: BringIn, take_back: TakeBack, owner: Member) -> None:
    header = ["name", "starts_on", "ends_on", "is_closed", "ref"]
    bring([header, ["Fair", "2026-12-05", "2026-12-08", "no", "fair"]])
    second = bring([header, ["Fair", "2026-12-01", "2026-12-08", "yes", "fair"]])
    registers.save(
        by=owner, register="events", ref="fair", values={"ends_on": "2026-12-03"}, version=None, now=NOW
    )

    undone = take_back(second)

    row = registers.one(by=owner, register="events", ref="fair")
    assert (str(row.values["starts_on"]), row.values["is_closed"]) == ("2026-12-01", False)
    assert [(edit.field, edit.value) for edit in undone.kept_edits] == [("From", "2026-12-01")]


def test_the_same_file_after_taking_back_gives_the_same_rows(
    bring: BringIn, take_back: TakeBack, owner: Member
) -> None:
    def picture() -> dict[str, dict[str, object]]:
        told: dict[str, dict[str, object]] = {}
        for name in ("items", "models", "sites", "vendors", "people", "teams"):
            rows = registers.page(by=owner, register=name, query=registers.Query()).rows
            told |= {f"{name}/{row.ref}": {**row.values, "extra": row.extra} for row in rows}
        return told

    bring(PEOPLE)
    first = bring(ASSETS)
    once = picture()
    take_back(first)
    assert picture() != once

    again = bring(ASSETS)

    assert picture() == once
    assert again.refused == again.conflicts == 0
    take_back(again)
    assert live(owner, "items") == []


def test_a_source_that_first_named_rows_here_forgets_them(
    bring: BringIn, take_back: TakeBack, owner: Member
) -> None:
    first = bring(PEOPLE)
    number = Sighting.objects.of(owner.organisation_id).count()
    take_back(bring(ASSETS))
    assert Sighting.objects.of(owner.organisation_id).count() == number

    take_back(first)
    assert not Sighting.objects.of(owner.organisation_id).exists()
    assert not Person.objects.of(owner.organisation_id).filter(archived_at=None).exists()


def test_taking_back_twice_is_refused_by_name(bring: BringIn, take_back: TakeBack, owner: Member) -> None:
    done = bring(ASSETS)
    take_back(done)

    with pytest.raises(RefusedError) as refusal:
        take_back(done)
    assert refusal.value.findings[0].code == "import-not-undoable"
    assert refusal.value.findings[0].values["state"] == "undone"


def test_an_import_that_still_runs_is_not_taken_back(owner: Member) -> None:
    started = imports.start(by=owner, file_name="list.csv", content=as_csv(ASSETS), now=NOW, is_applied=True)

    with pytest.raises(RefusedError) as refusal:
        imports.undo(by=owner, number=started.id, now=NOW)
    assert refusal.value.findings[0].code == "import-not-undoable"


def test_only_who_may_import_takes_back_and_only_here(
    bring: BringIn, owner: Member, member: MemberFactory, other_organisation: object
) -> None:
    done = bring(ASSETS)
    for role in (Role.EXECUTIVE, Role.AUDITOR, Role.REQUESTER):
        with pytest.raises(NotAllowedError):
            imports.undo(by=member(role), number=done.id, now=NOW)
    there = Member(getattr(other_organisation, "pk"), "other-works", Role.OWNER, None, "host")  # noqa: B009
    with pytest.raises(NotThereError):
        imports.undo(by=there, number=done.id, now=NOW)
    assert live(owner, "items") == ["a-1", "a-2"]


def test_a_worker_takes_back_though_the_importer_has_left(bring: BringIn, owner: Member) -> None:
    done = bring(ASSETS)
    asked = imports.undo(by=owner, number=done.id, now=NOW)
    assert (asked.state, asked.is_finished) == ("undoing", False)
    Membership.objects.of(owner.organisation_id).filter(user_id=owner.user_id).update(deactivated_at=NOW)

    (key,) = imports.stale(now=LATER)
    imports.advance(key=key, clock=lambda: LATER)

    assert (imports.one(by=owner, number=done.id).state, live(owner, "items")) == ("undone", [])


class KilledError(BaseException):
    """A worker that is gone between two statements."""


@pytest.mark.parametrize("dies_at", range(1, 8))
def test_a_killed_way_back_goes_on_where_it_stopped(
    bring: BringIn, owner: Member, monkeypatch: pytest.MonkeyPatch, dies_at: int
) -> None:
    monkeypatch.setattr(undoing, "BATCH", 10)
    many = [ASSETS[0], *([str(n), "Mill", f"PC-{n}", f"A-{n}", f"S{n}", *ASSETS[1][5:]] for n in range(60))]
    done = bring(many)
    imports.undo(by=owner, number=done.id, now=NOW)
    key, real, calls = f"{owner.organisation_id}/{done.id}", undoing.past.move_back, []

    def dying(*args: object) -> object:
        calls.append(1)
        if len(calls) == dies_at:
            raise KilledError
        return real(*args)  # type: ignore[arg-type]  # what it was called with

    monkeypatch.setattr(undoing.past, "move_back", dying)
    with pytest.raises(KilledError):
        imports.advance(key=key, clock=lambda: NOW)
    run = ImportRun.objects.of(owner.organisation_id).get(pk=done.id)
    undone = HistoryEntry.objects.of(owner.organisation_id).filter(action="undone")
    assert (run.undone, run.state, undone.count()) == ((dies_at - 1) * 10, "undoing", (dies_at - 1) * 10)

    monkeypatch.setattr(undoing.past, "move_back", real)
    later = NOW + timedelta(hours=1)
    assert imports.stale(now=later) == (key,)
    imports.advance(key=key, clock=lambda: later)

    run.refresh_from_db()
    assert (run.state, live(owner, "items"), live(owner, "sites")) == ("undone", [], [])
    rows = {(entry.register, entry.row_id) for entry in undone}
    assert undone.count() == len(rows) == 63
    assert Site.objects.of(owner.organisation_id).get().version == 2
