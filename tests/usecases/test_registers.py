"""What people do with registers, told in their words."""

import io
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook

from fullscore.engine.registers.access import Member, NotAllowedError, Role
from fullscore.engine.registers.columns import Reference
from fullscore.store.models import HistoryEntry, Organisation, Person
from fullscore.store.models.tenancy import UnscopedQueryError
from fullscore.usecases import registers
from fullscore.usecases.registers import Filter, NotThereError, Query, RefusedError, StaleVersionError
from tests.conftest import NOW, MemberFactory

LATER = NOW + timedelta(minutes=5)


def add(by: Member, register: str, now: datetime = NOW, **values: object) -> registers.Row:
    return registers.save(by=by, register=register, ref=None, values=values, version=None, now=now)


def codes(refused: "pytest.ExceptionInfo[RefusedError]") -> list[str]:
    return [finding.code for finding in refused.value.findings]


def test_a_new_person_gets_a_ref_people_can_type(owner: Member) -> None:
    assert add(owner, "people", name="Jörg Müller").ref == "jorg-muller"
    assert add(owner, "people", name="Jorg Muller").ref == "jorg-muller-2"


def test_references_are_typed_by_ref_or_by_name(owner: Member) -> None:
    add(owner, "teams", name="Sales")

    by_name = add(owner, "people", name="Ana Ruiz", team="Sales")

    assert by_name.values["team"] == Reference("sales", "Sales")


