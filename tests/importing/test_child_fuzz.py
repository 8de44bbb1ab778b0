"""Any bytes give rows or findings and never an exception: files of every format, changed at random."""

import json
import os
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.sentences_en import say
from fullscore.importing import child, recognising
from fullscore.importing.records import Context
from fullscore.usecases.registers import all_registers
from tests.conftest import EXAMPLES
from tests.importing import bombs
from tests.importing.old_workbook import old_workbook

CONTEXT = Context(all_registers(), "mdy", "USD", "export.csv")
PEOPLE = [["First Name", "Last Name", "Department", "Hire Date"], ["Ann", "Müller", "Sales", "2026-11-23"]]
TEXT = "\r\n".join(";".join(row) for row in PEOPLE)
OBJECTS = json.dumps({"rows": [dict(zip(*PEOPLE, strict=True)), {"more": [{"name": "Bo"}], "n": 1.5}]})
EVENTS = bombs.calendar(
    "UID:w\nDTSTART;TZID=Europe/Berlin:20261130T090000\nDTEND;TZID=Europe/Berlin:20261130T100000\n"
    "RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;TZID=Europe/Berlin:20261207T090000\nSUMMARY:Review",
    "UID:w\nRECURRENCE-ID;TZID=Europe/Berlin:20261214T090000\nDTSTART:20261215T140000Z\nSUMMARY:Late",
    "UID:c\nDTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227\nSUMMARY:Closed\nCATEGORIES:A,B",
)
ZIP = bombs.archive(
    {"people.csv": TEXT.encode(), "list.json": OBJECTS.encode(), "manifest.json": b'{"files": []}'}
)
Wrap = Callable[[bytes], bytes]


def as_sheet(content: bytes) -> bytes:
    return bombs.handmade(content.decode("latin-1"), "<si><t>Ann</t></si>")


def as_member(content: bytes) -> bytes:
    return bombs.archive({"list.csv": content, "manifest.json": content})


def as_it_is(content: bytes) -> bytes:
    return content


# The name of the file, what is changed, and what is made of it afterwards.
SEEDS: dict[str, tuple[str, bytes, Wrap]] = {
    "anything": ("list", b"", as_it_is),
    "text": ("list.csv", TEXT.encode(), as_it_is),
    "wide text": ("list.txt", TEXT.encode("utf-16"), as_it_is),
    "objects": ("list.json", OBJECTS.encode(), as_it_is),
    "calendar": ("list.ics", EVENTS, as_it_is),
    "workbook": ("list.xlsx", bombs.workbook(*PEOPLE), as_it_is),
    "sheet": ("list.xlsx", bombs.text_cells("Name", "Title").encode() + b"<c><f>1</f><v>2</v></c>", as_sheet),
    "old workbook": ("list.xls", old_workbook(*PEOPLE), as_it_is),
    "archive": ("list.zip", ZIP, as_it_is),
    "member": ("list.zip", TEXT.encode(), as_member),
}  # fmt: skip
PIECES = st.binary(max_size=12) | st.sampled_from([
    b"\x00", b"\xff\xff\xff\xff", b'"', b"\r", b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"INTERVAL=0;", b"\n ",
    b"FREQ=SECONDLY;", b"99999999999999999999", b"-1", b"\xed\xa0\x80", b"[[[[", b"{", b"&lol;",
    b"PK\x03\x04", b"<c r='XFD9'>",
])  # fmt: skip
# Where (as a part of the whole), how many bytes go, and what comes there.
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), PIECES), max_size=10)


def changed(content: bytes, edits: list[tuple[float, int, bytes]], kept: float) -> bytes:
    for where, gone, piece in edits:
        at = int(where * len(content))
        content = content[:at] + piece + content[at + gone :]
    return content[: max(1, int(len(content) * kept))]


def look_at(file: str, content: bytes) -> None:
    """Take the file through every door; each answer is rows or a sentence that says what to do."""
    lists = child.unpacked(file, content)
    for name, inside in () if isinstance(lists, Finding) else lists:
        found = recognising.read(replace(CONTEXT, file=name), inside)
        if isinstance(found, Finding):
            assert is_said(found)
            continue
        for line in found.lines():
            assert all(is_said(reason.finding) for reason in (*line.refusals, *line.notes))
    assert not isinstance(lists, Finding) or is_said(lists)


def is_said(finding: Finding) -> bool:
    # What our own readers tripped over would be said as well, but it is a fault of ours.
    return say(finding).endswith((".", "?")) and "format" not in str(finding.values.get("reason"))


CHANGES = {"edits": EDITS, "kept": st.just(1.0) | st.floats(0, 1)}


@pytest.mark.parametrize("kind", SEEDS)
@settings(max_examples=max(5, min(EXAMPLES, 300) // len(SEEDS)))
@given(**CHANGES)
def test_any_bytes_give_rows_or_findings_and_never_an_exception(
    kind: str, edits: list[tuple[float, int, bytes]], kept: float
) -> None:
    file, content, wrap = SEEDS[kind]
    look_at(file, wrap(changed(content, edits, kept)))


@pytest.mark.nightly
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("kind", SEEDS)
@seed(int(os.environ.get("FULLSCORE_SEED", "20261123")))
@settings(max_examples=10_000 // len(SEEDS), derandomize=False)
@given(**CHANGES)
def test_ten_thousand_children_give_rows_or_findings_and_never_an_exception(
    kind: str, edits: list[tuple[float, int, bytes]], kept: float
) -> None:
    file, content, wrap = SEEDS[kind]
    look_at(file, wrap(changed(content, edits, kept)))
