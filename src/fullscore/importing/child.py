"""The limited child: untrusted bytes are parsed in a process that has nothing to lose.

Limits (set by `parsing.limit` before a byte is looked at): 512 MB of memory, 10 s of CPU, no file may
be written, no descriptor but the three pipes, an empty environment, no new privileges, no network.
"""

import importlib.util
import json
import subprocess
import sys
from functools import cache
from pathlib import Path

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.importing import parsing
from fullscore.importing.tables import RawTable, TableRow

LIMIT_MB = 25
_SECONDS = 30
_ZIP = b"PK\x03\x04"
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"


def parsed(file: str, content: bytes) -> RawTable:
    """Return the rows of a CSV file or an XLSX workbook; whatever goes wrong comes back as a finding."""
    early = _unfit(file, content)
    if early is not None:
        return RawTable((), early)
    kind = "xlsx" if content.startswith(_ZIP) else "csv"
    command = [sys.executable, "-I", "-S", str(parsing.__file__), kind, _library()]
    try:
        # A fixed command, no shell, nothing of the user's in it; the bytes go in by a pipe.
        done = subprocess.run(  # noqa: S603
            command, input=content, capture_output=True, timeout=_SECONDS, env={}, cwd="/", check=False
        )
    except subprocess.TimeoutExpired:
        return RawTable((), _finding("import-parser-died", file, reason="it took too long"))
    return _answer(file, done.stdout, done.returncode)


def network_refused_by() -> str:
    """Return how the child's network is refused here: 'seccomp', 'audit hook' or 'not started'."""
    return parsed("doctor.csv", b"Name\nx\n").network or "not started"


@cache
def _library() -> str:
    found = importlib.util.find_spec("python_calamine")
    if found is None or found.origin is None:
        return ""
    return str(Path(found.origin).parent.parent)


def _unfit(file: str, content: bytes) -> Finding | None:
    if not content.strip():
        return _finding("import-file-empty", file)
    if len(content) > LIMIT_MB * 1024 * 1024:
        return _finding("import-file-too-large", file, limit=LIMIT_MB)
    if content.startswith(_OLD_WORKBOOK):
        return _finding("import-old-workbook", file)
    return None


def _answer(file: str, out: bytes, code: int) -> RawTable:
    """Return the child's rows; one that did not reach its last line is taken for dead."""
    lines = [json.loads(line) for line in out.splitlines()] if code == 0 else []
    if not lines or lines[-1] != ["end"]:
        return RawTable((), _finding("import-parser-died", file, reason=_reason(code)))
    network = str(lines[0][1])
    trouble = next((line for line in lines if line[0] == "trouble"), None)
    if trouble is not None:
        return RawTable((), _finding(trouble[1], file, count=trouble[2]), network)
    rows = tuple(_row(line) for line in lines if line[0] == "row")
    return RawTable(rows, None if rows else _finding("import-file-empty", file), network)


def _row(line: list[object]) -> TableRow:
    _, number, cells, problem = line
    fault = (str(problem[0]), int(problem[1])) if isinstance(problem, list) else None
    return TableRow(int(str(number)), tuple(cells) if isinstance(cells, list) else (), fault)


def _reason(code: int) -> str:
    # 9 and 24 are the kernel's words for too much CPU; 1 and 6 follow when memory runs out.
    return "it needed more time than allowed" if code in {-9, -24} else "it needed more memory than allowed"


def _finding(code: str, file: str, **values: str | int) -> Finding:
    return Finding(code, Subject("imports", file), {"file": file, **values})
