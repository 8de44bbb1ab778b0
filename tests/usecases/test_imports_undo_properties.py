"""Whatever was brought in and typed: what an import changed is as before, or a later word and listed."""

import csv
import io
from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from fullscore.engine.registers.access import Member, Role
from fullscore.store.models import REGISTERS, Organisation
from fullscore.usecases import imports, registers
from fullscore.usecases.imports import Imported
from fullscore.usecases.registers import RefusedError
from tests.conftest import EXAMPLES, NOW

NUMBERS = count()
HEADER = ["Asset Name", "Asset Tag", "Serial", "Model", "Category", "Status", "Checked Out To", "Location",
          "Purchase Date", "Purchase Cost", "Company"]  # fmt: skip
PEOPLE = ["Employee #", "First Name", "Last Name", "Job Title", "Department", "Location", "Status",
          "Hire Date", "Work Email"]  # fmt: skip
Snapshot = dict[tuple[str, int], dict[str, object]]
# What every change of a row brings with it.
APART = {"version", "changed_at", "provenance"}


def cells(*choices: list[str]) -> st.SearchStrategy[list[str]]:
    return st.tuples(*(st.sampled_from(each) for each in choices)).map(list)


ASSET = cells(
    ["PC", "Desk"], ["A-1/S1", "A-2/S2", "A-3/S3", "A-3/", "/S2", "A-1/S3"], ["Latitude", "ThinkPad"],
    ["Laptops"], ["Deployed", "Ready to Deploy"], ["", "Ana Ruiz", "ben@mill.example"], ["Dayton", "Lima"],
    ["2025-02-03", "2025-02-04"], ["100", "200", ""], ["", "Mill", "Other"],
).map(lambda row: [row[0], *row[1].split("/"), *row[2:]])  # fmt: skip
PERSON = cells(
    ["1", "2"], ["Ana", "Ben"], ["Ruiz"], ["Buyer", ""], ["Sales", "Buying"], ["Dayton", "Lima"], ["Active"],
    ["2020-01-01", "2021-01-01"], ["ana@mill.example", "ben@mill.example"],
)  # fmt: skip
FILES = st.lists(ASSET, min_size=2, max_size=4).map(lambda rows: ("file", [HEADER, *rows])) | st.lists(
    PERSON, min_size=1, max_size=2
).map(lambda rows: ("file", [PEOPLE, *rows]))
EDITS = st.tuples(
    st.just("edit"),
    st.tuples(
        st.integers(0, 5),
        st.sampled_from([("items", "name", "Mine"), ("items", "cost", "7"), ("items", "tag", "A-1"),
                         ("items", "holder", None), ("people", "title", "Boss"), ("sites", "name", "HQ")]),
    ),
)  # fmt: skip
PUT_AWAYS = st.tuples(
    st.just("archive"), st.tuples(st.integers(0, 5), st.sampled_from(["items", "people", "sites"]))
)


