"""What the doors of imports give: plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from fullscore.engine.findings.sentences_en import SENTENCES
from fullscore.store.models import ImportRun

UNFINISHED = frozenset({"waiting", "running"})


@dataclass(frozen=True, slots=True)
class Told:
    """Why a row, or a value of it, was not taken as it stands."""

    line: int
    column: str | None
    code: str
    sentence: str
    is_refusal: bool


@dataclass(frozen=True, slots=True)
class Imported:
    """One file brought in, as far as it has come."""

    id: int
    file: str
    kind: str
    confidence: float
    register: str
    state: str
    started_at: datetime
    finished_at: datetime | None
    by_name: str
    rows: int
    applied: int
    created: int
    updated: int
    left: int
    refused: int
    conflicts: int
    reasons: tuple[Told, ...] = ()

    @property
    def is_finished(self) -> bool:
        return self.state not in UNFINISHED


def told(reasons: Sequence[Mapping[str, object]]) -> tuple[Told, ...]:
    """Return kept reasons with their sentences."""
    return tuple(_told(reason) for reason in reasons)


def _told(reason: Mapping[str, object]) -> Told:
    values, line, column = reason["values"], reason["line"], reason["column"]
    plain = values if isinstance(values, Mapping) else {}
    typed = {name: tuple(value) if isinstance(value, list) else value for name, value in plain.items()}
    code = str(reason["code"])
    return Told(
        line=line if isinstance(line, int) else 0,
        column=None if column is None else str(column),
        code=code,
        sentence=SENTENCES[code](typed),
        is_refusal=bool(reason.get("refused")),
    )


def imported(run: ImportRun) -> Imported:
    """Return a stored import as a value."""
    return Imported(
        run.pk, run.file, run.kind, run.confidence, run.register, run.state, run.started_at, run.finished_at,
        run.by_name, run.rows, run.applied, run.created, run.updated, run.left, run.refused, run.conflicts,
        told(run.reasons),
    )  # fmt: skip
