"""What the doors of one change take and give: plain values, never a model."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from fullscore.engine.changes.agreeing import Verdict
from fullscore.engine.changes.states import Act, Stage
from fullscore.engine.findings.trace import Trace


@dataclass(frozen=True, slots=True)
class Touched:
    """One thing a change works on; `how` is down, degraded or up."""

    node: str
    name: str
    how: str


@dataclass(frozen=True, slots=True)
class Reached:
    """What does not stay as it is meanwhile; `chain` are names from what is touched to it."""

    node: str
    name: str
    state: str
    chain: tuple[str, ...]
    owner: str | None


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody who is or was asked. `answer` counts silence; "" is not asked yet, `for_what` are names.

    `is_needed` is False for whom the impact no longer asks for; `link` is what opens their page, for those
    who may hand it over, while it opens anything.
    """

    ref: str
    person: str
    name: str
    for_what: tuple[str, ...]
    answer: str
    reason: str = ""
    asked_on: date | None = None
    answer_by: date | None = None
    answered_on: date | None = None
    seen: str = ""
    is_needed: bool = True
    has_mail: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class StepLine:
    ref: str
    position: int
    text: str
    is_done: bool
    done_by: str
    done_on: date | None
    version: int


@dataclass(frozen=True, slots=True)
class Hand:
    """Who is needed: a person, or so many with a skill and who has it."""

    name: str
    skill: str
    count: int
    have_it: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """Another change: what comes before or waits."""

    ref: str
    name: str
    state: str
    starts_on: date | None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the decision, in the figures both sides share; None is not known.

    `missing` says what would tell the money.
    """

    people: int | None
    people_hours: Trace | None
    money: Trace | None
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Sides:
    """What the change disturbs, and what a week without it costs."""

    doing: Side
    waiting: Side


@dataclass(frozen=True, slots=True)
class Whole:
    """One change with all that follows from it."""

    ref: str
    version: int
    changed_at: datetime
    organisation: str
    zone: str
    currency: str
    values: Mapping[str, object]
    stage: Stage
    touches: tuple[Touched, ...]
    reached: tuple[Reached, ...]
    no_sign_in: tuple[str, ...]
    unowned: tuple[str, ...]
    asking: tuple[Asking, ...]
    verdict: Verdict
    risk: str
    risk_trace: Trace | None
    hours: Trace | None
    sides: Sides
    steps: tuple[StepLine, ...]
    crew: tuple[Hand, ...]
    before: tuple[Beside, ...]
    waiting: tuple[Beside, ...]
    set_for: datetime | None
    begun_at: datetime | None
    ended_at: datetime | None
    acts: tuple[Act, ...]
    serves_plan: str | None = None

    @property
    def name(self) -> str:
        return str(self.values["name"])

    def text(self, name: str) -> str:
        """Return a field as text, "" for nothing."""
        value = self.values.get(name)
        return "" if value is None else str(getattr(value, "label", value))

    def amount(self, name: str) -> Decimal | None:
        value = self.values.get(name)
        return value if isinstance(value, Decimal) else None


@dataclass(frozen=True, slots=True)
class Recent:
    """A change that was made just before, for who looks for a cause."""

    ref: str
    name: str
    state: str
    begun_at: datetime
    ended_at: datetime | None
    touched: tuple[str, ...]
    owner: str | None


@dataclass(frozen=True, slots=True)
class Done:
    """What an act led to; `entry` is what taking it back asks for, None where it cannot be taken back."""

    ref: str
    name: str
    state: str
    version: int
    entry: int | None = None
    # People who were written to, and those who could not be.
    mailed: tuple[str, ...] = ()
    not_mailed: tuple[str, ...] = ()
