"""Untrusted bytes meet a child that has nothing to lose; whatever they are, findings come back."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.sentences_en import say
from fullscore.importing import child, parsing, recognising
from fullscore.importing.records import Context, Reading
from fullscore.importing.tables import RawTable, TableRow
from fullscore.usecases.registers import all_registers
from tests.importing.bombs import workbook
from tests.importing.growth import children

CONTEXT = Context(all_registers(), "mdy", "USD", "export.csv")
TABLE = "Name,Tag\nMüller,1\n"


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode(), TABLE.encode("utf-8-sig"), TABLE.encode("utf-16"), TABLE.encode("utf-16-le"),
        TABLE.encode("cp1252"), TABLE.replace(",", ";").encode(), TABLE.replace(",", "\t").encode(),
        TABLE.replace("\n", "\r\n").encode(), TABLE.replace("\n", "\r").encode(), b"sep=,\n" + TABLE.encode(),
    ],
    ids=["utf-8", "mark", "utf-16", "no mark", "cp1252", "semicolon", "tab", "crlf", "cr", "sep line"],
)  # fmt: skip
def test_a_csv_reads_the_same_in_every_usual_form(content: bytes) -> None:
    rows = child.parsed("list.csv", content).rows

    assert [row.cells for row in rows] == [("Name", "Tag"), ("Müller", "1")]


def test_a_record_over_several_lines_is_counted_by_the_line_it_begins_on() -> None:
    rows = child.parsed("list.csv", b'a,b\n"x\ny",1\nz,2\n').rows

    assert [row.line for row in rows] == [1, 2, 4]


def test_a_workbook_reads_as_its_cells_show() -> None:
    rows = child.parsed("list.xlsx", workbook(["Name", "Cost"], ["Dock", 610], ["Cable", 2.5])).rows

    assert [row.cells for row in rows] == [("Name", "Cost"), ("Dock", "610"), ("Cable", "2.5")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "import-file-empty"), (b" \r\n ", "import-file-empty"),
        (b"PK\x03\x04 cut", "import-workbook-broken"),
        (workbook(["a"], ["b"])[:700], "import-workbook-broken"),
        (b"\xd0\xcf\x11\xe0old", "import-workbook-broken"),
        (b",".join(b"c%d" % n for n in range(501)) + b"\n1\n", "import-too-many-columns"),
        (b"a,b\n" * 200_002, "import-too-many-rows"), (b"x" * (51 * 1024 * 1024), "import-file-too-large"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_table_is_a_finding_with_a_sentence(content: bytes, code: str) -> None:
    found = recognising.read(CONTEXT, content)

    assert isinstance(found, Finding)
    assert found.code == code
    assert say(found).endswith(".")


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (b"x" * 10_000_000, "import-cell-too-long"),
        (b"a\x00b", "import-cell-unreadable"),
        (b"\xc3\xbc\xed\xa0\x80", "import-cell-unreadable"),
    ],
    ids=["10 MB", "NUL", "lone surrogate"],
)
def test_a_cell_that_cannot_be_kept_refuses_its_row_and_no_other(cell: bytes, code: str) -> None:
    found = recognising.read(CONTEXT, b"Asset Tag,Serial,Status\nA-1," + cell + b",Pending\nA-2,S2,Pending\n")

    assert isinstance(found, Reading)
    first, second = found.lines()
    assert (first.refusals[0].column, first.refusals[0].finding.code) == ("Serial", code)
    assert not second.refusals


def test_a_hundred_columns_are_read_and_unknown_ones_kept() -> None:
    header = ",".join(["Asset Tag", "Serial", "Status", *(f"More {n}" for n in range(97))])
    row = ",".join(["A-1", "S1", "Pending", *("x" for _ in range(97))])
    found = recognising.read(CONTEXT, f"{header}\n{row}\n".encode())

    assert isinstance(found, Reading)
    assert len(next(iter(found.lines())).records[0].extra) == 97


ODD = st.text(st.characters(exclude_categories=()), max_size=30) | st.sampled_from(
    ["2**70", str(2**70), "31/02/2025", "-1", "€5", "=1+1", "\x00", "\ud800", "9" * 400, "Deployed", "1e999"]
)


@given(
    st.lists(st.lists(ODD, min_size=6, max_size=6), max_size=4),
    st.sampled_from(["snipe", "hr", "users", "ours"]),
)
def test_any_cells_below_a_known_header_give_rows_or_reasons(rows: list[list[str]], kind: str) -> None:
    header = {
        "snipe": ("Asset Tag", "Serial", "Model", "Status", "Purchase Date", "Purchase Cost"),
        "hr": ("First Name", "Last Name", "Job Title", "Department", "Hire Date", "Status"),
        "users": ("Display name", "User principal name", "Licenses", "Title", "Office", "Department"),
        "ours": ("name", "kind", "capacity", "used_on", "planning_limit", "ref"),
    }[kind]
    cells = [header, *(tuple(row) for row in rows)]
    raw = RawTable(tuple(TableRow(n, row) for n, row in enumerate(cells, start=1)))
    found = recognising.understood(CONTEXT, raw)

    assert isinstance(found, Reading)
    for line in found.lines():
        assert line.records or line.refusals
        assert all(say(reason.finding) for reason in (*line.refusals, *line.notes))


def run_in_child(body: str) -> subprocess.CompletedProcess[bytes]:
    folder = Path(parsing.__file__).parent
    # At the end: a folder of ours is called like a module everybody knows.
    script = (
        f"import sys; sys.path.insert(0, {str(folder)!r}); sys.path.append({str(folder.parent)!r})\n"
        f"import confine, parsing\n{body}"
    )
    return subprocess.run(  # noqa: S603  our own words
        [sys.executable, "-I", "-S", "-c", script], capture_output=True, env={}, check=False
    )


@pytest.mark.parametrize(
    "deed",
    [
        "import socket; socket.socket()",
        "import os; os.fork()",
        "import os; os.execv('/bin/true', ['true'])",
        "open('/tmp/fullscore-child-wrote', 'w').write('x' * 10)",
        "x = bytearray(600 * 1024 * 1024)",
        "import subprocess; subprocess.run(['true'])",
        "parsing.shut(); open('/etc/passwd').read()",
    ],
)
def test_the_child_can_neither_connect_nor_write_nor_grow(deed: str) -> None:
    done = run_in_child(
        f"print(confine.limit(memory=parsing.MEMORY, seconds=parsing.CPU_SECONDS))\n{deed}\nprint('did it')"
    )

    assert b"did it" not in done.stdout


def test_where_the_kernel_has_a_filter_it_refuses_the_network_without_our_hook() -> None:
    done = run_in_child(
        "sys.addaudithook = lambda _: None\n"
        "print(confine.limit(memory=parsing.MEMORY, seconds=parsing.CPU_SECONDS))\nimport _socket\n"
        "try: _socket.socket()\nexcept PermissionError: print('refused')"
    )
    expected = ["seccomp", "refused"] if sys.platform == "linux" else ["audit hook"]

    assert done.stdout.decode().split("\n")[:-1] == expected
    assert child.network_refused_by() == expected[0]


def instead(monkeypatch: pytest.MonkeyPatch, folder: Path, words: str) -> None:
    """Let another program answer in the child's place."""
    program = folder / "another.py"
    program.write_text(f"import os, sys\nsys.stdin.buffer.read()\nsay = sys.stdout.write\n{words}\n")
    monkeypatch.setattr(parsing, "__file__", str(program))


