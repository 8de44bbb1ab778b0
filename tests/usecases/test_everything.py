"""Everything out as one ZIP and back in: every register the same, and where it came from nothing changes."""

import csv
import hashlib
import io
import json
import zipfile
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from fullscore.engine.registers.access import Member, Role
from fullscore.engine.registers.columns import Column, Kind, Reference, Register
from fullscore.store.models import HistoryEntry, Item, Organisation
from fullscore.usecases import imports, registers
from fullscore.usecases.registers import Query, RefusedError, all_registers, everything
from fullscore.usecases.registers.deriving import models_by_register
from fullscore.usecases.registers.exporting_everything import in_order
from tests.conftest import NOW, MemberFactory

# Whole organisations go out and come back.
pytestmark = pytest.mark.slow

SCHEMAS = Path(__file__).parents[2] / "docs/schemas"
TEXTS = (
    "=1+1",
    "'=x",
    "''quoted''",
    "-minus",
    "@home",
    'a "word", and; more',
    "Ümläut & Söhne ß 🏭",
    "+1 614 555",
)
FORMS = {
    "time": ("22:00", "04:30"), "hours": ("Mon-Fri 06:00-22:00", "Sat 08:00-12:00"), "share": ("1", "50%"),
    "weekdays": ("67", "2"),
}  # fmt: skip
DECIMALS = ("1285.5", "0.5", "1000", "3", "12.25", "1", "7.5", "2000.75")
ROWS = 8
# Of columns of which only one may be filled, these are left out one after the other.
OUT = (
    ("pool",), ("model",), ("pool", "for_pool"), ("model", "for_model"), ("pool", "other"), ("item", "other"),
    ("item", "pool"), ("item",), ("service",), ("skill",), ("person",), ("scenario",), ("cause",),
    ("option", "other_proposal"), ("proposal", "other_option"),
    tuple(
        f"{what}_{end}" for what in ("often", "hours", "loss", "second") for end in ("low", "likely", "high")
    ),
    *(
        (*(n for n in ("item", "pool", "other", "vendor", "person") if n != one),
         *(n for n in ("service", "for_item", "for_pool") if n != of))
        for one in ("item", "pool", "other", "vendor", "person") for of in ("service", "for_item", "for_pool")
    ),
)  # fmt: skip
Picture = dict[str, dict[str, dict[str, object]]]


def value(column: Column, at: int, refs: dict[str, list[str]], serial: int) -> object:
    """Return one of the values that are hard to carry, a different one for each row."""
    is_last = "ends" in column.name or "received" in column.name
    is_share = column.maximum is not None and column.maximum < 2000
    number = DECIMALS[at] if column.places else str(at)
    told: dict[Kind, object] = {
        Kind.DATE: (date(2027 if is_last else 2026, 1, 2) + timedelta(days=at)).isoformat(),
        Kind.YES_NO: at % 2 == 0, Kind.INTEGER: at + 1, Kind.EMAIL: f"o'neil{at}@mill.example",
        Kind.LONG_TEXT: f"{TEXTS[at]}\n\nsecond line\n{TEXTS[at - 1]}",
        Kind.NUMBER: at % 2 if is_share else number, Kind.MONEY: number,
        Kind.TEXT: f"{TEXTS[at]} {serial}"[: column.max_length],
    }  # fmt: skip
    if column.name == "currency":
        return ("EUR", "USD")[at % 2]
    if column.form is not None:
        return FORMS[column.form][at % 2]
    if column.kind is Kind.REFERENCE:
        return refs[str(column.target)][at % len(refs[str(column.target)])]
    return column.choices[at % len(column.choices)].value if column.choices else told[column.kind]


def fill(by: Member) -> None:
    """Put rows into every register through its own door, with values that are hard to carry."""
    refs: dict[str, list[str]] = {}
    serial = count()
    for register in in_order(tuple(all_registers().values())):
        made = [ref for at in range(ROWS) if (ref := _made(by, register, at, refs, next(serial))) is not None]
        refs[register.name] = made
        assert len(made) > 1, register.name
        model = models_by_register()[register.name]
        for at, row in enumerate(model.objects.of(by.organisation_id)):
            row.extra = {"=SUM(A1)": f"{TEXTS[at]}", "Lagerplatz ü": f"x{at}"} if at % 2 else {}
            row.save()


def _made(by: Member, register: Register, at: int, refs: dict[str, list[str]], serial: int) -> str | None:
    # Every other row is sparse, and one column after the other is left out.
    values = {
        column.name: value(column, at, refs, serial)
        for place, column in enumerate(register.columns)
        if column.name != "ref"
        and (column.target is None or column.target in refs)
        and (column.is_required or at % 2 == 0 or (place + at) % 3)
    }
    if register.name == "predecessors":
        values["after"] = refs["changes"][at - 1]
    if register.name == "lanes":
        values["target"] = refs["sites"][at - 1]
    for out in ((), *OUT):
        told = {name: each for name, each in values.items() if name not in out}
        try:
            row = registers.save(by=by, register=register.name, ref=None, values=told, version=None, now=NOW)
        except RefusedError:
            continue
        return row.ref
    return None


def picture(by: Member) -> Picture:
    """Return every value of every row in use, references by their ref."""
    return {
        name: {
            row.ref: {
                **{k: v.ref if isinstance(v, Reference) else v for k, v in row.values.items()},
                "extra": row.extra,
            }
            for row in rows_of(by, name)
        }
        for name in all_registers()
    }  # fmt: skip


def rows_of(by: Member, name: str) -> list[registers.Row]:
    return list(registers.page(by=by, register=name, query=Query(size=1000)).rows)


