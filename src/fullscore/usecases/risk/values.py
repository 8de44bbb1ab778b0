"""What the doors of risk take and give: plain values, never a model. Amounts are money of one year."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.trace import Trace
from fullscore.engine.risk.scenario import Range

Document = dict[str, object]


@dataclass(frozen=True, slots=True)
class Watch:
    """Who looks on: hears how far it is (what, how much), and may say stop. Both in the caller's thread."""

    progress: Callable[[str, str], None] = lambda _level, _value: None
    stop: Callable[[], bool] = lambda: False


ALONE = Watch()


@dataclass(frozen=True, slots=True)
class Run:
    """What was asked of a worker and what came out. `document` is there once it is done.

    `kind`: simulate, choose, cut, frontier or case; `progress` says level and value while it runs.
    `fingerprint` is of all it was worked out from; `is_old`: that reads otherwise by now.
    """

    number: int
    kind: str
    state: str
    asked_at: datetime
    asked_by: str
    asked: Mapping[str, object]
    on: date
    progress: Mapping[str, object]
    document: Mapping[str, object] | None = None
    ended_at: datetime | None = None
    fingerprint: str = ""
    is_old: bool = False
    error: str = ""

    @property
    def is_open(self) -> bool:
        return self.state in {"asked", "running"}


@dataclass(frozen=True, slots=True)
class Lessening:
    """What a control takes off a scenario (or off a cause of it): `less` in [0, 1).

    `expected_with` is the scenario's expected yearly loss once it is there; None where it is there already:
    the ranges count with it. `proposals` that would bring it: (ref, name, name of the way).
    """

    ref: str
    name: str
    is_in_place: bool
    acts_on: str
    less: float
    is_assumed: bool = False
    said_by: str = ""
    said_on: date | None = None
    cause: str = ""
    expected_with: float | None = None
    proposals: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RiskScenario:
    """One thing that may happen. `expected` and `an_hour` open to their rows.

    `an_hour` is what an hour of the clock without its service costs on average of a week; None: nobody has
    said enough, and the hours down are no part of `expected` (`is_priced` False says so). `unusable` names
    what keeps the whole scenario out.
    """

    ref: str
    name: str
    kind: str
    story: str
    events: str
    service_ref: str | None = None
    service_name: str = ""
    owner: str = ""
    rate: Range | None = None
    hours: Range | None = None
    loss: Range | None = None
    second: Range | None = None
    second_share: float | None = None
    cap: float | None = None
    is_assumed: bool = False
    said_by: str = ""
    said_on: date | None = None
    times_a_year: Trace | None = None
    one_costs: Trace | None = None
    expected: Trace | None = None
    an_hour: Trace | None = None
    is_priced: bool = True
    triggers: tuple[tuple[str, str, float], ...] = ()  # (cause ref, its name, share)
    controls: tuple[Lessening, ...] = ()
    unusable: tuple[Finding, ...] = ()

    @property
    def amount(self) -> float | None:
        return None if self.expected is None else value_of(self.expected)


def value_of(trace: Trace) -> float:
    """Return the figure of a trace as a float."""
    value = trace.value
    if value is None or isinstance(value, date | str):
        raise TypeError(trace)
    return float(value)


@dataclass(frozen=True, slots=True)
class Borne:
    """What the owners live with in one of `years` years."""

    ref: str
    name: str
    years: int
    amount: float
    said_by: str = ""
    said_on: date | None = None


@dataclass(frozen=True, slots=True)
class Insured:
    """What an insurer pays; `is_now` False: not in force on the day looked at."""

    ref: str
    name: str
    scenario: str | None
    deductible: float
    share: float
    most: float | None
    is_now: bool = True


@dataclass(frozen=True, slots=True)
class RiskBoard:
    """Everything the page of risk shows. `run` is the newest asked for, `kept` the newest with a document.

    `expected` is the sum over all scenarios of what a year is expected to cost, without any dice.
    """

    organisation: str
    currency: str
    on: date
    now: datetime
    scenarios: tuple[RiskScenario, ...]
    expected: Trace | None = None
    insurances: tuple[Insured, ...] = ()
    tolerances: tuple[Borne, ...] = ()
    findings: tuple[Finding, ...] = ()
    run: Run | None = None
    kept: Run | None = None
    newest: datetime | None = None
    may_edit: bool = False
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_empty(self) -> bool:
        return not self.scenarios

    @property
    def document(self) -> Mapping[str, object] | None:
        return None if self.kept is None else self.kept.document

    @property
    def is_old(self) -> bool:
        return self.kept is not None and self.kept.is_old

    def of(self, ref: str) -> RiskScenario | None:
        return next((each for each in self.scenarios if each.ref == ref), None)