def test_a_child_that_dies_is_a_finding(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    instead(monkeypatch, tmp_path, 'say(\'["network", "seccomp"]\\n\'); sys.stdout.flush(); os.abort()')

    found = child.parsed("list.csv", b"a,b\n").trouble

    assert found is not None
    assert found.code == "import-parser-died"
    assert "memory" in say(found)


@pytest.mark.parametrize(
    "answer",
    [
        'say(\'["rows", [[1, ["a"], null]]]\\n\')',
        "say('nonsense\\n[\"end\"]\\n')",
        "say('7\\n[\"end\"]\\n')",
        "say('[]\\n[\"end\"]\\n')",
        'say(\'["rows"]\\n["end"]\\n\')',
        'say(\'["rows", [[1, [7], null]]]\\n["end"]\\n\')',
        'say(\'["rows", [[1, ["a"], ["no-such-code", 0]]]]\\n["end"]\\n\')',
        'say(\'["rows", [[-1, ["a"], null]]]\\n["end"]\\n\')',
        'say(\'["trouble", "no-such-code", {}]\\n["end"]\\n\')',
        'say(\'["trouble", "import-json-broken", {}]\\n["end"]\\n\')',
        "say('[' * 100_000 + '\\n[\"end\"]\\n')",
        "say('x' * 80_000_000 + '\\n[\"end\"]\\n')",
        '[say(\'["rows", [[1, ["a"], null]]]\\n\') for _ in range(300_000)]; say(\'["end"]\\n\')',
        "while True: say('[\"rows\", [[1, [\"' + 'x' * 30_000 + '\"], null]]]\\n')",
        'say(\'["member", "a.csv"]\\n["piece", -1]\\n["end"]\\n\')',
        'say(\'["member", "a.csv"]\\n["piece", 999999999]\\n\'); say(\'x\' * 1000)',
    ],
)
def test_a_child_that_says_what_none_of_ours_would_is_taken_for_dead(
    answer: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    there = children()
    instead(monkeypatch, tmp_path, answer)
    lists = child.unpacked("list.zip", workbook(["a"]))
    found = child.parsed("list.csv", b"a,b\n").trouble

    assert found is not None
    assert found.code == "import-parser-died"
    assert isinstance(lists, Finding)
    assert children() <= there


def test_a_child_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    there = children()
    instead(monkeypatch, tmp_path, "import time\ntime.sleep(60)")
    monkeypatch.setattr(child, "_SECONDS", 0.5)

    found = child.parsed("list.csv", b"a,b\n").trouble

    assert found is not None
    assert "more time" in say(found)
    assert children() <= there


def test_a_machine_that_starts_no_process_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")

    found = child.parsed("list.csv", b"a,b\n").trouble

    assert found is not None
    assert "did not start" in say(found)
    assert child.network_refused_by() == "not started"
