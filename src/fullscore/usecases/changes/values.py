"""What the doors of the calendar of changes take and give: plain values, never a model.

Moments are on the organisation's clock: they carry its offset, and compare with those of any other.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType

from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.sentences_en import say


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that stands against a date; `other` is the change it collides with, if it is one."""

    key: str
    finding: Finding
    other: str | None = None

    @property
    def sentence(self) -> str:
        return say(self.finding)


@dataclass(frozen=True, slots=True)
class Slot:
    """A date that works, or would."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Touching:
    """A node a change works on or reaches; `how` is down, degraded or up."""

    node: str
    name: str
    how: str


@dataclass(frozen=True, slots=True)
class BoardChange:
    """One change of the calendar. Without a date `start`, `end` and `soak_until` are None.

    `rules` are those its date breaks; `missing` what keeps it from being planned at all. `waits_for` are the
    people who have not agreed yet. `is_past` is dated before now and was not begun. `minutes` holds taking
    it back; `people_hours` are those of use it disturbs where it lies.
    """

    ref: str
    name: str
    version: int
    state: str
    start: datetime | None = None
    end: datetime | None = None
    soak_until: datetime | None = None
    minutes: int | None = None
    owner: str = ""
    due: date | None = None
    is_announced: bool = False
    is_past: bool = False
    touches: tuple[Touching, ...] = ()
    services: tuple[Touching, ...] = ()
    who: tuple[str, ...] = ()
    waits_for: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    missing: tuple[Finding, ...] = ()
    people_hours: Decimal | None = None

    @property
    def has_date(self) -> bool:
        return self.start is not None

    @property
    def can_move(self) -> bool:
        """Say whether dragging it may mean anything: neither begun nor over."""
        return self.state in {"draft", "planned", "agreed", "scheduled"}

    @property
    def works(self) -> bool:
        return not self.rules


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of the calendar that is no change.

    `kind`: window, hard freeze, soft freeze, event, closed, absence, holiday. `about` says of what or whom:
    names, empty for everything. `register` and `ref` lead to its row; "calendars" and a source's name to
    where it was read.
    """

    kind: str
    name: str
    start: datetime
    end: datetime
    about: tuple[str, ...] = ()
    register: str = ""
    ref: str = ""
    is_whole_day: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """One service: when it may be away, when nothing may touch it, and the changes that reach it (refs)."""

    node: str
    name: str
    owner: str
    windows: tuple[Slot, ...]
    frozen: tuple[Bar, ...]
    changes: tuple[str, ...]
    has_window: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Dates that were asked for. `document` is `fullscore/schedule/1` once it is done.

    `is_old`: something was written since. `progress` says level and words while it runs.
    """

    number: int
    state: str
    asked_at: datetime
    asked_by: str
    asked: Mapping[str, object]
    progress: Mapping[str, object]
    document: Mapping[str, object] | None = None
    is_old: bool = False
    error: str = ""
    taken_at: datetime | None = None
    taken_by: str = ""

    @property
    def is_open(self) -> bool:
        return self.state in {"asked", "running"}


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the calendar shows for local days [begin, end].

    `changes` are all that are not over, and those over that lie in these days; `findings` what could not be
    understood. `rules` counts the rules that hold, by their word; `run` is the newest asked for.
    """

    organisation: str
    zone: str
    on: date
    begin: date
    end: date
    changes: tuple[BoardChange, ...]
    bars: tuple[Bar, ...]
    lanes: tuple[Lane, ...]
    findings: tuple[Finding, ...] = ()
    rules: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    run: Run | None = None
    newest: datetime | None = None
    may_edit: bool = False

    @property
    def dated(self) -> tuple[BoardChange, ...]:
        return tuple(each for each in self.changes if each.has_date)

    @property
    def undated(self) -> tuple[BoardChange, ...]:
        return tuple(each for each in self.changes if not each.has_date)

    @property
    def is_empty(self) -> bool:
        return not self.changes

    def of(self, ref: str) -> BoardChange | None:
        return next((each for each in self.changes if each.ref == ref), None)


@dataclass(frozen=True, slots=True)
class Tried:
    """A date looked at, nothing written. `rules` stand against it; `dates` are the next two that work.

    `is_announced`: people were told another date, so moving it asks to be confirmed.
    """

    ref: str
    name: str
    version: int
    start: datetime
    end: datetime
    soak_until: datetime
    rules: tuple[Rule, ...]
    dates: tuple[Slot, ...]
    touches: tuple[Touching, ...]
    people_hours: Decimal | None = None
    is_announced: bool = False

    @property
    def works(self) -> bool:
        return not self.rules


@dataclass(frozen=True, slots=True)
class Moved:
    """A change at its new date. `entry` is what taking it back asks for; None where nothing differed."""

    ref: str
    name: str
    version: int
    state: str
    start: datetime | None
    end: datetime | None
    rules: tuple[Rule, ...] = ()
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """Dates written from a run: what moved, and what was left with why."""

    moved: tuple[Moved, ...]
    left: tuple[Finding, ...] = ()
