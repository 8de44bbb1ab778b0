"""How the estate stands, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from fullscore.engine.estate.completeness import Known
from fullscore.engine.estate.facts import PersonFact
from fullscore.engine.estate.graph import Graph, Node
from fullscore.engine.estate.graph_layout import Layout
from fullscore.engine.estate.impact import Impact
from fullscore.engine.estate.noticing import Notice
from fullscore.engine.estate.outages import Outage
from fullscore.engine.estate.single import Single
from fullscore.engine.estate.usage import Usage
from fullscore.engine.findings.finding import Finding


@dataclass(frozen=True, slots=True)
class Step:
    """A list that may be brought in next; `rows` is how many rows of it are there already."""

    kind: str
    register: str
    rows: int

    @property
    def is_there(self) -> bool:
        return self.rows > 0


@dataclass(frozen=True, slots=True)
class Standing:
    """What expires, is unassigned, has no owner and is not known on one day; `ages` by register."""

    organisation: str
    currency: str
    on: date
    expires: tuple[Notice, ...]
    unassigned: tuple[Notice, ...]
    ownerless: tuple[Notice, ...]
    gaps: tuple[Notice, ...]
    known: Known
    steps: tuple[Step, ...]
    ages: Mapping[str, datetime]

    @property
    def notices(self) -> tuple[Notice, ...]:
        return (*self.expires, *self.unassigned, *self.ownerless, *self.gaps)

    @property
    def is_empty(self) -> bool:
        """Return whether nothing was ever brought in that this could speak of."""
        return not self.expires and not any(step.is_there for step in self.steps)

    @property
    def next_steps(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if not step.is_there)


@dataclass(frozen=True, slots=True)
class Impacted:
    """What fails with `nodes` while `outage` lasts; `layout` holds all that hangs together with them.

    `teams` and `sites` are names by ref, `usages` those of the services hit, `stopped_by` what
    alone takes each of the nodes down.
    """

    organisation: str
    currency: str
    zone: str
    on: date
    nodes: tuple[Node, ...]
    graph: Graph
    impact: Impact
    outage: Outage
    layout: Layout
    teams: Mapping[str, str]
    sites: Mapping[str, str]
    people: Mapping[str, PersonFact]
    usages: tuple[Usage, ...]
    stopped_by: Mapping[Node, tuple[Node, ...]]


@dataclass(frozen=True, slots=True)
class Overview:
    """The graph as a whole: what to see to, what alone stops most, who works with what."""

    organisation: str
    on: date
    graph: Graph
    layout: Layout
    single: tuple[Single, ...]
    findings: tuple[Finding, ...]
    people: Mapping[Node, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Connected:
    """What a sentence wrote down: refs of the new lines, and of services that were new as well."""

    sentence: str
    refs: tuple[str, ...]
    services: tuple[str, ...] = ()
