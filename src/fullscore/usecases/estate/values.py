"""How the estate stands, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from fullscore.engine.estate.completeness import Known
from fullscore.engine.estate.noticing import Notice


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