def bring_in(by: Member, content: bytes) -> list[imports.Imported]:
    return [
        imports.bring_in(by=by, file_name=name, content=each, clock=lambda: NOW)
        for name, each in imports.opened("export.zip", content)
    ]


def host(organisation: Organisation) -> Member:
    return Member(organisation.pk, organisation.ref, Role.OWNER, None, "host")


def opened(content: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(content))


def test_everything_comes_back_into_an_empty_organisation(
    owner: Member, other_organisation: Organisation
) -> None:
    fill(owner)
    there = host(other_organisation)

    done = bring_in(there, everything(by=owner, now=NOW))

    assert [(file.file, file.refused, file.conflicts, file.reasons) for file in done if file.reasons] == []
    assert [file.register for file in done] == [each.name for each in in_order(registers.registers(owner))]
    before, after = picture(owner), picture(there)
    for name in all_registers():
        assert after[name] == before[name], name
        assert before[name]


def test_where_it_came_from_it_changes_nothing(owner: Member) -> None:
    fill(owner)
    before, entries = picture(owner), HistoryEntry.objects.of(owner.organisation_id).count()

    done = bring_in(owner, everything(by=owner, now=NOW))

    assert [
        (file.register, file.created, file.updated, file.refused) for file in done if file.rows != file.left
    ] == []
    assert picture(owner) == before
    assert HistoryEntry.objects.of(owner.organisation_id).count() == entries


def test_the_manifest_names_every_file_with_its_rows_and_digest(owner: Member) -> None:
    fill(owner)

    with opened(everything(by=owner, now=NOW)) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        contents = {name: archive.read(name) for name in archive.namelist()}

    jsonschema.validate(manifest, json.loads((SCHEMAS / "export.json").read_text()))
    assert (manifest["organisation"]["ref"], manifest["currency"]) == ("harbor-mill", "USD")
    assert {file["name"] for file in manifest["files"]} | {"manifest.json"} == set(contents)
    for file in manifest["files"]:
        content = contents[file["name"]]
        assert file["sha256"] == hashlib.sha256(content).hexdigest()
        assert file["rows"] == len(_rows(file["name"], content)) == len(rows_of(owner, file["register"]))


def _rows(name: str, content: bytes) -> list[Any]:
    if name.endswith(".csv"):
        return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    document = json.loads(content)
    jsonschema.validate(document, json.loads((SCHEMAS / "rows.json").read_text()))
    return list(document["rows"])


def test_what_is_put_away_stands_in_the_json_only(owner: Member, other_organisation: Organisation) -> None:
    fill(owner)
    first = Item.objects.of(owner.organisation_id).filter(holder__isnull=False).order_by("ref").first()
    assert first is not None
    assert first.holder is not None
    registers.archive(by=owner, register="people", ref=first.holder.ref, now=NOW)
    before = picture(owner)

    content = everything(by=owner, now=NOW)
    with opened(content) as archive:
        people = json.loads(archive.read("people.json"))["rows"]
        items = json.loads(archive.read("items.json"))["rows"]
    assert [row["ref"] for row in people if row["archived_at"]] == [first.holder.ref]
    assert (
        next(row for row in items if row["ref"] == first.ref)["values"]["holder"]["ref"] == first.holder.ref
    )

    there = host(other_organisation)
    refused = [reason for file in bring_in(there, content) for reason in file.reasons if reason.is_refusal]
    assert [reason.sentence for reason in refused] == []
    assert first.holder.ref not in picture(there)["people"]
    assert picture(there)["items"][first.ref]["holder"] is None
    bring_in(owner, content)
    assert picture(owner) == before


def test_nobody_takes_out_more_than_they_may_see(owner: Member, member: MemberFactory) -> None:
    fill(owner)

    with opened(everything(by=member(Role.AUDITOR), now=NOW)) as archive:
        people = archive.read("people.csv").decode("utf-8-sig").splitlines()[0].split(",")
        told = archive.read("people.csv") + archive.read("people.json")

    assert "email" not in people
    assert b"o'neil" not in told
    assert b"Lagerplatz" not in told
    with opened(everything(by=member(Role.REQUESTER), now=NOW)) as archive:
        own = {name for name in archive.namelist() if name.endswith(".csv")}
        assert own
        assert all(len(_rows(name, archive.read(name))) == 0 for name in own)


def test_a_model_comes_after_its_successor(owner: Member) -> None:
    def model(name: str, successor: str | None = None) -> None:
        registers.save(
            by=owner, register="models", ref=None, values={"name": name, "successor": successor},
            version=None, now=NOW,
        )  # fmt: skip

    for name, successor in (("z", None), ("m", "z"), ("a", "m")):
        model(name, successor)

    with opened(everything(by=owner, now=NOW)) as archive:
        assert [row["ref"] for row in _rows("models.csv", archive.read("models.csv"))] == ["z", "m", "a"]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_each_register_alone_goes_out_and_back_unchanged(owner: Member, form: str) -> None:
    fill(owner)
    before = picture(owner)
    for register in all_registers():
        content = registers.export(by=owner, register=register, query=Query(), form=form)
        done = imports.bring_in(by=owner, file_name=f"{register}.{form}", content=content, clock=lambda: NOW)

        assert (done.register, done.left, done.reasons) == (register, done.rows, ())
    assert picture(owner) == before


def test_the_same_moment_gives_the_same_bytes(owner: Member) -> None:
    fill(owner)

    assert everything(by=owner, now=NOW) == everything(by=owner, now=NOW)


def test_a_register_never_comes_before_one_it_points_at() -> None:
    order = [register.name for register in in_order(tuple(all_registers().values()))]

    for register in all_registers().values():
        targets = {column.target for column in register.columns if column.target not in {None, register.name}}
        assert all(order.index(str(target)) < order.index(register.name) for target in targets)
    assert set(order) == set(all_registers())