def test_everything_wrong_is_said_at_once(owner: Member) -> None:
    with pytest.raises(RefusedError) as refused:
        add(owner, "models", category="spaceship", unit_cost="a lot", colour="red")

    assert sorted(codes(refused)) == [
        "column-unknown", "field-not-a-choice", "field-not-a-number", "field-required",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("lead_days", 2**70, "field-too-large"),
        ("lead_days", "-1", "field-too-small"),
        ("lead_days", "2.5", "field-not-whole"),
        ("unit_cost", "1e400", "field-too-large"),
        ("unit_cost", float("nan"), "field-not-a-number"),
        ("unit_cost", True, "field-not-a-number"),
        ("unit_cost", "9.999", "field-too-exact"),
        ("name", "a\x00b", "field-bad-characters"),
        ("name", "a\ud800b", "field-bad-characters"),
        ("name", "x" * 10_000_000, "field-too-long"),
        ("name", ["a"], "field-not-text"),
        ("ref", "a/b", "field-not-a-ref"),
        ("ref", "new", "field-not-a-ref"),
        ("vendor", "nobody", "reference-not-found"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(owner: Member, field: str, value: object, code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        add(owner, "models", **{"name": "Laptop", field: value})

    assert codes(refused) == [code]
    assert registers.page(by=owner, register="models", query=Query()).total == 0


@pytest.mark.parametrize(
    ("register", "field", "value", "code"),
    [
        ("people", "email", "nobody", "field-not-an-email"),
        ("people", "starts_on", "23/11/2026", "field-not-a-date"),
        ("people", "starts_on", "0001-01-01", "field-date-out-of-reach"),
        ("events", "is_closed", "perhaps", "field-not-yes-no"),
    ],
)
def test_people_and_events_are_checked_too(
    owner: Member, register: str, field: str, value: str, code: str
) -> None:
    days = {"starts_on": "2026-01-01", "ends_on": "2026-01-02"} if register == "events" else {}
    with pytest.raises(RefusedError) as refused:
        add(owner, register, **{"name": "Ana", **days, field: value})

    assert codes(refused) == [code]


def test_what_is_not_there_is_named(owner: Member) -> None:
    with pytest.raises(NotThereError) as refused:
        registers.one(by=owner, register="people", ref="nobody")
    assert codes(refused) == ["row-not-found"]
    with pytest.raises(RefusedError) as unknown:
        registers.page(by=owner, register="people", query=Query(sort="salary"))
    assert codes(unknown) == ["column-unknown"]
    with pytest.raises(RefusedError) as odd:
        registers.page(by=owner, register="people", query=Query(filters=(Filter("name", "before", "x"),)))
    assert codes(odd) == ["filter-not-understood"]


def test_a_form_saved_over_a_newer_version_saves_nothing(owner: Member) -> None:
    row = add(owner, "teams", name="Sales")
    registers.save(
        by=owner, register="teams", ref=row.ref, values={"department": "Front"}, version=1, now=LATER
    )

    with pytest.raises(StaleVersionError) as stale:
        registers.save(
            by=owner, register="teams", ref=row.ref, values={"name": "Selling"}, version=1, now=LATER
        )

    assert codes(stale) == ["row-changed-meanwhile"]
    assert stale.value.theirs.values["department"] == "Front"
    assert registers.one(by=owner, register="teams", ref=row.ref).values["name"] == "Sales"


def test_two_live_items_cannot_share_a_tag_but_an_archived_one_frees_it(owner: Member) -> None:
    first = add(owner, "items", tag="A-1", name="Old laptop")
    with pytest.raises(RefusedError) as refused:
        add(owner, "items", tag="A-1", ref="other")
    assert codes(refused) == ["value-not-unique"]

    registers.archive(by=owner, register="items", ref=first.ref, now=LATER)
    add(owner, "items", tag="A-1", ref="other")

    with pytest.raises(RefusedError):
        registers.unarchive(by=owner, register="items", ref=first.ref, now=LATER)


@pytest.mark.parametrize(
    ("register", "values", "code"),
    [
        (
            "people",
            {"name": "A", "starts_on": "2026-02-02", "ends_on": "2026-02-01"},
            "person-ends-after-start",
        ),
        ("events", {"name": "F", "starts_on": "2026-02-02", "ends_on": "2026-02-01"},
         "event-ends-after-start"),
        ("orders", {"quantity": 1, "ordered_on": "2026-02-02", "received_on": "2026-02-01"},
         "order-received-after"),
        ("pools", {"name": "Link", "scope": "site"}, "pool-of-a-site-has-one"),
    ],
)  # fmt: skip
def test_facts_that_cannot_both_hold_are_named(
    owner: Member, register: str, values: dict[str, object], code: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        add(owner, register, **values)

    assert codes(refused) == [code]


def test_an_order_is_for_one_thing(owner: Member) -> None:
    add(owner, "models", name="Laptop")
    add(owner, "pools", name="CRM")

    with pytest.raises(RefusedError) as refused:
        add(owner, "orders", quantity=1, ordered_on="2026-02-02", model="laptop", pool="crm")

    assert codes(refused) == ["order-of-one-thing"]


def test_history_tells_before_and_after_and_undo_takes_it_back(owner: Member) -> None:
    row = add(owner, "models", name="Laptop", unit_cost="1285.00")
    registers.save(
        by=owner, register="models", ref=row.ref, values={"unit_cost": "1300"}, version=1, now=LATER
    )

    changed, created = registers.history(by=owner, register="models", ref=row.ref)
    assert [(c.column, c.before, c.after) for c in changed.changes] == [("Unit cost", "1285", "1300")]
    assert (created.action, created.by_name) == ("created", owner.name)

    back = registers.undo(by=owner, register="models", ref=row.ref, entry=changed.id, now=LATER)
    assert back.values["unit_cost"] == Decimal(1285)


def test_undo_says_when_a_later_change_stands_on_it(owner: Member) -> None:
    row = add(owner, "teams", name="Sales")
    for name in ("Selling", "Sellers"):
        registers.save(
            by=owner, register="teams", ref=row.ref, values={"name": name}, version=None, now=LATER
        )
    first_change = registers.history(by=owner, register="teams", ref=row.ref)[1]

    with pytest.raises(RefusedError) as refused:
        registers.undo(by=owner, register="teams", ref=row.ref, entry=first_change.id, now=LATER)

    assert codes(refused) == ["undo-overtaken"]


def test_deleting_archives_and_history_brings_it_back(owner: Member) -> None:
    row = add(owner, "teams", name="Sales")
    registers.archive(by=owner, register="teams", ref=row.ref, now=LATER)
    assert registers.page(by=owner, register="teams", query=Query()).total == 0
    assert registers.page(by=owner, register="teams", query=Query(is_archived=True)).total == 1

    archived = registers.history(by=owner, register="teams", ref=row.ref)[0]
    registers.undo(by=owner, register="teams", ref=row.ref, entry=archived.id, now=LATER)

    assert registers.page(by=owner, register="teams", query=Query()).total == 1


def test_saving_what_is_already_there_changes_nothing(owner: Member) -> None:
    row = add(owner, "teams", name="Sales")

    same = registers.save(
        by=owner, register="teams", ref=row.ref, values={"name": "Sales "}, version=1, now=LATER
    )

    assert same.version == 1
    assert len(registers.history(by=owner, register="teams", ref=row.ref)) == 1


def test_bulk_edit_changes_all_or_none(owner: Member) -> None:
    refs = [add(owner, "items", name=f"Laptop {n}").ref for n in range(3)]

    with pytest.raises(NotThereError):
        registers.bulk(
            by=owner, register="items", refs=[*refs, "nothing"], values={"place": "Rack"}, now=LATER
        )
    assert registers.one(by=owner, register="items", ref=refs[0]).values["place"] is None

    changed = registers.bulk(by=owner, register="items", refs=refs, values={"place": "Rack"}, now=LATER)
    assert changed == 3


def test_too_many_rows_at_once_are_refused(owner: Member) -> None:
    with pytest.raises(RefusedError) as refused:
        registers.bulk(by=owner, register="items", refs=["a"] * 501, values={"place": "Rack"}, now=LATER)

    assert codes(refused) == ["too-many-rows"]


@pytest.mark.parametrize(
    ("word", "value", "names"),
    [
        ("is", "2026-01-05", ["Bea"]),
        ("after", "2026-01-05", ["Cy"]),
        ("before", "2026-01-05", ["Al"]),
        ("empty", "", ["Di"]),
    ],
)
def test_dates_are_filtered_in_words(owner: Member, word: str, value: str, names: list[str]) -> None:
    for name, day in [("Al", "2026-01-01"), ("Bea", "2026-01-05"), ("Cy", "2026-02-01"), ("Di", None)]:
        add(owner, "people", name=name, starts_on=day)

    page = registers.page(
        by=owner, register="people", query=Query(filters=(Filter("starts_on", word, value),))
    )

    assert [row.title for row in page.rows] == names


def test_a_filter_nobody_understands_is_refused(owner: Member) -> None:
    for filter_ in (
        Filter("starts_on", "like", "x"),
        Filter("starts_on", "is", "soon"),
        Filter("salary", "is", "1"),
    ):
        with pytest.raises(RefusedError):
            registers.page(by=owner, register="people", query=Query(filters=(filter_,)))


def test_pages_never_overlap_and_count_everything(owner: Member) -> None:
    for number in range(7):
        add(owner, "teams", name=f"Team {number}", department="Same")
    pages = [
        registers.page(by=owner, register="teams", query=Query(sort="-department", page=n, size=3))
        for n in (1, 2, 3)
    ]

    assert [len(page.rows) for page in pages] == [3, 3, 1]
    assert len({row.ref for page in pages for row in page.rows}) == 7
    assert pages[0].total == 7


def test_one_search_box_finds_rows_of_every_register(owner: Member) -> None:
    add(owner, "vendors", name="Northline Fibre")
    add(owner, "pools", name="Internet link", vendor="Northline Fibre")

    hits = registers.search(by=owner, text="northline")

    assert {(hit.register, hit.title) for hit in hits} == {
        ("vendors", "Northline Fibre"),
        ("pools", "Internet link"),
    }


def test_nobody_reads_another_organisations_rows(owner: Member, other_organisation: Organisation) -> None:
    row = add(owner, "teams", name="Sales")
    stranger = Member(other_organisation.pk, other_organisation.ref, Role.OWNER, None, "Stranger")

    assert registers.page(by=stranger, register="teams", query=Query()).total == 0
    with pytest.raises(NotThereError):
        registers.one(by=stranger, register="teams", ref=row.ref)
    with pytest.raises(RefusedError):
        add(stranger, "people", name="Spy", team="sales")


def test_a_query_without_an_organisation_is_refused() -> None:
    with pytest.raises(UnscopedQueryError):
        Person.objects.filter(name="Ana")


def test_an_executive_sees_money_but_nothing_personal(owner: Member, member: MemberFactory) -> None:
    add(owner, "people", name="Ana", email="ana@harbor.example", notes="on a plan")

    columns = {column.name for column in registers.register(member("executive"), "people").columns}
    assert columns.isdisjoint({"email", "employee_number", "phone", "notes"})
    assert registers.search(by=member("executive"), text="ana@harbor") == ()
    with pytest.raises(RefusedError):
        registers.page(by=member("executive"), register="people", query=Query(sort="email"))


def test_a_requester_sees_own_rows_without_money(owner: Member, member: MemberFactory) -> None:
    requester = member("requester")
    add(owner, "people", name="Rae", email=requester.email)
    add(owner, "people", name="Ana", email="ana@harbor.example")
    add(owner, "items", name="Rae's laptop", holder="Rae", cost="1285")
    add(owner, "items", name="Ana's laptop", holder="Ana")

    page = registers.page(by=requester, register="items", query=Query())
    assert [row.title for row in page.rows] == ["Rae's laptop"]
    assert "cost" not in page.rows[0].values
    assert [r.name for r in registers.registers(requester)] == ["people", "absences", "items", "seats"]
    with pytest.raises(NotThereError):
        registers.page(by=requester, register="vendors", query=Query())


@pytest.mark.parametrize("role", ["executive", "auditor", "requester"])
def test_who_only_reads_cannot_write(owner: Member, member: MemberFactory, role: str) -> None:
    add(owner, "teams", name="Sales")
    with pytest.raises(NotAllowedError):
        add(member(role), "teams", name="Mine")
    with pytest.raises(NotAllowedError):
        registers.archive(by=member(role), register="teams", ref="sales", now=NOW)
    with pytest.raises(NotAllowedError):
        registers.bulk(by=member(role), register="teams", refs=["sales"], values={}, now=NOW)


def test_a_file_on_a_row_comes_back_byte_for_byte(owner: Member, member: MemberFactory) -> None:
    add(owner, "vendors", name="Corvid")
    file = registers.attach(
        by=owner, register="vendors", ref="corvid", name="quote.pdf", content=b"%PDF\x00", now=NOW
    )

    assert registers.attachment(by=owner, register="vendors", ref="corvid", file=file.id) == (
        "quote.pdf",
        b"%PDF\x00",
    )
    assert registers.attachments(by=member("executive"), register="vendors", ref="corvid") == ()
    registers.remove_attachment(by=owner, register="vendors", ref="corvid", file=file.id, now=LATER)
    assert registers.attachments(by=owner, register="vendors", ref="corvid") == ()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a/b.pdf", b"x", "file-name-unfit"),
        ("a.pdf", b"", "file-empty"),
        ("a.pdf", b"x" * (25 * 1024 * 1024 + 1), "file-too-large"),
    ],
)
def test_unfit_files_are_refused(owner: Member, name: str, content: bytes, code: str) -> None:
    add(owner, "vendors", name="Corvid")
    with pytest.raises(RefusedError) as refused:
        registers.attach(by=owner, register="vendors", ref="corvid", name=name, content=content, now=NOW)
    assert codes(refused) == [code]


def test_an_export_runs_no_formula(owner: Member) -> None:
    add(owner, "vendors", name="=HYPERLINK(1)", contact="-5", phone="+49 30 1")

    text = registers.export(by=owner, register="vendors", query=Query(), form="csv").decode("utf-8-sig")

    assert "'=HYPERLINK(1)" in text
    assert "'+49 30 1" in text
    assert ",-5," in text


def test_an_xlsx_holds_the_same_rows(owner: Member) -> None:
    add(owner, "vendors", name="Corvid")
    content = registers.export(by=owner, register="vendors", query=Query(), form="xlsx")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()

    assert rows[1][0] == "Corvid"


def test_history_is_one_entry_a_change_and_names_who(owner: Member) -> None:
    add(owner, "teams", name="Sales")
    entry = HistoryEntry.objects.of(owner.organisation_id).get()

    assert (entry.by_name, entry.user_id, entry.action) == (owner.name, owner.user_id, "created")
