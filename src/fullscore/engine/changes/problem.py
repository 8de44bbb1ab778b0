"""What a schedule is asked for: changes, what they touch, and every rule that holds for them.

All moments carry an offset; `step` minutes are the grid on which changes start. A rule is known by a key:

    window:<node>       the hours in which that node may be away
    freeze:<ref>        a hard freeze
    earliest:<change>   not before a day            latest:<change>   over on a day at the latest
    notice:<change>     people are told before      due:<change>      wanted by a day (a rule only when asked)
    hours:<person>      when somebody may work on changes
    absence:<ref>       somebody is away
    order:<a>><b>       b begins when a is over
    soak:<change>       what it worked on is left alone for some working days
    clash:<change>      it disturbs the same service at the same time
    redundancy:<node>   enough of what stands in for each other stays up for that node
    joint:<node>        together they would stop what none of them stops alone
    announced:<change>  its date was told to people

What is in `dropped` does not hold. One person in two places at once, and how long things take, are facts and
no rules: nobody can drop them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from fullscore.engine.calendars.spans import Span, Spans
from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.estate.graph import Graph, Node, State


class Risk(StrEnum):
    """How much a change can spoil; its soak follows: none, 1 or 3 working days."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Touch:
    """What a change works on, and how that stands meanwhile."""

    node: Node
    how: State = State.DOWN


@dataclass(frozen=True, slots=True)
class Demand:
    """`count` of these people, for the whole length of the change; `skill` is the word it was asked by."""

    people: tuple[str, ...]
    count: int = 1
    skill: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """One change to be placed. It takes `minutes` and, should it go wrong, `rollback` more.

    `set_for` is where it stands; `is_fixed` stays there whatever happens (it is running). `day_cost` is what
    each day past `due` costs. `soak_days` None: by its risk class. Raises `ValueError` for no time at all.
    """

    ref: str
    name: str
    minutes: int
    rollback: int = 0
    longest: int | None = None
    touches: tuple[Touch, ...] = ()
    crew: tuple[Demand, ...] = ()
    after: tuple[str, ...] = ()
    earliest: date | None = None
    latest: date | None = None
    due: date | None = None
    notice_days: int = 0
    soak_days: int | None = None
    risk: Risk = Risk.LOW
    set_for: datetime | None = None
    is_announced: bool = False
    is_fixed: bool = False
    day_cost: Decimal | None = None
    vendor: str | None = None

    def __post_init__(self) -> None:
        if self.minutes <= 0 or self.rollback < 0:
            raise ValueError(f"{self.name} takes some time, and taking it back none or some.")


@dataclass(frozen=True, slots=True)
class Use:
    """These people (refs) work with a service in these hours."""

    service: Node
    people: frozenset[str]
    spans: Spans


@dataclass(frozen=True, slots=True)
class Frozen:
    """A freeze: hard is a rule, soft is avoided. `nodes` None: everything."""

    ref: str
    name: str
    spans: Spans
    is_hard: bool = True
    nodes: frozenset[Node] | None = None
    register: str = "freezes"


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody who works on changes; `hours` None: at any hour."""

    ref: str
    name: str
    hours: Spans | None = None


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody is away."""

    ref: str
    person: str
    span: Span
    name: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """All of it. Nodes without an entry in `windows` may be away at any time.

    Changes lie in [begin, end). `on` is the day it is asked, from which notice is counted. Raises
    `ValueError` for a change named twice, an unknown predecessor, or a horizon without a slot.
    """

    jobs: tuple[Job, ...]
    graph: Graph
    begin: datetime
    end: datetime
    on: date
    zone: str = "UTC"
    step: int = 15
    uses: tuple[Use, ...] = ()
    windows: Mapping[Node, Spans] = field(default_factory=dict)
    freezes: tuple[Frozen, ...] = ()
    hands: tuple[Hand, ...] = ()
    absences: tuple[Away, ...] = ()
    calendar: Calendar = field(default_factory=Calendar)
    dropped: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        refs = [job.ref for job in self.jobs]
        if len(set(refs)) < len(refs):
            raise ValueError("Each change is named once.")
        if {after for job in self.jobs for after in job.after} - set(refs):
            raise ValueError("What comes before is a change of the same problem, or over already.")
        if self.end <= self.begin:
            raise ValueError("A schedule needs time to put changes into.")

    @property
    def slots(self) -> int:
        """How many places to start there are."""
        return int((self.end - self.begin).total_seconds()) // (60 * self.step)
