"""What the doors of the registers take and give: plain values, never a model."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.columns import Register

SIZES = (25, 50, 100, 200)


class RefusedError(Exception):
    """The intention was understood but cannot be carried out; nothing was changed."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(" ".join(say(finding) for finding in findings))
        self.findings = findings


class NotThereError(RefusedError):
    """What was asked for does not exist for this member."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition: a column's name, a word of its kind's closed list, and what to compare with."""

    column: str
    word: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """Which rows of a register, in which order.

    `figure` names a figure whose rows these are; `refs` are the rows it was found to have.
    """

    search: str = ""
    filters: tuple[Filter, ...] = ()
    sort: str | None = None
    page: int = 1
    size: int = 50
    is_archived: bool = False
    figure: str = ""
    refs: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value came from: a source's file and line, or a person."""

    source: str
    file: str | None
    line: int | None
    person: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row as one member may see it."""

    id: int
    ref: str
    title: str
    version: int
    values: Mapping[str, object]
    changed_at: datetime
    archived_at: datetime | None = None
    extra: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    sources: Mapping[str, Origin] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of rows; `total` counts all that match, `newest` says how old the register's data is."""

    register: Register
    rows: tuple[Row, ...]
    total: int
    page: int
    size: int
    newest: datetime | None = None

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.size))


@dataclass(frozen=True, slots=True)
class Change:
    column: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a row's history, reduced to the columns its reader may see."""

    id: int
    at: datetime
    by_name: str
    action: str
    changes: tuple[Change, ...]
    import_file: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    register: str
    room: str
    ref: str
    title: str
    where: str


@dataclass(frozen=True, slots=True)
class FileOnRow:
    id: int
    name: str
    size: int
    added_at: datetime
    added_by: str


class StaleVersionError(RefusedError):
    """The row was changed since it was read; `theirs` is the row as it stands now."""

    def __init__(self, finding: Finding, theirs: Row) -> None:
        super().__init__(finding)
        self.theirs = theirs
