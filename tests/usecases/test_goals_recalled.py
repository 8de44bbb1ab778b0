"""A question asked again is answered at once, and never from before a change, whoever made it, wherever."""

import re
import sqlite3
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection, connections, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fullscore.engine.registers.access import Member
from fullscore.store import database
from fullscore.store.models import Item, Organisation, Person, PurchaseOrder, User
from fullscore.usecases import goals, imports, registers
from fullscore.usecases.goals import PlanDocument, planning, recalling
from fullscore.usecases.settings.organisation import change_settings
from tests.conftest import NOW, TODAY
from tests.store.mill import fill

pytestmark = pytest.mark.django_db(transaction=True)
TITLE = "We need to scale our sales team by 50 percent next quarter"
OTHER = "hire 3 people in Packing by March"
# An organisation is read in more queries than these.
FEW = 10


@pytest.fixture
def mill(organisation: Organisation) -> Organisation:
    fill(organisation)
    return organisation


def ask(by: Member, sentence: str = TITLE) -> PlanDocument:
    return goals.plan_goal(by=by, sentence=sentence, on=TODAY)


def queries_of(work: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as seen:
        work()
    return len(seen)


def test_asked_again_nothing_is_read(mill: Organisation, owner: Member) -> None:
    first = ask(owner)

    # A server cannot say as cheaply that nothing was written: there everything is read again.
    read = queries_of(lambda: ask(owner))
    assert (read == 1) if database.is_file() else (read > FEW)
    assert ask(owner) == first
    assert (ask(owner) is first) == database.is_file()


def test_another_question_needs_nothing_read_anew(
    mill: Organisation, owner: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(owner)
    assert (queries_of(lambda: ask(owner, OTHER)) < FEW) == database.is_file()

    # An organisation too large to be remembered is read each time.
    recalling.forget()
    monkeypatch.setattr(planning, "LARGEST_KEPT", 10)
    ask(owner)
    assert queries_of(lambda: ask(owner, "hire 4 people in Packing by March")) > FEW


def hire(by: Member) -> None:
    values = {"name": "Ann New", "team": "sales", "site": "dayton", "status": "active"}
    registers.save(by=by, register="people", ref=None, values=values, version=None, now=NOW)


def hire_and_take_back(by: Member) -> None:
    """Put somebody away and back; the plan is asked in between, so that both have something to change."""
    registers.archive(by=by, register="people", ref="seller-1", now=NOW)
    ask(by)
    registers.unarchive(by=by, register="people", ref="seller-1", now=NOW)


def bring_in(by: Member) -> None:
    header = (
        "ID,Company,Asset Name,Asset Tag,Serial,Model,Category,Status,Checked Out To,Location,Manufacturer,"
        "Supplier,Purchase Date,Purchase Cost,Warranty Expires,Notes"
    )
    row = '7,Mill,PC-7,A-7,SN7,Laptop 14",Laptops,Ready to Deploy,,Dayton,Dell,CDW,11/2/2024,,,spare'
    content = f"{header}\n{row}\n".encode()
    done = imports.bring_in(by=by, file_name="assets.csv", content=content, clock=lambda: NOW)
    assert done.rows == 1


def close_for_a_week(by: Member) -> None:
    values = {"name": "Fair", "starts_on": "2026-12-14", "ends_on": "2026-12-18", "is_closed": "yes"}
    registers.save(by=by, register="events", ref=None, values=values, version=None, now=NOW)


def accept_another(by: Member) -> None:
    goals.keep_plan(by=by, sentence="hire 5 people in Packing by 1 March", on=TODAY, now=NOW)
    goals.accept_plan(by=by, ref="g-1", version=1, on=TODAY, now=NOW)


def work_on_saturdays(by: Member) -> None:
    change_settings(by=by, changes={"working_weekdays": "123456"}, version=None, now=NOW)


def change_many(by: Member) -> None:
    refs = [f"seller-{number}" for number in range(3)]
    assert registers.bulk(by=by, register="people", refs=refs, values={"title": "Fitter"}, now=NOW) == len(
        refs
    )


CHANGES = (
    hire,
    hire_and_take_back,
    bring_in,
    close_for_a_week,
    accept_another,
    work_on_saturdays,
    change_many,
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: str(change.__name__))
def test_whatever_is_changed_at_a_door_is_seen_at_once(
    mill: Organisation, owner: Member, change: Callable[[Member], None]
) -> None:
    before = ask(owner)
    change(owner)
    after = ask(owner)

    assert after is not before
    recalling.forget()
    assert ask(owner) == after


def test_whatever_another_process_writes_is_seen_at_once(mill: Organisation, owner: Member) -> None:
    for table in ("store_person", "store_item", "store_organisation", "store_importrun", "store_pool"):
        before = ask(owner)
        elsewhere(f"UPDATE {table} SET id = id")  # noqa: S608  names from above
        assert ask(owner) is not before, table


def test_a_colleague_who_leaves_meanwhile_changes_the_answer(mill: Organisation, owner: Member) -> None:
    before = ask(owner)
    elsewhere("UPDATE store_person SET status = 'left' WHERE ref = 'seller-1'")

    assert [plan.content["understood"]["from"] for plan in (before, ask(owner))] == [24, 23]  # type: ignore[index,call-overload]  # JSON


def elsewhere(statement: str) -> None:
    """Write by another connection, as another process does, or a tool of the database's."""

    def write() -> None:
        with connections["default"].cursor() as cursor:
            cursor.execute(statement)
        connections["default"].close()

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()


def test_what_is_undone_was_never_remembered(mill: Organisation, owner: Member) -> None:
    before = ask(owner)
    with transaction.atomic():
        Person.objects.of(owner.organisation_id).filter(ref="seller-1").update(status="left")
        within = ask(owner)
        transaction.set_rollback(True)

    assert within.content != before.content
    assert ask(owner).content == before.content


def test_another_file_is_another_memory(mill: Organisation, owner: Member, tmp_path: Path) -> None:
    """As after a restore: the same rows' numbers, other contents."""
    if not database.is_file():
        assert database.state() is None
        return
    before = ask(owner)
    live, copied = database.file(), tmp_path / "copied.db"
    with sqlite3.connect(live) as from_, sqlite3.connect(copied) as to:
        from_.backup(to)
    with sqlite3.connect(copied) as to:
        to.execute("UPDATE store_person SET status = 'left' WHERE ref = 'seller-1'")
    kept = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(copied)
    try:
        assert ask(owner).content != before.content
    finally:
        connection.close()
        connection.settings_dict["NAME"] = kept


def test_another_day_sentence_or_role_is_another_question(mill: Organisation, owner: Member) -> None:
    first, later = ask(owner), goals.plan_goal(by=owner, sentence=TITLE, on=TODAY + timedelta(days=1))

    assert later.content["on"] != first.content["on"]
    assert ask(owner, OTHER).content != first.content


def test_few_answers_are_remembered(mill: Organisation, owner: Member) -> None:
    first = ask(owner)
    for count in range(recalling.KEPT):
        ask(owner, f"hire {count + 2} people in Sales by 1 March")

    assert ask(owner) is not first
    assert ask(owner) == first


def test_nothing_of_another_organisation_is_told(
    mill: Organisation, owner: Member, other_organisation: Organisation
) -> None:
    fill(other_organisation)
    Item.objects.of(other_organisation.pk).all().delete()
    PurchaseOrder.objects.of(other_organisation.pk).all().delete()
    stranger = Member(other_organisation.pk, other_organisation.ref, owner.role, None, "host")
    ask(owner)

    assert ask(stranger).content["organisation"] == other_organisation.ref
    assert ask(stranger).content != ask(owner).content


def test_the_page_is_drawn_anew_after_a_change(mill: Organisation, owner: Member) -> None:
    client = Client()
    client.force_login(User.objects.get(pk=owner.user_id))

    def page() -> str:
        asked = {"q": TITLE, "on": TODAY.isoformat()}
        return client.get(f"/o/{mill.ref}/goals/", asked).content.decode().split("<main")[1]

    first, again = page(), page()
    elsewhere("UPDATE store_pool SET name = 'Customer files' WHERE ref = 'crm'")
    after = page()

    assert tokens_out(again) == tokens_out(first)
    assert "Customer files" not in first
    assert "Customer files" in after


def tokens_out(page: str) -> str:
    """Leave out what a page says anew each time: the token of its forms."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)
