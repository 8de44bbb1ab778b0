"""Hearing: what the limited child says, line by line, bounded whatever it says.

Rows become tuples while they come in, and a text that is often said is kept once, so a hundred thousand
rows are never held as bytes, as text and as rows together.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.importing.cells import MOST_COLUMNS, MOST_ROWS, MOST_TEXT
from fullscore.importing.formats.archives import MOST_MEMBERS, MOST_TOGETHER
from fullscore.importing.tables import RawTable, TableRow

_LONGEST_LINE = 64 * 1024 * 1024
_MOST_KNOWN = 50_000
Values = dict[str, str | int]


@dataclass(slots=True)
class Heard:
    """All that was understood until the child was done or went silent."""

    network: str | None = None
    trouble: tuple[str, Values] | None = None
    rows: list[TableRow] = field(default_factory=list)
    members: list[tuple[str, bytes]] = field(default_factory=list)
    is_whole: bool = False
    is_done: bool = False

    def finding(self, file: str, reason: str) -> Finding | None:
        """Return why the answer cannot be used; `reason` is what ended a child that was not done."""
        code, values = self.trouble or ("import-parser-died", {"reason": reason})
        return None if self.is_done and self.trouble is None else _finding(code, file, values)

    def table(self, file: str, reason: str) -> RawTable:
        """Return the rows, or the finding that says why there are none."""
        trouble = self.finding(file, reason)
        if trouble is None and not self.rows:
            trouble = _finding("import-file-empty", file, {})
        return (
            RawTable((), trouble, self.network) if trouble else RawTable(tuple(self.rows), None, self.network)
        )


def table(pipe: IO[bytes] | None) -> Heard:
    """Return the rows a child says."""
    heard, known, length = Heard(), dict[str, str](), 0
    for kind, said in _lines(pipe, heard):
        if kind == "rows" and isinstance(said, list):
            length += _keep(heard.rows, known, said)
            if len(heard.rows) > MOST_ROWS + 1 or length > 2 * MOST_TEXT:
                return Heard(heard.network)
    return heard


def members(pipe: IO[bytes] | None) -> Heard:
    """Return the lists a child found in an archive."""
    heard, pieces, length = Heard(), list[bytes](), 0
    for kind, said in _lines(pipe, heard):
        if kind == "member":
            _close(heard, pieces)
            heard.members.append((str(said), b""))
        elif kind == "piece" and isinstance(said, int) and pipe is not None:
            length += said
            if length > MOST_TOGETHER or len(heard.members) > MOST_MEMBERS:
                return Heard(heard.network)
            pieces.append(pipe.read(said))
    _close(heard, pieces)
    return heard


def _close(heard: Heard, pieces: list[bytes]) -> None:
    """Put the pieces of the member last named together."""
    if heard.members:
        heard.members[-1] = (heard.members[-1][0], b"".join(pieces))
        pieces.clear()


def _lines(pipe: IO[bytes] | None, heard: Heard) -> Iterator[tuple[str, object]]:
    """Yield what is said, word by word; what everybody says is noted at once."""
    while pipe is not None and (line := pipe.readline(_LONGEST_LINE)).endswith(b"\n"):
        said = _understood(line)
        kind, *rest = said
        if kind == "end":
            heard.is_done = True
            return
        if kind == "network":
            heard.network = str(rest[0])
        elif kind == "trouble":
            heard.trouble = (str(rest[0]), _values(rest[1]))
        elif kind == "whole":
            heard.is_whole = True
        else:
            yield str(kind), rest[0]


def _understood(line: bytes) -> list[object]:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return ["nonsense", None]
    return said if isinstance(said, list) and said else ["nonsense", None]


def _values(said: object) -> Values:
    pairs = said.items() if isinstance(said, dict) else ()
    return {str(key): value for key, value in pairs if isinstance(value, str | int)}


def _keep(rows: list[TableRow], known: dict[str, str], batch: list[list[object]]) -> int:
    """Add a batch of rows; return the length of its text."""
    length = 0
    for line, cells, problem in batch:
        texts: list[str] = cells if isinstance(cells, list) else []
        if len(known) < _MOST_KNOWN:
            known.update((text, text) for text in texts if text not in known)
        length += len("".join(texts[:MOST_COLUMNS]))
        fault = (str(problem[0]), int(problem[1])) if isinstance(problem, list) else None
        rows.append(TableRow(int(str(line)), tuple([known.get(text, text) for text in texts]), fault))
    return length


def _finding(code: str, file: str, values: Values) -> Finding:
    return Finding(code, Subject("imports", file), {"file": file, **values})
