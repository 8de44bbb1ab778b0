"""Hearing: what the limited child says, line by line, bounded whatever it says.

Rows become tuples while they come in, and a text that is often said is kept once, so a hundred thousand
rows are never held as bytes, as text and as rows together.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO, Any

from fullscore.engine.findings.english.imports import SENTENCES
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.importing.cells import MOST_ROWS, MOST_TEXT
from fullscore.importing.formats.archives import MOST_MEMBERS, MOST_TOGETHER
from fullscore.importing.tables import RawTable, TableRow

LOGOS = ("png", "jpeg", "svg")
_LONGEST_LINE = 64 * 1024 * 1024
_MOST_KNOWN = 50_000
_HIGHEST = 2**31
# What understanding an answer may raise that no child of ours gives; the child is taken for dead.
_UNBELIEVABLE = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
Values = dict[str, str | int]


@dataclass(slots=True)
class Heard:
    """All that was understood until the child was done or went silent."""

    network: str | None = None
    trouble: tuple[str, Values] | None = None
    rows: list[TableRow] = field(default_factory=list)
    members: list[tuple[str, bytes]] = field(default_factory=list)
    logo: str = ""
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
    return _heard(pipe, _hear_rows)


def logo(pipe: IO[bytes] | None) -> Heard:
    """Return what kind of picture a child found."""
    return _heard(pipe, _hear_logo)


def members(pipe: IO[bytes] | None) -> Heard:
    """Return the lists a child found in an archive."""
    return _heard(pipe, _hear_members)


def _heard(pipe: IO[bytes] | None, hear: Callable[[IO[bytes], Heard], None]) -> Heard:
    heard = Heard()
    try:
        if pipe is not None:
            hear(pipe, heard)
    except _UNBELIEVABLE:
        return Heard(heard.network)
    return heard


def _hear_rows(pipe: IO[bytes], heard: Heard) -> None:
    known: dict[str, str] = {}
    length = 0
    for kind, said in _lines(pipe, heard):
        if kind != "rows":
            raise ValueError(kind)
        length += _keep(heard.rows, known, said)
        if len(heard.rows) > MOST_ROWS + 1 or length > 2 * MOST_TEXT:
            raise ValueError(length)


def _keep(rows: list[TableRow], known: dict[str, str], batch: list[list[Any]]) -> int:
    """Add a batch of rows; return the length of its text."""
    length = 0
    for line, texts, problem in batch:
        length += len("".join(texts)) + len(texts)
        if len(known) < _MOST_KNOWN:
            known.update((text, text) for text in texts if text not in known)
        rows.append(
            TableRow(_number(line), tuple([known.get(text, text) for text in texts]), _fault(problem))
        )
    return length


def _fault(problem: list[Any] | None) -> tuple[str, int] | None:
    if problem is None:
        return None
    code, column = problem
    if code not in SENTENCES:
        raise ValueError(code)
    return str(code), _number(column)


def _number(said: object) -> int:
    if not isinstance(said, int) or not 0 <= said < _HIGHEST:
        raise ValueError(said)
    return said


def _hear_logo(pipe: IO[bytes], heard: Heard) -> None:
    for kind, said in _lines(pipe, heard):
        if kind != "logo" or said not in LOGOS:
            raise ValueError(kind)
        heard.logo = said


def _hear_members(pipe: IO[bytes], heard: Heard) -> None:
    pieces: list[bytes] = []
    length = 0
    for kind, said in _lines(pipe, heard):
        if kind == "member":
            _close(heard, pieces)
            heard.members.append((str(said), b""))
        elif kind == "piece":
            length += _number(said)
            pieces.append(pipe.read(min(said, MOST_TOGETHER)))
        else:
            raise ValueError(kind)
        if length > MOST_TOGETHER or len(heard.members) > MOST_MEMBERS:
            raise ValueError(length)
    _close(heard, pieces)


def _close(heard: Heard, pieces: list[bytes]) -> None:
    """Put the pieces of the member last named together."""
    if heard.members:
        heard.members[-1] = (heard.members[-1][0], b"".join(pieces))
        pieces.clear()


def _lines(pipe: IO[bytes], heard: Heard) -> Iterator[tuple[str, Any]]:
    """Yield what is said, word by word; what everybody says is noted at once."""
    while (line := pipe.readline(_LONGEST_LINE)).endswith(b"\n"):
        kind, *rest = json.loads(line)
        if kind == "end":
            heard.is_done = True
            return
        if kind == "network":
            heard.network = str(rest[0])
        elif kind == "trouble":
            heard.trouble = _trouble(*rest)
        elif kind == "whole":
            heard.is_whole = True
        else:
            yield kind, rest[0]


def _trouble(code: str, values: Values) -> tuple[str, Values]:
    """Return the trouble; one that cannot be said is none of ours."""
    SENTENCES[code]({"file": "", **values})
    return code, values


def _finding(code: str, file: str, values: Values) -> Finding:
    return Finding(code, Subject("imports", file), {"file": file, **values})
