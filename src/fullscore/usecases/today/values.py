"""What the doors of Today give: plain values, never a model."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

Document = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class KeptLine:
    """One line as it was worked out last, and what people did about it.

    `document` is the engine's `line_document`, empty where nobody asked to see the line. `group` and `rank`
    are None for a line that was not found in the last working out; then `gone_at` and `gone_why` say since
    when and why. `id` is None for a line that was worked out for another day and is not kept.
    """

    id: int | None
    version: int
    code: str
    register: str
    ref: str
    document: Document
    state: str
    group: int | None
    rank: int | None
    act_by: date | None
    cost: Decimal | None
    hours: Decimal
    snoozed_until: date | None
    assigned_to: int | None
    assigned_name: str
    reason: str
    by_name: str
    acted_at: datetime | None
    first_found_at: datetime
    gone_at: datetime | None
    gone_why: str
    is_counted_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class NextDay:
    """A day ahead that matters to everybody: closed for business, or an event."""

    on: date
    until: date
    name: str
    is_closed: bool


@dataclass(frozen=True, slots=True)
class Night:
    """One of the last nights: `state` is "done", "failed", "waiting", or "" where nothing is known of it."""

    on: date
    state: str
    note: str


@dataclass(frozen=True, slots=True)
class Today:
    """What to do this week. `lines` is all of group 1 and the rest up to the free hours; `rest` the others.

    `rest`, `snoozed`, `done` and `declined` carry no documents unless `everything` was asked for.
    `hours` is the work in `lines`; `free` the hours somebody has for it in the week from `on`, None when
    nobody is known, with the JSON of its trace. `cost` is what waiting for a week costs over all open
    lines, None when no line is priced; `unpriced` counts the open lines without a figure. `to_drop` are
    the ids of lines of group 1 that could be let go first when it is more than a week. `is_behind`: what
    is shown was worked out before the newest change, or for another day.
    """

    organisation: str
    currency: str
    on: date
    lines: tuple[KeptLine, ...]
    rest: tuple[KeptLine, ...]
    snoozed: tuple[KeptLine, ...]
    done: tuple[KeptLine, ...]
    declined: tuple[KeptLine, ...]
    hours: Decimal
    free: Decimal | None
    free_trace: Document | None
    cost: Decimal | None
    cost_trace: Document | None
    unpriced: int
    is_more_than_a_week: bool
    to_drop: tuple[int, ...]
    computed_at: datetime | None
    computed_on: date | None
    took_ms: int
    is_behind: bool
    error: str
    worker_seen_at: datetime | None
    backup_at: datetime | None
    data_as_of: datetime | None
    ages: Mapping[str, datetime]
    next_days: tuple[NextDay, ...]
    nights: tuple[Night, ...]

    @property
    def open(self) -> tuple[KeptLine, ...]:
        """Return every line nobody has dealt with, in order: what is far off may stand before what is not."""
        return tuple(sorted((*self.lines, *self.rest), key=lambda line: line.rank or 0))
