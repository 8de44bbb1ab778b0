"""What a line tells of a row, and what an earlier line of the same file has told already."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.registers.cleaning import shown
from fullscore.importing.records import Record
from fullscore.store.models import RegisterRow
from fullscore.usecases.imports.meeting.known import Spot
from fullscore.usecases.imports.meeting.work import Work
from fullscore.usecases.imports.spelling import ADDED

# Columns the file has and no register; apart from columns of the same name.
_EXTRA = "extra: "


@dataclass(frozen=True, slots=True)
class Looked:
    """A record whose references were looked up; what was not found is kept as text."""

    record: Record
    line: int
    values: Mapping[str, object]
    fills: Mapping[str, object]
    extra: Mapping[str, str]

    def header(self, column: str) -> str | None:
        return self.record.headers.get(column) or None


def say(looked: Looked, spot: Spot) -> None:
    """Remember what this line told of the row."""
    spot.said |= {*looked.values, *(f"{_EXTRA}{name}" for name in looked.extra)}


def first_told(work: Work, looked: Looked, spot: Spot, row: RegisterRow) -> Looked:
    """Return the record without what an earlier line of the file has told otherwise of the same row.

    Otherwise two lines that contradict each other would change the row with each import, for ever.
    """
    over = [
        name for name, value in looked.values.items()
        if name not in ADDED and _is_said(work, looked, spot, row, name) and differs(row, name, value)
    ]  # fmt: skip
    for name in over:
        column = work.column(row.REGISTER, name)
        values: dict[str, Value] = {
            "field": column.label,
            "value": shown(work.called(row, column) or "nothing"),
        }
        finding = Finding("import-line-contradicted", Subject(row.REGISTER, row.ref), values)
        work.tally.because(looked.line, looked.header(name) or column.label, finding)
    extra = {name: text for name, text in looked.extra.items() if f"{_EXTRA}{name}" not in spot.said}
    values_left = {name: value for name, value in looked.values.items() if name not in over}
    return replace(looked, values=values_left, extra=extra)


def _is_said(work: Work, looked: Looked, spot: Spot, row: RegisterRow, name: str) -> bool:
    if name in spot.said:
        return True
    # Begun again after a kill: what was written then says from which line it came.
    _, run, line, *_ = row.provenance.get(name) or (None, None, None)
    return run is not None and run == work.run.pk and bool(line and line < looked.line)


def differs(row: RegisterRow, name: str, value: object) -> bool:
    """Say whether the row holds another value than this one."""
    return bool(standing_in(row, name) != (value.pk if isinstance(value, Spot) else value))


def standing_in(row: RegisterRow, name: str) -> object:
    """Return the value as stored; of a reference the id of its row."""
    # `row.team_id`, not `row.team`: the row it points at is not read.
    return getattr(row, f"{name}_id", None) if hasattr(type(row), f"{name}_id") else getattr(row, name)
