"""What a member may not see changes nothing they are told: not a count, not an order, not a byte."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest

from fullscore.engine.registers.access import FieldClass, Member
from fullscore.engine.registers.columns import Column, Kind, Register
from fullscore.engine.registers.filters import WORDS
from fullscore.store.models import REGISTERS, RegisterRow
from fullscore.usecases import registers
from fullscore.usecases.registers import Filter, NotThereError, Query, RefusedError, documents
from fullscore.usecases.registers.deriving import all_registers, models_by_register
from tests.conftest import NOW, MemberFactory

# Two databases are asked at every door.
pytestmark = pytest.mark.slow

WORDS_TO_TRY = {
    Kind.DATE: "2026-06-01", Kind.INTEGER: "5", Kind.NUMBER: "5", Kind.MONEY: "5", Kind.YES_NO: "yes",
}  # fmt: skip


def fill(owner: Member, mine: str) -> None:
    """Two rows in every register; the first person, item and seat belong to the member with e-mail `mine`."""

    def add(register: str, **values: object) -> None:
        registers.save(by=owner, register=register, ref=None, values=values, version=None, now=NOW)

    for name in ("North", "South"):
        add("sites", name=name)
        add("teams", name=name)
        add("vendors", name=name)
        add("events", name=name, starts_on="2026-01-01", ends_on="2026-01-02")
        add("models", name=name, vendor=name, unit_cost="10")
        add("pools", name=name, vendor=name, unit_cost="1")
        add("levels", pool=name, capacity=5, cost_month="7")
        add("orders", number=name, model=name, quantity=1, ordered_on="2026-01-01", unit_cost="9")
    for name, email in (("Rae", mine), ("Ana", "ana@harbor.example")):
        add("people", name=name, email=email, notes="remarkable")
        add("items", name=name, holder=name, cost="100", notes="remarkable")
        add("seats", pool="North", person=name)


def other_value(column: Column) -> object:
    if column.kind in {Kind.MONEY, Kind.NUMBER, Kind.INTEGER}:
        return Decimal(77)
    if column.kind is Kind.YES_NO:
        return True
    if column.kind is Kind.DATE:
        return date(2031, 3, 3)
    if column.kind is Kind.CHOICE:
        return column.choices[-1].value
    return (
        "remarkable@else.example" if column.kind is Kind.EMAIL else "remarkable"[: column.max_length or 200]
    )


def change_hidden(by: Member) -> int:
    """Change, behind every door, all that `by` may not read; returns how many values were changed."""
    changed = 0
    for model in REGISTERS:
        register = all_registers()[model.REGISTER]
        for row in model.objects.of(by.organisation_id):
            values = dict(hidden_values(by, register, row))
            changed += len(values)
            model.objects.of(by.organisation_id).filter(pk=row.pk).update(
                extra={"Salary": "remarkable"}, **values
            )
    return changed


def hidden_values(by: Member, register: Register, row: RegisterRow) -> Iterator[tuple[str, object]]:
    is_own = not by.sees_own_rows_only or "Rae" in (
        getattr(row, "name", ""),
        str(getattr(row, "person", "")).title(),
    )
    for column in register.columns:
        is_hidden = column.field_class not in by.reads
        # E-mails decide whose row it is, and references what it is; both stay.
        if (not is_hidden and is_own) or column.is_unique or column.kind in {Kind.REFERENCE, Kind.CHOICE}:
            continue
        if not is_own and (column.name in {"name", "capacity", "ref"} or column.kind is Kind.DATE):
            continue
        yield column.name, other_value(column)


def told(by: Member) -> dict[str, object]:
    """Everything the registers' doors tell `by`, by question."""
    answers: dict[str, object] = {}
    for name in models_by_register():
        try:
            register = registers.register(by, name)
        except NotThereError:
            answers[name] = "no such register"
            continue
        for question, query in questions(name):
            answers[f"{name} {question}"] = asked(by, name, query)
        for row in registers.page(by=by, register=name, query=Query()).rows:
            one = registers.one(by=by, register=name, ref=row.ref)
            answers[f"{name}/{row.ref}"] = documents.row_document(one, register.columns, name)
    for text in ("remarkable", "rae", "north", "ana@harbor.example", "77"):
        answers[f"search {text}"] = documents.hits_document(registers.search(by=by, text=text))
    return answers


def questions(name: str) -> Iterator[tuple[str, Query]]:
    yield "all", Query()
    for column in all_registers()[name].columns:
        for sort in (column.name, f"-{column.name}"):
            yield f"by {sort}", Query(sort=sort)
        for word in WORDS[column.kind]:
            for value in ("remarkable", WORDS_TO_TRY.get(column.kind, "77")):
                yield f"{column.name} {word} {value}", Query(filters=(Filter(column.name, word, value),))


def asked(by: Member, name: str, query: Query) -> object:
    try:
        page = registers.page(by=by, register=name, query=query)
    except RefusedError as refused:
        return str(refused)
    if query.sort:
        return documents.page_document(page)
    exported = registers.export(by=by, register=name, query=query, form="csv")
    return documents.page_document(page), exported.decode()


@pytest.mark.parametrize("role", ["executive", "auditor", "requester"])
def test_what_a_member_may_not_see_changes_nothing_they_are_told(
    owner: Member, member: MemberFactory, role: str
) -> None:
    by = member(role)
    fill(owner, str(by.email))
    before = json.dumps(told(by), sort_keys=True)

    assert change_hidden(by) > 5
    after = json.dumps(told(by), sort_keys=True)

    assert json.loads(after) == json.loads(before)
    assert after == before


def test_the_owner_does_notice(owner: Member, member: MemberFactory) -> None:
    fill(owner, "rae@harbor.example")
    before = told(owner)
    change_hidden(member("executive"))

    assert told(owner) != before


def test_history_keeps_hidden_edits_to_itself(owner: Member, member: MemberFactory) -> None:
    fill(owner, "rae@harbor.example")
    registers.save(
        by=owner, register="people", ref="rae", values={"notes": "secret"}, version=None,
        now=NOW + timedelta(days=1),
    )  # fmt: skip
    told_to_auditor = registers.history(by=member("auditor"), register="people", ref="rae")

    assert [entry.action for entry in told_to_auditor] == ["created"]
    assert FieldClass.PERSONAL not in member("auditor").reads
    assert all(change.column != "E-mail" for entry in told_to_auditor for change in entry.changes)