def as_csv(rows: list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def fresh() -> Member:
    number = next(NUMBERS)
    made = Organisation.objects.create(name=f"Yard {number}", ref=f"yard-{number}", created_at=NOW)
    return Member(made.pk, made.ref, Role.OWNER, None, "host")


def snapshot(by: Member) -> Snapshot:
    """Return every column of every row of every register, as the tables hold it."""
    return {
        (model.REGISTER, row["id"]): {name: value for name, value in row.items() if name not in APART}
        for model in REGISTERS
        for row in model.objects.of(by.organisation_id).values()
    }


def chosen(by: Member, register: str, at: int) -> str | None:
    rows = registers.page(by=by, register=register, query=registers.Query()).rows
    return rows[at % len(rows)].ref if rows else None


def edit(by: Member, told: tuple[int, tuple[str, str, str | None]]) -> None:
    at, (register, column, value) = told
    ref = chosen(by, register, at)
    if ref is not None:
        registers.save(
            by=by, register=register, ref=ref, values={column: value}, version=None, now=NOW
        )  # fmt: skip


def archive(by: Member, told: tuple[int, str]) -> None:
    at, register = told
    ref = chosen(by, register, at)
    if ref is not None:
        registers.archive(by=by, register=register, ref=ref, now=NOW)


def done(by: Member, kind: str, told: object) -> Imported | None:
    if kind == "file":
        return imports.bring_in(
            by=by, file_name="list.csv", content=as_csv(told), clock=lambda: NOW  # type: ignore[arg-type]  # a table
        )  # fmt: skip
    act: dict[str, Callable[..., None]] = {"edit": edit, "archive": archive}
    try:
        act[kind](by, told)
    except RefusedError:
        event("an edit the register refused")
    return None


def pointing(register: str) -> list[tuple[str, str]]:
    """Return (register, column) of every reference to rows of one register."""
    return [
        (model.REGISTER, field.attname)
        for model in REGISTERS
        for field in model._meta.concrete_fields
        if field.remote_field is not None
        and getattr(field.remote_field.model, "REGISTER", None) == register
    ]  # fmt: skip


def points_at(state: Snapshot, key: tuple[str, int]) -> bool:
    """Say whether a row in use points at this one."""
    return any(
        row[name] == key[1]
        for where, name in pointing(key[0])
        for (register, _), row in state.items()
        if register == where and row["archived_at"] is None
    )


@pytest.mark.slow
@pytest.mark.django_db
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=min(EXAMPLES, 150),
)
@given(
    st.lists(FILES, min_size=2, max_size=3),
    st.lists(FILES | EDITS | PUT_AWAYS, max_size=4),
    st.integers(0, 2),
)
def test_what_an_import_changed_is_as_before_or_listed(
    files: list[tuple[str, object]], after: list[tuple[str, object]], which: int
) -> None:
    by = fresh()
    states, runs = [snapshot(by)], {}
    for kind, told in [*files, *after]:
        run = done(by, kind, told)
        if run is not None:
            runs[run.id] = len(states)
        states.append(snapshot(by))
    number = list(runs)[min(which, len(files) - 1)]
    before, made, since = states[runs[number] - 1], states[runs[number]], states[runs[number] :]

    undone = imports.take_back(by=by, number=number, clock=lambda: NOW)

    assert undone.state == "undone"
    now, last = snapshot(by), states[-1]
    listed = {(edit.register, edit.ref) for edit in undone.kept_edits}
    for key, row in made.items():
        is_listed = (key[0], row["ref"]) in listed
        if key in before:
            _is_as_before_or_kept(key, before, since, now, is_listed=is_listed)
        else:
            _is_gone_or_kept(key, since, now, is_listed=is_listed)
    assert {key: row for key, row in now.items() if key not in made} == {
        key: row for key, row in last.items() if key not in made
    }


def _is_as_before_or_kept(
    key: tuple[str, int], before: Snapshot, since: list[Snapshot], now: Snapshot, *, is_listed: bool
) -> None:
    for name, value in since[0][key].items():
        stood, is_later = before[key][name], any(state[key][name] != value for state in since)
        if value == stood:
            assert now[key][name] == since[-1][key][name], (key, name)
        elif not is_later and not is_listed:
            event("a value set back")
            assert now[key][name] == stood, (key, name)
        elif is_later and name not in {"extra", "archived_at"}:
            event("a later word kept")
            assert is_listed, (key, name)
            assert now[key][name] == since[-1][key][name], (key, name)


def _is_gone_or_kept(key: tuple[str, int], since: list[Snapshot], now: Snapshot, *, is_listed: bool) -> None:
    last = since[-1]
    is_later = any(state[key] != since[0][key] for state in since)
    apart = {name: value for name, value in now[key].items() if name != "archived_at"}
    assert apart == {name: value for name, value in last[key].items() if name != "archived_at"}, key
    if is_later or points_at(now, key):
        event("a new row kept")
        assert is_listed, key
        assert now[key] == last[key]
    else:
        assert not is_listed, key
        assert now[key]["archived_at"] is not None, key
